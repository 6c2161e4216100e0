/**
 * Measures beback side by side with its peers: whole processes in turn (A B A B …), the ratio taken round by round,
 * medians printed with the goal beside them. Milliseconds drift with the machine's load, so only the ratios count.
 *
 * `npm run bench -- --sizes 10k,100k,1m --rounds 5`; needs the sqlite3 shell, and /usr/bin/time for the memory column.
 */

import { spawnSync } from 'node:child_process';
import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countOf, exportOf, MONTH_ROWS } from './make-export.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const BEBACK = join(HERE, '..', 'bin', 'beback.js');
const DAY = '2026-11-21';
/** An employee number that every size of the export has. */
const SALESPERSON = '101';
/** What people type; the commonest name, one letter and nobody are the hard ones. */
const SEARCHES = {
  'an id': '42',
  'a phone number': '(312) 555-0134',
  'a phone number without its area code': '555-0134',
  'the last 6 of a VIN': '000042',
  'a deal number': '100042',
  'an e-mail address': 'ala.ashford3@example.com',
  'a stock number': 'N0000042',
  'the commonest family name': 'ashford',
  'the commonest full name': 'ashford, ala',
  'one letter': 'a',
  nobody: 'xyzzy',
};
const GNU_TIME = '/usr/bin/time';

const { values: flags } = parseArgs({
  options: { sizes: { type: 'string', default: '10k,100k' }, rounds: { type: 'string' } },
});
const sizes = flags.sizes.split(',').sort((a, b) => countOf(a) - countOf(b));
const [smallest] = sizes;
const largest = sizes.at(-1);

