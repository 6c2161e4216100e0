/** `beback promise`: a day on which we said we would be in touch; it stands until somebody has spoken with the customer. */

import { customerName } from '../../domain/customer.ts';
import type { Day } from '../../domain/day.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { dayInFull } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { CallDetails } from '../../store/call-details.ts';
import { findCustomer } from '../../store/find-customer.ts';
import { logContacts, type NewContact } from '../../store/writing/contact-writer.ts';
import type { Context } from '../context.ts';
import { whatFollows } from '../what-follows.ts';
import { nextDayOf } from './log.ts';

export function runPromise(
  context: Context,
  wanted: string,
  words: readonly string[],
  { next }: { readonly next?: string },
): number {
  const text = words.join(' ');
  const { madeOn, promisedFor } = daysOf(context, next);
  const { store: db, acting } = context;
  const customerId = findCustomer(db, wanted);
  const note = text === '' ? null : text;
  const contact: NewContact = { customerId, on: madeOn, outcome: 'promised', note, nextOn: promisedFor };
  const logged = logContacts(db, acting, [contact]);
  const name = customerName(new CallDetails(db).customer(customerId));
  if (context.json)
    context.printJson({
      id: logged[0]?.id,
      customer: { id: customerId, name },
      text,
      on: madeOn,
      next_on: promisedFor,
    });
  else
    context.tell(
      `#${customerId} ${safeForTerminal(name)}: promised for ${dayInFull(promisedFor)}. ${safeForTerminal(text)}\n`,
    );
  for (const warning of whatFollows(context, [contact], logged).flatMap(({ warnings }) => warnings))
    context.terminal.talk(`${safeForTerminal(warning)}\n`);
  return EXIT.done;
}

/**
 * `--on` behind a promise is the day promised. The day it is made is today, or the day to act as: with --next for the day
 * promised, or --on given twice, the first being the day to act as.
 */
function daysOf(context: Context, next: string | undefined): { madeOn: Day; promisedFor: Day } {
  if (next !== undefined) {
    const promisedFor = nextDayOf(context, next, context.day);
    if (promisedFor !== null) return { madeOn: context.day, promisedFor };
  }
  const { daysGiven } = context;
  const [first, ...more] = daysGiven;
  const last = more.at(-1);
  if (first === undefined)
    throw usageFault(
      'usage',
      'a promise needs its day',
      'beback promise 482 "call after tax season" --on 2027-04-20',
    );
  if (last !== undefined && last >= first) return { madeOn: first, promisedFor: last };
  const promisedFor = last ?? first;
  const today = context.today;
  return { madeOn: today < promisedFor ? today : promisedFor, promisedFor };
}
