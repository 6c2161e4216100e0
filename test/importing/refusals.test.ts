/** Refusals that are heard: marks of all kinds, columns of any name, files of any kind; or the file is refused and told why. */

import { describe, expect, test } from 'vitest';
import { EXIT, Fault } from '../../src/domain/fault.ts';
import { readMap } from '../../src/importing/map-file.ts';
import type { ImportOptions } from '../../src/operations/import/prepared-file.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { freshStore, importLines } from './fixture-imports.ts';
import { takenFor } from './made-files.ts';

/** Sales to as many customers as there are cells, with one more column. */
const sales = (header: string, cells: readonly string[]): string[] => [
  `Deal Number|Customer Number|Customer Name|Sale Date|Cell Phone|${header}`,
  ...cells.map((cell, i) => {
    const number = String(i + 1).padStart(4, '0');
    return `${i + 1}|C${i + 1}|Ann Aalto${number}|2025-11-24|614-555-${number}|${cell}`;
  }),
];
const EIGHT = (blocked: string, others: string): string[] =>
  Array.from({ length: 8 }, (_, i) => (i === 2 || i === 5 ? blocked : others));

/** The customers that may not be reached by a channel. */
const blocked = (db: Store, channel: 'call' | 'text' | 'email' | 'mail' = 'call'): (string | null)[] =>
  [...exportCustomers(db)]
    .flat()
    .filter((customer) => customer.do_not[channel])
    .map((customer) => customer.dms_number)
    .sort();

async function refused(
  db: Store,
  lines: readonly string[],
  options?: Partial<ImportOptions>,
): Promise<Fault> {
  const error: unknown = await importLines(db, lines, options).catch((thrown) => thrown);
  if (!(error instanceof Fault)) throw new Error('the file was not refused');
  expect({ code: error.code, exit: error.exit }).toEqual({ code: 'unclear-refusals', exit: EXIT.usage });
  expect([...exportCustomers(db)].flat()).toEqual([]);
  return error;
}

describe('a mark under Do Not Call', () => {
  test.each([
    ['✓', ''],
    ['✔', 'N'],
    ['√', '-'],
    ['☑', '☐'],
    ['☒', '□'],
    ['■', '[ ]'],
    ['*', ''],
    ['**', 'none'],
    ['1.0', '0.0'],
    ['1.00', '0.00'],
    ['-1', '0'],
    ['Y*', 'N'],
    ['✗', ''],
    ['per cust 3/4', 'not on file'],
    ['2026-03-04', '0000-00-00'],
  ])('%j blocks with a remark, %j beside it does not', async (mark, no) => {
    const db = freshStore();
    const report = await importLines(db, sales('Do Not Call', EIGHT(mark, no)));
    expect(blocked(db)).toEqual(['C3', 'C6']);
    expect(report.problems).toEqual(
      [4, 7].map((line) =>
        expect.objectContaining({ line, column: 'Do Not Call', value: mark, outcome: 'warning' }),
      ),
    );
  });

  test.each([
    ['[x]', '[ ]'],
    ['X', '☐'],
    ['Ja', 'Nein'],
    ['DNC', 'ok'],
  ])('%j blocks and is nothing to remark on beside %j', async (yes, no) => {
    const db = freshStore();
    const report = await importLines(db, sales('Do Not Call', EIGHT(yes, no)));
    expect(blocked(db)).toEqual(['C3', 'C6']);
    expect(report.problems).toEqual([]);
  });

  test('of a co-buyer blocks the co-buyer', async () => {
    const db = freshStore();
    await importLines(db, [
      'Deal No,Sale Date,Customer Number,Customer Name,Co-Buyer Customer Number,Co-Buyer Name,Do Not Call,Co-Buyer Do Not Call',
      '1,2026-03-05,C1,Ann Lee,C2,Bo Lee,☐,✓',
      '2,2026-03-05,C3,Cy Moss,C4,Di Moss,✓,☐',
    ]);
    expect(blocked(db)).toEqual(['C2', 'C3']);
  });

  test('on a row that is left out blocks all the same, and is remarked on', async () => {
    const db = freshStore();
    const { problems, skipped } = await importLines(db, [
      'Deal No,Sale Date,Customer Number,Customer Name,Sale Class,Phone,Do Not Call',
      '1,2026-03-05,C1,Ann Lee,Retail,614-555-0101,',
      '2,2026-03-05,C2,Bo Bell,Wholesale,614-555-0102,✓',
    ]);
    expect(skipped).toBe(1);
    expect(blocked(db)).toEqual(['C2']);
    expect(problems.map(({ line, code, outcome }) => [line, code, outcome])).toEqual([
      [3, 'wholesale', 'skipped'],
      [3, 'unclear-opt-out', 'warning'],
    ]);
  });
});

