import { describe, expect, test } from 'vitest';
import type { NameOrder } from '../../src/values/name-parts.ts';
import type { NameCells, PartyName } from '../../src/values/person-name.ts';
import { isNobody, readableName, readPartyName } from '../../src/values/person-name.ts';

const person = (firstName: string | null, lastName: string | null): PartyName => ({
  kind: 'person',
  firstName,
  lastName,
  businessName: null,
});
const business = (businessName: string): PartyName => ({
  kind: 'business',
  firstName: null,
  lastName: null,
  businessName,
});

describe('a full name in one cell', () => {
  test.each<[string, NameOrder, PartyName | null]>([
    ['OKONKWO-REYES,DANIELA M', 'last-first', person('Daniela M', 'Okonkwo-Reyes')],
    ['MUÑOZ,JOSÉ LUIS', 'last-first', person('José Luis', 'Muñoz')],
    ['WHITCOMBE JR,ROBERT A', 'last-first', person('Robert A', 'Whitcombe Jr')],
    ['WHITCOMBE, ROBERT A, JR.', 'last-first', person('Robert A', 'Whitcombe Jr')],
    ['WHITCOMBE, ROBERT A JR', 'last-first', person('Robert A', 'Whitcombe Jr')],
    ['WHITCOMBE, JR ROBERT', 'last-first', person('Robert', 'Whitcombe Jr')],
    ['YILMAZ, İBRAHİM', 'auto', person('İbrahim', 'Yilmaz')],
    ['Robert Whitcombe, Jr.', 'first-last', person('Robert', 'Whitcombe Jr')],
    ['ROBERT A WHITCOMBE SR.', 'first-last', person('Robert A', 'Whitcombe Sr')],
    ['VAN DER MERWE,PIETER', 'last-first', person('Pieter', 'Van der Merwe')],
    ['VAN DER MERWE PIETER', 'last-first', person('Pieter', 'Van der Merwe')],
    ['PIETER VAN DER MERWE', 'first-last', person('Pieter', 'Van der Merwe')],
    ['VAN DE VELDE, ANNA', 'auto', person('Anna', 'Van de Velde')],
    ['Shawna De La Rosa', 'first-last', person('Shawna', 'De La Rosa')],
    ['SHAWNA DE LA ROSA', 'auto', person('Shawna', 'De La Rosa')],
    ['Adelaide St. Clair', 'first-last', person('Adelaide', 'St. Clair')],
    ['ST. CLAIR, ADELAIDE', 'auto', person('Adelaide', 'St. Clair')],
    ['José Luis Muñoz', 'auto', person('José Luis', 'Muñoz')],
    ['MCALLISTER III, DUNCAN R', 'auto', person('Duncan R', 'McAllister III')],
    ['GRAVES, PEARL ANN', 'auto', person('Pearl Ann', 'Graves')],
    ['MACINNES, CALLUM', 'auto', person('Callum', 'MacInnes')],
    ['MACK, TOM', 'auto', person('Tom', 'Mack')],
    ['MACHADO, ANA', 'auto', person('Ana', 'Machado')],
    ['MACIAS, MACKENZIE', 'auto', person('Mackenzie', 'Macias')],
    ["O'DONNELL, SHANE", 'auto', person('Shane', "O'Donnell")],
    ['O’HANLON, AOIFE', 'auto', person('Aoife', 'O’Hanlon')],
    ["d'angelo, maria", 'auto', person('Maria', "D'Angelo")],
    ['Mr. and Mrs. John Smith', 'first-last', person('John', 'Smith')],
    ['JOHN & MARY SMITH', 'first-last', person('John & Mary', 'Smith')],
    ['SMITH, JOHN AND MARY', 'last-first', person('John and Mary', 'Smith')],
    ['Dr. Rupert Fenwick-Shaw', 'auto', person('Rupert', 'Fenwick-Shaw')],
    ['SMITH, MR JOHN', 'auto', person('John', 'Smith')],
    ['"SMITH, JOHN"', 'auto', person('John', 'Smith')],
    ['SMITH, DJ', 'auto', person('DJ', 'Smith')],
    ['DeShawn  McKay', 'auto', person('DeShawn', 'McKay')],
    ['SMITH, John', 'auto', person('John', 'Smith')],
    ['王小明', 'auto', person(null, '王小明')],
    ['محمد علي', 'auto', person('محمد', 'علي')],
    ['Madonna', 'auto', person(null, 'Madonna')],
    ['CHURCH, CHARLOTTE', 'auto', person('Charlotte', 'Church')],
    ['BANK, JOHN', 'auto', person('John', 'Bank')],
    ['Johnny Cash', 'auto', person('Johnny', 'Cash')],
    ['HALVORSEN ELECTRIC, LLC', 'last-first', business('HALVORSEN ELECTRIC, LLC')],
    ['DUNMORE HEATING & AIR, INC.', 'last-first', business('DUNMORE HEATING & AIR, INC.')],
    ['SMITH, JONES & ASSOCIATES', 'last-first', business('SMITH, JONES & ASSOCIATES')],
    ['METRO DEALER EXCHANGE', 'last-first', business('METRO DEALER EXCHANGE')],
    ['TRI-COUNTY AUTO AUCTION', 'last-first', business('TRI-COUNTY AUTO AUCTION')],
    ['Quillfeather Feed Co', 'first-last', business('Quillfeather Feed Co')],
    ['QUILLFEATHER FEED, CO.', 'last-first', business('QUILLFEATHER FEED, CO.')],
    ['NGUYEN, CO', 'last-first', person('Co', 'Nguyen')],
    ['City of Marlow', 'first-last', business('City of Marlow')],
    ['Hall & Wren', 'auto', business('Hall & Wren')],
    ['Summit Ridge Search & Rescue', 'auto', business('Summit Ridge Search & Rescue')],
    ['Muster AG', 'auto', business('Muster AG')],
    ['MÜLLER & SÖHNE GMBH & CO. KG', 'auto', business('MÜLLER & SÖHNE GMBH & CO. KG')],
    ['Weber & Partner mbB GbR', 'auto', business('Weber & Partner mbB GbR')],
    ['Becker e.K.', 'auto', business('Becker e.K.')],
    ['Garage Roy Ltée', 'auto', business('Garage Roy Ltée')],
    ['SARL Dupont', 'auto', business('SARL Dupont')],
    ['Dupont S.A.S.', 'auto', business('Dupont S.A.S.')],
    ['Rossi S.r.l.', 'auto', business('Rossi S.r.l.')],
    ['Rossi S. p. A.', 'auto', business('Rossi S. p. A.')],
    ['Lopez S. de R.L. de C.V.', 'auto', business('Lopez S. de R.L. de C.V.')],
    ['Costa & Filhos Ltda', 'auto', business('Costa & Filhos Ltda')],
    ['Hansen A/S', 'auto', business('Hansen A/S')],
    ['Nordisk ApS', 'auto', business('Nordisk ApS')],
    ['Suomen Oy', 'auto', business('Suomen Oy')],
    ['De Vries B.V.', 'auto', business('De Vries B.V.')],
    ['Kowalski Sp. z o.o.', 'auto', business('Kowalski Sp. z o.o.')],
    ['Stichting Licht', 'auto', business('Stichting Licht')],
    ['INC, PAULA', 'auto', person('Paula', 'Inc')],
    ['AG, THOMAS', 'auto', person('Thomas', 'Ag')],
    ['SA, MARIA', 'auto', person('Maria', 'Sa')],
    ['MARIA SA', 'auto', person('Maria', 'Sa')],
    ['KIM, SE', 'auto', person('Se', 'Kim')],
    ['Smith, A G', 'auto', person('A G', 'Smith')],
    ['Hart, J.R.', 'auto', person('J.R.', 'Hart')],
    ['HART, JR', 'auto', person('JR', 'Hart')],
    ['Hart, J.R., Jr.', 'auto', person('J.R.', 'Hart Jr')],
    ['Dale Hart, Jr.', 'auto', person('Dale', 'Hart Jr')],
    ['Dijk, Piet van der', 'auto', person('Piet', 'van der Dijk')],
    ['BRAUN, EVA VON', 'auto', person('Eva', 'Von Braun')],
    ['Gogh, Theo van', 'auto', person('Theo', 'van Gogh')],
    ['TRAN, VAN', 'auto', person('Van', 'Tran')],
    ['TRAN, THI VAN', 'auto', person('Thi Van', 'Tran')],
    ['Herr und Frau Braun', 'auto', person(null, 'Braun')],
    ['M. et Mme Roy', 'auto', person(null, 'Roy')],
    ['Null, Carl', 'auto', person('Carl', 'Null')],
    ['NONE, RUTH', 'auto', person('Ruth', 'None')],
    ['HOUSE, MARY', 'auto', person('Mary', 'House')],
    ...[
      'HOUSE DEAL',
      'House, Account',
      'Cash Sale',
      'DEALER STOCK',
      'Demo Unit',
      'No Customer',
      'Misc Customer',
      'Service Loaner',
      'Counter Sale',
      'Laufkundschaft',
      'Público en general',
    ].map((nobody): [string, NameOrder, null] => [nobody, 'auto', null]),
    ['', 'auto', null],
    ['.', 'auto', null],
    ['N/A', 'auto', null],
    ['UNKNOWN', 'auto', null],
    ['NONE', 'auto', null],
    ['TEST', 'auto', null],
    ['CASH CUSTOMER', 'last-first', null],
    ['UNKNOWN, UNKNOWN', 'last-first', null],
  ])('%s (%s)', (full, order, value) => {
    expect(readPartyName({ full }, order)).toEqual({ value, problem: null });
  });
});

