import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listFileName } from '../../src/render/list-file-name.ts';
import { ON } from './sample-lists.ts';

const nameFor = (name: string, code: string | null): string =>
  listFileName({ name, code }, ON, 'csv', new Set());

describe('the name of a list file', () => {
  test.each([
    ['name and code', 'Dana Reyes', '1042', 'calls-2026-11-21-dana-reyes-1042.csv'],
    ['no code', 'Dana Reyes', null, 'calls-2026-11-21-dana-reyes.csv'],
    [
      'accents and letters of their own',
      'Łukasz Müßig-Ørsted',
      '7',
      'calls-2026-11-21-lukasz-mussig-orsted-7.csv',
    ],
    ['an apostrophe', 'Pat O’Rourke', '7', 'calls-2026-11-21-pat-orourke-7.csv'],
    ['a name without Latin letters', '李小龍', '88', 'calls-2026-11-21-88.csv'],
    ['a way out of the folder', '../../etc/passwd', '..\\..', 'calls-2026-11-21-etc-passwd.csv'],
    ['control bytes, a dash in front, dots behind', '-rf\u0000 x. ', null, 'calls-2026-11-21-rf-x.csv'],
    ['a device of Windows', 'CON', null, 'calls-2026-11-21-con.csv'],
  ])('%s', (_title, name, code, expected) => {
    expect(nameFor(name, code)).toBe(expected);
  });

  test('a very long name is cut, and stays within 120 bytes with its hash', () => {
    const used = new Set<string>();
    const long = { name: 'Ann '.repeat(100), code: '1'.repeat(100) };
    const names = [0, 1].map(() => listFileName(long, ON, 'html', used));
    expect(names[0]).toBe(`calls-2026-11-21-${'ann-'.repeat(15)}${'1'.repeat(20)}.html`);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(120);
  });

  test('the house list is called house, a salesperson of that name is not', () => {
    expect(listFileName(null, ON, 'html', new Set())).toBe('calls-2026-11-21-house.html');
    expect(nameFor('House', null)).toMatch(/^calls-2026-11-21-house-[0-9a-f]{6}\.csv$/);
  });

  test('a name in other letters and without a code gets a short hash, another one for another name', () => {
    expect(nameFor('李小龍', null)).toMatch(/^calls-2026-11-21-[0-9a-f]{6}\.csv$/);
    expect(nameFor('李小龍', null)).not.toBe(nameFor('محمد', null));
  });

  test('two people of one name get two files, always the same two', () => {
    const used = new Set<string>();
    const both = [0, 1].map(() => listFileName({ name: 'Sam Hill', code: null }, ON, 'csv', used));
    expect(both[0]).toBe('calls-2026-11-21-sam-hill.csv');
    expect(both[1]).toMatch(/^calls-2026-11-21-sam-hill-[0-9a-f]{6}\.csv$/);
    expect([...used]).toEqual(both);
  });

  test('any names at all give different files that every file system takes', () => {
    const people = fc.array(
      fc.record({ name: fc.string({ unit: 'binary', maxLength: 200 }), code: fc.option(fc.string()) }),
    );
    fc.assert(
      fc.property(people, (list) => {
        const used = new Set<string>();
        const names = list.map((person) => listFileName(person, ON, 'csv', used));
        expect(new Set(names).size).toBe(list.length);
        for (const name of names) {
          expect(name).toMatch(/^calls-2026-11-21(-[a-z0-9]+)+\.csv$/);
          expect(name.length).toBeLessThanOrEqual(120);
        }
      }),
    );
  });
});
