import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import type { Hours } from '../../src/domain/hours.ts';
import {
  type CallingStore,
  callUntil,
  type OwnRules,
  type Place,
  type PlaceRules,
  rulesOn,
  SHIPPED_RULES,
} from '../../src/law/calling.ts';

const on = (text: string): Day => text as Day;
const WEDNESDAY = on('2026-11-18');
const SATURDAY = on('2026-11-21');
const SUNDAY = on('2026-11-22');
const THANKSGIVING = on('2026-11-26');

const ALL_DAY: Hours = { from: '00:00', to: '24:00' };
/** A store that allows itself everything: what is left is the law. */
const LAW_ALONE: OwnRules = {
  hours: { weekday: ALL_DAY, saturday: ALL_DAY, sunday: ALL_DAY, holiday: ALL_DAY },
  relationshipMonths: null,
};
const store = (change: Partial<CallingStore> = {}): CallingStore => ({
  country: 'US',
  timezone: 'America/Chicago',
  own: SHIPPED_RULES,
  ...change,
});

const NOWHERE: Place = { country: null, region: null, postalCode: null, areaCodes: [] };
/** `FL 32501`, `ON`, `614` for an area code. */
function place(text: string): Place {
  if (/^\d{3}$/.test(text)) return { ...NOWHERE, areaCodes: [text] };
  const [region = '', ...postal] = text.split(' ');
  return { ...NOWHERE, region: region || null, postalCode: postal.join(' ') || null };
}
const rules = (where: string, day: Day, own: OwnRules = SHIPPED_RULES): PlaceRules =>
  rulesOn(day, store({ own }))(place(where));

const short = (hours: Hours | null): string => (hours === null ? 'none' : `${hours.from}-${hours.to}`);

describe('hours at the customer’s place by law alone', () => {
  test.each([
    ['OH', '08:00-21:00', '08:00-21:00', '08:00-21:00', '08:00-21:00'],
    ['FL', '08:00-20:00', '08:00-20:00', '08:00-20:00', '08:00-20:00'],
    ['CT', '09:00-20:00', '09:00-20:00', '09:00-20:00', '09:00-20:00'],
    ['KY', '10:00-21:00', '10:00-21:00', '10:00-21:00', '10:00-21:00'],
    ['AL', '08:00-20:00', '08:00-20:00', 'none', 'none'],
    ['LA', '08:00-20:00', '08:00-20:00', 'none', 'none'],
    ['MS', '08:00-20:00', '08:00-20:00', 'none', '08:00-20:00'],
    ['RI', '09:00-18:00', '10:00-17:00', 'none', 'none'],
    ['TX', '09:00-21:00', '09:00-21:00', '12:00-21:00', '09:00-21:00'],
    ['UT', '08:00-21:00', '08:00-21:00', 'none', 'none'],
    ['PA', '08:00-21:00', '08:00-21:00', 'none', 'none'],
    ['CA', '08:00-21:00', '08:00-21:00', 'none', '08:00-21:00'],
    ['NV', '09:00-20:00', '09:00-20:00', '09:00-20:00', '09:00-20:00'],
    ['ON', '09:00-21:30', '10:00-18:00', '10:00-18:00', '09:00-21:30'],
    ['QC', '09:00-21:30', '10:00-18:00', '10:00-18:00', '09:00-21:30'],
  ])(
    '%s: weekday %s, Saturday %s, Sunday %s, Thanksgiving %s',
    (where, weekday, saturday, sunday, holiday) => {
      const found = [WEDNESDAY, SATURDAY, SUNDAY, THANKSGIVING].map((day) =>
        short(rules(where, day, LAW_ALONE).hours),
      );
      expect(found).toEqual([weekday, saturday, sunday, holiday]);
    },
  );

  test('a rule binds from its day on', () => {
    expect(rules('PA', on('2026-10-11'), LAW_ALONE).hours).toEqual({ from: '08:00', to: '21:00' });
    expect(rules('PA', on('2026-10-18'), LAW_ALONE).hours).toBeNull();
    expect([on('2027-01-30'), on('2027-01-31')].map((day) => rules('OH', day).oneStop?.item ?? null)).toEqual(
      [null, 'stop'],
    );
  });

  test('a rule binds to its last day', () => {
    const confederate = (day: string): Hours | null => rules('MS', on(day), LAW_ALONE).hours;
    expect([confederate('2024-05-27'), confederate('2025-05-26')]).toEqual([
      null,
      { from: '08:00', to: '20:00' },
    ]);
  });

  test('calls a day are counted where the law there does, the strictest of several places', () => {
    const most = (where: string, day = WEDNESDAY): number | null => rules(where, day).callsADay?.most ?? null;
    expect(['FL', 'OK', 'OH', ''].map((where) => most(where))).toEqual([3, 3, null, null]);
    expect(most('OK', on('2022-10-31'))).toBeNull();
  });

  test('as shipped, nobody is called on Sundays and holidays, in Canada by its own', () => {
    expect(rules('OH', SATURDAY).hours).toEqual({ from: '09:00', to: '20:00' });
    expect(rules('OH', SUNDAY).hours).toBeNull();
    expect(rules('OH', THANKSGIVING).hours).toBeNull();
    expect(rules('ON', THANKSGIVING).hours).toEqual({ from: '09:00', to: '20:00' });
    expect(rules('ON', on('2026-07-01')).hours).toBeNull();
    expect(rules('OH', on('2026-07-01')).hours).toEqual({ from: '09:00', to: '20:00' });
  });
});

