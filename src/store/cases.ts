/** Recovery cases with all that was said and done in them. */

import type { Day } from '../domain/day.ts';
import { numberKey } from '../domain/number-key.ts';
import type { CaseOutcome, CasePart, CaseStep, RecoveryCase } from '../domain/recovery-case.ts';
import { addTo, grouped } from './engine/rows.ts';
import { eachOf, withoutZeros } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';

type CaseRow = Omit<RecoveryCase, 'steps'>;

interface StepRow {
  readonly caseId: number;
  readonly entry: number;
  readonly part: CasePart['part'];
  readonly on: Day;
  readonly by: string;
  readonly text: string | null;
  readonly cc: string | null;
  readonly dueOn: Day | null;
  readonly promise: number | null;
  readonly cents: number | null;
  readonly salespersonId: number | null;
  readonly salesperson: string | null;
  readonly apologised: number | null;
}

const CASE = `c.id, c.customer_id AS customerId, c.headline, c.severity, c.opened_on AS openedOn, j.at AS openedAt,
  c.repair_order AS repairOrder, c.sale_id AS saleId`;
const STEPS = `SELECT s.case_id AS caseId, s.entry_id AS entry, s.part, s.done_on AS "on", j."by", s.text, s.cc, s.due_on AS dueOn,
  s.promise_id AS promise, s.cents, s.salesperson_id AS salespersonId, p.name AS salesperson, s.apologised
  FROM ${eachOf('?', 'i')} CROSS JOIN case_step s ON s.case_id = i.value CROSS JOIN journal j ON j.id = s.entry_id
  LEFT JOIN salesperson p ON p.id = s.salesperson_id ORDER BY s.case_id, s.done_on, s.entry_id, s.part`;

/** Those of the customers, by whose they are, each customer's by number. */
export function casesOf(db: Store, customerIds: readonly number[]): Map<number, RecoveryCase[]> {
  const rows = db
    .prepare<[string], CaseRow>(
      `SELECT ${CASE} FROM ${eachOf('?', 'i')} CROSS JOIN recovery_case c ON c.customer_id = i.value
       CROSS JOIN journal j ON j.id = c.id ORDER BY c.id`,
    )
    .all(JSON.stringify(customerIds));
  const found = new Map<number, RecoveryCase[]>();
  for (const one of withSteps(db, rows)) addTo(found, one.customerId, one);
  return found;
}

/** Null for none of that number. */
export function caseOfId(db: Store, id: number): RecoveryCase | null {
  const rows = db
    .prepare<[number], CaseRow>(
      `SELECT ${CASE} FROM recovery_case c JOIN journal j ON j.id = c.id WHERE c.id = ?`,
    )
    .all(id);
  return withSteps(db, rows)[0] ?? null;
}

/** Ids of everybody who ever had one, ascending. */
export const customersWithCases = (db: Store): number[] =>
  db.prepare<[], number>('SELECT DISTINCT customer_id FROM recovery_case ORDER BY customer_id').pluck().all();

/** A number as the order of that number has it, the customer's first where several stores have one; null for none on file. */
export const repairOrderNumber = (db: Store, number: string, customerId: number): string | null =>
  db
    .prepare<{ key: string; customer: number }, string>(
      `SELECT number FROM repair_order WHERE ${withoutZeros('number')} = :key
       ORDER BY coalesce(customer_id, 0) = :customer DESC, id DESC LIMIT 1`,
    )
    .pluck()
    .get({ key: numberKey(number), customer: customerId }) ?? null;

/** Ids of the buyer of a sale, and of the co-buyer where there is one. */
export const signersOf = (db: Store, saleId: number): number[] =>
  db
    .prepare<[number], [number, number | null]>('SELECT customer_id, co_buyer_id FROM sale WHERE id = ?')
    .raw()
    .all(saleId)
    .flatMap(([buyer, coBuyer]) => (coBuyer === null ? [buyer] : [buyer, coBuyer]));

function withSteps(db: Store, rows: readonly CaseRow[]): RecoveryCase[] {
  if (rows.length === 0) return [];
  const steps = grouped(
    db
      .prepare<[string], StepRow>(STEPS)
      .all(JSON.stringify(rows.map(({ id }) => id)))
      .map((row) => [row.caseId, row] as const),
    ([, row]) => stepOf(row),
  );
  return rows.map((row) => ({ ...row, steps: steps.get(row.id) ?? [] }));
}

const stepOf = (row: StepRow): CaseStep => ({
  entry: row.entry,
  on: row.on,
  by: row.by,
  ...partOf(row),
});

/** What a part needs is there: it is written so. */
function partOf({ part, text, cc, dueOn, promise, cents, ...row }: StepRow): CasePart {
  const words = text ?? '';
  switch (part) {
    case 'promise':
      return { part, text: words, dueOn: dueOn ?? row.on };
    case 'kept':
      return { part, promise: promise ?? 0 };
    case 'update':
      return { part, text: words, cc };
    case 'before':
    case 'after':
      return { part, cents: cents ?? 0 };
    case 'own': {
      const { salespersonId, salesperson } = row;
      return { part, owner: { name: salesperson ?? words, salespersonId } };
    }
    case 'close':
      return { part, outcome: words as CaseOutcome, apologised: row.apologised === 1 };
    case 'reopen':
      return { part };
    default:
      return { part, text: words };
  }
}
