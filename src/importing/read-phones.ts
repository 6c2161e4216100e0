/** The telephone numbers of a row's customer, each in the place of its kind. */

import type { Phone, PhoneKind } from '../domain/customer.ts';
import { phoneKindOf, readExtension, readPhones } from '../values/phone.ts';
import type { Cells } from './cells.ts';
import type { Field, PartyField } from './fields.ts';

/** E.164, one number in one place; `extensions` by number. */
export interface PartyPhones {
  home: string | null;
  cell: string | null;
  work: string | null;
  other: string | null;
  extensions: Record<string, string> | null;
}

type FieldsOf = Readonly<Record<PartyField, Field>>;

const COLUMNS: readonly (readonly [PartyField, PhoneKind | null])[] = [
  ['home_phone', 'home'],
  ['cell_phone', 'cell'],
  ['work_phone', 'work'],
  ['phone', null],
];

/** What is written beside a number goes before what its column is for; a number that is given twice is kept in the first place. */
export function readPartyPhones(cells: Cells, field: FieldsOf, country: string): PartyPhones {
  const found: PartyPhones = { home: null, cell: null, work: null, other: null, extensions: null };
  const isOwn = cells.mapping.rules.isOwnExport ?? false;
  for (const [place, kind] of COLUMNS) {
    for (const column of cells.columnsOf(field[place])) {
      const text = cells.at(column);
      if (text === '') continue;
      const { phones, problem } = readPhones(isOwn ? `+${text}` : text, country);
      if (problem !== null) cells.warn(field[place], text, problem, column);
      for (const phone of phones) {
        if (phone.kind === null && isFax(cells, field, column)) continue;
        const own = phone.kind ?? kind ?? kindBeside(cells, field, column);
        if (!put(found, phone, own)) cells.warn(field[place], text, NO_PLACE, column);
      }
    }
  }
  const extension = readExtension(cells.text(field.work_extension));
  if (extension !== null && !extend(found, found.work ?? found.other, extension))
    cells.warn(field.work_extension, cells.text(field.work_extension), NO_NUMBER);
  return found;
}

const NO_PLACE = {
  code: 'several-phones',
  message: 'holds one number more than there is a place for; it was left out',
};
const NO_NUMBER = {
  code: 'extension-without-number',
  message: 'is an extension, and the row has no number it belongs to; it was left out',
};

function kindBeside(cells: Cells, field: FieldsOf, column: number): PhoneKind | null {
  if (!cells.has(field.phone_type)) return null;
  const type = typeColumn(column, cells.columnsOf(field.phone), cells.columnsOf(field.phone_type));
  return type === undefined ? null : phoneKindOf(cells.at(type));
}

/** A number that nobody answers. */
function isFax(cells: Cells, field: FieldsOf, column: number): boolean {
  if (!cells.has(field.phone_type)) return false;
  const type = typeColumn(column, cells.columnsOf(field.phone), cells.columnsOf(field.phone_type));
  return type !== undefined && /^(?:f|fax|fx|pager|beeper)$/i.test(cells.at(type));
}

/** "Phone Type" of a phone column: the one in the same place among as many, else the one behind it; a single one is about the first. */
function typeColumn(column: number, phones: readonly number[], types: readonly number[]): number | undefined {
  const rank = phones.filter((each) => each < column).length;
  if (types.length === phones.length) return types.toSorted((a, b) => a - b)[rank];
  return (
    types.find((each) => each === column + 1) ?? (rank === 0 && types.length === 1 ? types[0] : undefined)
  );
}

/** Whether there was a place, or the number is there already. */
function put(found: PartyPhones, { e164, extension }: Phone, kind: PhoneKind | null): boolean {
  const { home, cell, work, other } = found;
  const isThere = home === e164 || cell === e164 || work === e164 || other === e164;
  if (!isThere) {
    const place = kind !== null && found[kind] === null ? kind : 'other';
    if (found[place] !== null) return false;
    found[place] = e164;
  }
  if (extension !== null) extend(found, e164, extension);
  return true;
}

function extend(found: PartyPhones, e164: string | null, extension: string): boolean {
  if (e164 === null) return false;
  found.extensions ??= {};
  found.extensions[e164] ??= extension;
  return true;
}
