/** The customers a search found, as a table for the terminal. */

import type { FoundCustomer, MatchedBy, Nearness } from '../domain/found-customer.ts';
import { channelName, vehicleInWords } from './call-in-words.ts';
import { phoneInWords } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { type TableColumn, textTable } from './text-table.ts';

const FOUND_BY_COLUMN: TableColumn = { title: 'Found by', priority: 4, minWidth: 8 };
/** That somebody is only near to what was typed is not left out where room is short. */
const DOUBTFUL_COLUMN: TableColumn = { ...FOUND_BY_COLUMN, priority: 9, minWidth: 11 };
const COLUMNS: readonly TableColumn[] = [
  { title: 'Id', align: 'right', priority: 10, minWidth: 9 },
  { title: 'Customer', priority: 9, minWidth: 14, maxWidth: 30, style: 'bold', grow: true },
  { title: 'Phone', priority: 8, minWidth: 14 },
  { title: 'Car', priority: 7, minWidth: 14, maxWidth: 30, grow: true },
  { title: 'Owner', priority: 5, minWidth: 10, maxWidth: 22, grow: true },
  FOUND_BY_COLUMN,
  { title: 'Do not', priority: 6, minWidth: 6 },
];

const FOUND_BY: Readonly<Record<MatchedBy, string>> = {
  id: 'id',
  phone: 'phone',
  vin: 'VIN',
  email: 'e-mail',
  deal: 'deal',
  plate: 'plate',
  stock: 'stock number',
  name: 'name',
};

const NEAR: Readonly<Record<Exclude<Nearness, 'exact'>, string>> = { sound: 'sounds like', slip: 'perhaps' };

/**
 * A line a customer. Who asked not to be called, or has only numbers that may not be, has that in the place of the number.
 * @param options width in columns, null for a pipe; country (ISO 3166) the store's, for telephone numbers
 */
export function foundCustomersAsText(
  found: readonly FoundCustomer[],
  { width, styles, country }: { width: number | null; styles: Styles; country: string },
): string {
  const rows = found.map((one) => [
    `#${one.id}`,
    one.name,
    one.do_not.call ? 'DO NOT CALL' : phoneOf(one, country),
    vehicleInWords(one.vehicle),
    one.owner?.name ?? 'the house',
    one.match === 'exact' ? FOUND_BY[one.matched_by] : NEAR[one.match],
    blocked(one),
  ]);
  const columns = found.every(({ match }) => match === 'exact')
    ? COLUMNS
    : COLUMNS.map((column) => (column === FOUND_BY_COLUMN ? DOUBTFUL_COLUMN : column));
  return textTable(columns, rows, { width, style: styles });
}

/** The number that was searched for, else the first to dial; of one that may not be called its end, as on the card. */
function phoneOf(
  { phones: [first], withheld_phones, matched_phone }: FoundCustomer,
  country: string,
): string {
  if (matched_phone !== null && 'ends_in' in matched_phone)
    return `ends in ${matched_phone.ends_in}: DO NOT CALL`;
  const shown = matched_phone ?? first;
  if (shown !== undefined) return phoneInWords(shown, country);
  return withheld_phones.length > 0 ? 'DO NOT CALL' : 'no phone';
}

/** `call, mail`: by which ways the customer does not want to hear from us. */
const blocked = ({ do_not }: FoundCustomer): string =>
  (['call', 'text', 'email', 'mail'] as const)
    .filter((way) => do_not[way])
    .map(channelName)
    .join(', ');
