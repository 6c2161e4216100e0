/** Takes in a copy of the do-not-call registry: it replaces what is on file for the area codes it contains. */

import type { Day } from '../../domain/day.ts';
import { Fault, usageFault } from '../../domain/fault.ts';
import type { AreaRow, RegistryChange } from '../../domain/registry-change.ts';
import type { Store } from '../engine/store.ts';
import { areaOnFile, FIRST_OF, LAST_OF, writeArea } from './registry-areas.ts';

export interface RegistryCopy {
  readonly importId: number;
  readonly file: string;
  /** the day the copy was made */
  readonly asOf: Day;
  readonly by: string;
  readonly importedAt: string;
  /** however many numbers of an area it takes out */
  readonly replaces: boolean;
}

/** More than every twentieth number of an area gone within a month was never a whole copy. */
const AT_MOST_ONE_IN = 20;

interface Area {
  readonly before: AreaRow | null;
  added: number;
}

export class RegistryWriter {
  readonly #db: Store;
  readonly #copy: RegistryCopy;
  readonly #areas = new Map<number, Area>();
  readonly #seen = new SeenNumbers();
  readonly #add;

  constructor(db: Store, copy: RegistryCopy) {
    this.#db = db;
    this.#copy = copy;
    this.#add = db.prepare<[number, number]>(
      'INSERT INTO registry_number (number, import_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
  }

  /**
   * @param number ten digits
   * @throws Fault `registry-newer` when a newer copy of its area code is on file
   */
  write(number: number): 'new' | 'same' {
    const areaCode = Math.floor(number / 10_000_000);
    const area = this.#areas.get(areaCode) ?? this.#open(areaCode);
    this.#seen.add(number);
    if (this.#add.run(10_000_000_000 + number, this.#copy.importId).changes === 0) return 'same';
    area.added++;
    return 'new';
  }

  /**
   * Takes out what this copy no longer has, and notes its age. Gives what it changed, area by area.
   * @throws Fault `registry-shrinks` naming every area that would lose more than one number in twenty
   */
  finish(): RegistryChange {
    const { importId, file, asOf, by, importedAt, replaces } = this.#copy;
    const areas = [...this.#areas]
      .sort(([a], [b]) => a - b)
      .map(([areaCode, { before, added }]) => ({
        area_code: areaCode,
        added,
        removed: this.#takeOut(areaCode),
        before,
      }));
    if (!replaces) refuseShrinking(file, areas);
    for (const { area_code, added, removed, before } of areas)
      writeArea(this.#db, {
        area_code,
        as_of: asOf,
        file,
        by,
        imported_at: importedAt,
        number_count: (before?.number_count ?? 0) + added - removed,
      });
    return { import_id: importId, file, as_of: asOf, areas };
  }

  #open(areaCode: number): Area {
    const { file, asOf } = this.#copy;
    const before = areaOnFile(this.#db, areaCode);
    if (before !== null && before.as_of > asOf) {
      throw new Fault(
        `${file} is of ${asOf}; a newer copy for area code ${areaCode}, of ${before.as_of}, is on file`,
        {
          code: 'registry-newer',
          hint: 'nothing was changed; `beback law show` lists the copies on file',
        },
      );
    }
    const area = { before, added: 0 };
    this.#areas.set(areaCode, area);
    return area;
  }

  /** Gives the count. */
  #takeOut(areaCode: number): number {
    const page = this.#db
      .prepare<[number, number], number>(
        'SELECT number FROM registry_number WHERE number BETWEEN ? AND ? ORDER BY number LIMIT 10000',
      )
      .pluck();
    const keep = this.#db.prepare<[number, number]>(
      'INSERT INTO registry_removed (removed_by, number, import_id) SELECT ?, number, import_id FROM registry_number WHERE number = ?',
    );
    const drop = this.#db.prepare<[number]>('DELETE FROM registry_number WHERE number = ?');
    let removed = 0;
    for (let from = FIRST_OF(areaCode), numbers = page.all(from, LAST_OF(areaCode)); numbers.length > 0; ) {
      for (const number of numbers) {
        if (this.#seen.has(number - 10_000_000_000)) continue;
        keep.run(this.#copy.importId, number);
        drop.run(number);
        removed++;
      }
      from = (numbers.at(-1) ?? from) + 1;
      numbers = page.all(from, LAST_OF(areaCode));
    }
    return removed;
  }
}

/** One bit a number, ten thousand of them at a time: a copy may hold millions. */
class SeenNumbers {
  readonly #bits = new Map<number, Uint8Array>();

  add(number: number): void {
    const exchange = Math.floor(number / 10_000);
    let bits = this.#bits.get(exchange);
    if (bits === undefined) {
      bits = new Uint8Array(1250);
      this.#bits.set(exchange, bits);
    }
    const place = number % 10_000;
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }

  has(number: number): boolean {
    const place = number % 10_000;
    return (((this.#bits.get(Math.floor(number / 10_000))?.[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
  }
}

const NAMED_AT_MOST = 10;

function refuseShrinking(file: string, areas: RegistryChange['areas']): void {
  const shrinking = areas.flatMap(({ area_code, removed, before }) => {
    const held = before?.number_count ?? 0;
    return removed * AT_MOST_ONE_IN > held ? [`${area_code}: ${removed} of ${held}`] : [];
  });
  if (shrinking.length === 0) return;
  const more = shrinking.length > NAMED_AT_MOST ? `\n  and ${shrinking.length - NAMED_AT_MOST} more` : '';
  throw usageFault(
    'registry-shrinks',
    `${file} would take more than 5 % of an area code’s numbers off the registry:\n${shrinking
      .slice(0, NAMED_AT_MOST)
      .map((area) => `  ${area}`)
      .join('\n')}${more}`,
    'nothing was changed; if it is a whole copy all the same: --replace',
  );
}
