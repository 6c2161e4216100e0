import { expect, test } from 'vitest';
import { callMail } from '../../src/mail/call-mail.ts';
import { callListsAsHtml } from '../../src/render/call-list-as-html.ts';
import { callListsAsIcs } from '../../src/render/call-list-as-ics.ts';
import { callListsAsText } from '../../src/render/call-list-as-text.ts';
import { callSheetsAsText } from '../../src/render/call-sheet-as-text.ts';
import { staleInWords } from '../../src/render/stale-in-words.ts';
import { plainStyles } from '../../src/render/styles.ts';
import { aList, annLee, day, dayLists, ON } from './sample-lists.ts';

const LINE = 'The last import was 12 days ago, Nov 9: these lists know nothing since.';
const old = { ...dayLists(aList([annLee])), last_import_on: day('2026-11-09') };
const none = { ...old, lists: [] };
const country = 'US';
const storeName = '';
const table = { width: 120, styles: plainStyles, country, withheld: false, storeName };
const sheet = { paper: 'letter', country, storeName } as const;

test.each([
  ['nothing was imported yet', null, null],
  ['a week and a day is fresh', '2026-11-13', null],
  [
    'the day after it is not',
    '2026-11-12',
    'The last import was 9 days ago, Nov 12: these lists know nothing since.',
  ],
  ['an import after the day of the list', '2026-12-24', null],
])('%s', (_title, imported, expected) => {
  expect(staleInWords(imported === null ? null : day(imported), ON, country)).toBe(expected);
});

test('every list says it, and one without calls too', () => {
  const at = new Date('2026-11-21T08:30:00Z');
  const ics = callListsAsIcs(old, { storeId: '1f2e3d4c', country, at, birthdays: new Set() });
  const mail = callMail(aList([annLee]), [], old, { ...sheet, timezone: null, sheet: true, answers: null });
  const said = {
    table: callListsAsText(old, table),
    'no table': callListsAsText(none, table),
    sheet: callSheetsAsText(old, { country, storeName }),
    'no sheet': callSheetsAsText(none, { country, storeName }),
    page: callListsAsHtml(old, sheet),
    'no page': callListsAsHtml(none, sheet),
    calendar: ics.replaceAll('\r\n ', '').replaceAll('\\,', ','),
    'mail as text': mail.text,
    'mail as HTML': mail.html,
    'sheet of the mail': String(mail.attachments[1]?.content),
  };
  for (const [where, text] of Object.entries(said))
    expect([where, text]).toEqual([where, expect.stringContaining(LINE)]);
});
