/** Some rows of an export as they were understood, for whoever must say whether that is right. */

import type { PartyRecord, SaleRecord, UnderstoodRow } from '../domain/records.ts';
import { vehicleName } from '../domain/sale.ts';
import { dayInLetter } from './day-text.ts';
import { numberAlone } from './phone-text.ts';
import { problemInWords } from './problem-in-words.ts';
import { safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

/** A paragraph a row, ended by a line break. @param width columns @param country the store's: how days and phones are written */
export const understoodRowsAsText = (
  rows: readonly UnderstoodRow[],
  { width, country }: { readonly width: number; readonly country: string },
): string =>
  rows
    .map((row) => {
      const [first = '', ...more] = wrapped(safeForTerminal(rowInWords(row, country)), width - 2);
      return [`  ${first}`, ...more.map((line) => `    ${line}`)].join('\n').concat('\n');
    })
    .join('');

function rowInWords({ sale, problems }: UnderstoodRow, country: string): string {
  const [problem] = problems;
  if (sale === null)
    return problem === undefined
      ? 'left out'
      : `${problem.outcome === 'skipped' ? 'left out' : 'cannot be used'}: ${problemInWords(problem)}`;
  return [
    partyInWords(sale.buyer, country),
    ...(sale.coBuyer === null ? [] : [`with ${nameOf(sale.coBuyer)}`]),
    carInWords(sale),
    dealInWords(sale, country),
    creditsInWords(sale),
    ...refusalsInWords(sale.buyer),
    ...problems.slice(0, 1).map(problemInWords),
  ].join(' · ');
}

const nameOf = ({ businessName, firstName, lastName }: PartyRecord): string =>
  businessName ?? [firstName, lastName].filter((part) => part !== null).join(' ');

function partyInWords(party: PartyRecord, country: string): string {
  const { kind, cellPhone, homePhone, workPhone, otherPhone } = party;
  const [phone] = [cellPhone, homePhone, workPhone, otherPhone].flatMap((number) => number ?? []);
  return [
    `${nameOf(party)}${kind === 'business' ? ' (a company)' : ''}`,
    phone === undefined ? 'no phone' : numberAlone(phone, country),
  ].join(', ');
}

const carInWords = ({ vehicle, condition, vin, stockNumber }: SaleRecord): string =>
  [
    [condition, vehicleName(vehicle) || 'car unknown'].filter((part) => part !== null).join(' '),
    vin === null ? (stockNumber === null ? 'no VIN' : `stock ${stockNumber}`) : `VIN ${vin}`,
  ].join(', ');

const dealInWords = ({ dealNumber, soldOn, dealType, termMonths }: SaleRecord, country: string): string =>
  [
    dealNumber === null ? 'no deal number' : `deal ${dealNumber}`,
    `sold ${dayInLetter(soldOn, country)}`,
    ...(dealType === null ? [] : [termMonths === null ? dealType : `${dealType} of ${termMonths} months`]),
  ].join(', ');

const creditsInWords = ({ credits }: SaleRecord): string =>
  credits === null || credits.length === 0
    ? 'no salesperson'
    : `by ${credits.map(({ name, code }) => name ?? code ?? '').join(' and ')}`;

function refusalsInWords({ doNotCall, doNotText, doNotEmail, doNotMail }: PartyRecord): string[] {
  const refused = [
    ...(doNotCall ? ['called'] : []),
    ...(doNotText ? ['texted'] : []),
    ...(doNotEmail ? ['e-mailed'] : []),
    ...(doNotMail ? ['written to'] : []),
  ];
  return refused.length === 0 ? [] : [`must not be ${refused.join(', ')}`];
}
