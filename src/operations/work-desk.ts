/** A day's work on one list: whom to call, one customer at a time, each contact logged as it is made. */

import type { Acting } from '../domain/acting.ts';
import type { CallList } from '../domain/call-list.ts';
import { type Contact, makerOf } from '../domain/contact.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { type Entry, OF_CUSTOMERS } from '../domain/entry.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import { usageFault } from '../domain/fault.ts';
import type { NewContact } from '../domain/new-contact.ts';
import type { WorkDone, WorkPlace } from '../domain/work-day.ts';
import { callerOf } from '../lists/call-lists.ts';
import { standingPromises } from '../lists/open-promises.ts';
import type { OwnedCar, WorkCustomer } from '../render/work-view.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { daysWork } from '../store/days-work.ts';
import { known } from '../store/engine/rows.ts';
import type { Store } from '../store/engine/store.ts';
import { asStoreFault } from '../store/engine/store-fault.ts';
import { saveWorkPlace, workPlace } from '../store/work-place.ts';
import { logContacts } from '../store/writing/contact-writer.ts';
import { endPromise } from '../store/writing/promise-ends.ts';
import { recordFact } from '../store/writing/record-wishes.ts';
import { undoLast } from '../store/writing/take-back.ts';
import { ownerOf } from '../touches/owner.ts';
import { salesInForce } from '../touches/sales-in-force.ts';
import { judgedCustomer, nextHours } from './call-permissions.ts';
import { type DayListsOptions, dayLists } from './day-lists.ts';
import { findCustomers } from './find-customers.ts';
import { emptyList } from './list-drawn.ts';
import type { Scope } from './scope.ts';
import { serviceCaller } from './service-caller.ts';
import type { Session } from './session.ts';
import { standInsOn } from './stand-ins.ts';

export interface WorkDesk {
  /** computed afresh */
  readonly list: () => CallList;
  readonly look: (customerId: number) => WorkCustomer;
  /** on disk when it returns; gives what is left of the customer */
  readonly log: (contact: Omit<NewContact, 'on'>) => WorkCustomer;
  /** keeps something worth remembering, with no outcome; gives the customer with it */
  readonly note: (customerId: number, text: string) => WorkCustomer;
  /** a promise that is done without a talk, by its number; gives the customer without it */
  readonly endPromise: (promise: number) => WorkCustomer;
  /** whoever is known by it, on the list or not; the best few */
  readonly find: (query: string) => ReturnType<typeof findCustomers>;
  /** @throws Fault `nothing-to-undo` where the last thing done was not on this day */
  readonly undo: () => Entry & { readonly customer_id: number };
  readonly place: () => WorkPlace | null;
  readonly keepPlace: (place: WorkPlace) => void;
  /** what the one who logs got done on the day */
  readonly done: () => WorkDone[];
}

/** Whose list, one salesperson's or the house's, and how many calls of it. */
export interface DeskList {
  readonly scope: Exclude<Scope, { of: 'all' }>;
  readonly limit: DayListsOptions['limit'];
}

