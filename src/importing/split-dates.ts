/** Days written in three columns: "Sale Day", "Sale Month", "Sale Year". */

import { headerKey } from '../rows/header-key.ts';
import type { Field } from './fields.ts';

/** The columns of one day; the first stands for it. */
export interface SplitDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const PARTS: readonly (readonly [keyof SplitDate, RegExp])[] = [
  ['year', /^(.*?)(?:year|yyyy|yy|yr|jahr|annee|ano|anno|jaar)$/],
  ['month', /^(.*?)(?:month|mm|mo|mth|mon|monat|mois|mes|mese|maand)$/],
  ['day', /^(.*?)(?:day|dd|tag|jour|dia|giorno|dag)$/],
];
/** What stands before the part. */
const DAYS: readonly (readonly [RegExp, Field])[] = [
  [
    /^(?:sold|sales?|deal|contract|purchase|verkaufs?|vente|venta|vendita|verkoop|retail|close[d]?)(?:date|dt|datum)?(?:of)?$/,
    'sold_on',
  ],
  [/^(?:deliver(?:y|ed)|lieferungs?|ubergabe|livraison|entrega|consegna)(?:date|dt)?$/, 'delivered_on'],
  [
    /^(?:customer|cust|buyer)?(?:birth|dob|born|geburts?|naissance|nacimiento|nascita|geboorte)(?:date|dt)?$/,
    'birthday',
  ],
  [/^(?:lease)(?:end|maturity|exp)(?:date)?$/, 'lease_end_on'],
  [/^(?:appointment|appt)(?:date|dt)?$/, 'appointment_on'],
];

/** The days that a header writes in three columns. */
export function splitDatesIn(header: readonly string[]): ReadonlyMap<Field, SplitDate> {
  const found = new Map<string, Partial<Record<keyof SplitDate, number>>>();
  header.forEach((title, column) => {
    const key = headerKey(title);
    for (const [part, pattern] of PARTS) {
      const before = pattern.exec(key)?.[1];
      if (before === undefined || before === '') continue;
      const parts = found.get(before) ?? {};
      parts[part] ??= column;
      found.set(before, parts);
      break;
    }
  });
  const days = new Map<Field, SplitDate>();
  for (const [before, { year, month, day }] of found) {
    const field = DAYS.find(([pattern]) => pattern.test(before))?.[1];
    if (field === undefined || year === undefined || month === undefined || day === undefined) continue;
    if (!days.has(field)) days.set(field, { year, month, day });
  }
  return days;
}

/** One cell for the three: `2026-3-25`, or `25 Mar 2026`; '' unless all are filled. */
export function joinedDay(year: string, month: string, day: string, thisYear: number): string {
  if (year === '' || month === '' || day === '') return '';
  const full = /^\d{2}$/.test(year) ? String(fullYear(Number(year), thisYear)) : year.replace(/\.0+$/, '');
  const [m, d] = [month, day].map((part) => part.replace(/\.0+$/, ''));
  return /^\d{1,2}$/.test(m ?? '') ? `${full}-${m}-${d}` : `${d} ${m} ${full}`;
}

const fullYear = (year: number, thisYear: number): number => {
  const full = thisYear - (thisYear % 100) + year;
  return full > thisYear + 1 ? full - 100 : full;
};
