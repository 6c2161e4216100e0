/** One row of a sales export as a sale, or why it is none. */

import type { Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type { DealKey, RowReading, SaleRecord } from '../domain/records.ts';
import type { Condition, DealType } from '../domain/sale.ts';
import { headerKey } from '../rows/header-key.ts';
import type { Row } from '../rows/row.ts';
import { readFlag } from '../values/flags.ts';
import { readOdometer } from '../values/numbers.ts';
import { readRecordNumber } from '../values/record-number.ts';
import type { Cells } from './cells.ts';
import { readDealTerms } from './deal-terms.ts';
import type { Field } from './fields.ts';
import { readCredits } from './read-credits.ts';
import { nameField, readOptedOut, readParty } from './read-party.ts';
import { readVehicle } from './read-vehicle.ts';
import { type DealState, type SaleClass, WORD_FIELDS } from './value-words.ts';

export interface SaleReadingOptions {
  readonly country: string;
  /** the value a full share has in this file */
  readonly fullShare: number;
  readonly hashOf: (row: Row) => number;
}

const EARLIEST_SALE = '1950-01-01';

/** The part of a sale's name that can be had without reading the row: enough to see whether it is known already. */
export const readDealName = (cells: Cells): Pick<DealKey, 'store' | 'dealNumber'> => ({
  store: readStore(cells),
  dealNumber: readDealNumber(cells),
});

/** Reads the row `cells` stands on. */
export function readSale(cells: Cells, options: SaleReadingOptions): RowReading<SaleRecord> {
  const read = readRow(cells, options);
  if (read.outcome !== 'skipped' && read.outcome !== 'rejected') return read;
  // a rejected row of another width may have slipped: its yes may stand in the wrong column
  if (read.outcome === 'rejected' && cells.row.cells.length !== cells.mapping.header.length) return read;
  const optedOut = readOptedOut(cells, readStore(cells), options.country);
  return { ...read, optedOut, problems: [...read.problems, ...(optedOut?.remarks ?? [])] };
}

function readRow(cells: Cells, options: SaleReadingOptions): RowReading<SaleRecord> {
  const said = whatTheWordsSay(cells);
  const vehicle = readVehicle(cells, options.country);
  const key: DealKey = {
    store: readStore(cells),
    dealNumber: readDealNumber(cells),
    vin: vehicle.vin,
    serial: vehicle.serial,
    stockNumber: cells.value('stock_number', readRecordNumber),
    version: readVersion(cells),
  };
  const skip = whySkipped(cells, said);
  if (skip !== null) {
    const gone = GONE.has(skip.code)
      ? { ...key, soldOn: soldOnIn(cells), hash: options.hashOf(cells.row) }
      : null;
    const said = skip.column === undefined ? undefined : cells.at(skip.column);
    return {
      outcome: 'skipped',
      gone,
      problems: [cells.problem('skipped', skip, skip.field, said, skip.column)],
    };
  }
  const sold = readSoldOn(cells);
  const on = 'code' in sold ? cells.today : sold.on;
  const buyer = readParty(cells, '', options.country, on);
  if (buyer === null) {
    const field = nameField(cells);
    const message =
      cells.text(field) === ''
        ? 'no customer and no company is named'
        : 'names nobody: a house account or a filler, and no company is named';
    return rejected(cells, 'no-customer', message, field);
  }
  if ('code' in sold) return { outcome: 'rejected', problems: [sold] };
  if (key.dealNumber === null && key.vin === null && key.serial === null && key.stockNumber === null) {
    return rejected(
      cells,
      'no-identity',
      'there is no deal number, no VIN and no stock number to know this sale by',
      'deal_number',
    );
  }
  const coBuyer = readParty(cells, 'co_', options.country, on);
  const deliveredOn = cells.day('delivered_on');
  const odometer = cells.firstValue('odometer', readOdometer);
  const credits = readCredits(cells, options.fullShare);
  const isOpen = said.unknownType || cells.mapping.rules.isOwnExport;
  const terms = readDealTerms(cells, said.dealType ?? (isOpen ? 'unknown' : null), sold.contractOn);
  // spelled out: spreading objects together costs more than reading the row
  const record: SaleRecord = {
    store: key.store,
    dealNumber: key.dealNumber,
    vin: key.vin,
    serial: key.serial,
    stockNumber: key.stockNumber,
    version: key.version,
    buyer,
    coBuyer,
    vehicle,
    soldOn: sold.on,
    deliveredOn,
    dealType: terms.dealType,
    condition: said.condition,
    odometer,
    credits,
    termMonths: terms.termMonths,
    firstPaymentOn: terms.firstPaymentOn,
    leaseEndOn: terms.leaseEndOn,
    leaseEndEstimated: terms.leaseEndEstimated,
    loanEndOn: terms.loanEndOn,
    loanEndEstimated: terms.loanEndEstimated,
    paymentCents: terms.paymentCents,
    amountFinancedCents: terms.amountFinancedCents,
    apr: terms.apr,
    lender: terms.lender,
    tradeVins: readTrades(cells, vehicle.vin),
    hash: options.hashOf(cells.row),
  };
  const problems = cells.problems.length === 0 ? NO_PROBLEMS : [...cells.problems];
  return { outcome: 'record', record, problems };
}

const NO_PROBLEMS: readonly Problem[] = [];

/** Why a deal that was a sale is none any more. */
const GONE: ReadonlySet<string> = new Set(['unwound', 'repossessed', 'dead']);

const rejected = (cells: Cells, code: string, message: string, field: Field): RowReading<SaleRecord> => ({
  outcome: 'rejected',
  problems: [
    cells.problem(
      'rejected',
      { code, message, hint: 'mend the row in the DMS or in the file and import it again' },
      field,
      cells.text(field),
    ),
  ],
});

/** With the part of it that is a store of its own. */
export function readStore(cells: Cells): string {
  const store = cells.text('store');
  const area = cells.text('area');
  return area === '' || area === cells.mapping.rules.mainArea ? store : `${store}-${area}`;
}

/** Keeps leading zeros and letters; takes off the file name before a `*`. */
const readDealNumber = (cells: Cells): string | null =>
  cells.value('deal_number', (text) => readRecordNumber(text.slice(text.lastIndexOf('*') + 1)));

/** Sortable text: counters padded, days as they are. */
function readVersion(cells: Cells): string | null {
  const text = cells.text('version');
  if (text === '') return null;
  if (/^\d{1,18}$/.test(text)) return Number(text) === 0 ? null : `n${text.padStart(18, '0')}`;
  const stamp = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)/.exec(text);
  if (stamp) return `d${stamp[1]}T${stamp[2]}`;
  const day = cells.readDay('sold_on', text, true).value;
  return day === null ? null : `d${day}`;
}

