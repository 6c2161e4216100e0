import { expect, test } from 'vitest';
import { postalPrefix, regionNamed, regionOfPostal, regionsOfAreaCode } from '../../src/law/regions.ts';

test.each([
  ['OH', 'US-OH'],
  ['oh.', 'US-OH'],
  ['Ohio', 'US-OH'],
  ['N.Y.', 'US-NY'],
  ['NEW YORK', 'US-NY'],
  ['ON', 'CA-ON'],
  ['Québec', 'CA-QC'],
  ['PQ', 'CA-QC'],
  ['Newfoundland', 'CA-NL'],
  ['Bavaria', null],
  ['', null],
])('a region written %j is %s', (text, region) => {
  expect(regionNamed(text)).toBe(region);
});

test.each([
  ['43215', '432', 'US-OH'],
  ['43215-1234', '432', 'US-OH'],
  ['432151234', '432', 'US-OH'],
  ['00501', '005', 'US-NY'],
  ['88510', '885', 'US-TX'],
  ['K1A 0B1', 'K1A', 'CA-ON'],
  ['h2x1y4', 'H2X', 'CA-QC'],
  ['X0C 0G0', 'X0C', 'CA-NU'],
  ['09012', '090', null],
  ['99999', null, null],
  ['00000', null, null],
  ['2139', null, null],
  ['SW1A 1AA', null, null],
])('postal code %s has the prefix %s and is in %s', (code, prefix, region) => {
  const found = postalPrefix(code);
  expect([found, found === null ? null : regionOfPostal(found)]).toEqual([prefix, region]);
});

test.each([
  ['614', ['US-OH']],
  ['850', ['US-FL']],
  ['902', ['CA-NS', 'CA-PE']],
  ['800', []],
])('area code %s is given out in %j', (code, regions) => {
  expect(regionsOfAreaCode(code)).toEqual(regions);
});
