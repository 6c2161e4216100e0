/** The tables of places agree with each other. */

import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LAW } from '../../src/law/law-table.ts';
import { AREA_CODES, CA_NAMES, US_NAMES, ZIPS } from '../../src/law/region-tables.ts';
import { covers, regionOfPostal, regionsOfAreaCode } from '../../src/law/regions.ts';
import { zonesOf } from '../../src/law/time-zones.ts';
import { COUNTRIES, SPLIT, WHOLE } from '../../src/law/zone-tables.ts';

const codesOf = (country: string, names: string): string[] =>
  names.split('|').map((entry) => `${country}-${entry.slice(0, 2)}`);
const REGIONS = [...codesOf('US', US_NAMES), ...codesOf('CA', CA_NAMES)];
const nothing = { postal: null, areaCode: null };

test('every state and province has its zones, in one table only', () => {
  const named = [...WHOLE.flatMap(([, regions]) => regions.split(' ')), ...Object.keys(SPLIT)];
  expect(named.sort()).toEqual([...REGIONS].sort());
  for (const region of REGIONS) expect(zonesOf(region, nothing).length).toBeGreaterThan(0);
});

test('every zone is known to this machine', () => {
  const zones = new Set(
    [...REGIONS, ...Object.keys(COUNTRIES)].flatMap((region) => zonesOf(region, nothing)),
  );
  for (const [, { postal, areaCodes }] of Object.entries(SPLIT))
    for (const zone of [...Object.keys(postal), ...Object.keys(areaCodes)]) zones.add(zone);
  for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  expect(
    existsSync('/usr/share/zoneinfo') &&
      [...zones].filter((zone) => !existsSync(`/usr/share/zoneinfo/${zone}`)),
  ).toEqual(existsSync('/usr/share/zoneinfo') ? [] : false);
});

test('a ZIP prefix is in one state, and a split state places only its own', () => {
  for (let number = 0; number < 1000; number++) {
    const prefix = String(number).padStart(3, '0');
    const states = ZIPS.filter(([, list]) => covers(list, prefix)).map(([state]) => state);
    expect(states.length, prefix).toBeLessThanOrEqual(1);
    for (const [region, { postal }] of Object.entries(SPLIT)) {
      const zones = Object.entries(postal).filter(([, list]) => covers(list, prefix));
      expect(zones.length, `${region} ${prefix}`).toBeLessThanOrEqual(1);
      if (zones.length > 0) expect(regionOfPostal(prefix), `${region} ${prefix}`).toBe(region);
    }
  }
});

test('an area code is in one region, but for those of the Maritimes and the North', () => {
  const several = new Set<string>();
  for (const [region, list] of AREA_CODES) {
    for (const code of list.split(' ')) {
      expect(code).toMatch(/^[2-9]\d\d$/);
      expect(regionsOfAreaCode(code)).toContain(region);
      if (regionsOfAreaCode(code).length > 1) several.add(code);
    }
  }
  expect([...several].sort()).toEqual(['782', '851', '867', '902']);
  for (const [region, { areaCodes }] of Object.entries(SPLIT))
    for (const code of Object.values(areaCodes).flatMap((list) => list.split(' ')))
      expect(regionsOfAreaCode(code), code).toEqual([region]);
});

test('the law speaks of known regions, and only tightens that of the country', () => {
  for (const row of LAW) {
    expect([...REGIONS, 'US', 'CA']).toContain(row.region);
    if (row.item === 'relationship') expect(row.months).toBeLessThanOrEqual(18);
    if (row.item === 'inquiry' && row.within.unit === 'month')
      expect(row.within.count).toBeLessThanOrEqual(row.region.startsWith('CA') ? 6 : 3);
  }
});