describe('a name in several cells', () => {
  test.each<[string, NameCells, PartyName | null]>([
    [
      'parts go before the full name',
      { full: 'IBARRA, LUCIA M', first: 'LUCIA', middle: 'M', last: 'IBARRA', flag: 'person' },
      person('Lucia M', 'Ibarra'),
    ],
    [
      'the suffix has its own column',
      { first: 'DUNCAN', middle: 'R', last: 'MCALLISTER', suffix: 'III' },
      person('Duncan R', 'McAllister III'),
    ],
    [
      'the suffix is there twice',
      { first: 'DUNCAN', last: 'MCALLISTER III', suffix: 'III' },
      person('Duncan', 'McAllister III'),
    ],
    ['mixed case stays', { first: 'Corin', last: 'deWitt' }, person('Corin', 'deWitt')],
    [
      'a title and an initial make a person',
      { title: 'Mr', first: 'D', last: 'Achebe' },
      person('D', 'Achebe'),
    ],
    ['initials stay in capitals', { first: 'DJ', last: 'Smith' }, person('DJ', 'Smith')],
    [
      'the company repeated as last name',
      { full: 'KEYSTONE AUTO LIQUIDATORS INC', first: '', last: 'KEYSTONE AUTO LIQUIDATORS INC', flag: null },
      business('KEYSTONE AUTO LIQUIDATORS INC'),
    ],
    [
      'a name without a trade, repeated as last name',
      { full: 'Acme Quillfeather', last: 'Acme Quillfeather' },
      business('Acme Quillfeather'),
    ],
    [
      'a legal form in the last name',
      { first: '', last: 'COPPERLINE PLUMBING INC' },
      business('COPPERLINE PLUMBING INC'),
    ],
    [
      'a legal form against the flag',
      { last: 'BOLT TOWING LLC', flag: 'person' },
      business('BOLT TOWING LLC'),
    ],
    [
      'a trade in the last name',
      { last: 'WAKE COUNTY FLEET SERVICES' },
      business('WAKE COUNTY FLEET SERVICES'),
    ],
    [
      'a British company',
      { title: '', first: '', last: 'Pennine Window Co Ltd' },
      business('Pennine Window Co Ltd'),
    ],
    ['a title for businesses', { title: 'Bus.', full: 'Hollow Creek' }, business('Hollow Creek')],
    ['flagged', { full: 'HALVORSEN, ELECTRIC', flag: 'business' }, business('HALVORSEN, ELECTRIC')],
    ['a company column', { first: '', last: '', company: 'Summit Ridge' }, business('Summit Ridge')],
    [
      'a company with somebody to ask for',
      { first: 'NOOR', last: 'HADDAD', company: 'SUMMIT RIDGE' },
      { kind: 'business', firstName: 'Noor', lastName: 'Haddad', businessName: 'SUMMIT RIDGE' },
    ],
    [
      'the employer of a person',
      { first: 'NOOR', last: 'HADDAD', company: 'ACME', flag: 'person' },
      person('Noor', 'Haddad'),
    ],
    ['stock of the store', { first: 'STORE', last: 'INVENTORY' }, business('STORE INVENTORY')],
    ['a bare last name', { first: '', last: 'SMITH' }, person(null, 'Smith')],
    ['a full name in the last name cell', { last: 'BLACKWOOD, TESSA MAE' }, person('Tessa Mae', 'Blackwood')],
    ['a full name in the first name cell', { first: 'Tessa Blackwood' }, person('Tessa', 'Blackwood')],
    ['a family name that is a filler alone', { first: 'Carl', last: 'Null' }, person('Carl', 'Null')],
    ['the same alone', { first: '', last: 'NULL' }, null],
    ['fillers', { first: 'UNKNOWN', last: 'N/A', full: '.' }, null],
    ['nothing at all', { first: '', middle: '', last: '' }, null],
    ['a test record', { first: 'TEST', last: 'CUSTOMER' }, null],
  ])('%s', (_, cells, value) => {
    expect(readPartyName(cells, 'auto')).toEqual({ value, problem: null });
  });
});

