/** The only writer of HTML: what is put into a template is escaped, unless a template made it. */

import { stripVTControlCharacters } from 'node:util';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Control characters have no place in a page; direction overrides would turn round the text that follows. */
const NOT_IN_A_PAGE = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** Text made fit for the inside of an element or of a quoted attribute. */
export function escapeHtml(text: string): string {
  const clean = NOT_IN_A_PAGE.test(text)
    ? stripVTControlCharacters(text).replace(new RegExp(NOT_IN_A_PAGE, 'gu'), '')
    : text;
  return clean.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** A piece of a page in which everything is escaped already; only this file makes one. */
class HtmlFragment {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

export type { HtmlFragment };

export type HtmlValue = string | number | null | HtmlFragment | readonly HtmlFragment[];

/** A piece of a page: strings and numbers are escaped, fragments and lists of them go in as they are, null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): HtmlFragment {
  let text = strings[0] ?? '';
  for (const [i, value] of values.entries()) text += written(value) + (strings[i + 1] ?? '');
  return new HtmlFragment(text);
}

function written(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof HtmlFragment) return value.toString();
  return typeof value === 'object' ? value.join('') : escapeHtml(String(value));
}

/** Our own style sheet, which is written as it is: its quotes would not survive escaping. Never a text from data. */
export const trustedStyle = (css: string): HtmlFragment => new HtmlFragment(css);
