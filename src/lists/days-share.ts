/** The day's share of a list: whom to call today, who is called on a later day, and whose touches close before their turn comes. */

import { addDays, type Day } from '../domain/day.ts';
import type { CallsADay, Plan } from '../domain/plan.ts';
import { isBusinessDay, type WorkingDays } from '../domain/working-days.ts';
import { SHIPPED_CALLS_A_DAY } from '../touches/plan-file.ts';
import { inCallOrder, mustStand, type Ranked } from './call-order.ts';

/** Whose share it is: the names it may stand under in the plan. */
export interface ShareOf {
  readonly code: string | null;
  readonly name: string;
}

/** Calls a day of one salesperson; null = the house. */
export function callsADayOf(calls: CallsADay, person: ShareOf | null): number {
  if (typeof calls === 'number') return calls;
  const named = new Map(Object.entries(calls).map(([who, n]) => [who.toLowerCase(), n]));
  const keys = person === null ? ['house'] : [person.code ?? '', person.name];
  for (const key of keys) {
    const n = named.get(key.toLowerCase());
    if (n !== undefined) return n;
  }
  return named.get('default') ?? SHIPPED_CALLS_A_DAY;
}

export interface Later<T> {
  readonly call: T;
  readonly plannedOn: Day;
}

export interface Share<T> {
  readonly calls: readonly T[];
  /** everybody else: worked out when it is asked for */
  readonly rest: () => { readonly later: readonly Later<T>[]; readonly dropped: readonly T[] };
  /** how many wait or are dropped */
  readonly waiting: number;
}

export interface ShareRules {
  readonly plan: Pick<Plan, 'must'>;
  readonly day: Day;
  /** calls on a whole day; null = no limit */
  readonly perDay: number | null;
  /** customers of the list who were tried or spoken with on the day already */
  readonly done: number;
  readonly working: WorkingDays;
  /** of whom the list is for */
  readonly daysOff: ReadonlySet<Day>;
}

/** For a list on which nobody can wait. */
export const NO_LIMIT: ShareRules = {
  plan: { must: 0 },
  day: '0001-01-01' as Day,
  perDay: null,
  done: 0,
  working: { businessDays: [], holidays: [] },
  daysOff: new Set(),
};

/** @param ordered in call order */
export function shareOf<T extends Ranked>(ordered: readonly T[], rules: ShareRules): Share<T> {
  const { perDay, done } = rules;
  if (perDay === null) return { calls: ordered, waiting: 0, rest: () => ({ later: [], dropped: [] }) };
  const others = ordered.findIndex(({ reasons }) => !reasons.some(mustStand));
  const always = others === -1 ? ordered.length : others;
  const size = Math.max(always, perDay - done, 0);
  const waiting = ordered.slice(size);
  return { calls: ordered.slice(0, size), waiting: waiting.length, rest: () => walk(waiting, perDay, rules) };
}

/** Day by day from the next one on: the first of those who still have a reason, until nobody waits. */
function walk<T extends Ranked>(
  waiting: readonly T[],
  perDay: number,
  { plan, day, working, daysOff }: ShareRules,
): { later: Later<T>[]; dropped: T[] } {
  const later: Later<T>[] = [];
  let left: readonly T[] = waiting;
  for (let on = addDays(day, 1); left.length > 0; on = addDays(on, 1)) {
    const open = left.flatMap((call) => {
      const reasons = call.reasons.filter(({ closesOn }) => closesOn === null || on <= closesOn);
      return reasons.length === 0 ? [] : [{ ...call, reasons, whole: call }];
    });
    if (open.length === 0) break;
    if (!isBusinessDay(working, on) || daysOff.has(on)) continue;
    const called = inCallOrder(open, plan)
      .slice(0, perDay)
      .map(({ whole }) => whole);
    later.push(...called.map((call) => ({ call, plannedOn: on })));
    const gone = new Set(called);
    left = left.filter((call) => !gone.has(call));
  }
  return { later, dropped: [...left] };
}
