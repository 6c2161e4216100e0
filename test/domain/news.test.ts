/** What a customer has not heard. */

import { expect, test } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { Day } from '../../src/domain/day.ts';
import { type News, unheard } from '../../src/domain/news.ts';

const news = (id: number, on: string, until: string | null): News => ({
  id,
  text: `news ${id}`,
  on: on as Day,
  until: until as Day | null,
});
const contact = (on: string, outcome: string): Contact => ({
  id: 1,
  on: on as Day,
  outcome,
  note: null,
  nextOn: null,
  by: null,
  salespersonId: null,
});
const heardNot = (one: News, contacts: readonly Contact[], day: string): boolean =>
  unheard([one], contacts, day as Day).length === 1;

test.each<[string, News, readonly Contact[], string, boolean]>([
  ['before the day it is told', news(1, '2026-11-10', null), [], '2026-11-09', false],
  ['from the day it is told', news(1, '2026-11-10', null), [], '2026-11-10', true],
  ['on its last day', news(1, '2026-11-10', '2026-11-12'), [], '2026-11-12', true],
  ['after its last day', news(1, '2026-11-10', '2026-11-12'), [], '2026-11-13', false],
  [
    'after a talk the day before',
    news(1, '2026-11-10', null),
    [contact('2026-11-09', 'talked')],
    '2026-11-11',
    true,
  ],
  [
    'after a talk on its day',
    news(1, '2026-11-10', null),
    [contact('2026-11-10', 'greeted')],
    '2026-11-11',
    false,
  ],
  [
    'after a voicemail',
    news(1, '2026-11-10', null),
    [contact('2026-11-10', 'voicemail')],
    '2026-11-11',
    true,
  ],
  [
    'before a talk that is still to come',
    news(1, '2026-11-10', null),
    [contact('2026-11-12', 'talked')],
    '2026-11-11',
    true,
  ],
])('unheard %s', (_, one, contacts, day, expected) => {
  expect(heardNot(one, contacts, day)).toBe(expected);
});
