/** Which names on a sheet pass for a customer's. */

import { expect, test } from 'vitest';
import { sameCustomer } from '../../src/contacts/same-customer.ts';

test.each([
  ['Ann Lee', 'Ann Lee'],
  ['', 'Ann Lee'],
  ['LEE, ANN', 'Ann Lee'],
  ['Ann Lee', 'Ann Miller'],
  ['Jose Munoz', 'José Muñoz'],
  ['JosÃ© MuÃ±oz', 'José Muñoz'],
  ['Jos? Mu?oz', 'José Muñoz'],
  ['?ukasz', 'Łukasz'],
  ['王伟', '王伟'],
  ['??', '王伟'],
  ['J Q', 'J. Q.'],
])('"%s" may be %s', (onSheet, known) => {
  expect(sameCustomer(onSheet, known)).toBe(true);
});

test.each([
  ['Ann Lee', 'Bob Miller'],
  ['Ann J Lee', 'Bob J Miller'],
  ['Ann Lee', '王伟'],
  ['José', 'Zoë'],
])('"%s" is not %s', (onSheet, known) => {
  expect(sameCustomer(onSheet, known)).toBe(false);
});
