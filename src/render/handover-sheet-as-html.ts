/** The customers somebody took over, as pages to print: who they are, what they drive, what was said and promised. */

import type { Day } from '../domain/day.ts';
import type { HandedBecause, HandoverSheet, NewCustomer } from '../domain/handover.ts';
import { lastContactInWords, promiseInWords, soldInWords } from './call-in-words.ts';
import type { Paper } from './call-sheet-style.ts';
import { caseInWords } from './case-in-words.ts';
import { counted } from './counted.ts';
import { dayInLetter } from './day-text.ts';
import { type HtmlFragment, html, trustedStyle } from './html.ts';
import { phoneInWords, telUri } from './phone-text.ts';

export interface HandoverSheetOptions {
  readonly on: Day;
  readonly paper: Paper;
  /** ISO 3166, the store's */
  readonly country: string;
  readonly storeName: string;
}

const style = (paper: Paper): string => `
@page { size: ${paper === 'letter' ? 'letter' : 'A4'} portrait; margin: 12mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; } }
body { margin: 0; color: #000; background: #fff; font: 10pt/1.35 "Helvetica Neue", Helvetica, Arial, sans-serif; }
h1 { font-size: 16pt; margin: 0; overflow-wrap: anywhere; }
header p { margin: 1mm 0 3mm; }
article { break-inside: avoid; border-top: 0.25mm solid #000; padding: 2mm 0; overflow-wrap: anywhere; }
h2 { font-size: 11.5pt; margin: 0; }
h2 small { font-weight: normal; }
p { margin: 0.5mm 0 0; }
.phone { font-size: 13pt; font-weight: bold; }
.phone a { color: #000; text-decoration: none; margin-right: 6mm; }
.promise { font-weight: bold; }
`;

/** Why this customer is yours, behind the number; who has them by count alone need not be told. */
const WHY_YOU: Readonly<Record<HandedBecause, string>> = {
  named: '',
  household: ', you look after their household',
  credited: ', you are also credited with their last sale',
  talked: ', you spoke with them last',
  even: '',
};

/** A whole document. It loads nothing and runs nothing. */
export function handoverSheetAsHtml(sheet: HandoverSheet, options: HandoverSheetOptions): string {
  const { to, from, customers } = sheet;
  const { on, paper, country, storeName } = options;
  const where = storeName === '' ? '' : `${storeName}, `;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${`Customers of ${from.name} for ${to.name} ${on}`}</title>
<style>${trustedStyle(style(paper))}</style>
</head>
<body>
<header><h1><bdi>${to.name}</bdi></h1>
<p>${`${where}${dayInLetter(on, country)}: ${counted(customers.length, 'customer')} of `}<bdi>${from.name}</bdi>${' for you to introduce yourself to.'}</p></header>
${customers.map((one) => customerOf(one, options))}</body>
</html>
`.toString();
}

function customerOf(one: NewCustomer, { on, country }: HandoverSheetOptions): HtmlFragment {
  const { customer, phones, mayBeCalled, because, cars, contacts, promises, cases, facts } = one;
  const lines = (texts: readonly string[], kind: string): HtmlFragment[] =>
    texts.map((text) => html`<p class="${kind}"><bdi>${text}</bdi></p>\n`);
  return html`<article>
<h2><bdi>${customer.name}</bdi> <small>${`#${customer.id}${WHY_YOU[because]}`}</small></h2>
${
  phones.length > 0
    ? html`<p class="phone">${phones.map((phone) => html`<a href="${telUri(phone)}">${phoneInWords(phone, country)}</a>`)}</p>\n`
    : html`<p>${mayBeCalled ? 'no number that may be called' : 'asked not to be called'}</p>\n`
}${lines(
  cars.map(({ vehicle, sold_on }) => soldInWords(vehicle, sold_on, on, country)),
  'car',
)}${lines(
  [
    ...cases.map((open) => caseInWords(open, on, country)),
    ...promises.map((promise) => promiseInWords(promise, on, country)),
  ],
  'promise',
)}${lines(
  contacts.map((contact) => lastContactInWords(contact, on, country)),
  'said',
)}${lines(facts, 'fact')}</article>
`;
}
