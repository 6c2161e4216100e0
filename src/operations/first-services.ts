/** First services, sale by sale: as records, and of the cars sold lately by salesperson. */

import { addDays, type Day, daysBetween } from '../domain/day.ts';
import type { SaleFacts, SalespersonFacts } from '../domain/facts.ts';
import { usageFault } from '../domain/fault.ts';
import type { DeliveryRecord } from '../domain/first-service.ts';
import type { Vehicle } from '../domain/sale.ts';
import type { SalespersonName } from '../domain/salesperson.ts';
import { compareText, nameKey } from '../lists/name-order.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, factsReader, salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import type { FirstServicesAsked } from '../store/first-services.ts';
import { salesSoldIn, salesWithBuyers } from '../store/sale-buyers.ts';
import { firstServiceOf } from '../touches/first-service.ts';
import { ownerOf } from '../touches/owner.ts';
import { isInForce } from '../touches/sales-in-force.ts';
import { salespersonNamed } from './salesperson-named.ts';
import { isInScope, type Scope } from './scope.ts';
import type { Session } from './session.ts';

/** Everything there is to know of them. */
const all = ({ settings }: Session): FirstServicesAsked => ({
  from: null,
  missedAfter: settings.service.missedAfter,
});

export function deliveryRecord(sale: SaleFacts, day: Day): DeliveryRecord {
  const { introducedOn, advisor, bookedOn, bookedTime, bookedBy, state, visitOn } = firstServiceOf(sale, day);
  return {
    sale_id: sale.id,
    introduced_on: introducedOn,
    advisor,
    booked_on: bookedOn,
    booked_time: bookedTime,
    booked_by: bookedBy,
    state,
    visit_on: visitOn,
  };
}

/** Of every sale, by its number. */
export function* deliveryRecords(session: Session): Generator<DeliveryRecord> {
  const { store: db, day } = session;
  const factsOf = factsReader(db, all(session));
  for (const page of salesWithBuyers(db)) {
    const found = salesById(factsOf([...new Set(page.map(({ customerId }) => customerId))]));
    for (const { id } of page) yield deliveryRecord(known(found, id, 'sale'), day);
  }
}

/** Of the sales of one customer, by sale. */
export function deliveriesOf(session: Session, customerId: number): ReadonlyMap<number, DeliveryRecord> {
  const [facts] = callFacts(session.store, [customerId], all(session));
  return new Map((facts?.sales ?? []).map((sale) => [sale.id, deliveryRecord(sale, session.day)]));
}

export interface FirstServiceRow
  extends Pick<DeliveryRecord, 'sale_id' | 'introduced_on' | 'booked_on' | 'state' | 'visit_on'> {
  readonly customer: { readonly id: number; readonly name: string };
  readonly vehicle: Vehicle;
  readonly sold_on: Day;
  readonly owner: SalespersonName | null;
  /** from the delivery to the day, or to the visit of whoever showed */
  readonly days: number;
}

/** The sales of one person, whoever looks after the customer by now. */
export interface FirstServiceTally {
  /** the first who is credited and still here; null = nobody is */
  readonly salesperson: SalespersonName | null;
  readonly sold: number;
  readonly introduced: number;
  /** those with a day, and those who came without one */
  readonly set: number;
  readonly showed: number;
  readonly missed: number;
}

export interface FirstServices {
  readonly on: Day;
  readonly rows: readonly FirstServiceRow[];
  readonly summary: readonly FirstServiceTally[];
}

export interface SoldIn {
  /** null = 180 days before the day */
  readonly from: Day | null;
  /** null = the day itself */
  readonly to: Day | null;
}

/** A first service is due by then, at the latest. */
const USUAL_DAYS_BACK = 180;

