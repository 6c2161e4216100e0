/** What a customer wishes for, in a few words. */

import type { WishTerms } from '../domain/car-wish.ts';
import { vehicleName } from '../domain/sale.ts';
import type { StockCar } from '../domain/stock-car.ts';

/** `Honda Pilot, 2021 to 2024, up to 30,000, under 60,000 miles, used`; empty where nothing was named. */
export function termsInWords(terms: WishTerms, units: string): string {
  const { make, model, price_cents, odometer, condition } = terms;
  const car = [make, model].filter((one) => one !== null).join(' ');
  return [
    car,
    yearsInWords(terms),
    price_cents === null ? '' : `up to ${amountInWords(price_cents)}`,
    odometer === null ? '' : `up to ${grouped(odometer)} ${units}`,
    condition ?? '',
  ]
    .filter((one) => one !== '')
    .join(', ');
}

function yearsInWords({ year_from: from, year_to: to }: WishTerms): string {
  if (from === null) return to === null ? '' : `up to ${to}`;
  if (to === null) return `from ${from}`;
  return from === to ? String(from) : `${from} to ${to}`;
}

/** `30,000`, `29,999.50`: nobody has said which currency it is. */
export function amountInWords(cents: number): string {
  const rest = cents % 100;
  return `${grouped(Math.trunc(cents / 100))}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `wishes for seven seats: P1 2023 Honda Pilot, 29,000; P2 2022 Honda Pilot` */
export const wishAndCarsInWords = (text: string, cars: readonly StockCar[]): string =>
  `wishes for ${text}: ${cars
    .map((car) =>
      [
        `${car.stock_number} ${vehicleName(car)}`,
        ...(car.price_cents === null ? [] : [amountInWords(car.price_cents)]),
      ].join(', '),
    )
    .join('; ')}`;
