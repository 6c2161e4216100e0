/** What a cell with a number shows, by its format. */

import { describe, expect, test } from 'vitest';
import { numberTextOf } from '../../src/rows/workbook/number-text.ts';

describe.each([
  ['General', '2505550134', '2505550134', 'a phone is a number like others'],
  ['General', '123456789012', '123456789012', 'all digits of twelve, where Excel would show 1.23457E+11'],
  ['General', '123456789012345', '123456789012345', 'fifteen digits are exact'],
  ['General', '1234567890123456', '1234567890123456', 'sixteen digits that somebody wrote in full'],
  ['0', '12345678901234567', '12345678901234567', 'whatever the format'],
  ['General', '12345678901234500', '1.23457E+16', 'a spreadsheet has zeros where it lost the digits'],
  ['0', '1.23456789012345E+16', '1.23457E+16', 'or says so'],
  ['0.00E+00', '120000000000', '1.20E+11', 'the cell itself is shortened'],
  ['General', '12.300000000000001', '12.3', 'seventeen digits of a double are noise'],
  ['General', '-0.5', '-0.5', 'less than nothing'],
  ['General', '1E-07', '1E-7', 'hardly anything'],
  ['@', '417', '417', 'a number in a cell of text'],
  ['00000', '1000', '01000', 'a ZIP code'],
  ['000-00-0000', '123456789', '123-45-6789', 'dashes'],
  ['[<=9999999]###-####;(###) ###-####', '2505550134', '(250) 555-0134', 'a phone by its format'],
  ['"D-"0000', '417', 'D-0417', 'letters in front'],
  ['#,##0', '12345', '12345', 'no mark between thousands: in other countries it is that of decimals'],
  ['#,##0.00', '1234567.5', '1234567.50', 'nor between millions'],
  ['"$"#,##0.00;[Red]("$"#,##0.00)', '-1234.5', '($1234.50)', 'a credit'],
  ['[$€-407] #,##0.00', '1234.5', '€ 1234.50', 'the currency without its country'],
  ['_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '0', '-', 'accounting'],
  ['0.00%', '0.0399', '3.99%', 'a rate'],
  ['"Yes";"Yes";"No"', '0', 'No', 'words for numbers'],
  ['0', '416.6', '417', 'as many decimals as are shown'],
  ['bogus[[', '417', '417', 'a format nobody can read'],
  [';;;', '417', '', 'a number that is not shown'],
])('%s', (pattern, raw, shown, why) => {
  test(`${raw} is ${shown}: ${why}`, () => {
    expect(numberTextOf(pattern, false)(raw)).toBe(shown);
  });
});

describe('days', () => {
  test.each([
    ['m/d/yyyy', '46331', '2026-11-05'],
    ['dd.mm.yy', '46331', '2026-11-05'],
    ['[$-409]d-mmm-yy;@', '46331', '2026-11-05'],
    ['mmm-yy', '46331', '2026-11-05'],
    ['d-mmm', '46331', '2026-11-05'],
    ['m/d/yyyy', '46331.75', '2026-11-05'],
    ['m/d/yyyy', '46331.9999999', '2026-11-05'],
    ['m/d/yyyy h:mm', '46331.75', '2026-11-05 18:00'],
    ['m/d/yyyy h:mm', '46331.999999999', '2026-11-06'],
    ['m/d/yyyy h:mm:ss', '46331.3541782407', '2026-11-05 08:30:01'],
    ['m/d/yyyy', '0', ''],
    ['m/d/yyyy h:mm', '0.5', '12:00'],
    ['m/d/yyyy', '1', '1900-01-01'],
    ['m/d/yyyy', '59', '1900-02-28'],
    ['m/d/yyyy', '61', '1900-03-01'],
    ['m/d/yyyy', '2958465', '9999-12-31'],
    ['m/d/yyyy', '2958466', '2958466'],
    ['m/d/yyyy', '-1', '-1'],
    ['m/d/yyyy', 'soon', 'soon'],
    ['yyyy', '46331', '2026'],
    ['h:mm AM/PM', '0.354166666666667', '08:30'],
    ['h:mm', '46331.75', '18:00'],
    ['mm:ss', '0.0006944444', '00:01'],
    ['[h]:mm', '1.1041666667', '26:30'],
  ])('%s shows %s as %s', (pattern, raw, shown) => {
    expect(numberTextOf(pattern, false)(raw)).toBe(shown);
  });

  test.each([
    ['m/d/yyyy', '44869', '2026-11-05'],
    ['m/d/yyyy', '0', '1904-01-01'],
    ['h:mm', '0.25', '06:00'],
    ['00000', '1000', '01000'],
  ])('counted from 1904, %s shows %s as %s', (pattern, raw, shown) => {
    expect(numberTextOf(pattern, true)(raw)).toBe(shown);
  });
});
