/** Whom a plan could make due on a day, found by index: a superset, which the rules then judge. */

import type { Day } from '../domain/day.ts';
import type { Anchor, Plan } from '../domain/plan.ts';
import { anchorRanges, type Range } from '../touches/anchor-ranges.ts';
import type { Store } from './open-store.ts';

/** No sale and no birth on file is older than this. */
const OLDEST = '1900-01-01' as Day;

/** Ids of customers for whom something may be due on `day`, ascending. */
export function candidates(db: Store, plan: Plan, day: Day): number[] {
  const ranges = anchorRanges(plan, day, oldestSale(db));
  const births = birthRanges(plan, day);
  const found = new Set<number>();
  const collect = (sql: string, among: readonly unknown[]): void => {
    if (among.length === 0) return;
    for (const id of db.prepare<[string], number>(sql).pluck().iterate(JSON.stringify(among))) found.add(id);
  };
  collect(BY_DAY('s.anchor_on'), [...ranges.sale, ...ranges['last-service']]);
  collect(BY_DAY('s.lease_end_on'), ranges['lease-end']);
  collect(BY_DAY('s.loan_end_on'), ranges['loan-end']);
  collect(BY_VISIT('repair_order', 'closed_on'), [...ranges['last-service'], ...ranges['repair-order']]);
  collect(BY_VISIT('appointment', 'due_on'), ranges.appointment);
  collect(BY_BIRTHDAY, monthDays(births));
  collect(BY_PROMISE, [day]);
  return [...found].sort((a, b) => a - b);
}

/** Ids of every customer a salesperson is credited with, in any sale, and for whom something may be due. */
export function candidatesOf(db: Store, salespersonId: number, plan: Plan, day: Day): number[] {
  const ranges = anchorRanges(plan, day, oldestSale(db));
  const test = (wanted: readonly Range[]): ((on: Day | null) => boolean) => {
    const sorted = [...wanted].sort((a, b) => (a.from < b.from ? -1 : 1));
    return (on) => on !== null && sorted.some(({ from, to }) => from <= on && on <= to);
  };
  const isDue: Record<'sale' | 'lease' | 'loan' | 'service', (on: Day | null) => boolean> = {
    sale: test([...ranges.sale, ...ranges['last-service']]),
    lease: test(ranges['lease-end']),
    loan: test(ranges['loan-end']),
    service: test([...ranges['last-service'], ...ranges['repair-order']]),
  };
  const found = new Set<number>();
  for (const row of db.prepare<[number], BookRow>(BOOK).iterate(salespersonId)) {
    if (isDue.sale(row.anchor_on) || isDue.lease(row.lease_end_on) || isDue.loan(row.loan_end_on))
      found.add(row.customer_id);
  }
  for (const row of db
    .prepare<[number], { customer_id: number; closed_on: Day }>(BOOK_SERVICES)
    .iterate(salespersonId)) {
    if (isDue.service(row.closed_on)) found.add(row.customer_id);
  }
  const births = birthRanges(plan, day);
  const others: [string, readonly unknown[]][] = [
    [BOOK_BIRTHDAYS, monthDays(births)],
    [BOOK_PROMISES, [day]],
    [BOOK_APPOINTMENTS, ranges.appointment],
  ];
  for (const [sql, among] of others) {
    if (among.length === 0) continue;
    for (const id of db
      .prepare<[number, string], number>(sql)
      .pluck()
      .iterate(salespersonId, JSON.stringify(among)))
      found.add(id);
  }
  return [...found].sort((a, b) => a - b);
}

/** Buyers are born long before the first sale. */
const birthRanges = (plan: Plan, day: Day): Range[] =>
  anchorRanges({ ...plan, touches: plan.touches.filter(({ from }) => from === 'birthday') }, day, OLDEST)
    .birthday;

interface BookRow {
  readonly customer_id: number;
  readonly anchor_on: Day;
  readonly lease_end_on: Day | null;
  readonly loan_end_on: Day | null;
}

const oldestSale = (db: Store): Day =>
  (db.prepare('SELECT min(anchor_on) FROM sale').pluck().get() as Day | null) ?? OLDEST;

const RANGES = 'json_each(?) r';
const WITHIN = (column: string): string =>
  `${column} BETWEEN json_extract(r.value, '$.from') AND json_extract(r.value, '$.to')`;

const BY_DAY = (column: string): string =>
  `SELECT s.customer_id FROM ${RANGES} CROSS JOIN sale s ON ${WITHIN(column)}`;
const BY_VISIT = (table: string, column: Anchor | string): string =>
  `SELECT s.customer_id FROM ${RANGES} CROSS JOIN ${table} o ON ${WITHIN(`o.${column}`)} CROSS JOIN sale s ON s.vehicle_id = o.vehicle_id`;
const BY_BIRTHDAY = `SELECT c.id FROM ${RANGES} CROSS JOIN customer c ON ${WITHIN('substr(c.birthday, 6)')} AND c.birthday IS NOT NULL`;
const BY_PROMISE = `SELECT k.customer_id FROM ${RANGES} CROSS JOIN contact k ON k.next_on <= r.value AND k.next_on IS NOT NULL`;

/** Everybody a salesperson sold to, whoever else did. */
const CUSTOMERS_OF = `(SELECT DISTINCT mine.customer_id FROM sale_salesperson p CROSS JOIN sale mine ON mine.id = p.sale_id
  WHERE p.salesperson_id = ?) own`;
const BOOK = `SELECT s.customer_id, s.anchor_on, s.lease_end_on, s.loan_end_on FROM ${CUSTOMERS_OF}
  CROSS JOIN sale s ON s.customer_id = own.customer_id`;
const BOOK_SERVICES = `SELECT s.customer_id, o.closed_on FROM ${CUSTOMERS_OF}
  CROSS JOIN sale s ON s.customer_id = own.customer_id CROSS JOIN repair_order o ON o.vehicle_id = s.vehicle_id AND o.closed_on IS NOT NULL`;
const BOOK_BIRTHDAYS = `SELECT c.id FROM ${CUSTOMERS_OF} CROSS JOIN customer c ON c.id = own.customer_id
  WHERE EXISTS (SELECT 1 FROM ${RANGES} WHERE ${WITHIN('substr(c.birthday, 6)')})`;
const BOOK_PROMISES = `SELECT own.customer_id FROM ${CUSTOMERS_OF} WHERE EXISTS (SELECT 1 FROM ${RANGES} CROSS JOIN contact k
  ON k.customer_id = own.customer_id AND k.next_on <= r.value)`;
const BOOK_APPOINTMENTS = `SELECT s.customer_id FROM ${CUSTOMERS_OF} CROSS JOIN sale s ON s.customer_id = own.customer_id
  CROSS JOIN appointment o ON o.vehicle_id = s.vehicle_id WHERE EXISTS (SELECT 1 FROM ${RANGES} WHERE ${WITHIN('o.due_on')})`;

/** Birth days by month and day, whatever the year; a range over New Year becomes two. */
function monthDays(ranges: readonly Range[]): { from: string; to: string }[] {
  const found = new Map<string, { from: string; to: string }>();
  const add = (from: string, to: string): void => {
    found.set(`${from}${to}`, { from, to });
  };
  for (const { from, to } of ranges) {
    const [first, last] = [from.slice(5), to.slice(5)];
    if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1) add('01-01', '12-31');
    else if (from.slice(0, 4) === to.slice(0, 4)) add(first, last);
    else {
      add(first, '12-31');
      add('01-01', last);
    }
  }
  return [...found.values()];
}
