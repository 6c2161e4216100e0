/** A number of a cell as text: what the cell shows, but days as `YYYY-MM-DD` and without marks between thousands. */

import { format, getFormatDateInfo, isValidFormat } from 'numfmt';
import { addDays, type Day } from '../../domain/day.ts';

/** @param raw as the file has it */
export type NumberText = (raw: string) => string;

/**
 * How cells of one number format show their numbers.
 * Days, times of day and thousands are written in one way everywhere: whose order or marks a cell shows depends on who looks.
 * @param pattern Excel's, e.g. `00000`, `m/d/yyyy`, `"$"#,##0.00`
 * @param since1904 days are counted from 1904, not from 1900
 */
export function numberTextOf(pattern: string, since1904: boolean): NumberText {
  if (/^(?:general|@)$/i.test(pattern) || !isValidFormat(pattern)) return plain;
  const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(pattern);
  const hasTime = hours || seconds;
  if (month && (year || day)) return (raw) => inDays(raw, since1904, (days) => dayText(days, hasTime));
  if (/\[[hms]+\]/i.test(pattern)) return (raw) => formatted(pattern, raw);
  if (hasTime || minutes) return (raw) => inDays(raw, false, (days) => timeText(secondsOf(days)));
  if (year || month || day)
    return (raw) => inDays(raw, since1904, (days) => formatted(pattern, String(days)));
  const plainer = withoutThousands(pattern);
  return (raw) => formatted(plainer, raw);
}

/** A spreadsheet keeps fifteen digits of a number; what is longer was rounded, unless its writer wrote all of them. */
const EXACT_BELOW = 1e15;
const ROUNDED = /^-?\d{15}0+$/;

/** With all of its digits where they are known: `1.23457E+16` where they are not. */
function plain(raw: string): string {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  if (Math.abs(number) < EXACT_BELOW) return String(Number(number.toPrecision(15))).replace('e', 'E');
  if (/^-?\d+$/.test(raw) && !ROUNDED.test(raw)) return raw;
  return Number(number.toPrecision(6)).toExponential().replace('e', 'E');
}

function formatted(pattern: string, raw: string): string {
  const number = Number(raw);
  return Math.abs(number) < EXACT_BELOW ? format(pattern, number).trim() : plain(raw);
}

/** `#,##0` becomes `###0`, `[$€-407]` a plain `€`; quoted text stays. */
const withoutThousands = (pattern: string): string =>
  pattern.replace(
    /("[^"]*"|\\.|_.|\*.)|\[\$([^\]-]*)[^\]]*\]|,(?=[#0?])/g,
    (_, kept: string | undefined, symbol: string | undefined) => kept ?? (symbol ? `"${symbol}"` : ''),
  );

const DAYS_TO_1904 = 1462;
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST = 2_958_466;
const SECONDS_A_DAY = 86_400;

/** A number that can be no day stays what it is. */
function inDays(raw: string, since1904: boolean, text: (days: number) => string): string {
  const number = Number(raw);
  const days = since1904 ? number + DAYS_TO_1904 : number;
  return days >= 0 && days < LAST ? text(days) : plain(raw);
}

const secondsOf = (days: number): number => Math.round(days * SECONDS_A_DAY);

/** Day 0 stands for no day: what is left of it is a time, or nothing. */
function dayText(days: number, hasTime: boolean): string {
  const seconds = hasTime ? secondsOf(days) : Math.floor(days) * SECONDS_A_DAY;
  const time = seconds % SECONDS_A_DAY;
  const whole = Math.floor(seconds / SECONDS_A_DAY);
  if (whole === 0) return time === 0 ? '' : timeText(time);
  // day 60 is the 29 February 1900 that never was
  const day = addDays((whole < 60 ? '1899-12-31' : '1899-12-30') as Day, whole);
  return time === 0 ? day : `${day} ${timeText(time)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60) % 1440;
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return seconds % 60 === 0 ? time : `${time}:${two(seconds % 60)}`;
}
