/** The rows of a list of cars: held until all of them are read, as the last one of a number counts and what lacks is gone. */

import { type Fault, usageFault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RowReading, StockRecord } from '../../domain/records.ts';
import type { Cells } from '../../importing/cells.ts';
import { readStockCar, stockNameOf } from '../../importing/read-stock.ts';
import type { Row } from '../../rows/row.ts';
import type { Store } from '../../store/engine/store.ts';
import type { RowOutcome } from '../../store/writing/sale-writer.ts';
import {
  type StockList,
  type StockName,
  type StoreChange,
  takeStock,
} from '../../store/writing/stock-writer.ts';

export interface StockImport extends StockList {
  /** ISO 3166 */
  readonly country: string;
  /** for the words of a fault */
  readonly file: string;
  /** whether it may be as short as it likes */
  readonly replaces: boolean;
}

interface Held {
  readonly row: Row;
  readonly read: RowReading<StockRecord>;
}

/** Told of each row when it is settled. */
type OnRow = (row: Row, outcome: RowOutcome, problems: readonly Problem[]) => void;

export class StockRows {
  readonly #cells: Cells;
  readonly #list: StockImport;
  readonly #held: Held[] = [];
  /** cars of rows that were rejected: they stand in the lot all the same */
  readonly #named: StockName[] = [];

  constructor(cells: Cells, list: StockImport) {
    this.#cells = cells;
    this.#list = list;
  }

  /** The row the cells are set to. */
  take(): void {
    const read = readStockCar(this.#cells, this.#list.country);
    this.#held.push({ row: this.#cells.row, read });
    if (read.outcome === 'record') return;
    const named = stockNameOf(this.#cells);
    if (named !== null) this.#named.push(named);
  }

  /** A row that cannot be read at all. */
  refuse(row: Row, problem: Problem): void {
    this.#held.push({ row, read: { outcome: 'rejected', problems: [problem] } });
  }

  /** Inside a transaction: takes all of it in. Gives how many cars are gone. @throws Fault `stock-shrunk` */
  settle(db: Store, onRow: OnRow): number {
    const { file, replaces } = this.#list;
    const cars = this.#held.flatMap(({ read }) => (read.outcome === 'record' ? read.record : []));
    const lines = this.#held.flatMap(({ row, read }) => (read.outcome === 'record' ? row.line : []));
    const { outcomes, overruledBy, stores } = takeStock(db, this.#list, cars, this.#named);
    const shrunk = stores.find(hasShrunk);
    if (shrunk !== undefined && !replaces) throw tooShort(file, shrunk);
    let place = 0;
    for (const { row, read } of this.#held) {
      if (read.outcome !== 'record') {
        onRow(row, read.outcome, read.problems);
        continue;
      }
      const outcome = outcomes[place] ?? 'same';
      const counts = overruledBy[place];
      const remarks = outcome === 'same' ? [] : read.problems;
      const again = counts == null ? [] : [this.#standsAgain(row, read.record, lines[counts])];
      onRow(row, outcome, [...remarks, ...again]);
      place++;
    }
    return stores.reduce((sum, { gone }) => sum + gone, 0);
  }

  #standsAgain(row: Row, { stockNumber }: StockRecord, line: number | undefined): Problem {
    this.#cells.start(row);
    return this.#cells.problem(
      'warning',
      {
        code: 'stock-number-twice',
        message: `stands again in line ${line}: that row counts`,
        hint: 'take the other one out of the list',
      },
      'stock_number',
      stockNumber,
    );
  }
}

/** From so many cars on a list that lacks more than half of them is perhaps a part of one. */
const FEW = 20;

const hasShrunk = ({ before, gone }: StoreChange): boolean => before >= FEW && gone * 2 > before;

const tooShort = (file: string, { store, before, gone }: StoreChange): Fault =>
  usageFault(
    'stock-shrunk',
    `${file} lacks ${gone} of the ${before} cars that stand in the lot${store === '' ? '' : ` of ${store}`}: perhaps it is not the whole list`,
    'if they are gone all the same: --replace; nothing was changed',
  );
