/**
 * Measures beback beside its peers: whole processes in turn (A B A B …), the ratio taken round by round, medians printed with the
 * goal beside them. What counts is cpu time, user and system, of the whole process: milliseconds drift with the machine's load.
 *
 * `npm run bench -- --sizes 10k,100k,1m --rounds 5 --results` writes bench/RESULTS.md, too. It needs the sqlite3 shell and
 * /usr/bin/time. Sizes are deals; 5m takes an hour.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countOf, exportOf } from './make-export.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const BEBACK = join(HERE, '..', 'bin', 'beback.js');
const DAY = '2026-11-21';
/** An employee number that every size of the export has. */
const SALESPERSON = '101';
/** What people type; the commonest name, one letter and nobody are the hard ones. */
const SEARCHES = {
  'an id': '42',
  'a phone number': '(312) 555-0134',
  'the last 6 of a VIN': '000042',
  'a deal number': '100042',
  'the commonest full name': 'ashford, ala',
  'a name with a slip': 'ashfrod',
  nobody: 'xyzzy',
};
/** Commands before their first own work: what they find is little or nothing. */
const LIGHT = [
  'news',
  'covers',
  'promises --all',
  'cases',
  'config',
  'runs',
  'imports',
  'salespeople',
  'plan',
  'journal 1',
  'show 1',
  'whose 1',
  'orphans --format csv',
  'fixes',
];
const GNU_TIME = '/usr/bin/time';
const MIB = 1024 * 1024;

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k' },
    rounds: { type: 'string' },
    results: { type: 'boolean', default: false },
  },
});
const sizes = flags.sizes.split(',').sort((a, b) => countOf(a) - countOf(b));
const [smallest] = sizes;
const largest = sizes.at(-1);
if (!existsSync(GNU_TIME)) throw new Error(`${GNU_TIME} is missing: it tells the cpu time of a process`);

