/** Vehicle identification numbers as exports spell them. */

import type { Reading } from '../domain/problem.ts';
import { read, unreadable } from '../domain/problem.ts';
import { cleanCell } from './cell.ts';

/** A VIN, or the serial (hull, chassis) number of something that has none; one of the two is null. */
export interface VehicleNumber {
  readonly vin: string | null;
  readonly serial: string | null;
}

const WELL_FORMED = /^[A-HJ-NPR-Z0-9]{17}$/;
const BLANKS_AND_DASHES = /[\s-]+/g;
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/;
const ROUNDED = /^\d{9,}0{5}$/;
const ONE_CHARACTER = /^(.)\1*$/;
const PLACEHOLDERS = new Set([
  'NA',
  'N/A',
  'NONE',
  'NULL',
  'NOVIN',
  'UNKNOWN',
  'UNK',
  'TBD',
  'TBA',
  'TEST',
  'PENDING',
  'N.A.',
]);
// 49 CFR 565.15 table III, I, O and Q left out; blanks keep the alphabet in step.
const LETTER_VALUES = '12345678.12345.7.923456789';
// 49 CFR 565.15 table IV.
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
// European makers need not write a check digit (ISO 3779) and often put a filler letter in its place.
const NO_CHECK_DIGIT_DUE = /^[S-Z].{7}[^0-9X]/;

/**
 * Reads a VIN: upper case, blanks and dashes dropped. A wrong check digit is remarked (`vin-check-digit`) and the VIN kept;
 * anything that is no VIN is kept as a serial number (`not-a-vin`); `ruined-vin` and `vin-placeholder` are dropped.
 */
export function readVin(text: string): Reading<VehicleNumber> {
  const cell = cleanCell(text);
  if (cell === '') return read<VehicleNumber>(null);
  const vin = cell.toUpperCase().replace(BLANKS_AND_DASHES, '');
  if (ONE_CHARACTER.test(vin) || PLACEHOLDERS.has(vin) || vin === '') {
    return unreadable('vin-placeholder', 'the cell holds a filler instead of a VIN');
  }
  if (SCIENTIFIC.test(vin) || ROUNDED.test(vin)) {
    return unreadable(
      'ruined-vin',
      'a spreadsheet has rounded the VIN to a number',
      'export it again without opening the file in a spreadsheet',
    );
  }
  if (!WELL_FORMED.test(vin)) {
    const why = vin.length === 17 ? 'holds a character no VIN has' : `has ${vin.length} characters, not 17`;
    return {
      value: { vin: null, serial: cell },
      problem: { code: 'not-a-vin', message: `${why}; kept as a serial number` },
    };
  }
  const value: VehicleNumber = { vin, serial: null };
  if (hasCheckDigit(vin) || NO_CHECK_DIGIT_DUE.test(vin)) return read(value);
  return {
    value,
    problem: {
      code: 'vin-check-digit',
      message: 'the check digit does not fit: one character is probably wrong',
    },
  };
}

function hasCheckDigit(vin: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const code = vin.charCodeAt(i);
    const value = code < 58 ? code - 48 : Number(LETTER_VALUES[code - 65]);
    sum += value * (WEIGHTS[i] ?? 0);
  }
  const due = sum % 11;
  return vin[8] === (due === 10 ? 'X' : String(due));
}