describe('a mark under OK to Call', () => {
  test.each([
    ['0.0', '1.0'],
    ['☐', '☑'],
    ['☐', '✓'],
    ['✗', '✓'],
    ['N', '*'],
    ['no consent', 'Express'],
  ])('%j blocks, %j permits', async (no, yes) => {
    const db = freshStore();
    await importLines(db, sales('OK to Call', EIGHT(no, yes)));
    expect(blocked(db)).toEqual(['C3', 'C6']);
  });

  test('that is a crossed box among many may be either', async () => {
    const error = await refused(freshStore(), sales('OK to Call', ['☒', '☒', '☐', '☒']));
    expect(error.message).toContain('"☒"');
    expect(error.hint).toContain('refusal = {');
  });
});

describe('a refusal column', () => {
  test.each([
    ['Do Not Call', ['100', '0', '', '', '', ''], ['C1']],
    ['Opt Out', ['', '', '', '', '', '7'], ['C6']],
  ])('%s %j is never given up for its values', async (header, cells, who) => {
    const db = freshStore();
    const report = await importLines(db, sales(header, cells));
    expect(takenFor(report)[header]).toMatch(/^do_not_/);
    expect(blocked(db)).toEqual(who);
  });

  test('that a layout does not know is read', async () => {
    const db = freshStore();
    const map = readMap(
      {
        name: 'm',
        columns: {
          deal_number: 'Deal Number',
          sold_on: 'Sale Date',
          full_name: 'Customer Name',
          customer_number: 'Customer Number',
        },
      },
      'm.toml',
    );
    await importLines(db, sales('Do Not Call', EIGHT('Y', 'N')), { forced: map });
    expect(blocked(db)).toEqual(['C3', 'C6']);
  });
});

describe('fillings nobody knows', () => {
  const CODES = ['A', 'A', 'B', 'C', '', '', '', '', '', ''];

  test('that would block more than a fifth of the customers refuse the file, and are named', async () => {
    const error = await refused(freshStore(), sales('Do Not Call', CODES));
    expect(error.message).toContain('column "Do Not Call" holds "A", "B", "C"');
    expect(error.message).toContain('4 of 10 customers');
    expect(error.hint).toContain('[layout.words] refusal = { "A" = "yes", else = "no" }');
    expect(error.hint).toContain('may_call = "Do Not Call"');
    expect(error.hint).toContain('ignored = ["Do Not Call"]');
  });

  test('that block a fifth go in with remarks', async () => {
    const db = freshStore();
    const { problems } = await importLines(
      db,
      sales('Do Not Call', ['A', 'see file', ...Array<string>(8).fill('')]),
    );
    expect(blocked(db)).toEqual(['C1', 'C2']);
    expect(problems.map(({ value, code }) => [value, code])).toEqual([
      ['A', 'unclear-opt-out'],
      ['see file', 'unclear-opt-out'],
    ]);
  });

  test('are counted by customers, not by rows', async () => {
    const lines = sales('Do Not Call', ['A', 'A', ...Array<string>(7).fill('')]);
    const again = Array.from({ length: 10 }, (_, i) => lines[3]?.replace('3|C3', `${100 + i}|C3`) ?? '');
    const error = await refused(freshStore(), [...lines, ...again]);
    expect(error.message).toContain('2 of 9 customers');
  });

  test('are counted in all of a long file, those at its end too', async () => {
    const cells = Array.from({ length: 4000 }, (_, i) => (i < 3100 ? 'N' : 'A'));
    const error = await refused(freshStore(), sales('Do Not Call', cells));
    expect(error.message).toContain('900 of 4000 customers');
  });

  test('under the reason or the day of a refusal are all refusals', async () => {
    const db = freshStore();
    await importLines(db, sales('Do Not Call Reason', ['moved away', 'angry', '', '']));
    expect(blocked(db)).toEqual(['C1', 'C2']);
  });

  const mapWith = (more: object, columns: object = { do_not_call: 'Do Not Call' }) =>
    readMap(
      {
        name: 'm',
        columns: {
          deal_number: 'Deal Number',
          sold_on: 'Sale Date',
          full_name: 'Customer Name',
          customer_number: 'Customer Number',
          ...columns,
        },
        ...more,
      },
      'm.toml',
    );

  test.each([
    ['words', mapWith({ words: { refusal: { a: 'yes', B: 'no', C: 'no' } } }), ['C1', 'C2']],
    ['words for all others', mapWith({ words: { refusal: { A: 'no', else: 'yes' } } }), ['C3', 'C4']],
    ['the column as a permission', mapWith({}, { may_call: 'Do Not Call' }), []],
    ['the column as ignored', mapWith({ ignored: ['Do Not Call'] }, {}), []],
  ])('are settled by a map: %s', async (_, forced, who) => {
    const db = freshStore();
    await importLines(db, sales('Do Not Call', CODES), { forced });
    expect(blocked(db)).toEqual(who);
  });
});

