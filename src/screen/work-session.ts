/** A day's work as a state: who is on the screen, who comes next, what was passed over; no store, no terminal. */

import type { OutcomeName } from '../domain/contact.ts';
import { outcomeName, outcomeNamed } from '../domain/contact.ts';
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
 */
export function startWork(
  reading: Reading,
  due: readonly number[],
  place: WorkPlace | null,
  worked: readonly number[],
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
    asking: NOTHING_ASKED,
    status: resumes ? 'Going on where you stopped.' : '',
  };
  return goOn(state);
}

/** To the next one who is not done; the end where there is none. */
function goOn(state: WorkState): Step {
  const at = state.order.findIndex((id, place) => place > state.at && !state.done.has(id));
  const customerId = state.order[at];
  const next = { ...state, asking: NOTHING_ASKED };
  if (customerId === undefined)
    return state.shown === null
      ? { state: next, doing: { do: 'stop', why: 'finished' } }
      : waiting({ ...next, at: state.order.length, asking: { asks: 'end' } });
  return { state: { ...next, at }, doing: { do: 'look', customerId, anyway: false } };
}

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
  const next = contact.nextOn === null ? '' : `, next ${dayInFull(contact.nextOn)}`;
  const status = `#${contact.customerId} ${outcomeName(contact.outcome)} logged${next}.`;
  const after = { ...state, asking: NOTHING_ASKED, shown: customer, status };
  if (staysAfter(contact.outcome, customer)) return waiting(after);
  return goOn({
    ...after,
    done: new Set(state.done).add(contact.customerId),
    skipped: state.skipped.filter((id) => id !== contact.customerId),
  });
}

/** Only what is recorded, and ends nothing, leaves something to do. */
function staysAfter(outcome: OutcomeName, customer: WorkCustomer): boolean {
  const { effect, opensFix, endsTouches } = outcomeNamed(outcome) ?? {};
  if (effect !== 'recorded' || customer.call === null || outcome === 'snoozed') return false;
  if (opensFix === 'phone') return customer.phones.length > 0;
  return endsTouches !== null || outcome === 'letter';
}

/** After `undo`: the customer it was about is shown. */
export function undone(state: WorkState, customerId: number, what: string): Step {
  const before = state.order.lastIndexOf(customerId, state.at);
  const found = before >= 0 ? before : state.order.indexOf(customerId);
  const at = found >= 0 ? found : state.at;
  const done = new Set(state.done);
  done.delete(customerId);
  return {
    state: {
      ...state,
      done,
      at,
      asking: NOTHING_ASKED,
      order: found >= 0 ? state.order : state.order.toSpliced(at, 0, customerId),
      status: `#${customerId} ${what} taken back.`,
    },
    doing: { do: 'look', customerId, anyway: true },
  };
}

/** Passed over: comes back once, at the end of the list. */
export function skip(state: WorkState): Step {
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

/** `number` counts from 1 among the `of` customers of the day, a second showing is the first one's; at the end it is that of who is still shown. */
export function countOf({ order, at, shown }: WorkState): { readonly number: number; readonly of: number } {
  const everyone = [...new Set(order)];
  const current = order[at] ?? shown?.id ?? -1;
  return { number: everyone.indexOf(current) + 1, of: everyone.length };
}

const joined = (status: string, more: string): string => [status, more].filter(Boolean).join(' ');
