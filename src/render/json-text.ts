/** JSON as it is printed: nothing in it that steers a terminal. */

/** C1 controls, DEL and bidirectional marks: JSON.stringify lets them through, a terminal may obey them. */
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** The same document for every JSON reader; steering characters are written as `\uXXXX`. */
export const jsonText = (data: unknown, indent?: number): string =>
  JSON.stringify(data, null, indent).replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const INDENT = 2;

/**
 * `jsonText(data, 2)` and a line end, piece by piece: that of a large store is never held as one text. The lists that
 * stand in the document itself may be made while they are written.
 */
export function* jsonDocument(data: object): Generator<string> {
  if (Array.isArray(data)) {
    yield* elements(data, 1);
    yield '\n';
    return;
  }
  let before = '{\n';
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${before}${indented(1)}${jsonText(key)}: `;
    before = ',\n';
    if (isList(value)) yield* elements(value, 2);
    else yield textAt(value, 1);
  }
  yield before === ',\n' ? '\n}\n' : '{}\n';
}

const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

const indented = (level: number): string => ' '.repeat(INDENT * level);

/** Line ends stand between values only: in a string they are escaped. */
const textAt = (value: unknown, level: number): string =>
  jsonText(value ?? null, INDENT).replaceAll('\n', `\n${indented(level)}`);

function* elements(list: Iterable<unknown>, level: number): Generator<string> {
  let before = '[\n';
  for (const value of list) {
    yield `${before}${indented(level)}${textAt(value, level)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]' : `\n${indented(level - 1)}]`;
}
