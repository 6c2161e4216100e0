import { describe, expect, test } from 'vitest';
import { readOptOut } from '../../src/values/flags.ts';
import { KNOWN_NOS, knownAnswer } from '../../src/values/known-answers.ts';

test('whatever is printed as a known no refuses nothing, in capitals and with a full stop as well', () => {
  const refusing = KNOWN_NOS.flatMap((no) => [no, no.toUpperCase(), ` ${no} `, `${no}.`]).filter(
    (filling) => readOptOut(filling, 'blocked-if-yes').blocked,
  );
  expect(refusing).toEqual([]);
  expect(KNOWN_NOS).toEqual(
    expect.arrayContaining(['-', 'none', 'not on file', 'ok', 'allowed', '0.00', '☐', '□', '[ ]']),
  );
  expect(new Set(KNOWN_NOS).size).toBe(KNOWN_NOS.length);
});

describe('a filling says', () => {
  test.each([
    ['yes', ['Y', 'yes', '1', 'X', '[x]', '[X]', '(x)', 'Oui', 'Sí', 'Y.']],
    [
      'no',
      [
        'N',
        'no',
        '0',
        '0.0',
        '0.00',
        '0,00',
        '$0.00',
        '00',
        '[]',
        '[ ]',
        '☐',
        '□ ',
        '☐☐',
        '⬜',
        'NEIN',
        'Não',
        '\uf0a8',
      ],
    ],
    [
      'nothing',
      ['', ' ', '-', '---', '–', '.', 'N/A', '#N/A', 'none', 'Not On File', 'k. A.', 'n.v.t.', 'Aucun'],
    ],
    ['allowed', ['ok', 'OK', 'Allowed', 'opt-in', 'Not Opted Out', 'erlaubt', 'No restrictions']],
    [
      'mark',
      [
        '✓',
        '✔',
        '✔️',
        '√',
        '☑',
        '☒',
        '■',
        '●',
        '*',
        '***',
        '[✓]',
        '1.0',
        '1.00',
        '1,0',
        '-1',
        '01',
        'Y*',
        '*Y',
        'yes!',
        'þ',
        'ü',
        '\uf0fc',
      ],
    ],
    ['cross', ['✗', '✘', '❌', '×']],
    ['unknown', ['?', '!', 'N*', '2', 'A', 'per cust', '☐ ☑', '#REF!', 'constructor']],
  ])('%s', (answer, fillings) => {
    expect(fillings.map((filling) => [filling, knownAnswer(filling)])).toEqual(
      fillings.map((filling) => [filling, answer]),
    );
  });
});
