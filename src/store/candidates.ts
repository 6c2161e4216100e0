/** Customers with one of the days from which touches are counted in given spans, found by index. */

import type { Day } from '../domain/day.ts';
import { type DayRange, isWithin } from '../domain/day-range.ts';
import type { Anchor } from '../domain/plan.ts';
import { emptyAmong, isEmpty } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

/**
 * By kind of day, ascending, none overlaps another. The birthdays' are of any year, `no-show` those of the appointments
 * missed, `driven` those of last services and sales of cars whose odometer was read at a visit; null = nothing counts by distance.
 */
export type Ranges = Readonly<Record<Anchor, readonly DayRange[]>> & { readonly driven: DayRange | null };

/** The spans in which the days of each kind are looked for. */
export interface AnchorSpans {
  readonly ranges: Ranges;
  /** a day promised is looked for up to this one */
  readonly day: Day;
  /** tries since this day may have kept something open; null = none do */
  readonly triedSince: Day | null;
}

/** Ids of every customer, ascending. */
export function candidates(db: Store, { ranges, day, triedSince }: AnchorSpans): number[] {
  const found = new Set(planned(db, { ranges, day, triedSince }));
  collector(db, found)(BY_PROMISE, [day]);
  for (const id of withOpenCase(db, day)) found.add(id);
  return [...found].sort((a, b) => a - b);
}

/** The same without those whom only a promise or a case brings. */
export function planned(db: Store, { ranges, day, triedSince }: AnchorSpans): number[] {
  const found = new Set(anchoredIn(db, ranges, day));
  if (triedSince !== null) collector(db, found)(BY_CONTACT, [{ from: triedSince, to: day }]);
  return [...found].sort((a, b) => a - b);
}

/**
 * The same by the days alone from which touches are counted, whatever was promised or tried.
 * @param openOn only wishes open on that day
 */
export function anchoredIn(db: Store, ranges: Ranges, openOn: Day | null = null): number[] {
  const found = new Set<number>();
  const collect = collector(db, found);
  collect(BY_DAY('s.anchor_on'), [...ranges.sale, ...ranges['last-service']]);
  collect(BY_DAY('s.lease_end_on'), ranges['lease-end']);
  collect(BY_DAY('s.loan_end_on'), ranges['loan-end']);
  collect(BY_VISIT('repair_order', 'closed_on'), [...ranges['last-service'], ...ranges['repair-order']]);
  const appointments = [...ranges.appointment, ...ranges['no-show']];
  collect(BY_VISIT('appointment', 'due_on'), [...appointments, ...ranges['first-service']]);
  if (ranges['first-service'].length > 0 && !isEmpty(db, 'delivery'))
    collect(BY_DELIVERY, ranges['first-service']);
  for (const id of bornIn(db, ranges.birthday)) found.add(id);
  collect(BY_APPOINTMENT_WITHOUT_CAR, appointments);
  if (ranges.driven !== null) collect(BY_DRIVEN, [ranges.driven.to]);
  collect(BY_GIVING, ranges.given);
  for (const id of wishingIn(db, ranges.wish, openOn)) found.add(id);
  if (ranges['case-closed'].length > 0 && !isEmpty(db, 'recovery_case'))
    collect(BY_CASE_CLOSED, ranges['case-closed']);
  return [...found].sort((a, b) => a - b);
}

/** Not closed by the day: few, whatever the store has had of them. */
const withOpenCase = (db: Store, day: Day): number[] =>
  isEmpty(db, 'recovery_case') ? [] : db.prepare<{ day: Day }, number>(OPEN_CASE).pluck().all({ day });

/** A car that fits may have come to the lot on any day since the wish. @param openOn null = also of wishes that are over */
function wishingIn(db: Store, ranges: readonly DayRange[], openOn: Day | null): number[] {
  const last = ranges.at(-1)?.to;
  if (last === undefined || isEmpty(db, 'wish')) return [];
  return db
    .prepare<{ last: Day; openOn: Day | null }, number>(
      'SELECT customer_id FROM wish WHERE wished_on <= :last AND (:openOn IS NULL OR until_on >= :openOn)',
    )
    .pluck()
    .all({ last, openOn });
}

function bornIn(db: Store, ranges: readonly DayRange[]): Set<number> {
  const born = new Set<number>();
  collector(db, born)(BY_BIRTHDAY, monthDays(ranges));
  return born;
}

