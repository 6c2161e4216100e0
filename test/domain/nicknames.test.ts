/** Names one person may go by. */

import { expect, test } from 'vitest';
import { nicknamesOf } from '../../src/domain/nicknames.ts';

test.each([
  ['bob', 'robert'],
  ['bill', 'william'],
  ['liz', 'elizabeth'],
  ['peggy', 'margaret'],
  ['pepe', 'jose'],
  ['paco', 'francisco'],
  ['ted', 'edward'],
  ['ted', 'theodore'],
  ['kathy', 'catherine'],
  ['hank', 'henry'],
])('%s is %s, and the other way round', (short, full) => {
  expect(nicknamesOf(short)).toContain(full);
  expect(nicknamesOf(full)).toContain(short);
});

test('two names with a short form in common are not each other', () => {
  expect(nicknamesOf('edward')).not.toContain('theodore');
  expect(nicknamesOf('patrick')).not.toContain('patricia');
});

test('a name without short forms has none, whatever it looks like', () => {
  expect(['zebulon', '', 'constructor', '__proto__'].map(nicknamesOf)).toEqual([[], [], [], []]);
});

test('no name is its own nickname, and every one is folded', () => {
  for (const name of ['robert', 'elizabeth', 'jose', 'alexander', 'catherine']) {
    const others = nicknamesOf(name);
    expect(others).not.toContain(name);
    expect(others.filter((other) => !/^[a-z]+$/.test(other))).toEqual([]);
  }
});
