/** Who comes with a car, by which sale we know it, and whether it may have changed hands. */

import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SaleFacts } from '../domain/facts.ts';
import type { Hands } from '../domain/lane.ts';
import { isInForce, newestSale, salesInForce } from './sales-in-force.ts';

/** What a row of a visit says of who comes. */
export interface NamedByRow {
  /** null also where it names somebody who was not found */
  readonly customerId: number | null;
  readonly namesSomebody: boolean;
}

/** A sale of the car, with who signed it. */
export interface SaleOfCar {
  readonly sale: SaleFacts;
  readonly buyerId: number;
  readonly coBuyerId: number | null;
}

export interface WhoseVisit {
  /** null = nobody we know */
  readonly customerId: number | null;
  readonly saleId: number | null;
  readonly hands: Hands;
  /** the customer bought here, or the car was sold here */
  readonly isOurs: boolean;
}

export interface VisitSeen {
  /** the appointment before the orders */
  readonly rows: readonly NamedByRow[];
  /** null = no row names a VIN */
  readonly vehicleId: number | null;
  /** of the VIN, not unwound, up to the day */
  readonly sales: readonly SaleOfCar[];
}

/** @param factsOf of the customers of the rows and of the sales */
export function whoseVisit(
  { rows, vehicleId, sales }: VisitSeen,
  factsOf: (id: number) => CustomerFacts,
  householdOf: (id: number) => readonly number[],
  day: Day,
): WhoseVisit {
  const newest = newestSale(sales.map(({ sale }) => sale));
  const inForce = newestSale(sales.flatMap(({ sale }) => (isInForce(sale, day) ? sale : [])));
  const owned = sales.find(({ sale }) => sale === inForce) ?? null;
  const customerId = customerNamed(rows) ?? (rows.some(isNamed) ? null : (owned?.buyerId ?? null));
  const facts = customerId === null ? null : factsOf(customerId);
  const bought = facts === null ? [] : boughtBy(facts, day);
  const isOurs = sales.length > 0 || bought.length > 0;
  if (vehicleId === null) {
    const theirs = facts === null ? [] : salesInForce(facts.sales, day);
    return {
      customerId,
      saleId: theirs.length === 1 ? (theirs[0]?.id ?? null) : null,
      hands: bought.length === 0 ? 'never-sold' : hasACar(bought, day) ? 'same' : 'maybe-changed',
      isOurs,
    };
  }
  const isTheirs =
    customerId !== null &&
    owned !== null &&
    [owned.buyerId, owned.coBuyerId, ...householdOf(owned.buyerId)].includes(customerId);
  return {
    customerId,
    saleId: (inForce ?? newest)?.id ?? null,
    hands: sales.length === 0 ? 'never-sold' : isTheirs ? 'same' : 'maybe-changed',
    isOurs,
  };
}

const customerNamed = (rows: readonly NamedByRow[]): number | null =>
  rows.find(({ customerId }) => customerId !== null)?.customerId ?? null;
const isNamed = ({ namesSomebody }: NamedByRow): boolean => namesSomebody;

/** As buyer or co-buyer. */
const boughtBy = ({ sales, coSigned }: CustomerFacts, day: Day): SaleFacts[] =>
  [...sales, ...coSigned].filter(({ status, soldOn }) => status === 'sold' && soldOn <= day);

const hasACar = (bought: readonly SaleFacts[], day: Day): boolean =>
  bought.some((sale) => isInForce(sale, day));
