/** Promises found in what somebody wrote: offered on a terminal, one key to accept, never made silently. */

import type { Day } from '../domain/day.ts';
import { keepPromise, promisesIn } from '../operations/promise-contact.ts';
import { dayInFull } from '../render/day-text.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import { askOneKey } from '../terminal/ask-one-key.ts';
import type { Context } from './context.ts';

/** For a customer of whom `text` was written on a day; nothing where no question can be asked. */
export async function offerPromise(
  context: Context,
  customerId: number,
  text: string,
  on: Day,
): Promise<void> {
  if (!context.terminal.canAsk || context.json) return;
  const [found] = promisesIn(context, text, on);
  if (found === undefined) return;
  const { country } = context.settings.store;
  const key = await askOneKey(
    context.terminal,
    `"${safeForTerminal(found.text)}": promise ${dayInFull(found.next_on, country)}? (y = yes, any key = no) `,
  );
  if (key !== 'y') return;
  keepPromise(context.actingSession, customerId, { text, madeOn: on, promisedFor: found.next_on });
  context.tell(`#${customerId}: promised for ${dayInFull(found.next_on, country)}\n`);
}
