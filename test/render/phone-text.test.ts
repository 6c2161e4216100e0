import { expect, test } from 'vitest';
import { dialText, phoneText } from '../../src/render/phone-text.ts';
import { callablePhone } from '../callable-phone.ts';

test.each([
  ['a home number in the United States', '+16145550101', null, 'US', '(614) 555-0101', '(614) 555-0101'],
  ['one with an extension', '+16145550101', '204', 'CA', '(614) 555-0101 x204', '(614) 555-0101 x204'],
  ['a British mobile seen from Ohio', '+447700900101', null, 'US', '+44 7700 900101', '011 44 7700 900101'],
  ['a British mobile at home', '+447700900101', null, 'GB', '07700 900101', '07700 900101'],
  [
    'an American number seen from Britain',
    '+16145550101',
    null,
    'GB',
    '+1 614 555 0101',
    '00 1 614 555 0101',
  ],
  ['a French number at home', '+33612345678', null, 'FR', '0612 345 678', '0612 345 678'],
  [
    'a number of a country with three digits',
    '+353861234567',
    null,
    'US',
    '+353 861 234 567',
    '011 353 861 234 567',
  ],
  ['a number of a country with one digit', '+77011234567', null, 'US', '+7 7011 234567', '011 7 7011 234567'],
  ['a number of unusual length', '+4912345', null, 'US', '+49 12345', '011 49 12345'],
])('%s', (_title, e164, extension, country, read, dialled) => {
  expect(phoneText(callablePhone({ kind: null, e164, extension }), country)).toBe(read);
  expect(dialText(callablePhone({ kind: null, e164, extension }), country)).toBe(dialled);
});
