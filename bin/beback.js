#!/usr/bin/env node
// The first thing to run, so it must read on any Node: old ones get a sentence, not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (!((major === 20 && minor >= 17) || (major === 22 && minor >= 14) || major >= 24)) {
  process.stderr.write(
    `beback: needs Node 20 (from 20.17), 22 (from 22.14), or 24 and newer; this is ${process.versions.node}\ntry: install a current Node from nodejs.org\n`,
  );
  process.exitCode = 1;
} else {
  try {
    require('./load.js').load();
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND' || !error.message.includes('beback.cjs')) throw error;
    process.stderr.write('beback: the program is not built yet\ntry: npm ci && npm run build\n');
    process.exitCode = 1;
  }
}