mkdirSync(join(HERE, 'data'), { recursive: true });
const folder = mkdtempSync(join(HERE, 'data', 'run-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const path = (name) => join(folder, name);
const node = { command: process.execPath, args: ['-e', '0'] };
const beback = (...args) => ({ command: process.execPath, args: [BEBACK, ...args] });
const onStore = (db, ...args) => beback('--db', db, '--on', DAY, '--quiet', ...args);
const shellImport = (db, csv) => ({
  command: 'sqlite3',
  args: [db, '-cmd', 'PRAGMA journal_mode = WAL', '-cmd', `.import --csv --schema temp "${csv}" staging`],
  input: join(HERE, 'peer.sql'),
});
const plainImport = (db, csv) => ({
  command: process.execPath,
  args: [join(HERE, 'peer-importer.mjs'), csv, db],
});
const shellExport = (db, ...how) => ({
  command: 'sqlite3',
  args: [...how, db],
  input: join(HERE, 'peer-export.sql'),
});

/** Runs one whole process. Seconds of cpu and from outside, peak memory in MiB; exit code 3 says that something needs a look. */
function measure({ command, args, input }) {
  const told = path('time');
  const started = process.hrtime.bigint();
  const done = spawnSync(GNU_TIME, ['-q', '-f', '%U %S %M', '-o', told, command, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
    ...(input === undefined ? {} : { input: readFileSync(input) }),
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (done.status !== 0 && done.status !== 3)
    throw new Error(`${command} ${args.join(' ')} failed:\n${done.error ?? done.stderr}`);
  const [user, system, kib] = readFileSync(told, 'utf8').trim().split(' ').map(Number);
  return { cpu: user + system, wall, mib: kib / 1024 };
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Runs the named steps in turn, `rounds` times; a step is a process, or a function that prepares one. */
function inTurn(rounds, steps) {
  const runs = new Map(Object.keys(steps).map((name) => [name, []]));
  for (let round = 0; round < Number(flags.rounds ?? rounds); round++) {
    for (const [name, step] of Object.entries(steps))
      runs.get(name).push(measure(typeof step === 'function' ? step() : step));
  }
  const of = (name) => runs.get(name);
  return {
    cpu: (name) => median(of(name).map(({ cpu }) => cpu)),
    mib: (name) => Math.max(...of(name).map(({ mib }) => mib)),
    ratio: (a, b, by = 'cpu') => median(of(a).map((run, i) => run[by] / of(b)[i][by])),
  };
}

/** Light processes are measured many at once, or the clock's hundredth of a second would be all one sees. */
const REPEATS = 10;
const repeated = ({ command, args }) => ({
  command: 'sh',
  args: [
    '-c',
    `i=0; while [ $i -lt ${REPEATS} ]; do "$@" >/dev/null; i=$((i+1)); done`,
    'sh',
    command,
    ...args,
  ],
});

const rows = [];
/** One line of the table: what, measured, of what, and whether it keeps to the goal. */
function tell(what, size, ratio, of, goal, more = '') {
  const verdict = goal === null ? '' : ratio <= goal ? 'met' : 'missed';
  rows.push([what, size, ratio.toFixed(2), of, goal === null ? '' : `${goal}`, verdict, more]);
  console.log(
    rows
      .at(-1)
      .map((cell, i) => cell.padEnd([46, 6, 7, 22, 6, 8, 0][i]))
      .join(' '),
  );
}
const tellRatio = (what, size, runs, a, b, of, goal, by = 'cpu') =>
  tell(
    what,
    size,
    runs.ratio(a, b, by),
    of,
    goal,
    `${runs.cpu(a).toFixed(2)} s, ${runs.mib(a).toFixed(0)} MiB`,
  );

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
  const runs = inTurn(9, {
    node: repeated(node),
    version: repeated(beback('--version')),
    help: repeated(beback('--help')),
  });
  tellRatio('--version', '', runs, 'version', 'node', 'node -e 0 (wall)', 1.15, 'wall');
  tellRatio('--help', '', runs, 'help', 'node', 'node -e 0 (wall)', 1.15, 'wall');
}

/** Deals taken in for a second of cpu, by size. */
const pace = new Map();

function benchImport(size) {
  const { whole, repairOrders, appointments } = exportOf(size);
  const count = countOf(size);
  const runs = inTurn(count > 1e5 ? 1 : 3, {
    first: () => onStore(removed(storeOf(size)), 'import', whole),
    shell: () => shellImport(removed(path('shell.db')), whole),
    plain: () => plainImport(removed(path('plain.db')), whole),
    again: () => onStore(storeOf(size), 'import', whole),
  });
  for (const db of ['shell.db', 'plain.db']) removed(path(db));
  tellRatio('first import', size, runs, 'first', 'shell', 'sqlite3 shell', 3);
  tellRatio('first import', size, runs, 'first', 'plain', 'plain Node importer', 0.75);
  tellRatio('the same file again', size, runs, 'again', 'shell', 'sqlite3 shell', 0.75);
  tell('peak memory of the first import', size, runs.mib('first') / 256, '256 MiB', 1);
  tell(
    'database',
    size,
    statSync(storeOf(size)).size / ((count / 1e5) * 72e6),
    '72 MB for 100 k',
    count < 1e5 ? null : 1,
  );
  pace.set(size, count / runs.cpu('first'));
  const [before] = sizes;
  if (size !== before)
    tell('cpu a row of the first import', size, pace.get(before) / pace.get(size), before, 1.33);
  for (const file of [repairOrders, appointments]) measure(onStore(storeOf(size), 'import', file));
}

function benchMonth() {
  const steps = { node: repeated(node) };
  for (const size of sizes) {
    const { month } = exportOf(size);
    const db = path(`${size}-month.db`);
    steps[`new ${size}`] = () => onStore(copied(storeOf(size), db), 'import', month);
    steps[`known ${size}`] = () => onStore(db, 'import', month);
  }
  const runs = inTurn(5, steps);
  const one = (name) => runs.ratio(name, 'node') * REPEATS;
  for (const size of sizes) {
    tell("a month's 300 rows, known", size, one(`known ${size}`), 'node -e 0', 2.2);
    tell("a month's 300 rows, new", size, one(`new ${size}`), 'node -e 0', 4);
    removed(path(`${size}-month.db`));
  }
  if (largest !== smallest)
    tell(
      "a month's 300 rows, new",
      largest,
      runs.ratio(`new ${largest}`, `new ${smallest}`),
      `into ${smallest}`,
      1.5,
    );
}

function benchLists() {
  const steps = { node };
  for (const size of sizes) {
    const store = storeOf(size);
    steps[`one ${size}`] = onStore(store, 'today', '--for', SALESPERSON, '--format', 'json');
    steps[`all ${size}`] = onStore(store, 'today', '--all', '--limit', 'none', '--format', 'json');
    steps[`lane ${size}`] = onStore(store, 'lane', '--all', '--format', 'json');
    steps[`send ${size}`] = onStore(store, 'today', '--all', '--format', 'html');
  }
  const runs = inTurn(7, steps);
  for (const size of sizes) {
    const { calls, withheld } = dueIn(storeOf(size));
    tellRatio('today for one', size, runs, `one ${size}`, 'node', 'node -e 0', 1.5);
    const goal = Math.round((1.2 + (0.9 * calls) / 1000) * 10) / 10;
    tellRatio(
      `today --all --limit none (${calls} calls, ${withheld} held back)`,
      size,
      runs,
      `all ${size}`,
      'node',
      'node -e 0',
      goal,
    );
    tellRatio('lane --all', size, runs, `lane ${size}`, 'node', 'node -e 0', 1.7);
    tellRatio('sheets for everybody', size, runs, `send ${size}`, 'node', 'node -e 0', null);
  }
  if (largest !== smallest)
    tell('today for one', largest, runs.ratio(`one ${largest}`, `one ${smallest}`), `at ${smallest}`, 1.1);
}

/** Customers on the lists of a day, and those who are due and held back. */
function dueIn(store) {
  const { command, args } = onStore(store, 'today', '--all', '--limit', 'none', '--format', 'json');
  const { stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const { lists, withheld } = JSON.parse(stdout);
  return {
    calls: lists.reduce((sum, { calls }) => sum + calls.length, 0),
    withheld: new Set(withheld.map(({ customer }) => customer.id)).size,
  };
}

function benchPlan(size) {
  const store = copied(storeOf(size), path('plan.db'));
  const list = onStore(store, 'today', '--for', SALESPERSON, '--format', 'json');
  const changed = path('changed.toml');
  writeFileSync(
    changed,
    '[[touch]]\nid = "two-years"\nlabel = "Two years"\nfrom = "sale"\nat = ["2y"]\nkind = "care"\n',
    { mode: 0o600 },
  );
  const runs = inTurn(7, { before: list, after: { ...list, args: [...list.args, '--config', changed] } });
  tell('today for one, the plan changed', size, runs.ratio('after', 'before'), 'before', 1.05);
}

function benchCommands(size) {
  const names = { node: repeated(node) };
  for (const line of LIGHT) names[line] = repeated(onStore(storeOf(size), ...line.split(' ')));
  for (const [what, text] of Object.entries(SEARCHES))
    names[`find ${what}`] = repeated(onStore(storeOf(size), 'find', text));
  const runs = inTurn(3, names);
  for (const line of LIGHT) tellRatio(line, size, runs, line, 'node', 'node -e 0', 1.7);
  for (const what of Object.keys(SEARCHES))
    tellRatio(`find ${what}`, size, runs, `find ${what}`, 'node', 'node -e 0', 2);
}

function benchExport(size) {
  const runs = inTurn(3, {
    csv: onStore(storeOf(size), 'export', 'sales'),
    json: onStore(storeOf(size), 'export', 'sales', '--format', 'json'),
    shell: shellExport(storeOf(size), '-csv', '-header'),
  });
  tellRatio('export of all sales, CSV', size, runs, 'csv', 'shell', 'sqlite3 -csv', 2);
  tellRatio('export of all sales, JSON', size, runs, 'json', 'shell', 'sqlite3 -csv', 2.2);
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: HERE, encoding: 'utf8' }).trim();
const machine = `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / MIB / 1024)} GiB, commit ${commit}, ${new Date().toISOString().slice(0, 10)}`;
console.log(machine);
for (const size of sizes) exportOf(size);
const parts = [
  benchStart,
  ...sizes.map((size) => () => benchImport(size)),
  benchMonth,
  benchLists,
  () => benchPlan(largest),
  ...sizes.map((size) => () => benchCommands(size)),
  ...sizes.map((size) => () => benchExport(size)),
];
for (const part of parts) {
  part();
  // an hour's run that ends early has told something
  if (flags.results) writeResults();
}

function writeResults() {
  const table = [
    ['What', 'Deals', 'Ratio', 'Of', 'Goal', '', 'Cpu, memory'],
    ['---', '---', '---:', '---', '---:', '---', '---'],
    ...rows,
  ];
  writeFileSync(
    join(HERE, 'RESULTS.md'),
    `# What it costs\n\n${machine}. \`npm run bench -- --sizes ${flags.sizes} --results\`; ratios of cpu time of whole processes, medians of\npairs. Light commands are measured ten at once.\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`,
  );
}
