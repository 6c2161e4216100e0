/** JSON as it is printed: nothing in it that steers a terminal. */

/** C1 controls, DEL and bidirectional marks: JSON.stringify lets them through, a terminal may obey them. */
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** The same document for every JSON reader; steering characters are written as `\uXXXX`. */
export const jsonText = (data: unknown, indent?: number): string =>
  JSON.stringify(data, null, indent).replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
