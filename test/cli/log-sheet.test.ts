/** A call list goes out as CSV, is filled in, saved again by LibreOffice, and comes back through the program. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

let folder: string;
let db: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-sheet-'));
  db = join(folder, 'imported.db');
  beback('import', '--quiet', 'fixtures/encodings/utf-8-comma-lf.csv');
});
beforeEach(() => {
  db = join(folder, 'store.db');
  copyFileSync(join(folder, 'imported.db'), db);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function runWith(input: string | Buffer | undefined, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', '--db', db, ...args], {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
    env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' },
  });
  return { status, stdout, stderr };
}
const beback = (...args: string[]): Ran => runWith(undefined, args);

const logSheet = (file: string, ...flags: string[]): unknown =>
  JSON.parse(beback('log', '--sheet', file, '--on', '2026-05-08', '--json', ...flags).stdout);

/** What was logged, without what differs from run to run. */
const contacts = (): unknown[] => {
  const { stdout } = beback('export', 'contacts', '--format', 'json', '--on', '2026-12-31');
  return (JSON.parse(stdout) as Record<string, unknown>[]).map(({ id: _, at: __, ...rest }) => rest);
};

function sheet(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''));
  return path;
}

const NOTE = 'sa fille a 16 ans en mai – « Léa »; dit "rappelez-moi", merci';
const RENEE = { code: null, name: 'Renée Dubois' };
const SOREN = { code: null, name: 'Søren Østergård' };
const call = {
  on: '2026-05-06',
  channel: 'call',
  note: null,
  next_on: null,
  for: null,
  pitched: false,
  from_advisor: null,
};
const LOGGED = [
  { ...call, customer_id: 7, outcome: 'talked', note: NOTE, next_on: '2027-05-03', by: RENEE },
  { ...call, customer_id: 2, outcome: 'voicemail', note: '-- her husband will tell her', by: RENEE },
  {
    ...call,
    customer_id: 10,
    outcome: 'appointment',
    note: 'comes with his wife\nasked for Søren',
    next_on: '2026-05-09',
    by: SOREN,
  },
];
const NO_PHONE = {
  line: 2,
  column: 'outcome',
  value: 'wrong-number',
  code: 'no-phone',
  message: '#9 has no telephone number that could be wrong',
  hint: 'log what happened with another outcome',
};

describe.each([
  'as-written.csv',
  'libreoffice-month-first.csv',
  'libreoffice-day-first-1252.csv',
  'libreoffice-utf-16-tab.txt',
  'libreoffice-serial-numbers.csv',
  'libreoffice.xlsx',
])('%s', (name) => {
  const file = `fixtures/sheets/${name}`;

  test('brings back what was filled in, and says what could not be used', () => {
    expect(logSheet(file)).toEqual({
      file,
      lines: 5,
      logged: 3,
      changed: 0,
      same: 0,
      taken_back: 0,
      blank: 1,
      rejected: 1,
      problems: [NO_PHONE],
      remarks: [],
    });
    expect(contacts()).toEqual(LOGGED);
  });

  test('changes nothing when the list was handed in before, in whatever form', () => {
    logSheet('fixtures/sheets/as-written.csv');
    expect(logSheet(file)).toMatchObject({ logged: 0, changed: 0, same: 3, blank: 1, rejected: 1 });
    expect(contacts()).toEqual(LOGGED);
  });
});

test.each([
  ['/dev/null', '/dev/null is empty'],
  ['fixtures/sheets', 'fixtures/sheets is a folder'],
  ['package-lock.json', 'package-lock.json is a JSON document, not a CSV file'],
])('%s is refused with advice for a sheet, and nothing is logged', (file, message) => {
  const { status, stderr } = beback('log', '--sheet', file);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `beback: ${message}\ntry: name the filled-in list itself, saved from the spreadsheet as CSV (UTF-8) or .xlsx: beback log --sheet calls.csv\n`,
  });
});

