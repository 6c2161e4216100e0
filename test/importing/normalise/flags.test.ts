import { expect, test } from 'vitest';
import { readFlag, readOptOut, refusedChannels } from '../../../src/importing/normalise/flags.ts';

test.each([
  ['Y', true],
  ['yes', true],
  ['1', true],
  ['TRUE', true],
  ['X', true],
  ['Oui', true],
  ['Ja', true],
  ['OK', true],
  ['Opt In', true],
  ['ok to call', true],
  ['N', false],
  ['No', false],
  ['0', false],
  ['False', false],
  ['Nein', false],
  ['non', false],
  ['Opt Out', false],
  ['Do Not Call', false],
  ['', null],
  [' ', null],
  ['N/A', null],
  ['maybe', null],
])('%j reads %s', (text, value) => {
  expect(readFlag(text)).toBe(value);
});

test.each([
  ['', false, false],
  [' ', false, false],
  ['N/A', false, false],
  ['Y', true, false],
  ['Yes', true, false],
  ['1', true, false],
  ['X', true, false],
  ['true', true, false],
  ['N', false, true],
  ['No', false, true],
  ['0', false, true],
  ['Nein', false, true],
  ['DNC', true, true],
  ['STOP', true, true],
  ['Do Not Call', true, true],
  ["Don't call", true, true],
  ['OPTED OUT', true, true],
  ['opt-out 3/1/2025', true, true],
  ['UNSUBSCRIBED', true, true],
  ['Refused', true, true],
  ['no calls please', true, true],
  ['not opted in', true, true],
  ['Opt In', false, false],
  ['OK', false, false],
  ['OK to call', false, false],
  ['not opted out', false, false],
  ['2025-03-01', true, false],
])(
  '%j blocks: %s where yes means blocked, %s where yes means allowed',
  (text, blockedIfYes, allowedIfYes) => {
    expect([readOptOut(text, 'blocked-if-yes').blocked, readOptOut(text, 'allowed-if-yes').blocked]).toEqual([
      blockedIfYes,
      allowedIfYes,
    ]);
  },
);

test.each<[string, string[]]>([
  ['No calls', ['call']],
  ['no phone calls please', ['call']],
  ['Do not text or e-mail', ['text', 'email']],
  ['E-mail only, no calls', ['call']],
  ['no mail', ['mail']],
  ['no marketing calls', ['call']],
  ['No calls or marketing', []],
  ['No calls; do not contact', []],
  ['Phone: no, e-mail: no', []],
  ['Do not contact', []],
  ['No', []],
  ['Phone', []],
])('%j refuses nothing but %j', (text, channels) => {
  expect(refusedChannels(text)).toEqual(channels);
});
