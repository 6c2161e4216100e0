import { describe, expect, test } from 'vitest';
import { nameSaysRegistry, numberList, registryNumber } from '../../src/importing/registry-file.ts';

const shareOf = (text: string): number | null => numberList(text, true)?.share ?? null;

describe('numbers and nothing else', () => {
  test.each([
    ['two columns without titles', '614,5550101\n614,5550102\n'],
    ['with carriage returns', '614,5550101\r\n614,5550102\r\n'],
    ['quoted', '"614","5550101"\n'],
    ['one column', '6145550101\n6145550102\n'],
    ['one column with a title', 'Phone Number\n6145550101\n'],
    ['one column with any title', 'Deal\n6145550101\n'],
    ['one column as people write numbers', 'Telephone\n(614) 555-0101\n614-555-0102\n+1 614 555 0103\n'],
    ['two columns with titles', 'Area Code,Phone\n614,5550101\n'],
    ['titles in another order', 'number;area_code\n5550101;614\n'],
  ])('%s', (_, text) => {
    expect(shareOf(text)).toBe(1);
  });

  test('some rows may be spoilt, the first one too', () => {
    expect(shareOf(`${'6145550101\n'.repeat(19)}614555\n`)).toBe(0.95);
    expect(shareOf('Phone\n6145550101\n6145550102\nnone\n')).toBeCloseTo(2 / 3);
    expect(shareOf('614555\n6145550101\n')).toBe(0.5);
  });
});

describe('anything else', () => {
  test.each([
    ['a sales export', 'Deal No,Customer Name,Phone,Sale Date\n1,Ann Lee,6145550101,2025-01-01\n'],
    ['phones with a name beside them', 'Phone,Name\n6145550101,Ann Lee\n'],
    ['phones with a mark beside them', 'Phone,Do Not Call\n6145550101,Y\n'],
    ['two phones a row', '6145550101,6145550102\n'],
    ['numbers with a remark, as in a list of changes', '614,5550101,A\n'],
    ['other numbers in two columns', '123,4567890\n'],
    ['amounts', '6145,5550101\n'],
    ['numbers too short', '614555010\n'],
    ['a title and nothing below', 'Phone\n'],
    ['most of the rows spoilt', 'Phone\n6145550101\nnone\nnone\n'],
    ['nothing', '\n'],
  ])('%s', (_, text) => {
    expect(shareOf(text)).toBeNull();
  });
});

describe('what says that it is the registry', () => {
  test.each([
    'dnc.csv',
    'DNC_614_20261101.txt',
    'dnc614.csv',
    'drop/2026-11-01 National DNC list.txt',
    'dncl-416.csv',
    'lnnte-dncl.csv',
    'Do Not Call Registry.csv',
    'DoNotCall.csv',
    'do_not_call.csv',
    'donotcall-614.csv',
    "don't call.csv",
    'registry.csv',
    'FTC-registry-614.txt',
  ])('the name %s', (name) => {
    expect(nameSaysRegistry(name)).toBe(true);
  });

  test.each([
    'numbers.csv',
    'phones.csv',
    '614.txt',
    '2026-11-01_614_8D2F.txt',
    'customers.csv',
    'dnc/customers.csv',
    'gift-registry.csv',
    'vehicle registry.csv',
    'registration.csv',
    'sold-nc.csv',
    'sold_north_county.csv',
    'call-list.csv',
    'not-on-dnc.csv',
    'dnc-scrubbed.csv',
    'Not Do Not Call.csv',
    'dnc-changes.csv',
    'dnc_deletes_614.csv',
    'DNC-Adds.csv',
    '-',
  ])('not the name %s', (name) => {
    expect(nameSaysRegistry(name)).toBe(false);
  });

  test.each([
    ['DNC', true],
    ['DNC Number', true],
    ['Do Not Call Number', true],
    ['do_not_call', true],
    ['Phone', false],
    ['Not On DNC', false],
  ])('the title %s: %s', (title, says) => {
    expect(numberList(`${title}\n6145550101\n`, true)?.titleSaysSo).toBe(says);
    expect(numberList(`Area Code,${title}\n614,5550101\n`, true)?.titleSaysSo).toBe(says);
  });
});

test('the last line of a cut text is not looked at', () => {
  expect(numberList('614,5550101\n614,55', false)?.share).toBe(1);
  expect(numberList('614,5550101\n614,55', true)?.share).toBe(0.5);
});

test.each([
  [['614', '5550101'], 6145550101],
  [[' 614 ', '555-0101'], 6145550101],
  [['014', '5550101'], null],
  [['614', '555010'], null],
  [['614', '5550101', ''], null],
  [['614'], null],
])('the row %j holds %s', (cells, number) => {
  const layout = { delimiter: ',', header: ['1', '2'], titles: 0, areaCode: 0, number: 1 };
  expect(registryNumber(layout, cells)).toBe(number);
});
