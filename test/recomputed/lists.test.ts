/** Every list of twelve days, through the real entry point, held against a second reading of the rules over what is exported. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { type Exported, naiveLists } from './naive-lists.ts';

const DEMO = 'fixtures/demo';
const DAYS = Array.from({ length: 12 }, (_, i) =>
  new Date(Date.UTC(2026, 9, 5 + i * 4)).toISOString().slice(0, 10),
);
const HOLIDAY = '2026-10-30';
const LEFT_ON = '2026-10-28';

let folder: string;
let all: Exported;
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;

function beback(day: string, ...args: string[]): string {
  const where = ['--db', join(folder, 'store.db'), '--config', join(folder, 'store.toml'), '--on', day];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', ...where, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' },
  });
  if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
}
const json = (day: string, ...args: string[]): Json => JSON.parse(beback(day, ...args, '--json'));

/** The same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const HEADER =
  'Deal No,Customer No,First Name,Last Name,Cell Phone,Email,Birth Date,CoBuyer First Name,CoBuyer Last Name,CoBuyer Cell Phone,Sale Date,VIN,Year,Make,Model,New Used,Deal Type,Term,Lease End Date,Trade VIN,Salesperson 1,Salesperson 2,Status';
const vinOf = (n: number): string => `JH4KA8260MC${String(n).padStart(6, '0')}`;

/** Leases with and without an end, co-buyers, cars sold again and traded in, deals undone, several on one day. */
function randomSales(next: (below: number) => number): string {
  const people = ['Maria Delgado', 'Priya Nair', 'Tom Whitaker', 'Ben Kowalski'];
  const rows = Array.from({ length: 160 }, (_, i) => {
    const who = next(60);
    const [co, day] = [next(4) === 0 ? next(60) : null, plus('2026-11-18', -next(1500))];
    const type = ['Cash', 'Finance', 'Lease'][next(3)];
    const lease = type === 'Lease' && next(2) === 0 ? plus(day, 300 + next(900)) : '';
    return [
      next(6) === 0 ? `X${next(90)}` : 9000 + i,
      `N${who}`,
      `First${who}`,
      `Random${who}`,
      who % 9 === 0 ? '' : `614555${1000 + who}`,
      who % 3 === 0 ? `r${who}@example.com` : '',
      who % 2 === 0
        ? `19${50 + who}-${String((who % 12) + 1).padStart(2, '0')}-${String((who % 28) + 1).padStart(2, '0')}`
        : '',
      co === null ? '' : `First${co}`,
      co === null ? '' : `Random${co}`,
      co === null || co % 9 === 0 ? '' : `614555${1000 + co}`,
      day,
      vinOf(next(120)),
      2018 + next(8),
      'Honda',
      'Civic',
      next(2) === 0 ? 'New' : 'Used',
      type,
      type === 'Lease' ? 36 : '',
      lease,
      next(4) === 0 ? vinOf(next(120)) : '',
      people[next(4)],
      next(3) === 0 ? people[next(4)] : '',
      next(15) === 0 ? 'Unwound' : 'Sold',
    ].join(',');
  });
  return [HEADER, ...rows].join('\n');
}

