/** What a store's own rules come to beside the law of its country: only what is stricter has an effect. */

import type { Day } from '../domain/day.ts';
import { type Hours, sharedHours } from '../domain/hours.ts';
import type { OwnRules } from './calling.ts';
import { DAY_KINDS, type DayKind, lawOf } from './law-table.ts';

export interface OwnHours {
  readonly days: DayKind;
  /** what the settings, or the shipped defaults, say */
  readonly own: Hours | null;
  /** what the country's law leaves of it; a state may leave less */
  readonly in_force: Hours | null;
}

export interface OwnEffects {
  readonly hours: readonly OwnHours[];
  readonly relationship_months: number | null;
  /** what counts in a state without a rule of its own; null = no rule known */
  readonly relationship_months_in_force: number | null;
}

export function ownEffects(own: OwnRules, country: string, on: Day): OwnEffects {
  const rows = lawOf(country, on);
  const hours = DAY_KINDS.map((days): OwnHours => {
    const spans = rows.flatMap((row) => (row.item === 'hours' && row.days.includes(days) ? [row.hours] : []));
    return { days, own: own.hours[days], in_force: spans.reduce(sharedHours, own.hours[days]) };
  });
  const months = [
    ...rows.flatMap((row) => (row.item === 'relationship' ? row.months : [])),
    ...(own.relationshipMonths === null ? [] : [own.relationshipMonths]),
  ];
  return {
    hours,
    relationship_months: own.relationshipMonths,
    relationship_months_in_force: months.length === 0 ? null : Math.min(...months),
  };
}
