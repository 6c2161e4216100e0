/** What may have been meant by a word that is not known. */

import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/values/nearest.ts';

const PEOPLE = ['Dana Reyes', 'Maria Delgado', 'Ben Kowalski', 'Renée Dubois', 'Pat Boss'];
const OUTCOMES = [
  'talked',
  'appointment',
  'sold',
  'not-interested',
  'voicemail',
  'no-answer',
  'busy',
  'text',
];

test.each<[string, readonly string[], string[]]>([
  ['Dana Rayes', PEOPLE, ['Dana Reyes']],
  ['dana reyes', PEOPLE, ['Dana Reyes']],
  ['Delgado, Mara', PEOPLE, ['Maria Delgado']],
  ['Rene Dubois', PEOPLE, ['Renée Dubois']],
  ['Kowalsky', PEOPLE, ['Ben Kowalski']],
  ['Pat', PEOPLE, ['Pat Boss']],
  ['Jane Doe', PEOPLE, []],
  ['', PEOPLE, []],
  ['voicemial', OUTCOMES, ['voicemail']],
  ['busi', OUTCOMES, ['busy']],
  ['appoint', OUTCOMES, ['appointment']],
  ['interested', OUTCOMES, ['not-interested']],
  ['zzz', OUTCOMES, []],
  ['xy', ['ab', 'cd'], []],
  ['anniversery', ['birthday', 'anniversary'], ['anniversary']],
  ['sold_o', ['sold_on', 'sold_by', 'vin'], ['sold_on']],
])('%s of %j: %j', (wanted, known, near) => {
  expect(nearest(wanted, known)).toEqual(near);
});

test('goes on after a message', () => {
  expect(didYouMean('Dana Rayes', PEOPLE)).toBe('; did you mean Dana Reyes?');
  expect(didYouMean('lisd', ['list', 'lisa', 'x'])).toBe('; did you mean list or lisa?');
  expect(didYouMean('zzz', PEOPLE)).toBe('');
});
