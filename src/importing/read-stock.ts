/** A row of a list of the cars that stand in the lot. */

import type { RowReading, StockRecord } from '../domain/records.ts';
import type { Condition } from '../domain/sale.ts';
import { readOdometer } from '../values/numbers.ts';
import { readRecordNumber } from '../values/record-number.ts';
import type { Cells } from './cells.ts';
import { moneyOf } from './deal-terms.ts';
import type { Field } from './fields.ts';
import { readStore } from './read-sale.ts';
import { readVehicle } from './read-vehicle.ts';

/** @param country ISO 3166, the store's */
export function readStockCar(cells: Cells, country: string): RowReading<StockRecord> {
  const stockNumber = cells.value('stock_number', readRecordNumber);
  if (stockNumber === null)
    return rejected(cells, 'no-stock-number', 'there is no stock number', 'stock_number');
  const { vin, year, make, model, trim } = readVehicle(cells, country);
  if (make === null && model === null)
    return rejected(cells, 'no-make', 'there is neither a make nor a model', 'make');
  const record: StockRecord = {
    store: readStore(cells),
    stockNumber,
    vin,
    year,
    make,
    model,
    trim,
    condition: conditionOf(cells),
    odometer: cells.firstValue('odometer', readOdometer),
    priceCents: priceOf(cells),
  };
  return { outcome: 'record', record, problems: [...cells.problems] };
}

const rejected = (cells: Cells, code: string, message: string, field: Field): RowReading<StockRecord> => ({
  outcome: 'rejected',
  problems: [
    cells.problem(
      'rejected',
      { code, message, hint: 'mend the row in the file and import it again' },
      field,
      cells.text(field),
    ),
  ],
});

/** The car the row is about, whatever else is wrong with it; null where it has no number. */
export function stockNameOf(cells: Cells): Pick<StockRecord, 'store' | 'stockNumber'> | null {
  const { value } = readRecordNumber(cells.text('stock_number'));
  return value === null ? null : { store: readStore(cells), stockNumber: value };
}

/** Nobody gives a car away: nothing, or less, is a price that was not entered. */
function priceOf(cells: Cells): number | null {
  for (const column of cells.columnsOf('price')) {
    const text = cells.at(column);
    const { value, problem } = moneyOf(cells, 'price')(text);
    if (problem) cells.warn('price', text, problem, column);
    else if (value !== null && value > 0) return value;
  }
  return null;
}

function conditionOf(cells: Cells): Condition | null {
  const text = cells.text('condition');
  if (text === '') return null;
  const found = cells.word('condition', text)?.condition ?? null;
  if (found === null) cells.warn('condition', text, UNKNOWN_CONDITION);
  return found;
}

const UNKNOWN_CONDITION = {
  code: 'unknown-word',
  message: 'is neither new nor used as far as is known; the condition of the car was left open',
};
