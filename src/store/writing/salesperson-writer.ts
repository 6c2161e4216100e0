/** Recognising the salespeople of a row by code and name, adding those not yet known. */

import { isSameNumber, numberKey } from '../../domain/number-key.ts';
import type { CreditRecord } from '../../domain/records.ts';
import { foldedWords } from '../../values/fold-text.ts';
import { withoutZeros } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';

interface SalespersonRow {
  id: number;
  code: string | null;
  name: string;
  name_by_hand: number;
}

/** How spellings of a name are compared: folded words, their order kept. */
export const salespersonNameKey = (name: string): string => foldedWords(name).join(' ');

export class SalespersonWriter {
  readonly #byCode;
  readonly #byName;
  readonly #codeInStore;
  readonly #insert;
  readonly #addAlias;
  readonly #moveAlias;
  readonly #rename;
  readonly #giveCode;
  readonly #seen = new Map<string, number>();
  readonly #added: number[] = [];

  constructor(db: Store) {
    const person = `SELECT p.id, p.code, p.name, p.name_by_hand FROM salesperson_alias a
       JOIN salesperson p ON p.id = a.salesperson_id`;
    this.#byCode = db.prepare<[string, string, string], SalespersonRow>(
      `${person} WHERE a.kind = 'code' AND ${withoutZeros('a.alias')} = ? AND a.store IN ('', ?)
       ORDER BY a.alias <> ?, a.store = '', p.id`,
    );
    this.#byName = db.prepare<[string], SalespersonRow>(
      `${person} WHERE a.kind = 'name' AND a.alias = ? AND a.store = ''`,
    );
    this.#codeInStore = db.prepare<[number, string], { alias: string }>(
      "SELECT alias FROM salesperson_alias WHERE kind = 'code' AND salesperson_id = ? AND store = ?",
    );
    this.#insert = db.prepare('INSERT INTO salesperson (code, name) VALUES (?, ?)');
    this.#addAlias = db.prepare(
      'INSERT INTO salesperson_alias (store, kind, alias, salesperson_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#moveAlias = db.prepare(
      `INSERT INTO salesperson_alias (store, kind, alias, salesperson_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, alias, store) DO UPDATE SET salesperson_id = excluded.salesperson_id`,
    );
    this.#rename = db.prepare('UPDATE salesperson SET name = ? WHERE id = ?');
    this.#giveCode = db.prepare('UPDATE salesperson SET code = ? WHERE id = ? AND code IS NULL');
  }

  /** The id of the person a row credits; added when neither code nor name is known. */
  idOf(credit: CreditRecord, store: string): number {
    const cacheKey = `${store}\u0000${credit.code ?? ''}\u0000${credit.name ?? ''}`;
    let id = this.#seen.get(cacheKey);
    if (id === undefined) {
      id = this.#find(credit, store);
      this.#seen.set(cacheKey, id);
    }
    return id;
  }

  /** The ids of those nobody knew before. */
  get added(): readonly number[] {
    return this.#added;
  }

  #find({ code, name }: CreditRecord, store: string): number {
    const nameKey = name === null ? null : salespersonNameKey(name);
    const coded = code === null ? [] : this.#byCode.all(numberKey(code), store, code);
    // 007 and 7 may be two people: the name tells them apart
    const byCode = coded.find((person) => name === null || this.#sameName(person, name));
    if (byCode) {
      if (name !== null && nameKey !== null) this.#learnName(byCode, name, nameKey);
      return byCode.id;
    }
    const byName = nameKey === null ? undefined : this.#byName.get(nameKey);
    if (byName && (code === null || this.#mayHaveCode(byName, code, store))) {
      if (code !== null) {
        this.#giveCode.run(code, byName.id);
        this.#addAlias.run(store, 'code', code, byName.id);
      }
      return byName.id;
    }
    return this.#add(code, name, nameKey, store);
  }

  /** A code given to somebody new keeps the old person's sales with the old person. */
  #sameName(person: SalespersonRow, name: string): boolean {
    if (person.name === person.code) return true;
    const known = foldedWords(person.name);
    const words = foldedWords(name);
    return known.some((word) => words.includes(word)) || person.name_by_hand === 1;
  }

  #learnName(person: SalespersonRow, name: string, nameKey: string): void {
    if (person.name === person.code) this.#rename.run(name, person.id);
    this.#addAlias.run('', 'name', nameKey, person.id);
  }

  /** One name with two codes in one store is two people until somebody says otherwise. */
  #mayHaveCode(person: SalespersonRow, code: string, store: string): boolean {
    const codes = this.#codeInStore.all(person.id, store);
    const isTheirs = (one: string | null): boolean => isSameNumber(one, code);
    return isTheirs(person.code) || codes.length === 0 || codes.some(({ alias }) => isTheirs(alias));
  }

  #add(code: string | null, name: string | null, nameKey: string | null, store: string): number {
    const id = Number(this.#insert.run(code, name ?? code ?? '').lastInsertRowid);
    this.#added.push(id);
    if (code !== null) this.#moveAlias.run(store, 'code', code, id);
    if (nameKey !== null) this.#addAlias.run('', 'name', nameKey, id);
    return id;
  }
}
