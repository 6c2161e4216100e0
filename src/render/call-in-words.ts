/** The parts of a call in words, the same on every kind of list: why, when, which car, what was said last. */

import type {
  Basis,
  Call,
  FormerOwnerShown,
  LastContact,
  NeedlessBy,
  Reason,
  StandingPromise,
  Withheld,
} from '../domain/call-list.ts';
import { outcomeName } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import { PROMISE } from '../domain/plan.ts';
import { type Vehicle, vehicleName } from '../domain/sale.ts';
import { casesOfCallInWords } from './case-in-words.ts';
import { ordinal } from './counted.ts';
import { dayInShort, weekdayOf } from './day-text.ts';
import { makerInWords } from './maker-in-words.ts';

export const HOUSE_LIST = 'House list (no active salesperson)';

/** The label of the touch; an anniversary says which one (`3rd purchase anniversary`). */
export function reasonInWords({ touch, label, number }: Pick<Reason, 'touch' | 'label' | 'number'>): string {
  const name = label.trim() || touch;
  if (!/anniversary/i.test(name) || /\d/.test(name)) return name;
  return `${ordinal(number)} ${/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`;
}

/**
 * The reason, with the end of the lease or loan or the day set for the first service it is counted from, and what else it rests
 * on: `Lease is ending (about May 4, 2027)`, `Service is due (by its odometer, about 31.2 a day)`.
 */
export function whyInWords(
  reason: Pick<Reason, 'touch' | 'label' | 'number' | 'ends_on' | 'estimated' | 'booked_on' | keyof Basis>,
  on: Day,
  country: string,
): string {
  const { ends_on, estimated, booked_on } = reason;
  const countedFrom = ends_on ?? booked_on ?? null;
  const from = countedFrom === null ? [] : [aboutInWords(dayInShort(countedFrom, on, country), estimated)];
  return reasonInWords(reason) + inBrackets([...from, ...basisInWords(reason)]);
}

/** ` (by distance, at about 31.2 a day)`, ` (the car was here 4 days)`; empty where there is nothing to say. */
export const inBrackets = (words: readonly string[]): string =>
  words.length === 0 ? '' : ` (${words.join('; ')})`;

/** What an occasion rests on beyond its day. */
export function basisInWords({ by, per_day, per_day_from, notes = [] }: Basis): string[] {
  if (by === undefined) return [...notes];
  if (by === 'date') return ['by date', ...notes];
  const pace =
    per_day_from === 'visits'
      ? `by its odometer, about ${per_day} a day`
      : `by distance, taken at ${per_day} a day`;
  return [pace, ...notes];
}

/** A day that is only estimated is never said as if it were known: `about May 4, 2027`. */
export const aboutInWords = (day: string, estimated: boolean): string => (estimated ? `about ${day}` : day);

/**
 * The reasons of one call as they are shown: where several cars are meant, each reason says which,
 * and the same touch on the same day for several cars is said once.
 */
export function toldApart(reasons: readonly Reason[]): Reason[] {
  const cars = new Set(reasons.flatMap(({ sale_id }) => sale_id ?? []));
  if (cars.size < 2) return [...reasons];
  const groups = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const key = `${reason.touch} ${reason.number} ${reason.due_on}`;
    const group = groups.get(key);
    if (group) group.push(reason);
    else groups.set(key, [reason]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const which =
      group.length > 1 ? `: ${group.length} vehicles` : first.vehicle_name ? `: ${first.vehicle_name}` : '';
    const estimated = group.some((one) => one.estimated);
    return [{ ...first, label: `${reasonInWords(first)}${which}`, estimated }];
  });
}

/**
 * `due Nov 19, closes Nov 28`; today is said in a word. What closed before the day of the list did so while nobody was
 * there to call: only a list that catches up on days off holds such a call.
 */
export function dueInWords(
  { due_on, closes_on }: Pick<Reason, 'due_on' | 'closes_on'>,
  on: Day,
  country: string,
): string {
  const due = `due ${todayOr(due_on, on, country)}`;
  if (closes_on === null) return due;
  return closes_on < on
    ? `${due}, closed ${dayInShort(closes_on, on, country)}, your day off`
    : `${due}, closes ${todayOr(closes_on, on, country)}`;
}

/** `today`, or the day in short. */
export const todayOr = (day: Day, on: Day, country: string): string =>
  day === on ? 'today' : dayInShort(day, on, country);

/** `2024 Honda Civic EX`; a car that we know by number only is named by it. */
export function vehicleInWords(vehicle: Vehicle | null): string {
  if (vehicle === null) return '';
  const name = [vehicleName(vehicle), vehicle.trim].filter(Boolean).join(' ');
  if (name !== '') return name;
  if (vehicle.stock_number !== null) return `stock ${vehicle.stock_number}`;
  return vehicle.vin === null ? '' : `VIN ${vehicle.vin}`;
}

