/** Every touch of one customer, each with the rule by which it is or is not on a list. */

import { blocksOf } from '../store/blocks.ts';
import { CallDetails } from '../store/call-details.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { findCustomer } from '../store/find-customer.ts';
import { explainTouches } from '../touches/explain-touches.ts';
import { isInForce } from '../touches/sales-in-force.ts';
import { saidGone } from '../touches/turned-off.ts';
import { basisAsJson } from './basis-as-json.ts';
import { judgedCustomer } from './call-permissions.ts';
import { formerAsJson } from './former-as-json.ts';
import { ownerInWords } from './owner-in-words.ts';
import type { Session } from './session.ts';
import { withheldPhones } from './withheld-phones.ts';

/** @param wanted as `findCustomer` takes it @throws Fault `unknown-customer`, `several-customers` */
export function explainCustomer(session: Session, wanted: string) {
  const { store: db, day, settings } = session;
  const id = findCustomer(db, wanted);
  const { facts, customer, permission } = judgedCustomer(session, id);
  const { owner, because, since, inWords, former } = ownerInWords(session, facts, salespeopleById(db));
  const details = new CallDetails(db);
  const { calling, phones, withheld } = permission;
  return {
    customer: { id, name: facts.name },
    email: customer.email,
    phones,
    calling,
    blocks: blocksOf(db, id).filter(({ channel }) => channel === 'call'),
    withheldPhones: withheldPhones(db, id, withheld),
    owner: owner && { code: owner.code, name: owner.name },
    ownerBecause: because,
    ownerSince: since,
    ownerInWords: inWords,
    formerOwner: formerAsJson(former),
    judgements: explainTouches(settings.plan, facts, day).map((one) => ({ ...one, basis: basisAsJson(one) })),
    sales: facts.sales.map((sale) => {
      const { deal_number, vehicle, sold_on } = details.sale(sale.id, day);
      const { id: saleId, status } = sale;
      const goneOn = sale.goneOn ?? saidGone(facts, saleId, day)?.on ?? null;
      return {
        id: saleId,
        deal_number,
        vehicle,
        sold_on,
        in_force: isInForce(sale, day) && saidGone(facts, saleId, day) === null,
        status,
        gone_on: goneOn,
      };
    }),
  };
}
