/** Recovery cases as they are opened and worked on: each deed with its entry in one transaction. */

import type { Acting } from '../../domain/acting.ts';
import type { Day } from '../../domain/day.ts';
import type { CaseOwner, CasePart, RecoveryCase } from '../../domain/recovery-case.ts';
import type { Store } from '../engine/store.ts';
import { addEntry } from './entry-log.ts';

export interface NewCase
  extends Pick<RecoveryCase, 'customerId' | 'headline' | 'severity' | 'repairOrder' | 'saleId'> {
  readonly on: Day;
  readonly owner: CaseOwner | null;
}

/** Gives the number of its entry, which is the case's own. */
export function recordCase(db: Store, acting: Acting, { owner, ...opened }: NewCase): number {
  return db
    .transaction(() => {
      const { customerId, headline, severity, repairOrder, saleId, on } = opened;
      const id = addEntry(db, acting, {
        customerId,
        action: 'case',
        details: {
          text: headline,
          severity,
          on,
          ...(repairOrder !== null && { repair_order: repairOrder }),
          ...(saleId !== null && { sale_id: saleId }),
          ...(owner !== null && { owner: owner.name }),
        },
      });
      db.prepare(
        `INSERT INTO recovery_case (id, customer_id, headline, severity, opened_on, repair_order, sale_id)
         VALUES (:id, :customerId, :headline, :severity, :on, :repairOrder, :saleId)`,
      ).run({ id, ...opened });
      if (owner !== null) addSteps(db, id, { caseId: id, on, parts: [{ part: 'own', owner }] });
      return id;
    })
    .immediate();
}

/** Gives the number of the entry. @param parts each kind of them once */
export function recordCaseSteps(
  db: Store,
  acting: Acting,
  { id: caseId, customerId }: Pick<RecoveryCase, 'id' | 'customerId'>,
  parts: readonly CasePart[],
  on: Day,
): number {
  return db
    .transaction(() => {
      const id = addEntry(db, acting, {
        customerId,
        action: 'case',
        details: { case: caseId, parts, on },
      });
      addSteps(db, id, { caseId, on, parts });
      return id;
    })
    .immediate();
}

interface Steps {
  readonly caseId: number;
  readonly on: Day;
  readonly parts: readonly CasePart[];
}

function addSteps(db: Store, entry: number, { caseId, on, parts }: Steps): void {
  const add = db.prepare(
    `INSERT INTO case_step (entry_id, part, case_id, done_on, text, cc, due_on, promise_id, cents, salesperson_id, apologised)
     VALUES (:entry, :part, :caseId, :on, :text, :cc, :dueOn, :promise, :cents, :salespersonId, :apologised)`,
  );
  for (const part of parts) add.run({ entry, caseId, on, ...EMPTY, ...columnsOf(part) });
}

const EMPTY = {
  text: null,
  cc: null,
  dueOn: null,
  promise: null,
  cents: null,
  salespersonId: null,
  apologised: null,
};

function columnsOf(said: CasePart): Partial<Record<keyof typeof EMPTY, string | number | null>> & {
  readonly part: CasePart['part'];
} {
  switch (said.part) {
    case 'own':
      return { part: said.part, text: said.owner.name, salespersonId: said.owner.salespersonId };
    case 'close':
      return { part: said.part, text: said.outcome, apologised: said.apologised ? 1 : 0 };
    default:
      return said;
  }
}
