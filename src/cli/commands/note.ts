/** `beback note`: something worth remembering about a customer, shown with their calls. */

import { customerName } from '../../domain/customer.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { CallDetails } from '../../store/call-details.ts';
import { findCustomer } from '../../store/find-customer.ts';
import { recordFact } from '../../store/writing/record-wishes.ts';
import type { Context } from '../context.ts';
import { offerPromise } from '../offer-promise.ts';

export async function runNote(context: Context, wanted: string, words: readonly string[]): Promise<number> {
  const text = words.join(' ');
  if (text.trim() === '')
    throw usageFault('usage', 'there is nothing to remember', 'beback note 482 "twins, hockey"');
  const { store: db, day: on, acting } = context;
  const customerId = findCustomer(db, wanted);
  const id = recordFact(db, acting, { customerId, text, on });
  const name = customerName(new CallDetails(db).customer(customerId));
  if (context.json) context.printJson({ id, customer: { id: customerId, name }, text, on });
  else context.tell(`#${customerId} ${safeForTerminal(name)}: noted. ${safeForTerminal(text)}\n`);
  await offerPromise(context, customerId, text, on);
  return EXIT.done;
}
