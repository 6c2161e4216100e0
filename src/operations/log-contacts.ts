/** Logging what came of calls, as somebody typed it. */

import {
  areCodes,
  codeWords,
  lettersInWords,
  noOutcome,
  readCall,
  readCodes,
} from '../contacts/read-codes.ts';
import { CHANNELS, type Channel, OUTCOMES, type Outcome, outcomeName } from '../domain/contact.ts';
import { customerName } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import type { NewContact } from '../domain/new-contact.ts';
import type { LoggedLine } from '../render/logged-as-text.ts';
import { CallDetails } from '../store/call-details.ts';
import { loggedOn } from '../store/contacts.ts';
import type { Store } from '../store/engine/store.ts';
import { existing, findCustomer } from '../store/find-customer.ts';
import { logContacts } from '../store/writing/contact-writer.ts';
import { didYouMean } from '../values/nearest.ts';
import { judgedCustomers } from './call-permissions.ts';
import { chosenCar } from './chosen-car.ts';
import { consequencesOf } from './consequences-of-contacts.ts';
import { futureContact, nextDayOf } from './days-given.ts';
import { lawWarnings } from './law-of-contacts.ts';
import type { ActingSession, Session } from './session.ts';

/** What may be said beside whom and what came of it, each as it was typed. */
export interface MoreOfContact {
  readonly note?: string;
  /** the day to be in touch again */
  readonly next?: string;
  readonly channel?: string;
  /** last digits of the number that is wrong */
  readonly phone?: string;
  /** which car was sold */
  readonly car?: string;
  /** they were asked about their next car */
  readonly pitched?: boolean;
  /** the service advisor who handed them over */
  readonly fromAdvisor?: string;
}

const OF_ONE_CALL = ['note', 'next', 'phone', 'car', 'pitched', 'fromAdvisor'] as const;

/**
 * Logs all that was typed, or nothing.
 * @param words `482v 911t`, or a customer and an outcome
 * @throws Fault `usage`, `unknown-customer`, `unknown-outcome`, `bad-day`, `future-contact`, `unknown-phone`, and what `logContacts` throws
 */
export function logTyped(
  session: ActingSession,
  words: readonly string[],
  more: MoreOfContact,
): LoggedLine[] {
  const { store: db, day, acting } = session;
  const early = futureContact(session, day);
  if (early !== null) throw early;
  const contacts = contactsMeant(session, words, more);
  const before = loggedOn(
    db,
    contacts.map(({ customerId }) => customerId),
    day,
  );
  const logged = logContacts(db, acting, contacts);
  const judged = judgedCustomers(
    session,
    contacts.map(({ customerId }) => customerId),
  );
  const { facts, details, permissions } = judged;
  const consequences = consequencesOf(session, facts, contacts, logged);
  const byLaw = lawWarnings(db, judged, contacts);
  return contacts.map((contact, i) => {
    const customer = details.get(contact.customerId);
    return {
      comes_back: consequences[i]?.comes_back ?? null,
      given_up: consequences[i]?.given_up ?? false,
      warnings: [...(consequences[i]?.warnings ?? []), ...(byLaw[i] ?? [])],
      id: logged[i]?.id ?? 0,
      customer: { id: contact.customerId, name: customer ? customerName(customer) : '' },
      on: contact.on,
      outcome: contact.outcome,
      note: contact.note,
      next_on: contact.nextOn,
      pitched: contact.pitched === true,
      from_advisor: contact.fromAdvisor ?? null,
      wrong_phone: logged[i]?.phone ?? null,
      phones: customer === undefined ? [] : permissions.of(customer).phones,
      before: before.get(contact.customerId) ?? [],
    };
  });
}

function contactsMeant(session: Session, words: readonly string[], more: MoreOfContact): NewContact[] {
  const { store: db, day } = session;
  const codes = words.flatMap(codeWords);
  if (areCodes(codes)) {
    const calls = readCodes(codes);
    if (calls.length > 1 && OF_ONE_CALL.some((key) => more[key] !== undefined))
      throw usageFault('usage', 'a note or a day belongs to one call', 'log that one by itself');
    const ids = calls.map(({ customerId }) => customerId);
    const there = existing(db, ids);
    const unknown = ids.filter((id) => !there.has(id));
    if (unknown.length > 0)
      throw usageFault(
        'unknown-customer',
        `there is no customer ${unknown.map((id) => `#${id}`).join(', ')}; nothing was logged`,
        'the ids are printed on the sheet; mend the line and enter it again',
      );
    return calls.map(({ customerId, outcome }) => contactOf(session, customerId, outcome, more, day));
  }
  const call = readCall(words);
  if (call === null)
    throw usageFault(
      'unknown-outcome',
      words.length < 2
        ? `say whom and what came of it: beback log 482 voicemail, or beback log 482v`
        : `nothing was logged: ${noOutcome(words)}`,
      lettersInWords(),
    );
  return [contactOf(session, findCustomer(db, call.customer), call.outcome, more, day)];
}

function contactOf(
  session: Session,
  customerId: number,
  outcome: Outcome,
  more: MoreOfContact,
  on: Day,
): NewContact {
  const { store: db } = session;
  refuseIfNotMet(outcome, more);
  return {
    customerId,
    on,
    outcome: outcome.name,
    note: more.note === undefined || more.note === '' ? null : more.note,
    nextOn: more.next === undefined ? null : nextDayOf(session, more.next, on),
    ...(more.channel === undefined ? {} : { channel: channelOf(more.channel) }),
    ...(more.phone === undefined ? {} : { phone: phoneOf(db, customerId, more.phone) }),
    ...(more.pitched === true ? { pitched: true } : {}),
    ...(more.fromAdvisor === undefined ? {} : { fromAdvisor: advisorIn(more.fromAdvisor) }),
    ...(outcome.endsTouches === 'car' ? { saleId: chosenCar(db, customerId, more.car, on) } : {}),
  };
}

/** Of whoever was not met there is nothing to say about a next car, or who handed them over. */
function refuseIfNotMet({ name, meets }: Outcome, { pitched, fromAdvisor }: MoreOfContact): void {
  const flag = pitched === true ? '--pitched' : fromAdvisor === undefined ? null : '--from-advisor';
  if (meets || flag === null) return;
  throw usageFault(
    'usage',
    `${flag} belongs to somebody who was met, and ${outcomeName(name)} is nobody met; nothing was logged`,
    `it goes with ${MET.join(', ')}`,
  );
}

const MET = OUTCOMES.filter(({ meets }) => meets).map(({ name }) => name);

function advisorIn(text: string): string {
  const name = text.trim();
  if (name !== '') return name;
  throw usageFault('usage', '--from-advisor is empty', 'name the service advisor who handed them over');
}

function channelOf(text: string): Channel {
  const found = CHANNELS.find((channel) => channel === text.toLowerCase());
  if (found !== undefined) return found;
  throw usageFault(
    'usage',
    `--channel ${text} is not known${didYouMean(text, CHANNELS)}`,
    `known: ${CHANNELS.join(', ')}`,
  );
}

/** The customer's number that ends with these digits. */
function phoneOf(db: Store, customerId: number, text: string): string {
  const digits = text.replace(/\D/g, '');
  const phones = new CallDetails(db).customer(customerId).phones.map(({ e164 }) => e164);
  const fitting = digits.length < 2 ? [] : phones.filter((e164) => e164.endsWith(digits));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  throw usageFault(
    'unknown-phone',
    `--phone ${text} is not one of theirs${phones.length === 0 ? '' : `, which end in ${phones.map((e164) => e164.slice(-2)).join(', ')}`}`,
    'give its last digits',
  );
}
