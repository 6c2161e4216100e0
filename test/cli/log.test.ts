/** Logging as a salesperson does it: by name, by letter, a whole sheet in one line; and what follows from it. */

import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../src/domain/contact.ts';
import { nameManagers } from '../managers.ts';

const DAY = '2026-11-21';
let folder: string;
let imported: string;
let db: string;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function beback(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', '--db', db, ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago', USER: 'manager' },
  });
  return { status, stdout, stderr };
}
/** As Maria Delgado on the day of the demo. */
const maria = (...args: string[]): Ran => beback('--as', 'Maria Delgado', '--on', DAY, ...args);

interface ContactRecord {
  readonly customer_id: number;
  readonly on: string;
  readonly channel: string | null;
  readonly outcome: string;
  readonly note: string | null;
  readonly next_on: string | null;
  readonly by: { readonly code: string | null; readonly name: string } | null;
}
const contacts = (): ContactRecord[] => JSON.parse(beback('export', 'contacts', '--format', 'json').stdout);
const contactOf = (id: number): ContactRecord | undefined => contacts().find((one) => one.customer_id === id);
const customer = (id: number) =>
  JSON.parse(beback('export', 'customers', '--format', 'json').stdout).find(
    (one: { id: number }) => one.id === id,
  );
interface Shown {
  readonly lists: readonly {
    readonly calls: readonly {
      readonly customer: { readonly id: number };
      readonly reasons: readonly { touch: string; closes_on: string | null }[];
    }[];
  }[];
  readonly withheld: readonly {
    readonly customer: { readonly id: number };
    readonly touch: string;
    readonly why: string;
  }[];
}
const today = (on = DAY): Shown => JSON.parse(beback('today', '--all', '--json', '--on', on).stdout);
const listed = (id: number, on = DAY): string[] | null =>
  today(on)
    .lists.flatMap(({ calls }) => calls)
    .find((call) => call.customer.id === id)
    ?.reasons.map(({ touch }) => touch) ?? null;
const withheld = (id: number, on = DAY): string[] =>
  today(on)
    .withheld.filter((one) => one.customer.id === id)
    .map(({ why }) => why);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-log-'));
  nameManagers(folder, ['Ann', 'Jane Doe']);
  imported = join(folder, 'imported.db');
  db = imported;
  beback('import', 'fixtures/demo/sales-2025-2026.csv');
  beback('backup', join(folder, 'clean.db'));
});
beforeEach(() => {
  db = join(folder, 'store.db');
  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true });
  copyFileSync(join(folder, 'clean.db'), db);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Two people on Maria's list whose touch stays open for days to come. */
const onMariasList = (): [number, number] => {
  const { lists } = JSON.parse(maria('today', '--json').stdout) as Shown;
  const [first, second] = (lists[0]?.calls ?? []).filter(({ reasons }) =>
    reasons.some(({ closes_on }) => closes_on !== null && closes_on > '2026-11-24'),
  );
  return [first?.customer.id ?? 0, second?.customer.id ?? 0];
};

