import { describe, expect, test } from 'vitest';
import { readExtension, readPhone, readPhones } from '../../src/values/phone.ts';

describe('a phone number', () => {
  test.each([
    ['6145550101', 'US', '+16145550101'],
    ['614-555-0101', 'CA', '+16145550101'],
    ['(614) 555-0101', 'US', '+16145550101'],
    ['614.555.0101', 'US', '+16145550101'],
    ['614/555-0101', 'US', '+16145550101'],
    ['1 (614) 555-0101', 'US', '+16145550101'],
    ['="6145550101"', 'US', '+16145550101'],
    ["'6145550101", 'US', '+16145550101'],
    ['6145550101 wife', 'US', '+16145550101'],
    ['614-555-0101 (after 5)', 'US', '+16145550101'],
    ['Cell: 614-555-0101', 'US', '+16145550101'],
    ['0000000000; 6145550102', 'US', '+16145550102'],
    ['614-555-0101 / 614-555-0101', 'US', '+16145550101'],
    ['1-800-FLOWERS', 'US', '+18003569377'],
    ['+44 7700 900101', 'US', '+447700900101'],
    ['011 44 1632 960101', 'US', '+441632960101'],
    ['07700 900101', 'GB', '+447700900101'],
    ['01632 960101', 'GB', '+441632960101'],
    ['0044 1632 960101', 'GB', '+441632960101'],
    ['+44 (0)1632 960101', 'GB', '+441632960101'],
    ['+1 614 555 0101', 'GB', '+16145550101'],
    ['7700900101', 'GB', '+447700900101'],
    ['044 668 18 00', 'CH', '+41446681800'],
  ])('%s in %s is %s', (text, country, e164) => {
    expect(readPhone(text, country)).toEqual({ value: { e164, extension: null }, problem: null });
  });

  test.each([
    ['(614) 555-0101 x204', '204'],
    ['614.555.0101 ext. 0204', '0204'],
    ['614 555 0101 #12', '12'],
    ['614-555-0101;ext=7', '7'],
    ['tel:+1-614-555-0101;ext=7', '7'],
    ['614 555 0101 poste 7', '7'],
    ['614-555-0101, extension 7', '7'],
    ['W: 614-555-0101 x7', '7'],
    ['6145550101', null],
  ])('the extension of %s is %s', (text, extension) => {
    expect(readPhone(text, 'US')).toEqual({ value: { e164: '+16145550101', extension }, problem: null });
  });

  test.each([
    ['204', '204'],
    ['x204', '204'],
    ['0', null],
    [' ', null],
  ])('a cell for the extension: %s is %s', (text, extension) => {
    expect(readExtension(text)).toBe(extension);
  });

  test.each([
    ['49 171 3920001', 'DE', '+491713920001'],
    ['0049 171 3920001', 'DE', '+491713920001'],
    ['+49 (0)171 3920001', 'DE', '+491713920001'],
    ['0171 3920001', 'DE', '+491713920001'],
    ['44 7700 900101', 'GB', '+447700900101'],
    ['447700900101', 'GB', '+447700900101'],
    ['33 6 12 34 56 78', 'FR', '+33612345678'],
    ['1 614 555 0101', 'US', '+16145550101'],
  ])('a country code is read once: %s in %s is %s', (text, country, e164) => {
    expect(readPhone(text, country).value?.e164).toBe(e164);
  });

  test.each([
    ['H: 614-555-0101 C: 614-555-0102', 'US', 'home 0101, cell 0102'],
    ['Home 614-555-0101 / Work 614-555-0102', 'US', 'home 0101, work 0102'],
    ['(h) 614-555-0101 (c) 614-555-0102', 'US', 'home 0101, cell 0102'],
    ['614-555-0101 (cell), 614-555-0102 (work)', 'US', 'cell 0101, work 0102'],
    ['614-555-0101c', 'US', 'cell 0101'],
    ['614-555-0101 cell', 'US', 'cell 0101'],
    ['Mobile: 614.555.0101', 'US', 'cell 0101'],
    ['W 614-555-0101 x7; M 614-555-0102', 'US', 'work 0101 x7, cell 0102'],
    ['c: 614 555 0101, w: 614 555 0102, h: 614 555 0103', 'US', 'cell 0101, work 0102, home 0103'],
    ['Home: 614-555-0101 Fax: 614-555-0109', 'US', 'home 0101'],
    ['Privat: 030 23125 101 Mobil: 0171 3920001', 'DE', 'home 5101, cell 0001'],
    ['tél. travail 01 42 68 53 00 / portable 06 12 34 56 78', 'FR', 'work 5300, cell 5678'],
    ['614-555-0101 / 614-555-0102', 'US', 'null 0101, null 0102'],
    ['614-555-0101 wife', 'US', 'null 0101'],
    ['614-555-0101 / 614-555-0102 home', 'US', 'null 0101, home 0102'],
    ['work 614-555-0101 / 614-555-0102', 'US', 'work 0101, null 0102'],
    ['614-555-0101/614-555-0102 (c)', 'US', 'null 0101, cell 0102'],
    ['614-555-0101 614-555-0102 x7 w', 'US', 'null 0101, work 0102 x7'],
    ['614-555-0101 w/ ext 5', 'US', 'null 0101 x5'],
    ['Tel. 030 23125101 Mobil 0171 3920001', 'DE', 'null 5101, cell 0001'],
    ['priv. 030 23125101 dienstl. 030 23125102', 'DE', 'home 5101, work 5102'],
    ['gesch. 030 23125101', 'DE', 'work 5101'],
    ['030 23125101 oder 0171 3920001', 'DE', 'null 5101, null 0001'],
    ['0171 3920001 / 030 23125101 privat', 'DE', 'null 0001, home 5101'],
    ['port. 06 12 34 56 78 dom. 01 42 68 53 00', 'FR', 'cell 5678, home 5300'],
    ['Fixe 01 42 68 53 00 Bur. 01 42 68 53 01', 'FR', 'home 5300, work 5301'],
  ])('the kinds in %s (%s): %s', (text, country, kinds) => {
    const { phones } = readPhones(text, country);
    expect(
      phones
        .map(
          ({ kind, e164, extension }) =>
            `${kind} ${e164.slice(-4)}${extension === null ? '' : ` x${extension}`}`,
        )
        .join(', '),
    ).toBe(kinds);
  });

  test.each([
    ['2015550123.0', 'US', '+12015550123', 'repaired-phone'],
    ['2.015550123E9', 'US', '+12015550123', 'repaired-phone'],
    ['7700900101.0', 'GB', '+447700900101', 'repaired-phone'],
    ['614-555-0101 / 614-555-0102', 'US', '+16145550101', 'several-phones'],
    ['6145550101 6145550102', 'US', '+16145550101', 'several-phones'],
    ['Cell:6145550101 Home:6145550102', 'US', '+16145550101', 'several-phones'],
    ['6145550101ý6145550102', 'US', '+16145550101', 'several-phones'],
    ['01632 960101/07700 900101', 'GB', '+441632960101', 'several-phones'],
  ])('%s in %s is kept as %s with a remark: %s', (text, country, e164, code) => {
    const { value, problem } = readPhone(text, country);
    expect([value, problem?.code]).toEqual([{ e164, extension: null }, code]);
  });

  test.each([
    ['0', 'US', 'phone-placeholder'],
    ['0000000000', 'US', 'phone-placeholder'],
    ['000-000-0000', 'US', 'phone-placeholder'],
    ['00000000000', 'GB', 'phone-placeholder'],
    ['999-999-9999', 'US', 'phone-placeholder'],
    ['555-555-5555', 'US', 'phone-placeholder'],
    ['614-555-5555', 'US', 'phone-placeholder'],
    ['1111111111', 'US', 'phone-placeholder'],
    ['1234567890', 'US', 'phone-placeholder'],
    ['WNG', 'US', 'phone-placeholder'],
    ['6145550101 WNG', 'US', 'phone-placeholder'],
    ['NONE', 'US', 'phone-placeholder'],
    ['N/A', 'US', 'phone-placeholder'],
    ['-', 'US', 'phone-placeholder'],
    ['2.01E9', 'US', 'bad-phone'],
    ['1.40256E+10', 'US', 'bad-phone'],
    ['555-0101', 'US', 'bad-phone'],
    ['614555', 'US', 'bad-phone'],
    ['614-5550 home', 'US', 'bad-phone'],
    ['61455501012', 'US', 'bad-phone'],
    ['114-555-0101', 'US', 'bad-phone'],
    ['614-155-0101', 'US', 'bad-phone'],
    ['077009', 'GB', 'bad-phone'],
    ['07700 90010', 'GB', 'bad-phone'],
    ['+999 614 555 0101', 'US', 'bad-phone'],
    ['DNC 6145550101', 'US', 'bad-phone'],
    ['Fax: 6145550101', 'US', 'bad-phone'],
    ['ask for Ann', 'US', 'bad-phone'],
  ])('%s in %s is dropped: %s', (text, country, code) => {
    const { value, problem } = readPhone(text, country);
    expect([value, problem?.code]).toEqual([null, code]);
  });

  test.each([
    ['555-0101 / 614-555-0102', 'bad-phone'],
    ['614-555-0102, 114-555-0101', 'bad-phone'],
    ['H: 555-0101 C: 614-555-0102', 'bad-phone'],
    ['000-000-0000 / 614-555-0102', undefined],
    ['614-555-0102; 5', undefined],
  ])('of %s one number is kept, the other told: %s', (text, code) => {
    const { phones, problem } = readPhones(text, 'US');
    expect([phones.map(({ e164 }) => e164), problem?.code]).toEqual([['+16145550102'], code]);
  });

  test('a blank is no number and no problem', () => {
    expect(readPhone('  ', 'US')).toEqual({ value: null, problem: null });
  });
});
