/** The whole of what is known of one customer, with what is due to them. */

import { makerOf } from '../domain/contact.ts';
import { customerName } from '../domain/customer.ts';
import { addMonths } from '../domain/day.ts';
import { openPromises } from '../lists/open-promises.ts';
import { blocksOf } from '../store/blocks.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { wishesOf } from '../store/car-wishes.ts';
import { contactsOf } from '../store/contacts.ts';
import { customerCard } from '../store/customer-card.ts';
import { findCustomer } from '../store/find-customer.ts';
import { comingTouches } from '../touches/coming-touches.ts';
import { explainTouches } from '../touches/explain-touches.ts';
import { isInForce } from '../touches/sales-in-force.ts';
import { serviceStanding } from '../touches/service-standing.ts';
import { saidGone, stillHolds } from '../touches/turned-off.ts';
import { basisAsJson } from './basis-as-json.ts';
import { judgedCustomer } from './call-permissions.ts';
import { deliveriesOf } from './first-services.ts';
import { formerAsJson } from './former-as-json.ts';
import { ownerInWords } from './owner-in-words.ts';
import { casesOfCustomers } from './recovery-cases.ts';
import type { Session } from './session.ts';
import { wishRecord } from './wish-records.ts';
import { withheldPhones } from './withheld-phones.ts';

/** How far the card looks ahead. */
const MONTHS_AHEAD = 18;

/** @param wanted as `findCustomer` takes it @throws Fault `unknown-customer`, `several-customers` */
export function showCustomer(session: Session, wanted: string) {
  const { store: db, day, settings } = session;
  const id = findCustomer(db, wanted);
  const { facts, permission } = judgedCustomer(session, id);
  const { wrong_phones, ...card } = customerCard(db, id, day);
  const { calling, phones, withheld } = permission;
  const { owner, because, since, inWords, former } = ownerInWords(session, facts, salespeopleById(db));
  const sales = new Map(facts.sales.map((sale) => [sale.id, sale]));
  const promises = openPromises(facts, day);
  const touches = explainTouches(settings.plan, facts, day);
  const deliveries = deliveriesOf(session, id);
  return {
    on: day,
    ...card,
    name: customerName(card),
    owner: owner && { code: owner.code, name: owner.name },
    owner_because: because,
    owner_since: since,
    owner_because_in_words: inWords,
    former_owner: formerAsJson(former),
    phones: [...phones.map((phone) => ({ ...phone, wrong_since: null })), ...wrong_phones],
    withheld_phones: withheldPhones(db, id, withheld),
    calling,
    blocks: blocksOf(db, id),
    deals: card.deals.map((deal) => {
      const sale = sales.get(deal.sale_id);
      const said = saidGone(facts, deal.sale_id, day);
      return {
        ...deal,
        in_force: sale !== undefined && isInForce(sale, day) && said === null,
        service: sale !== undefined && isInForce(sale, day) ? serviceStanding(sale, day) : null,
        gone_on: sale?.goneOn ?? said?.on ?? null,
        gone_because: sale?.goneOn ? null : (said?.why ?? null),
        delivery: deliveries.get(deal.sale_id) ?? null,
      };
    }),
    promises: promises.map(({ promisedFor, state, contact }) => ({
      id: contact.id,
      promised_for: promisedFor,
      state,
      made_on: contact.on,
      ...makerOf(contact),
      note: contact.note,
    })),
    wishes: wishesOf(db, [id])
      .map((wish) => wishRecord(wish, facts.name, day))
      .filter(({ on, state }) => on <= day && state === 'open'),
    cases: casesOfCustomers(session, [id]).get(id) ?? [],
    turned_off: facts.turnOffs.map((off) => ({
      id: off.entry,
      touch: off.touch,
      sale_id: off.saleId,
      on: off.on,
      why: off.why,
      in_force: stillHolds(off, facts.sales, day),
      car_gone: off.carGone,
    })),
    touches: touches
      .filter(({ state }) => state === 'due' || state === 'withheld')
      .map((one) => ({
        touch: one.touch,
        label: one.label,
        sale_id: one.saleId,
        state: one.state,
        why: one.why,
        by_registry: one.byRegistry,
        ...(one.visit !== null && { visit: one.visit }),
        ...basisAsJson(one),
        due_on: one.dueOn,
        closes_on: one.closesOn,
      })),
    coming:
      facts.doNotCall || facts.refused
        ? []
        : comingTouches(settings.plan, facts, day, addMonths(day, MONTHS_AHEAD)).map(
            ({ occurrence, on }) => ({
              touch: occurrence.touch,
              label: occurrence.label,
              ...basisAsJson(occurrence),
              sale_id: occurrence.saleId,
              due_on: occurrence.dueOn,
              on,
            }),
          ),
    contacts: contactsOf(db, id),
  };
}
