/** The customers with a car from us whom nobody looks after. */

import type { CustomerFacts } from '../domain/facts.ts';
import type { Orphan } from '../domain/orphan.ts';
import { compareText, nameKey } from '../lists/name-order.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import { unclaimed } from '../store/unclaimed.ts';
import { nextDueOn } from '../touches/next-due.ts';
import { explainOwner } from '../touches/owner.ts';
import { ownerSpells } from '../touches/owner-spells.ts';
import { newestFirst, newestSale, salesInForce } from '../touches/sales-in-force.ts';
import { firstServicesForTouches } from './first-services-asked.ts';
import { salespersonNamed } from './salesperson-named.ts';
import type { Session } from './session.ts';

/** Whoever is due the soonest first; those given to the house are no orphans, those who may not be called are. */
export const listOrphans = (session: Session): Orphan[] =>
  session.store.transaction(() => {
    const { store: db, settings, day } = session;
    const salespeople = salespeopleById(db);
    const asked = firstServicesForTouches(settings, day);
    const found = [...callFacts(db, unclaimed(db, day), asked)].flatMap((facts) => {
      const sale = newestSale(salesInForce(facts.sales, day));
      if (sale === null) return [];
      const { ownerId, because } = explainOwner(facts, salespeople, day);
      return ownerId === null && because !== 'given' ? [{ facts, saleId: sale.id }] : [];
    });
    const sales = new CallDetails(db).sales(
      found.map(({ saleId }) => saleId),
      day,
    );
    return inOrder(
      found.map(({ facts, saleId }): Orphan => {
        const spells = ownerSpells(facts, salespeople, day);
        const lastOwner = spells.findLast(({ ownerId }) => ownerId !== null)?.ownerId;
        const was = salespersonNamed(salespeople, lastOwner ?? firstCredited(facts, session));
        return {
          customer: { id: facts.id, name: facts.name },
          was,
          since: spells.at(-1)?.from ?? null,
          because: was === null ? 'never-credited' : 'left',
          vehicle: known(sales, saleId, 'sale').vehicle,
          next_due_on: nextDueOn(settings.plan, facts, day),
        };
      }),
    );
  })();

/** With the newest sale in force that names anybody. */
const firstCredited = ({ sales }: CustomerFacts, { day }: Session): number | null =>
  newestFirst(salesInForce(sales, day)).find(({ credits }) => credits.length > 0)?.credits[0] ?? null;

/** By the next due day, none last, then by name and id. */
const inOrder = (orphans: readonly Orphan[]): Orphan[] =>
  orphans
    .map((orphan) => ({ orphan, key: nameKey(orphan.customer.name), due: orphan.next_due_on ?? '~' }))
    .sort(
      (a, b) =>
        compareText(a.due, b.due) || compareText(a.key, b.key) || a.orphan.customer.id - b.orphan.customer.id,
    )
    .map(({ orphan }) => orphan);
