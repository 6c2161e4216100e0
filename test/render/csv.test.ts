import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvWriter } from '../../src/render/csv.ts';

const forPeople = () => csvWriter({ bom: true, rawForMachines: false });
const forMachines = () => csvWriter({ bom: false, rawForMachines: true });

describe('a line of CSV', () => {
  test('quotes every field, doubles quotes, ends in CRLF', () => {
    expect(forMachines()(['Ann', null, 'say "hi"', 'a,b', 'x\ny', 0, -5, 1.5, ''])).toBe(
      '"Ann","","say ""hi""","a,b","x\ny","0","-5","1.5",""\r\n',
    );
  });

  test('the byte order mark stands before the first line only', () => {
    const line = forPeople();
    expect(line(['a']) + line(['b'])).toBe('\ufeff"a"\r\n"b"\r\n');
  });

  test.each([
    ["=cmd|' /C calc'!A0"],
    ['+16145550101'],
    ['-1+1'],
    ['@SUM(1)'],
    ['\t=1'],
    ['\r=1'],
    ['\n=1'],
    ['\u0000=1'],
    ['＝1'],
    ['＋1'],
    ['－1'],
    ['＠x'],
    ["'=1"],
  ])('text that a spreadsheet would run gets an apostrophe: %j', (text) => {
    const quoted = text.replaceAll('"', '""');
    expect(csvWriter({ bom: false, rawForMachines: false })([text])).toBe(`"'${quoted}"\r\n`);
    expect(forMachines()([text])).toBe(`"${quoted}"\r\n`);
  });

  test.each([['Ann'], ['(614) 555-0101'], ["'t Hooft"], ['a=b'], ['']])(
    'harmless text is left alone: %j',
    (text) => {
      expect(csvWriter({ bom: false, rawForMachines: false })([text])).toBe(`"${text}"\r\n`);
    },
  );

  test('numbers are never text, not even negative ones', () => {
    expect(csvWriter({ bom: false, rawForMachines: false })([-5])).toBe('"-5"\r\n');
  });

  test('another reader gets the same values back, less the apostrophes', () => {
    const values = fc.array(fc.string({ unit: fc.constantFrom(...'\'"=+-@,;\r\n\tab＝') }), { minLength: 1 });
    fc.assert(
      fc.property(values, (texts) => {
        const read = (line: string) => parse(line, { record_delimiter: '\r\n', skip_empty_lines: false })[0];
        expect(read(forMachines()(texts))).toEqual(texts);
        const guarded: string[] = read(csvWriter({ bom: false, rawForMachines: false })(texts)) ?? [];
        expect(guarded.map((text) => text.replace(/^'(?='*[=+\-@\t\r\n＝])/, ''))).toEqual(texts);
        for (const text of guarded) expect(text).not.toMatch(/^[=+\-@\t\r\n＝]/);
      }),
    );
  });
});
