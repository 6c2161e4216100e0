/** The vehicle of a row, and readable spellings of makes and models. */

import type { VehicleRecord } from '../domain/records.ts';
import { readModelYear } from '../values/numbers.ts';
import { readVin, type VehicleNumber } from '../values/vin.ts';
import type { Cells } from './cells.ts';

/** Countries whose vehicles carry the check digit of 49 CFR 565; elsewhere a failing one says nothing. */
const CHECK_DIGIT_COUNTRIES = new Set(['US', 'CA', 'MX']);

/** Three-letter makes that are no abbreviation. */
const SHORT_NAMES = new Set([
  'KIA',
  'RAM',
  'SEA',
  'FOX',
  'ION',
  'KA',
  'UP',
  'GO',
  'RIO',
  'FIT',
  'CUBE',
  'NEO',
  'ACE',
  'SKI',
  'CAN',
  'AM',
]);

export function readVehicle(cells: Cells, country: string): VehicleRecord {
  const number = readNumber(cells, country);
  const described = fromDescription(cells.text('vehicle'));
  const latest = Number(cells.today.slice(0, 4)) + 2;
  return {
    vin: number.vin,
    serial: number.serial,
    year: cells.firstValue('year', (text) => readModelYear(text, latest)) ?? described.year,
    make: readable(cells.text('make')) ?? described.make,
    model: readable(cells.text('model')) ?? described.model,
    trim: cells.textOrNull('trim'),
    plate:
      cells
        .text('plate')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, '') || null,
  };
}

/** Of several columns the one that holds a VIN; a serial number counts where none does. */
function readNumber(cells: Cells, country: string): VehicleNumber {
  let serial: { readonly number: VehicleNumber; readonly warn: () => void } | null = null;
  for (const column of cells.columnsOf('vin')) {
    const text = cells.at(column);
    if (text === '') continue;
    const { value, problem } = readVin(text);
    const warn = (): void => {
      if (problem && (problem.code !== 'vin-check-digit' || CHECK_DIGIT_COUNTRIES.has(country)))
        cells.warn('vin', text, problem, column);
    };
    if (value?.vin == null && value !== null) serial ??= { number: value, warn };
    else warn();
    if (value?.vin != null) return value;
  }
  const elsewhere = vinElsewhere(cells);
  if (elsewhere !== null) return elsewhere;
  serial?.warn();
  return serial?.number ?? { vin: null, serial: cells.textOrNull('serial') };
}

/** A VIN in a column nobody has a use for, whose check digit fits. */
function vinElsewhere(cells: Cells): VehicleNumber | null {
  for (const { reaches, column } of cells.asides.find(cells.row.cells)) {
    if (reaches?.as !== 'vin') continue;
    cells.warn('vin', reaches.text, FOUND_ELSEWHERE, column);
    return readVin(reaches.text).value;
  }
  return null;
}

const FOUND_ELSEWHERE = {
  code: 'found-elsewhere',
  message: 'was taken for the VIN of the car; the row has no other',
};

/** Makes of more than one word, as they are printed without a dash. */
const LONG_MAKES = [
  'Alfa Romeo',
  'American Motors',
  'Aston Martin',
  'Can Am',
  'De Tomaso',
  'Forest River',
  'Great Wall',
  'Grand Design',
  'Harley Davidson',
  'Indian Motorcycle',
  'Land Rover',
  'Lynk & Co',
  'Mercedes Benz',
  'Moto Guzzi',
  'MV Agusta',
  'Rolls Royce',
  'Royal Enfield',
  'Sea Doo',
  'Sea Ray',
  'Ski Doo',
].map((make) => make.replaceAll(' ', '[\\s-]'));

/** The year, a make of one word or a longer one that is known, and the rest, however they are set apart. */
const DESCRIPTION = new RegExp(
  String.raw`^((?:19|20)\d\d)[\s/,|-]+(${LONG_MAKES.join('|')}|[^\s/,|]+)[\s/,|-]+(.+)$`,
  'i',
);

/** "2024 Honda Civic LX" in one cell. */
function fromDescription(text: string): Pick<VehicleRecord, 'year' | 'make' | 'model'> {
  const found = DESCRIPTION.exec(text);
  if (found)
    return { year: Number(found[1]), make: readable(found[2] ?? ''), model: readable(found[3] ?? '') };
  return { year: null, make: null, model: readable(text) };
}

/** Upper-case words of four letters and more become readable ("SILVERADO 1500" → "Silverado 1500"); codes such as CR-V stay. */
export function readable(text: string): string | null {
  if (text === '') return null;
  if (text !== text.toUpperCase()) return text;
  return text.replace(/[A-Z]+(?![A-Z0-9])/g, (word, at: number) => {
    const alone = !/[\d]/.test(text[at - 1] ?? ' ');
    return alone && (word.length >= 4 || SHORT_NAMES.has(word))
      ? word.charAt(0) + word.slice(1).toLowerCase()
      : word;
  });
}
