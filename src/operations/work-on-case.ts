/** Opening a recovery case and working on it: every deed is one entry of the journal. */

import type { Day } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import {
  CASE_NOTES,
  type CaseNote,
  type CaseOutcome,
  type CaseOwner,
  type CasePart,
  type CaseRecord,
  type CaseStanding,
  promisesMade,
  type Severity,
} from '../domain/recovery-case.ts';
import { repairOrderNumber, signersOf } from '../store/cases.ts';
import { findCustomer } from '../store/find-customer.ts';
import { findDeal } from '../store/find-deal.ts';
import { recordCase, recordCaseSteps } from '../store/writing/case-writer.ts';
import { refuseDayToCome } from './days-given.ts';
import { caseOwnerNamed, showCase, standingCase } from './recovery-cases.ts';
import type { ActingSession } from './session.ts';
import { actorNamed, unknownPerson } from './who-acts.ts';

export interface NewCaseWanted {
  readonly headline: string;
  readonly severity: Severity;
  /** name or code */
  readonly own: string | null;
  /** what it is about, where that is known: the number of a repair order, or a deal as `findDeal` takes it */
  readonly repairOrder: string | null;
  readonly deal: string | null;
}

export interface CaseChanged {
  /** of the journal */
  readonly entry: number;
  readonly case: CaseRecord;
}

/**
 * @param wanted as `findCustomer` takes it
 * @returns also whether no repair order of that number is on file
 * @throws Fault `no-text`, `future-day`, `unknown-customer`, `several-customers`, `unknown-deal`, `several-deals`, `deal-of-another`;
 * as `ownerNamed` does
 */
export function openCase(
  session: ActingSession,
  wanted: string,
  { headline, severity, own, repairOrder, deal }: NewCaseWanted,
): CaseChanged & { readonly unknownOrder: boolean } {
  const { store, acting, day: on } = session;
  const text = wordsOf(headline, 'what it is about', 'beback case open 482 "kept three days, no call"');
  refuseDayToCome(session);
  return store
    .transaction(() => {
      const customerId = findCustomer(store, wanted);
      const number = repairOrder === null ? null : wordsOf(repairOrder, 'which repair order', '--ro 40112');
      const known = number === null ? null : repairOrderNumber(store, number, customerId);
      const entry = recordCase(store, acting, {
        customerId,
        headline: text,
        severity,
        repairOrder: known ?? number,
        saleId: deal === null ? null : saleOf(session, deal, customerId),
        on,
        owner: own === null ? null : ownerNamed(session, own),
      });
      return { entry, case: showCase(session, entry), unknownOrder: number !== null && known === null };
    })
    .immediate();
}

/** @throws Fault `no-text` for none or an empty one; as `workOnCase` does */
export function noteInCase(
  session: ActingSession,
  id: number,
  notes: Readonly<Partial<Record<CaseNote, string>>>,
): CaseChanged {
  const parts = CASE_NOTES.flatMap((part): CasePart[] => {
    const text = notes[part];
    return text === undefined ? [] : [{ part, text: wordsOf(text, `what --${part} is`, NOTES) }];
  });
  if (parts.length === 0) throw usageFault('no-text', 'there is nothing to note', NOTES);
  return workOnCase(session, id, () => parts);
}

const NOTES = 'in their words: --situation, --needs, --limits';

/** @throws Fault `no-text`; as `workOnCase` does */
export function offerInCase(session: ActingSession, id: number, text: string): CaseChanged {
  const words = wordsOf(text, 'what is offered', `beback case offer ${id} "the repair is on us"`);
  return workOnCase(session, id, () => [{ part: 'offer', text: words }]);
}

/** @throws Fault `no-text`, `bad-day` for a day gone by; as `workOnCase` does */
export function promiseInCase(
  session: ActingSession,
  id: number,
  { text, dueOn }: { readonly text: string; readonly dueOn: Day },
): CaseChanged {
  const words = wordsOf(
    text,
    'what is promised',
    `beback case promise ${id} "call with the price" --due fri`,
  );
  if (dueOn < session.day)
    throw usageFault(
      'bad-day',
      `--due ${dueOn} has gone by on ${session.day}: nothing can be promised for it`,
      'name that day or a later one',
    );
  return workOnCase(session, id, () => [{ part: 'promise', text: words, dueOn }]);
}

