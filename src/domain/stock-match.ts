/** Which cars in the lot are what a customer wishes for. */

import type { WishTerms } from './car-wish.ts';
import type { Day } from './day.ts';
import type { Condition } from './sale.ts';
import type { StockCar } from './stock-car.ts';

/** What a car can be held against, as it is called. */
export type Term = 'make' | 'model' | 'year' | 'price' | 'odometer' | 'condition';

export interface FittingCar extends StockCar {
  /** what was asked for and is not known of this car */
  readonly unknown: readonly Term[];
}

/** How many are worth naming. */
const BEST = 3;

/** Whether it stands in the lot on that day. */
export const isInLot = ({ gone_on }: Pick<StockCar, 'gone_on'>, day: Day): boolean =>
  gone_on === null || day < gone_on;

/** Those in the lot that fit, the best three: least unknown, lowest price, newest in the lot, stock number. */
export const bestMatches = (terms: WishTerms, stock: readonly StockCar[], day: Day): FittingCar[] =>
  stock
    .filter((car) => isInLot(car, day))
    .flatMap((car) => fitting(terms, car) ?? [])
    .sort(
      (a, b) =>
        a.unknown.length - b.unknown.length ||
        (a.price_cents ?? Number.POSITIVE_INFINITY) - (b.price_cents ?? Number.POSITIVE_INFINITY) ||
        compared(b.first_seen_on, a.first_seen_on) ||
        compared(a.stock_number, b.stock_number) ||
        compared(a.store, b.store),
    )
    .slice(0, BEST);

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The car, where nothing known of it speaks against a term and at least one is known to fit; null where not. */
export function fitting(terms: WishTerms, car: StockCar): FittingCar | null {
  const unknown: Term[] = [];
  let known = 0;
  for (const [term, verdict] of verdicts(terms, car)) {
    if (verdict === 'no') return null;
    if (verdict === 'unknown') unknown.push(term);
    else known += 1;
  }
  return known === 0 ? null : { ...car, unknown };
}

/** Whether a fitting car is worth a call: where its make or model was asked for, one of them is known. */
export function isSureOfKind({ make, model }: WishTerms, { unknown }: FittingCar): boolean {
  const asked = [...(make === null ? [] : ['make' as const]), ...(model === null ? [] : ['model' as const])];
  return asked.length === 0 || asked.some((term) => !unknown.includes(term));
}

type Verdict = 'yes' | 'no' | 'unknown';

/** Of what was asked for. */
function verdicts(terms: WishTerms, car: StockCar): [Term, Verdict][] {
  const { make, model, year_from: from, year_to: to, price_cents: price, odometer, condition } = terms;
  const asked: [Term, boolean, Verdict][] = [
    ['make', make !== null, held(car.make, (one) => sameWord(one, make ?? ''))],
    ['model', model !== null, held(car.model, (one) => sameWord(one, model ?? ''))],
    [
      'year',
      from !== null || to !== null,
      held(car.year, (one) => (from === null || from <= one) && (to === null || one <= to)),
    ],
    ['price', price !== null, held(car.price_cents, (one) => price === null || one <= price)],
    ['odometer', odometer !== null, held(car.odometer, (one) => odometer === null || one <= odometer)],
    ['condition', condition !== null, held(car.condition, (one) => newOrUsed(one) === condition)],
  ];
  return asked.flatMap(([term, isAsked, verdict]) => (isAsked ? [[term, verdict]] : []));
}

const held = <T>(value: T | null, fits: (value: T) => boolean): Verdict =>
  value === null ? 'unknown' : fits(value) ? 'yes' : 'no';

const sameWord = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** Whoever wants a used car takes a certified one, or one that was driven by the store. */
const newOrUsed = (condition: Condition): 'new' | 'used' => (condition === 'new' ? 'new' : 'used');
