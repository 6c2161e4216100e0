/**
 * A simulated year in a store of 1,500 deals a year and 15 salespeople: what becomes of each touch of the plan when everybody makes
 * so many calls each business day. The same table each time.
 *
 * `npm run bench:year -- --calls 12 --every month`; `--plan FILE` for another plan, `--years 5` of history, `--seed 1`.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { numbers, seedOf } from '../make-export.mjs';
import { writeExports } from './deals.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const BEBACK = join(HERE, '..', '..', 'bin', 'beback.js');
const [PEOPLE, DEALS_A_YEAR] = [15, 1500];
const [FROM, TO] = ['2025-11-01', '2026-10-31'];
const EVERY = ['month', 'week', 'day'];

const { values: flags } = parseArgs({
  options: {
    calls: { type: 'string', default: '12' },
    every: { type: 'string', default: 'month' },
    years: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    plan: { type: 'string' },
  },
});
if (!EVERY.includes(flags.every)) throw new Error(`--every is one of ${EVERY.join(', ')}`);
const [calls, years, seed] = [flags.calls, flags.years, flags.seed].map(Number);

mkdirSync(join(HERE, '..', 'data'), { recursive: true });
const folder = mkdtempSync(join(HERE, '..', 'data', 'year-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
const path = (name) => join(folder, name);
const [db, settings] = [path('store.db'), path('store.toml')];

function beback(...args) {
  const done = spawnSync(process.execPath, [BEBACK, '--db', db, ...args], { encoding: 'utf8' });
  // 3: rows that need a look
  if (done.status !== 0 && done.status !== 3)
    throw new Error(`beback ${args.join(' ')} failed:\n${done.error ?? done.stderr}`);
}

/** The program's own code, out of its source: a year of processes would take too long. */
async function simulateYear() {
  const bundle = await rolldown({
    input: join(HERE, 'simulate.ts'),
    platform: 'node',
    external: [/^libphonenumber-js/, 'iconv-lite'],
    logLevel: 'warn',
  });
  const file = path('simulate.mjs');
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  return (await import(file)).simulateYear;
}

const dayText = (ms) => new Date(ms).toISOString().slice(0, 10);
/** The first of each month, each Monday or each day of the year. */
const importDays = () => {
  const days = [];
  for (let at = Date.parse(FROM); at <= Date.parse(TO); at += 86_400_000) {
    const on = new Date(at);
    const isOne = { month: on.getUTCDate() === 1, week: on.getUTCDay() === 1, day: true }[flags.every];
    if (isOne || at === Date.parse(FROM)) days.push(dayText(at));
  }
  return days;
};

writeFileSync(
  settings,
  `[store]\ncountry = "US"\ntimezone = "America/Chicago"\n${flags.plan === undefined ? `[plan]\ncalls_a_day = ${calls}\n` : readFileSync(flags.plan, 'utf8')}`,
  { mode: 0o600 },
);
const first = `${Number(FROM.slice(0, 4)) - years}${FROM.slice(4)}`;
const shape = { first, last: TO, aYear: DEALS_A_YEAR, people: PEOPLE, seed };
const files = writeExports(folder, shape, importDays());
const taken = new Map(files.map(({ on, path: file }) => [on, file]));
const importFor = (day) => {
  const file = taken.get(day);
  if (file === undefined) return false;
  beback('--on', day, '--quiet', 'import', file);
  return true;
};
importFor(FROM);
taken.delete(FROM);

const year = (await simulateYear())({
  db,
  settings,
  from: FROM,
  to: TO,
  calls,
  seed,
  random: numbers(seedOf(7, seed)),
  importFor,
  onMonth: (day) => process.stderr.write(`${day}\n`),
});

function printTable(titles, rows) {
  const cells = [titles, ...rows.map((row) => row.map(String))];
  const widths = titles.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  for (const row of cells)
    console.log(
      row.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  '),
    );
  console.log();
}
const sum = (rows, of) => rows.reduce((total, row) => total + of(row), 0);
const percent = (part, whole) => (whole === 0 ? '-' : `${Math.round((100 * part) / whole)} %`);

console.log(
  `${FROM} to ${TO}, ${year.businessDays} business days; ${DEALS_A_YEAR} deals a year, ${years} years of them before; an export each ${flags.every}; ${calls} calls a day, seed ${seed}\n`,
);
const touches = [...year.touches].sort(([, a], [, b]) => b.cameUp - a.cameUp);
const ends = Object.keys(touches[0]?.[1].ends ?? {});
printTable(
  ['touch', 'too late', 'came up', 'called', '', ...ends, 'uncalled'],
  [
    ...touches,
    [
      'all',
      {
        tooLate: sum(touches, ([, row]) => row.tooLate),
        cameUp: sum(touches, ([, row]) => row.cameUp),
        called: sum(touches, ([, row]) => row.called),
        ends: Object.fromEntries(ends.map((end) => [end, sum(touches, ([, row]) => row.ends[end])])),
      },
    ],
  ].map(([touch, row]) => [
    touch,
    row.tooLate,
    row.cameUp,
    row.called,
    percent(row.called, row.cameUp),
    ...ends.map((end) => row.ends[end]),
    percent(row.ends['closed uncalled'], row.cameUp),
  ]),
);
const reasons = [...new Set(touches.flatMap(([, row]) => Object.keys(row.withheld)))].sort();
printTable(
  ['withheld throughout', ...reasons],
  touches.map(([touch, { withheld }]) => [touch, ...reasons.map((why) => withheld[why] ?? 0)]),
);
const aDay = (count) => (count / year.businessDays).toFixed(1);
printTable(
  ['salesperson', 'calls a day', 'due a day'],
  [
    ...year.people.map(({ name, calls: made, due }) => [name ?? 'house', aDay(made), aDay(due)]),
    ['all', aDay(sum(year.people, (one) => one.calls)), aDay(sum(year.people, (one) => one.due))],
  ],
);
const made = sum(year.people, (one) => one.calls);
printTable(
  ['what came of calls', 'calls', ''],
  [
    ...[...year.outcomes]
      .sort(([, a], [, b]) => b - a)
      .map(([outcome, count]) => [outcome, count, percent(count, made)]),
    ['all', made, ''],
  ],
);