describe('one call', () => {
  test('is logged by id and outcome, with a note as given and the day to call again', () => {
    const [id] = onMariasList();
    const note = 'daughter gets licence in May 🚗 "soon"\tor\u001b[31m later';
    const { status, stdout } = maria('log', `${id}`, 'talked', '-m', note, '--next', '2027-05-03');
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('talked, promised for May 3, 2027, left alone until Nov 28'),
    ]);
    expect(contactOf(id)).toMatchObject({
      on: DAY,
      channel: 'call',
      outcome: 'talked',
      note,
      next_on: '2027-05-03',
      by: { code: '101', name: 'Maria Delgado' },
    });
    expect(withheld(id)).toEqual([]);
    expect(listed(id, '2027-05-03')).toContain('promise');
    expect(maria('show', `${id}`).stdout).not.toContain('\u001b');
  });

  test.each([
    [['1 voicemail'], 'voicemail'],
    [['#1 no answer'], 'no-answer'],
    [['1', 'not', 'interested'], 'not-interested'],
  ])('is logged from %j', (words, outcome) => {
    expect(maria('log', ...words).status).toBe(0);
    expect(contacts()).toMatchObject([{ customer_id: 1, outcome }]);
  });

  test('of a voicemail takes six keys, and brings the customer back three days later', () => {
    const [id] = onMariasList();
    const before = listed(id);
    expect(maria('log', `${id}v`).status).toBe(0);
    expect(withheld(id)).toContain('retry-later');
    expect(listed(id, '2026-11-23')).toBeNull();
    expect(before).not.toBeNull();
    expect(listed(id, '2026-11-24')).not.toBeNull();
  });

  test.each([
    ['482', 'unknown-outcome'],
    ['999999v', 'unknown-customer'],
    ['1q', 'unknown-outcome'],
    ['nobody of that name talked', 'unknown-customer'],
    ['1 shouted', 'unknown-outcome'],
  ])('%s changes nothing and says why', (words, code) => {
    const { status, stderr } = maria('--json', 'log', ...words.split(' '));
    expect([status, JSON.parse(stderr).error.code]).toEqual([2, code]);
    expect(contacts()).toEqual([]);
  });

  test('to several who are called alike shows them and changes nothing', () => {
    const { status, stderr } = maria('log', 'a', 'v');
    expect(status).toBe(2);
    expect(stderr).toMatch(/several customers:\n {2}#\d+/);
    expect(contacts()).toEqual([]);
  });

  test('cannot promise a day before it was made', () => {
    expect(maria('log', '1', 'talked', '--next', '2026-11-20').status).toBe(2);
    expect(contacts()).toEqual([]);
  });
});

