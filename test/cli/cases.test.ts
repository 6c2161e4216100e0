/** `beback case` and `beback cases` through the real entry point: a customer about to leave, from the first word to the call afterwards. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Year,Make,Model,Salesperson 1,Do Not Call
1,C1,Ann Lee,6145550101,2022-06-19,1HGCM82633A004352,2022,Honda,Accord,Max Orr,
2,C2,Bo Ash,6145550102,2022-06-19,2HGES16575H591817,2022,Honda,Civic,Dana Reyes,
3,C3,Cy Fox,6145550103,2022-06-19,JHMCM56557C404453,2022,Honda,Civic,Dana Reyes,Y
4,C4,Di Elm,6145550104,2022-06-19,1FTEW1E50LFA00001,2022,Ford,F-150,Lou Tan,
`;
const ORDERS = `RO Number,Customer No,Customer Name,VIN,Open Date,Close Date,Customer Pay
40112,C1,Ann Lee,1HGCM82633A004352,2026-11-10,2026-11-13,250.00
`;
const SETTINGS = `[store]
name = "Lakeside"
country = "US"
timezone = "America/Chicago"
[people]
managers = ["Pat Boss"]
assistants = { "Kim Doe" = ["Max Orr"] }
service = ["Maria Delgado", "Sam Ortiz"]
`;

let folder: string;
let db: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-cases-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A store of its own, so that no part of this file rests on another. */
function openStoreNamed(name: string): void {
  db = join(folder, `${name}.db`);
  writeFileSync(join(folder, `${name}.toml`), SETTINGS);
  for (const [file, text] of [
    ['sales.csv', SALES],
    ['orders.csv', ORDERS],
  ] as const) {
    writeFileSync(join(folder, file), text);
    expect(beback('Max Orr', '2026-11-16', 'import', join(folder, file)).stderr).toBe('');
  }
}

function beback(as: string, day: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', db, '--on', day, '--as', as, ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' } },
  );
  return { status, stdout, stderr };
}
const MARIA = 'Maria Delgado';
const json = (day: string, ...args: string[]) => {
  const { status, stdout, stderr } = beback(MARIA, day, ...args, '--json');
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
};
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;
/** `code: message` of what is refused. */
const refused = (day: string, ...args: string[]): string => {
  const { status, stdout, stderr } = beback(MARIA, day, ...args, '--json');
  expect([status, stdout]).toEqual([2, '']);
  const { code, message } = JSON.parse(stderr).error;
  return `${code}: ${message}`;
};
/** `salesperson: customer: touch due opens, …` of the calls with a case, or after one. */
const calls = (day: string): string[] =>
  json(day, 'today', '--all', '--limit', 'none').lists.flatMap(({ salesperson, calls: all }: Json) =>
    all.flatMap(({ customer, reasons }: Json) => {
      const own = reasons.filter(({ touch }: Json) => touch === 'case' || touch === 'case-follow-up');
      return own.length === 0
        ? []
        : `${salesperson?.name ?? 'house'}: ${customer.name}: ${own.map((one: Json) => `${one.touch} ${one.due_on} ${one.opens_on}`).join(', ')}`;
    }),
  );

