/** For whom wishes not to be contacted hold: whoever said one, and every record that is like theirs. */

import { BLOCKED_CHANNELS, type BlockedChannel } from '../../domain/customer.ts';
import { familyWords, likelyNameKeys } from '../../values/name-key.ts';
import { badContactsReader } from '../bad-contacts.ts';
import { isEmpty } from '../engine/rows.ts';
import { anyCase, eachOf, endOf, fieldOf, isAmong } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { hasAWish } from '../migrations/010-wish-reach.ts';
import { isLike, phonesIn } from './customer-likeness.ts';
import { type CustomerRow, nameOf } from './customer-row.ts';

/** Customers asked for in one statement. */
const AT_ONCE = 500;

/**
 * Brings `wish_reach` and the flags up to date, inside the transaction that changed something: a wish, a name, a phone, an
 * e-mail address, a home, a birthday, or what of these is known to be wrong. A wish reaches those directly like the one who
 * said it and goes no further, whichever came first.
 * @param changed ids of the customers it was changed of; `all` where they are too many to name
 */
export function followWishes(db: Store, changed: Iterable<number> | 'all'): void {
  const ids = changed === 'all' ? [] : [...changed];
  const hasWishes = !isEmpty(db, 'block');
  if (!hasWishes && isEmpty(db, 'wish_reach')) {
    setFlags(db, ids);
    return;
  }
  const wishing = db.prepare<[], number>('SELECT DISTINCT customer_id FROM block').pluck().all();
  const isWhole = changed === 'all' || ids.length > wishing.length;
  const before = db
    .prepare<{ ids: string }, number>(
      isWhole
        ? 'DELETE FROM wish_reach WHERE :ids IS NOT NULL RETURNING customer_id'
        : `DELETE FROM wish_reach WHERE ${isAmong('customer_id', ':ids')}
           OR ${isAmong('through_id', ':ids')} RETURNING customer_id`,
    )
    .pluck()
    .all({ ids: JSON.stringify(ids) });
  const own = new Set(wishing);
  const add = db.prepare(
    'INSERT INTO wish_reach (customer_id, through_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const reached: number[] = [];
  const reach = (id: number, through: number): void => {
    add.run(id, through);
    reached.push(id);
  };
  const asked = isWhole ? wishing : ids;
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    for (const { one, other } of alike(db, asked.slice(at, at + AT_ONCE), own)) {
      if (own.has(one)) reach(other, one);
      if (own.has(other)) reach(one, other);
    }
  }
  setFlags(db, [...new Set([...ids, ...before, ...reached, ...(isWhole ? wishing : [])])]);
}

/** Who is like whom: of `ids`, those with a wish of their own with everybody, the others with those who have one. */
function* alike(
  db: Store,
  ids: readonly number[],
  own: ReadonlySet<number>,
): Generator<{ readonly one: number; readonly other: number }> {
  const rows = rowsOf(db, ids);
  const likely = [
    ...likelyPairs(
      db,
      [...rows.values()].filter(({ id }) => own.has(id)),
      'all',
    ),
    ...likelyPairs(
      db,
      [...rows.values()].filter(({ id }) => !own.has(id)),
      'wishing',
    ),
  ].filter(([one, other]) => one !== other && (own.has(one) || own.has(other)));
  const others = rowsOf(db, [...new Set(likely.map(([, other]) => other))]);
  for (const [one, other] of likely) {
    const [a, b] = [rows.get(one), others.get(other)];
    if (a !== undefined && b !== undefined && isLike(a, b)) yield { one, other };
  }
}

const PHONES = ['home_phone', 'cell_phone', 'work_phone', 'other_phone'];

/**
 * As the indexes have it: numbers by their last seven digits, whoever asked for anything by name. A number that stands in
 * for many customers without one, or the commonest name, must not bring them all: of those of one number only who has a
 * word of the family name is looked at, of one name only who was born that day or lives in that place.
 */
