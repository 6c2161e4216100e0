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
const PAIRS_AT_ONCE = 5_000;
/** Where more than one of so many customers has a wish, going through all of them costs less than asking for those like each. */
const SCAN_PAYS_FROM = 200;

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
  const isScanned = isWhole && wishing.length * SCAN_PAYS_FROM > countOf(db);
  // nothing may be written while the scan goes on
  for (const [one, other] of isScanned ? [...alikeByScan(db, asked)] : alike(db, asked, own)) {
    if (own.has(one)) reach(other, one);
    if (own.has(other)) reach(one, other);
  }
  setFlags(db, [...new Set([...ids, ...before, ...reached, ...(isWhole ? wishing : [])])]);
}

type Pair = readonly [one: number, other: number];

/** Who is like whom: of `ids`, those with a wish of their own with everybody, the others with those who have one. */
function* alike(db: Store, ids: readonly number[], own: ReadonlySet<number>): Generator<Pair> {
  for (const some of inParts(ids, AT_ONCE)) {
    const rows = [...rowsOf(db, some).values()];
    const wishing = rows.filter(({ id }) => own.has(id));
    const others = rows.filter(({ id }) => !own.has(id));
    const likely = [
      ...likelyPairs(db, wishing, 'all', [BY_PHONE, BY_EMAIL, BY_NAME]),
      ...likelyPairs(db, others, 'wishing', [BY_PHONE, BY_EMAIL, BY_NAME]),
    ];
    yield* confirmed(
      db,
      likely.filter(([one, other]) => own.has(one) || own.has(other)),
    );
  }
}

/** The same for all with a wish, everybody's numbers gone through once: many wishes and numbers that many have in common multiply. */
function* alikeByScan(db: Store, wishing: readonly number[]): Generator<Pair> {
  const byPhone = new Map<string, Map<string, number[]>>();
  for (const some of inParts(wishing, AT_ONCE)) {
    const rows = [...rowsOf(db, some).values()];
    for (const row of rows) {
      for (const phone of phonesIn(row)) {
        const byWord = byPhone.get(phone) ?? new Map<string, number[]>();
        byPhone.set(phone, byWord);
        for (const word of familyWords(nameOf(row))) {
          const ids = byWord.get(word) ?? [];
          byWord.set(word, ids);
          ids.push(row.id);
        }
      }
    }
    yield* confirmed(db, likelyPairs(db, rows, 'all', [BY_EMAIL, BY_NAME]));
  }
  const everybody = db.prepare<[], readonly [number, string, ...(string | null)[]]>(
    `SELECT id, name_key, ${PHONES.join(', ')} FROM customer`,
  );
  let likely: Pair[] = [];
  for (const [other, key, ...phones] of everybody.raw().iterate()) {
    for (const phone of new Set(phones)) {
      for (const [word, ids] of (phone !== null && byPhone.get(phone)) || NOBODY)
        if (key.includes(word)) for (const one of ids) likely.push([one, other]);
    }
    if (likely.length < PAIRS_AT_ONCE) continue;
    yield* confirmed(db, likely);
    likely = [];
  }
  yield* confirmed(db, likely);
}

const NOBODY: ReadonlyMap<string, number[]> = new Map();

function* inParts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** Of pairs that may be alike, those that are. */
function confirmed(db: Store, likely: readonly Pair[]): Pair[] {
  const pairs = likely.filter(([one, other]) => one !== other);
  const rows = rowsOf(db, [...new Set(pairs.flat())]);
  return pairs.filter(([one, other]) => {
    const [a, b] = [rows.get(one), rows.get(other)];
    return a !== undefined && b !== undefined && isLike(a, b);
  });
}

const countOf = (db: Store): number =>
  db.prepare<[], number>('SELECT count(*) FROM customer').pluck().get() ?? 0;

const PHONES = ['home_phone', 'cell_phone', 'work_phone', 'other_phone'];

/**
 * As the indexes have it: numbers by their last seven digits, whoever asked for anything by name. A number that stands in
 * for many customers without one, or the commonest name, must not bring them all: of those of one number only who has a
 * word of the family name is looked at, of one name only who was born that day or lives in that place.
 */
type Way = (among: 'all' | 'wishing') => string;

const BY_PHONE: Way = (among) =>
  PHONES.map(
    (column) =>
      `SELECT ${fieldOf('j', 0)}, c.id FROM ${eachOf(':phones', 'j')} CROSS JOIN customer c
       ON ${among === 'all' ? `${endOf(`c.${column}`, 7)} = ${endOf(fieldOf('j', 1), 7)}` : hasAWish('c.')}
       AND c.${column} = ${fieldOf('j', 1)} AND instr(c.name_key, ${fieldOf('j', 2)}) > 0`,
  ).join(' UNION ');

const BY_EMAIL: Way = () =>
  `SELECT ${fieldOf('j', 0)}, c.id FROM ${eachOf(':emails', 'j')} CROSS JOIN customer c ON c.email = ${fieldOf('j', 1)}`;

const BY_NAME: Way = (among) =>
  `SELECT ${fieldOf('j', 0)}, c.id FROM ${eachOf(':names', 'j')} CROSS JOIN customer c
   ON c.name_key = ${fieldOf('j', 1)} ${among === 'all' ? '' : `AND ${hasAWish('c.')}`}
   AND (c.birthday = ${fieldOf('j', 2)} OR (${fieldOf('j', 3)} = 1 AND c.street IS NOT NULL
     AND substr(c.postal_code, 1, 5) IS ${anyCase(fieldOf('j', 4))}))`;

/** Pairs of ids that may be alike, each way of being found tried once: by number, by address, by name or nickname. */
function likelyPairs(
  db: Store,
  rows: readonly CustomerRow[],
  among: 'all' | 'wishing',
  ways: readonly Way[],
): Pair[] {
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
    .prepare<Record<string, string>, Pair>(ways.map((way) => way(among)).join(' UNION '))
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
