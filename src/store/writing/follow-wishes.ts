/** For whom wishes not to be contacted hold: whoever said one, and every record that is like theirs. */

import { BLOCKED_CHANNELS, type BlockedChannel } from '../../domain/customer.ts';
import { likelyNameKeys } from '../../importing/normalise/name-key.ts';
import { badContactsReader } from '../bad-contacts.ts';
import type { Store } from '../open-store.ts';
import { isEmpty } from '../rows.ts';
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
        : `DELETE FROM wish_reach WHERE customer_id IN (SELECT value FROM json_each(:ids))
           OR through_id IN (SELECT value FROM json_each(:ids)) RETURNING customer_id`,
    )
    .pluck()
    .all({ ids: JSON.stringify(ids) });
  const own = new Set(wishing);
  const add = db.prepare('INSERT OR IGNORE INTO wish_reach (customer_id, through_id) VALUES (?, ?)');
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
const HAS_A_WISH = '(c.do_not_call | c.do_not_text | c.do_not_email | c.do_not_mail) = 1';

/** As the indexes have it: numbers by their last seven digits, whoever asked for anything by name. */
const LIKELY = (among: 'all' | 'wishing'): string =>
  [
    ...PHONES.map(
      (column) =>
        `SELECT j.value ->> 0, c.id FROM json_each(:phones) j CROSS JOIN customer c
         ON substr(c.${column}, -7) = substr(j.value ->> 1, -7) AND c.${column} = j.value ->> 1`,
    ),
    'SELECT j.value ->> 0, c.id FROM json_each(:emails) j CROSS JOIN customer c ON c.email = j.value ->> 1',
    `SELECT j.value ->> 0, c.id FROM json_each(:names) j CROSS JOIN customer c
     ON c.name_key = j.value ->> 1 ${among === 'all' ? '' : `AND ${HAS_A_WISH}`}`,
  ].join(' UNION ');

/** Pairs of ids that may be alike, each way of being found tried once: by number, by address, by name or nickname. */
function likelyPairs(
  db: Store,
  rows: readonly CustomerRow[],
  among: 'all' | 'wishing',
): (readonly [one: number, other: number])[] {
  if (rows.length === 0) return [];
  const sought = (valuesOf: (row: CustomerRow) => readonly string[]): string =>
    JSON.stringify(rows.flatMap((row) => valuesOf(row).map((value) => [row.id, value])));
  return db
    .prepare<{ phones: string; emails: string; names: string }, readonly [number, number]>(LIKELY(among))
    .raw()
    .all({
      phones: sought(phonesIn),
      emails: sought(({ email }) => (email === null ? [] : [email])),
      names: sought((row) => likelyNameKeys(nameOf(row))),
    });
}

/** By id, without what is known to be somebody else's. */
function rowsOf(db: Store, ids: readonly number[]): Map<number, CustomerRow> {
  const found = new Map<number, CustomerRow>();
  const read = db.prepare<[string], CustomerRow>(
    'SELECT c.* FROM json_each(?) j CROSS JOIN customer c ON c.id = j.value',
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
  WHERE id IN (SELECT value FROM json_each(?)) AND (${COLUMNS}) IS NOT (${STANDING})`;

/** A channel is blocked as long as anything says so. */
function setFlags(db: Store, ids: readonly number[]): void {
  if (ids.length > 0) db.prepare(SET_FLAGS).run(JSON.stringify(ids));
}