/** Both days included. @throws Fault `bad-day` for an end before the start */
export function spanSoldIn({ from, to }: SoldIn, day: Day): { readonly from: Day; readonly to: Day } {
  const span = { from: from ?? addDays(day, -USUAL_DAYS_BACK), to: to ?? day };
  if (span.from > span.to)
    throw usageFault('bad-day', `--to ${span.to} lies before ${span.from}, the first day`);
  return span;
}

interface Judged {
  readonly row: FirstServiceRow;
  readonly ownerId: number | null;
  readonly sellerId: number | null;
}

/**
 * The cars sold in that time and still with their buyers, the oldest sale first; and by who sold them.
 * @param scope of the rows whose customers, of the summary whose sales
 * @throws Fault `bad-day`
 */
export function listFirstServices(session: Session, scope: Scope, sold: SoldIn): FirstServices {
  const { store: db, day } = session;
  const span = spanSoldIn(sold, day);
  return db.transaction(() => {
    const salespeople = salespeopleById(db);
    const asked = salesSoldIn(db, span);
    const wanted = new Set(asked.map(({ id }) => id));
    const details = new CallDetails(db).sales([...wanted], day);
    const judged: Judged[] = [];
    for (const facts of callFacts(db, [...new Set(asked.map(({ customerId }) => customerId))], all(session)))
      for (const sale of facts.sales) {
        if (!wanted.has(sale.id) || !isInForce(sale, day)) continue;
        const ownerId = ownerOf(facts, salespeople, day);
        const { introduced_on, booked_on, state, visit_on } = deliveryRecord(sale, day);
        judged.push({
          ownerId,
          sellerId: sellerOf(sale, salespeople, day),
          row: {
            sale_id: sale.id,
            customer: { id: facts.id, name: facts.name },
            vehicle: known(details, sale.id, 'sale').vehicle,
            sold_on: sale.soldOn,
            owner: salespersonNamed(salespeople, ownerId),
            introduced_on,
            booked_on,
            state,
            visit_on,
            days: daysBetween(sale.anchorOn, visit_on ?? day),
          },
        });
      }
    judged.sort((a, b) => compareText(a.row.sold_on, b.row.sold_on) || a.row.sale_id - b.row.sale_id);
    return {
      on: day,
      rows: judged.filter(({ ownerId }) => isInScope(scope, ownerId)).map(({ row }) => row),
      summary: summaryOf(
        judged.filter(({ sellerId }) => isInScope(scope, sellerId)),
        salespeople,
      ),
    };
  })();
}

const salesById = (customers: readonly { readonly sales: readonly SaleFacts[] }[]): Map<number, SaleFacts> =>
  new Map(customers.flatMap(({ sales }) => sales.map((sale) => [sale.id, sale])));

const sellerOf = (
  { credits }: SaleFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): number | null =>
  credits.find((id) => {
    const person = salespeople.get(id);
    return person !== undefined && (person.leftOn === null || day < person.leftOn);
  }) ?? null;

/** By name; those of nobody who is still here last. */
function summaryOf(
  judged: readonly Judged[],
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): FirstServiceTally[] {
  const rowsOf = new Map<number | null, Judged[]>();
  for (const one of judged) rowsOf.set(one.sellerId, [...(rowsOf.get(one.sellerId) ?? []), one]);
  return [...rowsOf]
    .map(([id, of]) => {
      const count = (is: (row: FirstServiceRow) => boolean): number => of.filter(({ row }) => is(row)).length;
      return {
        salesperson: salespersonNamed(salespeople, id),
        sold: of.length,
        introduced: count(({ introduced_on }) => introduced_on !== null),
        set: count(({ booked_on, state }) => booked_on !== null || state === 'showed'),
        showed: count(({ state }) => state === 'showed'),
        missed: count(({ state }) => state === 'missed'),
      };
    })
    .sort((a, b) => compareText(orderOf(a.salesperson), orderOf(b.salesperson)));
}

const orderOf = (person: SalespersonName | null): string =>
  person === null ? '~' : `${nameKey(person.name)}\n${person.code ?? ''}`;
