/** What was logged of a customer stays theirs when the DMS gives them another number: to it they are two people. */

import type { Day } from '../../domain/day.ts';
import { mayBeSamePerson } from '../../importing/normalise/name-key.ts';
import type { PartyRecord } from '../../importing/records.ts';
import { salesInForce } from '../../touches/sales-in-force.ts';
import { callFacts } from '../call-facts.ts';
import type { Store } from '../open-store.ts';
import { contactKeys, sharesContact } from './customer-likeness.ts';
import { type CustomerRow, contactOf, nameOf } from './customer-row.ts';
import { followBlocks } from './entry-log.ts';

const EVER = '9999-12-31' as Day;

export class LoggedFollows {
  readonly #db: Store;
  readonly #copyBlocks;
  readonly #copyBad;
  /** whoever told us a wish, or has a number that is known to be wrong, by what they can be recognised by */
  #told: Map<string, CustomerRow[]> | undefined;

  constructor(db: Store) {
    this.#db = db;
    this.#copyBlocks = db.prepare(
      `INSERT INTO block (customer_id, channel, origin, since_on, why, by, import_id, entry_id)
       SELECT :to, channel, origin, since_on, why, by, import_id, entry_id FROM block b
       WHERE customer_id = :from AND (origin = 'hand' OR :imported) AND NOT EXISTS
         (SELECT 1 FROM block o WHERE o.customer_id = :to AND o.channel = b.channel AND o.origin = b.origin AND o.entry_id IS b.entry_id)`,
    );
    this.#copyBad = db.prepare(
      `INSERT INTO bad_contact (customer_id, kind, value, since_on, why, entry_id)
       SELECT :to, kind, value, since_on, why, entry_id FROM bad_contact b
       WHERE customer_id = :from AND NOT EXISTS (SELECT 1 FROM bad_contact o WHERE o.customer_id = :to AND o.entry_id = b.entry_id AND o.value = b.value)`,
    );
  }

  /**
   * Somebody new who may be the person who told us not to be in touch: by a like name, and a phone, e-mail address or
   * home in common. What a DMS knows of a wish itself, it says for each of its numbers.
   */
  toNew(id: number, party: PartyRecord): void {
    const told = this.#tolds();
    if (told.size === 0) return;
    const likely = new Set(contactKeys(contactOf(party)).flatMap((key) => told.get(key) ?? []));
    for (const row of likely) {
      if (row.id === id || !mayBeSamePerson(party, nameOf(row)) || !sharesContact(party, row)) continue;
      this.#copy(row.id, id, { imported: false });
    }
  }

  /**
   * A deal that was one customer's is another's now, with a phone, e-mail address or home in common: no wish is lost by
   * that, whoever of the household it names. Where it leaves the first without any deal, or the same person without a car
   * of ours, all that was logged goes along, and what is logged under the old id from now on.
   */
  withDeal(fromId: number, party: PartyRecord, toId: number): void {
    const from = this.#db.prepare<[number], CustomerRow>('SELECT * FROM customer WHERE id = ?').get(fromId);
    if (from === undefined || !sharesContact(party, from)) return;
    this.#copy(fromId, toId, { imported: true });
    if (!this.#leavesNothing(fromId, mayBeSamePerson(party, nameOf(from)))) return;
    for (const table of ['entry', 'contact', 'personal_fact', 'turn_off'])
      this.#db.prepare(`UPDATE ${table} SET customer_id = ? WHERE customer_id = ?`).run(toId, fromId);
    this.#db.prepare('DELETE FROM renumbered WHERE from_id = ?').run(toId);
    this.#db.prepare('INSERT OR REPLACE INTO renumbered (from_id, to_id) VALUES (?, ?)').run(fromId, toId);
  }

  #leavesNothing(id: number, isSamePerson: boolean): boolean {
    const [facts] = callFacts(this.#db, [id]);
    const sales = facts?.sales ?? [];
    return sales.length === 0 || (isSamePerson && salesInForce(sales, EVER).length === 0);
  }

  #copy(from: number, to: number, { imported }: { readonly imported: boolean }): void {
    const copied = this.#copyBlocks.run({ from, to, imported: imported ? 1 : 0 });
    if (copied.changes > 0) followBlocks(this.#db, to);
    this.#copyBad.run({ from, to });
  }

  #tolds(): Map<string, CustomerRow[]> {
    if (this.#told !== undefined) return this.#told;
    const told = new Map<string, CustomerRow[]>();
    const rows = this.#db
      .prepare<[], CustomerRow>(
        `SELECT * FROM customer WHERE id IN
           (SELECT customer_id FROM block WHERE origin = 'hand' UNION SELECT customer_id FROM bad_contact)`,
      )
      .all();
    for (const row of rows)
      for (const key of contactKeys(row)) told.set(key, [...(told.get(key) ?? []), row]);
    this.#told = told;
    return told;
  }
}
