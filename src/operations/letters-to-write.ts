/** The letters of a day, out of the store: for whom, with which details, and who is left out and why. */

import { type Customer, customerName } from '../domain/customer.ts';
import { type Day, yearsBetween } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import type { Letter } from '../domain/letter.ts';
import type { Plan } from '../domain/plan.ts';
import { listIdOf } from '../lists/call-lists.ts';
import { callsADayOf } from '../lists/days-share.ts';
import { nameKey } from '../lists/name-order.ts';
import { badStreets } from '../store/bad-contacts.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import type { Store } from '../store/engine/store.ts';
import { customersById } from '../store/export-customers.ts';
import type { FirstServicesAsked } from '../store/first-services.ts';
import { entryFrom } from '../store/writing/entry-log.ts';
import { lettersDue } from '../touches/letters-due.ts';
import type { Occurrence } from '../touches/occurrences.ts';
import { ownerOf } from '../touches/owner.ts';
import { partedWith } from '../touches/turned-off.ts';
import { visitsFrom } from '../touches/visits-from.ts';
import { type DayListsOptions, doneBy } from './day-lists.ts';
import { mayBeDue } from './may-be-due.ts';
import { isInScope, type Scope } from './scope.ts';

export interface LetterToWrite {
  readonly letter: Letter;
  readonly ownerId: number | null;
  readonly occurrence: Occurrence;
  /** names this letter for good: the same touch for the same car is written once */
  readonly source: string;
}

/** How many customers for whom the touch is due get no letter, by what stands in the way. */
export interface LeftOut {
  readonly opted_out: number;
  readonly no_address: number;
  readonly had_theirs: number;
}

export interface LettersToWrite {
  /** by the customer's name */
  readonly letters: readonly LetterToWrite[];
  readonly leftOut: LeftOut;
  /** customers who get one on a later day: those above are the day's share */
  readonly waiting: number;
}

export interface LettersMeant {
  readonly plan: Plan;
  /** id of a touch of the plan */
  readonly touch: string;
  readonly day: Day;
  /** what the touch has to know of first services */
  readonly firstServices: FirstServicesAsked | null;
  readonly scope: Scope;
  /** also whoever has had theirs */
  readonly again: boolean;
  /** letters of one owner, instead of what the plan says */
  readonly limit: DayListsOptions['limit'];
}

/** One letter a customer, for the car whose touch closes first; in a transaction of the caller's. */
export function lettersToWrite(db: Store, meaning: LettersMeant): LettersToWrite {
  const { plan, touch, day, scope, again, firstServices } = meaning;
  const salespeople = salespeopleById(db);
  const meant = { ...plan, touches: plan.touches.filter(({ id }) => id === touch) };
  const judged = callFacts(db, mayBeDue(db, meant, day), firstServices, visitsFrom(plan, day));
  const due = [...judged].flatMap((facts) => {
    const occurrences = lettersDue(plan, facts, touch, day).sort(closingFirst);
    const [occurrence] = occurrences;
    if (occurrence === undefined) return [];
    const ownerId = listIdOf(occurrence, ownerOf(facts, salespeople, day), salespeople, day);
    return !isInScope(scope, ownerId)
      ? []
      : [{ id: facts.id, ownerId, occurrence, occurrences, gone: partedWith(facts, day) }];
  });
  const ids = due.map(({ id }) => id);
  const customers = customersById(db, ids);
  const wrong = badStreets(db, ids);
  const sales = new CallDetails(db).sales(
    due.flatMap(({ occurrence }) => occurrence.saleId ?? []),
    day,
  );
  const leftOut = { opted_out: 0, no_address: 0, had_theirs: 0 };
  const letters: LetterToWrite[] = [];
  for (const { id, ownerId, occurrence, occurrences, gone } of due) {
    const customer = known(customers, id, 'customer');
    const because = whyNot(customer, wrong.get(id) ?? []);
    if (because !== null) {
      leftOut[because] += 1;
      continue;
    }
    const hadTheirs = occurrences.some((one) => entryFrom(db, sourceOf(id, one)) !== null);
    if (hadTheirs && !again) {
      leftOut.had_theirs += 1;
      continue;
    }
    const isTheirs = occurrence.saleId !== null && !gone.includes(occurrence.saleId);
    const sale = isTheirs ? known(sales, occurrence.saleId, 'sale') : null;
    const owner = ownerId === null ? null : known(salespeople, ownerId, 'salesperson');
    letters.push({
      letter: {
        customer: {
          id,
          name: customerName(customer),
          first_name: customer.first_name,
          last_name: customer.last_name,
          business_name: customer.business_name,
          address: customer.address,
        },
        vehicle: sale?.vehicle ?? null,
        sold_on: sale?.sold_on ?? null,
        years_owned: sale === null ? null : Math.max(0, yearsBetween(sale.anchor_on, day)),
        number: occurrence.number,
        owner: owner && { name: owner.name, email: owner.email },
      },
      ownerId,
      occurrence,
      source: `${sourceOf(id, occurrence)}${hadTheirs ? ` again on ${day}` : ''}`,
    });
  }
  const keyed = letters.map((one) => ({ one, key: nameKey(one.letter.customer.name) }));
  keyed.sort((a, b) =>
    a.key < b.key ? -1 : a.key > b.key ? 1 : a.one.letter.customer.id - b.one.letter.customer.id,
  );
  const shared = daysShare(
    db,
    keyed.map(({ one }) => one),
    meaning,
    salespeople,
  );
  return { letters: shared, leftOut, waiting: letters.length - shared.length };
}

/** Of each owner as many as they call on the day, those that close first; in the order in which they came. */
function daysShare(
  db: Store,
  letters: readonly LetterToWrite[],
  { plan, day, limit }: LettersMeant,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): readonly LetterToWrite[] {
  if (limit === 'none') return letters;
  const done =
    limit === null ? doneBy({ store: db, day }, salespeople, plan) : new Map<number | null, number>();
  const left = new Map<number | null, number>();
  const inShare = letters
    .toSorted((a, b) => compareDays(closingOf(a.occurrence), closingOf(b.occurrence)))
    .filter(({ ownerId }) => {
      const owner = ownerId === null ? null : known(salespeople, ownerId, 'salesperson');
      const room =
        left.get(ownerId) ?? (limit ?? callsADayOf(plan.callsADay, owner)) - (done.get(ownerId) ?? 0);
      left.set(ownerId, room - 1);
      return room > 0;
    });
  const shared = new Set(inShare);
  return letters.filter((one) => shared.has(one));
}

/** Whoever does not want calls, post or e-mail gets no letter: a wish is never read as narrowly as it can be. */
function whyNot(
  { do_not, address: { street, city, postal_code } }: Customer,
  wrongStreets: readonly string[],
): keyof LeftOut | null {
  if (do_not.mail || do_not.email || do_not.call) return 'opted_out';
  if (street === null || (city === null && postal_code === null) || wrongStreets.includes(street))
    return 'no_address';
  return null;
}

const sourceOf = (customerId: number, { touch, saleId, number }: Occurrence): string =>
  `letter ${touch} customer ${customerId} sale ${saleId ?? 0} number ${number}`;

const closingOf = ({ closesOn, dueOn }: Occurrence): Day => closesOn ?? dueOn;

const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

const closingFirst = (a: Occurrence, b: Occurrence): number =>
  compareDays(closingOf(a), closingOf(b)) || (a.saleId ?? 0) - (b.saleId ?? 0);
