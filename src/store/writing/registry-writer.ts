/** Takes in a copy of the do-not-call registry: it replaces what is on file for the area codes it contains. */

import type { Day } from '../../domain/day.ts';
import { Fault } from '../../domain/fault.ts';
import type { Store } from '../open-store.ts';

export interface RegistryCopy {
  readonly importId: number;
  readonly file: string;
  /** the day the copy was made */
  readonly asOf: Day;
  readonly by: string;
  readonly importedAt: string;
}

/** Numbers of an area code lie side by side: 1 614 000 0000 to 1 614 999 9999. */
const FIRST = (areaCode: number): number => (1000 + areaCode) * 10_000_000;
const LAST = (areaCode: number): number => FIRST(areaCode) + 9_999_999;

export class RegistryWriter {
  readonly #db: Store;
  readonly #copy: RegistryCopy;
  readonly #areas = new Set<number>();
  readonly #add;
  readonly #seen;

  constructor(db: Store, copy: RegistryCopy) {
    this.#db = db;
    this.#copy = copy;
    this.#add = db.prepare<[number, number]>(
      'INSERT OR IGNORE INTO registry_number (number, import_id) VALUES (?, ?)',
    );
    this.#seen = db.prepare<[number, number]>('UPDATE registry_number SET import_id = ? WHERE number = ?');
  }

  /**
   * @param number ten digits
   * @throws Fault `registry-newer` when a newer copy of its area code is on file
   */
  write(number: number): 'new' | 'same' {
    const areaCode = Math.floor(number / 10_000_000);
    if (!this.#areas.has(areaCode)) this.#open(areaCode);
    const key = 10_000_000_000 + number;
    if (this.#add.run(key, this.#copy.importId).changes === 1) return 'new';
    this.#seen.run(this.#copy.importId, key);
    return 'same';
  }

  /** Takes out what this copy no longer has, and notes its age. Gives the count of numbers taken out. */
  finish(): number {
    const { importId, file, asOf, by, importedAt } = this.#copy;
    const drop = this.#db.prepare<[number, number, number]>(
      'DELETE FROM registry_number WHERE number BETWEEN ? AND ? AND import_id <> ?',
    );
    const note = this.#db.prepare<[number, Day, string, string, string, number, number]>(
      `INSERT OR REPLACE INTO registry_area (area_code, as_of, file, by, imported_at, number_count)
       VALUES (?, ?, ?, ?, ?, (SELECT count(*) FROM registry_number WHERE number BETWEEN ? AND ?))`,
    );
    let dropped = 0;
    for (const areaCode of this.#areas) {
      dropped += drop.run(FIRST(areaCode), LAST(areaCode), importId).changes;
      note.run(areaCode, asOf, file, by, importedAt, FIRST(areaCode), LAST(areaCode));
    }
    return dropped;
  }

  #open(areaCode: number): void {
    const { file, asOf } = this.#copy;
    const before = this.#db
      .prepare<[number], Day>('SELECT as_of FROM registry_area WHERE area_code = ?')
      .pluck()
      .get(areaCode);
    if (before !== undefined && before > asOf) {
      throw new Fault(
        `${file} is of ${asOf}; a newer copy for area code ${areaCode}, of ${before}, is on file`,
        {
          code: 'registry-newer',
          hint: 'nothing was changed; `beback law show` lists the copies on file',
        },
      );
    }
    this.#areas.add(areaCode);
  }
}