test('a repair, a car kept three days, a customer about to leave: recovered, and called afterwards', () => {
  openStoreNamed('story');
  // Monday the 16th; Thanksgiving is no day off unless the settings say so
  const opened = json(
    '2026-11-16',
    ...['case', 'open', '1', 'kept three days, no call', '--severity', 'high', '--ro', '040112'],
  );
  const { id } = opened.case;
  expect(opened).toEqual({
    entry: id,
    case: {
      id,
      customer: { id: 1, name: 'Ann Lee' },
      headline: 'kept three days, no call',
      severity: 'high',
      opened_on: '2026-11-16',
      opened_at: expect.stringMatching(/Z$/),
      owner: null,
      repair_order: '40112',
      sale_id: null,
      state: 'new',
      situation: null,
      needs: null,
      limits: null,
      offers: [],
      promises: [],
      updates: [],
      met: [],
      amount_before_cents: null,
      amount_after_cents: null,
      answer_by: '2026-11-17',
      close_by: '2026-11-21',
      late: null,
      closed_on: null,
      outcome: null,
      apologised: false,
    },
  });
  const of = String(id);
  expect(json('2026-11-16', 'case', 'own', of, MARIA).case.owner).toBe(MARIA);
  // nobody of the salespeople owns it: it stands with whose customer it is
  expect(calls('2026-11-16')).toEqual(['Max Orr: Ann Lee: case 2026-11-17 2026-11-16']);
  const heard = json(
    '2026-11-16',
    ...['case', 'note', of, '--situation', 'a repair of $250, and the car was gone for three days'],
    ...['--needs', 'to be told before she has to ask', '--limits', 'not a fourth day without a car'],
  ).case;
  expect([heard.situation, heard.needs, heard.limits, heard.state]).toEqual([
    'a repair of $250, and the car was gone for three days',
    'to be told before she has to ask',
    'not a fourth day without a car',
    'new',
  ]);
  expect(json('2026-11-17', 'case', 'offer', of, 'a loaner, and the repair on us').case.offers).toEqual([
    { on: '2026-11-17', text: 'a loaner, and the repair on us' },
  ]);
  // answered: it comes back the business day before it is to be closed
  expect(calls('2026-11-17')).toEqual([]);
  expect(calls('2026-11-20')).toEqual(['Max Orr: Ann Lee: case 2026-11-21 2026-11-20']);
  const promised = json(
    '2026-11-17',
    ...['case', 'promise', of, 'the failed part on the bench, to look at', '--due', '2026-11-19'],
  ).case;
  expect(promised.promises).toEqual([
    {
      n: 1,
      text: 'the failed part on the bench, to look at',
      due_on: '2026-11-19',
      kept_on: null,
      state: 'open',
    },
  ]);
  expect(calls('2026-11-18')).toEqual(['Max Orr: Ann Lee: case 2026-11-19 2026-11-18']);
  expect(json('2026-11-18', 'case', 'kept', of, '1').case.promises).toMatchObject([
    { n: 1, kept_on: '2026-11-18', state: 'kept' },
  ]);
  expect(
    json('2026-11-18', 'case', 'update', of, 'the part is in, ready on Thursday', '--cc', 'Max Orr').case
      .updates,
  ).toEqual([{ on: '2026-11-18', by: MARIA, text: 'the part is in, ready on Thursday', cc: 'Max Orr' }]);
  expect(json('2026-11-18', 'case', 'met', of, 'Sam Ortiz, service manager').case.met).toEqual([
    'Sam Ortiz, service manager',
  ]);
  const amounts = json('2026-11-19', 'case', 'amounts', of, '--before', '$250', '--after', '5,000.00').case;
  expect([amounts.amount_before_cents, amounts.amount_after_cents]).toEqual([25_000, 500_000]);
  const closed = json('2026-11-20', 'case', 'close', of, '--outcome', 'recovered', '--apologised').case;
  expect(closed).toMatchObject({
    state: 'closed',
    closed_on: '2026-11-20',
    outcome: 'recovered',
    apologised: true,
    late: null,
  });
  expect(calls('2026-11-20')).toEqual([]);
  expect(calls('2026-11-21')).toEqual(['Max Orr: Ann Lee: case-follow-up 2026-11-21 2026-11-21']);
  expect(json('2026-11-20', 'cases', '--all').cases).toEqual([]);
  expect(json('2026-11-20', 'cases', '--closed')).toEqual({ on: '2026-11-20', cases: [closed] });
  // a day of the past knows nothing of what came later
  expect(json('2026-11-17', 'case', 'show', of).case).toEqual(promised);
  expect(json('2026-11-17', 'cases').cases).toEqual([promised]);
  expect(json('2026-11-16', 'case', 'show', of)).toEqual({ case: heard });
  // all of it is in the journal, and told in words
  const journal = beback('Pat Boss', '2026-11-20', 'journal', '1').stdout;
  expect(journal).toContain('opened a case: kept three days, no call');
  expect(journal).toContain('closed as recovered, apologised');
  const exported = beback('Pat Boss', '2026-11-20', 'export', 'cases').stdout;
  expect(exported).toContain('"Sam Ortiz, service manager"');
  expect(JSON.parse(beback('Pat Boss', '2026-11-20', 'export', 'cases', '--json').stdout)).toEqual([closed]);
}, 120_000);

