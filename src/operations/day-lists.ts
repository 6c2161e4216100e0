/** The call lists of a day, out of the store: facts, rules, and the details a list shows. */

import type { Call, CallList, DayLists, Reason } from '../domain/call-list.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';
import type { CallingStore } from '../law/calling.ts';
import { type CallLists, callLists, type DueCall } from '../lists/call-lists.ts';
import { CallDetails, type CustomerDetails, type SaleDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import type { Store } from '../store/engine/store.ts';
import { ownerOf } from '../touches/owner.ts';
import { fillScript, type ScriptValues } from '../touches/script.ts';
import { CallPermissions } from './call-permissions.ts';
import { mayBeDue, mayBeDueOf } from './may-be-due.ts';
import { isInScope, type Scope } from './scope.ts';
import { nameOfVehicle, ScriptDetails, type ScriptOfList } from './script-details.ts';

export interface DayListsOptions {
  readonly plan: Plan;
  readonly day: Day;
  readonly scope: Scope;
  readonly limit: number | null;
  readonly storeName: string | null;
  /** where the store is, and what it allows itself */
  readonly calling: CallingStore;
  /** looks at these alone, whoever else is due */
  readonly customers?: readonly number[];
}

/** Read in one transaction, so that an import going on meanwhile cannot split a list. */
export function dayLists(db: Store, options: DayListsOptions): DayLists {
  const { owned, withheld } = db.transaction(() => readDayLists(db, options))();
  return { on: options.day, lists: owned.map(({ list }) => list), withheld };
}

/** A list with the id of the salesperson it is for; null is the house. */
export interface OwnedList {
  readonly ownerId: number | null;
  readonly list: CallList;
}

/** The lists of `dayLists`, each with whose it is: names and codes alone may be shared by two. */
export const ownedLists = (db: Store, options: DayListsOptions): readonly OwnedList[] =>
  db.transaction(() => readDayLists(db, options))().owned;

function readDayLists(
  db: Store,
  options: DayListsOptions,
): { readonly owned: readonly OwnedList[]; readonly withheld: DayLists['withheld'] } {
  const { plan, day, scope, limit, storeName } = options;
  const salespeople = salespeopleById(db);
  const ids =
    options.customers ??
    (scope.of === 'one' ? mayBeDueOf(db, scope.salespersonId, plan, day) : mayBeDue(db, plan, day));
  const wanted = (facts: CustomerFacts): boolean =>
    scope.of === 'all' || isInScope(scope, ownerOf(facts, salespeople, day));
  function* customers(): Generator<CustomerFacts> {
    for (const facts of callFacts(db, ids)) if (wanted(facts)) yield facts;
  }
  const permissions = new CallPermissions(db, options.calling, day);
  const due: CallLists = callLists({ plan, day, customers: permissions.judged(customers()), salespeople });
  const details = new CallDetails(db);
  const fill = scriptOf(new Map(plan.touches.map((touch) => [touch.id, touch])));
  const listed = due.lists.map(({ ownerId, calls }): OwnedList => {
    const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
    const shown = limit === null ? calls : calls.slice(0, limit);
    const list: ListDetails = {
      customers: details.customers(shown.map(({ customerId }) => customerId)),
      facts: details.facts(shown.map(({ customerId }) => customerId)),
      sales: details.sales([...salesNamed(shown)], day),
      permissions,
      fill,
      day,
      owner,
      storeName,
    };
    return {
      ownerId,
      list: { salesperson: onList(owner), calls: shown.map((call) => callOf(call, list)) },
    };
  });
  return {
    owned: withEmptyList(listed, scope, salespeople),
    withheld: due.withheld.map(({ customerId, name, touch, why, byRegistry }) => ({
      customer: { id: customerId, name },
      touch,
      why,
      by_registry: byRegistry,
    })),
  };
}

const onList = (owner: SalespersonFacts | null): CallList['salesperson'] =>
  owner && { code: owner.code, name: owner.name, email: owner.email };

/** A list that was asked for by name is printed although it is empty. */
function withEmptyList(
  lists: OwnedList[],
  scope: Scope,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): OwnedList[] {
  if (lists.length > 0 || scope.of === 'all') return lists;
  const ownerId = scope.of === 'one' ? scope.salespersonId : null;
  const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
  return [{ ownerId, list: { salesperson: onList(owner), calls: [] } }];
}

type Filler = (touch: string, values: ScriptValues) => Reason['script'];

const scriptOf =
  (touches: ReadonlyMap<string, Plan['touches'][number]>): Filler =>
  (touch, values) => {
    const script = touches.get(touch)?.script;
    return script ? fillScript(script, values) : null;
  };

/** What is shown with the calls of one list. */
interface ListDetails extends ScriptOfList {
  readonly customers: ReadonlyMap<number, CustomerDetails>;
  readonly facts: ReadonlyMap<number, readonly string[]>;
  readonly sales: ReadonlyMap<number, SaleDetails>;
  readonly permissions: CallPermissions;
  readonly fill: Filler;
}

const salesNamed = (calls: readonly DueCall[]): Set<number> =>
  new Set(calls.flatMap(({ reasons }) => reasons.flatMap(({ saleId }) => saleId ?? [])));

function callOf(call: DueCall, list: ListDetails): Call {
  const customer = known(list.customers, call.customerId, 'customer');
  const { phones, calling } = list.permissions.of(customer);
  const saleOf = (id: number | null): SaleDetails | null =>
    id === null ? null : known(list.sales, id, 'sale');
  const main = call.reasons.find(({ saleId }) => saleId !== null);
  const shown = saleOf(main?.saleId ?? null);
  return {
    customer: {
      id: customer.id,
      name: customerName(customer),
      phones,
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
      vehicle_name: nameOfVehicle(saleOf(reason.saleId)),
      script: list.fill(reason.touch, new ScriptDetails(list, customer, saleOf(reason.saleId), reason)),
    })),
    last_contact: call.lastContact && {
      on: call.lastContact.on,
      outcome: call.lastContact.outcome,
      by: call.lastContact.by,
      note: call.lastContact.note,
    },
    calling,
    facts: list.facts.get(call.customerId) ?? [],
  };
}