interface Place {
  readonly field?: Field;
  readonly column: number;
}

interface Said {
  readonly saleClass: SaleClass | null;
  readonly dealType: DealType | 'purchase' | null;
  readonly condition: Condition | null;
  readonly state: DealState | null;
  /** where class and state were said, for the report */
  readonly classPlace: Place | null;
  readonly statePlace: Place | null;
  /** the file says what kind of deal it was, in a word not known here: nothing is worked out instead */
  readonly unknownType: boolean;
}

/** Gathers what every word column says; the first to speak about an aspect wins, but "not retail" is heard from any column. */
function whatTheWordsSay(cells: Cells): Said {
  let saleClass: SaleClass | null = null;
  let dealType: DealType | 'purchase' | null = null;
  let condition: Condition | null = null;
  let state: DealState | null = null;
  let classPlace: Place | null = null;
  let statePlace: Place | null = null;
  let unknownType = false;
  for (const field of WORD_FIELDS) {
    for (const column of cells.columnsOf(field)) {
      const text = cells.at(column);
      if (text === '') continue;
      const meaning = cells.word(field, text);
      if (meaning === null) {
        cells.warn(field, text, UNKNOWN_WORD, column);
        unknownType ||= field === 'deal_type';
        continue;
      }
      if (
        meaning.saleClass &&
        (saleClass === null || (saleClass === 'retail' && meaning.saleClass !== 'retail'))
      ) {
        saleClass = meaning.saleClass;
        classPlace = { field, column };
      }
      if (meaning.state && (state === null || state === 'sold')) {
        state = meaning.state;
        statePlace = { field, column };
      }
      if (meaning.dealType && (dealType === null || dealType === 'purchase')) dealType = meaning.dealType;
      // what the column for it says goes before what another one says by the way
      if (meaning.condition && (condition === null || field === 'condition')) condition = meaning.condition;
    }
  }
  for (const { deal, unheard, column } of cells.asides.find(cells.row.cells)) {
    if (deal === null) continue;
    if (unheard) {
      cells.warnOnce(column, NOT_OF_THE_DEAL);
      continue;
    }
    if (deal.saleClass !== null && (saleClass === null || saleClass === 'retail')) {
      saleClass = deal.saleClass;
      classPlace = { column };
    }
    if (deal.state !== null && (state === null || state === 'sold')) {
      state = deal.state;
      statePlace = { column };
    }
  }
  for (const column of cells.columnsOf('other_status'))
    if (cells.at(column) !== '') cells.warn('other_status', cells.at(column), OTHER_STATUS, column);
  return { saleClass, dealType, condition, state, classPlace, statePlace, unknownType };
}