const collector =
  (db: Store, found: Set<number>) =>
  (sql: string, among: readonly unknown[]): void => {
    if (among.length === 0) return;
    for (const id of db.prepare<[string], number>(sql).pluck().all(JSON.stringify(among))) found.add(id);
  };

/**
 * The same among the customers who may be a salesperson's: buyers and co-buyers of a sale they are credited with, people given to
 * them, and people they promised something.
 */
export function candidatesOf(
  db: Store,
  salespersonId: number,
  { ranges, day, triedSince }: AnchorSpans,
): number[] {
  const found = new Set<number>();
  const others = new Set<number>();
  for (const [id, anchorOn, leaseEndOn, loanEndOn] of db
    .prepare<{ person: number }, BookRow>(BOOK)
    .raw()
    .iterate({ person: salespersonId })) {
    if (found.has(id)) continue;
    const isDue =
      isWithin(ranges.sale, anchorOn) ||
      isWithin(ranges['last-service'], anchorOn) ||
      (leaseEndOn !== null && isWithin(ranges['lease-end'], leaseEndOn)) ||
      (loanEndOn !== null && isWithin(ranges['loan-end'], loanEndOn));
    (isDue ? found : others).add(id);
  }
  // a few days of everybody's birthdays are read sooner than the births of so many customers
  for (const id of bornIn(db, ranges.birthday)) if (others.has(id)) found.add(id);
  for (const [id, on] of db.prepare<[number], [number, Day]>(GIVEN_TO).raw().iterate(salespersonId))
    (isWithin(ranges.given, on) ? found : others).add(id);
  // a few, and many of them without a car from us
  const empty = emptyAmong(db, [
    'contact',
    'repair_order',
    'appointment',
    'delivery',
    'wish',
    'recovery_case',
  ]);
  const cased = empty.has('recovery_case') ? [] : casedIn(db, ranges['case-closed'], day);
  const few = [...(empty.has('wish') ? [] : wishingIn(db, ranges.wish, day)), ...cased];
  if (few.length > 0)
    for (const id of db
      .prepare<{ ids: string; person: number }, number>(NEAR)
      .pluck()
      .all({ ids: JSON.stringify(few), person: salespersonId }))
      found.add(id);
  if (cased.length > 0)
    for (const id of db
      .prepare<{ ids: string; person: number }, number>(CASES_OWNED)
      .pluck()
      .all({ ids: JSON.stringify(cased), person: salespersonId }))
      found.add(id);
  // what is looked for one by one is looked for only where nothing was found yet
  const search = (
    table: 'contact' | 'repair_order' | 'appointment' | 'delivery',
    sql: string,
    isDue: (on: Day) => boolean,
  ): void => {
    const asked = [...others].filter((id) => !found.has(id));
    if (asked.length === 0 || empty.has(table)) return;
    for (const [id, on] of db.prepare<[string], [number, Day]>(sql).raw().iterate(JSON.stringify(asked))) {
      if (isDue(on)) found.add(id);
    }
  };
  search('contact', PROMISES_TO, (on) => on <= day);
  if (triedSince !== null) search('contact', CONTACTS_WITH, (on) => triedSince <= on && on <= day);
  if (!empty.has('contact'))
    for (const id of db
      .prepare<{ person: number; day: Day }, number>(PROMISED_BESIDE)
      .pluck()
      .all({ person: salespersonId, day }))
      found.add(id);
  if (ranges['last-service'].length > 0 || ranges['repair-order'].length > 0)
    search(
      'repair_order',
      SERVICES_OF,
      (on) => isWithin(ranges['last-service'], on) || isWithin(ranges['repair-order'], on),
    );
  const { driven } = ranges;
  if (driven !== null) search('repair_order', DRIVEN_OF, (anchorOn) => anchorOn <= driven.to);
  const first = ranges['first-service'];
  const isAnchor = (on: Day): boolean => isWithin(ranges.appointment, on) || isWithin(ranges['no-show'], on);
  const hasAnchors = ranges.appointment.length > 0 || ranges['no-show'].length > 0;
  if (hasAnchors || first.length > 0)
    search('appointment', APPOINTMENTS_OF, (on) => isAnchor(on) || isWithin(first, on));
  if (hasAnchors) search('appointment', APPOINTMENTS_WITH, isAnchor);
  if (first.length > 0) search('delivery', DELIVERIES_OF, (on) => isWithin(first, on));
  return [...found].sort((a, b) => a - b);
}