describe('a column of another name', () => {
  test.each([
    ['Contact Status', 'Do Not Contact', 'Active'],
    ['Off List Reason', 'Do Not Call', ''],
    ['Status Reason', 'DNC', 'Delivered'],
    ['Flag 7', 'Opted Out', 'No'],
    ['Contact Status', 'No Contact', 'Active'],
    ['Rating', 'Unsubscribed', 'A'],
    ['Misc 1', 'Do Not Disturb', 'Hot'],
    ['Misc 1', 'VIP; DNC', 'VIP'],
    ['Customer Type', 'DNC', 'Retail'],
    ['Deal Status', 'Do Not Contact', 'Sold'],
    ['Notes', 'opted out', 'customer did not want us to call the bank'],
    ['Home Phone', 'opted out', ''],
    ['Bemerkung', 'Nicht anrufen', ''],
    ['Observaciones', 'No llamar', 'paga al contado'],
    ['Remarque', 'Ne pas contacter', ''],
  ])('%s: %j is heard beside %j', async (header, refusal, other) => {
    const db = freshStore();
    const report = await importLines(db, sales(header, EIGHT(refusal, other)));
    expect(blocked(db)).toEqual(['C3', 'C6']);
    expect(report.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          line: 4,
          column: header,
          value: refusal,
          code: 'refusal-in-words',
          outcome: 'warning',
        }),
      ]),
    );
  });

  test('is named as one in the report', async () => {
    const report = await importLines(freshStore(), sales('Off List Reason', EIGHT('Do Not Call', '')));
    expect(takenFor(report)['Off List Reason']).toBe('refusal_in_words');
    const other = await importLines(freshStore(), sales('Off List Reason', EIGHT('Moved', '')));
    expect(takenFor(other)['Off List Reason']).toBeNull();
  });

  test('blocks no more than its words and its header name', async () => {
    const db = freshStore();
    await importLines(
      db,
      sales('Misc 1|Text Reply|Email 2 Note', [
        'do not text||',
        '|opted out|',
        '||unsubscribed',
        'no mail||',
      ]),
    );
    expect([blocked(db), blocked(db, 'text'), blocked(db, 'email'), blocked(db, 'mail')]).toEqual([
      [],
      ['C1', 'C2'],
      ['C3'],
      ['C4'],
    ]);
  });

  test('is heard on the last row of a long file', async () => {
    const db = freshStore();
    const cells = Array.from({ length: 3600 }, (_, i) => (i === 3599 ? 'DNC' : ''));
    await importLines(db, sales('Misc 1', cells));
    expect(blocked(db)).toEqual(['C3600']);
  });

  test('is heard when a later file says it of a sale that is known', async () => {
    const db = freshStore();
    await importLines(db, sales('Misc 1', ['', '', '']));
    const again = await importLines(db, sales('Misc 1', ['', 'Do Not Call', '']));
    expect({ changed: again.changed, same: again.same }).toEqual({ changed: 1, same: 2 });
    expect(blocked(db)).toEqual(['C2']);
  });

  test('in which few words of many speak of something else blocks nobody', async () => {
    const db = freshStore();
    const report = await importLines(
      db,
      sales('Misc 1', [
        'do not call bank',
        'No calls after 5pm',
        'customer did not want us to call the bank',
        'Opt Out GAP',
        'not opted out',
        'DNC: no',
        'no phone',
        'No follow up',
      ]),
    );
    expect(blocked(db)).toEqual([]);
    expect(report.problems).toEqual([]);
  });

  test.each(['Survey Status', 'Tire & Wheel', 'OnStar', 'Service Contract', 'Loyalty Program'])(
    '%s: who opted out of that may be called',
    async (header) => {
      const db = freshStore();
      await importLines(db, sales(header, ['Opted Out', 'Yes', 'Do Not Call']));
      expect(blocked(db)).toEqual(['C3']);
    },
  );

  test('of repair orders and of appointments counts the same', async () => {
    const db = freshStore();
    await importLines(db, [
      'RO Number,Open Date,Close Date,Customer Number,Customer Name,VIN,Cust Flag,Do Not Call',
      '1,2026-03-05,2026-03-05,C1,Ann Lee,1HGCY1F32TA030100,Do Not Contact,',
      '2,2026-03-05,2026-03-05,C2,Bo Bell,1HGCY1F34TA030101,,✓',
      '3,2026-03-05,2026-03-05,C3,Cy Moss,1HGCY1F36TA030102,,☐',
    ]);
    await importLines(db, [
      'Appointment Number,Appointment Date,Customer Number,Customer Name,VIN,Cust Flag,OK to Call',
      '1,2026-12-05,C4,Di Lee,1HGCY1F32TA030103,opted out,',
      '2,2026-12-05,C5,Ed Bell,1HGCY1F34TA030104,,0.0',
      '3,2026-12-05,C6,Flo Moss,1HGCY1F36TA030105,,1.0',
    ]);
    expect(blocked(db)).toEqual(['C1', 'C2', 'C4', 'C5']);
  });
});

