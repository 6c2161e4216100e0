/** Recovery cases in words: what is to be done by when, what was promised, how it stands. */

import type { Call, CallCase } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import { CASE } from '../domain/plan.ts';
import { type CaseRecord, unkept } from '../domain/recovery-case.ts';
import { dayInShort } from './day-text.ts';

/** `answer by Nov 23`; `close by Nov 28`; of one that is late `LATE, close by Nov 20` */
export function clockInWords(
  { state, answer_by, close_by, late }: Pick<CallCase, 'state' | 'answer_by' | 'close_by' | 'late'>,
  on: Day,
  country: string,
): string {
  const by = (day: Day): string => (day === on ? 'today' : `by ${dayInShort(day, on, country)}`);
  const what = state === 'new' ? `answer ${by(answer_by)}` : `close ${by(close_by)}`;
  if (late === null) return what;
  return late === 'promise' ? `LATE, a promise is broken, ${what}` : `LATE, ${what}`;
}

/** `promised for Nov 24: price of the part`; `promised for Nov 20, BROKEN: …` */
export function casePromiseInWords(
  { text, due_on, state }: CallCase['promises'][number],
  on: Day,
  country: string,
): string {
  const day = due_on === on ? 'today' : dayInShort(due_on, on, country);
  return `promised for ${day}${state === 'broken' ? ', BROKEN' : ''}: ${text}`;
}

/** `answer by Nov 23; promised for Nov 24: price of the part` */
const caseDutiesInWords = (one: CallCase, on: Day, country: string): string =>
  [
    clockInWords(one, on, country),
    ...unkept(one.promises).map((promise) => casePromiseInWords(promise, on, country)),
  ].join('; ');

/** `case 5 (high, Maria Delgado): kept three days, no call; answer by Nov 23` */
export const caseInWords = (one: CallCase, on: Day, country: string): string =>
  `${caseNamed(one)}; ${caseDutiesInWords(one, on, country)}`;

function caseNamed(one: CallCase): string {
  const about = [one.severity === 'normal' ? '' : one.severity, one.owner ?? 'nobody owns it']
    .filter(Boolean)
    .join(', ');
  return `case ${one.id} (${about}): ${one.headline}`;
}

/**
 * What is open beside a call, a line for what is to be done and one for each promise, so that none is cut off. Of a case that is a
 * reason of the call the headline is said there.
 */
export const casesOfCallInWords = (
  { cases, reasons }: Pick<Call, 'cases' | 'reasons'>,
  on: Day,
  country: string,
): string[] =>
  cases.flatMap((one) => {
    const isReason = reasons.some(({ touch, number }) => touch === CASE && number === one.id);
    return [
      `${isReason ? `case ${one.id}:` : `open ${caseNamed(one)};`} ${clockInWords(one, on, country)}`,
      ...unkept(one.promises).map((promise) => casePromiseInWords(promise, on, country)),
    ];
  });

/** As many as anybody reads in a mail. */
const TOLD_AT_MOST = 20;

/** How many are open and late, then a line each, in the order given; nothing where none is. */
export function openCasesInLines(cases: readonly CaseRecord[], on: Day, country: string): string[] {
  if (cases.length === 0) return [];
  const more = cases.length - TOLD_AT_MOST;
  return [
    `Recovery cases: ${openInWords(cases)}.`,
    ...cases
      .slice(0, TOLD_AT_MOST)
      .map((one) => `- #${one.customer.id} ${one.customer.name}, ${caseInWords(one, on, country)}`),
    ...(more > 0 ? [`- and ${more} more: beback cases --all`] : []),
  ];
}

/** `2 open, 1 late` */
export const openInWords = (cases: readonly CaseRecord[]): string =>
  `${cases.length} open, ${cases.filter(({ late }) => late !== null).length} late`;
