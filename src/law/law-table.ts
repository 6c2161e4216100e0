/** The calling law we know of: one row for each country or region and item, with its source and the day it was read or published. */

import type { Day } from '../domain/day.ts';
import type { Hours } from '../domain/hours.ts';

/** Every day is one of the first three; a legal holiday where the customer lives is `holiday` besides. */
export type DayKind = 'weekday' | 'saturday' | 'sunday' | 'holiday';
export const DAY_KINDS = ['weekday', 'saturday', 'sunday', 'holiday'] as const satisfies readonly DayKind[];

interface Row {
  /** `US`, or a state or province of it: `US-MI` */
  readonly region: string;
  readonly source: string;
  /** the day of the source, or the day it was read */
  readonly as_of: Day;
  /** the first day on which it binds; null = long since */
  readonly from: Day | null;
}
/** When calls may be made, at the customer's place; null = not at all on such days. */
export interface HoursRow extends Row {
  readonly item: 'hours';
  readonly days: readonly DayKind[];
  readonly hours: Hours | null;
}
/** Months after the last purchase or service in which a number on the do-not-call registry may be called; 0 = never. */
export interface RelationshipRow extends Row {
  readonly item: 'relationship';
  readonly months: number;
}
/**
 * How long after an inquiry of theirs such a number may be called; a count of 0 = never. Inquiries are not on file, so
 * these rows are shown and open no window.
 */
export interface InquiryRow extends Row {
  readonly item: 'inquiry';
  readonly within: { readonly count: number; readonly unit: 'month' | 'day' | 'business day' };
}
export type LawRow = HoursRow | RelationshipRow | InquiryRow;

const day = (text: string): Day => text as Day;
const hours = (from: string, to: string): Hours => ({ from, to });

const EVERY_DAY = ['weekday', 'saturday', 'sunday'] as const;
const WEEKEND = ['saturday', 'sunday'] as const;

interface Source {
  readonly source: string;
  readonly as_of: Day;
}
const FTC: Source = { source: '47 CFR 64.1200(c)(1), 16 CFR 310.4(c)', as_of: day('2026-11-01') };
const FTC_RELATION: Source = { source: '47 CFR 64.1200(f)(5), 16 CFR 310.2(q)', as_of: day('2026-11-01') };
const CRTC: Source = {
  source: 'CRTC Unsolicited Telecommunications Rules, part III; northerntel.ca, National DNCL',
  as_of: day('2026-11-01'),
};
const LNNTE: Source = { source: 'lnnte-dncl.gc.ca, Exemptions', as_of: day('2026-11-01') };
const STATE_HOURS: Source = {
  source: 'dropcowboy.com, State Calling Restrictions',
  as_of: day('2025-11-01'),
};
const RULE_FILE: Source = { source: 'glama.ai, Call Desk can_i_call_now', as_of: day('2026-11-01') };
const HOLIDAYS: Source = { source: 'dnc.dreamhosters.com, restricted dates', as_of: day('2019-01-01') };
const WINDOWS: Source = { source: 'bubecklaw.com, A Tale of Time Frames', as_of: day('2026-11-01') };
const RHODE_ISLAND: Source = {
  source: 'R.I. Gen. Laws 5-61-3.6; dropcowboy.com, State Calling Restrictions',
  as_of: day('2025-11-01'),
};
const TEXAS: Source = {
  source: 'Tex. Bus. & Com. Code 301.051; glama.ai, Call Desk can_i_call_now',
  as_of: day('2026-11-01'),
};

const calls = (
  region: string,
  days: readonly DayKind[],
  span: Hours | null,
  source: Source,
  from: Day | null = null,
): HoursRow => ({ region, item: 'hours', days, hours: span, ...source, from });

const never = (region: string, kind: DayKind, source: Source, from: Day | null = null): HoursRow =>
  calls(region, [kind], null, source, from);

const relationship = (region: string, months: number, source: Source): RelationshipRow => ({
  region,
  item: 'relationship',
  months,
  ...source,
  from: null,
});

const inquiry = (
  region: string,
  count: number,
  unit: InquiryRow['within']['unit'],
  source: Source,
): InquiryRow => ({ region, item: 'inquiry', within: { count, unit }, ...source, from: null });

/**
 * Rows add up: whoever lives in a region is under its rows and those of its country, and the strictest counts. So where
 * public tables disagree both stand here.
 */
