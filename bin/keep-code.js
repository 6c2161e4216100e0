// Keeps what V8 makes of the program's code, for bin/load.js: runs the commands of every day on the demo sales, each
// with this file loaded before it, which writes the code down as the command ends. Part of the build.
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');

const NEEDS_LOOK = 3;

if (require.main === module) runUsualCommands();
else process.on('exit', keepCode);

function keepCode() {
  // V8 takes code only under the flags it was kept under: those of the start (this is its default), before a command
  // put off optimising
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=67584');
  const { chunks, keptCode } = require('./load.js');
  for (const [filename, script] of chunks) {
    const kept = keptCode(filename);
    writeFileSync(`${kept}.new`, script.createCachedData());
    renameSync(`${kept}.new`, kept);
  }
}

function runUsualCommands() {
  const demo = join(__dirname, '..', 'fixtures', 'demo');
  const sales = readdirSync(demo)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => join(demo, name));
  const folder = mkdtempSync(join(tmpdir(), 'beback-build-'));
  const beback = (...args) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', __filename, join(__dirname, 'beback.js'), '--db', join(folder, 'beback.db'), ...args],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env: { ...process.env, BEBACK_DEBUG: '' } },
    );
    // the program is built all the same, and starts as it does where nothing is kept
    if (status !== 0 && status !== NEEDS_LOOK)
      process.stderr.write(`the code of \`beback ${args[0]}\` is not kept: ${stderr.split('\n')[0]}\n`);
  };
  try {
    beback('--help');
    beback('import', ...sales);
    beback('import', ...sales);
    beback('today', '--all');
    beback('today', '--all', '--json');
    beback('find', 'kowalski');
    beback('show', '1');
    beback('whose', '1');
    beback('log', '1', 'talked', '--as', '101');
    beback('salespeople');
    beback('lane');
    beback('export', 'sales');
    beback('plan');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
