/** What follows from contacts just logged, as whoever logged them must know it. */

import { outcomeNamed, SNOOZED } from '../domain/contact.ts';
import type { CustomerFacts } from '../domain/facts.ts';
import type { LoggedContact, NewContact } from '../domain/new-contact.ts';
import { type OpenPromise, openPromises } from '../lists/open-promises.ts';
import { dayInFull } from '../render/day-text.ts';
import type { LoggedLine } from '../render/logged-as-text.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { comingBack } from '../touches/coming-back.ts';
import { openTouches } from '../touches/open-touches.ts';
import { ownerOf } from '../touches/owner.ts';
import { concernedByWish, concernInWords } from './concerned-by-wish.ts';
import type { ActingSession } from './session.ts';
import { standInsOn } from './stand-ins.ts';

export type Consequences = Pick<LoggedLine, 'comes_back' | 'given_up' | 'warnings'>;

/**
 * For each of `contacts`. Of several with one customer all is told with the last one: it follows from them together.
 * @param known the customers as they are judged now, by id
 */
export function consequencesOf(
  { store: db, settings, acting }: ActingSession,
  known: ReadonlyMap<number, CustomerFacts>,
  contacts: readonly NewContact[],
  logged: readonly LoggedContact[],
): Consequences[] {
  const { plan } = settings;
  const ids = contacts.map(({ customerId }) => customerId);
  const salespeople = salespeopleById(db);
  return contacts.map(({ customerId, on, outcome, nextOn }, i) => {
    const facts = known.get(customerId);
    if (facts === undefined || ids.lastIndexOf(customerId) !== i)
      return { comes_back: null, given_up: false, warnings: [] };
    const owner = salespeople.get(ownerOf(facts, salespeople, on) ?? -1) ?? null;
    const others =
      nextOn === null || outcome === SNOOZED
        ? []
        : openPromises(facts, on).filter(({ contact }) => contact.id !== logged[i]?.id);
    return {
      comes_back: comingBack(plan, facts, { on, outcome }),
      given_up: openTouches(plan, facts, on).some(
        ({ fate }) => fate.state === 'not-reached' && fate.contact.id === logged[i]?.id,
      ),
      warnings: [
        ...((facts.doNotCall || facts.refused) && outcome !== 'do-not-contact'
          ? ['DO NOT CALL: a wish not to be called stands against it; `beback show` says whose']
          : []),
        ...(acting.salespersonId !== null &&
        owner !== null &&
        owner.id !== acting.salespersonId &&
        standInsOn(db, salespeople, on).get(owner.id) !== acting.salespersonId
          ? [`${owner.name}'s customer`]
          : []),
        ...(outcomeNamed(outcome)?.blocks ? concernedByWish(db, customerId).map(concernInWords) : []),
        ...others.map((other) => promiseBeside(other, settings.store.country)),
      ],
    };
  });
}

/** Promises are kept apart: the call names the earliest that is open. */
function promiseBeside({ promisedFor: other, contact }: OpenPromise, country: string): string {
  const what = contact.note === null ? '' : `: ${contact.note}`;
  return `is promised for ${dayInFull(other, country)} too${what}`;
}