mkdirSync(join(HERE, 'data'), { recursive: true });
const folder = mkdtempSync(join(HERE, 'data', 'run-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const path = (name) => join(folder, name);
const nothing = { command: process.execPath, args: ['-e', '0'] };
const beback = (...args) => ({ command: process.execPath, args: [BEBACK, ...args] });
const onStore = (db, ...args) => beback('--db', db, '--on', DAY, '--quiet', ...args);
const flatImport = (db, csv) => ({ command: 'sqlite3', args: [db, `.import --csv "${csv}" flat`] });
const normalImport = (db, csv) => ({
  command: 'sqlite3',
  args: [db, '-cmd', 'PRAGMA journal_mode = WAL', '-cmd', `.import --csv --schema temp "${csv}" staging`],
  input: join(HERE, 'peer.sql'),
});
const joinedExport = (db) => ({
  command: 'sqlite3',
  args: ['-csv', '-header', db],
  input: join(HERE, 'peer-export.sql'),
});

/** Runs one whole process; milliseconds from outside, peak memory in MiB. */
function measure({ command, args, input }) {
  const hasTime = existsSync(GNU_TIME);
  const memory = path('memory');
  const whole = hasTime ? [GNU_TIME, '-f', '%M', '-o', memory, command, ...args] : [command, ...args];
  const started = process.hrtime.bigint();
  const done = spawnSync(whole[0], whole.slice(1), {
    stdio: ['pipe', 'ignore', 'pipe'],
    ...(input === undefined ? {} : { input: readFileSync(input) }),
  });
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${done.error ?? done.stderr}`);
  return { ms, mib: hasTime ? Number(readFileSync(memory, 'utf8').trim().split('\n').at(-1)) / 1024 : null };
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Runs the named steps in turn, `rounds` times; a step is a process, or a function that prepares one. */
function inTurn(rounds, steps) {
  const runs = new Map(Object.keys(steps).map((name) => [name, []]));
  const count = Number(flags.rounds ?? rounds);
  for (let round = 0; round < count; round++) {
    for (const [name, step] of Object.entries(steps))
      runs.get(name).push(measure(typeof step === 'function' ? step() : step));
  }
  return {
    ms: (name) => median(runs.get(name).map((run) => run.ms)),
    mib: (name) =>
      runs.get(name)[0].mib === null ? null : Math.max(...runs.get(name).map((run) => run.mib)),
    ratio: (a, b) => median(runs.get(a).map((run, i) => run.ms / runs.get(b)[i].ms)),
  };
}

const WIDTHS = [48, 9, 9, 7, 7, 8, 6];
function printLine(cells) {
  console.log(
    cells.map((text, i) => (i === 0 ? text.padEnd(WIDTHS[i]) : text.padStart(WIDTHS[i]))).join('  '),
  );
}
function printHead(title) {
  console.log(`\n${title}`);
  printLine(['', 'ms', 'peer ms', 'ratio', 'goal', '', 'MiB']);
}
/** One line of the table: `a` against `b`, and whether the ratio keeps to the goal. */
function printRatio(what, runs, a, b, goal) {
  const ratio = runs.ratio(a, b);
  const verdict = goal === null ? '' : ratio <= goal ? 'met' : 'MISSED';
  const mib = runs.mib(a);
  printLine([
    what,
    runs.ms(a).toFixed(0),
    runs.ms(b).toFixed(0),
    ratio.toFixed(2),
    goal === null ? '' : `${goal}`,
    verdict,
    mib === null ? '-' : mib.toFixed(0),
  ]);
}

const removed = (db) => {
  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true });
  return db;
};
const copied = (from, to) => {
  copyFileSync(from, removed(to), constants.COPYFILE_FICLONE);
  return to;
};
const storeOf = (size) => path(`${size}.db`);

function benchStart() {
  printHead('Start-up, against `node -e 0`');
  const runs = inTurn(15, { node: nothing, version: beback('--version'), help: beback('--help') });
  printRatio('--version', runs, 'version', 'node', 1.15);
  printRatio('--help', runs, 'help', 'node', 1.15);
}

function benchImport(size) {
  printHead(`Import of ${size} deals into an empty store`);
  const { whole } = exportOf(size);
  const count = countOf(size);
  const runs = inTurn(count > 1e5 ? 3 : 5, {
    first: () => onStore(removed(storeOf(size)), 'import', whole),
    normal: () => normalImport(removed(path('normal.db')), whole),
    flat: () => flatImport(removed(path('flat.db')), whole),
    again: () => onStore(storeOf(size), 'import', whole),
  });
  for (const db of ['normal.db', 'flat.db']) removed(path(db));
  printRatio('first import, against sqlite3 into the same tables', runs, 'first', 'normal', 1);
  printRatio('first import, against sqlite3 .import', runs, 'first', 'flat', 3.3);
  printRatio('the same file again, against the first import', runs, 'again', 'first', 0.35);
  printRatio('the same file again, against sqlite3 .import', runs, 'again', 'flat', 1.1);
  const mib = runs.mib('first');
  if (mib !== null)
    console.log(
      `peak memory of the first import ${mib.toFixed(0)} MiB, goal 256: ${mib <= 256 ? 'met' : 'MISSED'}`,
    );
  console.log(`${Math.round((count / runs.ms('first')) * 1000).toLocaleString('en-US')} deals a second`);
}

function benchMonth() {
  printHead(`A month's file of ${MONTH_ROWS} deals, against \`node -e 0\``);
  const steps = { node: nothing };
  for (const size of sizes) {
    const { month } = exportOf(size);
    const db = path(`${size}-month.db`);
    steps[`new ${size}`] = () => onStore(copied(storeOf(size), db), 'import', month);
    steps[`same ${size}`] = () => onStore(db, 'import', month);
  }
  const runs = inTurn(9, steps);
  for (const size of sizes) {
    printRatio(`all new, into ${size}`, runs, `new ${size}`, 'node', 1.8);
    printRatio(`nothing new, into ${size}`, runs, `same ${size}`, 'node', 1.5);
    removed(path(`${size}-month.db`));
  }
  if (sizes.length > 1)
    printRatio(
      `all new, into ${largest} against into ${smallest}`,
      runs,
      `new ${largest}`,
      `new ${smallest}`,
      1.25,
    );
}

function benchToday() {
  printHead(`The lists of ${DAY}, against \`node -e 0\``);
  const steps = { node: nothing };
  for (const size of sizes) {
    steps[`one ${size}`] = onStore(storeOf(size), 'today', '--for', SALESPERSON, '--format', 'json');
    steps[`all ${size}`] = onStore(storeOf(size), 'today', '--all', '--format', 'json');
  }
  const runs = inTurn(15, steps);
  for (const size of sizes) {
    printRatio(`one salesperson, ${size}`, runs, `one ${size}`, 'node', 1.4);
    printRatio(`everybody, ${size}`, runs, `all ${size}`, 'node', 3);
  }
  if (sizes.length > 1)
    printRatio(
      `one salesperson, ${largest} against ${smallest}`,
      runs,
      `one ${largest}`,
      `one ${smallest}`,
      1.05,
    );
}

function benchFind() {
  printHead('Finding a customer, against `beback --version`');
  const steps = { version: beback('--version') };
  for (const size of sizes) {
    for (const [what, text] of Object.entries(SEARCHES))
      steps[`${what} ${size}`] = onStore(storeOf(size), 'find', text);
  }
  const runs = inTurn(9, steps);
  for (const size of sizes)
    for (const what of Object.keys(SEARCHES))
      printRatio(`${what}, ${size}`, runs, `${what} ${size}`, 'version', 2.5);
}

function benchExport() {
  printHead('Export of all sales as CSV, against `sqlite3 -csv`');
  for (const size of sizes) {
    const runs = inTurn(5, {
      beback: onStore(storeOf(size), 'export', 'sales'),
      sqlite3: joinedExport(storeOf(size)),
    });
    printRatio(`${size} sales`, runs, 'beback', 'sqlite3', 2.5);
  }
}

console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model}`);
for (const size of sizes) exportOf(size);
benchStart();
for (const size of sizes) benchImport(size);
benchMonth();
benchToday();
benchFind();
benchExport();
