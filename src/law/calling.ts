/** When a customer may be called on a day: the law of the place they may be in, and what the store allows itself. */

import { addMonths, type Day, minutesAhead } from '../domain/day.ts';
import { type Hours, sharedHours, shiftedHours } from '../domain/hours.ts';
import { isHoliday, weekdayOf } from './holidays.ts';
import { type CallsADayRow, type DayKind, lawOf, type StopRow } from './law-table.ts';
import { postalPrefix, regionNamed, regionOfPostal, regionsOfAreaCode } from './regions.ts';
import { zonesOf } from './time-zones.ts';

/** What a store allows itself; only what is stricter than the law has an effect. */
export interface OwnRules {
  /** null = no calls on such days */
  readonly hours: Readonly<Record<DayKind, Hours | null>>;
  /** null = as the law says */
  readonly relationshipMonths: number | null;
}

/** Nine to eight, none on Sundays and holidays: inside what most states allow. */
export const SHIPPED_RULES: OwnRules = {
  hours: {
    weekday: { from: '09:00', to: '20:00' },
    saturday: { from: '09:00', to: '20:00' },
    sunday: null,
    holiday: null,
  },
  relationshipMonths: null,
};

export interface CallingStore {
  /** ISO 3166 */
  readonly country: string;
  /** IANA; null = the machine's */
  readonly timezone: string | null;
  readonly own: OwnRules;
}

/** Where a customer may be, as far as the file says. */
export interface Place {
  readonly country: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  /** of the customer's North American numbers: asked only when there is no address */
  readonly areaCodes: readonly string[];
}

/** What binds a call to a place on one day. */
export interface PlaceRules {
  readonly hours: Hours | null;
  readonly here: Hours | null;
  readonly zones: readonly string[];
  readonly region: string | null;
  /** months after the last dealing; 0 = no dealing opens a window; null = no rule known */
  readonly relationshipMonths: number | null;
  /** the country has a do-not-call registry that we know of */
  readonly hasRegistry: boolean;
  /** how many calls may be made in a day, by the strictest rule; null = no rule known */
  readonly callsADay: CallsADayRow | null;
  /** one stop ends calls and texts; null = no such rule, or not yet */
  readonly oneStop: StopRow | null;
}

/**
 * The rules of `day`, place by place; each kind of place is worked out once.
 * Of several regions or zones a customer may be in, the strictest of all counts.
 */
export function rulesOn(day: Day, store: CallingStore): (place: Place) => PlaceRules {
  const known = new Map<string, PlaceRules>();
  const offsets = new Map<string | null, number>();
  const offsetOf = (zone: string | null): number => {
    const found = offsets.get(zone) ?? minutesAhead(day, zone);
    offsets.set(zone, found);
    return found;
  };
  return (place) => {
    const prefix = postalPrefix(place.postalCode);
    const key = [place.country, place.region, prefix, ...place.areaCodes].join('|');
    const before = known.get(key);
    if (before !== undefined) return before;
    const rules = workedOut(whereabouts(place, prefix, store.country), day, store, offsetOf);
    known.set(key, rules);
    return rules;
  };
}

/** The last day on which a call is inside the relationship window; null when nothing opens one. */
export const callUntil = ({ relationshipMonths }: PlaceRules, lastDealing: Day | null): Day | null =>
  lastDealing === null || relationshipMonths === null || relationshipMonths === 0
    ? null
    : addMonths(lastDealing, relationshipMonths);

interface Whereabouts {
  readonly region: string;
  readonly zones: readonly string[];
}

