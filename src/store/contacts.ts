/** Contacts as people look them up: of a customer, of a day. */

import type { Day } from '../domain/day.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

export interface ContactMade {
  readonly id: number;
  readonly on: Day;
  readonly at: string | null;
  readonly channel: string | null;
  readonly outcome: string;
  readonly note: string | null;
  readonly next_on: Day | null;
  readonly by: string | null;
  /** the salesperson an assistant made it for */
  readonly for?: string;
  /** they were asked about their next car */
  readonly pitched: boolean;
  /** the service advisor who handed them over */
  readonly from_advisor: string | null;
}
type Row = Omit<ContactMade, 'for' | 'pitched'> & {
  readonly customer_id: number;
  readonly for: string | null;
  readonly pitched: number;
};

/** Of a contact `k` with its salesperson `p`: who is told to have made it, and for whom an assistant did. */
export const MAKER = `CASE WHEN k.assisted THEN k.by ELSE coalesce(p.name, k.by) END AS "by",
  CASE WHEN k.assisted THEN p.name END AS "for"`;

const COLUMNS = `k.id, k.customer_id, k.contact_on AS "on", k.at, k.channel, k.outcome, k.note, k.next_on, k.pitched, k.from_advisor,
  ${MAKER}`;
const FROM = 'contact k LEFT JOIN salesperson p ON p.id = k.salesperson_id';

/** Newest first. */
export const contactsOf = (db: Store, customerId: number): ContactMade[] =>
  db
    .prepare<[number], Row>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE k.customer_id = ? ORDER BY k.contact_on DESC, k.id DESC`,
    )
    .all(customerId)
    .map(madeOf);

const madeOf = ({ customer_id: _, for: forWhom, pitched, ...contact }: Row): ContactMade => ({
  ...contact,
  ...(forWhom === null ? {} : { for: forWhom }),
  pitched: pitched === 1,
});

/** Ids of the customers to whom a next day was ever promised, ascending. */
export const promisedTo = (db: Store): number[] =>
  db
    .prepare<[], number>(
      'SELECT DISTINCT customer_id FROM contact WHERE next_on IS NOT NULL ORDER BY customer_id',
    )
    .pluck()
    .all();

/** How often a customer was called on a day, reached or not. */
export const callsMadeOn = (db: Store, customerId: number, day: Day): number =>
  db
    .prepare<[number, Day], number>(
      "SELECT count(*) FROM contact WHERE customer_id = ? AND contact_on = ? AND channel = 'call'",
    )
    .pluck()
    .get(customerId, day) ?? 0;

/** What was logged for these customers on a day, by customer, in the order it was logged. */
export function loggedOn(db: Store, ids: readonly number[], day: Day): Map<number, ContactMade[]> {
  const rows = db
    .prepare<[string, Day], Row>(
      `SELECT ${COLUMNS} FROM ${eachOf('?', 'j')} CROSS JOIN ${FROM.replace('contact k', 'contact k ON k.customer_id = j.value')}
       WHERE k.contact_on = ? ORDER BY k.id`,
    )
    .all(JSON.stringify([...new Set(ids)]), day);
  const found = new Map<number, ContactMade[]>();
  for (const row of rows) found.set(row.customer_id, [...(found.get(row.customer_id) ?? []), madeOf(row)]);
  return found;
}

/** Ids of the customers with a contact of one of these outcomes on a day, ascending. */
export const contactedOn = (db: Store, day: Day, outcomes: readonly string[]): number[] =>
  db
    .prepare<[Day, string], number>(
      `SELECT DISTINCT customer_id FROM contact WHERE contact_on = ? AND outcome IN (SELECT value FROM json_each(?))
       ORDER BY customer_id`,
    )
    .pluck()
    .all(day, JSON.stringify(outcomes));

export interface ContactsMade {
  /** who made them, where that is a salesperson */
  readonly salespersonId: number | null;
  /** else the name they are recorded under; null = none is */
  readonly by: string | null;
  readonly channel: string | null;
  readonly outcome: string;
  readonly count: number;
}

/** How many contacts were made from a day to another, both included, by who made them, channel and outcome. */
export const contactsMade = (db: Store, from: Day, to: Day): ContactsMade[] =>
  db
    .prepare<[Day, Day], ContactsMade>(
      `SELECT salesperson_id AS salespersonId, CASE WHEN salesperson_id IS NULL THEN by END AS by, channel, outcome, count(*) AS count
       FROM contact WHERE contact_on BETWEEN ? AND ? GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    )
    .all(from, to);

/** Ids of the customers to whom the day was promised, or of whose promises one was said on it to be done; ascending. */
export const promisesMetOn = (db: Store, day: Day): number[] =>
  db
    .prepare<[Day, Day], number>(
      `SELECT customer_id FROM contact WHERE next_on = ? AND next_on IS NOT NULL
       UNION SELECT customer_id FROM promise_end WHERE ended_on = ? ORDER BY 1`,
    )
    .pluck()
    .all(day, day);
