/** `beback wish`: what a customer would like to drive next. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { dayGiven } from '../../operations/days-given.ts';
import { endWish, isOpenToAnything, type WishChanged, wishForCar } from '../../operations/wish-for-car.ts';
import { dayInFull } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { termsInWords } from '../../render/wish-in-words.ts';
import type { Context } from '../context.ts';
import { type TermFlags, termsOf } from '../wish-terms.ts';

export interface WishOptions extends TermFlags {
  readonly until?: string;
}

export function runWish(
  context: Context,
  wanted: string,
  words: readonly string[],
  { until, ...flags }: WishOptions,
): number {
  const last = until === undefined ? null : dayGiven(context, '--until', until, { on: context.day });
  const changed = wishForCar(context.actingSession, wanted, {
    text: words.join(' '),
    terms: termsOf(flags),
    until: last,
  });
  const { wish } = changed;
  const { country, units } = context.settings.store;
  const terms = termsInWords(wish.terms, units);
  tellWish(
    context,
    changed,
    `wish ${wish.id}, until ${dayInFull(wish.until, country)}. ${wish.text}${terms === '' ? '' : ` (${terms})`}`,
  );
  if (isOpenToAnything(wish))
    context.terminal.talk(
      'No car is looked for: say with --make, --model, --year, --price, --odometer or --condition what it must be.\n',
    );
  return EXIT.done;
}

export function runWishEnd(context: Context, wanted: string): number {
  if (!/^[1-9]\d{0,11}$/.test(wanted))
    throw usageFault(
      'usage',
      `"${wanted}" is not the number of a wish`,
      '`beback export wishes` lists them with their numbers',
    );
  const ended = endWish(context.actingSession, Number(wanted));
  tellWish(context, ended, `wish ${ended.wish.id} is over. ${ended.wish.text}`);
  return EXIT.done;
}

function tellWish(context: Context, { entry, wish }: WishChanged, inWords: string): void {
  const { customer } = wish;
  if (context.json) context.printJson({ entry, wish });
  else context.tell(`#${customer.id} ${safeForTerminal(customer.name)}: ${safeForTerminal(inWords)}\n`);
}
