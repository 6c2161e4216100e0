/** One list of a day with all that it shows: the details of each call, in the words of its touches. */

import type { Call, CallList, Person, Reason } from '../domain/call-list.ts';
import { makerOf } from '../domain/contact.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import { type Plan, type Touch, wordsOn } from '../domain/plan.ts';
import type { DueCall } from '../lists/call-lists.ts';
import type { Share } from '../lists/days-share.ts';
import type { CallDetails, CustomerDetails, SaleDetails } from '../store/call-details.ts';
import { known } from '../store/engine/rows.ts';
import type { DueReason } from '../touches/due-touches.ts';
import { fillScript } from '../touches/script.ts';
import { basisAsJson } from './basis-as-json.ts';
import type { CallPermissions } from './call-permissions.ts';
import { formerAsJson } from './former-as-json.ts';
import { caseOfCall } from './recovery-cases.ts';
import { nameOfVehicle, ScriptDetails, type ScriptOfList } from './script-details.ts';
import type { Session } from './session.ts';
import { sharedScripts } from './shared-scripts.ts';
import type { StandIns } from './stand-ins.ts';
import { wishedCars } from './wished-cars.ts';

/** What the lists of one day are made with. */
export interface Making {
  readonly session: Session;
  readonly plan: Plan;
  readonly salespeople: ReadonlyMap<number, SalespersonFacts>;
  readonly standIns: StandIns;
  readonly permissions: CallPermissions;
  readonly details: CallDetails;
  readonly touches: ReadonlyMap<string, Touch>;
}

/** What one owner calls on the day, and what is left. */
export interface OwnerShare {
  readonly ownerId: number | null;
  readonly share: Share<DueCall>;
  readonly due: number;
  readonly done: number;
  readonly fillers: readonly DueCall[];
}

/** With its calls, its fillers, what is left of it and the words to say. */
export function listDrawn(making: Making, { ownerId, share, due, done, fillers }: OwnerShare): CallList {
  const { session, salespeople, standIns, details, permissions, touches } = making;
  const person = (id: number | null | undefined): Person | null => {
    const found = id == null ? undefined : salespeople.get(id);
    return found === undefined ? null : { code: found.code, name: found.name };
  };
  const { settings, day } = session;
  const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
  const shown = [...share.calls, ...fillers];
  const list: ListDetails = {
    customers: details.customers(shown.map(({ customerId }) => customerId)),
    facts: details.facts(shown.map(({ customerId }) => customerId)),
    wished: wishedCars(session, wishing(shown, touches)),
    sales: details.sales([...salesNamed(shown)], day),
    permissions,
    touches,
    day,
    owner,
    person,
    coveringOf: (call) => (call.ownerId === ownerId ? null : person(call.ownerId)),
    storeName: settings.store.name,
    country: settings.store.country,
  };
  const calls = [
    ...share.calls.map((call) => callOf(call, list)),
    ...fillers.map((call) => ({ ...callOf(call, list), fill: true as const })),
  ];
  return {
    ...emptyList(owner && { code: owner.code, name: owner.name, email: owner.email }),
    covered_by: ownerId === null ? null : person(standIns.get(ownerId)),
    calls,
    due,
    done,
    ...restOf(share.rest()),
    scripts: sharedScripts(calls, touches, day, {
      salesperson: owner?.name ?? null,
      store: settings.store.name,
    }),
  };
}

/** A list of nobody. */
export const emptyList = (salesperson: CallList['salesperson']): CallList => ({
  salesperson,
  covered_by: null,
  calls: [],
  due: 0,
  done: 0,
  later: [],
  dropped: [],
  scripts: [],
  notices: [],
});

const restOf = ({
  later,
  dropped,
}: ReturnType<Share<DueCall>['rest']>): Pick<CallList, 'later' | 'dropped'> => ({
  later: later.map(({ call, plannedOn }) => ({
    customer: { id: call.customerId, name: call.name },
    planned_on: plannedOn,
    closes_on: lastOf(call),
  })),
  dropped: dropped.map((call) => ({
    customer: { id: call.customerId, name: call.name },
    closes_on: lastOf(call),
    touches: [...new Set(call.reasons.map(({ touch }) => touch))],
  })),
});

/** The day on which the last of the reasons closes. */
const lastOf = ({ reasons }: DueCall): Day | null =>
  reasons.reduce<Day | null>(
    (last, { closesOn }) => (closesOn !== null && (last === null || closesOn > last) ? closesOn : last),
    null,
  );

/** What is shown with the calls of one list. */
interface ListDetails extends ScriptOfList {
  readonly customers: ReadonlyMap<number, CustomerDetails>;
  readonly facts: ReadonlyMap<number, readonly string[]>;
  /** what to say of the cars they wish for */
  readonly wished: ReadonlyMap<number, readonly string[]>;
  readonly sales: ReadonlyMap<number, SaleDetails>;
  readonly permissions: CallPermissions;
  readonly touches: ReadonlyMap<string, Touch>;
  readonly coveringOf: (call: DueCall) => Person | null;
  readonly person: (id: number) => Person | null;
}

const salesNamed = (calls: readonly DueCall[]): Set<number> =>
  new Set(calls.flatMap(({ reasons }) => reasons.flatMap(({ saleId }) => saleId ?? [])));

/** Ids of those who are called because of a car they wish for. */
const wishing = (calls: readonly DueCall[], touches: ReadonlyMap<string, Touch>): number[] =>
  calls.flatMap(({ customerId, reasons }) =>
    reasons.some(({ touch }) => touches.get(touch)?.from === 'wish') ? customerId : [],
  );

function callOf(call: DueCall, list: ListDetails): Call {
  const customer = known(list.customers, call.customerId, 'customer');
  const { phones, calling } = list.permissions.of(customer);
  const saleOf = (id: number | null): SaleDetails | null =>
    id === null || call.partedWith.includes(id) ? null : known(list.sales, id, 'sale');
  const main = call.reasons.find(({ saleId }) => saleOf(saleId) !== null);
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
      estimated: reason.estimated,
      ends_on: reason.endsOn,
      ...(reason.bookedOn !== undefined && { booked_on: reason.bookedOn }),
      ...basisAsJson(reason),
      vehicle_name: nameOfVehicle(saleOf(reason.saleId)),
      script: scriptOf(reason, list, customer, saleOf(reason.saleId), call.former),
    })),
    last_contact: call.lastContact && {
      on: call.lastContact.on,
      outcome: call.lastContact.outcome,
      ...makerOf(call.lastContact),
      note: call.lastContact.note,
    },
    calling,
    promises: call.promises,
    facts: [...(list.wished.get(call.customerId) ?? []), ...(list.facts.get(call.customerId) ?? [])],
    covering: list.coveringOf(call),
    also: call.alsoIds.flatMap((id) => list.person(id) ?? []),
    cases: call.cases.map(caseOfCall),
    former_owner: formerAsJson(call.former),
    owner_because: call.owned.because,
    owner_since: call.owned.since,
  };
}

function scriptOf(
  reason: DueReason,
  list: ListDetails,
  customer: CustomerDetails,
  sale: SaleDetails | null,
  former: DueCall['former'],
): Reason['script'] {
  const touch = list.touches.get(reason.touch);
  const words = touch === undefined ? null : wordsOn(touch, reason.dueOn, list.day);
  return words && fillScript(words, new ScriptDetails(list, customer, sale, reason, former));
}
