/** The cards are read back by a parser of its own. */

import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { customersAsVcard, type PhoneCard } from '../../src/render/customers-as-vcard.ts';
import { oneLine } from '../../src/render/terminal-text.ts';
import { callablePhone } from '../callable-phone.ts';
import { day, ON } from './sample-lists.ts';

const ann: PhoneCard['customer'] = {
  id: 482,
  dms_number: '88121',
  kind: 'person',
  first_name: 'Ann',
  last_name: 'Lee',
  business_name: null,
  phones: [
    callablePhone({ kind: 'cell', e164: '+16145550101', extension: null }),
    callablePhone({ kind: 'work', e164: '+16145550199', extension: '204' }),
    callablePhone({ kind: null, e164: '+16145550100', extension: null }),
  ],
  email: 'ann@example.com',
  address: { street: '12 Elm St; rear', city: 'Troy', region: 'MI', postal_code: '48083', country: 'US' },
  birthday: day('1980-02-29'),
  do_not: { call: false, text: false, email: false, mail: false },
};
const civic = ['2023 Honda Civic'];

/** Name, type and value of every line, as the parser understands them. */
function read(
  customer: PhoneCard['customer'],
  vehicles: readonly string[] = civic,
): Record<string, unknown[]> {
  const text = customersAsVcard([{ customer, vehicles }], ON, '1f2e3d4c');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const [, lines] = ICAL.parse(text) as [string, [string, { type?: string }, string, unknown][]];
  const found: Record<string, unknown[]> = {};
  for (const [name, { type }, , value] of lines) {
    const said = type === undefined ? value : [type, value];
    found[name] = [...(found[name] ?? []), said];
  }
  return found;
}

test('a person has name, telephones, address, birthday and cars, and no notes of calls', () => {
  expect(read(ann)).toEqual({
    version: ['3.0'],
    uid: ['customer-482@1f2e3d4c.beback'],
    rev: ['2026-11-21T00:00:00Z'],
    fn: ['Ann Lee'],
    n: [['Lee', 'Ann', '', '', '']],
    tel: [
      ['CELL', '+16145550101'],
      ['WORK', '+16145550199,204'],
      ['VOICE', '+16145550100'],
    ],
    email: [['INTERNET', 'ann@example.com']],
    adr: [['HOME', ['', '', '12 Elm St; rear', 'Troy', 'MI', '48083', 'US']]],
    bday: ['1980-02-29'],
    note: ['2023 Honda Civic\nbeback #482'],
    categories: ['beback'],
  });
});

test('a business is a company', () => {
  const business = { ...ann, kind: 'business' as const, first_name: null, last_name: null, birthday: null };
  expect(read({ ...business, business_name: 'Smith, Sons; & Co' })).toMatchObject({
    fn: [expect.stringContaining('Smith, Sons')],
    n: [['', '', '', '', '']],
    org: ['Smith, Sons; & Co'],
    'x-abshowas': ['COMPANY'],
    adr: [['WORK', expect.anything()]],
  });
});

test('a channel the customer does not want is not on the card', () => {
  const card = read({ ...ann, phones: [], do_not: { call: true, text: true, email: true, mail: true } });
  expect(Object.keys(card)).toEqual(['version', 'uid', 'rev', 'fn', 'n', 'bday', 'note', 'categories']);
});

test('without name and address there still is a card', () => {
  const nobody = { street: null, city: null, region: null, postal_code: null, country: null };
  const card = read({ ...ann, first_name: null, last_name: null, address: nobody, email: null, phones: [] });
  expect(card).toMatchObject({ fn: ['Customer 482'] });
  expect(card.adr).toBeUndefined();
});

test.each(['李小龍', 'محمد ', 'a', '👩‍👧;'])('a name of many %s is folded and comes back whole', (part) => {
  const name = part.repeat(60).trim();
  expect(read({ ...ann, last_name: name }).n).toEqual([[name, 'Ann', '', '', '']]);
});

test('any name at all comes back as it was, on one card', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), (name) => {
      const shown = oneLine(name).trim();
      fc.pre(shown !== '' && shown === oneLine(name));
      const card = read({ ...ann, last_name: name }, [name]);
      expect(card.n).toEqual([[shown, 'Ann', '', '', '']]);
      expect(card.note).toEqual([`${shown}\nbeback #482`]);
    }),
  );
  const card = read({ ...ann, last_name: 'Lee\r\nTEL:+1900\nEND:VCARD' });
  expect([card.n, card.tel?.length]).toEqual([[['Lee TEL:+1900 END:VCARD', 'Ann', '', '', '']], 3]);
});
