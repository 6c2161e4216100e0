/** Letters as pages to print, sign and fold: the address shows in the window of the envelope. */

import type { Day } from '../domain/day.ts';
import type { Letter, Letterhead } from '../domain/letter.ts';
import { addressLines } from './address-lines.ts';
import type { Paper } from './call-sheet-style.ts';
import { dayInLetter } from './day-text.ts';
import { type HtmlFragment, html, trustedStyle } from './html.ts';
import { letterStyle } from './letter-style.ts';

export interface LetterPage {
  readonly letter: Letter;
  /** plain text, a blank line between paragraphs */
  readonly text: string;
}

export interface LettersOptions {
  readonly on: Day;
  readonly paper: Paper;
  readonly store: Letterhead;
}

/** A whole document, each letter beginning on a new page. It loads nothing and runs nothing. */
export function lettersAsHtml(pages: readonly LetterPage[], { on, paper, store }: LettersOptions): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${`Letters ${on}`}</title>
<style>${trustedStyle(letterStyle(paper))}</style>
</head>
<body>
${pages.length === 0 ? html`<p>No letters to write.</p>\n` : null}${pages.map((page) => letterPage(page, on, store))}</body>
</html>
`.toString();
}

function letterPage({ letter, text }: LetterPage, on: Day, store: Letterhead): HtmlFragment {
  const { customer, owner } = letter;
  const head = [
    ...(store.name === null ? [] : [store.name]),
    ...store.address,
    ...(store.phone === null ? [] : [store.phone]),
  ];
  const to = [customer.name, ...addressLines(customer.address, store.country)];
  const from = [
    owner?.name ?? store.name,
    owner === null ? null : store.name,
    owner?.email ?? null,
    store.phone,
  ];
  return html`<article>
<header>${lines(head)}</header>
<address>${lines(to)}</address>
<p class="date">${dayInLetter(on, store.country)}</p>
${paragraphs(text)}<p class="from">${lines(from.filter((line) => line !== null))}</p>
</article>
`;
}

const lines = (texts: readonly string[]): HtmlFragment[] =>
  texts.map((text) => html`<span><bdi>${text}</bdi></span>`);

const paragraphs = (text: string): HtmlFragment[] =>
  text
    .trim()
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((paragraph) => html`<p>${paragraph}</p>\n`);
