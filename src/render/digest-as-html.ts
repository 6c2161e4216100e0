/** A manager's digest as the HTML part of a mail. */

import type { Digest, DigestLine } from '../domain/digest.ts';
import { counted } from './counted.ts';
import { dayInFull, dayInShort } from './day-text.ts';
import { importInWords, troubleInWords } from './digest-as-text.ts';
import { type HtmlFragment, html } from './html.ts';
import { mailPage } from './mail-page.ts';

const CELL = 'padding:6px 8px;border-top:1px solid #ccc';
const HEAD = 'padding:6px 8px;color:#555';

/** A whole document; it loads nothing and runs nothing. */
export function digestAsHtml(
  digest: Digest,
  { country, storeName }: { readonly country: string; readonly storeName: string },
): string {
  const { on, lines, house, troubled } = digest;
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
    body: html`<table role="presentation" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
<tr><td style="${HEAD}">Salesperson</td><td style="${HEAD}" align="right">Calls</td><td style="${HEAD}" align="right">Overdue</td><td style="${HEAD}">Oldest due</td><td style="${HEAD}">Mail</td></tr>
${lines.map((line) => row(line, digest, country))}</table>
<p>House list (no active salesperson): ${inFile}.</p>
${troubled.length === 0 ? null : html`<p>Mails that need a look:</p>\n${troubled.map((mail) => html`<p>${troubleInWords(mail, digest, country)}</p>\n`)}`}`,
  });
}

const row = (
  { name, code, calls, overdue, oldestDueOn, mail }: DigestLine,
  { on }: Digest,
  country: string,
): HtmlFragment =>
  html`<tr><td style="${CELL}"><bdi>${name}</bdi>${code === null ? null : html` (${code})`}</td><td style="${CELL}" align="right">${calls}</td><td style="${CELL}" align="right">${overdue}</td><td style="${CELL}">${oldestDueOn === null ? '' : dayInShort(oldestDueOn, on, country)}</td><td style="${CELL}">${mail}</td></tr>
`;