describe('relationship window', () => {
  test.each([
    ['OH', 18],
    ['CT', 12],
    ['TX', 12],
    ['MI', 12],
    ['MO', 6],
    ['LA', 6],
    ['IN', 0],
    ['ON', 18],
    ['', 18],
  ])('%s: %s months', (where, months) => {
    expect(rules(where, WEDNESDAY).relationshipMonths).toBe(months);
  });

  test('a store may shorten it and not lengthen it', () => {
    const own = (relationshipMonths: number): OwnRules => ({ ...SHIPPED_RULES, relationshipMonths });
    expect(rules('OH', WEDNESDAY, own(12)).relationshipMonths).toBe(12);
    expect(rules('MO', WEDNESDAY, own(12)).relationshipMonths).toBe(6);
    expect(rules('OH', WEDNESDAY, own(24)).relationshipMonths).toBe(18);
  });

  test('the last day is that many months after the last dealing, at the month’s end if need be', () => {
    expect(callUntil(rules('OH', WEDNESDAY), on('2026-11-03'))).toBe('2028-05-03');
    expect(callUntil(rules('CT', WEDNESDAY), on('2024-02-29'))).toBe('2025-02-28');
    expect(callUntil(rules('OH', WEDNESDAY), on('2025-08-31'))).toBe('2027-02-28');
    expect(callUntil(rules('OH', WEDNESDAY), null)).toBeNull();
    expect(callUntil(rules('IN', WEDNESDAY), on('2026-11-03'))).toBeNull();
  });
});