/** Whoever has an open case, or one that was closed on such a day. */
function casedIn(db: Store, ranges: readonly DayRange[], day: Day): number[] {
  const found = new Set(withOpenCase(db, day));
  collector(db, found)(BY_CASE_CLOSED, ranges);
  return [...found];
}

type BookRow = readonly [customerId: number, anchorOn: Day, leaseEndOn: Day | null, loanEndOn: Day | null];

/** The first day on file that a touch could be counted from, birthdays aside: a car may be serviced before we sell it. */
export const oldestAnchor = (db: Store): Day | null =>
  db.prepare<[], Day | null>(OLDEST_ANCHOR).pluck().get() ?? null;

const OLDEST_ANCHOR = `SELECT min(day) FROM (SELECT min(anchor_on) AS day FROM sale
  UNION ALL SELECT min(lease_end_on) FROM sale WHERE lease_end_on IS NOT NULL
  UNION ALL SELECT min(loan_end_on) FROM sale WHERE loan_end_on IS NOT NULL
  UNION ALL SELECT min(given_on) FROM giving UNION ALL SELECT min(wished_on) FROM wish
  UNION ALL SELECT min(done_on) FROM case_step WHERE part = 'close'
  UNION ALL SELECT min(closed_on) FROM repair_order UNION ALL SELECT min(due_on) FROM appointment
  UNION ALL SELECT min(booked_on) FROM delivery WHERE booked_on IS NOT NULL)`;
const RANGES = `${eachOf('?', 'r')}`;
const WITHIN = (column: string): string =>
  `${column} BETWEEN json_extract(r.value, '$.from') AND json_extract(r.value, '$.to')`;

const BY_DAY = (column: string): string =>
  `SELECT s.customer_id FROM ${RANGES} CROSS JOIN sale s ON ${WITHIN(column)}`;
const BY_VISIT = (table: string, column: string): string =>
  `SELECT s.customer_id FROM ${RANGES} CROSS JOIN ${table} o ON ${WITHIN(`o.${column}`)} CROSS JOIN sale s ON s.vehicle_id = o.vehicle_id`;
const BY_DRIVEN = `SELECT s.customer_id FROM ${RANGES} CROSS JOIN (SELECT DISTINCT vehicle_id FROM repair_order WHERE odometer IS NOT NULL) o
  CROSS JOIN sale s ON s.vehicle_id = o.vehicle_id WHERE s.anchor_on <= r.value`;
const BY_DELIVERY = `SELECT s.customer_id FROM ${RANGES} CROSS JOIN delivery o ON ${WITHIN('o.booked_on')} AND o.booked_on IS NOT NULL
  CROSS JOIN sale s ON s.id = o.sale_id`;
const BY_BIRTHDAY = `SELECT c.id FROM ${RANGES} CROSS JOIN customer c ON ${WITHIN('substr(c.birthday, 6)')} AND c.birthday IS NOT NULL`;
const BY_GIVING = `SELECT g.customer_id FROM ${RANGES} CROSS JOIN giving g ON ${WITHIN('g.given_on')} AND g.salesperson_id IS NOT NULL`;
const OPEN_CASE = `SELECT c.customer_id FROM recovery_case c WHERE c.opened_on <= :day AND coalesce(
  (SELECT s.part FROM case_step s WHERE s.case_id = c.id AND s.part IN ('close', 'reopen') AND s.done_on <= :day
   ORDER BY s.done_on DESC, s.entry_id DESC LIMIT 1), 'reopen') = 'reopen'`;
const BY_CASE_CLOSED = `SELECT c.customer_id FROM ${RANGES} CROSS JOIN case_step s ON ${WITHIN('s.done_on')} AND s.part = 'close'
  CROSS JOIN recovery_case c ON c.id = s.case_id`;
/** Of some customers those with a case that was ever the salesperson's. */
const CASES_OWNED = `SELECT j.value FROM ${eachOf(':ids', 'j')} WHERE EXISTS
  (SELECT 1 FROM recovery_case c CROSS JOIN case_step s ON s.case_id = c.id
    WHERE c.customer_id = j.value AND s.salesperson_id = :person)`;
const GIVEN_TO = 'SELECT g.customer_id, g.given_on FROM giving g WHERE g.salesperson_id = ?';
const BY_PROMISE = `SELECT k.customer_id FROM ${RANGES} CROSS JOIN contact k ON k.next_on <= r.value AND k.next_on IS NOT NULL`;

