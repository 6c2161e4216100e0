import { describe, expect, test } from 'vitest';
import { registryLayout, registryNumber } from '../../src/importing/registry-file.ts';

const recognised = (text: string, asked = false): boolean => registryLayout(text, true, asked) !== null;

describe('a copy of the registry is recognised', () => {
  test.each([
    ['two columns without titles', '614,5550101\n614,5550102\n'],
    ['with carriage returns', '614,5550101\r\n614,5550102\r\n'],
    ['quoted', '"614","5550101"\n'],
    ['one column', '6145550101\n6145550102\n'],
    ['one column with a title', 'Phone Number\n6145550101\n'],
    ['one column as people write numbers', 'Telephone\n(614) 555-0101\n614-555-0102\n+1 614 555 0103\n'],
    ['two columns with titles', 'Area Code,Phone\n614,5550101\n'],
    ['titles in another order', 'number;area_code\n5550101;614\n'],
    ['one row in twenty spoilt', `${'6145550101\n'.repeat(20)}614555\n`],
  ])('%s', (_, text) => {
    expect(recognised(text)).toBe(true);
  });
});

describe('nothing else is taken for one', () => {
  test.each([
    ['a sales export', 'Deal No,Customer Name,Phone,Sale Date\n1,Ann Lee,6145550101,2025-01-01\n'],
    ['phones with a name beside them', 'Phone,Name\n6145550101,Ann Lee\n'],
    ['two phones a row', '6145550101,6145550102\n'],
    ['numbers with a remark', '614,5550101,A\n'],
    ['other numbers in two columns', '123,4567890\n'],
    ['amounts', '6145,5550101\n'],
    ['one column of other numbers', 'Deal\n6145550101\n'],
    ['numbers too short', '614555010\n'],
    ['a title and nothing below', 'Phone\n'],
    ['a third of the rows spoilt', 'Phone\n6145550101\n6145550102\nnone\n'],
    ['nothing', '\n'],
  ])('%s', (_, text) => {
    expect(recognised(text)).toBe(false);
  });

  test('but who says that it is one may have some spoilt rows', () => {
    const text = 'Phone\n6145550101\n6145550102\nnone\n';
    expect([recognised(text), recognised(text, true)]).toEqual([false, true]);
    expect(recognised('Phone,Name\n6145550101,Ann Lee\n', true)).toBe(false);
  });
});

test('the last line of a cut text is not looked at', () => {
  expect(registryLayout('614,5550101\n614,55', false, false)).not.toBeNull();
  expect(registryLayout('614,5550101\n614,55', true, false)).toBeNull();
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
