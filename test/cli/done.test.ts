/** What was done between two days, by person, and what closed without a call: in a real store, by the real program. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

/** One touch: due a week after the sale, open two days before and three after: of 1 November from the 6th to the 11th. */
const SETTINGS = `[store]
name = "Lakeside Motors"
country = "US"
timezone = "America/Chicago"
[people]
managers = ["Pat Boss"]
[plan]
rest = "7d"
tries = 2
[[touch]]
id = "week"
label = "One week"
from = "sale"
at = ["7d"]
opens = "2d"
closes = "3d"
kind = "care"
priority = 50
[touch.script]
question = "Which button is still a riddle?"
`;
const HEADER = 'Deal No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson';
/** Ids 1 to 6: four of Dana's, two of Sam's. */
const SALES = [
  'Walter Quimby,6145550101,2026-11-01,1HGCM82633A004352,Dana Reyes',
  'Xenia Zorilla,6145550102,2026-11-01,1HGCM82633A004353,Dana Reyes',
  'Yusuf Ortega,6145550103,2026-11-01,1HGCM82633A004354,Dana Reyes',
  'Zoe Tanner,6145550104,2026-11-02,1HGCM82633A004355,Dana Reyes',
  'Abel Kemp,6145550105,2026-11-01,1HGCM82633A004356,Sam Okafor',
  'Bea Lund,6145550106,2026-11-01,1HGCM82633A004357,Sam Okafor',
].map((row, i) => `${i + 1},${row}`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-done-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'store.toml'), SETTINGS, { mode: 0o600 });
  writeFileSync(join(folder, 'sales.csv'), `${[HEADER, ...SALES].join('\n')}\n`);
  on('2026-11-03', 'import', join(folder, 'sales.csv'));
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function beback(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', NO_COLOR: '1' } },
  );
  return { status, stdout, stderr };
}
/** Does something on a day; it has to go well. */
function on(day: string, ...args: string[]): void {
  const { status, stderr } = beback('--on', day, ...args);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

interface Counts {
  readonly closed_uncalled: readonly { touch: string; label: string; count: number; withheld: number }[];
  readonly given_up: readonly { touch: string; label: string; count: number }[];
  readonly [count: string]: unknown;
}
interface Done {
  readonly from: string;
  readonly to: string;
  readonly people: readonly (Counts & { readonly salesperson: { name: string } | null })[];
  readonly totals: Counts;
}
const done = (...args: string[]): Done => {
  const { status, stdout, stderr } = beback('done', '--json', ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
};
/** What is not zero, by person. */
const countsOf = (...args: string[]): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    done(...args).people.map(({ salesperson, closed_uncalled, given_up, ...counts }) => [
      salesperson?.name ?? 'house',
      {
        ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)),
        ...(closed_uncalled.length === 0
          ? {}
          : { uncalled: closed_uncalled.map(({ touch, count }) => `${touch} ${count}`).join() }),
        ...(given_up.length === 0
          ? {}
          : { given_up: given_up.map(({ touch, count }) => `${touch} ${count}`).join() }),
      },
    ]),
  );
const closedOn = (day: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(countsOf('--on', day)).flatMap(([name, { uncalled }]) =>
      uncalled === undefined ? [] : [[name, String(uncalled)]],
    ),
  );