const OUTCOMES =
  'talked talked appointment not-interested greeted no-answer no-answer voicemail voicemail busy text email snoozed wrong-number'.split(
    ' ',
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-recomputed-'));
  writeFileSync(
    join(folder, 'store.toml'),
    `[store]\ncountry = "US"\ntimezone = "America/Chicago"\n[plan]\ncalls_a_day = 4\n[calendar]\nholidays = [${HOLIDAY}]\n[people]\nmanagers = ["Pat"]\n`,
    { mode: 0o600 },
  );
  const next = numbers(7);
  writeFileSync(join(folder, 'random.csv'), randomSales(next));
  const files = readdirSync(DEMO).filter((file) => file.endsWith('.csv'));
  beback('2026-10-01', 'import', ...files.map((file) => join(DEMO, file)), join(folder, 'random.csv'));
  const ids: number[] = json('2026-10-01', 'export', 'customers').map(({ id }: Json) => id);
  for (const [i, day] of DAYS.entries()) {
    const rows = Array.from({ length: 45 }, () => {
      const outcome = OUTCOMES[next(OUTCOMES.length)] ?? 'talked';
      const on = plus(day, -next(9));
      const later =
        outcome === 'snoozed' ? plus(on, 1 + next(40)) : next(6) === 0 ? plus(on, 1 + next(20)) : '';
      return `${ids[next(ids.length)]},${on},${outcome === 'wrong-number' ? 'talked' : outcome},,${later}`;
    });
    writeFileSync(join(folder, 'sheet.csv'), ['customer_id,on,outcome,note,next', ...rows].join('\n'));
    beback(day, '--as', ['Maria', 'Priya', 'Tom'][i % 3] ?? '', 'log', '--sheet', join(folder, 'sheet.csv'));
  }
  const some = (): string => String(ids[next(ids.length)]);
  beback('2026-11-02', '--as', 'Pat', 'turn-off', some(), '--touch', 'service', '--why', 'elsewhere');
  beback('2026-11-02', '--as', 'Pat', 'turn-off', some(), '--all', '--why', 'asked');
  for (const id of [some(), some(), some()])
    beback('2026-11-03', '--as', 'Pat', 'block', id, 'call', '--why', 'asked');
  const promises = json('2026-11-03', 'export', 'promises').filter(({ state }: Json) => state === 'open');
  for (const { id } of promises.slice(0, 3))
    beback('2026-11-03', '--as', 'Pat', 'promise', 'done', String(id));
  beback('2026-11-05', '--as', 'Pat', 'salespeople', 'set', 'Tom Whitaker', '--left', LEFT_ON);

  const day = '2026-11-20';
  const people = new Map<string, number>(
    json(day, 'export', 'salespeople').map((one: Json) => [one.name, one.id]),
  );
  const idOf = (name: string): number => people.get(name) ?? 0;
  const givings = Array.from({ length: 60 }, (_, entry) => ({
    entry: 100_000 + entry,
    customer: ids[next(ids.length)] ?? 0,
    on: plus('2026-10-03', next(44)),
    to: next(6) === 0 ? null : idOf(SELLERS[next(SELLERS.length)] ?? ''),
  }));
  const covers = COVERS.map(([of, by, from, to]) => ({ of: idOf(of), by: idOf(by), from, to }));
  writeByHand(givings, covers);
  const exported = (what: string): Json[] => json(day, 'export', what);
  const salespeople = exported('salespeople');
  const tom = salespeople.find(({ name }) => name === 'Tom Whitaker')?.id;
  all = {
    customers: exported('customers'),
    sales: exported('sales'),
    contacts: exported('contacts'),
    'repair-orders': exported('repair-orders'),
    appointments: exported('appointments'),
    promises: exported('promises'),
    'turn-offs': exported('turn-offs'),
    salespeople,
    givings,
    covers,
    plan: json(day, 'plan'),
    leftOn: new Map([[tom, LEFT_ON]]),
    working: { businessDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], holidays: [HOLIDAY] },
  };
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const SELLERS = ['Maria Delgado', 'Priya Nair', 'Tom Whitaker', 'Ben Kowalski'];
/** One after the other, one for another, and by somebody who leaves meanwhile. */
const COVERS = [
  ['Maria Delgado', 'Priya Nair', '2026-10-08', '2026-10-14'],
  ['Priya Nair', 'Ben Kowalski', '2026-10-13', '2026-10-13'],
  ['Ben Kowalski', 'Tom Whitaker', '2026-10-20', '2026-11-10'],
  ['Priya Nair', 'Ben Kowalski', '2026-10-25', '2026-11-06'],
  ['Maria Delgado', 'Priya Nair', '2026-11-02', '2026-11-06'],
  ['Maria Delgado', 'Ben Kowalski', '2026-11-14', '2026-11-14'],
  ['Tom Whitaker', 'Maria Delgado', '2026-10-21', '2026-12-01'],
] as const;

/** What commands of their own write. */
function writeByHand(givings: Exported['givings'], covers: Exported['covers']): void {
  const db = openDatabase(join(folder, 'store.db'));
  const entry = db.prepare('INSERT INTO entry (id, customer_id) VALUES (?, ?)');
  const giving = db.prepare(
    'INSERT INTO giving (entry_id, customer_id, salesperson_id, given_on) VALUES (?, ?, ?, ?)',
  );
  const cover = db.prepare(
    'INSERT INTO cover (entry_id, of_id, by_id, from_on, to_on) VALUES (200000, ?, ?, ?, ?)',
  );
  for (const one of givings) {
    entry.run(one.entry, one.customer);
    giving.run(one.entry, one.customer, one.to, one.on);
  }
  entry.run(200_000, givings[0]?.customer);
  for (const { of, by, from, to } of covers) cover.run(of, by, from, to);
  db.close();
}