/** `2024 Honda Civic, sold Mar 5, 2024` */
export function soldInWords(vehicle: Vehicle | null, soldOn: Day | null, on: Day, country: string): string {
  const sold = soldOn === null ? '' : `sold ${dayInShort(soldOn, on, country)}`;
  return [vehicleInWords(vehicle), sold].filter(Boolean).join(', ');
}

/** `Mar 12 talked (Dana Reyes): likes the heated seats` */
export const lastContactInWords = (last: LastContact | null, on: Day, country: string): string =>
  last === null ? 'no contact yet' : `${dayInShort(last.on, on, country)} ${outcomeInWords(last)}`;

/** `talked (Dana Reyes): likes the heated seats` */
export function outcomeInWords({ outcome, note, ...made }: LastContact): string {
  const who = made.by === null ? '' : ` (${makerInWords(made)})`;
  const noted = note === null || note.trim() === '' ? '' : `: ${note.trim()}`;
  return `${outcomeName(outcome)}${who}${noted}`;
}

/** A way to be in touch, as it is written. */
export const channelName = (channel: string): string => (channel === 'email' ? 'e-mail' : channel);

/** `promised for May 3: licence (Dana Reyes, Nov 19)` */
export function promiseInWords(
  { promised_for, made_on, text, ...promised }: StandingPromise,
  on: Day,
  country: string,
): string {
  const what = text?.trim() ? `: ${text.trim()}` : '';
  const made = [makerInWords(promised), dayInShort(made_on, on, country)].filter(Boolean).join(', ');
  return `promised for ${todayOr(promised_for, on, country)}${what} (${made})`;
}

/** What stands with a call beside the promise that is one of its reasons. */
export function otherPromises({ promises, reasons }: Pick<Call, 'promises' | 'reasons'>): StandingPromise[] {
  const reason = reasons.find(({ touch }) => touch === PROMISE);
  const told = promises.find(({ promised_for }) => promised_for === reason?.due_on);
  return promises.filter((one) => one !== told);
}

/** Each of them, on one line; empty where there is none. */
export const promisesInWords = (call: Pick<Call, 'promises' | 'reasons'>, on: Day, country: string): string =>
  otherPromises(call)
    .map((promise) => promiseInWords(promise, on, country))
    .join('; ');

/** `looked after by Dana Reyes until Nov 2` */
export const formerInWords = ({ name, until }: FormerOwnerShown, on: Day, country: string): string =>
  `looked after by ${name} until ${dayInShort(until, on, country)}`;

/**
 * What is to be known beside the reasons: whose customer it is where another calls, who else does, whose it was, and what is
 * open in a recovery case.
 */
export const besideInWords = (
  call: Pick<Call, 'covering' | 'also' | 'former_owner' | 'cases' | 'reasons'>,
  on: Day,
  country: string,
): string[] => [
  ...(call.covering === null ? [] : [`for ${call.covering.name}`]),
  ...(call.also.length === 0 ? [] : [alsoInWords(call.also)]),
  ...(call.former_owner === null ? [] : [formerInWords(call.former_owner, on, country)]),
  ...casesOfCallInWords(call, on, country),
];

/** `also on the list of Tom Whitaker` */
export const alsoInWords = (also: Call['also']): string =>
  `also on the list of ${also.map(({ name }) => name).join(', ')}`;

/** `Remember: twins, hockey · dog is called Biscuit`; nothing when there is nothing. */
export const factsInWords = (facts: readonly string[]): string =>
  facts.length === 0 ? '' : `Remember: ${facts.map((fact) => fact.trim()).join(' · ')}`;

const WITHHELD: Readonly<Record<Withheld, string>> = {
  'do-not-contact': 'asked not to be called',
  snoozed: 'put off to a later day',
  'retry-later': 'tried a short while ago',
  resting: 'spoken with a short while ago',
  'open-case': 'a recovery case is open',
  booked: 'in for service anyway',
  'recent-buyer': 'bought another car in the last 12 months',
  'no-way-to-reach': 'no phone and no e-mail',
};

/** Why a touch is on no list. */
export function withheldInWords(
  {
    why,
    by_registry,
    visit,
  }: { readonly why: Withheld; readonly by_registry: boolean; readonly visit?: NeedlessBy | undefined },
  on: Day,
  country: string,
): string {
  if (by_registry) return 'on the do-not-call registry';
  if (visit === undefined) return WITHHELD[why];
  switch (visit.as) {
    case 'booked':
      return `in for service on ${weekdayOf(visit.on).slice(0, 3)} ${dayInShort(visit.on, on, country)}`;
    case 'here':
      return `was in for service on ${dayInShort(visit.on, on, country)}`;
    case 'in-workshop':
      return 'the car is in the workshop';
  }
}
