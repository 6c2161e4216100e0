/** `beback why CUSTOMER`: every touch of one customer, and by which rule it is or is not on a list. */

import { EXIT } from '../../domain/fault.ts';
import { CallPermissions, callingStore } from '../../operations/call-permissions.ts';
import { withheldPhones } from '../../operations/withheld-phones.ts';
import { callingInWords } from '../../render/calling-in-words.ts';
import { phoneText } from '../../render/phone-text.ts';
import { type SaleInWords, touchesAsText } from '../../render/touches-as-text.ts';
import { blocksOf } from '../../store/blocks.ts';
import { CallDetails } from '../../store/call-details.ts';
import { callFacts, salespeopleById } from '../../store/call-facts.ts';
import { findCustomer } from '../../store/find-customer.ts';
import { explainTouches } from '../../touches/explain-touches.ts';
import { explainOwner } from '../../touches/owner.ts';
import { isInForce } from '../../touches/sales-in-force.ts';
import type { Context } from '../context.ts';

export function runWhy(context: Context, words: readonly string[]): number {
  const { existingStore: db, day, settings } = context;
  const id = findCustomer(db, words.join(' '));
  const permissions = new CallPermissions(db, callingStore(settings), day);
  const [facts] = permissions.judged(callFacts(db, [id]));
  if (!facts) throw new Error(`customer ${id} is missing`);
  const judgements = explainTouches(settings.plan, facts, day);
  const { owner, because: ownerBecause } = explainOwner(facts, salespeopleById(db), day);
  const details = new CallDetails(db);
  const customer = details.customer(id);
  const { calling, phones, withheld } = permissions.of(customer);
  const callBlocks = blocksOf(db, id).filter(({ channel }) => channel === 'call');
  const withheldNumbers = withheldPhones(db, id, withheld);
  if (context.json) {
    context.printJson({
      on: day,
      customer: { id, name: facts.name },
      calling,
      blocks: callBlocks,
      withheld_phones: withheldNumbers,
      owner: owner && { code: owner.code, name: owner.name },
      owner_because: ownerBecause,
      touches: judgements.map((one) => ({
        touch: one.touch,
        label: one.label,
        sale_id: one.saleId,
        number: one.number,
        state: one.state,
        why: one.why,
        by_registry: one.byRegistry,
        due_on: one.dueOn,
        opens_on: one.opensOn,
        closes_on: one.closesOn,
        because: one.because,
      })),
    });
    return EXIT.done;
  }
  const sales = facts.sales.map((sale): SaleInWords => {
    const { deal_number, vehicle, sold_on } = details.sale(sale.id, day);
    return {
      id: sale.id,
      deal_number,
      vehicle,
      sold_on,
      in_force: isInForce(sale, day),
      status: sale.status,
      gone_on: sale.goneOn,
    };
  });
  const { styles, width } = context.terminal;
  const { email } = customer;
  const contact = {
    blocks: callBlocks,
    withheld: withheldNumbers,
    ways: [
      ...phones.map((phone) => phoneText(phone, settings.store.country)),
      ...(email === null ? [] : [email]),
    ],
  };
  context.terminal.print(
    touchesAsText(
      {
        id,
        name: facts.name,
        contact,
        calling:
          phones.length > 0 || withheld.some((one) => one.why === 'registry')
            ? callingInWords(calling, day)
            : '',
        owner: owner?.name ?? null,
        ownerBecause,
        on: day,
        sales,
        judgements,
      },
      { styles, width },
    ),
  );
  return EXIT.done;
}
