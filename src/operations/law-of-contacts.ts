/** What the law has to say of contacts and wishes just logged. What happened is logged all the same. */

import { type Channel, outcomeNamed } from '../domain/contact.ts';
import type { NewContact } from '../domain/new-contact.ts';
import type { PlaceRules } from '../law/calling.ts';
import { alsoEnded, type Stopped } from '../law/one-stop.ts';
import { callsADayInWords, type OneStop, oneStopInWords } from '../render/law-in-words.ts';
import { blocksOf } from '../store/blocks.ts';
import { callsMadeOn } from '../store/contacts.ts';
import { judgedCustomers } from './call-permissions.ts';
import type { Session } from './session.ts';

/** For each of `contacts`. Of several with one customer on one day all is told with the last one. */
export function lawWarnings(session: Session, contacts: readonly NewContact[]): string[][] {
  const told: string[][] = contacts.map(() => []);
  for (const day of new Set(contacts.map(({ on }) => on))) {
    const { details, permissions } = judgedCustomers(
      { ...session, day },
      contacts.flatMap(({ on, customerId }) => (on === day ? customerId : [])),
    );
    for (const [customerId, customer] of details) {
      const last = contacts.findLastIndex((one) => one.on === day && one.customerId === customerId);
      const contact = contacts[last];
      if (contact !== undefined) told[last] = warningsOf(session, contact, permissions.of(customer).rules);
    }
  }
  return told;
}

function warningsOf(
  { store: db }: Session,
  contact: NewContact,
  { callsADay, oneStop }: PlaceRules,
): string[] {
  const { customerId, on } = contact;
  const channel = channelOf(contact);
  const calls =
    callsADay === null || channel !== 'call'
      ? null
      : callsADayInWords(callsADay, callsMadeOn(db, customerId, on));
  const stop =
    channel !== 'call' && channel !== 'text' ? null : stopOf(customerId, oneStop, blocksOf(db, customerId));
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
