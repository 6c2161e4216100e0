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
  ['DECEASED Estate of Ann Lee', 'Ann Lee', null, true],
  ['ESTATE OF RUTH MOSS', 'RUTH MOSS', null, true],
  ['Moss, Ruth (ESTATE)', 'Moss, Ruth', null, true],
  ['MOSS, RUTH ESTATE OF', 'MOSS, RUTH', null, true],
  ['The Late Ruth Moss', 'Ruth Moss', null, true],
  ['Est. of Ruth Moss', 'Ruth Moss', null, true],
  ['Ruth Moss Estate', 'Ruth Moss', null, true],
  ['Moss, Ruth, Estate', 'Moss, Ruth', null, true],
  ['Ruth Moss (dec.)', 'Ruth Moss', null, true],
  ['MOSS, RUTH DECD', 'MOSS, RUTH', null, true],
  ['Ruth Moss †', 'Ruth Moss', null, true],
  ['Moss, Ruth (verstorben)', 'Moss, Ruth', null, true],
  ['Erbengemeinschaft Moss', 'Moss', null, true],
  ['Nachlass von Ruth Moss', 'Ruth Moss', null, true],
  ['Feu Ruth Moss', 'Ruth Moss', null, true],
  ['Succession Ruth Moss', 'Ruth Moss', null, true],
  ['Herederos de Ruth Moss', 'Ruth Moss', null, true],
  ['Ruth Moss fallecida', 'Ruth Moss', null, true],
  ['Eredi di Ruth Moss', 'Ruth Moss', null, true],
  ['Erven Ruth Moss', 'Ruth Moss', null, true],
  ['Dødsbo Ruth Moss', 'Ruth Moss', null, true],
  ['Fox, Ida, Estate of', 'Fox, Ida', null, true],
  ['FOX, EST OF IDA', 'FOX, IDA', null, true],
  ['Estate: Ida Fox', 'Ida Fox', null, true],
  ['Ida Fox (Est.)', 'Ida Fox', null, true],
  ['Fox, Ida dec.', 'Fox, Ida', null, true],
  ['Ida Fox (R.I.P.)', 'Ida Fox', null, true],
  ['Ida Fox - passed away 3/2026', 'Ida Fox', null, true],
  ['Ida Fox, died 2025', 'Ida Fox', null, true],
  ['Heirs of Ida Fox', 'Ida Fox', null, true],
  ['Personal Rep. of the Estate of Ida Fox', 'Ida Fox', null, true],
  ['Cy Fox, Executor of the Estate of Ida Fox', 'Ida Fox', null, true],
  ['Estate of Ida Fox c/o Cy Fox', 'Ida Fox', null, true],
  ['Estate of Ida Fox, Cy Fox Executor', 'Ida Fox', null, true],
  ['Erbengem. Fox', 'Fox', null, true],
  ['Wijlen Ida Fox', 'Ida Fox', null, true],
  ['Hoirie Fox', 'Fox', null, true],
  ['Ida Fox dødsbo', 'Ida Fox', null, true],
  ['Heirs, Tom', 'Heirs, Tom', null, false],
  ['Anna Dec', 'Anna Dec', null, false],
  ['Rip Hall', 'Rip Hall', null, false],
  ['Estates, Maria', 'Estates, Maria', null, false],
  ['Real Estate of Tulsa LLC', 'Real Estate of Tulsa LLC', null, false],
  ['Westgate Real Estate', 'Westgate Real Estate', null, false],
  ['Estate Sales Inc', 'Estate Sales Inc', null, false],
  ['Estate Motors', 'Estate Motors', null, false],
  ['Lake Estates HOA', 'Lake Estates HOA', null, false],
  ['Late, John', 'Late, John', null, false],
  ['Feuerstein, Karl', 'Feuerstein, Karl', null, false],
  ['Decker, Declan', 'Decker, Declan', null, false],
  ['Nottingham, Ann', 'Nottingham, Ann', null, false],
  ['Donnot, Callie', 'Donnot, Callie', null, false],
  ['Ann (Annie) Lee', 'Ann (Annie) Lee', null, false],
])('%s is the name %s, with the wish %s, deceased: %s', (cell, name, wish, deceased) => {
  expect(nameNotes(cell)).toEqual({ name, wish, deceased, email: null, phone: null, aside: null });
});