describe('a whole sheet', () => {
  test('is typed in one line', () => {
    const codes = '1v 2t 3x, 4a #5g;6b 7n 8e 9l 10p';
    const { status, stdout } = maria('log', codes);
    expect([status, stdout.match(/^#/gm)?.length]).toEqual([0, 10]);
    expect(contacts().map(({ customer_id, outcome }) => `${customer_id} ${outcome}`)).toEqual([
      '1 voicemail',
      '2 talked',
      '3 no-answer',
      '4 appointment',
      '5 greeted',
      '6 busy',
      '7 not-interested',
      '8 email',
      '9 letter',
      '10 text',
    ]);
  });

  test('with a call in it twice is not logged at all: that is a slip', () => {
    const { status, stderr } = maria('log', '1v 2t', '#1V');
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('#1 voicemail stands there more than once'),
    ]);
    expect(contacts()).toEqual([]);
  });

  test('with one wrong id in it is not logged at all', () => {
    expect(maria('log', '1v', '2t', '99999x').status).toBe(2);
    expect(contacts()).toEqual([]);
  });
});

describe('what an outcome does', () => {
  test('the help names every letter', () => {
    const { stdout } = beback('log', '--help');
    for (const { letter, name } of OUTCOMES)
      if (letter !== null) expect(stdout).toContain(`${letter} ${name}`);
  });

  test('a wrong number leaves the lists and every export, is never taken from a file again, and is on the list of fixes', () => {
    const [id] = onMariasList();
    const before: { e164: string }[] = customer(id).phones;
    maria('log', `${id}w`);
    const wrong = before[0]?.e164 ?? '';
    expect(customer(id).phones).toEqual(before.slice(1));
    beback('import', 'fixtures/demo/sales-2025-2026.csv');
    expect(customer(id).phones).toEqual(before.slice(1));
    const { lists } = JSON.parse(beback('fixes', '--for', '101', '--json').stdout);
    expect(lists[0].fixes[0]).toMatchObject({
      customer: { id },
      wrong: expect.arrayContaining([{ kind: 'wrong-number', value: wrong, since: DAY }]),
    });
    maria('undo');
    expect(customer(id).phones).toEqual(before);
  });

  test('do not contact blocks every channel, holds through imports, and withholds every touch', () => {
    const [id] = onMariasList();
    maria('log', `${id}d`);
    beback('import', 'fixtures/demo/sales-2025-2026.csv');
    expect(customer(id).do_not).toEqual({ call: true, text: true, email: true, mail: true });
    expect(listed(id)).toBeNull();
    expect(new Set(withheld(id))).toEqual(new Set(['do-not-contact']));
  });

  test('sold the car ends its touches, and the owner stays', () => {
    const [id] = onMariasList();
    const { owner } = customer(id);
    maria('log', `${id}c`);
    expect(listed(id)).toBeNull();
    expect(customer(id).owner).toEqual(owner);
    expect(maria('show', `${id}`).stdout).toContain('gone since Nov 21 (sold the car)');
    expect(maria('why', `${id}`).stdout).not.toContain('due now');
  });

  test('moved away ends all touches', () => {
    const [id] = onMariasList();
    maria('log', `${id}m`);
    expect([listed(id), withheld(id)]).toEqual([null, []]);
  });
});

describe('undo', () => {
  test('takes back the last thing I logged, not what others did, and the journal keeps it', () => {
    const [first, second] = onMariasList();
    maria('log', `${first}v`);
    maria('log', `${second}v`);
    beback('--on', DAY, 'log', '7v');
    expect(maria('undo').stdout).toContain(`#${second}`);
    expect(contacts().map(({ customer_id }) => customer_id)).toEqual([first, 7]);
    const { entries } = JSON.parse(beback('journal', '--json').stdout);
    expect(
      entries
        .filter(({ action }: { action: string }) => action !== 'export')
        .slice(0, 4)
        .map(({ action, undone_by }: { action: string; undone_by: string | null }) => [action, undone_by]),
    ).toEqual([
      ['undo', null],
      ['log', null],
      ['log', 'Maria Delgado'],
      ['log', null],
    ]);
    maria('undo');
    expect(maria('undo').status).toBe(2);
  });

  test('a wish not to be contacted needs a reason when it is not the last thing done', () => {
    maria('block', '1', 'call');
    const [{ id }] = JSON.parse(beback('journal', '--json').stdout).entries;
    expect(beback('undo', String(id)).status).toBe(2);
    expect(customer(1).do_not.call).toBe(true);
    expect(beback('undo', String(id), '--why', 'wrong customer').status).toBe(0);
    expect(customer(1).do_not.call).toBe(false);
  });

  test('an opt-out of a file stands when the same wish said by hand is taken back', () => {
    const blocked = JSON.parse(beback('export', 'customers', '--format', 'json').stdout).find(
      (one: { do_not: { call: boolean } }) => one.do_not.call,
    );
    maria('block', `${blocked.id}`, 'all');
    maria('undo');
    expect(customer(blocked.id).do_not).toEqual(blocked.do_not);
  });
});

describe('who acts', () => {
  test.each(['', ' '])('--as %j is no name', (name) => {
    expect(beback('log', '1t', '--as', name).status).toBe(2);
    expect(contacts()).toEqual([]);
  });

  test('is refused, even quietly, where the name is nearly a salesperson’s', () => {
    const { status, stdout, stderr } = beback('-q', '--on', DAY, '--as', 'Mara Delgado', 'log', '1t');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('beback: nobody here is called Mara Delgado; did you mean Maria Delgado?\n');
    expect(contacts()).toEqual([]);
  });

  test('may be a salesperson by part of the name, or one who has left', () => {
    for (const name of ['Mar Del', 'maria delgado', '101'])
      expect(beback('log', '1', 'text', '--as', name, '--on', DAY).stderr).toBe('');
    beback('salespeople', 'set', '101', '--left', '2026-11-01');
    expect(beback('log', '1', 'text', '--as', 'Maria Delgado', '--on', DAY).stderr).toBe('');
  });

  test('is the same person however the name is written', () => {
    beback('log', '1', 'text', '--as', 'Jane Doe', '--on', DAY);
    expect(beback('undo', '--as', ' jane  DOE').status).toBe(0);
    expect(contacts()).toEqual([]);
  });
});

describe('a wish not to be contacted', () => {
  const asAnn = (...args: string[]): Ran => beback('--as', 'Ann', '--on', DAY, ...args);

  test('said twice stands until both are taken back', () => {
    asAnn('block', '1', 'call', '--why', 'asked Ann');
    maria('log', '1d', '-m', 'told Maria never again');
    asAnn('undo');
    expect(customer(1).do_not).toEqual({ call: true, text: true, email: true, mail: true });
    maria('undo');
    expect(customer(1).do_not.call).toBe(false);
  });

  test('goes with the customer to a new number of the DMS', () => {
    const { first_name, last_name, phones } = customer(1);
    maria('block', '1', 'call');
    const file = join(folder, 'renumbered.csv');
    writeFileSync(
      file,
      `Deal No,Cust No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson\n31111,77777,${first_name} ${last_name},${phones[0].e164.slice(2)},2026-11-18,1HGCM82633A004352,Maria Delgado\n`,
    );
    expect(beback('import', file).status).toBe(0);
    const everybody: { id: number; last_name: string; do_not: { call: boolean } }[] = JSON.parse(
      beback('export', 'customers', '--format', 'json').stdout,
    );
    expect(everybody.at(-1)).toMatchObject({ last_name, do_not: { call: true } });
  });

  test('is not lifted by a sheet that says something else by now', () => {
    const sheet = join(folder, 'sheet.csv');
    const filled = (outcome: string): void =>
      writeFileSync(sheet, `customer_id,on,outcome,note,next\n1,${DAY},${outcome},,\n`);
    filled('do-not-contact');
    expect(maria('log', '--sheet', sheet).status).toBe(0);
    filled('talked');
    const again = maria('log', '--sheet', sheet, '--json');
    expect([again.status, JSON.parse(again.stdout).problems[0].code]).toEqual([3, 'is-a-wish']);
    expect(customer(1).do_not.call).toBe(true);
  });

  test('is shouted at whoever logs a call all the same', () => {
    maria('block', '1', 'call');
    expect(maria('log', '1t').stdout).toContain('DO NOT CALL');
  });
});

test('an outcome keeps its spelling wherever it is shown, and a reason its own words', () => {
  const logged = maria('log', '1e').stdout;
  maria('turn-off', '1', '--touch', 'service', '--why', 'write an e-mail');
  for (const shown of [logged, maria('log', '1', 'text').stdout, maria('show', '1').stdout])
    expect(shown).toContain('e-mail');
  expect(maria('journal').stdout).toContain('e-mail on Nov 21');
  expect(maria('show', '1').stdout).toContain('write an e-mail');
});

test('a line of a sheet that was taken back stays so, until it says something else', () => {
  const sheet = join(folder, 'sheet.csv');
  writeFileSync(sheet, `customer_id,on,outcome,note,next\n1,${DAY},voicemail,,\n`);
  maria('log', '--sheet', sheet);
  maria('undo');
  expect(JSON.parse(maria('log', '--sheet', sheet, '--json').stdout)).toMatchObject({
    logged: 0,
    taken_back: 1,
  });
  expect(contacts()).toEqual([]);
  writeFileSync(sheet, `customer_id,on,outcome,note,next\n1,${DAY},talked,,\n`);
  maria('log', '--sheet', sheet);
  expect(contacts().map(({ outcome }) => outcome)).toEqual(['talked']);
});

test('a number put right, and taken back, is wrong again', () => {
  const [wrong] = customer(1).phones;
  maria('log', '1w');
  maria('fixes', 'set', '1', '--phone', wrong.e164);
  expect(customer(1).phones).toContainEqual(expect.objectContaining({ e164: wrong.e164 }));
  maria('undo');
  expect(customer(1).phones).not.toContainEqual(expect.objectContaining({ e164: wrong.e164 }));
});

test('what is said of a try is true: the last one is given up, a touch that closes is not tried again', () => {
  const [id] = onMariasList();
  const says = ['2026-11-21', '2026-11-24', '2026-11-25'].map(
    (on) => beback('--as', '101', '--on', on, 'log', `${id}v`).stdout,
  );
  expect(says[0]).toContain('to be tried again from Nov 24');
  expect(says[2]).toMatch(/given up|nothing is left open/);
  expect(listed(id, '2026-11-30')).toBeNull();
});

test('what is said follows from everything that stands, not from the last entry alone', () => {
  const [first, second] = onMariasList();
  maria('promise', `${first}`, 'call about tires', '--next', '2026-11-26');
  expect(maria('log', `${first}`, 't').stdout).toContain(
    'talked, on the list again on Nov 26, the day promised',
  );
  expect([listed(first, '2026-11-25'), listed(first, '2026-11-26')?.[0]]).toEqual([null, 'promise']);
  maria('log', `${second}v`, '--next', '2027-03-01');
  expect(maria('log', `${second}v`).stdout).toContain('to be tried again from Nov 24');
  expect(maria('log', `${second}`, 't').stdout).toContain('left alone until Nov 28');
  expect(listed(second, '2027-03-01')).toContain('promise');
});

test('of several entries for one customer in one line the last one tells what follows', () => {
  const [id] = onMariasList();
  const [tried, talked] = maria('log', `${id}v`, `${id}t`).stdout.split('\n');
  expect([tried, talked]).toEqual([
    expect.stringMatching(/: voicemail$/),
    expect.stringMatching(/: talked, left alone until Nov 28$/),
  ]);
});

test.each([['talked', '--next', DAY], ['snoozed'], ['promised']])(
  'log 1 %s %s %s is refused: it would mean nothing',
  (...args) => {
    expect(maria('log', '1', ...args).status).toBe(2);
    expect(contacts()).toEqual([]);
  },
);

test('quiet is quiet', () => {
  for (const args of [['log', '1v'], ['note', '1', 'x'], ['block', '1', 'text'], ['undo']])
    expect(maria('--quiet', ...args)).toEqual({ status: 0, stdout: '', stderr: '' });
});

describe('promises and facts', () => {
  test('a promise is due on its day, broken the day after, and kept by a talk', () => {
    maria('promise', '1', 'call after tax season', '--next', '2026-11-22');
    expect([listed(1), listed(1, '2026-11-22')?.[0]]).toEqual([null, 'promise']);
    const state = (on: string): string[] =>
      JSON.parse(beback('promises', '--all', '--json', '--on', on).stdout).promises.map(
        (one: { state: string }) => one.state,
      );
    expect([state(DAY), state('2026-11-22'), state('2026-11-23')]).toEqual([
      ['coming'],
      ['today'],
      ['broken'],
    ]);
    const broken = today('2026-11-23').lists.find(({ calls }) =>
      calls.some(({ customer: { id } }) => id === 1),
    );
    expect(broken?.calls[0]?.customer.id).toBe(1);
    maria('promise', '1', 'after the holidays', '--next', '2027-01-10');
    expect(state('2026-11-23')).toEqual(['broken', 'coming']);
    beback('--on', '2026-11-23', 'log', '1t');
    expect(state('2026-11-24')).toEqual(['coming']);
  });

  test('behind a promise --on is the day promised', () => {
    const { status, stdout } = beback('promise', '1', 'after tax season', '--on', '2099-04-20', '--json');
    expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ next_on: '2099-04-20' })]);
    expect(contactOf(1)?.on).not.toBe('2099-04-20');
    expect(beback('--on', '2026-11-01', 'promise', '2', 'x', '--on', '2026-12-20').status).toBe(0);
    expect(contactOf(2)).toMatchObject({ on: '2026-11-01', next_on: '2026-12-20', outcome: 'promised' });
  });

  test('a promise for a day before it was made is refused, however the days are given', () => {
    for (const args of [
      ['promise', '1', 'x', '--on', '2020-04-20'],
      ['--on', DAY, 'promise', '1', 'x', '--on', '2026-11-20'],
      ['--on', DAY, 'promise', '1', 'x', '--next', '2026-11-20'],
    ]) {
      const { status, stderr } = beback('--json', ...args);
      expect([status, JSON.parse(stderr).error]).toEqual([2, expect.objectContaining({ code: 'bad-day' })]);
      expect(JSON.parse(stderr).error.message).toContain(args.at(-2));
    }
    expect(contacts()).toEqual([]);
  });

  test('a promise without words is refused', () => {
    for (const text of ['', ' ']) expect(maria('promise', '1', text, '--next', '2027-01-01').status).toBe(2);
    expect(contacts()).toEqual([]);
  });

  test('facts take turns: those at hand in a talk go to the back', () => {
    for (const text of ['twins, hockey', 'drives to Montana', 'dog is called Biscuit'])
      maria('note', '1', text);
    const facts = (): string[] =>
      JSON.parse(maria('show', '1', '--json').stdout).facts.map((one: { text: string }) => one.text);
    expect(facts()).toEqual(['twins, hockey', 'drives to Montana', 'dog is called Biscuit']);
    maria('log', '1t');
    expect(facts()).toEqual(['dog is called Biscuit', 'twins, hockey', 'drives to Montana']);
    maria('undo');
    expect(facts()).toEqual(['twins, hockey', 'drives to Montana', 'dog is called Biscuit']);
  });
});

