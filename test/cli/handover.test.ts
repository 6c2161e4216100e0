/** `beback handover`: the customers of somebody who leaves go to others, are looked at before, and come back. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/engine/open-store.ts';
import { nameManagers } from '../managers.ts';
import { ANN, type Deal, DealStore, ON } from '../sold-deals.ts';

/** A deal of Dana's, a year old; nobody else's. */
const deal = (n: number, first: string, more: Deal = {}): Deal => ({
  deal: `D${n}`,
  first,
  last: `Buyer ${n}`,
  phone: `61455503${10 + n}`,
  on: '2025-11-20',
  make: 'Honda',
  model: 'Civic',
  vin: `1HGCM82633A0044${10 + n}`,
  by: 'Dana Reyes',
  ...more,
});

let store: DealStore;
beforeEach(() => {
  store = new DealStore();
  store.import([
    { ...ANN, coFirst: 'Bob', coLast: 'Lee', coPhone: '6145550177' },
    deal(2, 'Cy'),
    deal(3, 'Di', { by2: 'Lou Tan' }),
    deal(4, 'Ed'),
    deal(5, 'Bob', { last: 'Lee', phone: '6145550177', by: 'Maria Delgado' }),
    deal(6, 'Flo', { by: 'Lou Tan' }),
    deal(7, 'Gus'),
  ]);
  nameManagers(store.folder, ['Pat Boss'], '[store]\nname = "Lakeside"\n');
});
afterEach(() => store.remove());

const boss = (...args: string[]) => store.run('--as', 'Pat Boss', ...args);
const handover = (...args: string[]) => boss('handover', ...args);
const json = (...args: string[]) => JSON.parse(boss(...args, '--json').stdout);
const named = (name: string) => ({ code: null, name });
interface CustomerOut {
  readonly id: number;
  readonly first_name: string;
  readonly owner: { readonly name: string } | null;
  readonly owner_because: string;
}
const owners = (): Record<string, string> =>
  Object.fromEntries(
    (json('export', 'customers') as CustomerOut[]).map((one) => [
      `${one.first_name} ${one.id}`,
      `${one.owner?.name ?? 'house'} ${one.owner_because}`,
    ]),
  );
const leftOn = (name: string) =>
  json('salespeople').salespeople.find((one: { name: string }) => one.name === name)?.left_on;

test('the preview tells what the deed then does: who goes to whom and why, and what each receiver had and gets', () => {
  boss('log', 'Ed Buyer', 'talked', '--as', 'Lou Tan');
  const before = owners();
  const preview = json('handover', 'dana', '--dry-run');
  expect(preview).toEqual({
    dry_run: true,
    entry: null,
    from: named('Dana Reyes'),
    moved: [
      { customer_id: 1, to: named('Maria Delgado'), because: 'household' },
      { customer_id: 3, to: named('Lou Tan'), because: 'even' },
      { customer_id: 4, to: named('Lou Tan'), because: 'credited' },
      { customer_id: 5, to: named('Lou Tan'), because: 'talked' },
      { customer_id: 7, to: named('Maria Delgado'), because: 'even' },
    ],
    counts: [
      { to: named('Lou Tan'), before: 1, given: 3 },
      { to: named('Maria Delgado'), before: 1, given: 2 },
    ],
  });
  expect(owners()).toEqual(before);
  const { entry, ...done } = json('handover', 'dana');
  expect(entry).toBeGreaterThan(0);
  expect({ ...done, dry_run: true, entry: null }).toEqual(preview);
  expect([leftOn('Dana Reyes'), boss('orphans').status]).toEqual([ON, 0]);
  expect(json('journal', 'Cy Buyer').entries[0]).toMatchObject({
    id: entry,
    action: 'handover',
    customer: null,
    details: { name: 'Dana Reyes', stays: false, left: { before: null, after: ON } },
  });
});

test('--to, --among, --even and --stays; a customer who may not be called goes too', () => {
  boss('block', 'Gus Buyer', 'call');
  const all = json('handover', 'Dana Reyes', '--to', 'Lou Tan', '-n');
  expect(all.moved.map(({ because }: { because: string }) => because)).toEqual(Array(5).fill('named'));
  expect(all.counts).toEqual([{ to: named('Lou Tan'), before: 1, given: 5 }]);
  boss('salespeople', 'add', 'Zed New');
  const among = json('handover', 'Dana Reyes', '--even', '--among', ' zed , Lou Tan,zed', '--stays');
  expect(among.counts).toEqual([
    { to: named('Lou Tan'), before: 1, given: 2 },
    { to: named('Zed New'), before: 0, given: 3 },
  ]);
  expect(leftOn('Dana Reyes')).toBe(null);
  expect(owners()).toMatchObject({ 'Ann 1': 'Zed New given', 'Gus 7': expect.stringContaining('given') });
});