describe('what was done', () => {
  test('counts for who did it, on the day it was done for, as far as it stands', () => {
    on('2026-11-07', '--as', 'Dana', 'log', '1', 'talked');
    on('2026-11-07', '--as', 'Dana', 'log', '2', 'voicemail');
    on('2026-11-07', '--as', 'Dana', 'log', '3', 'text');
    on('2026-11-07', '--as', 'Dana', 'log', '4', 'email');
    on('2026-11-07', '--as', 'Dana', 'log', '5', 'appointment');
    on('2026-11-07', '--as', 'Dana', 'log', '6', 'no-answer');
    on('2026-11-07', '--as', 'Dana', 'undo');
    on('2026-11-07', '--as', 'Sam', 'log', '5', 'sold');
    on('2026-11-07', '--as', 'Pat Boss', 'log', '6', 'not-interested');
    on('2026-11-08', '--as', 'Sam', 'log', '6', 'no-answer');
    expect(countsOf('--on', '2026-11-07')).toEqual({
      'Dana Reyes': { calls: 3, talks: 1, voicemails: 1, messages: 2, appointments: 1 },
      'Pat Boss': { calls: 1, not_interested: 1 },
      'Sam Okafor': { sold: 1 },
      house: {},
    });
    expect(done('--on', '2026-11-08', '--from', '2026-11-07').totals).toEqual({
      calls: 5,
      talks: 1,
      voicemails: 1,
      messages: 2,
      appointments: 1,
      sold: 1,
      not_interested: 1,
      promises_kept: 0,
      promises_broken: 0,
      closed_uncalled: [],
      given_up: [],
    });
  });

  test('a promise is kept on the day somebody spoke with the customer, and broken on its own day where that came later', () => {
    for (const customer of ['1', '2', '3', '5'])
      on('2026-11-03', '--as', 'Dana', 'promise', customer, 'call back', '--next', '2026-11-09');
    on('2026-11-09', '--as', 'Dana', 'log', '1', 'talked');
    on('2026-11-10', '--as', 'Dana', 'log', '2', 'talked');
    on('2026-11-04', '--as', 'Dana', 'block', '3', 'call', '--why', 'asked');
    const promises = (...args: string[]) =>
      Object.entries(countsOf(...args)).map(([name, { promises_kept, promises_broken }]) => [
        name,
        promises_kept ?? 0,
        promises_broken ?? 0,
      ]);
    expect(promises('--on', '2026-11-09')).toEqual([
      ['Dana Reyes', 1, 1],
      // it was made by Dana, to a customer of Sam's
      ['Sam Okafor', 0, 1],
      ['house', 0, 0],
    ]);
    expect(promises('--on', '2026-11-10')).toEqual([
      ['Dana Reyes', 1, 0],
      ['house', 0, 0],
    ]);
    const { promises: open } = JSON.parse(
      beback('promises', '--all', '--json', '--on', '2026-11-10').stdout,
    ) as { promises: { id: number; customer: { id: number } }[] };
    const ofSam = open.find(({ customer }) => customer.id === 5)?.id;
    on('2026-11-11', '--as', 'Sam', 'promise', 'done', String(ofSam));
    expect(promises('--on', '2026-11-11', '--for', 'Sam')).toEqual([['Sam Okafor', 1, 0]]);
  });
});

describe('what closed uncalled', () => {
  test('on its last day, for the owner of that day', () => {
    expect(closedOn('2026-11-10')).toEqual({});
    expect(closedOn('2026-11-11')).toEqual({ 'Dana Reyes': 'week 3', 'Sam Okafor': 'week 2' });
    expect(closedOn('2026-11-12')).toEqual({ 'Dana Reyes': 'week 1' });
    expect(countsOf('--on', '2026-11-20', '--from', '2026-11-05')).toEqual({
      'Dana Reyes': { uncalled: 'week 4' },
      'Sam Okafor': { uncalled: 'week 2' },
      house: {},
    });
    on('2026-11-20', '--as', 'Pat Boss', 'salespeople', 'set', 'Sam', '--left', '2026-11-11');
    expect(closedOn('2026-11-11')).toEqual({ 'Dana Reyes': 'week 3', house: 'week 2' });
  });

  test('is not what somebody tried, spoke about, turned off or may not call about; what was given up is that', () => {
    on('2026-11-07', '--as', 'Dana', 'log', '1', 'no-answer');
    on('2026-11-10', '--as', 'Dana', 'log', '1', 'no-answer');
    on('2026-11-07', '--as', 'Dana', 'log', '2', 'talked');
    on('2026-11-07', '--as', 'Dana', 'turn-off', '3', '--touch', 'week', '--why', 'asked');
    on('2026-11-07', '--as', 'Sam', 'block', '5', 'call', '--why', 'asked');
    on('2026-11-10', '--as', 'Sam', 'log', '6', 'no-answer');
    expect(countsOf('--on', '2026-11-20', '--from', '2026-11-05')).toEqual({
      'Dana Reyes': { calls: 3, talks: 1, uncalled: 'week 1', given_up: 'week 1' },
      'Sam Okafor': { calls: 1 },
      house: {},
    });
    expect(countsOf('--on', '2026-11-10')['Dana Reyes']).toEqual({ calls: 1, given_up: 'week 1' });
  });

  test('says how many a rule kept off the list on the last day', () => {
    // before it opens: nothing is settled, and the rest reaches past its last day
    on('2026-11-05', '--as', 'Sam', 'log', '5', 'talked');
    expect(done('--on', '2026-11-11', '--for', 'Sam').people[0]?.closed_uncalled).toEqual([
      { touch: 'week', label: 'One week', count: 2, withheld: 1 },
    ]);
  });

  test('is told of a past day as it was, whatever was done since', () => {
    const before = done('--on', '2026-11-11', '--all');
    on('2026-11-13', '--as', 'Dana', 'log', '1', 'talked');
    expect(done('--on', '2026-11-20', '--to', '2026-11-11', '--all')).toEqual(before);
  });
});

