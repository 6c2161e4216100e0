/** `beback find` as it is typed. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { storeOfPeople } from '../store/people-to-find.ts';

const people = storeOfPeople();
afterAll(() => people.remove());

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', people.db, '--on', '2026-11-21', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' } },
  );
  return { status, stdout, stderr };
}

test('a table shows who it may be, their newest car, their owner and who is not to be called', () => {
  expect(beback('find', 'clark')).toEqual({
    status: 0,
    stdout: ` Id  Customer        Phone                Car               Owner       Found by  Do not
 #5  Peggy Clark     (614) 555-0124 cell                    Ben Okafor  name
 #4  Robert T Clark  DO NOT CALL          2022 Ford Escape  Ben Okafor  name      call
#11  Bob Clarke      (312) 555-0101 cell  2021 Kia EV6      Dana Reyes  name
`,
    stderr: '',
  });
});

test('with --json a program gets everything', () => {
  const { status, stdout } = beback('find', 'Robert', 'T', 'Clark', '--json');
  expect({ status, ...JSON.parse(stdout) }).toEqual({
    status: 0,
    query: 'Robert T Clark',
    count: 1,
    customers: [
      {
        id: expect.any(Number),
        name: 'Robert T Clark',
        phones: [],
        withheld_phones: [
          { kind: 'cell', ends_in: '04', why: 'wish', through: null },
          { kind: 'work', ends_in: '99', why: 'wish', through: null },
        ],
        email: null,
        vehicle: {
          vin: '1HGCM82633A200104',
          year: 2022,
          make: 'Ford',
          model: 'Escape',
          trim: null,
          stock_number: 'N5004',
        },
        owner: { code: '102', name: 'Ben Okafor' },
        matched_by: 'name',
        match: 'exact',
        matched_phone: null,
        do_not: { call: true, text: false, email: false, mail: false },
      },
    ],
  });
});

test('nobody found is an empty list, exit 0, and a word on stderr', () => {
  const asTable = beback('find', 'zzz');
  expect({ ...asTable, stderr: asTable.stderr.split('\n')[0] }).toEqual({
    status: 0,
    stdout: '',
    stderr: 'No customer is known by "zzz".',
  });
  expect(JSON.parse(beback('find', '%', '--json').stdout)).toEqual({ query: '%', count: 0, customers: [] });
  expect(beback('find', 'zzz', '--quiet').stderr).toBe('');
});

test('--limit cuts the list and says that there are more', () => {
  const { status, stdout, stderr } = beback('find', 'smith', '--limit', '2');
  expect({ status, lines: stdout.trimEnd().split('\n').length, stderr }).toEqual({
    status: 0,
    lines: 3,
    stderr: 'More customers fit: add a word of the name, or --limit 10.\n',
  });
  expect(JSON.parse(beback('find', 'smith', '--limit', '2', '--json').stdout).count).toBe(2);
});

test.each([
  ['nothing to find', ['find', ' ']],
  ['no text', ['find']],
  ['a limit of nothing', ['find', 'lee', '--limit', '0']],
  ['a limit that is no number', ['find', 'lee', '--limit', 'all']],
])('%s is wrong usage', (_, args) => {
  const { status, stdout, stderr } = beback(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).not.toBe('');
});

test('looking in a store that is not there leaves none behind', () => {
  const missing = `${people.db}-missing`;
  expect(beback('--db', missing, 'find', 'lee').status).toBe(0);
  expect(existsSync(missing)).toBe(false);
});

test('why takes what find takes, and names the candidates when there are several', () => {
  expect(beback('why', '(614) 555-0103').stdout).toContain('José Muñoz');
  const { status, stdout, stderr } = beback('why', 'bob clark', '--json');
  expect({ status, stdout, error: JSON.parse(stderr).error }).toEqual({
    status: 2,
    stdout: '',
    error: {
      code: 'several-customers',
      message: expect.stringMatching(/Bob Clarke, phone …01, 2021 Kia EV6\n.*Robert T Clark/),
      hint: 'name one by its id',
    },
  });
});

test('where nobody fits exactly, those who come near follow, and say so in 80 columns too', () => {
  const { status, stdout, stderr } = beback('find', 'smyth');
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: 'No customer is known by "smyth"; these come near.\n',
  });
  expect(stdout).toMatch(/Jane Smith .* sounds like/);
  expect(JSON.parse(beback('find', 'mcdonld', '--json').stdout).customers).toMatchObject([
    { name: 'Ian McDonald', matched_by: 'name', match: 'sound' },
  ]);
});

test('a few who fit exactly go before those who come near; a number has none', () => {
  const all = JSON.parse(beback('find', 'clarke', '--json').stdout).customers;
  expect(all.map((one: { name: string; match: string }) => [one.name, one.match])).toEqual([
    ['Bob Clarke', 'exact'],
    ['Peggy Clark', 'sound'],
    ['Robert T Clark', 'sound'],
  ]);
  expect(JSON.parse(beback('find', '614-555-0111', '--json').stdout).count).toBe(1);
});

test('nothing is done to somebody who only comes near', () => {
  for (const command of [['show'], ['note', '--json'], ['why']]) {
    const { status, stderr } = beback(
      ...command,
      'mcdonld',
      ...(command[0] === 'note' ? ['likes vans'] : []),
    );
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('Ian McDonald') });
  }
  const { status, stdout } = beback('whose', 'mcdonld');
  expect({ status, stdout }).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Perhaps it is\n  #15  Ian McDonald\n'),
  });
});
