/** What a salesperson carries along: the calendar of the touches to come, the customers as contacts. */

import type { Context } from '../cli/context.ts';
import { wholeNumber } from '../cli/whole-number.ts';
import { customerName } from '../domain/customer.ts';
import { addDays } from '../domain/day.ts';
import { mayBeCalled } from '../domain/facts.ts';
import { usageFault } from '../domain/fault.ts';
import { birthdayTouches } from '../domain/plan.ts';
import { vehicleName } from '../domain/sale.ts';
import { nameKey } from '../lists/name-order.ts';
import type { CalendarEntry } from '../render/coming-touches-as-ics.ts';
import { customersAsVcard } from '../render/customers-as-vcard.ts';
import { CallDetails } from '../store/call-details.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import { customersById } from '../store/export-customers.ts';
import { comingTouches } from '../touches/coming-touches.ts';
import { PROMISE, PROMISE_LABEL } from '../touches/promises.ts';
import { salesInForce } from '../touches/sales-in-force.ts';
import { bookOf } from './book.ts';
import { CallPermissions, callingStore } from './call-permissions.ts';
import { scopeOf } from './scope.ts';

export interface PhoneExportOptions {
  readonly for?: string;
  readonly days?: string;
}

const DAYS = 30;
const DAYS_AT_MOST = 400;

/**
 * The calendar as iCalendar text. Customers who may not be called are never in it.
 * @throws Fault `usage` when nobody is named, or `--days` is not a number of days from 1
 */
export async function calendarFor(context: Context, options: PhoneExportOptions): Promise<string> {
  const { existingStore: db, day, settings } = context;
  const days = daysOf(options.days);
  const { id: salespersonId, name } = personOf(context, options.for, 'calendar');
  const birthdays = birthdayTouches(settings.plan);
  const entries = db.transaction((): CalendarEntry[] => {
    const permissions = new CallPermissions(db, callingStore(settings), day);
    const coming = [...permissions.judged(bookOf(db, salespersonId, day))]
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
      const sale = occurrence.saleId === null ? null : known(sales, occurrence.saleId, 'sale');
      const customer = known(customers, facts.id, 'customer');
      const { phones } = permissions.of(customer);
      return {
        customer: { id: facts.id, name: facts.name, phones, email: customer.email },
        touch: occurrence.touch,
        // what was said stays off a telephone, which copies itself to who knows where
        label: occurrence.touch === PROMISE ? PROMISE_LABEL : occurrence.label,
        sale_id: birthdays.has(occurrence.touch) ? null : occurrence.saleId,
        number: occurrence.number,
        on,
        due_on: occurrence.dueOn,
        closes_on: occurrence.closesOn,
        vehicle_name: sale === null ? null : vehicleName(sale.vehicle) || null,
      };
    });
  })();
  // loaded only when asked for: nobody else should wait for it
  const { comingTouchesAsIcs } = await import('../render/coming-touches-as-ics.ts');
  return comingTouchesAsIcs(entries, { at: new Date(), name, country: settings.store.country });
}

/**
 * The customers as vCards, by name; those who may not be called are left out.
 * @throws Fault `usage` when nobody is named
 */
export function contactsFor(context: Context, options: PhoneExportOptions): string {
  const { existingStore: db, day, settings } = context;
  if (options.days !== undefined) throw usageFault('usage', '--days goes with the calendar', 'leave it out');
  const { id: salespersonId } = personOf(context, options.for, 'vcard');
  const cards = db.transaction(() => {
    const permissions = new CallPermissions(db, callingStore(settings), day);
    const book = [...permissions.judged(bookOf(db, salespersonId, day))].filter(mayBeCalled);
    const inForce = new Map(book.map(({ id, sales }) => [id, salesInForce(sales, day)]));
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
  return customersAsVcard(
    named.map(({ card }) => card),
    day,
  );
}

/** Nobody's telephone is meant to hold the customers of the whole store. */
function personOf(
  context: Context,
  wanted: string | undefined,
  what: 'calendar' | 'vcard',
): { readonly id: number | null; readonly name: string } {
  const scope = scopeOf(context, wanted === undefined ? {} : { for: wanted });
  if (scope.of === 'house') return { id: null, name: 'House list' };
  if (scope.of === 'one') {
    const { id, name } = known(salespeopleById(context.existingStore), scope.salespersonId, 'salesperson');
    return { id, name };
  }
  throw usageFault(
    'usage',
    `a ${what} is one salesperson's`,
    `say whose: beback export ${what} --for NAME, or --for house`,
  );
}

function daysOf(text: string | undefined): number {
  const days = wholeNumber('--days', text) ?? DAYS;
  if (days > DAYS_AT_MOST)
    throw usageFault('usage', `--days ${days} is too far ahead`, `give ${DAYS_AT_MOST} at most`);
  return days;
}
