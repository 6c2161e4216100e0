import { expect, test } from 'vitest';
import type { SalespersonFacts } from '../../src/domain/facts.ts';
import { standIns } from '../../src/touches/covering.ts';
import { on } from './small-worlds.ts';

const seller = (id: number, leftOn: string | null = null): [number, SalespersonFacts] => [
  id,
  { id, code: null, name: `Seller ${id}`, email: null, leftOn: leftOn === null ? null : on(leftOn) },
];
/** 4 is gone from 10 May on. */
const STAFF = new Map([seller(1), seller(2), seller(3), seller(4, '2024-05-10')]);

/** `'1>2 2024-05-01..2024-05-09'` */
const covers = (lines: readonly string[]) =>
  lines.map((line) => {
    const [who = '', days = ''] = line.split(' ');
    const [from = '', to = ''] = days.split('..');
    const [ofId, byId] = who.split('>').map(Number);
    return { ofId: ofId ?? 0, byId: byId ?? 0, from: on(from), to: on(to) };
  });

const MAY = '2024-05-01..2024-05-31';

test.each([
  ['one for another', [`1>2 ${MAY}`], '2024-05-09', ['1>2']],
  ['on the first day', ['1>2 2024-05-09..2024-05-11'], '2024-05-09', ['1>2']],
  ['on the last day', ['1>2 2024-05-01..2024-05-09'], '2024-05-09', ['1>2']],
  ['not the day before', ['1>2 2024-05-10..2024-05-11'], '2024-05-09', []],
  ['not the day after', ['1>2 2024-05-01..2024-05-08'], '2024-05-09', []],
  ['not where it was ended before it began', ['1>2 2024-05-10..2024-05-09'], '2024-05-09', []],
  ['through whoever is covered too', [`1>2 ${MAY}`, `2>3 ${MAY}`], '2024-05-09', ['1>3', '2>3']],
  ['until they leave', [`1>4 ${MAY}`], '2024-05-09', ['1>4']],
  ['not once they have left', [`1>4 ${MAY}`], '2024-05-10', []],
  ['nobody for whoever has left', [`4>1 ${MAY}`], '2024-05-10', []],
  ['the last of a chain that is still here', [`1>2 ${MAY}`, `2>4 ${MAY}`], '2024-05-10', ['1>2']],
  ['nobody beyond one who has left', [`1>4 ${MAY}`, `4>2 ${MAY}`], '2024-05-10', []],
  ['nobody in a circle', [`1>2 ${MAY}`, `2>1 ${MAY}`, `3>2 ${MAY}`], '2024-05-09', []],
])('who makes the calls: %s', (_title, lines, day, wanted) => {
  const found = standIns(covers(lines), STAFF, on(day));
  expect([...found].map(([of, by]) => `${of}>${by}`)).toEqual(wanted);
});