const LIKELY = (among: 'all' | 'wishing'): string =>
  [
    ...PHONES.map(
      (column) =>
        `SELECT ${fieldOf('j', 0)}, c.id FROM ${eachOf(':phones', 'j')} CROSS JOIN customer c
         ON ${among === 'all' ? `${endOf(`c.${column}`, 7)} = ${endOf(fieldOf('j', 1), 7)}` : hasAWish('c.')}
         AND c.${column} = ${fieldOf('j', 1)} AND instr(c.name_key, ${fieldOf('j', 2)}) > 0`,
    ),
    `SELECT ${fieldOf('j', 0)}, c.id FROM ${eachOf(':emails', 'j')} CROSS JOIN customer c ON c.email = ${fieldOf('j', 1)}`,
    `SELECT ${fieldOf('j', 0)}, c.id FROM ${eachOf(':names', 'j')} CROSS JOIN customer c
     ON c.name_key = ${fieldOf('j', 1)} ${among === 'all' ? '' : `AND ${hasAWish('c.')}`}
     AND (c.birthday = ${fieldOf('j', 2)} OR (${fieldOf('j', 3)} = 1 AND c.street IS NOT NULL
       AND substr(c.postal_code, 1, 5) IS ${anyCase(fieldOf('j', 4))}))`,
  ].join(' UNION ');

/** Pairs of ids that may be alike, each way of being found tried once: by number, by address, by name or nickname. */
function likelyPairs(
  db: Store,
  rows: readonly CustomerRow[],
  among: 'all' | 'wishing',
): (readonly [one: number, other: number])[] {
  if (rows.length === 0) return [];
  const phones = rows.flatMap((row) =>
    phonesIn(row).flatMap((phone) => familyWords(nameOf(row)).map((word) => [row.id, phone, word])),
  );
  const emails = rows.flatMap(({ id, email }) => (email === null ? [] : [[id, email]]));
  const names = rows.flatMap((row) => {
    const { id, birthday, street, postal_code } = row;
    if (birthday === null && street === null) return [];
    const home = [street === null ? 0 : 1, postal_code?.slice(0, 5) ?? null];
    return likelyNameKeys(nameOf(row)).map((key) => [id, key, birthday, ...home]);
  });
  return db
    .prepare<{ phones: string; emails: string; names: string }, readonly [number, number]>(LIKELY(among))
    .raw()
    .all({
      phones: JSON.stringify(phones),
      emails: JSON.stringify(emails),
      names: JSON.stringify(names),
    });
}

/** By id, without what is known to be somebody else's. */
function rowsOf(db: Store, ids: readonly number[]): Map<number, CustomerRow> {
  const found = new Map<number, CustomerRow>();
  const read = db.prepare<[string], CustomerRow>(
    `SELECT c.* FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`,
  );
  const badContacts = badContactsReader(db);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const asked = ids.slice(at, at + AT_ONCE);
    const bad = badContacts(asked);
    for (const row of read.all(JSON.stringify(asked))) {
      const good = (value: string | null): string | null =>
        value !== null && bad.get(row.id)?.has(value) ? null : value;
      found.set(row.id, {
        ...row,
        home_phone: good(row.home_phone),
        cell_phone: good(row.cell_phone),
        work_phone: good(row.work_phone),
        other_phone: good(row.other_phone),
        email: good(row.email),
      });
    }
  }
  return found;
}

const STANDS = (channel: BlockedChannel): string =>
  `(EXISTS (SELECT 1 FROM block b WHERE b.customer_id = customer.id AND b.channel = '${channel}') OR EXISTS
   (SELECT 1 FROM wish_reach r CROSS JOIN block b ON b.customer_id = r.through_id
    WHERE r.customer_id = customer.id AND b.channel = '${channel}'))`;
const COLUMNS = BLOCKED_CHANNELS.map((channel) => `do_not_${channel}`).join(', ');
const STANDING = BLOCKED_CHANNELS.map(STANDS).join(', ');
const SET_FLAGS = `UPDATE customer SET (${COLUMNS}) = (${STANDING})
  WHERE ${isAmong('id', '?')} AND (${COLUMNS}) IS NOT (${STANDING})`;

/** A channel is blocked as long as anything says so. */
function setFlags(db: Store, ids: readonly number[]): void {
  if (ids.length > 0) db.prepare(SET_FLAGS).run(JSON.stringify(ids));
}