describe('yes and no under a header that speaks of contact', () => {
  test.each([
    ['DPA Tel', 'call'],
    ['DPA SMS', 'text'],
    ['GDPR Email', 'email'],
    ['RGPD Teléfono', 'call'],
    ['DSGVO Post', 'mail'],
    ['Data Protection Phone', 'call'],
    ['Calls', 'call'],
    ['SMS', 'text'],
    ['Mailing', 'mail'],
    ['E-Mail Marketing', 'email'],
    ['Newsletter', 'email'],
    ['Customer Consent', 'call'],
    ['Einwilligung', 'call'],
    ['Werbung', 'call'],
    ['Email', 'email'],
  ] as const)('%s: a no refuses %s', async (header, channel) => {
    const db = freshStore();
    await importLines(db, sales(header, EIGHT('N', 'Y')));
    expect(blocked(db, channel)).toEqual(['C3', 'C6']);
  });

  test.each([
    ['Privacy', ['N', 'Y', 'N'], 'do_not_contact = "Privacy" (yes = refused) or may_contact = "Privacy"'],
    ['Data Protection', ['', 'Y', ''], 'do_not_contact = "Data Protection"'],
    ['Last Contact Result', ['No Contact', 'Left message', ''], 'refusal_in_words = "Last Contact Result"'],
    ['Call Outcome', ['Talked', 'no contact', ''], 'ignored = ["Call Outcome"]'],
  ])('%s %j can be read two ways: the file is refused', async (header, cells, key) => {
    const error = await refused(freshStore(), sales(header, cells));
    expect(error.message).toContain(`column "${header}"`);
    expect(error.hint).toContain(key);
  });

  test('on the last row of a long file can be read two ways as well', async () => {
    const cells = Array.from({ length: 3600 }, (_, i) => (i === 3599 ? 'Y' : ''));
    const error = await refused(freshStore(), sales('Privacy', cells));
    expect(error.message).toContain('"Privacy"');
  });
});