describe('what is refused', () => {
  const D = '2026-11-18';
  let of: string;
  beforeAll(() => {
    openStoreNamed('refused');
    of = String(json(D, 'case', 'open', '2', 'smells of smoke', '--sale', '2').case.id);
  }, 60_000);

  test('a case that is not there, nobody, several people at once, no words', () => {
    expect(refused(D, 'case', 'note', '9999', '--needs', 'x')).toMatch('unknown-case: there is no case 9999');
    expect(refused(D, 'case', 'show', 'two')).toMatch('usage: "two" is not the number of a case');
    expect(refused('2026-11-17', 'case', 'show', of)).toMatch('opened on 2026-11-18, after 2026-11-17');
    expect(refused(D, 'case', 'open', '77', 'x')).toMatch('unknown-customer');
    expect(refused(D, 'case', 'open', '2', ' ')).toMatch('no-text: it is not said what it is about');
    expect(refused(D, 'case', 'offer', of, ' ')).toMatch('no-text');
    expect(refused(D, 'case', 'note', of)).toMatch('no-text: there is nothing to note');
    expect(refused(D, 'case', 'note', of, '--needs', '')).toMatch('no-text');
    expect(refused(D, 'case', 'update', of, 'x', '--cc', ' ')).toMatch('no-text');
    expect(refused(D, 'case', 'met', of, 'Sam\nOrtiz')).toMatch('bad-name');
    expect(refused(D, 'case', 'open', '2', 'x', '--severity', 'awful')).toMatch('usage');
    expect(refused(D, 'case', 'open', '2', 'x', '--ro', '1', '--sale', '2')).toMatch(
      'usage: --ro and --sale',
    );
    expect(refused(D, 'case', 'open', '2', 'x', '--sale', '1')).toMatch('deal-of-another');
    expect(refused(D, 'case', 'open', '2', 'x', '--sale', '999')).toMatch('unknown-deal');
  }, 60_000);

  test('an owner who is nobody, an assistant alone, somebody who has left', () => {
    expect(refused(D, 'case', 'own', of, 'Mara Delgado')).toBe(
      'unknown-person: nobody here is called Mara Delgado; did you mean Maria Delgado?',
    );
    expect(refused(D, 'case', 'own', of, 'Kim Doe')).toMatch('unknown-person');
    expect(refused(D, 'case', 'open', '2', 'x', '--own', 'Nobody')).toMatch('unknown-person');
    expect(json(D, 'case', 'own', of, 'Pat Boss').case.owner).toBe('Pat Boss');
    expect(json(D, 'case', 'own', of, 'max').case.owner).toBe('Max Orr');
    expect(beback('Pat Boss', D, 'salespeople', 'set', 'Lou Tan', '--left', '2026-11-18').status).toBe(0);
    expect(refused(D, 'case', 'own', of, 'Lou Tan')).toMatch('has-left');
  }, 60_000);

  test('a promise for a day gone by, and one that is not there or was kept', () => {
    expect(refused(D, 'case', 'promise', of, 'call', '--due', '2026-11-17')).toMatch('bad-day');
    expect(refused(D, 'case', 'promise', of, 'call', '--due', 'soon')).toMatch('bad-day');
    expect(refused(D, 'case', 'promise', of, 'call')).toMatch('usage');
    expect(refused(D, 'case', 'kept', of, '1')).toMatch('unknown-promise: nothing has been promised');
    expect(json(D, 'case', 'promise', of, 'call', '--due', 'today').case.promises[0]).toMatchObject({
      due_on: D,
      state: 'open',
    });
    expect(refused(D, 'case', 'kept', of, '2')).toMatch('unknown-promise');
    json(D, 'case', 'kept', of, '1');
    expect(refused('2026-11-19', 'case', 'kept', of, '1')).toMatch('already-kept');
  }, 60_000);

  test('an amount that is none', () => {
    expect(refused(D, 'case', 'amounts', of)).toMatch('no-amount');
    expect(refused(D, 'case', 'amounts', of, '--before', 'much')).toMatch('bad-amount: --before much');
    expect(refused(D, 'case', 'amounts', of, '--after=-5')).toMatch('bad-amount');
    expect(json(D, 'case', 'amounts', of, '--after', '0').case.amount_after_cents).toBe(0);
  }, 60_000);

  test('a day to come', () => {
    for (const args of [
      ['open', '2', 'x'],
      ['offer', of, 'x'],
      ['reopen', of],
    ])
      expect(refused('2999-01-01', 'case', ...args)).toMatch('future-day');
  }, 60_000);

  test('closing without all that was to be heard, naming what lacks at once', () => {
    const close = (...args: string[]) => refused(D, 'case', 'close', of, ...args);
    expect(close('--outcome', 'recovered')).toBe(
      `not-heard: case ${of} cannot be closed as recovered: situation, needs, limits and apologised are missing`,
    );
    json(D, 'case', 'note', of, '--situation', 'the seats smell', '--limits', 'no third visit');
    expect(close('--outcome', 'unresolved')).toMatch('as unresolved: needs and apologised are missing');
    expect(close('--outcome', 'recovered', '--apologised')).toMatch('as recovered: needs is missing');
    json(D, 'case', 'note', of, '--needs', 'a clean car');
    expect(close('--outcome', 'recovered')).toMatch('as recovered: apologised is missing');
    expect(close('--outcome', 'sold')).toMatch('usage');
    expect(close()).toMatch('usage');
  }, 60_000);

  test('a closed case is changed only by opening it again', () => {
    expect(refused(D, 'case', 'reopen', of)).toMatch(`not-closed: case ${of} is open`);
    expect(json(D, 'case', 'close', of, '--outcome', 'withdrawn').case).toMatchObject({
      outcome: 'withdrawn',
      apologised: false,
    });
    for (const args of [
      ['note', of, '--needs', 'x'],
      ['offer', of, 'x'],
      ['promise', of, 'x', '--due', 'tomorrow'],
      ['kept', of, '1'],
      ['update', of, 'x'],
      ['met', of, 'x'],
      ['amounts', of, '--after', '1'],
      ['own', of, MARIA],
      ['close', of, '--outcome', 'withdrawn'],
    ])
      expect(refused('2026-11-19', 'case', ...args)).toMatch(`case-closed: case ${of} was closed on ${D}`);
    // whoever was not leaving is not asked how it went
    expect(calls('2026-11-19').filter((one) => one.includes('Bo Ash'))).toEqual([]);
    expect(json('2026-11-20', 'case', 'reopen', of).case).toMatchObject({
      state: 'new',
      closed_on: null,
      outcome: null,
    });
    expect(refused('2026-11-19', 'case', 'close', of, '--outcome', 'withdrawn')).toMatch(
      'opened again on 2026-11-20',
    );
    expect(json('2026-11-19', 'case', 'show', of).case.state).toBe('closed');
  }, 60_000);
});

