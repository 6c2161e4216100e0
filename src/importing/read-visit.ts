/** One row of a service file as a repair order or an appointment, or why it is none. */

import type { Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type {
  AppointmentRecord,
  PartyRecord,
  RepairOrderRecord,
  RowReading,
  VehicleRecord,
} from '../domain/records.ts';
import type { Row } from '../rows/row.ts';
import { readFlag } from '../values/flags.ts';
import { readOdometer } from '../values/numbers.ts';
import { readTime, timeBehindDay } from '../values/times.ts';
import { type Transport, transportOf } from '../values/transport.ts';
import { statedVisit } from '../values/visit-state.ts';
import type { Cells } from './cells.ts';
import type { Field } from './fields.ts';
import { nameField, readOptedOut, readParty, readPartyNumber, readReach } from './read-party.ts';
import { readVehicle } from './read-vehicle.ts';
import { wordKey } from './value-words.ts';

export interface VisitReadingOptions {
  readonly country: string;
  readonly hashOf: (row: Row) => number;
}

const VOID = new Set(['void', 'voided', 'cancelled', 'canceled', 'cancel', 'deleted', 'v', 'x']);
/** The store's own stock stands in the workshop under a customer of such a name. */
const OWN_STOCK =
  /\binventory\b|\bstock unit\b|\bused car (?:dept|department)\b|\bnew car (?:dept|department)\b|\bpdi\b/i;

export function readRepairOrder(cells: Cells, options: VisitReadingOptions): RowReading<RepairOrderRecord> {
  return withOptOut(readOrderRow(cells, options), cells, options);
}

function readOrderRow(cells: Cells, options: VisitReadingOptions): RowReading<RepairOrderRecord> {
  const number = cells.text('repair_order_number');
  const status = cells.text('status');
  if (VOID.has(wordKey(status)) || cells.text('voided_on') !== '') {
    return skipped(cells, 'void', 'the repair order was voided', status === '' ? 'voided_on' : 'status');
  }
  const aside = calledOff(cells);
  if (aside !== null) return skippedFor(cells, aside, 'void', 'the repair order was voided');
  const payTypes = list(cells, 'pay_types').map(payTypeOf);
  const { customer, vehicle } = whoAndWhat(cells, options);
  const ownStock = customer?.kind === 'business' && OWN_STOCK.test(customer.businessName ?? '');
  const named = [customer?.firstName, customer?.lastName].filter(Boolean).join(' ');
  if (ownStock || OWN_STOCK.test(named))
    return skippedAsOwn(cells, nameField(cells), customer?.businessName ?? named, number);
  if (payTypes.length > 0 && payTypes.every((type) => type === 'internal'))
    return skippedAsOwn(cells, 'pay_types', cells.text('pay_types'), number);
  if (number === '')
    return rejected(cells, 'no-number', 'there is no repair order number', 'repair_order_number');
  if (customer === null && vehicle === null && !cells.mapping.rules.isOwnExport) {
    return rejected(cells, 'no-customer', 'there is neither a VIN nor a customer', 'vin');
  }
  for (const field of ['closed_on', 'opened_on'] as const) {
    const bad = badDay(cells, field);
    if (bad) return { outcome: 'rejected', problems: [bad] };
  }
  const openedOn = cells.day('opened_on');
  const closedOn = cells.day('closed_on');
  if (openedOn === null && closedOn === null) {
    return rejected(
      cells,
      'no-date',
      'there is no open and no close date',
      cells.has('closed_on') ? 'closed_on' : 'opened_on',
    );
  }
  const record: RepairOrderRecord = {
    store: cells.text('store'),
    number,
    customer,
    vehicle,
    customerNumber: customer?.dmsNumber ?? readPartyNumber(cells, ''),
    reach: customer === null ? readReach(cells, options.country) : NO_REACH,
    openedOn,
    closedOn,
    odometer: cells.firstValue('odometer', readOdometer) ?? cells.firstValue('odometer_out', readOdometer),
    advisor: cells.textOrNull('advisor'),
    payTypes: [...new Set(payTypes)],
    opCodes: [...new Set(list(cells, 'op_codes'))],
    promisedOn: cells.day('promised_on', true),
    appointmentNumber: cells.textOrNull('appointment_number'),
    hash: options.hashOf(cells.row),
  };
  return { outcome: 'record', record, problems: [...cells.problems] };
}

export function readAppointment(cells: Cells, options: VisitReadingOptions): RowReading<AppointmentRecord> {
  return withOptOut(readAppointmentRow(cells, options), cells, options);
}

function readAppointmentRow(cells: Cells, options: VisitReadingOptions): RowReading<AppointmentRecord> {
  const number = cells.text('appointment_number');
  if (number === '')
    return rejected(cells, 'no-number', 'there is no appointment or job number', 'appointment_number');
  const stated = stateOf(cells);
  if (stated === 'cancelled')
    return calledOffRow(cells, number, options, skipped(cells, 'cancelled', CANCELLED, 'status'));
  const aside = calledOff(cells);
  if (aside !== null)
    return calledOffRow(cells, number, options, skippedFor(cells, aside, 'cancelled', CANCELLED));
  const bad = badDay(cells, 'appointment_on');
  if (bad) return { outcome: 'rejected', problems: [bad] };
  const { customer, vehicle } = whoAndWhat(cells, options);
  const on = cells.day('appointment_on', true);
  if (on === null) return rejected(cells, 'no-date', 'there is no appointment date', 'appointment_on');
  const record: AppointmentRecord = {
    store: cells.text('store'),
    number,
    customer,
    vehicle,
    customerNumber: customer?.dmsNumber ?? readPartyNumber(cells, ''),
    reach: customer === null ? readReach(cells, options.country) : NO_REACH,
    on,
    time: timeOf(cells),
    ...wayOf(cells),
    advisor: cells.textOrNull('advisor'),
    services: [...new Set(list(cells, 'op_codes'))],
    repairOrderNumber: cells.textOrNull('repair_order_number'),
    state: stated,
    hash: options.hashOf(cells.row),
  };
  return { outcome: 'record', record, problems: [...cells.problems] };
}

function withOptOut<T>(read: RowReading<T>, cells: Cells, options: VisitReadingOptions): RowReading<T> {
  if (read.outcome !== 'skipped' && read.outcome !== 'rejected') return read;
  if (read.outcome === 'rejected' && cells.row.cells.length !== cells.mapping.header.length) return read;
  const optedOut = readOptedOut(cells, cells.text('store'), options.country);
  return { ...read, optedOut, problems: [...read.problems, ...(optedOut?.remarks ?? [])] };
}

const skipped = (cells: Cells, code: string, message: string, field: Field): RowReading<never> => ({
  outcome: 'skipped',
  gone: null,
  problems: [cells.problem('skipped', { code, message }, field, cells.text(field))],
});

/** The column that says so though nobody has a use for it; null for none. */
const calledOff = (cells: Cells): number | null =>
  cells.asides.find(cells.row.cells).find(({ deal, unheard }) => !unheard && deal?.state === 'dead')
    ?.column ?? null;

const skippedFor = (cells: Cells, column: number, code: string, message: string): RowReading<never> => ({
  outcome: 'skipped',
  gone: null,
  problems: [cells.problem('skipped', { code, message }, undefined, cells.at(column), column)],
});

const NO_REACH = { phones: [], email: null } as const;

const CANCELLED = 'the appointment was cancelled';

/** The row with which appointment it calls off: it may be on file, or come in later. */
const calledOffRow = (
  cells: Cells,
  number: string,
  { hashOf }: VisitReadingOptions,
  row: RowReading<never>,
): RowReading<never> =>
  row.outcome !== 'skipped'
    ? row
    : {
        ...row,
        cancelled: {
          store: cells.text('store'),
          number,
          on: cells.readDay('appointment_on', cells.text('appointment_on'), true).value,
          hash: hashOf(cells.row),
        },
      };

/** In our own exports a state that was worked out is no word of a file. */
const stateOf = (cells: Cells): ReturnType<typeof statedVisit> =>
  cells.mapping.rules.isOwnExport && cells.text('status_by') !== 'file'
    ? null
    : statedVisit(cells.text('status'));

const skippedAsOwn = (cells: Cells, field: Field, text: string, number: string): RowReading<never> => ({
  outcome: 'skipped',
  gone: null,
  ...(number === ''
    ? {}
    : {
        ownOrder: {
          store: cells.text('store'),
          openedOn: cells.readDay('opened_on', cells.text('opened_on')).value,
          closedOn: cells.readDay('closed_on', cells.text('closed_on')).value,
        },
      }),
  problems: [
    cells.problem('skipped', { code: 'internal', message: "work on the store's own stock" }, field, text),
  ],
});

const rejected = (cells: Cells, code: string, message: string, field: Field): RowReading<never> => ({
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

function whoAndWhat(
  cells: Cells,
  options: VisitReadingOptions,
): { customer: PartyRecord | null; vehicle: VehicleRecord | null } {
  const vehicle = readVehicle(cells, options.country);
  const known = vehicle.vin !== null || vehicle.serial !== null || vehicle.plate !== null;
  return {
    customer: readParty(cells, '', options.country, dayOfVisit(cells)),
    vehicle: known ? vehicle : null,
  };
}

/** The first of its days that can be read. */
const dayOfVisit = (cells: Cells): Day => {
  for (const field of ['closed_on', 'opened_on', 'appointment_on'] as const) {
    const day = cells.readDay(field, cells.text(field), true).value;
    if (day !== null) return day;
  }
  return cells.today;
};

function badDay(cells: Cells, field: Field): Problem | null {
  const text = cells.text(field);
  if (text === '') return null;
  const { problem } = cells.readDay(field, text, field === 'appointment_on');
  if (!problem) return null;
  return cells.problem(
    'rejected',
    { hint: 'mend the date in the file, or name the order with --date-order', ...problem },
    field,
    text,
  );
}

/** `|` and `^` groups of some files, else codes with commas between them; empty positions say nothing. */
function list(cells: Cells, field: Field): string[] {
  const [line, value] = cells.mapping.rules.groups ?? [];
  const text = cells.text(field);
  const lines = line === undefined ? apart(text) : text.split(line);
  return lines
    .flatMap((part) => (value === undefined ? [part] : part.split(value)))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** "LOF, ROT" are two codes; "Brake pads, front" is one job. */
function apart(text: string): string[] {
  const parts = text.split(/[,;|]/).map((part) => part.trim());
  return parts.every((part) => !part.includes(' ')) ? parts : [text];
}

/** C/W/I letters and their words; a yes-or-no column says whether the job was under warranty. */
function payTypeOf(text: string): string {
  const key = wordKey(text);
  if (['w', 'wp', 'warranty', 'warrantypay', 'true', 'yes', 'y', 'war', 'warr'].includes(key))
    return 'warranty';
  if (['i', 'ip', 'internal', 'internalpay', 'int'].includes(key)) return 'internal';
  if (['c', 'customer', 'customerpay', 'cust', 'cp', 'false', 'no', 'n', 'retail'].includes(key))
    return 'customer';
  return text.toLowerCase();
}

/** In a column of its own, or behind the day. */
function timeOf(cells: Cells): string | null {
  const own = cells.firstValue('appointment_time', readTime);
  if (own !== null) return own;
  return cells.value('appointment_on', (text) => readTime(timeBehindDay(cells.onStoreClock(text))));
}

type Way = { waiting: boolean | null; transport: Transport | null; transportRaw: string | null };

/** Whether the customer waits, or how they go on: in words, or by a column to tick for each. A word nobody knows is kept. */
function wayOf(cells: Cells): Way {
  const waiter = cells.text('waiting');
  const words = cells.text('transport');
  const flag = readFlag(waiter);
  const told = transportOf(words) ?? (flag === null ? transportOf(waiter) : null);
  const raw = words !== '' ? words : flag === null && waiter !== '' ? waiter : null;
  for (const field of ['transport', 'waiting'] as const) {
    const text = field === 'transport' ? words : flag === null ? waiter : '';
    if (text !== '' && transportOf(text) === null && readFlag(text) === null)
      cells.warn(field, text, UNKNOWN_WAY);
  }
  const lent = readFlag(cells.text('loaner')) === true ? 'loaner' : null;
  const transport = told ?? lent ?? (flag === true ? 'wait' : null);
  const own = cells.textOrNull('transport_raw');
  return {
    waiting: flag ?? (told === null ? null : told === 'wait'),
    transport,
    transportRaw: cells.mapping.rules.isOwnExport ? own : raw,
  };
}

const UNKNOWN_WAY = {
  code: 'unknown-transport',
  message: 'says nothing known of whether the customer waits, or how they go on; it was kept as it is',
};
