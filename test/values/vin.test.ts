import { expect, test } from 'vitest';
import { readVin } from '../../src/values/vin.ts';

test.each([
  ['4T1G11AK0TU104417', '4T1G11AK0TU104417'],
  [' 4t1g11ak0 tu-104417', '4T1G11AK0TU104417'],
  ['1M8GDM9AXKP042788', '1M8GDM9AXKP042788'],
  ['W0VZ45GB4MS410221', 'W0VZ45GB4MS410221'],
  ['WVWZZZ1JZ3W386752', 'WVWZZZ1JZ3W386752'],
])('%s is the VIN %s', (text, vin) => {
  expect(readVin(text)).toEqual({ value: { vin, serial: null }, problem: null });
});

test.each([
  ['4T1G11AK1TU104417', { vin: '4T1G11AK1TU104417', serial: null }, 'vin-check-digit'],
  ['5KMME12-34567890', { vin: null, serial: '5KMME12-34567890' }, 'not-a-vin'],
  ['4T1G11AK0TU10441O', { vin: null, serial: '4T1G11AK0TU10441O' }, 'not-a-vin'],
  ['ABC12345D616', { vin: null, serial: 'ABC12345D616' }, 'not-a-vin'],
  ['1.23E+16', null, 'ruined-vin'],
  ['12345678901200000', null, 'ruined-vin'],
  ['0', null, 'vin-placeholder'],
  ['NA', null, 'vin-placeholder'],
  ['Unknown', null, 'vin-placeholder'],
  ['00000000000000000', null, 'vin-placeholder'],
  ['11111111111111111', null, 'vin-placeholder'],
])('%s gives %j and %s', (text, value, code) => {
  const reading = readVin(text);
  expect([reading.value, reading.problem?.code]).toEqual([value, code]);
});

test('a blank is no VIN and no problem', () => {
  expect(readVin(' ')).toEqual({ value: null, problem: null });
});