const NOT_OF_THE_DEAL = {
  code: 'not-of-the-deal',
  message: 'was not taken for a word about the deal: the title of its column speaks of something else',
  hint: 'if it is about the deal, say so in a map: under [layout.columns] sale_class or status',
};

const OTHER_STATUS = {
  code: 'unknown-word',
  message: 'says nothing of the deal that is known here; the row went in without it',
  hint: 'if it is the state of the deal, name the column as status in a map and its words under [layout.words]',
};

const UNKNOWN_WORD = {
  code: 'unknown-word',
  message: 'this word is not known here; the row went in without it',
  hint: 'give its meaning in a map under [words], see `beback layouts --help`',
};

interface Skip extends Partial<Place> {
  readonly code: string;
  readonly message: string;
}

function whySkipped(cells: Cells, said: Said): Skip | null {
  const because = (code: string, message: string, place: Place | null): Skip => ({ code, message, ...place });
  const placeOf = (field: Field): Place | null => {
    const columns = cells.columnsOf(field);
    const column = columns.find((each) => cells.at(each) !== '') ?? columns[0];
    return column === undefined ? null : { field, column };
  };
  if (said.state === 'unwound' || saysYes(cells, 'unwound')) {
    return because(
      'unwound',
      'the deal was unwound',
      said.state === 'unwound' ? said.statePlace : placeOf('unwound'),
    );
  }
  if (said.state === 'repossessed')
    return because('repossessed', 'the car was repossessed: nobody to keep in touch with', said.statePlace);
  if (said.state === 'dead') return because('dead', 'the deal was called off', said.statePlace);
  if (said.state === 'quote' || saysYes(cells, 'quote')) {
    return because(
      'quote',
      'this is a quote, not a sale',
      said.state === 'quote' ? said.statePlace : placeOf('quote'),
    );
  }
  if (said.state === 'pending') return because('pending', 'the deal is not finished yet', said.statePlace);
  if (readFlag(cells.text('completed')) === false)
    return because('pending', 'the deal is not finished yet', placeOf('completed'));
  for (const field of cells.mapping.rules.filledWhenSold ?? []) {
    if (cells.text(field) === '') return because('pending', 'the deal is not finished yet', placeOf(field));
  }
  if (said.saleClass !== null && said.saleClass !== 'retail') {
    return because(
      said.saleClass,
      `${NOT_RETAIL[said.saleClass]}: nobody to keep in touch with`,
      said.classPlace,
    );
  }
  return null;
}

