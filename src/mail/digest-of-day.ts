/** The manager's digest, worked out from the lists of the day and what became of their mails. */

import type { Call, CallList, ListSalesperson } from '../domain/call-list.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import type { Digest, DigestLine, TroubledMail } from '../domain/digest.ts';

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
}

export function digestOfDay({ on, people, house, lastImport, troubled }: DigestInput): Digest {
  return {
    on,
    lines: people.map(({ salesperson, list, mail }) => ({
      code: salesperson.code,
      name: salesperson.name,
      ...overdueIn(list.calls, on),
      mail,
    })),
    house,
    lastImport: lastImport && { ...lastImport, daysAgo: Math.max(0, daysBetween(lastImport.on, on)) },
    troubled,
  };
}

function overdueIn(calls: readonly Call[], on: Day): Pick<DigestLine, 'calls' | 'overdue' | 'oldestDueOn'> {
  const oldest = calls.map(({ reasons }) =>
    reasons.reduce<Day | null>((day, { due_on }) => (day === null || due_on < day ? due_on : day), null),
  );
  const overdue = oldest.filter((day) => day !== null && day < on).sort();
  return { calls: calls.length, overdue: overdue.length, oldestDueOn: overdue[0] ?? null };
}
