/** What customers have in common with others: phone numbers, e-mail addresses, homes; found by index. */

import { foldedWords, foldText } from '../values/fold-text.ts';
import { familyName } from '../values/name-parts.ts';
import { addTo } from './engine/rows.ts';
import { anyCase, eachOf, endOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { hasHome, houseNumber, postalArea } from './migrations/016-sold-by-other.ts';

/** One value, and the ids of everybody who has it. */
export interface SharedContact {
  readonly by: 'phone' | 'email' | 'address';
  readonly customers: readonly number[];
}

/**
 * By customer, what they have that at least one other has too. A number known to be wrong is nobody's.
 * @param enough of a number or address that more have, at least so many are told, and not all
 */
export function sharedContacts(
  db: Store,
  ids: readonly number[],
  enough: number,
): ReadonlyMap<number, readonly SharedContact[]> {
  const asked = JSON.stringify(ids);
  const found = new Map<number, SharedContact[]>();
  const add = (by: SharedContact['by'], holders: ReadonlyMap<string, ReadonlySet<number>>): void => {
    for (const customers of holders.values()) {
      if (customers.size < 2) continue;
      const shared = { by, customers: [...customers] };
      for (const id of customers) addTo(found, id, shared);
    }
  };
  for (const [by, sql] of [
    ['phone', PHONES],
    ['email', EMAILS],
  ] as const) {
    const rows = db.prepare<{ ids: string; enough: number }, readonly [string, string]>(sql).raw();
    add(
      by,
      byValue(
        rows
          .all({ ids: asked, enough })
          .flatMap(([value, found]) => idsIn(found).map((id): Held => [value, id])),
      ),
    );
  }
  add('address', homes(db, asked));
  return found;
}

type Held = readonly [value: string, id: number];
const idsIn = (json: string): number[] => JSON.parse(json);

function byValue(rows: readonly Held[]): Map<string, Set<number>> {
  const holders = new Map<string, Set<number>>();
  for (const [value, id] of rows) {
    const known = holders.get(value);
    if (known === undefined) holders.set(value, new Set([id]));
    else known.add(id);
  }
  return holders;
}

const PHONE_COLUMNS = ['home_phone', 'cell_phone', 'work_phone', 'other_phone'];
const IS_GOOD = `NOT EXISTS (SELECT 1 FROM bad_contact b WHERE b.customer_id = c.id AND b.value = p.value)`;
const OWN = (column: string): string =>
  `SELECT c.${column} AS value FROM ${eachOf(':ids', 'j')} CROSS JOIN customer c ON c.id = j.value WHERE c.${column} IS NOT NULL`;
/** A number that stands for none may be thousands of people's: each column is read only until there are enough. */
const HOLDERS = (holds: string): string =>
  `(SELECT json_group_array(id) FROM (SELECT c.id FROM customer c WHERE ${holds} AND ${IS_GOOD} LIMIT :enough))`;
const PHONES = `WITH p AS MATERIALIZED (${PHONE_COLUMNS.map(OWN).join(' UNION ')})
  ${PHONE_COLUMNS.map(
    (column) =>
      `SELECT p.value, ${HOLDERS(`${endOf(`c.${column}`, 7)} = ${endOf('p.value', 7)} AND c.${column} = p.value`)} FROM p`,
  ).join(' UNION ALL ')}`;
const EMAILS = `WITH p AS MATERIALIZED (SELECT DISTINCT value FROM (${OWN('email')}))
  SELECT p.value, ${HOLDERS('c.email = p.value')} FROM p`;

interface HomeRow {
  readonly id: number;
  readonly street: string;
  readonly postal_code: string;
  readonly last_name: string;
}

const HOME_COLUMNS = 'c.id, c.street, c.postal_code, c.last_name';
/** A firm lives nowhere with anybody. */
const OWN_HOMES = `SELECT ${HOME_COLUMNS} FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value
  WHERE ${hasHome('c.')} AND c.kind = 'person'`;
/** Everybody at a house number in the area of a postal code whose family name begins so. */
const NEAR = `SELECT DISTINCT ${HOME_COLUMNS} FROM ${eachOf('?', 'n')} CROSS JOIN customer c
  ON ${postalArea('c.')} = n.value ->> 0 AND ${houseNumber('c.')} = n.value ->> 1
  AND ${anyCase('c.last_name')} >= n.value ->> 2 AND ${anyCase('c.last_name')} < (n.value ->> 2) || char(1114111) WHERE ${hasHome('c.')} AND c.kind = 'person'`;

/** Who lives in the homes of these customers under the same family name, by the home. */
function homes(db: Store, asked: string): Map<string, Set<number>> {
  const own = db.prepare<[string], HomeRow>(OWN_HOMES).all(asked);
  if (own.length === 0) return new Map();
  const near = new Set(
    own.flatMap(({ street, postal_code, last_name }) => {
      const area = postal_code.replaceAll(' ', '').slice(0, 5);
      const house = Number.parseInt(street, 10) || 0;
      // few people have one house number in one area; without it the name must help
      const names = house === 0 ? spellings(familyOf(last_name)) : [''];
      return names.map((name) => JSON.stringify([area, house, name]));
    }),
  );
  const wanted = new Set(own.map(homeOf));
  const rows = db
    .prepare<[string], HomeRow>(NEAR)
    .all(`[${[...near].join(',')}]`)
    .map((row): Held => [homeOf(row), row.id]);
  return byValue(rows.filter(([home]) => wanted.has(home)));
}

const familyOf = (lastName: string): string => familyName(lastName).family;

/** The database folds plain letters only: a name with others is looked for in each way it may stand there. */
const spellings = (name: string): string[] => [
  ...new Set([name.toLowerCase(), foldText(name), ...(/[^ -~]/.test(name) ? [name.toUpperCase()] : [])]),
];

/** A home as it is compared, with the family. */
const homeOf = ({ street, postal_code, last_name }: HomeRow): string =>
  JSON.stringify([
    foldedWords(street).join(' '),
    foldText(postal_code).replaceAll(' ', '').replace(ZIP_PLUS_FOUR, '$1'),
    foldText(familyOf(last_name)),
  ]);

/** The last four say which side of the street it is, and few files have them. */
const ZIP_PLUS_FOUR = /^(\d{5})-?\d{4}$/;