describe('taken back', () => {
  const D = '2026-11-18';
  beforeAll(() => openStoreNamed('undone'), 60_000);
  const undone = (entry: number) => beback('Pat Boss', D, 'undo', String(entry), '--json');

  test('one step at a time; what a later one rests on stays', () => {
    const opened = json(D, 'case', 'open', '4', 'a scratch').entry;
    const of = String(opened);
    const note = json(D, ...['case', 'note', of, '--situation', 'a', '--needs', 'b', '--limits', 'c']).entry;
    const promise = json(D, 'case', 'promise', of, 'polish', '--due', 'today').entry;
    const kept = json(D, 'case', 'kept', of, '1').entry;
    const closed = json(D, 'case', 'close', of, '--outcome', 'unresolved', '--apologised').entry;
    for (const entry of [opened, note, promise, kept]) {
      const { status, stderr } = undone(entry);
      expect([status, JSON.parse(stderr).error.code]).toEqual([2, 'later-entry']);
    }
    const reopened = json(D, 'case', 'reopen', of).entry;
    expect(undone(closed).status).toBe(2);
    for (const entry of [reopened, closed, kept, promise]) expect(undone(entry).status).toBe(0);
    expect(json(D, 'case', 'show', of).case).toMatchObject({ state: 'new', promises: [], needs: 'b' });
    for (const entry of [note, opened]) expect(undone(entry).status).toBe(0);
    expect(refused(D, 'case', 'show', of)).toMatch('unknown-case');
  }, 60_000);
});