/** As the program prints them, in the shape of the recomputed ones. */
function printed({ lists, withheld }: Json) {
  return {
    lists: lists.map(({ salesperson, covered_by, calls, due, done, later, dropped }: Json) => ({
      who: salesperson?.name ?? 'house',
      coveredBy: covered_by?.name ?? null,
      calls: calls.map(({ customer, covering, reasons }: Json) => ({
        id: customer.id,
        covering: covering?.name ?? null,
        reasons: reasons.map(
          (one: Json) =>
            `${one.touch} ${one.due_on} ${one.opens_on} ${one.closes_on} ${one.sale_id} ${one.number}`,
        ),
      })),
      due,
      done,
      later: later.map((one: Json) => `${one.customer.id} ${one.planned_on} ${one.closes_on ?? ''}`),
      dropped: dropped.map((one: Json) => `${one.customer.id} ${one.closes_on ?? ''}`),
    })),
    withheld: withheld.map(({ customer, touch, why }: Json) => `${customer.id} ${touch} ${why}`).sort(),
  };
}

/** Inside a call the order is its own matter; lists stand in the order of their names. */
const sorted = ({ lists, withheld }: { lists: readonly Json[]; withheld: readonly string[] }) => ({
  withheld: [...new Set(withheld)].sort(),
  lists: lists
    .map((list) => ({
      ...list,
      calls: list.calls.map(({ reasons, ...call }: Json) => ({ ...call, reasons: [...reasons].sort() })),
    }))
    .sort((a, b) => (a.who < b.who ? -1 : 1)),
});

test.each(DAYS)('the lists of %s', (day) => {
  const names = new Map<number, string>(
    json(day, 'export', 'customers').map((one: Json) => [
      one.id,
      one.business_name ?? [one.first_name, one.last_name].filter(Boolean).join(' '),
    ]),
  );
  for (const [limit, flags] of [
    [null, []],
    ['none', ['--limit', 'none']],
    [7, ['--limit', '7']],
  ] as const) {
    const real = sorted(printed(json(day, 'today', '--all', ...flags)));
    const wanted = sorted(naiveLists(all, day, limit, names));
    expect(real.lists).toEqual(wanted.lists);
    expect(real.withheld).toEqual(wanted.withheld);
  }
});

test('whoever is asked for by name has the list they have among all', () => {
  const seen = new Set<string>();
  for (const day of DAYS) {
    const { lists } = printed(json(day, 'today', '--all'));
    for (const name of SELLERS) {
      const [own] = printed(json(day, 'today', '--for', name)).lists;
      const among = lists.find(({ who }: Json) => who === name);
      expect(own).toEqual(
        among ?? { who: name, coveredBy: null, calls: [], due: 0, done: own.done, later: [], dropped: [] },
      );
      if (own.coveredBy !== null) seen.add(`${name} by ${own.coveredBy}`);
      if (own.calls.some(({ covering }: Json) => covering !== null)) seen.add(`${name} covers`);
    }
  }
  expect([...seen].sort()).toEqual([
    'Ben Kowalski by Maria Delgado',
    'Ben Kowalski covers',
    'Maria Delgado by Ben Kowalski',
    'Maria Delgado by Priya Nair',
    'Maria Delgado covers',
    'Priya Nair by Ben Kowalski',
    'Priya Nair by Maria Delgado',
    'Priya Nair covers',
    'Tom Whitaker by Maria Delgado',
  ]);
});

test('the owner of every customer, and why', () => {
  const nameOf = new Map(all.salespeople.map(({ id, name }) => [id, name]));
  for (const day of [DAYS[0] ?? '', '2026-11-20']) {
    const { owners } = naiveLists(all, day, 'none', new Map());
    for (const { id, owner, owner_because } of json(day, 'export', 'customers')) {
      const wanted = owners.get(id);
      expect([id, owner?.name ?? null, owner_because]).toEqual([
        id,
        wanted?.owner == null ? null : nameOf.get(wanted.owner),
        wanted?.because,
      ]);
    }
  }
});
