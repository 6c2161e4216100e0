/** The customers one salesperson, or the house, looks after, as they are carried along on a telephone. */

import { customerName } from '../domain/customer.ts';
import { addDays } from '../domain/day.ts';
import { type CustomerFacts, mayBeCalled } from '../domain/facts.ts';
import { birthdayTouches, PROMISE } from '../domain/plan.ts';
import { vehicleName } from '../domain/sale.ts';
import { nameKey } from '../lists/name-order.ts';
import type { CalendarEntry } from '../render/coming-touches-as-ics.ts';
import type { PhoneCard } from '../render/customers-as-vcard.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import { customersById } from '../store/export-customers.ts';
import { buyers } from '../store/reachability.ts';
import { comingTouches } from '../touches/coming-touches.ts';
import { ownerOf } from '../touches/owner.ts';
import { PROMISE_LABEL } from '../touches/promises.ts';
import { salesInForce } from '../touches/sales-in-force.ts';
import { saidGone } from '../touches/turned-off.ts';
import { basisAsJson } from './basis-as-json.ts';
import { CallPermissions, callingStore } from './call-permissions.ts';
import { firstServicesForTouches } from './first-services-asked.ts';
import type { Session } from './session.ts';

/** What is known of each customer `salespersonId` owns on the day, ascending by id; null = the house's. */
function bookOf({ store: db, settings, day }: Session, salespersonId: number | null): CustomerFacts[] {
  const salespeople = salespeopleById(db);
  return [...callFacts(db, buyers(db, salespersonId), firstServicesForTouches(settings, day))].filter(
    (facts) => ownerOf(facts, salespeople, day) === salespersonId,
  );
}

/**
 * The touches that come up in the book within so many days. Customers who may not be called are never among them.
 * @param salespersonId null = the house
 */
export function calendarOfBook(
  session: Session,
  salespersonId: number | null,
  days: number,
): CalendarEntry[] {
  const { store: db, settings, day } = session;
  const birthdays = birthdayTouches(settings.plan);
  return db.transaction((): CalendarEntry[] => {
    const permissions = new CallPermissions(db, callingStore(settings), day);
    const coming = [...permissions.judged(bookOf(session, salespersonId))]
      .filter(mayBeCalled)
      .flatMap((facts) =>
        comingTouches(settings.plan, facts, day, addDays(day, days)).map((touch) => ({ ...touch, facts })),
      );
    const details = new CallDetails(db);
    const customers = details.customers([...new Set(coming.map(({ facts }) => facts.id))]);
    const sales = details.sales(
      [...new Set(coming.flatMap(({ occurrence }) => occurrence.saleId ?? []))],
      day,
    );
    return coming.map(({ facts, occurrence, on }) => {
      const isTheirs = occurrence.saleId !== null && saidGone(facts, occurrence.saleId, day) === null;
      const sale = isTheirs ? known(sales, occurrence.saleId, 'sale') : null;
      const customer = known(customers, facts.id, 'customer');
      const { phones } = permissions.of(customer);
      return {
        customer: { id: facts.id, name: facts.name, phones, email: customer.email },
        touch: occurrence.touch,
        // what was said stays off a telephone, which copies itself to who knows where
        label: occurrence.touch === PROMISE ? PROMISE_LABEL : occurrence.label,
        sale_id: birthdays.has(occurrence.touch) ? null : occurrence.saleId,
        number: occurrence.number,
        estimated: occurrence.estimated,
        ends_on: occurrence.endsOn,
        ...(occurrence.bookedOn !== undefined && { booked_on: occurrence.bookedOn }),
        ...basisAsJson(occurrence),
        on,
        due_on: occurrence.dueOn,
        closes_on: occurrence.closesOn,
        vehicle_name: sale === null ? null : vehicleName(sale.vehicle) || null,
      };
    });
  })();
}

/** The customers of the book with their cars, by name; those who may not be called are left out. */
export function cardsOfBook(session: Session, salespersonId: number | null): PhoneCard[] {
  const { store: db, settings, day } = session;
  const cards = db.transaction(() => {
    const permissions = new CallPermissions(db, callingStore(settings), day);
    const book = [...permissions.judged(bookOf(session, salespersonId))].filter(mayBeCalled);
    const inForce = new Map(
      book.map((facts) => [
        facts.id,
        salesInForce(facts.sales, day).filter(({ id }) => saidGone(facts, id, day) === null),
      ]),
    );
    const customers = customersById(db, [...inForce.keys()]);
    const details = new CallDetails(db);
    const callable = details.customers([...inForce.keys()]);
    const sales = details.sales(
      [...inForce.values()].flatMap((own) => own.map(({ id }) => id)),
      day,
    );
    return [...inForce].map(([id, own]) => ({
      customer: {
        ...known(customers, id, 'customer'),
        phones: permissions.of(known(callable, id, 'customer')).phones,
      },
      vehicles: own.flatMap((sale) => vehicleName(known(sales, sale.id, 'sale').vehicle) || []),
    }));
  })();
  const named = cards.map((card) => ({ card, key: nameKey(customerName(card.customer)) }));
  named.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.card.customer.id - b.card.customer.id));
  return named.map(({ card }) => card);
}
