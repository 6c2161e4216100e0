import { expect, test } from 'vitest';
import { type NotedName, nameNotes } from '../../src/values/name-notes.ts';
import { peopleIn } from '../../src/values/two-names.ts';

test.each<[string, string, NotedName['wish'], boolean]>([
  ['LEE, ANN M  DO NOT CALL', 'LEE, ANN M', 'call', false],
  ['LEE, ANN **DNC**', 'LEE, ANN', 'call', false],
  ['DNC - Ann Lee', 'Ann Lee', 'call', false],
  ['Ann Lee (DNC 3/1)', 'Ann Lee', 'call', false],
  ['Ann Lee - no calls!', 'Ann Lee', 'call', false],
  ["Ann Lee (don't call)", 'Ann Lee', 'call', false],
  ['Ann Lee (do not contact)', 'Ann Lee', 'contact', false],
  ['Ann Lee (DECEASED)', 'Ann Lee', null, true],
  ['LEE, ANN - DECEASED', 'LEE, ANN', null, true],
  ["Ann Lee dec'd", 'Ann Lee', null, true],
  ['*LEE, ANN', 'LEE, ANN', null, false],
  ['DO NOT CALL', '', 'call', false],
  ['DNC Construction', 'DNC Construction', null, false],
  ['DNC Inc', 'DNC Inc', null, false],
  ['DNC, LLC', 'DNC, LLC', null, false],
  ['DNC Construction LLC', 'DNC Construction LLC', null, false],
  ['DNC Construction (DNC)', 'DNC Construction', 'call', false],
  ['Deceased Persons Cleanup LLC', 'Deceased Persons Cleanup LLC', null, false],
  ['DNC Ann Lee', 'Ann Lee', 'call', false],
  ['DNC - Smith Trucking LLC', 'Smith Trucking LLC', 'call', false],
  ['Smith Trucking LLC DNC', 'Smith Trucking LLC', 'call', false],
  ['DNC Lee Family Trust', 'Lee Family Trust', 'call', false],
  ['DECEASED Estate of Ann Lee', 'Estate of Ann Lee', null, true],
  ['Nottingham, Ann', 'Nottingham, Ann', null, false],
  ['Donnot, Callie', 'Donnot, Callie', null, false],
  ['Ann (Annie) Lee', 'Ann (Annie) Lee', null, false],
])('%s is the name %s, with the wish %s, deceased: %s', (cell, name, wish, deceased) => {
  expect(nameNotes(cell)).toEqual({ name, wish, deceased });
});

test.each<[string, string[]]>([
  ['Lee, Ann; Lee, Bob', ['Lee, Ann', 'Lee, Bob']],
  ['Ann Lee, Bob Lee', ['Ann Lee', 'Bob Lee']],
  ['Ann Lee / Bob Bell', ['Ann Lee', 'Bob Bell']],
  ['De La Cruz, Maria Del Carmen', ['De La Cruz, Maria Del Carmen']],
  ['LEE,ANN/BOB', ['LEE,ANN/BOB']],
  ['Ann & Bob Lee', ['Ann & Bob Lee']],
  ['Lee, Ann', ['Lee, Ann']],
  ['Lee Motors; Bell Motors', ['Lee Motors; Bell Motors']],
])('%s names %j', (cell, people) => {
  expect(peopleIn(cell)).toEqual(people);
});
