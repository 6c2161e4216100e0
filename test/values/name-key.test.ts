import { expect, test } from 'vitest';
import { nameKey, namesAgree } from '../../src/values/name-key.ts';
import type { PartyName } from '../../src/values/person-name.ts';
import { readPartyName } from '../../src/values/person-name.ts';

const name = (full: string): PartyName =>
  readPartyName({ full }, 'auto').value ?? {
    kind: 'person',
    firstName: null,
    lastName: null,
    businessName: null,
  };

test.each([
  ['José Luis Muñoz', 'jose munoz'],
  ["O'DONNELL, SHANE", 'shane odonnell'],
  ['Shane O’Donnell', 'shane odonnell'],
  ['OKONKWO-REYES,DANIELA M', 'daniela okonkworeyes'],
  ['WHITCOMBE JR,ROBERT A', 'robert whitcombe'],
  ['Jean-Luc Picard', 'jeanluc picard'],
  ['John & Mary Smith', 'john smith'],
  ['Søren Łukasz', 'soren lukasz'],
  ['王小明', ' 王小明'],
  ['HALVORSEN ELECTRIC, LLC', '= halvorsenelectric'],
  ['Halvorsen Electric L.L.C.', '= halvorsenelectric'],
  ['', ''],
])('%s is found by "%s"', (full, key) => {
  expect(nameKey(name(full))).toBe(key);
});

test.each([
  ['ROBERT A WHITCOMBE', 'Whitcombe, Robert', true],
  ['Robert A Whitcombe', 'Robert Alan Whitcombe', true],
  ['Robert A. Whitcombe', 'Robert A Whitcombe', true],
  ['Robert Whitcombe Jr', 'Whitcombe Jr., Robert', true],
  ['D Achebe', 'D Achebe', true],
  ['John & Mary Smith', 'John Smith', true],
  ['HALVORSEN ELECTRIC, LLC', 'Halvorsen Electric LLC', true],
  ['Robert A Whitcombe', 'Robert B Whitcombe', false],
  ['Mary Ann Graves', 'Mary Alice Graves', false],
  ['Robert Whitcombe Jr', 'Robert Whitcombe Sr', false],
  ['Robert Whitcombe Jr', 'Robert Whitcombe', false],
  ['D Achebe', 'David Achebe', false],
  ['Anna Lindqvist', 'Bjorn Lindqvist', false],
  ['', '', false],
])('%s and %s agree: %s', (one, other, agree) => {
  expect([namesAgree(name(one), name(other)), namesAgree(name(other), name(one))]).toEqual([agree, agree]);
});
