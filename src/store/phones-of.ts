/** A customer's telephone numbers out of their columns. */

import type { Phone } from '../domain/customer.ts';

export interface PhoneColumns {
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly work_phone: string | null;
  readonly other_phone: string | null;
  /** JSON: by number */
  readonly extensions: string | null;
}

/** Phones in the order in which they are dialled: cell, home, work, the one of unknown kind. */
export function phonesOf(row: PhoneColumns): Phone[] {
  const extensions: Readonly<Partial<Record<string, string>>> =
    row.extensions === null ? {} : JSON.parse(row.extensions);
  const phones: Phone[] = [];
  const add = (kind: Phone['kind'], e164: string | null): void => {
    if (e164 !== null) phones.push({ kind, e164, extension: extensions[e164] ?? null });
  };
  add('cell', row.cell_phone);
  add('home', row.home_phone);
  add('work', row.work_phone);
  add(null, row.other_phone);
  return phones;
}
