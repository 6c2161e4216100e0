/** The call lists of a day, out of the store: facts, rules, and the details a list shows. */

import type { Call, CallList, DayLists, Reason } from '../domain/call-list.ts';
import { customerName } from '../domain/customer.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import { vehicleName } from '../domain/sale.ts';
import { type CallLists, callLists, type DueCall } from '../lists/call-lists.ts';
import { dayInFull } from '../render/day-text.ts';
import { CallDetails, type CustomerDetails, type SaleDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { candidates, candidatesOf } from '../store/candidates.ts';
import type { Store } from '../store/open-store.ts';
import type { SalespersonFacts } from '../touches/facts.ts';
import { ownerOf } from '../touches/owner.ts';
import { fillScript, type ScriptValues } from '../touches/script.ts';

/** Whose list: one salesperson's, the house's, or everybody's. */
export type Scope =
  | { readonly of: 'all' }
  | { readonly of: 'house' }
  | { readonly of: 'one'; readonly salespersonId: number };

export interface DayListsOptions {
  readonly plan: Plan;
  readonly day: Day;
  readonly scope: Scope;
  readonly limit: number | null;
  readonly storeName: string | null;
}

/** Read in one transaction, so that an import going on meanwhile cannot split a list. */
export function dayLists(db: Store, options: DayListsOptions): DayLists {
  return db.transaction(() => readDayLists(db, options))();
}

function readDayLists(db: Store, { plan, day, scope, limit, storeName }: DayListsOptions): DayLists {
  const salespeople = salespeopleById(db);
  const ids =
    scope.of === 'one' ? candidatesOf(db, scope.salespersonId, plan, day) : candidates(db, plan, day);
  const wanted = (ownerId: number | null): boolean =>
    scope.of === 'all' || (scope.of === 'house' ? ownerId === null : ownerId === scope.salespersonId);
  const customers = [...callFacts(db, ids)].filter(
    (facts) => scope.of === 'all' || wanted(ownerOf(facts, salespeople, day)),
  );
  const due: CallLists = callLists({ plan, day, customers, salespeople });
  const details = new CallDetails(db);
  const touches = new Map(plan.touches.map((touch) => [touch.id, touch]));
  const listed = due.lists.map(({ ownerId, calls }): CallList => {
    const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
    const shown = limit === null ? calls : calls.slice(0, limit);
    return {
      salesperson: owner && { code: owner.code, name: owner.name, email: owner.email },
      calls: shown.map((call) => callOf(call, details, day, scriptOf(touches), { owner, storeName })),
    };
  });
  return {
    on: day,
    lists: withEmptyList(listed, scope, salespeople),
    withheld: due.withheld.map(({ customerId, name, touch, why }) => ({
      customer: { id: customerId, name },
      touch,
      why,
    })),
  };
}

/** A list that was asked for by name is printed although it is empty. */
function withEmptyList(
  lists: CallList[],
  scope: Scope,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): CallList[] {
  if (lists.length > 0 || scope.of === 'all') return lists;
  const owner = scope.of === 'one' ? salespeople.get(scope.salespersonId) : undefined;
  return [
    { salesperson: owner ? { code: owner.code, name: owner.name, email: owner.email } : null, calls: [] },
  ];
}

type Filler = (touch: string, values: ScriptValues) => Reason['script'];

const scriptOf =
  (touches: ReadonlyMap<string, Plan['touches'][number]>): Filler =>
  (touch, values) => {
    const script = touches.get(touch)?.script;
    return script ? fillScript(script, values) : null;
  };

function callOf(
  call: DueCall,
  details: CallDetails,
  day: Day,
  fill: Filler,
  around: { readonly owner: SalespersonFacts | null; readonly storeName: string | null },
): Call {
  const customer = details.customer(call.customerId);
  const sales = new Map<number, SaleDetails>();
  const saleOf = (id: number | null): SaleDetails | null => {
    if (id === null) return null;
    const known = sales.get(id) ?? details.sale(id, day);
    sales.set(id, known);
    return known;
  };
  const main = call.reasons.find(({ saleId }) => saleId !== null);
  const shown = saleOf(main?.saleId ?? null);
  return {
    customer: {
      id: customer.id,
      name: customerName(customer),
      phones: customer.phones,
      email: customer.email,
    },
    vehicle: shown?.vehicle ?? null,
    sold_on: shown?.sold_on ?? null,
    reasons: call.reasons.map((reason) => ({
      touch: reason.touch,
      label: reason.label,
      due_on: reason.dueOn,
      opens_on: reason.opensOn,
      closes_on: reason.closesOn,
      sale_id: reason.saleId,
      number: reason.number,
      vehicle_name: vehicleNameOf(saleOf(reason.saleId)),
      script: fill(reason.touch, {
        ...scriptValues(customer, saleOf(reason.saleId), day),
        ...(around.owner ? { salesperson: around.owner.name } : {}),
        ...(around.storeName === null ? {} : { store: around.storeName }),
        number: reason.number,
        due_on: dayInFull(reason.dueOn),
      }),
    })),
    last_contact: call.lastContact && {
      on: call.lastContact.on,
      outcome: call.lastContact.outcome,
      by: call.lastContact.by,
      note: call.lastContact.note,
    },
  };
}

const vehicleNameOf = (sale: SaleDetails | null): string | null =>
  sale === null ? null : vehicleName(sale.vehicle) || null;

const DAYS_A_MONTH = 30.44;

function scriptValues(customer: CustomerDetails, sale: SaleDetails | null, day: Day): ScriptValues {
  const given = customer.first_name?.split(' ')[0] ?? null;
  const person: ScriptValues = { first_name: given, customer: customerName(customer) };
  if (sale === null) return person;
  const months = Math.max(0, Math.round(daysBetween(sale.anchor_on, day) / DAYS_A_MONTH));
  return {
    ...person,
    vehicle: vehicleName(sale.vehicle) || null,
    year: sale.vehicle.year,
    make: sale.vehicle.make,
    model: sale.vehicle.model,
    sold_on: dayInFull(sale.sold_on),
    months_owned: months,
    years_owned: Math.round(months / 12),
    lease_end_on: sale.lease_end_on && dayInFull(sale.lease_end_on),
    loan_end_on: sale.loan_end_on && dayInFull(sale.loan_end_on),
    service_on: sale.serviced_on && dayInFull(sale.serviced_on),
  };
}