describe('where the customer is', () => {
  test.each([
    ['FL 33101', 'US-FL', ['America/New_York']],
    ['FL 32501', 'US-FL', ['America/Chicago']],
    ['FL 32401', 'US-FL', ['America/New_York', 'America/Chicago']],
    ['FL', 'US-FL', ['America/New_York', 'America/Chicago']],
    ['FL 99999', 'US-FL', ['America/New_York', 'America/Chicago']],
    ['FL unknown', 'US-FL', ['America/New_York', 'America/Chicago']],
    [' 33101', 'US-FL', ['America/New_York']],
    ['AZ 85001', 'US-AZ', ['America/Phoenix']],
    ['AZ 86515', 'US-AZ', ['America/Phoenix', 'America/Denver']],
    ['IN 46201', 'US-IN', ['America/Indiana/Indianapolis']],
    ['IN 46401', 'US-IN', ['America/Chicago']],
    ['TX 79901', 'US-TX', ['America/Denver']],
    ['ON M5V 2T6', 'CA-ON', ['America/Toronto']],
    ['ON P9N 1A1', 'CA-ON', ['America/Winnipeg']],
    ['QC H2X 1Y4', 'CA-QC', ['America/Toronto']],
    ['SK S4P 3Y2', 'CA-SK', ['America/Regina']],
    ['PR', 'US-PR', ['America/Puerto_Rico']],
    ['614', 'US-OH', ['America/New_York']],
    ['786', 'US-FL', ['America/New_York']],
    ['850', 'US-FL', ['America/New_York', 'America/Chicago']],
    ['219', 'US-IN', ['America/Indiana/Indianapolis', 'America/Chicago']],
  ])('%j is %s, in %j', (where, region, zones) => {
    const found = rules(where, WEDNESDAY);
    expect([found.region, found.zones]).toEqual([region, zones]);
  });

  test('a state and a postal code that disagree leave both, and the strictest of each', () => {
    const found = rules('OH 06001', WEDNESDAY);
    expect(found).toMatchObject({
      region: 'US',
      relationshipMonths: 12,
      zones: ['America/New_York'],
      hours: { from: '09:00', to: '20:00' },
    });
    expect(rules('KY 63101', WEDNESDAY, LAW_ALONE)).toMatchObject({
      region: 'US',
      relationshipMonths: 6,
      hours: { from: '10:00', to: '21:00' },
      zones: ['America/New_York', 'America/Chicago'],
    });
    expect(rules('OH M5V 2T6', WEDNESDAY).region).toBeNull();
  });

  test('an address goes before the area code', () => {
    const found = rulesOn(WEDNESDAY, store())({ ...place('OH 43215'), areaCodes: ['850'] });
    expect(found.zones).toEqual(['America/New_York']);
  });

  test('of an unknown place in the country every zone counts', () => {
    const { region, zones, here } = rules('', WEDNESDAY);
    expect([region, zones.length > 4, here]).toEqual(['US', true, { from: '13:00', to: '19:00' }]);
  });

  test('in a country without rules only those of the store count', () => {
    const british = rulesOn(WEDNESDAY, store({ country: 'GB', timezone: 'Europe/London' }));
    expect(british({ ...NOWHERE, postalCode: 'SW1A 1AA' })).toEqual({
      region: 'GB',
      hours: { from: '09:00', to: '20:00' },
      here: { from: '09:00', to: '20:00' },
      zones: ['Europe/London'],
      relationshipMonths: null,
      hasRegistry: false,
      callsADay: null,
      oneStop: null,
    });
    const australian = rulesOn(WEDNESDAY, store({ country: 'AU', timezone: 'Australia/Perth' }));
    expect(australian({ ...NOWHERE, region: 'WA' })).toMatchObject({
      region: 'AU',
      zones: ['Australia/Perth'],
    });
    expect(rules('OH', WEDNESDAY).hasRegistry).toBe(true);
    expect(rulesOn(WEDNESDAY, store())({ ...NOWHERE, country: 'AU' })).toMatchObject({
      zones: [],
      here: null,
    });
  });
});

describe('the hours on the store’s clock', () => {
  test.each([
    ['America/Chicago', 'IL', WEDNESDAY, '09:00-20:00'],
    ['America/Chicago', 'OH', WEDNESDAY, '08:00-19:00'],
    ['America/Chicago', 'FL', WEDNESDAY, '09:00-19:00'],
    ['America/Chicago', 'HI', WEDNESDAY, '13:00-24:00'],
    // Phoenix is with Denver in winter and with Los Angeles in summer
    ['America/Denver', 'AZ 85001', WEDNESDAY, '09:00-20:00'],
    ['America/Denver', 'AZ 85001', on('2026-07-15'), '10:00-21:00'],
    // the days on which the clocks change, when the calls are made after it
    ['America/Phoenix', 'CO', on('2026-03-07'), '09:00-20:00'],
    ['America/Phoenix', 'CO', on('2026-03-09'), '08:00-19:00'],
    ['America/Toronto', 'NL', WEDNESDAY, '08:00-18:30'],
  ])('%s, customer in %s on %s: %s', (timezone, where, day, here) => {
    expect(short(rulesOn(day, store({ timezone }))(place(where)).here)).toBe(here);
  });

  test('on the Sunday itself the new time counts', () => {
    const sundays = { ...LAW_ALONE };
    const find = (day: Day) =>
      short(rulesOn(day, store({ timezone: 'America/Phoenix', own: sundays }))(place('CO')).here);
    expect([find(on('2026-03-01')), find(on('2026-03-08')), find(on('2026-11-01'))]).toEqual([
      '08:00-21:00',
      '07:00-20:00',
      '08:00-21:00',
    ]);
  });
});

test('a country on file and a telephone number of another: the strictest of both', () => {
  const where: Place = { ...NOWHERE, country: 'CA', areaCodes: ['920'] };
  const [weekday, saturday] = [WEDNESDAY, SATURDAY].map((day) =>
    short(rulesOn(day, store({ own: LAW_ALONE }))(where).hours),
  );
  expect([weekday, saturday]).toEqual(['09:00-21:00', '10:00-18:00']);
});
