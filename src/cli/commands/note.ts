/** `beback note`: something worth remembering about a customer, shown with their calls. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { noteFact } from '../../operations/note-fact.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';
import { offerPromise } from '../offer-promise.ts';

export async function runNote(context: Context, wanted: string, words: readonly string[]): Promise<number> {
  const text = words.join(' ');
  if (text.trim() === '')
    throw usageFault('usage', 'there is nothing to remember', 'beback note 482 "twins, hockey"');
  const noted = noteFact(context.actingSession, wanted, text);
  const { customer } = noted;
  if (context.json) context.printJson(noted);
  else context.tell(`#${customer.id} ${safeForTerminal(customer.name)}: noted. ${safeForTerminal(text)}\n`);
  await offerPromise(context, customer.id, text, noted.on);
  return EXIT.done;
}
