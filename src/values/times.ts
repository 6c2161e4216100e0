/** Times of day, in a cell of their own or behind a day. */

import type { Reading } from '../domain/problem.ts';
import { read, unreadable } from '../domain/problem.ts';

/** Minutes past midnight nobody books: the DMS writes it when no time was given. */
const NO_TIME = '00:00';
const TIME = /^(\d{1,2})[:.h]?(\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap])?\.?\s?m?\.?(?:\s*uhr|\s*h)?$/i;
const HOUR = /^(\d{1,2})\s*(?:([ap])\.?(?:\s?m\.?)?|uhr|h|heures?)$/i;
/** A part of a day, as spreadsheets keep times. */
const FRACTION = /^0?[.,](\d{2,})$/;
const NOTHING = /^(?:0+|-+|n\/?a|none|null|tbd|any(?:time)?|\?+)$/i;

/** `8:30 AM`, `08:30`, `13:15:00`, `0830`, `9 am`, `14 Uhr` as `HH:MM`; null for a blank and for midnight. Else `bad-time`. */
export function readTime(text: string): Reading<string> {
  const cell = text.trim();
  if (cell === '' || NOTHING.test(cell)) return read<string>(null);
  const fraction = FRACTION.exec(cell);
  if (fraction) return atMinute(Math.round(Number(`0.${fraction[1]}`) * MINUTES_A_DAY));
  const hour = HOUR.exec(cell);
  const parts = TIME.exec(cell);
  if (hour) return at(hour[1], '00', hour[2]);
  return parts ? at(parts[1], parts[2], parts[4]) : BAD;
}

const MINUTES_A_DAY = 1440;
const BAD = unreadable<string>('bad-time', 'is no time of day; it was left out');

const atMinute = (minute: number): Reading<string> =>
  at(String(Math.floor(minute / 60)), String(minute % 60).padStart(2, '0'), undefined);

function at(hour = '', minute = '', half: string | undefined): Reading<string> {
  const isHalf = half !== undefined;
  if (Number(minute) > 59 || Number(hour) > (isHalf ? 12 : 23)) return BAD;
  const full = (Number(hour) % (isHalf ? 12 : 24)) + (half?.toLowerCase() === 'p' ? 12 : 0);
  const time = `${String(full).padStart(2, '0')}:${minute}`;
  return read(time === NO_TIME ? null : time);
}

const BEHIND_DAY =
  /[T ,]\s*(\d{1,2}[:.h]\d{2}.*|\d{1,4}\s*[ap]\.?m?\.?|\d{1,2}\s*(?:uhr|h)|(?<=\d[-/.]\d{1,4}\s)\d{4})$/i;
/** `202603251330`, `20260325T1330`, `20260325133000` */
const COMPACT = /^\d{8}[T ]?(\d{4})(?:\d{2})?Z?$/;
/** A day counted by a spreadsheet, and the part of it that has gone by. */
const SERIAL = /^\d{5}([.,]\d+)$/;

/** What a cell of a day says of the time behind it; '' where it says nothing. */
export const timeBehindDay = (text: string): string =>
  BEHIND_DAY.exec(text)?.[1] ?? COMPACT.exec(text)?.[1] ?? SERIAL.exec(text)?.[1] ?? '';