const NOT_RETAIL: Readonly<Record<Exclude<SaleClass, 'retail'>, string>> = {
  wholesale: 'a wholesale deal',
  fleet: 'a fleet deal',
  'dealer-trade': 'a trade with another dealer',
  internal: 'an internal deal',
};

/** A flag column may hold the day of the unwinding instead of a yes. */
function saysYes(cells: Cells, field: 'unwound' | 'quote'): boolean {
  const text = cells.text(field);
  if (text === '') return false;
  const flag = readFlag(text);
  return flag ?? (field === 'unwound' && cells.readDay('sold_on', text).value !== null);
}

/** The sale day of a row that is left out; null where it cannot be read. */
function soldOnIn(cells: Cells): Day | null {
  for (const column of cells.columnsOf('sold_on')) {
    const { value } = cells.readDay('sold_on', cells.at(column));
    if (value !== null) return value;
  }
  return null;
}

/** The sale day and the contract day terms are counted from, or why there is none. */
function readSoldOn(cells: Cells): { on: Day; contractOn: Day } | Problem {
  const hint = 'mend the date in the file, or say how its dates are written with --date-order';
  for (const column of cells.columnsOf('sold_on')) {
    const text = cells.at(column);
    if (text === '') continue;
    const { value, problem } = cells.readDay('sold_on', text);
    if (problem) return cells.problem('rejected', { hint, ...problem }, 'sold_on', text, column);
    if (value === null) continue;
    if (value > cells.latestSale) {
      return cells.problem(
        'rejected',
        { code: 'future-date', message: 'this sale day lies far ahead', hint },
        'sold_on',
        text,
        column,
      );
    }
    if (value < EARLIEST_SALE) {
      return cells.problem(
        'rejected',
        { code: 'bad-date', message: 'this sale day lies before 1950', hint },
        'sold_on',
        text,
        column,
      );
    }
    if (
      column !== cells.columnsOf('sold_on')[0] &&
      OF_THE_UNIT.test(headerKey(cells.mapping.header[column] ?? ''))
    )
      cells.warn('sold_on', text, FROM_ANOTHER, column);
    const delivered =
      cells.mapping.rules.soldOn === 'earliest'
        ? cells.readDay('delivered_on', cells.text('delivered_on')).value
        : null;
    return { on: delivered !== null && delivered < value ? delivered : value, contractOn: value };
  }
  return cells.problem(
    'rejected',
    { code: 'no-sale-date', message: 'there is no sale date', hint },
    'sold_on',
    cells.text('sold_on'),
  );
}

/** The day a car was invoiced to the store stands under such titles as well. */
const OF_THE_UNIT = /invoice|^inv|factur|fattur|rechnung|faktur|unit|stock|received|purchase|bought|acquir/;
const FROM_ANOTHER = {
  code: 'sold-on-elsewhere',
  message: 'was taken for the day of the sale, for the column of that day is empty here: look whether it is',
};

/** One, or several with something between them. */
function vinsIn(text: string): string[] {
  const parts = text.length > VIN_LENGTH ? text.split(/[\s,;|/]+/) : [text];
  const several = parts.length > 1 && parts.every((part) => part.length === VIN_LENGTH);
  return (several ? parts : [text]).map((part) => part.toUpperCase().replace(/[\s-]/g, ''));
}

const VIN_LENGTH = 17;

function readTrades(cells: Cells, sold: string | null): string[] {
  const trades: string[] = [];
  for (const field of ['trade_vin_1', 'trade_vin_2', 'trade_vin_3'] as const) {
    const text = cells.text(field);
    if (text === '') continue;
    const vins = vinsIn(text);
    if (vins.every((vin) => /^[A-HJ-NPR-Z0-9]{11,17}$/.test(vin) && !/^(.)\1+$/.test(vin))) {
      for (const vin of vins) if (vin !== sold && !trades.includes(vin)) trades.push(vin);
    } else {
      cells.warn(field, text, {
        code: 'not-a-vin',
        message: 'the trade-in VIN was dropped: it is not a VIN',
      });
    }
  }
  return trades;
}