describe('two sheets of one day', () => {
  const DAY = '2026-05-06';
  /** The lists as they stand now, with an outcome beside one customer. */
  const filledIn = (name: string, customerId: number, outcome: string): string => {
    const { stdout } = beback('today', '--all', '--on', DAY, '--format', 'csv');
    const [header = '', ...lines] = stdout.replace('\ufeff', '').trimEnd().split('\r\n');
    const placeOf = (column: string): number => header.split(',').indexOf(`"${column}"`);
    const [at, id] = [placeOf('outcome'), placeOf('customer_id')];
    const filled = lines.map((line) => {
      const cells = line.slice(1, -1).split('","');
      if (cells[id] === `${customerId}`) cells[at] = outcome;
      return `"${cells.join('","')}"`;
    });
    return sheet(name, [header, ...filled]);
  };
  const outcomes = (): unknown[] => contacts().map((one) => (one as { outcome: string }).outcome);

  test.each(['talked', 'busy'])('a customer who was busy and is %s later was called twice', (later) => {
    const first = filledIn('first.csv', 7, 'busy');
    expect(logSheet(first)).toMatchObject({ logged: 1 });
    const second = filledIn('second.csv', 7, later);
    expect(logSheet(second)).toMatchObject({ logged: 1, changed: 0, same: 0 });
    for (const file of [first, second, first, second])
      expect(logSheet(file)).toMatchObject({ logged: 0, changed: 0, same: 1 });
    expect(outcomes()).toEqual(['busy', later]);
  });

  test('a line changed in either of them changes its own call', () => {
    logSheet(filledIn('first.csv', 7, 'busy'));
    const second = filledIn('second.csv', 7, 'busy');
    const first = readFileSync(join(folder, 'first.csv'), 'utf8').replace('"busy"', '"no-answer"');
    logSheet(second);
    expect(logSheet(sheet('mended.csv', first.trimEnd().split('\r\n')))).toMatchObject({ changed: 1 });
    expect(outcomes()).toEqual(['busy', 'no-answer']);
  });

  test('what was logged by hand beside a sheet is on it once, and once more where the sheet shows it', () => {
    const first = filledIn('first.csv', 7, 'busy');
    beback('--as', 'Renée Dubois', '--on', DAY, 'log', '7b');
    expect(logSheet(first)).toMatchObject({ logged: 0, same: 1 });
    expect(logSheet(filledIn('second.csv', 7, 'busy'))).toMatchObject({ logged: 1, same: 0 });
    expect(outcomes()).toEqual(['busy', 'busy']);
  });
});

const HEADER = 'on,salesperson,customer_id,customer,outcome,note,next';

test('a report for a person names line, column and value of what was rejected', () => {
  const file = sheet('person.csv', [
    HEADER,
    '2026-05-06,Renée Dubois,7,François Côté,talked,,',
    '2026-05-06,Renée Dubois,2,Chloé Lefèvre,phoned,,',
    '2026-05-06,Renée Dubois,9,Mónica Ávila,,,',
  ]);
  const { status, stdout } = beback('log', '--sheet', file);
  expect(status).toBe(3);
  expect(stdout).toMatch(
    /: 3 lines: 1 logged, 0 changed, 0 same, 1 blank, 1 rejected\n {2}line 3: outcome "phoned" is not an outcome; one of t talked, /,
  );
});

test('a line that was mended is changed, and the day’s list follows', () => {
  const line = '2026-05-06,Renée Dubois,7,François Côté';
  logSheet(sheet('first.csv', [HEADER, `${line},no-answer,,`]));
  expect(logSheet(sheet('mended.csv', [HEADER, `${line},talked,reached him at work,`]))).toMatchObject({
    logged: 0,
    changed: 1,
    same: 0,
  });
  expect(contacts()).toEqual([
    { ...call, customer_id: 7, outcome: 'talked', note: 'reached him at work', by: RENEE },
  ]);
});

test('a line that was taken back stays so, and it is said how it can be logged all the same', () => {
  const file = sheet('undone.csv', [HEADER, '2026-05-06,Renée Dubois,7,François Côté,talked,,']);
  logSheet(file, '--as', 'Renée Dubois');
  beback('undo', '2');
  expect(logSheet(file)).toMatchObject({
    logged: 0,
    same: 0,
    taken_back: 1,
    remarks: [
      { line: 2, code: 'taken-back', value: 'talked', message: 'was logged as entry 2 and taken back' },
    ],
  });
  expect(beback('log', '--sheet', file)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /1 line: 0 logged, 0 changed, 0 same, 1 taken back, .*\n {2}line 2: outcome "talked" was logged as entry 2 /,
    ),
  });
  beback('--as', 'Renée Dubois', '--on', '2026-05-06', 'log', '7t');
  expect(logSheet(file)).toMatchObject({ same: 1, taken_back: 0 });
});

test('a number that was wrong leaves the lists once, however often the sheet is read', () => {
  const file = sheet('wrong.csv', [HEADER, '2026-05-06,Renée Dubois,7,François Côté,w,,']);
  expect([logSheet(file), logSheet(file)]).toMatchObject([{ logged: 1 }, { same: 1, rejected: 0 }]);
});

test('lists of several people in one file, their header lines between them, are one sheet', () => {
  const lists = [
    HEADER,
    '2026-05-06,Renée Dubois,7,François Côté,t,,',
    HEADER,
    '2026-05-06,Søren Østergård,10,Jürgen Weiß,v,,',
  ];
  expect(logSheet(sheet('both.csv', lists))).toMatchObject({ lines: 2, logged: 2, rejected: 0 });
  expect(contacts()).toEqual([
    { ...call, customer_id: 7, outcome: 'talked', by: RENEE },
    { ...call, customer_id: 10, outcome: 'voicemail', by: SOREN },
  ]);
});

