/** `beback show CUSTOMER`: the customer's card. */

import { EXIT } from '../../domain/fault.ts';
import { showCustomer } from '../../operations/show-customer.ts';
import { customerAsText } from '../../render/customer-as-text.ts';
import type { Context } from '../context.ts';

export function runShow(context: Context, words: readonly string[]): number {
  const card = showCustomer(context.session, words.join(' '));
  const { styles, width } = context.terminal;
  const { country, units } = context.settings.store;
  if (context.json) context.printJson(card);
  else context.terminal.print(customerAsText(card, { styles, width, country, units }));
  return EXIT.done;
}
