/** How what is stored of a customer meets what a newer or older row says. */

import { CONTACT_COLUMNS, type Contact, type CustomerRow } from './customer-row.ts';

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
  next.older_columns = Object.keys(older).length === 0 ? null : JSON.stringify(older);
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
