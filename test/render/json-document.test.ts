/** Documents written piece by piece are those that are written at once. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonDocument, jsonText } from '../../src/render/json-text.ts';

test('is, to the last byte, the text written at once, and a line end', () => {
  const documents = fc.oneof(
    fc.dictionary(fc.string({ unit: 'binary' }), fc.option(fc.jsonValue(), { nil: undefined })),
    fc.array(fc.jsonValue()),
  );
  fc.assert(
    fc.property(documents, (data) => {
      expect([...jsonDocument(data)].join('')).toBe(`${jsonText(data, 2)}\n`);
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
});

test('lists may be made while they are written', () => {
  function* numbers() {
    yield { one: 1 };
    yield [2];
  }
  expect([...jsonDocument({ all: numbers(), none: [] })].join('')).toBe(
    `${jsonText({ all: [{ one: 1 }, [2]], none: [] }, 2)}\n`,
  );
});

test('a member of a list that JSON does not have is null', () => {
  expect([...jsonDocument([undefined])].join('')).toBe(`${jsonText([undefined], 2)}\n`);
});
