import { expect, test } from 'vitest';
import { readPlace, readPostalCode } from '../../src/values/place.ts';

test.each([
  ['Marlow, OK 73055', 'Marlow', 'OK', '73055'],
  ['Marlow OK 73055-1234', 'Marlow', 'OK', '73055-1234'],
  ['St. Louis, Missouri 63101', 'St. Louis', 'Missouri', '63101'],
  ['New York, NY, 10001', 'New York', 'NY', '10001'],
  ['Winston-Salem NC 27101', 'Winston-Salem', 'NC', '27101'],
  ['Gatineau QC J8X 1A1', 'Gatineau', 'QC', 'J8X 1A1'],
  ['Marlow, OK', 'Marlow', 'OK', null],
  ['04109 Leipzig', 'Leipzig', null, '04109'],
  ['F-69001 Lyon', 'Lyon', null, '69001'],
  ['1012 AB Amsterdam', 'Amsterdam', null, '1012 AB'],
  ['Leeds LS1 4AP', 'Leeds', null, 'LS1 4AP'],
  ['Marlow', 'Marlow', null, null],
  ['73055', null, null, '73055'],
  ['OK 73055-1234', null, 'OK', '73055-1234'],
  ['Marlow / OK / 73055', 'Marlow', 'OK', '73055'],
  ['SANTA FE', 'SANTA FE', null, null],
  ['Santa Fe 87501', 'Santa Fe', null, '87501'],
  ['SANTA FE NM', 'SANTA FE', 'NM', null],
  ['Sydney NSW 2000', 'Sydney', 'NSW', '2000'],
  ['', null, null, null],
])('%s is %s, %s, %s', (text, city, region, postalCode) => {
  expect(readPlace(text)).toEqual({ city, region, postalCode });
});

test.each([
  ['2138', 'MA', 'US', '02138'],
  ['7030.0', 'NJ', 'US', '07030'],
  ['601', 'PR', 'US', '00601'],
  ['21381234', 'MA', 'US', '02138-1234'],
  ['2138-1234', 'MA', 'US', '02138-1234'],
  ['6011234', 'PR', 'US', '00601-1234'],
  ['5401', '', 'US', '05401'],
  ['2138', 'Massachusetts', 'US', '02138'],
  ['7030', 'New Jersey', 'US', '07030'],
  ['73055', 'OK', 'US', '73055'],
  ['1067', '', 'DE', '01067'],
  ['1000', '', 'FR', '01000'],
  ['8001', '', 'CH', '8001'],
  ['J8X 1A1', 'QC', 'CA', 'J8X 1A1'],
])('%s in %s (%s) is %s', (text, region, country, code) => {
  expect(readPostalCode(text, region, country)).toEqual({ value: code, problem: null });
});

test.each(['TX', 'Texas', 'ohio'])('%s, whose codes do not begin with 0, is a remark', (region) => {
  expect(readPostalCode('2138', region, 'US')).toMatchObject({
    value: '02138',
    problem: { code: 'postal-code-mended' },
  });
});