test('of somebody who left before, their customers move from whoever has them since; the leaving day stays', () => {
  boss('salespeople', 'set', 'Dana Reyes', '--left', '2026-11-02');
  expect(owners()).toMatchObject({ 'Di 4': 'Lou Tan next-credited', 'Cy 3': 'house house' });
  const { moved, counts } = json('handover', 'Dana Reyes', '--to', 'Maria Delgado');
  expect(moved).toHaveLength(5);
  expect(counts).toEqual([{ to: named('Maria Delgado'), before: 1, given: 5 }]);
  expect(leftOn('Dana Reyes')).toBe('2026-11-02');
});

test('a leaving day to come is today instead, and is back when that is taken back', () => {
  boss('salespeople', 'set', 'Dana Reyes', '--left', '2026-12-24');
  const { entry } = json('handover', 'Dana Reyes');
  expect(leftOn('Dana Reyes')).toBe(ON);
  expect(boss('undo', `${entry}`).status).toBe(0);
  expect(leftOn('Dana Reyes')).toBe('2026-12-24');
});

test('nothing to move: done, and the person has left', () => {
  boss('salespeople', 'add', 'Zed New');
  const { status, stdout } = handover('Zed New');
  expect([status, stdout]).toEqual([
    0,
    'Zed New, who is gone from Nov 21 on, has no customers to hand over.\n',
  ]);
  expect(leftOn('Zed New')).toBe(ON);
});

test('taken back weeks later, whoever was given again since stays and is named; a second time is exit 2', () => {
  const before = owners();
  const { entry } = json('handover', 'Dana Reyes');
  const again = json('give', 'Cy Buyer', '--to', 'house', '--why', 'asked', '--on', '2026-11-22').entry;
  const undone = boss('undo', `${entry}`, '--json');
  expect([undone.status, JSON.parse(undone.stdout).kept]).toEqual([3, [{ customer_id: 3, entry: again }]]);
  expect(owners()).toEqual({ ...before, 'Cy 3': before['Cy 3'] });
  const later = (
    JSON.parse(boss('export', 'customers', '--json', '--on', '2026-11-22').stdout) as CustomerOut[]
  )[2];
  expect(later?.owner_because).toBe('given');
  expect([leftOn('Dana Reyes'), boss('undo', `${entry}`).status]).toEqual([null, 2]);
});

test('the text of what came back names whoever stays', () => {
  const { entry } = json('handover', 'Dana Reyes');
  const again = json('give', 'Cy Buyer', '--to', 'Lou Tan', '--why', 'asked').entry;
  expect(boss('undo', `${entry}`).stdout).toBe(
    `Taken back: entry ${entry}, handed over 5 customers of Dana Reyes, who left
4 customers are back as before,
  #3 Cy Buyer 2 stays: given again, entry ${again}
`,
  );
});

test('the text shows what each receiver gets, and the first ten customers with the reason', () => {
  store.import(Array.from({ length: 8 }, (_, i) => deal(20 + i, 'Hal')));
  const { stdout, stderr } = handover('Dana Reyes', '-n');
  expect(stdout).toBe(`13 customers of Dana Reyes, who would be gone from Nov 21 on, would go to 2 people.

To             With a car  Gets
Lou Tan                 1     7
Maria Delgado           1     6

 Id  Customer      To             Because who gets them
 #1  Ann Lee       Maria Delgado  looks after their household
 #3  Cy Buyer 2    Lou Tan        has the fewest customers
 #4  Di Buyer 3    Lou Tan        also credited with their last sale
 #5  Ed Buyer 4    Maria Delgado  has the fewest customers
 #7  Gus Buyer 7   Lou Tan        has the fewest customers
 #8  Hal Buyer 20  Maria Delgado  has the fewest customers
 #9  Hal Buyer 21  Lou Tan        has the fewest customers
#10  Hal Buyer 22  Maria Delgado  has the fewest customers
#11  Hal Buyer 23  Lou Tan        has the fewest customers
#12  Hal Buyer 24  Maria Delgado  has the fewest customers
and 3 more; all with --json
`);
  expect(stderr).toBe('Nothing was changed: leave out --dry-run to hand them over.\n');
});