test('standard input is a sheet too, and who acts made the calls where the sheet names nobody', () => {
  const { status, stdout } = runWith('customer_id;outcome;note;next\n10;v;;\n', [
    'log',
    '--sheet',
    '-',
    '--on',
    '2026-05-08',
    '--as',
    'Renée Dubois',
  ]);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: '-: 1 line: 1 logged, 0 changed, 0 same, 0 blank, 0 rejected\n',
  });
  expect(contacts()).toEqual([
    { ...call, on: '2026-05-08', customer_id: 10, outcome: 'voicemail', by: RENEE },
  ]);
});

test('a note is kept as given, whatever it holds, and shown harmlessly', () => {
  const note = `'=1+1 🎉 "quoted"\u001b[31m red\u0007 ${'long '.repeat(2000)}`;
  const file = sheet('note.csv', [
    HEADER,
    `2026-05-06,Renée Dubois,7,François Côté,t,"'${note.replaceAll('"', '""')}",`,
    `2026-05-06,Renée Dubois,2,Chloé Lefèvre,,"${note.replaceAll('"', '""')}",`,
  ]);
  const { stdout } = beback('log', '--sheet', file);
  expect(contacts()).toMatchObject([{ note }]);
  expect(stdout.split('\n')[1]).toBe(
    '  line 3: note "\'=1+1 🎉 "quoted" red^G long long long long long long long…" has no outcome beside it: what came of it?; one of t talked, a appointment, s sold, g greeted, n not-interested, v voicemail, x no-answer, b busy, w wrong-number, m moved-away, c sold-the-car, d do-not-contact, p text, e email, l letter, h hello',
  );
});

test.each([
  ['a foreign file', 'fixtures/encodings/utf-8-comma-lf.csv', 'customer_id, no outcome, no note, no next'],
  ['a sheet without its header line', '', 'customer_id, no outcome, no note, no next'],
])('%s is refused whole, and no database is made for it', (_, given, missing) => {
  const file = given || sheet('headerless.csv', ['2026-05-06,7,t,,', '2026-05-06,2,v,,']);
  db = join(folder, 'none.db');
  const { status, stderr } = beback('log', '--sheet', file);
  expect(status).toBe(2);
  expect(stderr).toContain(`is not a call list: its header line has no ${missing}; nothing was logged\n`);
  expect(existsSync(db)).toBe(false);
});

test('the list as it is exported today is read with every line blank', () => {
  const file = join(folder, 'list.csv');
  beback('today', '--all', '--on', '2026-05-06', '--format', 'csv', '--out', file);
  expect(readFileSync(file, 'utf8').split('\r\n').length).toBe(7);
  expect(logSheet(file)).toMatchObject({ lines: 5, blank: 5, logged: 0, rejected: 0 });
});

/** The sheet with its first line filled in. */
function filledIn(file: string, cells: Readonly<Record<string, string>>): string {
  const [header = [], first = [], ...rest] = parse(readFileSync(file), { bom: true }) as string[][];
  const line = first.map((cell, i) => cells[header[i] ?? ''] ?? cell);
  return [header, line, ...rest]
    .map((row) => `${row.map((cell) => JSON.stringify(cell)).join(',')}\r\n`)
    .join('');
}

test.each([
  ['a file', 'list.csv', 'list.csv'],
  ['a folder of files', '.', 'calls-2026-05-06-renee-dubois.csv'],
])('%s in which something is filled in is written over only when it was read back', (_, out, name) => {
  const place = mkdtempSync(join(folder, 'out-'));
  const again = (): Ran =>
    beback('today', '--all', '--on', '2026-05-06', '--format', 'csv', '--out', join(place, out));
  expect([again().status, again().status]).toEqual([0, 0]);
  const file = join(place, name);
  const typed = filledIn(file, { outcome: 'talked', note: 'wants a van' });
  writeFileSync(file, typed);
  const refused = again();
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(`try: read it back first: beback log --sheet ${file}`);
  expect(readFileSync(file, 'utf8')).toBe(typed);
  expect(contacts()).toEqual([]);
  expect(beback('log', '--sheet', file).status).toBe(0);
  expect(again().status).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toContain('"talked"');
});

test('a sheet with a note that cannot be read back yet is not written over, and any other file is', () => {
  const file = join(folder, 'list.csv');
  const again = (): Ran => beback('today', '--all', '--on', '2026-05-06', '--out', file);
  writeFileSync(file, 'a,b\n1,2\n');
  expect(again().status).toBe(0);
  writeFileSync(file, filledIn(file, { note: 'call in spring' }));
  expect(again().status).toBe(2);
  expect(readFileSync(file, 'utf8')).toContain('call in spring');
});
