/** Customers whom nobody looks after, for a spreadsheet. */

import type { Orphan } from '../domain/orphan.ts';
import { vehicleInWords } from './call-in-words.ts';
import { type CsvOptions, csvWriter } from './csv.ts';

/** Spreadsheets and scripts rely on the names and their order. */
const COLUMNS = [
  'customer_id',
  'customer',
  'was_code',
  'was_name',
  'since',
  'because',
  'vehicle',
  'vin',
  'next_due_on',
] as const;

/** The header and a row for each. */
export function orphansAsCsv(orphans: readonly Orphan[], options: CsvOptions): string {
  const line = csvWriter(options);
  const header = line(COLUMNS);
  const rows = orphans.map(({ customer, was, since, because, vehicle, next_due_on }) =>
    line([
      customer.id,
      customer.name,
      was?.code ?? null,
      was?.name ?? null,
      since,
      because,
      vehicleInWords(vehicle),
      vehicle.vin,
      next_due_on,
    ]),
  );
  return header + rows.join('');
}
