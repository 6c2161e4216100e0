import { expect, test } from 'vitest';
import { readFlag, readOptOut, refusedChannels } from '../../src/values/flags.ts';

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
  ['1.0', true],
  ['0.0', false],
  ['✓', true],
  ['☐', false],
  ['no consent', false],
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
  ['1.0', true, false],
  ['0.00', false, true],
  ['✓', true, false],
  ['☐', false, true],
  ['*', true, false],
  ['✗', true, true],
  ['-', false, false],
  ['not on file', false, false],
  ['allowed', false, false],
  ['per cust 3/4', true, false],
  ['maybe', true, false],
  ['OK to text', true, false],
  ['no, ok to text only', true, false],
  ['no consent', true, true],
  ['not opted out of texts, dnc', true, true],
  ['00/00/0000', false, false],
  ['1/1/1900', false, false],
])(
  '%j blocks: %s where yes means blocked, %s where yes means allowed',
  (text, blockedIfYes, allowedIfYes) => {
    expect([readOptOut(text, 'blocked-if-yes').blocked, readOptOut(text, 'allowed-if-yes').blocked]).toEqual([
      blockedIfYes,
      allowedIfYes,
    ]);
  },
);

test.each([
  ['Y', 'said'],
  ['Do Not Call', 'said'],
  ['✓', 'marked'],
  ['1.0', 'marked'],
  ['Y*', 'marked'],
  ['3/4/2026', 'marked'],
  ['per cust 3/4', 'marked'],
  ['maybe', 'guessed'],
  ['?', 'guessed'],
  ['N*', 'guessed'],
])('%j under Do Not Call blocks: %s', (text, how) => {
  expect(readOptOut(text, 'blocked-if-yes')).toEqual({ blocked: true, how });
});

test('what a person says of a filling goes before what it looks like', () => {
  const words = new Map([
    ['c', 'no'],
    ['y', 'no'],
    ['else', 'yes'],
  ] as const);
  const blocked = (text: string): object => readOptOut(text, 'blocked-if-yes', words);
  expect([blocked('C'), blocked('Y'), blocked('N')].map((read) => 'blocked' in read && read.blocked)).toEqual(
    [false, false, false],
  );
  expect(blocked('zz')).toEqual({ blocked: true, how: 'said' });
});

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
