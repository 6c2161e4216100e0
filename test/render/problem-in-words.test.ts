/** One problem of a file, as it is told. */

import { expect, test } from 'vitest';
import { problemInWords } from '../../src/render/problem-in-words.ts';

test.each([
  ['FIDealType', 'Wholesale', 'a wholesale deal', 'FIDealType "Wholesale" a wholesale deal'],
  ['Last Name', '', 'no customer is named', 'Last Name is empty: no customer is named'],
  ['4', '', 'there is no job number', 'column 4 is empty: there is no job number'],
  ['Fields', null, 'too many', 'Fields: too many'],
  [null, null, 'the row is torn', 'the row is torn'],
  ['a\u001b[2J', 'b\n', 'is not a term', 'a "b " is not a term'],
])('%s, %j', (column, value, message, expected) => {
  expect(problemInWords({ column, value, message })).toBe(expected);
});
