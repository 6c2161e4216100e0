/** Who wishes for which car in the lot, a customer after the other. */

import type { WishTerms } from '../domain/car-wish.ts';
import type { CallablePhone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import type { FittingCar } from '../domain/stock-match.ts';
import { vehicleInWords } from './call-in-words.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';
import { phoneInWords } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { amountInWords, grouped, termsInWords } from './wish-in-words.ts';
import { wrapped } from './wrapped.ts';

/** One wish with the cars that fit it. */
export interface MatchShown {
  readonly customer: {
    readonly id: number;
    readonly name: string;
    readonly phones: readonly CallablePhone[];
  };
  readonly wish: {
    readonly id: number;
    readonly text: string;
    readonly terms: WishTerms;
    readonly on: Day;
    readonly until: Day;
  };
  readonly owner: SalespersonName | null;
  readonly cars: readonly FittingCar[];
}

export interface MatchesOptions {
  readonly on: Day;
  /** columns; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** ISO 3166, the store's */
  readonly country: string;
  /** of odometers */
  readonly units: string;
}

export function matchesAsText(matches: readonly MatchShown[], options: MatchesOptions): string {
  if (matches.length === 0) return 'No car in the lot is what somebody wishes for.\n';
  return `${matches.map((one) => matchAsText(one, options)).join('')}${sumInWords(matches)}\n`;
}

function matchAsText({ customer, wish, owner, cars }: MatchShown, options: MatchesOptions): string {
  const { on, width, styles, country, units } = options;
  const [phone] = customer.phones;
  const head = [
    phone === undefined ? 'no phone' : phoneInWords(phone, country),
    owner?.name ?? 'the house',
  ].join('  ');
  const terms = termsInWords(wish.terms, units);
  const lines = (text: string, indent: number): string =>
    wrapped(safeForTerminal(text), width === null ? null : width - indent)
      .map((line, i) => `${' '.repeat(i === 0 ? indent - 2 : indent)}${line}\n`)
      .join('');
  return [
    `${styles.heading(`${safeForTerminal(customer.name)}  #${customer.id}`)}  ${safeForTerminal(head)}\n`,
    lines(
      `wish ${wish.id} of ${dayInShort(wish.on, on, country)}, until ${dayInShort(wish.until, on, country)}: ${wish.text} (${terms})`,
      4,
    ),
    ...cars.map((car) => lines(carInWords(car, options), 6)),
  ].join('');
}

/** `P122: 2024 Honda Pilot EX, used, 22,000 miles, 31,000, since Nov 10 (not known: odometer)` */
function carInWords(car: FittingCar, { on, country, units }: MatchesOptions): string {
  const parts = [
    vehicleInWords(car),
    car.condition ?? '',
    car.odometer === null ? '' : `${grouped(car.odometer)} ${units}`,
    car.price_cents === null ? '' : amountInWords(car.price_cents),
    `since ${dayInShort(car.first_seen_on, on, country)}`,
    car.store === '' ? '' : `at ${car.store}`,
  ].filter((part) => part !== '');
  const unknown = car.unknown.length === 0 ? '' : ` (not known: ${car.unknown.join(', ')})`;
  return `${car.stock_number}: ${parts.join(', ')}${unknown}`;
}

function sumInWords(matches: readonly MatchShown[]): string {
  const customers = new Set(matches.map(({ customer }) => customer.id)).size;
  const cars = new Set(
    matches.flatMap((one) => one.cars.map((car) => JSON.stringify([car.store, car.stock_number]))),
  );
  return `${counted(customers, 'customer')}, ${counted(matches.length, 'wish', 'wishes')}, ${counted(cars.size, 'car')}.`;
}
