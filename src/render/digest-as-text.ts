/** A manager's digest as the text part of a mail. */

import type { CallList } from '../domain/call-list.ts';
import type { Digest, TroubledMail } from '../domain/digest.ts';
import type { WorkTally } from '../domain/work-tally.ts';
import { callListsAsText } from './call-list-as-text.ts';
import { openCasesInLines } from './case-in-words.ts';
import { counted } from './counted.ts';
import { dayInFull, dayInShort } from './day-text.ts';
import { inLines, ownersNoticeTexts } from './notice-lines.ts';
import { staleInWords } from './stale-in-words.ts';
import { plainStyles } from './styles.ts';
import { personInWords } from './tally-in-words.ts';
import { safeForTerminal } from './terminal-text.ts';
import { textTable } from './text-table.ts';
import { workTallyAsText } from './work-tally-as-text.ts';
import { wrapped } from './wrapped.ts';

export interface DigestTextOptions {
  readonly width: number;
  /** the store's: how telephone numbers are written */
  readonly country: string;
  readonly storeName: string;
}

/** As many calls of the house list as anybody reads in a mail; all of them are in the file that goes along. */
const HOUSE_CALLS_SHOWN = 25;

export function digestAsText(digest: Digest, { width, country, storeName }: DigestTextOptions): string {
  const line = (text: string): string => `${wrapped(safeForTerminal(text), width - 4).join('\n    ')}\n`;
  const parts = [
    (storeName === '' ? '' : line(storeName)) + line(`Call lists · ${dayInFull(digest.on, country)}`),
    peopleTable(digest, width, country) + (digest.lines.length === 0 ? '' : line(LISTS_LEGEND)),
    ...(digest.notices.length === 0 ? [] : [noticesText(digest, width, country)]),
    ...laneOfDigest(digest, country).map(line),
    ...(digest.cases.length === 0
      ? []
      : [openCasesInLines(digest.cases, digest.on, country).map(line).join('')]),
    line(importInWords(digest, country)),
    ...(digest.troubled.length === 0
      ? []
      : [
          line('Mails that need a look:') +
            digest.troubled.map((mail) => line(troubleInWords(mail, digest, country))).join(''),
        ]),
    ...talliesOf(digest).map((tally) => workTallyAsText(tally, { width, styles: plainStyles, country })),
    houseText(digest, { width, country, storeName: '' }),
    ...(digest.journal === null ? [] : [`${line(JOURNAL_LEGEND)}${verifyCommand(digest.journal)}\n`]),
  ];
  return parts.join('\n');
}

export const JOURNAL_LEGEND =
  'The journal as of this mail. Whoever keeps it can check later that nothing was changed or taken out since:';

/** Ready to be pasted, so never wrapped. */
export const verifyCommand = ({ entries, head }: NonNullable<Digest['journal']>): string =>
  `beback journal verify --entries ${entries} --head ${head}`;

/** As many as anybody reads in a mail: a first import may find hundreds. */
export const DIGEST_NOTICES = 20;

const noticesText = ({ notices, on }: Digest, width: number, country: string): string =>
  inLines(ownersNoticeTexts(notices, { on, country, atMost: DIGEST_NOTICES }), width)
    .map((text) => `${text}\n`)
    .join('');

function peopleTable({ lines, on }: Digest, width: number, country: string): string {
  if (lines.length === 0) return 'No salesperson has a call.\n';
  return textTable(
    [
      { title: 'Salesperson', priority: 9, minWidth: 12, maxWidth: 28, grow: true, wrap: true },
      { title: 'Calls', priority: 8, minWidth: 5, align: 'right' },
      { title: 'Overdue', priority: 7, minWidth: 7, align: 'right' },
      { title: 'Waiting', priority: 5, minWidth: 7, align: 'right' },
      { title: 'Closing', priority: 5, minWidth: 7, align: 'right' },
      { title: 'Oldest due', priority: 4, minWidth: 6 },
      { title: 'Mail', priority: 6, minWidth: 8, grow: true, wrap: true },
    ],
    lines.map(({ name, code, calls, overdue, waiting, closing, oldestDueOn, mail }) => [
      personInWords({ code, name }),
      String(calls),
      String(overdue),
      String(waiting),
      String(closing),
      oldestDueOn === null ? '' : dayInShort(oldestDueOn, on, country),
      mail,
    ]),
    { width },
  );
}

export function importInWords(
  { lastImport, on }: Pick<Digest, 'lastImport' | 'on'>,
  country: string,
): string {
  if (lastImport === null) return 'Nothing was imported yet.';
  const { file, on: day, daysAgo } = lastImport;
  const stale = staleInWords(day, on, country);
  if (stale !== null) return `${stale} (${file})`;
  const when = daysAgo === 0 ? 'today' : `${counted(daysAgo, 'day')} ago, ${dayInShort(day, on, country)}`;
  return `Last import: ${when} (${file})`;
}

export const troubleInWords = (
  { on, to, state, answer }: TroubledMail,
  digest: Pick<Digest, 'on'>,
  country: string,
): string => `- ${dayInShort(on, digest.on, country)} ${to}: ${state}${answer === null ? '' : `, ${answer}`}`;

function houseText({ house, on }: Digest, options: DigestTextOptions): string {
  const rest = restInWords(house);
  const waiting = rest === '' ? '' : `${rest}\n`;
  if (house.calls.length === 0) return `Nobody is on the house list.\n${waiting}`;
  const shown: CallList = { ...house, calls: house.calls.slice(0, HOUSE_CALLS_SHOWN) };
  const text = callListsAsText(
    // how old the data are is said of the whole digest
    { on, lists: [shown], withheld: [], last_import_on: null },
    { ...options, styles: plainStyles, withheld: false },
  );
  const more = house.calls.length - shown.calls.length;
  const cutOff = more === 0 ? '' : `… and ${counted(more, 'more call')} in the attached file.\n`;
  return text + cutOff + waiting;
}

/** How many of our customers come in, and how many of the last day nobody greeted; nothing where nobody comes or came. */
export function laneOfDigest({ lane: { ours, last }, on }: Digest, country: string): string[] {
  if (ours === 0 && last === null) return [];
  const missed =
    last === null
      ? ''
      : ` On ${dayInShort(last.on, on, country)} there were ${last.ours}, of whom ${last.notGreeted} ${last.notGreeted === 1 ? 'was' : 'were'} not greeted.`;
  return [`In the service drive today: ${counted(ours, 'customer')} of ours.${missed}`];
}

/** What the titles of the table of lists are short for. */
export const LISTS_LEGEND =
  "Waiting: due, and beyond the day's calls. Closing: due, and closed before their turn would come.";

/** The last business day, and the week where it stands in the digest. */
export const talliesOf = ({ done, week }: Digest): readonly WorkTally[] =>
  week === null ? [done] : [done, week];

/** Of a list, what stands behind the calls of the day; empty when nothing does. */
export const restInWords = ({ later, dropped }: Pick<CallList, 'later' | 'dropped'>): string =>
  later.length + dropped.length === 0 ? '' : `Besides: ${later.length} waiting, ${dropped.length} closing.`;