/** @param n as the case numbers it @throws Fault `unknown-promise`, `already-kept`; as `workOnCase` does */
export function keepCasePromise(session: ActingSession, id: number, n: number): CaseChanged {
  return workOnCase(session, id, ({ promises, recoveryCase }) => {
    const made = promisesMade(recoveryCase)[n - 1]?.entry;
    if (made === undefined || !promises.some((one) => one.n === n))
      throw usageFault(
        'unknown-promise',
        promises.length === 0
          ? `nothing has been promised in case ${id}`
          : `case ${id} has no promise ${n}: it has ${promises.map((one) => one.n).join(', ')}`,
        `\`beback case show ${id}\` lists them`,
      );
    const kept = recoveryCase.steps.find((step) => step.part === 'kept' && step.promise === made);
    if (kept !== undefined)
      throw usageFault(
        'already-kept',
        `promise ${n} of case ${id} has been kept on ${kept.on}`,
        `if that was wrong: beback undo ${kept.entry}`,
      );
    return [{ part: 'kept', promise: made }];
  });
}

/** @param cc who else was told @throws Fault `no-text`; as `workOnCase` does */
export function updateCase(
  session: ActingSession,
  id: number,
  { text, cc }: { readonly text: string; readonly cc: string | null },
): CaseChanged {
  const words = wordsOf(text, 'what is new', `beback case update ${id} "the part is in" --cc "Pat Boss"`);
  const told = cc === null ? null : wordsOf(cc, 'who else was told', '--cc "Pat Boss"');
  return workOnCase(session, id, () => [{ part: 'update', text: words, cc: told }]);
}

/** @param name of whom the customer met @throws Fault `no-text`, `bad-name`; as `workOnCase` does */
export function meetInCase(session: ActingSession, id: number, name: string): CaseChanged {
  const words = wordsOf(name, 'whom the customer met', `beback case met ${id} "Sam Ortiz, service manager"`);
  if (!/^[^\p{Cc}]{1,80}$/u.test(words))
    throw usageFault('bad-name', 'whom the customer met must be one line of up to 80 characters');
  return workOnCase(session, id, () => [{ part: 'met', text: words }]);
}

/** @param amounts in cents; what is not named stays @throws Fault `no-amount` for none; as `workOnCase` does */
export function putAmounts(
  session: ActingSession,
  id: number,
  { before, after }: { readonly before: number | null; readonly after: number | null },
): CaseChanged {
  const parts: CasePart[] = [
    ...(before === null ? [] : [{ part: 'before' as const, cents: before }]),
    ...(after === null ? [] : [{ part: 'after' as const, cents: after }]),
  ];
  if (parts.length === 0)
    throw usageFault(
      'no-amount',
      'no amount is given',
      `beback case amounts ${id} --before 250 --after 5000`,
    );
  return workOnCase(session, id, () => parts);
}

/** @throws Fault as `ownerNamed` and `workOnCase` do */
export const giveCaseTo = (session: ActingSession, id: number, name: string): CaseChanged =>
  workOnCase(session, id, () => [{ part: 'own', owner: ownerNamed(session, name) }]);

/**
 * Whoever was not leaving after all needs no apology; in all other cases it is closed with what was heard, and with one.
 * @throws Fault `not-heard` naming all that lacks; as `workOnCase` does
 */
export function closeCase(
  session: ActingSession,
  id: number,
  { outcome, apologised }: { readonly outcome: CaseOutcome; readonly apologised: boolean },
): CaseChanged {
  return workOnCase(session, id, (standing) => {
    const lacking = [
      ...CASE_NOTES.filter((note) => standing[note] === null).map((note) => `--${note}`),
      ...(apologised ? [] : ['--apologised']),
    ];
    if (outcome !== 'withdrawn' && lacking.length > 0) throw notHeard(id, outcome, lacking);
    return [{ part: 'close', outcome, apologised }];
  });
}