const BY_CONTACT = `SELECT k.customer_id FROM ${RANGES} CROSS JOIN contact k ON ${WITHIN('k.contact_on')}`;
const BY_APPOINTMENT_WITHOUT_CAR = `SELECT o.customer_id FROM ${RANGES} CROSS JOIN appointment o ON ${WITHIN('o.due_on')}
  LEFT JOIN vehicle v ON v.id = o.vehicle_id WHERE v.vin IS NULL AND o.customer_id IS NOT NULL`;

/** Every sale to everybody who bought or signed with a salesperson, whoever sold it. */
const BOOK = `SELECT s.customer_id, s.anchor_on, s.lease_end_on, s.loan_end_on
  FROM (SELECT p.customer_id FROM sale_salesperson p WHERE p.salesperson_id = :person
    UNION SELECT p.co_buyer_id FROM sale_salesperson p WHERE p.salesperson_id = :person AND p.co_buyer_id IS NOT NULL
    UNION SELECT g.customer_id FROM giving g WHERE g.salesperson_id = :person) own
  CROSS JOIN sale s ON s.customer_id = own.customer_id`;

/** Of some customers those whom the salesperson may look after. */
const NEAR = `SELECT j.value FROM ${eachOf(':ids', 'j')} WHERE EXISTS
    (SELECT 1 FROM sale s CROSS JOIN sale_salesperson p ON p.sale_id = s.id
      WHERE s.customer_id = j.value AND p.salesperson_id = :person)
  OR EXISTS (SELECT 1 FROM sale s CROSS JOIN sale_salesperson p ON p.sale_id = s.id
      WHERE s.co_buyer_id = j.value AND p.salesperson_id = :person)
  OR EXISTS (SELECT 1 FROM giving g WHERE g.customer_id = j.value AND g.salesperson_id = :person)
  OR EXISTS (SELECT 1 FROM contact k
      WHERE k.customer_id = j.value AND k.next_on IS NOT NULL AND k.salesperson_id = :person)`;

const PROMISES_TO = `SELECT k.customer_id, k.next_on FROM ${eachOf('?', 'j')} CROSS JOIN contact k ON k.customer_id = j.value
  WHERE k.next_on IS NOT NULL`;
const CONTACTS_WITH = `SELECT k.customer_id, k.contact_on FROM ${eachOf('?', 'j')} CROSS JOIN contact k ON k.customer_id = j.value`;
const APPOINTMENTS_WITH = `SELECT o.customer_id, o.due_on FROM ${eachOf('?', 'j')} CROSS JOIN appointment o ON o.customer_id = j.value`;
/** Whom a promise alone could bring on the list: co-buyers of the salesperson's sales, and whoever they promised something. */
const PROMISED_BESIDE = `SELECT p.co_buyer_id FROM sale_salesperson p
  WHERE p.salesperson_id = :person AND p.co_buyer_id IS NOT NULL AND EXISTS
    (SELECT 1 FROM contact k WHERE k.customer_id = p.co_buyer_id AND k.next_on IS NOT NULL)
  UNION SELECT k.customer_id FROM contact k WHERE k.next_on <= :day AND k.next_on IS NOT NULL AND k.salesperson_id = :person`;
const VISITS_OF = (table: string, column: string): string =>
  `SELECT s.customer_id, o.${column} FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.customer_id = j.value
  CROSS JOIN ${table} o ON o.vehicle_id = s.vehicle_id WHERE o.${column} IS NOT NULL`;
const DRIVEN_OF = `SELECT s.customer_id, s.anchor_on FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.customer_id = j.value
  WHERE EXISTS (SELECT 1 FROM repair_order o WHERE o.vehicle_id = s.vehicle_id AND o.odometer IS NOT NULL)`;
const SERVICES_OF = VISITS_OF('repair_order', 'closed_on');
const APPOINTMENTS_OF = VISITS_OF('appointment', 'due_on');

const DELIVERIES_OF = `SELECT s.customer_id, o.booked_on FROM ${eachOf('?', 'j')} CROSS JOIN sale s ON s.customer_id = j.value
  CROSS JOIN delivery o ON o.sale_id = s.id WHERE o.booked_on IS NOT NULL`;

/** Birth days by month and day, whatever the year; a range over New Year becomes two. */
function monthDays(ranges: readonly DayRange[]): { from: string; to: string }[] {
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
