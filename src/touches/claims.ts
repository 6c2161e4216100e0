/** Who else than the owner has a claim to a customer. */

import { isSettling } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { newestFirst } from './sales-in-force.ts';

export const CLAIMS = ['credited', 'given', 'talked'] as const;
export type ClaimBecause = (typeof CLAIMS)[number];

export interface Claim {
  readonly salespersonId: number;
  readonly because: ClaimBecause;
  /** the newest sale, giving or talk it rests on */
  readonly on: Day;
}

/** A talk longer ago is no claim any more. */
const TALKED_WITHIN_DAYS = 365;

/**
 * Everybody but the owner who is credited with a sale they bought or signed, to whom they were given before, or who
 * spoke with them within a year; each once, by the first of these; the newest claim first.
 * @param ownerId null = the house
 */
export function claimsOf(facts: CustomerFacts, ownerId: number | null, day: Day): Claim[] {
  const found = new Map<number, Claim>();
  const add = (salespersonId: number | null, because: ClaimBecause, on: Day): void => {
    if (salespersonId === null || salespersonId === ownerId || on > day || found.has(salespersonId)) return;
    found.set(salespersonId, { salespersonId, because, on });
  };
  for (const { soldOn, credits } of newestFirst([...facts.sales, ...facts.coSigned]))
    for (const id of credits) add(id, 'credited', soldOn);
  for (const { to, on } of facts.givings.toReversed()) add(to, 'given', on);
  const since = addDays(day, -TALKED_WITHIN_DAYS);
  for (const { salespersonId, outcome, on } of facts.contacts.toReversed())
    if (isSettling(outcome) && since <= on) add(salespersonId, 'talked', on);
  // what was found first stays first of one day
  return [...found.values()].sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0));
}
