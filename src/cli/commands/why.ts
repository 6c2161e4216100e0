/** `beback why CUSTOMER`: every touch of one customer, and by which rule it is or is not on a list. */

import { EXIT } from '../../domain/fault.ts';
import { explainCustomer } from '../../operations/explain-customer.ts';
import { callingInWords } from '../../render/calling-in-words.ts';
import { phoneInWords } from '../../render/phone-text.ts';
import { touchesAsText } from '../../render/touches-as-text.ts';
import type { Context } from '../context.ts';

export function runWhy(context: Context, words: readonly string[]): number {
  const { session } = context;
  const { day: on, settings } = session;
  const {
    customer,
    email,
    phones,
    calling,
    blocks,
    withheldPhones,
    owner,
    ownerBecause,
    ownerSince,
    ownerInWords,
    formerOwner,
    judgements,
    sales,
  } = explainCustomer(session, words.join(' '));
  if (context.json) {
    context.printJson({
      on,
      customer,
      calling,
      blocks,
      withheld_phones: withheldPhones,
      owner,
      owner_because: ownerBecause,
      owner_since: ownerSince,
      former_owner: formerOwner,
      touches: judgements.map((one) => ({
        touch: one.touch,
        label: one.label,
        sale_id: one.saleId,
        number: one.number,
        state: one.state,
        why: one.why,
        by_registry: one.byRegistry,
        ...(one.visit !== null && { visit: one.visit }),
        ...one.basis,
        due_on: one.dueOn,
        opens_on: one.opensOn,
        closes_on: one.closesOn,
        because: one.because,
      })),
    });
    return EXIT.done;
  }
  const { country } = settings.store;
  const numbers = phones.map((phone) => phoneInWords(phone, country));
  const mayEverBeCalled = phones.length > 0 || withheldPhones.some(({ why }) => why === 'registry');
  const { styles, width } = context.terminal;
  context.terminal.print(
    touchesAsText(
      {
        ...customer,
        contact: { blocks, withheld: withheldPhones, ways: email === null ? numbers : [...numbers, email] },
        calling: mayEverBeCalled ? callingInWords(calling, on, country) : '',
        owner: owner?.name ?? null,
        ownerSince,
        ownerBecause: ownerInWords,
        formerOwner,
        on,
        sales,
        judgements,
      },
      { styles, width, country },
    ),
  );
  return EXIT.done;
}
