// Loads the built program by the code V8 kept when it was built (bin/keep-code.js), which saves compiling it at every
// start. What another V8 made is refused by V8 itself, and compiled as if nothing were kept.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');

/** @type {Map<string, import('node:vm').Script>} by file name */
const chunks = new Map();

const keptCode = (filename) => `${filename}.code`;

function load() {
  if (process.env.BEBACK_DEBUG) process.setSourceMapsEnabled(true);
  else require.extensions['.cjs'] = loadChunk;
  require('../dist/beback.cjs');
}

function loadChunk(module, filename) {
  if (dirname(filename) !== dist) return require.extensions['.js'](module, filename);
  const script = new Script(
    // the build leaves nothing but ASCII
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`,
    { filename, cachedData: readKept(filename) },
  );
  chunks.set(filename, script);
  const needs = (id) => module.require(id);
  script.runInThisContext().call(module.exports, module.exports, needs, module, filename, dist);
}

function readKept(filename) {
  try {
    return readFileSync(keptCode(filename));
  } catch {
    return undefined;
  }
}

module.exports = { load, chunks, keptCode };
