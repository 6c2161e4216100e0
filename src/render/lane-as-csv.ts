/** The lane for a spreadsheet: one row a visit, with room to fill in what came of it. */

import type { Lane, LaneVisit } from '../domain/lane.ts';
import { outcomeInWords, vehicleInWords } from './call-in-words.ts';
import { type CsvOptions, csvWriter } from './csv.ts';
import { type LaneWords, pointsOf } from './lane-in-words.ts';
import { dialText } from './phone-text.ts';
import { oneLine } from './terminal-text.ts';

/** The header row; a sheet that comes back is read by these names, in whatever order they stand. */
export const LANE_COLUMNS = [
  'time',
  'state',
  'customer_id',
  'customer',
  'phone_1',
  'phone_2',
  'phone_3',
  'outcome',
  'note',
  'next',
  'pitched',
  'pitch',
  'what_to_say',
  'vehicle',
  'vin',
  'hands',
  'waiting',
  'transport',
  'advisor',
  'services',
  'last_contact',
  'greeted',
  'owner',
  'stand_in',
  'visit',
  'on',
  'salesperson_code',
  'salesperson',
] as const;
type Column = (typeof LANE_COLUMNS)[number];
type LaneRecord = Readonly<Record<Column, string | number | null>>;

/** The header and a row for each visit; `outcome`, `note`, `next` and `pitched` are empty, to be filled in and read back. */
export function laneAsCsv({ visits }: Pick<Lane, 'visits'>, options: CsvOptions & LaneWords): string {
  const csvLine = csvWriter(options);
  const rows = visits.map((visit) => {
    const record = laneRecord(visit, options);
    return csvLine(LANE_COLUMNS.map((column) => printable(record[column])));
  });
  return csvLine(LANE_COLUMNS) + rows.join('');
}

const printable = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' ? oneLine(cell) : cell;

/** The row counts as made by whoever greets. */
function laneRecord(visit: LaneVisit, words: LaneWords): LaneRecord {
  const { customer, owner, stand_in, last_contact, greeted } = visit;
  const phone = (i: number): string | null => {
    const found = customer?.phones[i];
    return found === undefined ? null : dialText(found, words.country);
  };
  const host = stand_in ?? owner;
  return {
    time: visit.time,
    state: visit.state,
    customer_id: customer?.id ?? null,
    customer: customer?.name ?? null,
    phone_1: phone(0),
    phone_2: phone(1),
    phone_3: phone(2),
    outcome: null,
    note: null,
    next: null,
    pitched: null,
    pitch: visit.pitch ? 'yes' : (visit.pitch_why ?? 'no'),
    what_to_say: pointsOf(visit, words, visit.reasons.length).join('; '),
    vehicle: vehicleInWords(visit.vehicle),
    vin: visit.vehicle?.vin ?? null,
    hands: visit.hands,
    waiting: visit.waiting === null ? null : visit.waiting ? 'yes' : 'no',
    transport: visit.transport,
    advisor: visit.advisor,
    services: visit.services.join('; '),
    last_contact: last_contact === null ? null : `${last_contact.on} ${outcomeInWords(last_contact)}`,
    greeted: greeted === null ? null : outcomeInWords({ ...greeted, note: null }),
    owner: owner?.name ?? null,
    stand_in: stand_in?.name ?? null,
    visit: visit.number,
    on: words.on,
    salesperson_code: host?.code ?? null,
    salesperson: host?.name ?? null,
  };
}
