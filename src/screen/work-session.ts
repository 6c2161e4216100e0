/** A day's work as a state: who is on the screen, who comes next, what was passed over; no store, no terminal. */

import type { OutcomeName } from '../domain/contact.ts';
import { outcomeName, outcomeNamed } from '../domain/contact.ts';
import type { FoundCustomer } from '../domain/found-customer.ts';
import type { WorkPlace } from '../domain/work-day.ts';
import { dayInFull } from '../render/day-text.ts';
import type { WorkCustomer } from '../render/work-view.ts';
import type { Asking, Reading, Step, WorkContact, WorkState } from './work-state.ts';

export const waiting = (state: WorkState): Step => ({ state, doing: null });
export const NOTHING_ASKED: Asking = { asks: 'nothing' };

/**
 * The first step of a day: where `place` says one stopped, then who was neither seen nor passed over, last those who were.
 * @param due ids in the order of the list
 * @param worked ids in the order in which something was logged for them earlier that day: one can go back to them
 * @param notice what must be known of the whole list; empty = nothing
 */
export function startWork(
  reading: Reading,
  due: readonly number[],
  place: WorkPlace | null,
  worked: readonly number[],
  notice: string,
): Step {
  const through = [...new Set(worked)].filter((id) => !due.includes(id));
  const skipped = (place?.skipped ?? []).filter((id) => due.includes(id));
  const current = place?.customerId ?? null;
  const from = current === null ? -1 : due.indexOf(current);
  const fresh = [...due.slice(Math.max(from, 0)), ...due.slice(0, Math.max(from, 0))].filter(
    (id) => id === current || !skipped.includes(id),
  );
  const order = [...through, ...fresh, ...skipped.filter((id) => id !== current)];
  const resumes = from >= 0 || skipped.length > 0;
  const state: WorkState = {
    reading,
    order,
    at: through.length - 1,
    done: new Set(through),
    skipped,
    shown: null,
    isAside: false,
    asking: NOTHING_ASKED,
    status: joined(resumes ? 'Going on where you stopped.' : '', notice),
  };
  return goOn(state);
}

/** To the next one who is not done; the end where there is none. */
function goOn(state: WorkState): Step {
  const at = state.order.findIndex((id, place) => place > state.at && !state.done.has(id));
  const customerId = state.order[at];
  const next = { ...state, isAside: false, asking: NOTHING_ASKED };
  if (customerId === undefined)
    return state.shown === null
      ? { state: next, doing: { do: 'stop', why: 'finished' } }
      : waiting({ ...next, at: state.order.length, asking: { asks: 'end' } });
  return { state: { ...next, at }, doing: { do: 'look', customerId, anyway: false } };
}

/** To whom the list stood at. */
const backToList = (state: WorkState): Step => goOn({ ...state, at: state.at - 1 });

/** Whoever it is, due or not; the one whose turn it is comes after. */
export const jump = (state: WorkState, customerId: number): Step => ({
  state: { ...state, asking: NOTHING_ASKED, status: '', isAside: state.order[state.at] !== customerId },
  doing: { do: 'look', customerId, anyway: true },
});

/** What is asked where no other question is: after the last one, whether that was all. */
export const atRest = ({ order, at, isAside }: WorkState): Asking =>
  at < order.length || isAside ? NOTHING_ASKED : { asks: 'end' };

/** After `look`. Who was called by somebody else meanwhile is passed by, and it is said. */
export function looked(state: WorkState, customer: WorkCustomer, anyway: boolean): Step {
  if (customer.call !== null || anyway) return waiting({ ...state, shown: customer });
  const last = customer.today.at(-1);
  const why =
    last === undefined
      ? 'is no longer due'
      : `is no longer due: ${outcomeName(last.outcome)}${last.by === null ? '' : ` by ${last.by}`}`;
  return goOn({
    ...state,
    done: new Set(state.done).add(customer.id),
    skipped: state.skipped.filter((id) => id !== customer.id),
    status: joined(state.status, `#${customer.id} ${customer.name} ${why}.`),
  });
}

/** After `log`: on to the next, or on with the same customer where there is more to do. */
export function logged(state: WorkState, contact: WorkContact, customer: WorkCustomer): Step {
  const status = `#${contact.customerId} ${loggedInWords(contact, state.reading.country)}.`;
  const after = { ...state, asking: NOTHING_ASKED, shown: customer, status };
  if (staysAfter(contact.outcome, customer)) return waiting(after);
  const done = {
    ...after,
    done: new Set(state.done).add(contact.customerId),
    skipped: state.skipped.filter((id) => id !== contact.customerId),
  };
  return state.isAside ? backToList(done) : goOn(done);
}

