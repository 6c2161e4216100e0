/** A customer's telephone numbers out of their columns. */

import type { Phone } from '../domain/customer.ts';

export interface PhoneColumns {
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly work_phone: string | null;
  readonly other_phone: string | null;
  readonly work_extension: string | null;
}

/** Phones in the order in which they are dialled: cell, home, work, the one of unknown kind. */
export function phonesOf(row: PhoneColumns): Phone[] {
  const extensionOf = row.work_phone !== null ? 'work' : row.home_phone !== null ? 'home' : 'other';
  const phones: Phone[] = [];
  const add = (kind: Phone['kind'], e164: string | null, place: string): void => {
    if (e164 !== null)
      phones.push({ kind, e164, extension: place === extensionOf ? row.work_extension : null });
  };
  add('cell', row.cell_phone, 'cell');
  add('home', row.home_phone, 'home');
  add('work', row.work_phone, 'work');
  add(null, row.other_phone, 'other');
  return phones;
}
