/** A wish not to be called holds for the number and the person, in everything the program writes. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

let folder: string;
const path = (name: string): string => join(folder, name);
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', path('store.db'), '--as', 'Dana Reyes', '--on', '2026-11-21', ...args],
    { encoding: 'utf8', env: { ...process.env, TZ: 'America/Detroit' } },
  );
  return { status, stdout, stderr };
}
function beback(...args: string[]): string {
  const { status, stdout, stderr } = run(...args);
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}
const json = (...args: string[]) => JSON.parse(beback(...args, '--json'));

const HEADER =
  'Deal No,Cust No,Customer Name,Home Phone,Cell Phone,Email,Birth Date,Sale Date,VIN,Salesperson,Do Not Call';
const ANN = '1,C1,"Smith, Ann",,6145550101,ann@example.com,,2026-11-19,1HGCM82633A004351,Dana Reyes,';
/** the same person under a second number of the DMS, with a phone more */
const TWIN = '2,C2,"Smith, Ann",6145550101,6145550102,,,2026-11-19,1HGCM82633A004352,Dana Reyes,';
/** her husband: one number is hers too, one his own */
const SPOUSE = '3,C3,"Jones, Bob",6145550101,6145550103,,,2026-11-19,1HGCM82633A004353,Dana Reyes,';
/** has no number but hers, and an address to write to */
const SON = '4,C4,"Jones, Carl",6145550101,,carl@example.com,,2026-11-19,1HGCM82633A004354,Dana Reyes,';
const STRANGER = '5,C5,"Free, Dan",,6145550105,,,2026-11-19,1HGCM82633A004355,Dana Reyes,';
const EVERYBODY = [ANN, TWIN, SPOUSE, SON, STRANGER];

let files = 0;
const take = (...rows: string[]): void => {
  files += 1;
  writeFileSync(path(`sales-${files}.csv`), [HEADER, ...rows, ''].join('\n'));
  beback('import', path(`sales-${files}.csv`));
};
const people = (): { id: number; dms: string; blocked: boolean; phones: string[] }[] =>
  JSON.parse(beback('export', 'customers', '--format', 'json')).map(
    (one: {
      id: number;
      dms_number: string;
      do_not: { call: boolean };
      phones: { e164: string; blocked: boolean }[];
    }) => ({
      id: one.id,
      dms: one.dms_number,
      blocked: one.do_not.call,
      phones: one.phones.map(({ e164, blocked }) => `${e164.slice(-4)}${blocked ? ' blocked' : ''}`),
    }),
  );
const blockedOf = (): Record<string, boolean> =>
  Object.fromEntries(people().map(({ dms, blocked }) => [dms, blocked]));
const listed = (): Record<string, string[]> =>
  Object.fromEntries(
    json('today', '--all')
      .lists.flatMap(({ calls }: { calls: unknown[] }) => calls)
      .map(({ customer }: { customer: { name: string; phones: { e164: string }[] } }) => [
        customer.name,
        customer.phones.map(({ e164 }) => e164.slice(-4)),
      ]),
  );

