/** What follows from a contact just logged, and what whoever logged it must know. */

import { isAttempt } from '../domain/contact.ts';
import { addDays, type Day } from '../domain/day.ts';
import { openPromises } from '../lists/open-promises.ts';
import { dayInFull } from '../render/day-text.ts';
import type { LoggedLine } from '../render/logged-as-text.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import type { NewContact } from '../store/writing/contact-writer.ts';
import { dueTouches } from '../touches/due-touches.ts';
import { openTouches } from '../touches/open-touches.ts';
import { explainOwner } from '../touches/owner.ts';
import type { Context } from './context.ts';

type Follows = Pick<LoggedLine, 'again_on' | 'given_up' | 'warnings'>;

/** When a customer comes back after a try, and what whoever logs must know. */
export function whatFollows(
  context: Context,
  contacts: readonly NewContact[],
): (contact: NewContact) => Follows {
  const { store: db, settings, acting } = context;
  const { plan } = settings;
  const known = new Map(
    [...callFacts(db, [...new Set(contacts.map(({ customerId }) => customerId))])].map((facts) => [
      facts.id,
      facts,
    ]),
  );
  const salespeople = salespeopleById(db);
  return ({ customerId, on, outcome, nextOn }) => {
    const facts = known.get(customerId);
    if (facts === undefined) return { again_on: null, given_up: false, warnings: [] };
    const until = isAttempt(outcome) ? addDays(on, plan.retryDays[outcome]) : null;
    const isBack = until !== null && dueTouches(plan, facts, until).reasons.length > 0;
    const { owner } = explainOwner(facts, salespeople, on);
    const others =
      nextOn === null ? [] : openPromises(plan, facts, on).filter((one) => one.promisedFor !== nextOn);
    return {
      again_on: isBack ? until : null,
      given_up: openTouches(plan, facts, on).some(({ fate }) => fate.state === 'not-reached'),
      warnings: [
        ...(facts.doNotCall && outcome !== 'do-not-contact'
          ? ['DO NOT CALL: the customer asked not to be called']
          : []),
        ...(acting.salespersonId !== null && owner !== null && owner.id !== acting.salespersonId
          ? [`${owner.name}'s customer`]
          : []),
        ...others.map((one) => promiseBeside(one.promisedFor, nextOn ?? on)),
      ],
    };
  };
}

/** Of several promises the list goes by the latest. */
const promiseBeside = (other: Day, promised: Day): string =>
  other < promised
    ? `was promised for ${dayInFull(other)} already: the list goes by the later day; \`beback promises\` keeps both`
    : `is promised for ${dayInFull(other)} too: the list goes by that later day`;
