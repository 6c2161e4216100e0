/** Which customers can be reached, and what would have to be put right for the others. */

import type { Day } from '../domain/day.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { phonesOf } from './phones-of.ts';

export type FixKind =
  | 'wrong-number'
  | 'bounced-email'
  | 'placeholder-email'
  | 'moved-away'
  | 'no-way-to-reach'
  | 'no-phone';

export interface Reach {
  readonly id: number;
  readonly email: string | null;
  readonly hasPhone: boolean;
  readonly hasEmail: boolean;
  readonly doNotCall: boolean;
  /** what is wrong, with the value and the day it was found out; empty when nothing is */
  readonly fixes: readonly {
    readonly kind: FixKind;
    readonly value: string | null;
    readonly since: Day | null;
  }[];
}

type Row = {
  readonly id: number;
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly work_phone: string | null;
  readonly other_phone: string | null;
  readonly extensions: string | null;
  readonly email: string | null;
  readonly street: string | null;
  readonly do_not_call: number;
  /** JSON: [kind, value, day] of each that is wrong */
  readonly bad: string;
  readonly placeholder: string | null;
  readonly placeholder_since: Day | null;
};

const SQL = `SELECT c.id, c.home_phone, c.cell_phone, c.work_phone, c.other_phone, c.extensions, c.email, c.street, c.do_not_call,
  (SELECT json_group_array(json_array(b.kind, b.value, b.since_on)) FROM bad_contact b WHERE b.customer_id = c.id) AS bad,
  p.value AS placeholder, p.since_on AS placeholder_since
  FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value LEFT JOIN placeholder_email p ON p.customer_id = c.id`;

/** In the order of the ids. A wrong number counts until another stands in its place. */
export function reachOf(db: Store, ids: readonly number[]): Reach[] {
  return db.prepare<[string], Row>(SQL).all(JSON.stringify(ids)).map(reach);
}

function reach(row: Row): Reach {
  const bad = (JSON.parse(row.bad) as [string, string, Day][]).map(([kind, value, since]) => ({
    kind,
    value,
    since,
  }));
  const isBad = (kind: string, value: string | null): boolean =>
    bad.some((one) => one.kind === kind && one.value === value);
  const onFile = phonesOf(row);
  const phones = onFile.filter(({ e164 }) => !isBad('phone', e164));
  const email = row.email !== null && !isBad('email', row.email) ? row.email : null;
  const fixes: { kind: FixKind; value: string | null; since: Day | null }[] = [];
  if (phones.length === 0 && email === null)
    fixes.push({ kind: 'no-way-to-reach', value: null, since: null });
  else if (phones.length === 0) fixes.push({ kind: 'no-phone', value: null, since: null });
  for (const { kind, value, since } of bad) {
    if (kind === 'phone' && onFile.some(({ e164 }) => e164 === value))
      fixes.push({ kind: 'wrong-number', value, since });
    if (kind === 'email' && row.email === value) fixes.push({ kind: 'bounced-email', value, since });
    if (kind === 'address' && row.street === value) fixes.push({ kind: 'moved-away', value, since });
  }
  if (row.placeholder !== null && email === null)
    fixes.push({ kind: 'placeholder-email', value: row.placeholder, since: row.placeholder_since });
  return {
    id: row.id,
    email,
    hasPhone: phones.length > 0,
    hasEmail: email !== null,
    doNotCall: row.do_not_call === 1,
    fixes,
  };
}

/** 0 where nobody is on file. */
export const lastCustomerId = (db: Store): number =>
  db.prepare<[], number | null>('SELECT max(id) FROM customer').pluck().get() ?? 0;

/** Ids of everybody who bought something or was given by hand, or of those who may be a salesperson's: by a sale they are credited with, or given; ascending. */
export function buyers(db: Store, salespersonId: number | null): number[] {
  if (salespersonId !== null)
    return db.prepare<[number, number], number>(BUYERS_OF).pluck().all(salespersonId, salespersonId);
  const bought = db.prepare<[], number>(BOUGHT).pluck().all();
  const given = db.prepare<[], number>(ONLY_GIVEN).pluck().all();
  return given.length === 0 ? bought : [...bought, ...given].sort((a, b) => a - b);
}

const BUYERS_OF = `SELECT c.customer_id FROM sale_salesperson c WHERE c.salesperson_id = ?
  UNION SELECT g.customer_id FROM giving g WHERE g.salesperson_id = ? ORDER BY 1`;
const BOUGHT = 'SELECT DISTINCT customer_id FROM sale ORDER BY customer_id';
const ONLY_GIVEN = `SELECT DISTINCT g.customer_id FROM giving g
  WHERE NOT EXISTS (SELECT 1 FROM sale s WHERE s.customer_id = g.customer_id)`;
