/** The mail that tells a salesperson what of their answer to a list was not understood. */

import type { Day } from '../domain/day.ts';
import type { AnswerReport } from '../domain/mail.ts';
import { counted } from '../render/counted.ts';
import { dayInFull } from '../render/day-text.ts';
import { html } from '../render/html.ts';
import { mailPage } from '../render/mail-page.ts';
import { oneLine } from '../render/terminal-text.ts';
import { wrapped } from '../render/wrapped.ts';
import { type LetterOptions, MAIL_WIDTH } from './call-mail.ts';
import type { Letter } from './message.ts';

/** Of a mail that is no answer at all nobody needs to see every line. */
const MOST_LINES = 40;
const LONGEST_LINE = 200;

/**
 * The heading begins as a list's does: whoever answers this mail has it below what they write, where it must not be read.
 * @param day of the answered list
 */
export function reportMail(
  { logged, not_understood: notUnderstood }: AnswerReport,
  { name, day }: { readonly name: string; readonly day: Day },
  { country, storeName }: Pick<LetterOptions, 'country' | 'storeName'>,
): Letter {
  const heading = `${name} · your answer to the list of ${dayInFull(day, country)}`;
  const count = counted(notUnderstood.length, 'line');
  const needs = notUnderstood.length === 1 ? 'needs' : 'need';
  const shown = notUnderstood.slice(0, MOST_LINES).map(({ line, text, why }) => ({
    place: text === '' ? 'Your answer' : `Line ${line}: ${short(text)}`,
    why,
  }));
  const more = notUnderstood.length - shown.length;
  const andMore = more > 0 ? `and ${counted(more, 'more line', 'more lines')}` : null;
  const done = logged.map(
    ({ customer_id, on, outcome, note }) =>
      `#${customer_id} ${outcome}, ${dayInFull(on as Day, country)}${note === null ? '' : `: ${short(note)}`}`,
  );
  const nothing = 'Nothing was logged.';
  const footer =
    'Answer this mail with a line for each of these, put right. What is logged already need not be said again.';
  const paragraph = (text: string, indent = ''): string[] =>
    wrapped(text, MAIL_WIDTH - indent.length).map((line) => indent + line);
  const text = [
    ...paragraph(heading),
    '',
    ...paragraph(`${count} ${needs} a look:`),
    ...shown.flatMap(({ place, why }) => ['', ...paragraph(place, '  '), ...paragraph(why, '    ')]),
    ...(andMore === null ? [] : ['', `  ${andMore}`]),
    '',
    ...(done.length === 0 ? [nothing] : ['Logged:', ...done.flatMap((line) => paragraph(line, '  '))]),
    '',
    ...paragraph(footer),
  ];
  return {
    subject: `Your answer: ${count} ${needs} a look`,
    text: `${text.join('\n')}\n`,
    html: mailPage({
      title: heading,
      heading: html`<bdi>${heading}</bdi>`,
      storeName,
      body: html`<p>${count} ${needs} a look:</p>
${shown.map(({ place, why }) => html`<p><b><bdi>${place}</bdi></b><br><bdi>${why}</bdi></p>\n`)}${andMore === null ? null : html`<p>${andMore}</p>\n`}<p>${done.length === 0 ? nothing : 'Logged:'}</p>
${done.map((line) => html`<p><bdi>${line}</bdi></p>\n`)}`,
      footer,
    }),
    attachments: [],
  };
}

function short(text: string): string {
  const line = oneLine(text);
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1)}…`;
}
