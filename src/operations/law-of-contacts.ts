/** What the law has to say of contacts and wishes just logged. What happened is logged all the same. */

import { type Channel, outcomeNamed } from '../domain/contact.ts';
import type { NewContact } from '../domain/new-contact.ts';
import type { PlaceRules } from '../law/calling.ts';
import { alsoEnded, type Stopped } from '../law/one-stop.ts';
import { callsADayInWords, type OneStop, oneStopInWords } from '../render/law-in-words.ts';
import { blocksOf } from '../store/blocks.ts';
import { callsMadeOn } from '../store/contacts.ts';
import type { Store } from '../store/engine/store.ts';
import { type JudgedCustomers, judgedCustomers } from './call-permissions.ts';
import type { Session } from './session.ts';

/**
 * For each of `contacts`, all made on the day on which the customers were judged. Of several with one customer all is told with the
 * last one.
 */
export function lawWarnings(
  db: Store,
  { details, permissions }: Pick<JudgedCustomers, 'details' | 'permissions'>,
  contacts: readonly NewContact[],
): string[][] {
  const last = new Map(contacts.map(({ customerId }, i) => [customerId, i]));
  return contacts.map((contact, i) => {
    const customer = details.get(contact.customerId);
    return customer === undefined || last.get(contact.customerId) !== i
      ? []
      : warningsOf(db, contact, permissions.of(customer).rules);
  });
}

/** The same for contacts of several days. */
export function lawWarningsByDay(session: Session, contacts: readonly NewContact[]): string[][] {
  const told: string[][] = contacts.map(() => []);
  for (const day of new Set(contacts.map(({ on }) => on))) {
    const places = [...contacts.keys()].filter((i) => contacts[i]?.on === day);
    const made = places.flatMap((i) => contacts[i] ?? []);
    const judged = judgedCustomers(
      { ...session, day },
      made.map(({ customerId }) => customerId),
    );
    for (const [i, warnings] of lawWarnings(session.store, judged, made).entries())
      told[places[i] ?? 0] = warnings;
  }
  return told;
}

function warningsOf(db: Store, contact: NewContact, { callsADay, oneStop }: PlaceRules): string[] {
  const { customerId, on } = contact;
  const channel = channelOf(contact);
  const calls =
    callsADay === null || channel !== 'call'
      ? null
      : callsADayInWords(callsADay, callsMadeOn(db, customerId, on));
  const stop =
    oneStop === null || (channel !== 'call' && channel !== 'text')
      ? null
      : stopOf(customerId, oneStop, blocksOf(db, customerId));
  return [...(calls === null ? [] : [calls]), ...(stop === null ? [] : [oneStopInWords(stop)])];
}

const channelOf = ({ channel, outcome }: NewContact): Channel | null =>
  channel ?? outcomeNamed(outcome)?.channel ?? null;

/** What the customer's stops end by the rule besides what is blocked; null where nothing is left. */
export function stopOf(
  customerId: number,
  rule: PlaceRules['oneStop'],
  stopped: readonly Stopped[],
): OneStop | null {
  const also_ends = rule === null ? [] : alsoEnded(rule, stopped);
  if (rule === null || also_ends.length === 0) return null;
  const command = `beback block ${customerId} ${also_ends.join(' ')}`;
  return { also_ends, source: rule.source, since: rule.from, command };
}
