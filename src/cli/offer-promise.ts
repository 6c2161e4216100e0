/** Promises found in what somebody wrote: offered on a terminal, one key to accept, never made silently. */

import { promisesInNote } from '../contacts/promises-in-note.ts';
import type { Day } from '../domain/day.ts';
import { conventionalOrder } from '../importing/profile.ts';
import { dayInFull } from '../render/day-text.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import { logContacts } from '../store/writing/contact-writer.ts';
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
  const [found] = promisesInNote(text, on, conventionalOrder(context.settings.store.country));
  if (found === undefined) return;
  const key = await askOneKey(
    context.terminal,
    `"${safeForTerminal(found.text)}": promise ${dayInFull(found.next_on)}? (y = yes, any key = no) `,
  );
  if (key !== 'y') return;
  logContacts(context.store, context.acting, [
    { customerId, on, outcome: 'promised', note: text, nextOn: found.next_on },
  ]);
  context.tell(`#${customerId}: promised for ${dayInFull(found.next_on)}\n`);
}