function notHeard(id: number, outcome: CaseOutcome, lacking: readonly string[]): unknown {
  const notes = lacking.filter((one) => one !== '--apologised');
  const hints = [
    ...(notes.length === 0
      ? []
      : [
          `note in the customer's words: beback case note ${id} ${notes.map((one) => `${one} TEXT`).join(' ')}`,
        ]),
    ...(notes.length < lacking.length ? ['apologise, and say so when closing: --apologised'] : []),
  ];
  return usageFault(
    'not-heard',
    `case ${id} cannot be closed as ${outcome}: ${inWords(lacking.map((one) => one.slice(2)))} ${lacking.length === 1 ? 'is' : 'are'} missing`,
    hints.join('; '),
  );
}

/** `a, b and c` */
const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** @throws Fault `not-closed`; as `workOnCase` does */
export const reopenCase = (session: ActingSession, id: number): CaseChanged =>
  workOnCase(session, id, () => [{ part: 'reopen' }], 'closed');

/**
 * @param while as the case has to be, in the end, whatever the day acted on
 * @throws Fault `future-day`, `unknown-case`, `case-closed`, `not-closed`, `bad-day` for closing or opening it again before that was
 * done the last time
 */
function workOnCase(
  session: ActingSession,
  id: number,
  said: (standing: CaseStanding) => readonly CasePart[],
  wanted: 'open' | 'closed' = 'open',
): CaseChanged {
  const { store, acting, day } = session;
  refuseDayToCome(session);
  return store
    .transaction(() => {
      const { standing } = standingCase(session, id);
      const { recoveryCase } = standing;
      const turn = recoveryCase.steps.findLast(({ part }) => part === 'close' || part === 'reopen');
      if (wanted === 'closed' && turn?.part !== 'close')
        throw usageFault('not-closed', `case ${id} is open`, `\`beback case show ${id}\` says how it stands`);
      if (wanted === 'open' && turn?.part === 'close')
        throw usageFault(
          'case-closed',
          `case ${id} was closed on ${turn.on} as ${turn.outcome}`,
          `to go on with it: beback case reopen ${id}`,
        );
      const parts = said(standing);
      const isTurn = parts.some(({ part }) => part === 'close' || part === 'reopen');
      if (isTurn && turn !== undefined && day < turn.on)
        throw usageFault(
          'bad-day',
          `case ${id} was ${turn.part === 'close' ? 'closed' : 'opened again'} on ${turn.on}, after ${day}`,
          'leave --on out, or name that day or a later one',
        );
      const entry = recordCaseSteps(store, acting, recoveryCase, parts, day);
      return { entry, case: showCase(session, id) };
    })
    .immediate();
}

/**
 * A salesperson, or somebody of the service department or a manager as the settings name them.
 * @throws Fault `unknown-person`, `several-salespeople`, `has-left`
 */
function ownerNamed(session: ActingSession, name: string): CaseOwner {
  const { store, settings, day } = session;
  const words = wordsOf(name, 'who owns the case', '--own "Maria Delgado"');
  const other = caseOwnerNamed(session, words);
  if (other !== null) return { name: other, salespersonId: null };
  const person = actorNamed(store, settings, words)?.person ?? null;
  if (person === null) throw unknownPerson(store, settings, words);
  const { id, name: called, left_on } = person;
  if (left_on === null || day < left_on) return { name: called, salespersonId: id };
  throw usageFault(
    'has-left',
    `${called} has left (first day gone: ${left_on})`,
    '`beback salespeople` says who is here',
  );
}

/** @throws Fault `unknown-deal`, `several-deals`, `deal-of-another` */
function saleOf({ store }: ActingSession, deal: string, customerId: number): number {
  const { saleId } = findDeal(store, deal);
  if (signersOf(store, saleId).includes(customerId)) return saleId;
  throw usageFault(
    'deal-of-another',
    `customer ${customerId} has not signed the deal "${deal}"`,
    `\`beback show ${customerId}\` lists their deals`,
  );
}

/** @param what as in "it is not said what …" @throws Fault `no-text` */
function wordsOf(text: string, what: string, hint: string): string {
  const words = text.trim();
  if (words === '') throw usageFault('no-text', `it is not said ${what}`, hint);
  return words;
}