const refused: readonly (readonly [string, readonly string[], string])[] = [
  ['an unknown leaver', ['Nobody'], 'no salesperson "Nobody"'],
  ['a name two people have', ['Sam'], '"Sam" fits Sam Ash (77), Sam Elm (78)'],
  ['to the leaver', ['Dana Reyes', '--to', 'dana'], 'cannot receive their own'],
  ['among them the leaver', ['Dana Reyes', '--among', 'Lou Tan,Dana Reyes'], 'cannot receive their own'],
  ['to somebody who left', ['Dana Reyes', '--to', 'Gone Girl'], 'Gone Girl is no longer here'],
  ['among them somebody who left', ['Dana Reyes', '--among', 'Lou Tan,Gone Girl'], 'no longer here'],
  ['among an unknown name', ['Dana Reyes', '--among', 'Lou Tan,Nobody'], 'no salesperson "Nobody"'],
  ['among nobody', ['Dana Reyes', '--among', ' , '], '--among names nobody'],
  ['to the house', ['Dana Reyes', '--to', 'house'], 'does not go to the house'],
  ['to one and among some', ['Dana Reyes', '--to', 'Lou Tan', '--among', 'Lou Tan'], 'exclude each other'],
  ['to one and evenly', ['Dana Reyes', '--to', 'Lou Tan', '--even'], 'exclude each other'],
  ['somebody who left stays', ['Gone Girl', '--stays'], 'cannot stay'],
  ['a blank reason', ['Dana Reyes', '--why', ' '], '--why is empty'],
  ['a day to come', ['Dana Reyes', '--on', '2099-01-01'], 'still to come'],
];
test('bad input is exit 2 in words, and nothing is changed', () => {
  boss('salespeople', 'add', 'Sam Ash', '--code', '77');
  boss('salespeople', 'add', 'Sam Elm', '--code', '78');
  boss('salespeople', 'add', 'Gone Girl', '--left', '2026-11-20');
  const told = refused.map(([what, args]) => {
    const { status, stdout, stderr } = handover(...args);
    return [what, status, stdout, stderr];
  });
  expect(told).toEqual(refused.map(([what, , says]) => [what, 2, '', expect.stringContaining(says)]));
  const { status, stderr } = store.run('--as', 'Lou Tan', 'handover', 'Dana Reyes', '-n');
  expect([status, stderr]).toEqual([2, expect.stringContaining('is for managers')]);
  expect(JSON.parse(boss('journal', '--json').stdout).entries[0].action).toBe('salespeople');
  expect(leftOn('Dana Reyes')).toBe(null);
});

test('nobody left to receive is exit 2', () => {
  boss('salespeople', 'set', 'Lou Tan', '--left', ON);
  boss('salespeople', 'set', 'Maria Delgado', '--left', ON);
  const { status, stderr } = handover('Dana Reyes');
  expect([status, stderr]).toEqual([2, expect.stringContaining('there is nobody to take the customers')]);
});

test('while another writes it is exit 75, and nothing is changed; looking works all the same', () => {
  const other = openStore(join(store.folder, 'store.db'));
  try {
    other.exec('BEGIN IMMEDIATE');
    expect(handover('Dana Reyes').status).toBe(75);
    expect(boss('give', '1', '--to', 'Lou Tan', '--why', 'x').status).toBe(75);
    expect(handover('Dana Reyes', '-n').status).toBe(0);
  } finally {
    other.close();
  }
  expect(leftOn('Dana Reyes')).toBe(null);
});

test('--out writes a sheet for each who gets somebody: phones that may be called, cars, what the leaver noted and promised', () => {
  boss('log', 'Ed Buyer', 'talked', '-m', 'wants <b>red</b>', '--as', 'Dana Reyes', '--on', '2026-11-02');
  boss('promise', 'Ed Buyer', 'winter tyres', '--on', '2026-12-01', '--as', 'Dana Reyes');
  boss('note', 'Ed Buyer', 'twins');
  boss('block', 'Cy Buyer', 'call');
  boss('salespeople', 'add', 'Zed New');
  const sheets = join(store.folder, 'sheets');
  const { status, stderr } = handover('Dana Reyes', '--among', 'Lou Tan,Zed New', '--out', sheets);
  expect(status).toBe(0);
  const names = readdirSync(sheets).sort();
  expect(names).toEqual([`handover-${ON}-lou-tan.html`, `handover-${ON}-zed-new.html`]);
  expect(stderr).toContain(join(sheets, names[0] ?? ''));
  const text = names.map((name) => readFileSync(join(sheets, name), 'utf8')).join('');
  expect(text).toContain('wants &lt;b&gt;red&lt;/b&gt;');
  for (const said of [
    'winter tyres',
    'twins',
    '(614) 555-0314',
    '2026-11-21',
    'Honda Civic',
    'asked not to be called',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('555-0312');
});

test('a folder that cannot be is exit 1 or 2, and nobody is handed over', () => {
  const { status } = handover('Dana Reyes', '--out', join(store.file([]), 'sheets'));
  expect([1, 2]).toContain(status);
  expect(leftOn('Dana Reyes')).toBe(null);
});
