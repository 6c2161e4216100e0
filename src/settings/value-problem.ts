/** What is wrong with a value of the settings, and what to write instead. */

import type { BaseIssue } from 'valibot';

export interface ValueProblem {
  /** goes on after the key */
  readonly message: string;
  readonly hint: string;
}

/** Where the settings expect a kind of value and say nothing of it themselves. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'must be text in quotes',
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be a list in square brackets',
  record: 'must be a table',
  strict_object: 'must be a table',
};

export function valueProblem({ type, kind, message, input, path }: BaseIssue<unknown>): ValueProblem {
  const key = path?.at(-1)?.key;
  const expected = message.startsWith('Invalid type') ? (KINDS[type] ?? message) : message;
  const saysAll = expected.endsWith('?') || /password/i.test(String(key));
  const words = expected + (saysAll ? '' : foundInWords(input));
  if (kind === 'schema' && type === 'array' && typeof key === 'string') {
    if (isTable(input))
      return { message: `must be tables: write [[${key}]] above each`, hint: 'mend that line' };
    return { message: expected, hint: `${inToml(key)} = [${JSON.stringify(input)}]` };
  }
  return { message: words, hint: 'mend that line' };
}

/** What stands there, where it is short enough to be told. */
function foundInWords(value: unknown): string {
  if (value === undefined || isTable(value)) return '';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? '' : `; it is ${text}`;
}
const LONGEST_VALUE = 60;

/** TOML has days of its own, which are no tables. */
const isTable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

const inToml = (key: string): string => (/^[a-z_]+$/.test(key) ? key : JSON.stringify(key));
