/** What is to be said of the cars in the lot to customers who wish for one. */

import { stateOfWish } from '../domain/car-wish.ts';
import { bestMatches } from '../domain/stock-match.ts';
import { wishAndCarsInWords } from '../render/wish-in-words.ts';
import { wishesOf } from '../store/car-wishes.ts';
import { addTo } from '../store/engine/rows.ts';
import { stockOnFile } from '../store/stock.ts';
import type { Session } from './session.ts';

/** A line for each open wish that a car fits, by customer. */
export function wishedCars(
  { store, day }: Session,
  customerIds: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  const lines = new Map<number, string[]>();
  if (customerIds.length === 0) return lines;
  const stock = stockOnFile(store);
  for (const wish of wishesOf(store, customerIds)) {
    if (wish.on > day || stateOfWish(wish, day) !== 'open') continue;
    const cars = bestMatches(wish.terms, stock, day);
    if (cars.length > 0) addTo(lines, wish.customerId, wishAndCarsInWords(wish.text, cars));
  }
  return lines;
}
