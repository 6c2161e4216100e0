/** `beback log`: what came of a call, by one customer and outcome, by the codes of a sheet, or by the sheet itself. */

import { areCodes, codeWords, lettersInWords, readCall, readCodes } from '../../contacts/read-codes.ts';
import { readNextDay } from '../../contacts/read-next-day.ts';
import { CHANNELS, type Channel, type Outcome } from '../../domain/contact.ts';
import { customerName } from '../../domain/customer.ts';
import type { Day } from '../../domain/day.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { conventionalOrder } from '../../importing/profile.ts';
import { callingStore, permissionsFor } from '../../operations/call-permissions.ts';
import { chosenCar } from '../../operations/chosen-car.ts';
import { whatFollows } from '../../operations/what-follows.ts';
import { loggedAsText } from '../../render/logged-as-text.ts';
import { CallDetails } from '../../store/call-details.ts';
import { loggedOn } from '../../store/contacts.ts';
import type { Store } from '../../store/engine/open-store.ts';
import { findCustomer } from '../../store/find-customer.ts';
import { logContacts, type NewContact } from '../../store/writing/contact-writer.ts';
import type { Context } from '../context.ts';

export interface LogFlags {
  readonly note?: string;
  readonly next?: string;
  readonly channel?: string;
  readonly phone?: string;
  readonly car?: string;
  readonly sheet?: string;
}

export async function runLog(context: Context, words: readonly string[], flags: LogFlags): Promise<number> {
  if (flags.sheet !== undefined) {
    if (words.length > 0 || flags.note !== undefined || flags.next !== undefined)
      throw usageFault('usage', '--sheet says itself what is to be logged', 'give the file alone');
    return (await import('./log-sheet.ts')).runLogSheet(context, flags.sheet);
  }
  const { store: db, day, acting, terminal, settings } = context;
  const contacts = contactsMeant(context, words, flags);
  const before = loggedOn(
    db,
    contacts.map(({ customerId }) => customerId),
    day,
  );
  const logged = logContacts(db, acting, contacts);
  const details = new CallDetails(db).customers(contacts.map(({ customerId }) => customerId));
  const allowed = permissionsFor(db, callingStore(settings), day, [...details.keys()]);
  const follows = whatFollows(context, contacts, logged);
  const lines = contacts.map((contact, i) => {
    const customer = details.get(contact.customerId);
    return {
      comes_back: follows[i]?.comes_back ?? null,
      given_up: follows[i]?.given_up ?? false,
      warnings: follows[i]?.warnings ?? [],
      id: logged[i]?.id ?? 0,
      customer: { id: contact.customerId, name: customer ? customerName(customer) : '' },
      on: contact.on,
      outcome: contact.outcome,
      note: contact.note,
      next_on: contact.nextOn,
      wrong_phone: logged[i]?.phone ?? null,
      phones: allowed.get(contact.customerId)?.phones ?? [],
      before: before.get(contact.customerId) ?? [],
    };
  });
  if (context.json)
    context.printJson({
      logged: lines.map(({ phones: _, before: __, given_up: ___, comes_back, ...line }) => ({
        ...line,
        again_on: comes_back?.on ?? null,
      })),
    });
  else
    context.tell(
      loggedAsText(lines, {
        on: day,
        country: settings.store.country,
        styles: terminal.styles,
      }),
    );
  const [only] = contacts;
  if (only !== undefined && contacts.length === 1 && only.note !== null && only.nextOn === null) {
    const { offerPromise } = await import('../offer-promise.ts');
    await offerPromise(context, only.customerId, only.note, only.on);
  }
  return EXIT.done;
}

function contactsMeant(context: Context, words: readonly string[], flags: LogFlags): NewContact[] {
  const { store: db, day } = context;
  const codes = words.flatMap(codeWords);
  if (areCodes(codes)) {
    const calls = readCodes(codes);
    if (
      calls.length > 1 &&
      [flags.note, flags.next, flags.phone, flags.car].some((flag) => flag !== undefined)
    )
      throw usageFault('usage', 'a note or a day belongs to one call', 'log that one by itself');
    const unknown = calls
      .filter(({ customerId }) => !isCustomer(db, customerId))
      .map(({ customerId }) => customerId);
    if (unknown.length > 0)
      throw usageFault(
        'unknown-customer',
        `there is no customer ${unknown.map((id) => `#${id}`).join(', ')}; nothing was logged`,
        'the ids are printed on the sheet; mend the line and enter it again',
      );
    return calls.map(({ customerId, outcome }) => contactOf(context, customerId, outcome, flags, day));
  }
  const call = readCall(words);
  if (call === null)
    throw usageFault(
      'unknown-outcome',
      words.length < 2
        ? `say whom and what came of it: beback log 482 voicemail, or beback log 482v`
        : `"${words.at(-1)}" is not an outcome; nothing was logged`,
      lettersInWords(),
    );
  return [contactOf(context, findCustomer(db, call.customer), call.outcome, flags, day)];
}

const isCustomer = (db: Store, id: number): boolean => new CallDetails(db).customers([id]).size > 0;

function contactOf(
  context: Context,
  customerId: number,
  outcome: Outcome,
  flags: LogFlags,
  on: Day,
): NewContact {
  const { store: db } = context;
  return {
    customerId,
    on,
    outcome: outcome.name,
    note: flags.note === undefined || flags.note === '' ? null : flags.note,
    nextOn: nextDayOf(context, flags.next, on),
    ...(flags.channel === undefined ? {} : { channel: channelOf(flags.channel) }),
    ...(flags.phone === undefined ? {} : { phone: phoneOf(db, customerId, flags.phone) }),
    ...(outcome.endsTouches === 'car' ? { saleId: chosenCar(db, customerId, flags.car, on) } : {}),
  };
}

/** @throws Fault `bad-day` for no day, or one before the day of the contact */
export function nextDayOf(context: Context, text: string | undefined, on: Day): Day | null {
  if (text === undefined) return null;
  const next = readNextDay(text, on, conventionalOrder(context.settings.store.country));
  if (next === null || next < on)
    throw usageFault(
      'bad-day',
      next === null ? `--next ${text} is not a day` : `--next ${text} is before ${on}, the day of the call`,
      'write it as YYYY-MM-DD, or +3d, 2w, tomorrow, fri',
    );
  return next;
}

function channelOf(text: string): Channel {
  const found = CHANNELS.find((channel) => channel === text.toLowerCase());
  if (found !== undefined) return found;
  throw usageFault('usage', `--channel ${text} is not known`, `known: ${CHANNELS.join(', ')}`);
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
