/** The cars in the lot that customers wish for. */

import { type CarWish, stateOfWish } from '../domain/car-wish.ts';
import { bestMatches, type FittingCar } from '../domain/stock-match.ts';
import { wishAndCarsInWords } from '../render/wish-in-words.ts';
import { wishesOf } from '../store/car-wishes.ts';
import { addTo } from '../store/engine/rows.ts';
import { stockOnFile } from '../store/stock.ts';
import type { Session } from './session.ts';

export interface WishedCars {
  readonly wish: CarWish;
  /** the best first */
  readonly cars: readonly FittingCar[];
}

/** Each open wish that a car fits, by customer. */
export function carsWishedBy(
  { store, day }: Session,
  customerIds: readonly number[],
): ReadonlyMap<number, readonly WishedCars[]> {
  const found = new Map<number, WishedCars[]>();
  const open = (customerIds.length === 0 ? [] : wishesOf(store, customerIds)).filter(
    (wish) => wish.on <= day && stateOfWish(wish, day) === 'open',
  );
  if (open.length === 0) return found;
  const stock = stockOnFile(store);
  for (const wish of open) {
    const cars = bestMatches(wish.terms, stock, day);
    if (cars.length > 0) addTo(found, wish.customerId, { wish, cars });
  }
  return found;
}

/** A line to be said for each open wish that a car fits, by customer. */
export const wishedCars = (
  session: Session,
  customerIds: readonly number[],
): ReadonlyMap<number, readonly string[]> =>
  new Map(
    [...carsWishedBy(session, customerIds)].map(([id, wished]) => [
      id,
      wished.map(({ wish, cars }) => wishAndCarsInWords(wish.text, cars)),
    ]),
  );