test.each([
  ['Ruth Moss (ruth@moss.example)', 'Ruth Moss', 'ruth@moss.example'],
  ['Moss, Ruth <ruth@moss.example>', 'Moss, Ruth', 'ruth@moss.example'],
  ['Ruth Moss - ruth@moss.example', 'Ruth Moss', 'ruth@moss.example'],
  ['Ruth Moss [mailto:ruth@moss.example]', 'Ruth Moss', 'ruth@moss.example'],
])('%s has an address', (cell, name, email) => {
  expect(nameNotes(cell)).toMatchObject({ name, email });
});

test.each([
  ['Ida Fox 213-555-0142', 'Ida Fox', '213-555-0142'],
  ['Ida Fox (213) 555-0142', 'Ida Fox', '(213) 555-0142'],
  ['Fox, Ida - cell: 213.555.0142', 'Fox, Ida', '213.555.0142'],
  ['FOX, IDA [+49 171 3920142]', 'FOX, IDA', '+49 171 3920142'],
  ['Fox Fleet 2019', 'Fox Fleet 2019', null],
  ['Studio 1234567', 'Studio 1234567', null],
])('%s has a number', (cell, name, phone) => {
  expect(nameNotes(cell)).toMatchObject({ name, phone });
});

test.each([
  ['Ida Fox (VIP)', 'Ida Fox', 'VIP'],
  ['Fox, Ida (Idie)', 'Fox, Ida (Idie)', null],
  ['Fox (Ida)', 'Fox (Ida)', null],
  ['Fox UG (haftungsbeschränkt)', 'Fox UG (haftungsbeschränkt)', null],
  ['Fox Bakery (Main St)', 'Fox Bakery (Main St)', null],
])('%s has something in brackets', (cell, name, aside) => {
  expect(nameNotes(cell)).toMatchObject({ name, aside });
});

test.each<[string, string[]]>([
  ['Lee, Ann; Lee, Bob', ['Lee, Ann', 'Lee, Bob']],
  ['Ann Lee, Bob Lee', ['Ann Lee', 'Bob Lee']],
  ['Ann Lee / Bob Bell', ['Ann Lee', 'Bob Bell']],
  ['De La Cruz, Maria Del Carmen', ['De La Cruz, Maria Del Carmen']],
  ['LEE,ANN/BOB', ['LEE,ANN/BOB']],
  ['Ann & Bob Lee', ['Ann Lee', 'Bob Lee']],
  ['Moss, Ruth & Carl', ['Moss, Ruth', 'Moss, Carl']],
  ['Moss Jr, Carl and Ruth', ['Moss Jr, Carl', 'Moss, Ruth']],
  ['Moss, Ruth and Vance, Carl', ['Moss, Ruth', 'Vance, Carl']],
  ['Ruth Moss and Carl Vance', ['Ruth Moss', 'Carl Vance']],
  ['John A & Mary Moss', ['John A Moss', 'Mary Moss']],
  ['Mr. Carl & Mrs. Ruth Moss', ['Carl Moss', 'Mrs. Ruth Moss']],
  ['Eheleute Ruth und Karl Moss', ['Ruth Moss', 'Karl Moss']],
  ['Ruth et Karl Moss', ['Ruth Moss', 'Karl Moss']],
  ['Ruth + Karl Moss', ['Ruth Moss', 'Karl Moss']],
  ['Mr & Mrs Carl Moss', ['Mr & Mrs Carl Moss']],
  ['Herr und Frau Moss', ['Herr und Frau Moss']],
  ['Moss, Karl u. Ruth', ['Moss, Karl', 'Moss, Ruth']],
  ['José Ortega y Gasset', ['José Ortega y Gasset']],
  ['Moss & Vance', ['Moss & Vance']],
  ['Moss & Sons Plumbing', ['Moss & Sons Plumbing']],
  ['Lee, Ann', ['Lee, Ann']],
  ['Lee Motors; Bell Motors', ['Lee Motors; Bell Motors']],
])('%s names %j', (cell, people) => {
  expect(peopleIn(cell)).toEqual(people);
});