/** @param acting who logs, at this moment */
export function openDesk(session: Session, { scope, limit }: DeskList, acting: () => Acting): WorkDesk {
  const { store: db, day } = session;
  const who = nameOfList(db, scope);
  const lists = (customers?: readonly number[]): readonly CallList[] =>
    dayLists(session, customers === undefined ? { scope, limit } : { scope, limit: 'none', customers }).lists;

  const read = (id: number): WorkCustomer => {
    const { facts, customer, permission: allowed } = judgedCustomer(session, id);
    const details = new CallDetails(db);
    const call = lists([id])
      .flatMap(({ calls }) => calls)
      .find(({ customer: { id: found } }) => found === id);
    const { contacts } = facts;
    const last = contacts.findLast(({ on }) => on < day);
    const person = [customer.first_name, customer.last_name].filter(Boolean).join(' ');
    return {
      id,
      name: customerName(customer),
      person: customer.business_name === null ? null : person || null,
      phones: allowed.phones,
      email: customer.email,
      calling: allowed.phones.length === 0 ? null : allowed.calling,
      reopens: nextHours(session, customer),
      cars: carsOf(facts, day, details),
      call: call ?? null,
      promises: standingPromises(facts, day),
      last: last === undefined ? null : said(last),
      today: contacts.filter(({ on }) => on === day).map(said),
      facts: details.facts([id]).get(id) ?? [],
    };
  };
  // one transaction: an import going on meanwhile cannot split what is shown
  const look = (id: number): WorkCustomer => db.transaction(() => read(id))();

  // on a shared computer one login logs for several people: only those of this list count
  const ownDone = (logged: readonly WorkDone[]): WorkDone[] => {
    const salespeople = salespeopleById(db);
    const stand = standInsOn(db, salespeople, day);
    // whoever calls about service calls customers of everybody
    const forService = serviceCaller(db, session.settings, salespeople, day);
    const wanted = scope.of === 'house' ? null : scope.salespersonId;
    const own = new Set(
      [...callFacts(db, [...new Set(logged.map(({ customerId }) => customerId))])]
        .filter(
          (facts) =>
            (forService.is === 'here' && callerOf(forService.id, stand) === wanted) ||
            callerOf(ownerOf(facts, salespeople, day), stand) === wanted,
        )
        .map(({ id }) => id),
    );
    return logged.filter(({ customerId }) => own.has(customerId));
  };

  // asked for with every key, and changed by few
  let done: WorkDone[] | null = null;
  let kept = '';
  return {
    list: () => lists()[0] ?? emptyList(null),
    look,
    log: saving('not saved', (contact) => {
      done = null;
      logContacts(db, acting(), [{ ...contact, on: day }]);
      return look(contact.customerId);
    }),
    note: saving('not saved', (customerId, text) => {
      recordFact(db, acting(), { customerId, text, on: day });
      return look(customerId);
    }),
    endPromise: saving('not saved', (promise) => look(endPromise(db, acting(), promise, day).customerId)),
    find: (query) => findCustomers(session, query, FOUND_AT_MOST),
    undo: saving('not saved', () => {
      done = null;
      const undoOfDay = db.transaction(() => {
        const [last] = undoLast(db, acting(), null, { kinds: OF_CUSTOMERS });
        const { undone } = last ?? {};
        const customerId = undone?.customer_id ?? null;
        if (undone === undefined || customerId === null || undone.details.on !== day) throw nothingToday();
        return { ...undone, customer_id: customerId };
      });
      return undoOfDay.immediate();
    }),
    place: () => workPlace(db, who, day),
    keepPlace: saving('where you are was not saved', (place) => {
      const same = JSON.stringify(place);
      if (same === kept) return;
      saveWorkPlace(db, who, day, place);
      kept = same;
    }),
    done: () => {
      done ??= db.transaction(() => ownDone(daysWork(db, acting().by, day)))();
      return done;
    },
  };
}

/** One digit chooses among them, and the smallest screen in use shows them. */
const FOUND_AT_MOST = 9;

/** What SQLite says is told as a Fault that begins with `unsaved`. */
const saving =
  <A extends unknown[], T>(unsaved: string, save: (...given: A) => T) =>
  (...given: A): T => {
    try {
      return save(...given);
    } catch (error) {
      throw asStoreFault(error, unsaved);
    }
  };

/** As the place in it is kept: the salesperson's code or name, or `house`. */
function nameOfList(db: Store, scope: Exclude<Scope, { of: 'all' }>): string {
  if (scope.of === 'house') return 'house';
  const { code, name } = known(salespeopleById(db), scope.salespersonId, 'salesperson');
  return code ?? name;
}

const nothingToday = (): Error =>
  usageFault('nothing-to-undo', 'nothing was logged on this day that could be taken back');

/** The cars the customer has, as far as we know; newest first. */
function carsOf(facts: CustomerFacts, day: Day, details: CallDetails): OwnedCar[] {
  const gone = new Set(facts.turnOffs.flatMap(({ touch, saleId }) => (touch === null ? (saleId ?? []) : [])));
  const owned = salesInForce(facts.sales, day).filter(({ id }) => !gone.has(id));
  const sales = details.sales(
    owned.map(({ id }) => id),
    day,
  );
  return owned
    .map(({ id }) => known(sales, id, 'sale'))
    .reverse()
    .map(({ id, vehicle, sold_on, ...sale }) => ({
      sale_id: id,
      vehicle,
      sold_on,
      lease_end_on: sale.lease_end_on,
      lease_end_estimated: sale.lease_end_estimated,
      loan_end_on: sale.loan_end_on,
      loan_end_estimated: sale.loan_end_estimated,
    }));
}

const said = (contact: Contact): WorkCustomer['today'][number] => ({
  on: contact.on,
  outcome: contact.outcome,
  ...makerOf(contact),
  note: contact.note,
});
