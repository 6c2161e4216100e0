/**
 * The calling law we know of: one row for each country or region and item, with its source, the day it was read or published, and the
 * days between which it binds. A row that rests on memory says so.
 */

import type { Day } from '../domain/day.ts';
import type { Hours } from '../domain/hours.ts';
import { holidayNames } from './holidays.ts';

/** Every day is one of the first three; a legal holiday where the customer lives is `holiday` besides. */
export type DayKind = 'weekday' | 'saturday' | 'sunday' | 'holiday';
export const DAY_KINDS = ['weekday', 'saturday', 'sunday', 'holiday'] as const satisfies readonly DayKind[];

interface Row {
  /** `US`, or a state or province of it: `US-MI` */
  readonly region: string;
  readonly source: string;
  /** the day of the source, or the day it was read */
  readonly as_of: Day;
  /** false = written down from memory, and checked nowhere yet */
  readonly looked_up: boolean;
  /** the first day on which it binds; null = long since */
  readonly from: Day | null;
  /** the last day on which it binds; null = no end is known */
  readonly until: Day | null;
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
/** How many calls may be made to one person in 24 hours about one matter. */
export interface CallsADayRow extends Row {
  readonly item: 'calls-a-day';
  readonly most: number;
}
/**
 * A stop said in any reasonable way ends these ways of contact on all subjects. It is to be done within so many business days; here it
 * is done at once. What a person blocks is what they named, so a stop that named one of the ways leaves the others to be blocked by
 * hand: `block` and `log` say which, and how.
 */
export interface StopRow extends Row {
  readonly item: 'stop';
  readonly channels: readonly ['call', 'text'];
  readonly within: { readonly count: number; readonly unit: 'business day' };
}
/** The legal holidays of a region beyond those of its country, by name; what they mean for calls is a row of `hours`. */
export interface HolidaysRow extends Row {
  readonly item: 'holidays';
  readonly names: readonly string[];
}
export type LawRow = HoursRow | RelationshipRow | InquiryRow | CallsADayRow | StopRow | HolidaysRow;

const day = (text: string): Day => text as Day;
const hours = (from: string, to: string): Hours => ({ from, to });

const EVERY_DAY = ['weekday', 'saturday', 'sunday'] as const;
const WEEKEND = ['saturday', 'sunday'] as const;

type Source = Pick<Row, 'source' | 'as_of' | 'looked_up'>;
const lookedUp = (source: string, as_of: string): Source => ({ source, as_of: day(as_of), looked_up: true });
const fromMemory = (source: string, as_of: string): Source => ({
  source,
  as_of: day(as_of),
  looked_up: false,
});

const FTC = lookedUp('47 CFR 64.1200(c)(1), 16 CFR 310.4(c)', '2026-11-01');
const FTC_RELATION = lookedUp('47 CFR 64.1200(f)(5), 16 CFR 310.2(q)', '2026-11-01');
const FCC_STOP = lookedUp('47 CFR 64.1200(a)(10); FCC order DA 26-12 of 6 January 2026', '2026-11-26');
const CRTC = lookedUp(
  'CRTC Unsolicited Telecommunications Rules, part III; northerntel.ca, National DNCL',
  '2026-11-01',
);
const LNNTE = lookedUp('lnnte-dncl.gc.ca, Exemptions', '2026-11-01');
const STATE_HOURS = lookedUp('dropcowboy.com, State Calling Restrictions', '2025-11-01');
const RULE_FILE = lookedUp('glama.ai, Call Desk can_i_call_now', '2026-11-26');
const HOLIDAY_BANS = lookedUp('dnc.com, Restricted Do Not Call Dates', '2023-12-25');
const WINDOWS = lookedUp('bubecklaw.com, A Tale of Time Frames', '2026-11-01');
const FLORIDA = lookedUp('Fla. Stat. 501.616(6); blog.clickpointsoftware.com, July 2025', '2026-11-26');
const LOUISIANA = lookedUp('La. PSC General Order R-29617 (V)(A)(2); dnc.com', '2026-11-26');
const MISSISSIPPI = lookedUp('39 Miss. Admin. Code I 1:28, repealed; dnc.com, 3 June 2024', '2026-11-26');
const OKLAHOMA = lookedUp('Okla. Stat. tit. 15, 775C.4; dnc.com on the act of 2022', '2026-11-26');
const PENNSYLVANIA = lookedUp('73 P.S. 2245(a)(10), Act 73 of 2019; jenkinslaw.org', '2026-11-26');
const RHODE_ISLAND = lookedUp('R.I. Gen. Laws 5-61-2(2), 5-61-3.6', '2026-11-26');
const TEXAS = lookedUp('Tex. Bus. & Com. Code 301.051; foster.com, 25 September 2025', '2026-11-26');
const UTAH = lookedUp('Utah Code 13-25a-103(3)', '2026-11-26');
const FAMILY_DAYS = lookedUp('en.wikipedia.org, Family Day (Canada)', '2026-11-26');

const ALWAYS = { from: null, until: null } as const;

const calls = (region: string, days: readonly DayKind[], span: Hours | null, source: Source): HoursRow => ({
  region,
  item: 'hours',
  days,
  hours: span,
  ...source,
  ...ALWAYS,
});

const never = (region: string, kind: DayKind, source: Source): HoursRow =>
  calls(region, [kind], null, source);

const relationship = (region: string, months: number, source: Source): RelationshipRow => ({
  region,
  item: 'relationship',
  months,
  ...source,
  ...ALWAYS,
});

const inquiry = (
  region: string,
  count: number,
  unit: InquiryRow['within']['unit'],
  source: Source,
): InquiryRow => ({ region, item: 'inquiry', within: { count, unit }, ...source, ...ALWAYS });

const callsADay = (region: string, most: number, source: Source): CallsADayRow => ({
  region,
  item: 'calls-a-day',
  most,
  ...source,
  ...ALWAYS,
});

const oneStop = (region: string, businessDays: number, source: Source): StopRow => ({
  region,
  item: 'stop',
  channels: ['call', 'text'],
  within: { count: businessDays, unit: 'business day' },
  ...source,
  ...ALWAYS,
});

const holidays = (region: string, source: Source): HolidaysRow => ({
  region,
  item: 'holidays',
  names: holidayNames(region),
  ...source,
  ...ALWAYS,
});

/** The row from its first day on. */
const since = <R extends LawRow>(first: string, row: R): R => ({ ...row, from: day(first) });
/** The row up to its last day. */
const upTo = <R extends LawRow>(last: string, row: R): R => ({ ...row, until: day(last) });

/**
 * Rows add up: whoever lives in a region is under its rows and those of its country, and the strictest counts. So where
 * public tables disagree both stand here.
 */
export const LAW: readonly LawRow[] = [
  calls('US', EVERY_DAY, hours('08:00', '21:00'), FTC),
  relationship('US', 18, FTC_RELATION),
  inquiry('US', 3, 'month', FTC_RELATION),
  since('2027-01-31', oneStop('US', 10, FCC_STOP)),
  holidays('US', lookedUp('5 U.S.C. 6103(a)', '2026-11-26')),
  calls('CA', ['weekday'], hours('09:00', '21:30'), CRTC),
  calls('CA', WEEKEND, hours('10:00', '18:00'), CRTC),
  relationship('CA', 18, LNNTE),
  inquiry('CA', 6, 'month', LNNTE),
  holidays('CA', fromMemory('Canada Labour Code, s. 166', '2026-11-01')),
  holidays('CA-AB', FAMILY_DAYS),
  never('CA-BC', 'holiday', RULE_FILE),
  holidays('CA-BC', FAMILY_DAYS),
  holidays('CA-MB', FAMILY_DAYS),
  holidays('CA-NB', FAMILY_DAYS),
  holidays('CA-NS', FAMILY_DAYS),
  holidays('CA-ON', FAMILY_DAYS),
  holidays('CA-PE', FAMILY_DAYS),
  holidays('CA-QC', fromMemory('National Holiday Act (Quebec)', '2026-11-01')),
  holidays('CA-SK', FAMILY_DAYS),

  calls('US-AL', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  never('US-AL', 'sunday', STATE_HOURS),
  never('US-AL', 'holiday', HOLIDAY_BANS),
  holidays('US-AL', lookedUp('Ala. Code 1-3-8; archives.alabama.gov', '2026-11-26')),
  never('US-CA', 'sunday', RULE_FILE),
  inquiry('US-CA', 30, 'business day', WINDOWS),
  inquiry('US-CO', 30, 'day', WINDOWS),
  calls('US-CT', EVERY_DAY, hours('09:00', '20:00'), STATE_HOURS),
  relationship('US-CT', 12, WINDOWS),
  calls('US-FL', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  since('2021-07-01', callsADay('US-FL', 3, FLORIDA)),
  relationship('US-IN', 0, WINDOWS),
  inquiry('US-IN', 0, 'month', WINDOWS),
  calls('US-KY', EVERY_DAY, hours('10:00', '21:00'), STATE_HOURS),
  calls('US-LA', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  never('US-LA', 'sunday', STATE_HOURS),
  never('US-LA', 'holiday', LOUISIANA),
  holidays('US-LA', lookedUp('La. R.S. 1:55; legis.la.gov', '2026-11-26')),
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
  upTo('2024-06-02', never('US-MS', 'holiday', MISSISSIPPI)),
  holidays('US-MS', lookedUp('Miss. Code 3-3-7', '2026-11-26')),
  relationship('US-MS', 6, WINDOWS),
  relationship('US-MT', 6, WINDOWS),
  inquiry('US-NJ', 0, 'month', WINDOWS),
  calls('US-NM', EVERY_DAY, hours('09:00', '21:00'), STATE_HOURS),
  relationship('US-NM', 12, WINDOWS),
  calls('US-NV', EVERY_DAY, hours('09:00', '20:00'), STATE_HOURS),
  calls('US-OK', EVERY_DAY, hours('08:00', '20:00'), STATE_HOURS),
  since('2022-11-01', callsADay('US-OK', 3, OKLAHOMA)),
  since('2026-10-18', never('US-PA', 'sunday', RULE_FILE)),
  since('2019-12-03', never('US-PA', 'holiday', PENNSYLVANIA)),
  holidays('US-PA', lookedUp('dnc.com on Act 73 of 2019', '2026-11-26')),
  relationship('US-PA', 12, WINDOWS),
  calls('US-RI', ['weekday'], hours('09:00', '18:00'), RHODE_ISLAND),
  calls('US-RI', ['saturday'], hours('10:00', '17:00'), RHODE_ISLAND),
  never('US-RI', 'sunday', RHODE_ISLAND),
  never('US-RI', 'holiday', RHODE_ISLAND),
  holidays('US-RI', lookedUp('R.I. Gen. Laws 25-1-1', '2026-11-26')),
  relationship('US-TN', 12, WINDOWS),
  calls('US-TX', ['weekday', 'saturday'], hours('09:00', '21:00'), TEXAS),
  calls('US-TX', ['sunday'], hours('12:00', '21:00'), TEXAS),
  relationship('US-TX', 12, WINDOWS),
  never('US-UT', 'sunday', UTAH),
  never('US-UT', 'holiday', UTAH),
  holidays('US-UT', lookedUp('Utah Code 63G-1-301, as of 6 May 2026', '2026-11-26')),
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
  return rows.filter((row) => isInForce(row, on));
}

/** Whether the row binds on a day. */
export const isInForce = ({ from, until }: LawRow, on: Day): boolean =>
  !isComing({ from }, on) && (until === null || on <= until);

/** Whether the row does not bind yet on a day. */
export const isComing = ({ from }: Pick<LawRow, 'from'>, on: Day): boolean => from !== null && on < from;

/** Days a copy of the do-not-call registry may be old (16 CFR 310.4(b)(3)(iv); Canada the same). */
export const REGISTRY_DAYS = 31;