describe('on the lists', () => {
  const D = '2026-11-24';
  let mine: number;
  beforeAll(() => {
    openStoreNamed('lists');
    // Di Elm is the house's: Lou Tan has left; Bo Ash is Dana's
    beback('Pat Boss', '2026-11-18', 'salespeople', 'set', 'Lou Tan', '--left', '2026-11-18');
    json('2026-11-18', 'case', 'open', '2', 'smells of smoke', '--own', 'Max Orr');
    mine = json('2026-11-23', 'case', 'open', '2', 'rattles again', '--own', 'Max Orr').case.id;
    json('2026-11-23', 'case', 'open', '3', 'never called back', '--own', 'Dana Reyes');
    json('2026-11-23', 'case', 'open', '4', 'wrong bill');
    json('2026-11-23', 'case', 'promise', String(mine), 'a price, in writing', '--due', '2026-11-25');
    beback('Dana Reyes', '2026-11-23', 'promise', '2', 'tyres', '--next', D);
  }, 60_000);
  const lists = (...args: string[]) => json(D, 'today', '--limit', 'none', ...args).lists;

  test('the case stands with who owns it, the rest with whose customer it is', () => {
    const found = lists('--all').flatMap(({ salesperson, calls: all }: Json) =>
      all.map(
        ({ customer, reasons, also }: Json) =>
          `${salesperson?.name ?? 'house'}: ${customer.name} ${reasons.map(({ touch }: Json) => touch)} ${also.map(({ name }: Json) => name)}`,
      ),
    );
    expect(found).toContain('Max Orr: Bo Ash case,case Dana Reyes');
    expect(found).toContain('house: Di Elm case ');
    const danas = found.filter((one: string) => one.startsWith('Dana Reyes: Bo Ash'));
    expect(danas).toHaveLength(1);
    expect(danas[0]).toMatch(/Bo Ash promise.* Max Orr$/);
  }, 60_000);

  test('a list asked for alone is the same as among all', () => {
    const all = lists('--all');
    for (const { salesperson, calls: own } of all)
      expect(lists('--for', salesperson?.name ?? 'house')[0].calls).toEqual(own);
  }, 60_000);

  test('it is told in words in every format, by when, and what was promised', () => {
    for (const format of ['table', 'text', 'csv', 'html', 'ics']) {
      const told = beback(MARIA, D, 'today', '--for', 'Max Orr', '--format', format).stdout;
      const text = told.replace(/\r\n /g, '').replace(/\\/g, '');
      for (const words of ['Case: rattles again', 'answer today', 'promised for Nov 25: a price, in writing'])
        expect(`${format}: ${text}`).toContain(words);
      expect(text).toContain('also on the list of Dana Reyes'.slice(format === 'csv' ? 20 : 0));
    }
    expect(beback(MARIA, D, 'show', '2').stdout).toContain(`case ${mine} (Max Orr): rattles again`);
    expect(beback(MARIA, D, 'whose', '2').stdout).toContain(`case ${mine} (Max Orr): rattles again`);
    expect(beback(MARIA, D, 'why', '2').stdout).toContain(`In case ${mine} something is to be done by`);
    expect(json(D, 'whose', '2').customers[0].cases.map(({ id }: Json) => id)).toContain(mine);
  }, 60_000);

  test('who may not be called is on no list, but for the word of it', () => {
    const { withheld } = json(D, 'today', '--all');
    expect(withheld).toContainEqual(
      expect.objectContaining({ customer: { id: 3, name: 'Cy Fox' }, touch: 'case', why: 'do-not-contact' }),
    );
  }, 60_000);

  test('whoever is let down is offered nothing', () => {
    const config = join(folder, 'sell.toml');
    writeFileSync(
      config,
      `${SETTINGS}
[[touch]]
id = "offer"
label = "Offer"
from = "sale"
every = "1d"
kind = "sell"
`,
    );
    const why = (day: string) =>
      json(day, 'today', '--all', '--config', config).withheld.flatMap(
        ({ customer, touch, why: one }: Json) => (touch === 'offer' ? `${customer.name} ${one}` : []),
      );
    expect(why(D)).toEqual(['Bo Ash open-case', 'Cy Fox do-not-contact', 'Di Elm open-case']);
    expect(why('2026-11-15')).toEqual(['Cy Fox do-not-contact']);
    expect(beback(MARIA, D, 'why', '4', '--config', config).stdout).toContain(
      'nothing is offered until it is closed',
    );
    expect(beback(MARIA, D, 'today', '--all', '--withheld', '--config', config).stdout).toContain(
      'a recovery case is open',
    );
  }, 60_000);

  test('of somebody who is away it stands with who covers, beside what is their own', () => {
    const covered = JSON.parse(
      beback('Pat Boss', D, 'cover', 'Max Orr', '--by', 'Dana Reyes', '--from', D, '--to', D, '--json')
        .stdout,
    );
    const found = json(D, 'today', '--for', 'Dana Reyes', '--limit', 'none').lists[0].calls.filter(
      ({ customer }: Json) => customer.name === 'Bo Ash',
    );
    expect(
      found.map(({ reasons, covering, also }: Json) => [
        reasons.map(({ touch }: Json) => touch).slice(0, 3),
        covering?.name,
        also,
      ]),
    ).toEqual([[['promise', 'case', 'case'], 'Max Orr', []]]);
    expect(lists('--for', 'Max Orr')[0]).toMatchObject({ calls: [], covered_by: { name: 'Dana Reyes' } });
    expect(beback('Pat Boss', D, 'undo', String(covered.entry)).status).toBe(0);
  }, 60_000);

  test('beyond the share of the day', () => {
    const [list] = json(D, 'today', '--for', 'Max Orr', '--limit', '1').lists;
    json(D, 'case', 'open', '1', 'and now the radio');
    const [more] = json(D, 'today', '--for', 'Max Orr', '--limit', '1').lists;
    expect([list.calls.length, more.calls.length]).toEqual([1, 2]);
  }, 60_000);

  test('late ones first; of one person, service people too, or of everybody', () => {
    const of = (...args: string[]) =>
      json('2026-11-25', 'cases', ...args).cases.map(({ headline, late }: Json) => `${headline} ${late}`);
    expect(of('--all')).toEqual([
      'smells of smoke answer',
      'rattles again answer',
      'never called back answer',
      'wrong bill answer',
      'and now the radio null',
    ]);
    expect(of('--for', 'house')).toEqual(['wrong bill answer']);
    expect(of('--for', 'Dana Reyes')).toEqual(['never called back answer']);
    expect(of('--for', 'Max Orr')).toEqual([
      'smells of smoke answer',
      'rattles again answer',
      'and now the radio null',
    ]);
    expect(of('--for', MARIA)).toEqual([]);
    json('2026-11-25', 'case', 'own', String(mine), MARIA);
    expect(of('--for', MARIA)).toEqual(['rattles again answer']);
    expect(refused('2026-11-25', 'cases', '--for', 'Nobody')).toMatch('unknown-salesperson');
    expect(refused('2026-11-25', 'cases', '--for', MARIA, '--all')).toMatch('usage');
    const text = beback(MARIA, '2026-11-25', 'cases').stdout;
    expect(text).toContain('5 open, 4 late.');
    expect(text).toContain('LATE, answer by Nov 24');
  }, 60_000);
});