/** Everywhere the customer may be: where state and postal code disagree, in both. */
function whereabouts(place: Place, prefix: string | null, home: string): Whereabouts[] {
  const country = place.country ?? home;
  if (TERRITORIES.has(country)) return [somewhereIn(`US-${country}`)];
  if (country !== 'US' && country !== 'CA') return [somewhereIn(country)];
  const named = place.region === null ? null : regionNamed(place.region);
  const postal = prefix === null ? null : regionOfPostal(prefix);
  const regions = new Set([named, postal].filter((one) => one !== null));
  const byAddress = [...regions].map((region) => ({
    region,
    zones: zonesOf(region, { postal: region === postal ? prefix : null, areaCode: null }),
  }));
  const byPhone = place.areaCodes.flatMap((areaCode) =>
    regionsOfAreaCode(areaCode).map((region) => ({
      region,
      zones: zonesOf(region, { postal: null, areaCode }),
    })),
  );
  const found = byAddress.length > 0 ? byAddress : byPhone;
  if (found.length === 0) return [somewhereIn(country)];
  const isElsewhere =
    place.country !== null && found.every(({ region }) => !region.startsWith(`${place.country}`));
  return isElsewhere ? [...found, somewhereIn(`${place.country}`)] : found;
}

/** Under the law of the United States, with a country code of their own. */
const TERRITORIES: ReadonlySet<string> = new Set(['PR', 'VI', 'GU', 'AS', 'MP']);

const somewhereIn = (region: string): Whereabouts => ({
  region,
  zones: zonesOf(region, { postal: null, areaCode: null }),
});

function workedOut(
  where: readonly Whereabouts[],
  day: Day,
  { country, timezone, own }: CallingStore,
  offsetOf: (zone: string | null) => number,
): PlaceRules {
  const regions = [...new Set(where.map(({ region }) => region))];
  const laws = regions.flatMap((region) => lawOf(region, day));
  const windows = laws.flatMap((row) => (row.item === 'relationship' ? row.months : []));
  const months = [...windows, ...(own.relationshipMonths === null ? [] : [own.relationshipMonths])];
  const hours = regions.reduce<Hours | null>(
    (span, region) => sharedHours(span, hoursIn(region, day, own)),
    ALL_DAY,
  );
  const found = [...new Set(where.flatMap(({ zones }) => zones))];
  // a customer in the store's own country is not far away, even where we know no zones of it
  const isHome = found.length === 0 && regions.every((region) => region === country);
  return {
    hours,
    here: isHome ? hours : hereOf(hours, found, timezone, offsetOf),
    zones: isHome && timezone !== null ? [timezone] : found,
    region: soleRegion(regions),
    relationshipMonths: months.length === 0 ? null : Math.min(...months),
    hasRegistry: windows.length > 0,
    callsADay: laws.reduce<CallsADayRow | null>(
      (least, row) => (row.item === 'calls-a-day' && row.most < (least?.most ?? Infinity) ? row : least),
      null,
    ),
    oneStop: laws.find((row) => row.item === 'stop') ?? null,
  };
}

const ALL_DAY: Hours = { from: '00:00', to: '24:00' };

/** The store's hours inside those of the law. */
function hoursIn(region: string, day: Day, own: OwnRules): Hours | null {
  const kinds = kindsOf(region, day);
  const spans = [
    ...kinds.map((kind) => own.hours[kind]),
    ...lawOf(region, day).flatMap((row) =>
      row.item === 'hours' && row.days.some((kind) => kinds.includes(kind)) ? [row.hours] : [],
    ),
  ];
  return spans.reduce(sharedHours, ALL_DAY);
}

function kindsOf(region: string, day: Day): DayKind[] {
  const weekday = weekdayOf(day);
  const kind = weekday === 5 ? 'saturday' : weekday === 6 ? 'sunday' : 'weekday';
  return isHoliday(region, day) ? [kind, 'holiday'] : [kind];
}

/** The hours on the store's clock that are hours in every one of the zones. */
function hereOf(
  hours: Hours | null,
  zones: readonly string[],
  timezone: string | null,
  offsetOf: (zone: string | null) => number,
): Hours | null {
  if (hours === null || zones.length === 0) return null;
  if (zones.every((zone) => zone === timezone)) return hours;
  return zones
    .map((zone) => shiftedHours(hours, offsetOf(timezone) - offsetOf(zone)))
    .reduce(sharedHours, ALL_DAY);
}

function soleRegion(regions: readonly string[]): string | null {
  const [first, ...others] = regions;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const country = first.slice(0, 2);
  return others.every((region) => region.startsWith(country)) ? country : null;
}
