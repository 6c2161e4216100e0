/** Logging contacts: the contact itself and all that follows from its outcome, in one transaction. */

import type { Acting } from '../../domain/acting.ts';
import { type Outcome, outcomeNamed, SNOOZED } from '../../domain/contact.ts';
import { BLOCKED_CHANNELS } from '../../domain/customer.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { Fault, usageFault } from '../../domain/fault.ts';
import type { LoggedContact, NewContact } from '../../domain/new-contact.ts';
import { CallDetails, FACTS_SHOWN } from '../call-details.ts';
import type { Store } from '../engine/store.ts';
import { currentCustomer } from '../renumbered.ts';
import { addEntry, entryFrom } from './entry-log.ts';
import { isWish, takeBack } from './take-back.ts';
import { addBad, addBlocks, addTurnOff } from './wishes.ts';

/**
 * Logs all of them or none.
 * @throws Fault `not-yours` when an assistant logs a contact of somebody else than whom it is done for, `no-phone` when a wrong number is logged for a customer without one, `no-day` for a promise or snooze without
 *   its day, `bad-day` for one that is not after the day of the contact, or a snooze of more than 90 days, `is-a-wish` when a
 *   line once said do-not-contact
 */
export function logContacts(db: Store, acting: Acting, contacts: readonly NewContact[]): LoggedContact[] {
  return db.transaction(() => contacts.map((contact) => logContact(db, acting, contact))).immediate();
}

/** Logs those that can be logged, in one transaction; in the place of one that cannot stands what is wrong with it. */
export function logEach(
  db: Store,
  acting: Acting,
  contacts: readonly NewContact[],
): (LoggedContact | Fault)[] {
  const logOrFault = (contact: NewContact): (LoggedContact | Fault)[] => {
    try {
      return logContacts(db, acting, [contact]);
    } catch (error) {
      if (error instanceof Fault) return [error];
      throw error;
    }
  };
  return db.transaction(() => contacts.flatMap(logOrFault)).immediate();
}

/** A sheet of the past may have a customer's old id. */
function logContact(db: Store, acting: Acting, told: NewContact): LoggedContact {
  const given = { ...told, customerId: currentCustomer(db, told.customerId) };
  const outcome = outcomeNamed(given.outcome);
  if (outcome === null) throw new Error(`no outcome ${given.outcome}`);
  const { customerId, on } = given;
  checkNext(given, outcome);
  refuseOtherThan(acting, given);
  const salespersonId = given.salespersonId === undefined ? acting.salespersonId : given.salespersonId;
  const says = {
    on,
    outcome: given.outcome,
    note: given.note,
    next_on: given.nextOn,
    ...(given.pitched === true ? { pitched: true } : {}),
  };
  const before = given.source === undefined ? null : entryFrom(db, given.source, given.staysTakenBack);
  const isSame = before !== null && said(before.details) === said(says);
  if (before !== null && isSame && before.undone_at === null)
    return { id: before.id, customerId, state: 'same', phone: null };
  const byHand = before === null || isSame ? loggedByHand(db, given, salespersonId) : null;
  if (byHand !== null) return { id: byHand, customerId, state: 'same', phone: null };
  if (before !== null && isSame) return { id: before.id, customerId, state: 'taken-back', phone: null };
  if (before !== null && before.undone_at === null) {
    if (isWish(db, before.id))
      throw usageFault(
        'is-a-wish',
        `this line said before that #${customerId} asked not to be contacted`,
        `if that was wrong: beback undo ${before.id} --why "…"`,
      );
    takeBack(db, before, acting, 'the line was changed');
  }

  // looked up only now: a number taken away by this very line the first time must be found the second
  const phone = outcome.opensFix === 'phone' ? (given.phone ?? dialledFirst(db, customerId)) : null;
  const details = {
    ...says,
    channel: given.channel ?? outcome.channel,
    ...(phone === null ? {} : { phone }),
    ...(given.saleId === undefined ? {} : { sale_id: given.saleId }),
    ...(given.fromAdvisor === undefined ? {} : { from_advisor: given.fromAdvisor }),
  };
  const used = outcome.effect === 'settles' ? useFacts(db, customerId, on) : [];
  const id = addEntry(db, acting, {
    customerId,
    action: given.outcome === 'promised' ? 'promise' : 'log',
    details: { ...details, ...(used.length === 0 ? {} : { facts_used: used }) },
    source: given.source ?? null,
    ...(given.outcome === 'promised' ? { on } : {}),
  });
  db.prepare(
    `INSERT INTO contact (id, customer_id, contact_on, at, channel, outcome, note, next_on, salesperson_id, by, assisted, pitched, from_advisor)
     VALUES (:id, :customerId, :on, :at, :channel, :outcome, :note, :next_on, :salespersonId, :by, :assisted, :pitched, :fromAdvisor)`,
  ).run({
    ...details,
    id,
    customerId,
    at: acting.at,
    salespersonId,
    by: acting.by,
    assisted: acting.forWhom === null ? 0 : 1,
    pitched: given.pitched === true ? 1 : 0,
    fromAdvisor: given.fromAdvisor ?? null,
  });
  if (phone !== null) addBad(db, id, { customerId, kind: 'phone', value: phone, on, why: 'wrong number' });
  if (outcome.opensFix === 'address') addBadAddress(db, id, customerId, on);
  if (outcome.endsTouches !== null)
    addTurnOff(db, id, {
      customerId,
      touch: null,
      saleId: outcome.endsTouches === 'car' ? (given.saleId ?? null) : null,
      on,
      why: outcome.name,
    });
  if (outcome.blocks)
    addBlocks(db, id, {
      customerId,
      channels: BLOCKED_CHANNELS,
      on,
      why: given.note?.trim() || null,
      by: acting.by,
    });
  return { id, customerId, state: before === null ? 'logged' : 'changed', phone };
}