describe('touches turned off', () => {
  test('need a reason, and come back with undo', () => {
    const [id] = onMariasList();
    expect(maria('turn-off', `${id}`, '--all').status).toBe(2);
    expect(maria('turn-off', `${id}`, '--all', '--why', 'services elsewhere').status).toBe(0);
    expect(listed(id)).toBeNull();
    expect(maria('why', `${id}`, '--json').stdout).toContain('services elsewhere');
    maria('undo');
    expect(listed(id)).not.toBeNull();
  });

  test('of a kind the plan does not have are refused', () => {
    expect(maria('turn-off', '1', '--touch', 'fishing', '--why', 'x').status).toBe(2);
  });
});

const running = (...args: string[]): Promise<number | null> =>
  new Promise((done) => {
    spawn(process.execPath, ['bin/beback.js', '--db', db, '--on', DAY, ...args], { stdio: 'ignore' }).on(
      'close',
      done,
    );
  });

test('several people log at once while an import runs, and nothing is lost', async () => {
  const codes = await Promise.all([
    running('import', 'fixtures/demo/sales-2023.csv'),
    ...Array.from({ length: 6 }, (_, i) => running('--as', '101', 'log', `${i + 1}v`, `${i + 11}t`)),
  ]);
  expect(codes.filter((code) => code !== 0 && code !== 3)).toEqual([]);
  expect(contacts()).toHaveLength(12);
});

