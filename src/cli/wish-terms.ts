/** The terms of a wish, as flags give them. */

import { WISHED_CONDITIONS, type WishedCondition, type WishTerms } from '../domain/car-wish.ts';
import { usageFault } from '../domain/fault.ts';
import type { Reading } from '../domain/problem.ts';
import { readMoney, readOdometer } from '../values/numbers.ts';

export interface TermFlags {
  readonly make?: string;
  readonly model?: string;
  readonly year?: string;
  readonly price?: string;
  readonly odometer?: string;
  readonly condition?: string;
}

/** @throws Fault `bad-term` naming the flag */
export function termsOf({ make, model, year, price, odometer, condition }: TermFlags): WishTerms {
  return {
    make: wordsOf('--make', make),
    model: wordsOf('--model', model),
    ...yearsOf(year),
    price_cents: numberOf('--price', price, readMoney),
    odometer: numberOf('--odometer', odometer, readOdometer),
    condition: conditionOf(condition),
  };
}

function wordsOf(flag: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const words = text.trim();
  if (words === '') throw usageFault('bad-term', `${flag} is empty`, 'leave it out where any will do');
  return words;
}

const YEARS = /^(\d{4})?\s*(?:(\.\.+|-|–)\s*(\d{4})?)?$/;

/** `2021..2024`, `2021..`, `..2024`, `2021` */
function yearsOf(text: string | undefined): Pick<WishTerms, 'year_from' | 'year_to'> {
  if (text === undefined) return { year_from: null, year_to: null };
  const [, from, dots, to] = YEARS.exec(text.trim()) ?? [];
  if (from === undefined && to === undefined)
    throw usageFault('bad-term', `--year ${text} is no span of model years`, 'write it as 2021..2024');
  const last = dots === undefined ? from : to;
  return {
    year_from: from === undefined ? null : Number(from),
    year_to: last === undefined ? null : Number(last),
  };
}

function numberOf(
  flag: string,
  text: string | undefined,
  read: (text: string) => Reading<number>,
): number | null {
  if (text === undefined) return null;
  const { value } = read(text);
  if (value !== null && value > 0) return value;
  throw usageFault('bad-term', `${flag} ${text} is no upper limit`, `write it as ${flag} 30000`);
}

function conditionOf(text: string | undefined): WishedCondition | null {
  if (text === undefined) return null;
  const found = WISHED_CONDITIONS.find((one) => one === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw usageFault('bad-term', `--condition ${text} is neither new nor used`);
}
