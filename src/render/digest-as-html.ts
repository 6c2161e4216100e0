/** A manager's digest as the HTML part of a mail. */

import type { Digest } from '../domain/digest.ts';
import { openCasesInLines } from './case-in-words.ts';
import { counted } from './counted.ts';
import { dayInFull, dayInShort } from './day-text.ts';
import {
  DIGEST_NOTICES,
  importInWords,
  JOURNAL_LEGEND,
  LISTS_LEGEND,
  laneOfDigest,
  restInWords,
  talliesOf,
  troubleInWords,
  verifyCommand,
} from './digest-as-text.ts';
import { html } from './html.ts';
import { mailPage, QUIET } from './mail-page.ts';
import { mailTable } from './mail-table.ts';
import { ownersNoticeTexts } from './notice-lines.ts';
import { personInWords } from './tally-in-words.ts';
import { workTallyAsHtml } from './work-tally-as-html.ts';

const SMALL = `${QUIET};margin:6px 0 12px 0`;

/** A whole document; it loads nothing and runs nothing. */
export function digestAsHtml(
  digest: Digest,
  { country, storeName }: { readonly country: string; readonly storeName: string },
): string {
  const { on, lines, house, troubled, journal, notices, cases } = digest;
  const title = `Call lists · ${dayInFull(on, country)}`;
  const inFile =
    house.calls.length === 0
      ? 'nobody is on it'
      : `${counted(house.calls.length, 'call')}, in the attached file`;
  return mailPage({
    title,
    heading: html`${title}`,
    storeName,
    footer: importInWords(digest, country),
    body: html`${mailTable(
      [
        { title: 'Salesperson' },
        ...['Calls', 'Overdue', 'Waiting', 'Closing'].map((name) => ({ title: name, isNumber: true })),
        { title: 'Oldest due' },
        { title: 'Mail' },
      ],
      lines.map((line) => [
        personInWords(line),
        line.calls,
        line.overdue,
        line.waiting,
        line.closing,
        line.oldestDueOn === null ? '' : dayInShort(line.oldestDueOn, on, country),
        line.mail,
      ]),
    )}<p class="quiet" style="${SMALL}">${LISTS_LEGEND}</p>
${ownersNoticeTexts(notices, { on, country, atMost: DIGEST_NOTICES }).map((text) => html`<p>${text}</p>\n`)}${laneOfDigest(digest, country).map((text) => html`<p>${text}</p>\n`)}${openCasesInLines(cases, on, country).map((text) => html`<p>${text}</p>\n`)}<p>House list (no active salesperson): ${inFile}. ${restInWords(house)}</p>
${troubled.length === 0 ? null : html`<p>Mails that need a look:</p>\n${troubled.map((mail) => html`<p>${troubleInWords(mail, digest, country)}</p>\n`)}`}${talliesOf(digest).map((tally) => workTallyAsHtml(tally, country))}${journal === null ? null : html`<p class="quiet" style="${SMALL}">${JOURNAL_LEGEND}<br><code style="word-break:break-all">${verifyCommand(journal)}</code></p>`}`,
  });
}