describe('what is logged a second time', () => {
  test('is taken back with the number of its entry where several were logged at once', () => {
    maria('log', '2v');
    expect(maria('log', '2v').stdout).toContain('`beback undo` takes the new one back');
    const { stdout } = maria('log', '2v', '3v');
    const entry = /`beback undo (\d+)` takes the new one back/.exec(stdout)?.[1];
    maria('undo', entry ?? '');
    expect(
      contacts()
        .map(({ customer_id }) => customer_id)
        .sort(),
    ).toEqual([2, 2, 3]);
  });

  test('a second promise for one day is said, and both are kept', () => {
    const promise = (text: string) => maria('promise', '2', text, '--next', '2026-12-01');
    expect(promise('the winter tyres').stderr).not.toContain('already');
    expect(promise('a quote for the truck').stderr).toContain(
      'is promised for Tuesday, December 1, 2026 too: the winter tyres',
    );
    const notes = (on: string, ...args: string[]): string[] =>
      JSON.parse(beback('--json', '--on', on, ...args).stdout).promises.map(
        (one: { note: string }) => one.note,
      );
    for (const on of [DAY, '2026-12-01', '2026-12-02'])
      for (const args of [
        ['promises', '--all'],
        ['show', '2'],
      ])
        expect(notes(on, ...args)).toEqual(['the winter tyres', 'a quote for the truck']);
    expect(beback('--on', DAY, 'show', '2').stdout).toContain('the winter tyres');
  });
});