describe('the span and whose', () => {
  test('the day acted on, from a day up to it, or one day', () => {
    const span = (...args: string[]) => {
      const { from, to } = done('--on', '2026-11-12', ...args);
      return [from, to];
    };
    expect(span()).toEqual(['2026-11-12', '2026-11-12']);
    expect(span('--from', '2026-11-02')).toEqual(['2026-11-02', '2026-11-12']);
    expect(span('--to', '2026-11-02')).toEqual(['2026-11-02', '2026-11-02']);
    // 12 November 2026 is a Thursday
    expect(span('--from', 'mon', '--to', 'yesterday')).toEqual(['2026-11-09', '2026-11-11']);
    expect(span('--from', '-7d')).toEqual(['2026-11-05', '2026-11-12']);
    expect(span('--from', '11/2/2026')).toEqual(['2026-11-02', '2026-11-12']);
  });

  test.each([
    ['a day to come', ['--to', '2026-11-13'], /--to 2026-11-13 is after 2026-11-12/],
    ['an end before its start', ['--from', '2026-11-05', '--to', '2026-11-04'], /--from 2026-11-05 is after/],
    ['no day', ['--from', 'soon'], /--from soon is not a valid day/],
  ])('%s is refused', (_, args, message) => {
    const { status, stdout, stderr } = beback('--json', '--on', '2026-11-12', 'done', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'bad-day',
      message: expect.stringMatching(message),
    });
  });

  test('one’s own, somebody’s, the house’s or everybody’s', () => {
    on('2026-11-11', '--as', 'Pat Boss', 'log', '1', 'talked');
    const names = (...args: string[]): string[] => Object.keys(countsOf('--on', '2026-11-11', ...args));
    expect(names('--as', 'Sam')).toEqual(['Sam Okafor']);
    expect(names('--as', 'Sam', '--all')).toEqual(['Dana Reyes', 'Pat Boss', 'Sam Okafor', 'house']);
    expect(names('--as', 'Pat Boss')).toEqual(['Dana Reyes', 'Pat Boss', 'Sam Okafor', 'house']);
    expect(names('--for', 'Sam')).toEqual(['Sam Okafor']);
    expect(names('--for', 'house')).toEqual(['house']);
    expect(beback('done', '--for', 'Sam', '--all').status).toBe(2);
    expect(beback('done', '--for', 'nobody').status).toBe(2);
    expect(done('--on', '2026-11-11', '--for', 'Sam').totals).toMatchObject({
      calls: 0,
      closed_uncalled: [{ touch: 'week', label: 'One week', count: 2, withheld: 0 }],
    });
  });
});

describe('as text', () => {
  test('people, then what closed by person and touch', () => {
    on('2026-11-11', '--as', 'Dana', 'log', '1', 'voicemail');
    expect(beback('--on', '2026-11-11', 'done').stdout).toMatchInlineSnapshot(`
      "Done on Wednesday, November 11, 2026
      Salesperson  Calls  Talks  VM  Msgs  Appts  Sold  No  Kept  Broken  Uncalled  Given up
      Dana Reyes       1      0   1     0      0     0   0     0       0         2         0
      Sam Okafor       0      0   0     0      0     0   0     0       0         2         0
      House            0      0   0     0      0     0   0     0       0         0         0
      Total            1      0   1     0      0     0   0     0       0         4         0
      VM: voicemails. Msgs: texts and e-mails. No: not interested. Kept, Broken: promises. Uncalled: closed, and nobody had tried. Given up: by the last of the tries.

      Closed uncalled, and given up
      Salesperson  Touch     Uncalled  Held back  Given up
      Dana Reyes   One week         2          0         0
      Sam Okafor   One week         2          0         0
      "
    `);
  });

  test('a day on which nothing was done, and a store that is not there', () => {
    const said = 'Nothing was done, and nothing closed uncalled, on Wednesday, November 4, 2026.\n';
    expect(beback('--on', '2026-11-04', 'done').stdout).toBe(said);
    const { status, stdout } = beback('--db', join(folder, 'none.db'), '--on', '2026-11-04', 'done');
    expect({ status, stdout }).toEqual({ status: 0, stdout: said });
  });
});