test.each<[string, NameCells]>([
  ['first', { first: 'UNKNOWN', last: 'Moss' }],
  ['last', { first: 'Ruth', last: 'No Name' }],
  ['full', { full: 'Unknown', first: 'Ruth', last: 'Moss' }],
])('a filler in the %s name beside a name is told', (_, cells) => {
  expect(readPartyName(cells, 'auto').problem?.code).toBe('name-placeholder');
});

test.each([
  ['NAKAMURA, HANA', 'Hana Nakamura'],
  ['Voss,Katarina', 'Katarina Voss'],
  ['BRANDT,MILO', 'Milo Brandt'],
  ['Corin Wexler', 'Corin Wexler'],
  ['6120', '6120'],
  ['MARCHETTI', 'Marchetti'],
])('the salesperson %s reads %s', (cell, name) => {
  expect(readableName(cell)).toBe(name);
});

test.each<[string | null, string | null, boolean]>([
  ['HOUS', 'House Deal', true],
  ['999', 'HOUSE,DEAL', true],
  [null, 'HOUSE,HOUSE', true],
  ['0001', 'HOUSE, ACCOUNT', true],
  ['HSE', 'House', true],
  ['HOUS', null, true],
  ['0', '', true],
  ['000', null, true],
  [null, null, true],
  [null, 'N/A', true],
  [null, '*', true],
  [null, '--', true],
  [null, 'UNASSIGNED', true],
  [null, 'NO SALESPERSON', true],
  ['12', 'INTERNET', true],
  ['12', 'House, Gregory', false],
  ['0', 'Dana Reyes', false],
  ['6120', '', false],
  ['HSE', 'Hana Nakamura', false],
])('salesperson %s / %s is nobody: %s', (code, name, nobody) => {
  expect(isNobody(code, name)).toBe(nobody);
});