/** An assistant logs for one salesperson at a time, whoever else stands on the sheet. */
function refuseOtherThan({ by, forWhom }: Acting, { salespersonId }: NewContact): void {
  if (forWhom === null || salespersonId == null || salespersonId === forWhom.id) return;
  throw usageFault(
    'not-yours',
    `this line is not ${forWhom.name}'s, for whom ${by} logs`,
    'log it for whose it is: --for NAME',
  );
}

/** Nobody is put off for longer: after a quarter of a year they are another customer. */
const LONGEST_SNOOZE_DAYS = 90;

function checkNext({ nextOn, on }: NewContact, { name }: Outcome): void {
  if (nextOn === null) {
    if (name === SNOOZED || name === 'promised')
      throw usageFault('no-day', `${name} needs a day`, 'give it with --next');
    return;
  }
  if (nextOn <= on)
    throw usageFault(
      'bad-day',
      `${nextOn} is not after ${on}, the day it is said on`,
      'promise or put off to a later day',
    );
  if (name === SNOOZED && nextOn > addDays(on, LONGEST_SNOOZE_DAYS))
    throw usageFault(
      'bad-day',
      `${nextOn} is more than ${LONGEST_SNOOZE_DAYS} days after ${on}: nobody is put off for so long`,
      `put off to ${addDays(on, LONGEST_SNOOZE_DAYS)} at the latest, or promise that day`,
    );
}

/** What makes two readings of one line the same. */
const said = ({ on, outcome, note, next_on, pitched }: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([on, outcome, note ?? null, next_on ?? null, pitched === true]);

/** The contact this line tells of, logged by hand: a sheet filled in beside the program says no more than what is known. */
function loggedByHand(db: Store, given: NewContact, salespersonId: number | null): number | null {
  if (given.source === undefined || given.isAnother) return null;
  const byHand = db
    .prepare<object, { id: number; note: string | null; next_on: string | null; pitched: number }>(
      `SELECT id, note, next_on, pitched FROM contact WHERE customer_id = :customerId AND contact_on = :on AND outcome = :outcome
       AND salesperson_id IS :salespersonId ORDER BY id DESC LIMIT 1`,
    )
    .get({ customerId: given.customerId, on: given.on, outcome: given.outcome, salespersonId });
  if (byHand === undefined) return null;
  const adds =
    (given.note !== null && given.note !== byHand.note) ||
    (given.nextOn !== null && given.nextOn !== byHand.next_on) ||
    (given.pitched === true && byHand.pitched === 0);
  return adds ? null : byHand.id;
}

function dialledFirst(db: Store, customerId: number): string {
  const [phone] = new CallDetails(db).customer(customerId).phones;
  if (phone !== undefined) return phone.e164;
  throw usageFault(
    'no-phone',
    `#${customerId} has no telephone number that could be wrong`,
    'log what happened with another outcome',
  );
}

function addBadAddress(db: Store, entryId: number, customerId: number, on: Day): void {
  const street = db
    .prepare<[number], string | null>('SELECT street FROM customer WHERE id = ?')
    .pluck()
    .get(customerId);
  if (street) addBad(db, entryId, { customerId, kind: 'address', value: street, on, why: 'moved away' });
}

/** After a talk the facts that were at hand go to the back of the queue. */
function useFacts(db: Store, customerId: number, on: Day): { id: number; before: string | null }[] {
  const shown = db
    .prepare<[number, number], { id: number; before: string | null }>(
      `SELECT id, used_on AS before FROM personal_fact WHERE customer_id = ? ORDER BY coalesce(used_on, ''), id LIMIT ?`,
    )
    .all(customerId, FACTS_SHOWN);
  const use = db.prepare('UPDATE personal_fact SET used_on = :on WHERE id = :id');
  for (const { id } of shown) use.run({ on, id });
  return shown;
}
