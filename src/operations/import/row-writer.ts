/** What happens to one row of an import: read by its kind, folded into the store, its outcome and problems noted. */

import type { Day } from '../../domain/day.ts';
import { type Fault, usageFault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import type { OptedOut, RowReading } from '../../domain/records.ts';
import type { Cells } from '../../importing/cells.ts';
import type { Kind } from '../../importing/fields.ts';
import { readPartyNumber } from '../../importing/read-party.ts';
import { readDealName, readSale } from '../../importing/read-sale.ts';
import { readAppointment, readRepairOrder } from '../../importing/read-visit.ts';
import { reportLineTest } from '../../importing/report-lines.ts';
import { rowHasher } from '../../importing/row-hash.ts';
import { type Constants, leavesOut, type SectionWords, sectionIn } from '../../importing/sections.ts';
import type { Row } from '../../rows/row.ts';
import type { Store } from '../../store/engine/store.ts';
import type { Evidence } from '../../store/writing/evidence.ts';
import type { ImportLog } from '../../store/writing/import-log.ts';
import { type RowNames, type RowOutcome, SaleWriter } from '../../store/writing/sale-writer.ts';
import type { ScheduleEvidence } from '../../store/writing/schedule-log.ts';
import type { StockList } from '../../store/writing/stock-writer.ts';
import type { NameInStore } from '../../store/writing/unseen.ts';
import { VisitWriter } from '../../store/writing/visit-writer.ts';
import type { CreditNews } from './sold-by-other.ts';
import { StockRows } from './stock-rows.ts';

export interface RowWriter {
  /** to be called with the rows that come next */
  readonly expect: (rows: readonly Row[]) => void;
  /** takes in one row, logs its outcome, and adds what there is to remark to `problems` */
  readonly take: (row: Row, problems: Problem[]) => void;
  /** behind the last row: what could not be settled before. Gives how many cars of the stock are gone */
  readonly settle: (problems: Problem[]) => number;
  /** behind the last row, once the indexes stand */
  readonly finish: () => void;
  /** the ids of salespeople nobody knew before */
  readonly newSalespeople: () => readonly number[];
  /** how many new sales came too late for the touches of their first days */
  readonly lateSales: () => number;
  /** the newer sales that are new or credited to others, by their ids */
  readonly creditNews: ReadonlyMap<number, CreditNews>;
}

export interface RowWriterOptions {
  /** set to one row after the other */
  readonly cells: Cells;
  /** the value a full share has in this file */
  readonly fullShare: number;
  /** ISO 3166, what national phone numbers belong to */
  readonly country: string;
  readonly deliveredAt: string;
  /** the store's day of the delivery */
  readonly deliveredOn: Day;
  /** its place among all deliveries, as text that sorts */
  readonly order: string;
  /** for the words of a fault */
  readonly file: string;
  /** whether a sale of that day comes too late for the touches of its first days */
  readonly isLate: (anchor: Day) => boolean;
  /** sales made before this day are none of `creditNews` */
  readonly creditNewsSince: Day;
  /** for the stock of cars: which list this is */
  readonly list: StockList & { readonly replaces: boolean };
}

export function rowWriter(db: Store, log: ImportLog, options: RowWriterOptions): RowWriter {
  const { cells, fullShare, country, deliveredAt, deliveredOn, order } = options;
  const { mapping } = cells;
  const isReportLine = reportLineTest(mapping);
  const reading = { country, fullShare, hashOf: rowHasher(mapping, cells.asides, () => cells.constantsKey) };
  const { kind } = mapping;
  const stock =
    kind === 'inventory' ? new StockRows(cells, { ...options.list, country, file: options.file }) : null;
  const { apply, ...writer } = applierFor(
    db,
    kind === 'inventory' ? null : kind,
    { importId: log.id, deliveredAt, deliveredOn, order, restates: mapping.rules.isOwnExport ?? false },
    cells,
    reading,
    options,
  );
  const { width } = mapping;
  const note = (problem: Problem, row: Row, problems: Problem[]): void => {
    log.problem(problem, problem.outcome === 'rejected' ? rawText(row) : null);
    problems.push(problem);
  };
  const sections = mapping.rules.sections ?? NO_SECTIONS;
  let section: Constants | null = null;
  /** A heading holds until the next; one that says nothing known is a row like any other, unless the rows are left out for the last. */
  const isHeading = ({ cells: row, line }: Row): boolean => {
    const found = mapping.kind === 'sales' || sections.size > 0 ? sectionIn(row, sections) : null;
    if (found === null) return false;
    if (found === 'unknown' && leavesOut(section)) throw unclearSection(options.file, line, row);
    section = found === 'unknown' || found === 'ignored' ? null : found;
    cells.setConstants(section ?? NO_CONSTANTS, 'next section');
    return found !== 'unknown';
  };
  const tell = (row: Row, { outcome, noted }: Applied, problems: Problem[]): void => {
    log.row(row.line, outcome);
    for (const problem of noted) note(problem, row, problems);
    if (row.cells.length >= mapping.header.length || (outcome !== 'new' && outcome !== 'changed')) return;
    cells.start(row);
    note(cells.problem('warning', tooFewFields(row.cells.length, mapping.header.length)), row, problems);
  };
  const take = (row: Row, problems: Problem[]): void => {
    if (isReportLine(row.cells) || isHeading(row)) return;
    cells.start(row);
    if (row.cells.length > width) {
      const problem = cells.problem('rejected', tooManyFields(row.cells.length, mapping.header.length));
      if (stock !== null) stock.refuse(row, problem);
      else tell(row, { outcome: 'rejected', noted: [problem] }, problems);
    } else if (stock !== null) stock.take();
    else tell(row, apply(), problems);
  };
  const settle = (problems: Problem[]): number =>
    stock?.settle(db, (row, outcome, noted) => tell(row, { outcome, noted }, problems)) ?? 0;
  return { take, settle, ...writer };
}

const NO_SECTIONS: SectionWords = new Map();
const NO_CONSTANTS: Constants = new Map();

function unclearSection(file: string, line: number, cells: readonly string[]): Fault {
  const heading = JSON.stringify(cells.find((cell) => cell.trim() !== '')?.trim() ?? '');
  return usageFault(
    'unclear-section',
    `${file}, line ${line}: the rows above ${heading} are left out for their heading, and whether those under it are is not known`,
    `say it in a map: under [layout.sections] ${heading} = { sale_class = "retail" }, or another class; "ignored" if it is no heading`,
  );
}

const tooFewFields = (found: number, width: number): { code: string; message: string } => ({
  code: 'too-few-fields',
  message: `the row ends after ${found} of ${width} fields; the rest was taken as empty`,
});

const tooManyFields = (found: number, width: number): { code: string; message: string; hint: string } => ({
  code: 'too-many-fields',
  message: `the row has ${found} fields, the header ${width}; nothing was shifted to make it fit`,
  hint: 'put quotes around the value with the extra separator, or export the file again',
});

/** Nothing new in the row, so nothing to remark on either. */
const SAME = { outcome: 'same', noted: [] } as const;

type Applied = { readonly outcome: RowOutcome; readonly noted: readonly Problem[] };

function applierFor(
  db: Store,
  /** null = of cars, whose rows are held back */
  kind: Exclude<Kind, 'inventory'> | null,
  evidence: Evidence & ScheduleEvidence,
  cells: Cells,
  reading: Parameters<typeof readSale>[1],
  { isLate, creditNewsSince }: Pick<RowWriterOptions, 'isLate' | 'creditNewsSince'>,
): { readonly apply: () => Applied } & Omit<RowWriter, 'take' | 'settle'> {
  const creditNews = new Map<number, CreditNews>();
  if (kind === 'sales') {
    const onCredits = (saleId: number, before: readonly number[] | null): void => {
      if (!creditNews.has(saleId)) creditNews.set(saleId, { line: cells.row.line, before });
    };
    const writer = new SaleWriter(db, evidence, { since: creditNewsSince, onCredits });
    let late = 0;
    const apply = (): Applied => {
      if (writer.knows(readDealName(cells), reading.hashOf(cells.row))) return SAME;
      cells.start(cells.row);
      const read = readSale(cells, reading);
      const left = applied(read, cells, writer, (record) => writer.write(record));
      if (read.outcome === 'record' && left.outcome === 'new') {
        const { deliveredOn, soldOn } = read.record;
        if (isLate(deliveredOn ?? soldOn)) late++;
      }
      if (read.outcome !== 'skipped' || read.gone === null) return left;
      const outcome = writer.takeBack(read.gone);
      return { outcome, noted: outcome === 'skipped' ? read.problems : [] };
    };
    const expect = (rows: readonly Row[]): void =>
      writer.expect(rows.map((row) => namesIn(row, cells, reading.hashOf)));
    return {
      apply,
      expect,
      finish: () => writer.finish(),
      newSalespeople: () => writer.newSalespeople,
      lateSales: () => late,
      creditNews,
    };
  }
  const writer = new VisitWriter(db, evidence);
  const apply =
    kind === 'repair-orders'
      ? (): Applied => {
          const read = readRepairOrder(cells, reading);
          if (read.outcome === 'skipped' && read.ownOrder !== undefined) writer.noteOwnOrder(read.ownOrder);
          return applied(read, cells, writer, (record) => writer.writeRepairOrder(record));
        }
      : (): Applied => {
          const read = readAppointment(cells, reading);
          const left = applied(read, cells, writer, (record) => writer.writeAppointment(record));
          if (read.outcome !== 'skipped' || read.cancelled === undefined) return left;
          const outcome = writer.cancelAppointment(read.cancelled);
          return {
            outcome,
            noted: left.noted.filter((problem) => outcome === 'skipped' || problem.outcome === 'warning'),
          };
        };
  return {
    apply,
    expect: () => {},
    finish: () => writer.finish(),
    newSalespeople: () => [],
    lateSales: () => 0,
    creditNews,
  };
}

function namesIn(row: Row, cells: Cells, hashOf: (row: Row) => number): RowNames {
  cells.start(row);
  const { store, dealNumber } = readDealName(cells);
  const customers: NameInStore[] = [];
  for (const number of [readPartyNumber(cells, ''), readPartyNumber(cells, 'co_')])
    if (number !== null) customers.push({ store, number });
  return { hash: hashOf(row), deal: dealNumber === null ? null : { store, number: dealNumber }, customers };
}

function applied<T>(
  read: RowReading<T>,
  cells: Cells,
  writer: { readonly block: (optedOut: OptedOut) => void; readonly takeDoubted: () => readonly string[] },
  write: (record: T) => RowOutcome,
): Applied {
  let { outcome }: Applied = SAME;
  if (read.outcome === 'record') outcome = write(read.record);
  else {
    if (read.optedOut) writer.block(read.optedOut);
    outcome = read.outcome;
  }
  const doubted = writer.takeDoubted();
  if (doubted.length === 0) return { outcome, noted: read.problems };
  return { outcome, noted: [...read.problems, ...doubted.map((number) => ofAnother(cells, number))] };
}

/** A number that is another customer's. */
function ofAnother(cells: Cells, number: string): Problem {
  const field = readPartyNumber(cells, '') === number ? 'customer_number' : 'co_customer_number';
  return cells.problem('warning', OF_ANOTHER, field, number);
}

const OF_ANOTHER = {
  code: 'number-of-another',
  message:
    'is the number of a customer with another name, phone, e-mail address and birthday: taken for somebody else, without the number',
  hint: 'if it is one person, put the name or the phone right in the DMS, and import again',
};

/** The row as CSV again, quoted where it must be. */
const rawText = (row: Row): string =>
  row.cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
