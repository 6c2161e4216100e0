import { describe, expect, test } from 'vitest';
import { type Refused, saysNoContact, statedRefusal } from '../../src/values/stated-refusal.ts';

const REFUSALS: readonly (readonly [Refused, readonly string[]])[] = [
  [
    'contact',
    [
      'Do Not Contact',
      'DO NOT CONTACT!!',
      'Do-Not-Contact',
      'DoNotContact',
      'No Contact',
      'No further contact please',
      'Do Not Disturb',
      'DND',
      'Refused contact',
      'Do not solicit',
      'no marketing',
      'Active / Do Not Contact',
      'VIP; do not contact',
      'Keine Werbung',
      'Bitte nicht kontaktieren',
      'Ne pas contacter',
      'No contactar',
      'Não contatar',
      'Non contattare',
      'Niet benaderen',
      'Nu contactați',
    ],
  ],
  [
    ['call'],
    [
      'Do Not Call',
      'DO_NOT_CALL',
      "Don't call",
      'Don’t call',
      'DNC',
      'D.N.C.',
      '*** DNC ***',
      '(DNC)',
      'DNC list',
      'On DNC list',
      'National Do Not Call Registry',
      'DNC 3/4/2026',
      'DNC per cust 3/4',
      'DNC - wife answered',
      '02 - Do Not Call',
      'No calls',
      'no more phone calls please',
      'does not want calls',
      'Nicht anrufen',
      'Ne pas appeler',
      'No llamar',
      'Não ligar',
      'Non chiamare',
      'Niet bellen',
      'Bloctel',
    ],
  ],
  [
    'unnamed',
    [
      'Opt out',
      'OPT-OUT',
      'Opted Out',
      'opted out 3/1/2025',
      'Unsubscribed',
      'unsubscribe',
      'Removed from call list',
      'Consent withdrawn',
      'abgemeldet',
      'Désabonné',
      'uitgeschreven',
    ],
  ],
  [['text'], ['Do not text', 'No SMS', 'opted out of texts']],
  [['email'], ['Do not e-mail', 'no emails', 'Niet mailen']],
  [['mail'], ['Do Not Mail', 'no letters']],
  [['call', 'text'], ['Do not call or text']],
];

describe('a cell that is nothing but a refusal', () => {
  test.each(REFUSALS)('refuses %j', (refused, cells) => {
    expect(cells.map((cell) => [cell, statedRefusal(cell)])).toEqual(cells.map((cell) => [cell, refused]));
  });
});

test.each([
  'Active',
  'No',
  'None',
  'customer did not want us to call the bank',
  'Told them no contact with the lender before Friday, will call again on Monday and see what they say then',
  'do not call bank',
  'No calls after 5pm',
  'Called 3/4, no contact, will retry',
  'No answer',
  'Not opted out',
  'not on DNC',
  'DNC: no',
  'Do Not Call - N',
  'Opt Out GAP',
  'Opted in',
  'OK to call',
  'Do not sell',
  'Do not post',
  'Declined',
  'Removed',
  'Sold out',
  'No trade',
  'No mail box',
  'Cash out',
  'DNCX100',
])('%j is no refusal', (cell) => {
  expect(statedRefusal(cell)).toBeNull();
});

test('"no contact" may as well mean that nobody was reached', () => {
  expect(['No Contact', 'no contact.', 'Do not contact', 'contact'].map(saysNoContact)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
