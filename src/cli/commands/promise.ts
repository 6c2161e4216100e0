/** `beback promise`: a day on which we said we would be in touch; it stands until somebody has spoken with the customer. */

import type { Day } from '../../domain/day.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { nextDayOf } from '../../operations/days-given.ts';
import { promiseContact, promiseDone } from '../../operations/promise-contact.ts';
import { dayInFull } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';

export function runPromise(
  context: Context,
  wanted: string,
  words: readonly string[],
  { next }: { readonly next?: string },
): number {
  const text = words.join(' ');
  if (text.trim() === '') throw usageFault('usage', 'it is not said what was promised', PROMISE_IN_WORDS);
  const { madeOn, promisedFor } = daysOf(context, next);
  const { id, customer, warnings } = promiseContact(context.actingSession, wanted, {
    text,
    madeOn,
    promisedFor,
  });
  if (context.json) context.printJson({ id, customer, text, on: madeOn, next_on: promisedFor });
  else
    context.tell(
      `#${customer.id} ${safeForTerminal(customer.name)}: promised for ${dayInFull(promisedFor, context.settings.store.country)}. ${safeForTerminal(text)}\n`,
    );
  for (const warning of warnings) context.terminal.talk(`${safeForTerminal(warning)}\n`);
  return EXIT.done;
}

/** `beback promise done`: it need not wait for a talk. */
export function runPromiseDone(context: Context, wanted: string): number {
  if (!/^[1-9]\d{0,11}$/.test(wanted))
    throw usageFault(
      'usage',
      `"${wanted}" is not the number of a promise`,
      '`beback promises` lists them with their numbers',
    );
  const done = promiseDone(context.actingSession, Number(wanted));
  if (context.json) context.printJson(done);
  else
    context.tell(
      `#${done.customer.id} ${safeForTerminal(done.customer.name)}: the promise for ${dayInFull(done.promised_for, context.settings.store.country)} is done. ${safeForTerminal(done.text ?? '')}\n`,
    );
  return EXIT.done;
}

const PROMISE_IN_WORDS = 'beback promise 482 "call after tax season" --on 2027-04-20';

/**
 * `--on` behind a promise is the day promised. The day it is made is today, or the day to act as: with --next for the day
 * promised, or --on given twice, the first being the day to act as, and no later than today.
 * @throws Fault `bad-day` for a day promised that lies before the day it is made
 */
function daysOf(context: Context, next: string | undefined): { madeOn: Day; promisedFor: Day } {
  const past = context.daysOfOn('back');
  if (next !== undefined) {
    const madeOn = past.at(-1) ?? context.today;
    return { madeOn, promisedFor: nextDayOf(context, next, madeOn) };
  }
  const promisedFor = context.daysGiven.at(-1);
  if (promisedFor === undefined) throw usageFault('usage', 'a promise needs its day', PROMISE_IN_WORDS);
  const saysWhen = past.length > 1;
  const madeOn = saysWhen ? (past[0] ?? context.today) : context.today;
  if (promisedFor > madeOn) return { madeOn, promisedFor };
  throw usageFault(
    'bad-day',
    `--on ${promisedFor}, the day promised, is not after ${madeOn}, the day the promise is made`,
    saysWhen
      ? 'give the day it is made first, then the day promised'
      : `if it was made on ${promisedFor}, say with --next for when: --on ${promisedFor} --next DAY`,
  );
}