function loggedInWords({ outcome, nextOn }: WorkContact, country: string): string {
  if (nextOn === null) return `${outcomeName(outcome)} logged`;
  if (outcome === 'snoozed') return `snoozed until ${dayInFull(nextOn, country)}`;
  const promised = `promised for ${dayInFull(nextOn, country)}`;
  return outcome === 'promised' ? promised : `${outcomeName(outcome)} logged, ${promised}`;
}

/** After `note`: the call goes on. */
export const noted = (state: WorkState, customer: WorkCustomer): Step =>
  waiting({ ...state, asking: NOTHING_ASKED, shown: customer, status: `#${customer.id} noted.` });

/** After `end-promise`: on to the next where nothing else is due. */
export function promiseEnded(state: WorkState, customer: WorkCustomer): Step {
  const status = `#${customer.id} promise done.`;
  const after = { ...state, asking: NOTHING_ASKED, shown: customer, status };
  if (customer.call !== null || state.isAside) return waiting(after);
  return goOn({ ...after, done: new Set(state.done).add(customer.id) });
}

/** After `find`: the only one who fits is shown, of several, or of those who only come near, one is chosen; `more`: there are others beyond these. */
export function found(
  state: WorkState,
  query: string,
  { found: customers, more }: { readonly found: readonly FoundCustomer[]; readonly more: boolean },
): Step {
  const [first, ...others] = customers;
  if (first === undefined)
    return waiting({
      ...state,
      status: `No customer is known by "${query}": try fewer letters, a phone number, the end of the VIN.`,
    });
  if (others.length === 0 && first.match === 'exact') return jump(state, first.id);
  if (state.asking.asks !== 'find') return waiting(state);
  const asking: Asking = { asks: 'found', query: state.asking.line, found: customers, at: 0 };
  if (first.match !== 'exact')
    return waiting({ ...state, asking, status: `No customer is known by "${query}"; these come near.` });
  return waiting({ ...state, asking, status: more ? 'More customers fit: add a word of the name.' : '' });
}

/** Only what is recorded, and ends nothing, leaves something to do; a promise always does. */
function staysAfter(outcome: OutcomeName, customer: WorkCustomer): boolean {
  if (outcome === 'promised') return true;
  const { effect, opensFix, endsTouches } = outcomeNamed(outcome) ?? {};
  if (effect !== 'recorded' || customer.call === null || outcome === 'snoozed') return false;
  if (opensFix === 'phone') return customer.phones.length > 0;
  return endsTouches !== null || outcome === 'letter';
}

/** After `undo`: the customer it was about is shown, on the list or not. */
export function undone(state: WorkState, customerId: number, what: string): Step {
  const before = state.order.lastIndexOf(customerId, state.at);
  const place = before >= 0 ? before : state.order.indexOf(customerId);
  const done = new Set(state.done);
  done.delete(customerId);
  const { state: shown, doing } = jump({ ...state, done, at: place >= 0 ? place : state.at }, customerId);
  return { state: { ...shown, status: `#${customerId} ${what} taken back.` }, doing };
}

/** Passed over: comes back once, at the end of the list; who is not on it does not. */
export function skip(state: WorkState): Step {
  if (state.isAside) return backToList({ ...state, status: '' });
  const customerId = state.order[state.at];
  if (customerId === undefined || state.done.has(customerId)) return goOn({ ...state, status: '' });
  const isLast = state.order.filter((id) => id === customerId).length > 1;
  return goOn({
    ...state,
    order: isLast ? state.order : [...state.order, customerId],
    skipped: [...state.skipped.filter((id) => id !== customerId), customerId],
    status: `#${customerId} skipped.`,
  });
}

export function goBack(state: WorkState): Step {
  if (state.isAside) return backToList({ ...state, status: '' });
  const customerId = state.order[state.at - 1];
  if (customerId === undefined) return waiting({ ...state, status: 'This is the first one.' });
  return {
    state: { ...state, at: state.at - 1, status: '' },
    doing: { do: 'look', customerId, anyway: true },
  };
}

/** What is kept of the state, so that it can be gone on with. */
export const placeOf = ({ order, at, skipped }: WorkState): WorkPlace => ({
  customerId: order[at] ?? null,
  skipped,
});

/** `number` counts from 1 among the `of` customers of the day, a second showing is the first one's; null = the one shown is not on the list. */
export function countOf({ order, shown }: WorkState): {
  readonly number: number | null;
  readonly of: number;
} {
  const everyone = [...new Set(order)];
  return { number: everyone.indexOf(shown?.id ?? -1) + 1 || null, of: everyone.length };
}

const joined = (status: string, more: string): string => [status, more].filter(Boolean).join(' ');