export const LAW: readonly LawRow[] = [
  calls('US', EVERY_DAY, hours('08:00', '21:00'), FTC),
  relationship('US', 18, FTC_RELATION),
  inquiry('US', 3, 'month', FTC_RELATION),
  calls('CA', ['weekday'], hours('09:00', '21:30'), CRTC),
  calls('CA', WEEKEND, hours('10:00', '18:00'), CRTC),
  relationship('CA', 18, LNNTE),
  inquiry('CA', 6, 'month', LNNTE),

  calls('US-AL', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  never('US-AL', 'sunday', STATE_HOURS),
  never('US-AL', 'holiday', HOLIDAYS),
  never('US-CA', 'sunday', RULE_FILE),
  inquiry('US-CA', 30, 'business day', WINDOWS),
  inquiry('US-CO', 30, 'day', WINDOWS),
  calls('US-CT', EVERY_DAY, hours('09:00', '20:00'), STATE_HOURS),
  relationship('US-CT', 12, WINDOWS),
  calls('US-FL', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  relationship('US-IN', 0, WINDOWS),
  inquiry('US-IN', 0, 'month', WINDOWS),
  calls('US-KY', EVERY_DAY, hours('10:00', '21:00'), STATE_HOURS),
  calls('US-LA', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  never('US-LA', 'sunday', STATE_HOURS),
  never('US-LA', 'holiday', HOLIDAYS),
  relationship('US-LA', 6, WINDOWS),
  calls('US-MA', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  calls('US-MD', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  calls('US-MI', EVERY_DAY, hours('09:00', '21:00'), STATE_HOURS),
  relationship('US-MI', 12, WINDOWS),
  inquiry('US-MI', 0, 'month', WINDOWS),
  calls('US-MN', EVERY_DAY, hours('09:00', '21:00'), STATE_HOURS),
  relationship('US-MO', 6, WINDOWS),
  calls('US-MS', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  never('US-MS', 'sunday', STATE_HOURS),
  never('US-MS', 'holiday', HOLIDAYS),
  relationship('US-MS', 6, WINDOWS),
  relationship('US-MT', 6, WINDOWS),
  inquiry('US-NJ', 0, 'month', WINDOWS),
  calls('US-NM', EVERY_DAY, hours('09:00', '21:00'), STATE_HOURS),
  relationship('US-NM', 12, WINDOWS),
  calls('US-NV', EVERY_DAY, hours('09:00', '20:00'), STATE_HOURS),
  calls('US-OK', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  never('US-PA', 'sunday', RULE_FILE, day('2026-10-18')),
  relationship('US-PA', 12, WINDOWS),
  calls('US-RI', ['weekday'], hours('09:00', '18:00'), RHODE_ISLAND),
  calls('US-RI', ['saturday'], hours('10:00', '17:00'), RHODE_ISLAND),
  never('US-RI', 'sunday', RHODE_ISLAND),
  never('US-RI', 'holiday', HOLIDAYS),
  relationship('US-TN', 12, WINDOWS),
  calls('US-TX', ['weekday', 'saturday'], hours('09:00', '21:00'), TEXAS),
  calls('US-TX', ['sunday'], hours('12:00', '21:00'), TEXAS),
  relationship('US-TX', 12, WINDOWS),
  never('US-UT', 'holiday', HOLIDAYS),
  calls('US-WA', EVERY_DAY, hours('08:00', '20:00'), RULE_FILE),
  relationship('US-WA', 12, WINDOWS),
  inquiry('US-WI', 0, 'month', WINDOWS),
  calls('US-WY', EVERY_DAY, hours('08:00', '20:00'), RULE_FILE),
];

const byRegion = new Map<string, LawRow[]>();

/** The rows that bind in a region (`US-MI`, or `US` alone) on a day: those of the country, then its own. */
export function lawOf(region: string, on: Day): LawRow[] {
  if (byRegion.size === 0) {
    for (const row of LAW) byRegion.set(row.region, [...(byRegion.get(row.region) ?? []), row]);
  }
  const country = region.slice(0, 2);
  const rows = [
    ...(byRegion.get(country) ?? []),
    ...(region === country ? [] : (byRegion.get(region) ?? [])),
  ];
  return rows.filter(({ from }) => from === null || from <= on);
}

/** Days a copy of the do-not-call registry may be old (16 CFR 310.4(b)(3)(iv); Canada the same). */
export const REGISTRY_DAYS = 31;
