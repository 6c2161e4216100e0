/** The car of a customer that is meant: by VIN or its end, deal, stock number, sale id, or a word of its name. */

import type { Day } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import { isSameNumber } from '../domain/number-key.ts';
import { vehicleName } from '../domain/sale.ts';
import { CallDetails, type SaleDetails } from '../store/call-details.ts';
import { callFacts } from '../store/call-facts.ts';
import type { Store } from '../store/engine/store.ts';
import { salesInForce } from '../touches/sales-in-force.ts';
import { foldedWords } from '../values/fold-text.ts';

/**
 * The sale of the car; without `wanted` the only one the customer has.
 * @throws Fault `no-car`, `several-cars` naming them
 */
export function chosenCar(db: Store, customerId: number, wanted: string | undefined, day: Day): number {
  const [facts] = callFacts(db, [customerId]);
  const ids = salesInForce(facts?.sales ?? [], day).map(({ id }) => id);
  const cars = [...new CallDetails(db).sales(ids, day).values()];
  const fitting = wanted === undefined ? cars : cars.filter((car) => isMeant(car, wanted));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only.id;
  const shown = (fitting.length === 0 ? cars : fitting).map((car) => `  sale ${car.id}: ${inWords(car)}`);
  if (cars.length === 0)
    throw usageFault('no-car', `#${customerId} has no car from us on ${day}`, 'beback show lists their cars');
  throw usageFault(
    fitting.length === 0 ? 'no-car' : 'several-cars',
    `#${customerId} ${wanted === undefined ? 'has several cars' : `has ${fitting.length === 0 ? 'no car' : 'several cars'} "${wanted}"`}; nothing was logged:\n${shown.join('\n')}`,
    'name one with --car: the end of its VIN, its deal or sale number',
  );
}

const inWords = ({ vehicle, deal_number, sold_on }: SaleDetails): string =>
  [vehicleName(vehicle), vehicle.vin, deal_number === null ? '' : `deal ${deal_number}`, `sold ${sold_on}`]
    .filter(Boolean)
    .join(', ');

function isMeant({ id, deal_number, vehicle }: SaleDetails, wanted: string): boolean {
  const text = wanted.trim();
  if (
    String(id) === text.replace(/^sale\s+/i, '') ||
    isSameNumber(deal_number, text) ||
    isSameNumber(vehicle.stock_number, text)
  )
    return true;
  const tail = text.toUpperCase().replace(/[\s-]/g, '');
  if (tail.length >= 4 && vehicle.vin?.endsWith(tail)) return true;
  const words = foldedWords(text);
  const name = foldedWords(vehicleName(vehicle));
  return words.length > 0 && words.every((word) => name.includes(word));
}
