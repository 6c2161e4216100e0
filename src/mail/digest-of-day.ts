/** The manager's digest, worked out from the lists of the day, what became of their mails, and what was done lately. */

import type { Call, CallList, ListSalesperson } from '../domain/call-list.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import type { Digest, DigestLine, TroubledMail } from '../domain/digest.ts';
import type { OwnersNotice } from '../domain/sold-by-other.ts';
import type { WorkTally } from '../domain/work-tally.ts';

export interface DigestInput {
  readonly on: Day;
  readonly people: readonly {
    readonly salesperson: ListSalesperson;
    readonly list: CallList;
    readonly mail: string;
  }[];
  readonly house: CallList;
  readonly lastImport: { readonly file: string; readonly on: Day } | null;
  readonly troubled: readonly TroubledMail[];
  readonly journal: Digest['journal'];
  readonly notices: readonly OwnersNotice[];
  readonly cases: Digest['cases'];
  readonly lane: Digest['lane'];
  readonly done: WorkTally;
  readonly week: WorkTally | null;
}

export function digestOfDay({ on, people, lastImport, ...told }: DigestInput): Digest {
  return {
    on,
    lines: people.map(({ salesperson, list, mail }) => ({
      code: salesperson.code,
      name: salesperson.name,
      ...overdueIn(list.calls, on),
      waiting: list.later.length,
      closing: list.dropped.length,
      mail,
    })),
    lastImport: lastImport && { ...lastImport, daysAgo: Math.max(0, daysBetween(lastImport.on, on)) },
    ...told,
  };
}

function overdueIn(calls: readonly Call[], on: Day): Pick<DigestLine, 'calls' | 'overdue' | 'oldestDueOn'> {
  const oldest = calls.map(({ reasons }) =>
    reasons.reduce<Day | null>((day, { due_on }) => (day === null || due_on < day ? due_on : day), null),
  );
  const overdue = oldest.filter((day) => day !== null && day < on).sort();
  return { calls: calls.length, overdue: overdue.length, oldestDueOn: overdue[0] ?? null };
}
