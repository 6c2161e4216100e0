/** What was logged of a customer stays theirs when the DMS gives them another number: to it they are two people. */

import type { PartyRecord } from '../../domain/records.ts';
import { mayBeSamePerson } from '../../values/name-key.ts';
import { callFacts } from '../call-facts.ts';
import type { Store } from '../engine/store.ts';
import { contactKeys, sharesContact } from './customer-likeness.ts';
import { type CustomerRow, contactOf, nameOf } from './customer-row.ts';

export class LoggedFollows {
  readonly #db: Store;
  readonly #copyBlocks;
  readonly #copyBad;
  /** whoever has a number or address that is known to be wrong, by what they can be recognised by */
  #wrong: Map<string, CustomerRow[]> | undefined;

  constructor(db: Store) {
    this.#db = db;
    this.#copyBlocks = db.prepare(
      `INSERT INTO block (customer_id, channel, origin, since_on, why, by, import_id, entry_id)
       SELECT :to, channel, origin, since_on, why, by, import_id, entry_id FROM block b
       WHERE customer_id = :from AND NOT EXISTS
         (SELECT 1 FROM block o WHERE o.customer_id = :to AND o.channel = b.channel AND o.origin = b.origin AND o.entry_id IS b.entry_id)`,
    );
    this.#copyBad = db.prepare(
      `INSERT INTO bad_contact (customer_id, kind, value, since_on, why, entry_id)
       SELECT :to, kind, value, since_on, why, entry_id FROM bad_contact b
       WHERE customer_id = :from AND NOT EXISTS (SELECT 1 FROM bad_contact o WHERE o.customer_id = :to AND o.entry_id = b.entry_id AND o.value = b.value)`,
    );
  }

  /**
   * Somebody new who may be a person with a wrong number on file: by a like name, and a phone, e-mail address or home in
   * common. It is as wrong in the new record.
   */
  toNew(id: number, party: PartyRecord): void {
    const wrong = this.#wrongs();
    if (wrong.size === 0) return;
    const contact = contactOf(party);
    for (const row of new Set(contactKeys(contact).flatMap((key) => wrong.get(key) ?? []))) {
      if (row.id === id || !mayBeSamePerson(party, nameOf(row)) || !sharesContact(contact, row)) continue;
      this.#copyBad.run({ from: row.id, to: id });
    }
  }

  /**
   * A deal that was one customer's is another's now, with a phone, e-mail address or home in common: no wish is lost by
   * that, whoever of the household it names. Where it leaves the first without any deal, or the same person without a car
   * of ours, all that was logged goes along, and what is logged under the old id from now on.
   */
  withDeal(fromId: number, party: PartyRecord, toId: number): void {
    const from = this.#db.prepare<[number], CustomerRow>('SELECT * FROM customer WHERE id = ?').get(fromId);
    if (from === undefined || !sharesContact(contactOf(party), from)) return;
    this.#copyBlocks.run({ from: fromId, to: toId });
    this.#copyBad.run({ from: fromId, to: toId });
    if (!this.#leavesNothing(fromId, mayBeSamePerson(party, nameOf(from)))) return;
    for (const table of [
      'entry',
      'contact',
      'personal_fact',
      'turn_off',
      'promise_end',
      'wish',
      'recovery_case',
    ])
      this.#db.prepare(`UPDATE ${table} SET customer_id = ? WHERE customer_id = ?`).run(toId, fromId);
    this.#db.prepare('DELETE FROM renumbered WHERE from_id = ?').run(toId);
    this.#db
      .prepare(
        'INSERT INTO renumbered (from_id, to_id) VALUES (?, ?) ON CONFLICT (from_id) DO UPDATE SET to_id = excluded.to_id',
      )
      .run(fromId, toId);
  }

  #leavesNothing(id: number, isSamePerson: boolean): boolean {
    const [facts] = callFacts(this.#db, [id]);
    const sales = facts?.sales ?? [];
    return (
      sales.length === 0 ||
      (isSamePerson && !sales.some(({ status, goneOn }) => status === 'sold' && goneOn === null))
    );
  }

  #wrongs(): Map<string, CustomerRow[]> {
    if (this.#wrong !== undefined) return this.#wrong;
    const wrong = new Map<string, CustomerRow[]>();
    const rows = this.#db
      .prepare<[], CustomerRow>('SELECT * FROM customer WHERE id IN (SELECT customer_id FROM bad_contact)')
      .all();
    for (const row of rows)
      for (const key of contactKeys(row)) wrong.set(key, [...(wrong.get(key) ?? []), row]);
    this.#wrong = wrong;
    return wrong;
  }
}