beforeEach(() => {
  files = 0;
  folder = mkdtempSync(join(tmpdir(), 'beback-wish-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** Each thing that leads to a call, as text. */
const OUTPUTS: Readonly<Record<string, () => string | Promise<string>>> = {
  table: () => beback('today', '--all'),
  text: () => beback('today', '--all', '--format', 'text'),
  csv: () => beback('today', '--all', '--format', 'csv'),
  json: () => beback('today', '--all', '--json'),
  html: () => beback('today', '--for', 'Dana', '--format', 'html'),
  ics: () => beback('today', '--for', 'Dana', '--format', 'ics'),
  calendar: () => beback('export', 'calendar', '--for', 'Dana', '--days', '90'),
  vcard: () => beback('export', 'vcard', '--for', 'Dana'),
  mail: async () => {
    beback('salespeople', 'set', 'Dana Reyes', '--email', 'dana@lakeside.example');
    beback('send', '--dry-run', '--out', path('mails'));
    const texts: string[] = [];
    for (const name of readdirSync(path('mails'))) {
      const mail = await PostalMime.parse(readFileSync(path(`mails/${name}`)), {
        attachmentEncoding: 'utf8',
      });
      texts.push(mail.text ?? '', mail.html ?? '', ...mail.attachments.map(({ content }) => String(content)));
    }
    expect(texts.join('').length).toBeGreaterThan(500);
    return texts.join('\n');
  },
};
const digits = (text: string): string => text.replace(/[^\d\n]/g, '');
const says = (text: string, end: string): boolean => digits(text).includes(`555${end}`);

describe('what leads to a call', () => {
  test.each(Object.entries(OUTPUTS))(
    '%s has neither the number nor the other numbers of the person',
    async (_, write) => {
      take(...EVERYBODY);
      const before = await write();
      for (const end of ['0101', '0102', '0103', '0105']) expect(says(before, end)).toBe(true);
      rmSync(path('mails'), { recursive: true, force: true });
      beback('block', '1', 'call', '--why', 'asked on the phone');
      const after = await write();
      for (const end of ['0101', '0102']) expect(says(after, end)).toBe(false);
      for (const end of ['0103', '0105']) expect(says(after, end)).toBe(true);
    },
  );

  test('a customer keeps the numbers nobody refused, and without any is on no list', () => {
    take(...EVERYBODY);
    beback('block', '1', 'call');
    expect(listed()).toEqual({ 'Bob Jones': ['0103'], 'Dan Free': ['0105'] });
    expect(json('today', '--all').withheld).toContainEqual(
      expect.objectContaining({ customer: { id: 4, name: 'Carl Jones' }, why: 'do-not-contact' }),
    );
    expect(people()).toEqual([
      { id: 1, dms: 'C1', blocked: true, phones: ['0101 blocked'] },
      { id: 2, dms: 'C2', blocked: true, phones: ['0102 blocked', '0101 blocked'] },
      { id: 3, dms: 'C3', blocked: false, phones: ['0103', '0101 blocked'] },
      { id: 4, dms: 'C4', blocked: false, phones: ['0101 blocked'] },
      { id: 5, dms: 'C5', blocked: false, phones: ['0105'] },
    ]);
    const [sale] = JSON.parse(beback('export', 'sales', '--format', 'json'));
    expect(sale.customer.phones).toMatchObject([{ e164: '+16145550101', blocked: true }]);
  });

  test('card, search, promises and explanation name the end of the number and whose wish it is', () => {
    take(...EVERYBODY);
    beback('promise', '3', 'call about the hitch', '--next', '2026-11-24');
    beback('block', '1', 'call', '--why', 'asked on the phone');
    for (const text of [
      ...['show', 'why', 'find'].flatMap((command) => [
        beback(command, 'Bob Jones'),
        beback(command, 'Bob Jones', '--json'),
        beback(command, 'Carl Jones'),
        beback(command, 'Carl Jones', '--json'),
        beback(command, '2'),
      ]),
      beback('promises', '--all'),
      beback('promises', '--all', '--json'),
    ]) {
      expect(says(text, '0101')).toBe(false);
      expect(says(text, '0102')).toBe(false);
    }
    expect(beback('find', 'Carl Jones')).toContain('DO NOT CALL');
    expect(beback('show', '3')).toContain(
      'a home number ending in 01: not to be called, by the wish of #1 Ann Smith',
    );
    expect(json('show', '3').withheld_phones).toEqual([
      { kind: 'home', ends_in: '01', why: 'wish', through: { id: 1, name: 'Ann Smith' } },
    ]);
    expect(beback('show', '2')).toContain(
      'DO NOT CALL since Nov 21: asked on the phone (Dana Reyes); said by #1 Ann Smith, who may be the same person',
    );
    expect(beback('why', '2')).toContain('said by #1 Ann Smith, who may be the same person');
    expect(beback('why', '4')).toContain('Every number stands with somebody who asked not to be called');
    expect(beback('log', '4', 'talked')).toContain('DO NOT CALL');
  });

  test('block says whom else it concerns', () => {
    take(...EVERYBODY);
    const { stderr } = run('block', '1', 'call');
    expect(stderr).toContain('#2 Ann Smith may be the same person: not called either');
    expect(stderr).toContain('#3 Bob Jones has the same number: not called there either');
  });
});

describe('whichever came first and however it came, the wish reaches the other record', () => {
  const [flaggedAnn, flaggedTwin] = [`${ANN}Y`, `${TWIN}Y`];
  test.each<[string, () => void]>([
    ['by hand, the other one later', () => [take(ANN), beback('block', '1', 'call'), take(TWIN)]],
    ['by hand on the later one', () => [take(ANN, TWIN), beback('block', '2', 'call')]],
    ['logged as an outcome', () => [take(ANN, TWIN), beback('log', '1d')]],
    ['an opt-out column, the flagged row first', () => take(flaggedAnn, TWIN)],
    ['an opt-out column, the flagged row last', () => take(TWIN, flaggedAnn)],
    ['an opt-out in a later file', () => [take(ANN, TWIN), take(flaggedTwin)]],
    ['an opt-out in an earlier file', () => [take(flaggedTwin), take(ANN)]],
    [
      'a number in common only since a correction by hand',
      () => [
        take(ANN, TWIN.replaceAll('6145550101', '6145550199')),
        beback('block', '1', 'call'),
        beback('fixes', 'set', '2', '--phone', '6145550101', '--kind', 'home'),
      ],
    ],
    [
      'a nickname and the birthday in common',
      () => [
        take(ANN.replace('ann@example.com,', 'ann@example.com,04/23/1980')),
        take(
          TWIN.replaceAll('6145550101', '')
            .replace('Smith, Ann', 'Smith, Annie')
            .replace(',,,2026', ',,04/23/1980,2026'),
        ),
        beback('block', '1', 'call'),
      ],
    ],
  ])('%s', (_, happens) => {
    happens();
    expect(blockedOf()).toEqual({ C1: true, C2: true });
    expect(listed()).toEqual({});
  });

  test('it reaches neither Jr through Sr nor anybody through somebody it reached', () => {
    const row = (n: number, name: string, cell: string, mail: string): string =>
      `${n},C${n},"${name}",,${cell},${mail},,2026-11-19,1HGCM82633A00436${n},Dana Reyes,`;
    take(
      row(1, 'Smith Sr, Rob', '6145550111', 'rob@example.com'),
      row(2, 'Smith Jr, Rob', '6145550112', 'rob@example.com'),
      row(3, 'Moss, Eve', '6145550113', 'eve@example.com'),
      row(4, 'Moss, Eve', '6145550114', 'eve@example.com'),
      row(5, 'Moss, Eve', '6145550114', 'moss@example.com'),
    );
    beback('block', '1', 'call');
    beback('block', '3', 'call');
    expect(blockedOf()).toEqual({ C1: true, C2: false, C3: true, C4: true, C5: false });
    // the number of whom it reached is blocked too, for everybody who has it
    expect(listed()).toEqual({ 'Rob Smith Jr': ['0112'] });
  });
});

describe('taken back', () => {
  test('undo of the wish lifts all of it', () => {
    take(...EVERYBODY);
    const before = people();
    beback('block', '1', 'call');
    expect(people()).not.toEqual(before);
    beback('undo', '--why', 'asked to be called again');
    expect(people()).toEqual(before);
    expect(Object.keys(listed())).toEqual(['Ann Smith', 'Bob Jones', 'Carl Jones', 'Dan Free']);
  });

  test('a wish that came by two ways stands until both are taken back', () => {
    take(...EVERYBODY);
    beback('block', '1', 'call');
    beback('block', '2', 'call');
    const [second, first] = json('journal').entries as { id: number }[];
    beback('undo', String(first?.id), '--why', 'called again');
    expect(blockedOf()).toMatchObject({ C1: true, C2: true });
    beback('undo', String(second?.id), '--why', 'called again');
    expect(blockedOf()).toMatchObject({ C1: false, C2: false });
  });

  test('what a file said stands when what was said by hand is taken back', () => {
    take(ANN, TWIN);
    beback('block', '2', 'call');
    take(`${TWIN}Y`);
    beback('undo', '--why', 'called again');
    expect(blockedOf()).toEqual({ C1: true, C2: true });
  });

  test('a number taken out as wrong carries no wish', () => {
    take(ANN, SPOUSE);
    beback('block', '1', 'call');
    expect(listed()).toEqual({ 'Bob Jones': ['0103'] });
    beback('log', '1', 'wrong-number');
    expect(listed()).toEqual({ 'Bob Jones': ['0103', '0101'] });
    beback('undo', '--why', 'it is hers');
    expect(listed()).toEqual({ 'Bob Jones': ['0103'] });
  });
});