test('the clocks are the settings’', () => {
  openStoreNamed('clock-store');
  const config = join(folder, 'clock.toml');
  writeFileSync(config, `${SETTINGS}\n[cases]\nanswer = "0d"\nclose = "2w"\n`);
  const run = (...args: string[]) => beback(MARIA, '2026-11-18', ...args, '--config', config, '--json');
  const { case: opened } = JSON.parse(run('case', 'open', '4', 'slow').stdout);
  expect([opened.answer_by, opened.close_by]).toEqual(['2026-11-18', '2026-12-02']);
  expect(JSON.parse(run('config', 'cases').stdout).settings).toEqual([
    { key: 'cases.answer', value: '0d', from: 'file' },
    { key: 'cases.close', value: '14d', from: 'file' },
  ]);
  expect(JSON.parse(beback(MARIA, '2026-11-18', 'config', 'cases', '--json').stdout).settings).toEqual([
    { key: 'cases.answer', value: '1b', from: 'default' },
    { key: 'cases.close', value: '5b', from: 'default' },
  ]);
  writeFileSync(config, `${SETTINGS}\n[cases]\nanswer = "1m"\n`);
  expect(JSON.parse(run('config').stderr).error.message).toMatch(/line 11: "cases.answer" must be a length/);
}, 60_000);
