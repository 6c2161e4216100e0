/** The one customer a person means by an id, a phone number, a VIN or its end, a deal number, a name and so on. */

import { usageFault } from '../domain/fault.ts';
import { vehicleName } from '../domain/sale.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { currentCustomer } from './renumbered.ts';
import { type Match, namesOf, searchCustomers } from './search-customers.ts';
import { searchNearNames } from './search-near-name.ts';

const SHOWN_AT_MOST = 8;
const COUNTED_AT_MOST = 50;

/**
 * An id is taken at its word, one of the past for whom it stands for now. A number or a whole name goes before pieces of names; nothing else chooses among several.
 * @throws Fault `unknown-customer`, with those whose name comes near, or `several-customers` with the candidates
 */
export function findCustomer(db: Store, wanted: string): number {
  const text = wanted.trim();
  const found = searchCustomers(db, text, { limit: COUNTED_AT_MOST });
  const [best] = found;
  if (best?.matched_by === 'id') return currentCustomer(db, best.id);
  const sure = found.filter((one) => one.sure);
  const candidates = sure.length > 0 ? sure : found;
  const [only] = candidates;
  if (only && candidates.length === 1) return only.id;
  if (candidates.length > 1) throw several(db, text, candidates);
  throw unknown(db, text);
}

/** Nobody is taken by a name that only comes near. */
function unknown(db: Store, text: string): unknown {
  const ids = searchNearNames(db, text, SHOWN_AT_MOST).map(({ id }) => id);
  const names = namesOf(db, ids);
  const near = linesOf(
    db,
    ids.map((id) => ({ id, name: names.get(id) ?? '' })),
  );
  return usageFault(
    'unknown-customer',
    `no customer is known by "${shortened(text)}"${near.length === 0 ? '' : `; perhaps it is\n${near.join('\n')}`}`,
    near.length === 0
      ? 'give the id from a call list, a phone number, the last 6 of the VIN, or the full name; `beback find` searches'
      : 'if so, name one by its id; `beback find` tells more of them',
  );
}

function several(db: Store, text: string, found: readonly Match[]): unknown {
  const shown = found.slice(0, SHOWN_AT_MOST);
  const lines = linesOf(db, shown);
  const left = found.length - shown.length;
  const more = found.length < COUNTED_AT_MOST ? `${left} more` : 'many more';
  return usageFault(
    'several-customers',
    `"${shortened(text)}" fits several customers:\n${lines.join('\n')}${left > 0 ? `\n  and ${more}` : ''}`,
    'name one by its id',
  );
}

type Named = Pick<Match, 'id' | 'name'>;

function linesOf(db: Store, shown: readonly Named[]): string[] {
  const known = toldApartBy(db, shown);
  return shown.map(({ id, name }) => `  #${id}  ${[name, ...(known.get(id) ?? [])].join(', ')}`);
}

const LONGEST_SHOWN = 60;
const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

/** The end of a phone number, whether or not it may be called, and the car they bought last, alone or with somebody. */
const TOLD_APART = `SELECT c.id, coalesce(c.cell_phone, c.home_phone, c.work_phone, c.other_phone) AS phone, v.year, v.make, v.model
  FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value
  LEFT JOIN sale s ON s.id = coalesce(
    (SELECT o.id FROM sale o WHERE o.customer_id = c.id ORDER BY o.anchor_on DESC, o.id DESC LIMIT 1),
    (SELECT o.id FROM sale o WHERE o.co_buyer_id = c.id ORDER BY o.id DESC LIMIT 1))
  LEFT JOIN vehicle v ON v.id = s.vehicle_id`;

function toldApartBy(db: Store, shown: readonly Named[]): Map<number, string[]> {
  interface Row {
    readonly id: number;
    readonly phone: string | null;
    readonly year: number | null;
    readonly make: string | null;
    readonly model: string | null;
  }
  const rows = db.prepare<[string], Row>(TOLD_APART).all(JSON.stringify(shown.map(({ id }) => id)));
  return new Map(
    rows.map((row) => [
      row.id,
      [row.phone === null ? '' : `phone …${row.phone.slice(-2)}`, vehicleName(row)].filter(Boolean),
    ]),
  );
}

/** Those of the ids that somebody has. */
export const existing = (db: Store, ids: readonly number[]): ReadonlySet<number> =>
  new Set(
    db
      .prepare<[string], number>(
        `SELECT c.id FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`,
      )
      .pluck()
      .all(JSON.stringify(ids)),
  );
