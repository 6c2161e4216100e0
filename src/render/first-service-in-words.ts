/** The first service of a sale in words. */

import type { Day } from '../domain/day.ts';
import type { DeliveryRecord } from '../domain/first-service.ts';
import { clockText } from './clock-text.ts';
import { dayInShort } from './day-text.ts';

export type FirstServiceShown = Omit<DeliveryRecord, 'sale_id'>;

interface ReadOn {
  readonly on: Day;
  /** ISO 3166, the store's */
  readonly country: string;
}

/** `introduced to Maria Delgado Mar 5`; empty where nobody said so. */
export function introductionInWords(
  { introduced_on, advisor }: Pick<FirstServiceShown, 'introduced_on' | 'advisor'>,
  { on, country }: ReadOn,
): string {
  if (introduced_on === null) return advisor === null ? '' : `service advisor ${advisor}`;
  const day = dayInShort(introduced_on, on, country);
  return advisor === null ? `introduced to the workshop ${day}` : `introduced to ${advisor} ${day}`;
}

/** `set for Jun 1, 8:30 am`, `came Jun 2`, `missed Jun 1`; empty where there is nothing to say. */
export function firstServiceInWords(
  {
    booked_on,
    booked_time = null,
    state,
    visit_on,
  }: Pick<FirstServiceShown, 'booked_on' | 'state' | 'visit_on'> & {
    readonly booked_time?: string | null;
  },
  { on, country }: ReadOn,
): string {
  const day = booked_on === null ? '' : dayInShort(booked_on, on, country);
  switch (state) {
    case 'none':
      return '';
    case 'set':
      return `set for ${day}${booked_time === null ? '' : `, ${clockText(booked_time, country)}`}`;
    case 'showed':
      return visit_on === null ? 'came' : `came ${dayInShort(visit_on, on, country)}`;
    case 'missed':
      return `missed ${day}`;
    case 'unknown':
      return `was set for ${day}, no word yet`;
  }
}
