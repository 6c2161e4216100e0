/** How what is stored of a customer meets what a newer or older row says. */

import { CONTACT_COLUMNS, type Contact, type CustomerRow, extensionsAsText } from './customer-row.ts';

/**
 * Each value follows its own newest evidence, so that files may come in any order. Nearly always that is the
 * row's `as_of`; values a newer file left blank keep theirs in `older_columns`.
 */
export function mergeContact(next: CustomerRow, row: CustomerRow, incoming: Contact, asOf: string): void {
  const newest = asOf > row.as_of ? asOf : row.as_of;
  const known: Partial<Record<string, string>> =
    row.older_columns === null ? {} : JSON.parse(row.older_columns);
  const older: Record<string, string> = {};
  for (const column of CONTACT_COLUMNS) {
    const rests = known[column] ?? row.as_of;
    const taken = incoming[column] !== null && (row[column] === null || asOf >= rests);
    if (taken) next[column] = incoming[column];
    const evidence = taken ? asOf : rests;
    if (next[column] !== null && evidence < newest) older[column] = evidence;
  }
  next.extensions = extensionsOf(next, row.extensions, incoming.extensions, asOf >= row.as_of);
  next.older_columns = Object.keys(older).length === 0 ? null : JSON.stringify(older);
}

/** An extension belongs to its number and goes when that goes. */
function extensionsOf(
  { home_phone, cell_phone, work_phone, other_phone }: Contact,
  known: string | null,
  said: string | null,
  isNewer: boolean,
): string | null {
  if (known === null && said === null) return null;
  const [before, now]: readonly Record<string, string>[] = [
    JSON.parse(known ?? '{}'),
    JSON.parse(said ?? '{}'),
  ];
  const all = isNewer ? { ...before, ...now } : { ...now, ...before };
  const kept = [home_phone, cell_phone, work_phone, other_phone].flatMap((phone) =>
    phone !== null && all[phone] !== undefined ? [[phone, all[phone]] as const] : [],
  );
  return kept.length === 0 ? null : extensionsAsText(Object.fromEntries(kept));
}

/** A number that moved from one kind to another is not kept under both. */
export function dropRepeatedPhones(row: CustomerRow): void {
  if (row.cell_phone !== null && row.cell_phone === row.home_phone) row.cell_phone = null;
  if (row.work_phone !== null && (row.work_phone === row.home_phone || row.work_phone === row.cell_phone))
    row.work_phone = null;
  if (
    row.other_phone !== null &&
    [row.home_phone, row.cell_phone, row.work_phone].includes(row.other_phone)
  ) {
    row.other_phone = null;
  }
}
