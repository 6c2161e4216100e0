/** Whom a search finds, by what, and that every search reads an index. */

import { afterAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/engine/open-store.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { findCustomer } from '../../src/store/find-customer.ts';
import { searchCustomers } from '../../src/store/search-customers.ts';
import { storeOfPeople } from './people-to-find.ts';

const people = storeOfPeople();
const db = openStore(people.db);
afterAll(() => {
  db.close();
  people.remove();
});

const LIMIT = { limit: 20 };
/** `phone: Ann Lee`, best first. */
const found = (text: string): string[] =>
  searchCustomers(db, text, LIMIT).map(({ name, matched_by }) => `${matched_by}: ${name}`);
const idOf = (name: string): number =>
  searchCustomers(db, name, LIMIT).find((one) => one.name === name)?.id ?? 0;

describe('a name is found in another spelling', () => {
  test.each([
    ['mueller', ['name: Jörg Müller']],
    ['joerg mueller', ['name: Jörg Müller']],
    ['Schröder', ['name: Hans Schroeder']],
    ['schroed', ['name: Hans Schroeder']],
    ['ruiz plumbing and heating', ['name: Ruiz Plumbing & Heating, LLC']],
    ['plumbing and heating', ['name: Ruiz Plumbing & Heating, LLC']],
    ['王小明', ['name: 小明 王']],
    ['小明 王', ['name: 小明 王']],
    ['华 李', ['name: 李华']],
    ['joel', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('a number finds whose it is', () => {
  test.each([
    ['614-555-0103', ['phone: José Muñoz']],
    ['+1 (614) 555-0103', ['phone: José Muñoz']],
    ['614.555.0103', ['phone: José Muñoz']],
    ['1 614 555 0103', ['phone: José Muñoz']],
    ['011 1 614 555 0103', ['phone: José Muñoz']],
    ['6145550103 ext. 4', ['phone: José Muñoz']],
    ['614‑555‑0103', ['phone: José Muñoz']],
    ['(614) 555-0199 x22', ['phone: Robert T Clark']],
    ['555-0103', ['phone: José Muñoz']],
    ['555 0101', ['phone: Ann Lee', 'phone: Bob Clarke']],
    ['614-555-0124', ['phone: Peggy Clark']],
    ['07700 900114', ['phone: Ian McDonald']],
    ['+44 (0)7700 900114', ['phone: Ian McDonald']],
    ['00 44 7700 900114', ['phone: Ian McDonald']],
    ['5550199999', []],
    ['1hgcm82633a100007', ['vin: Maria de la Cruz']],
    ['3A100007', ['vin: Maria de la Cruz']],
    ['100007', ['vin: Maria de la Cruz']],
    ['33-A1 00007', ['vin: Maria de la Cruz']],
    ['300105', ['vin: Lucia Ibarra-Cole', "vin: Mary O'Brien"]],
    ['3B300105', ["vin: Mary O'Brien"]],
    ['200104', ['vin: Peggy Clark', 'vin: Robert T Clark']],
    ['100001', ['deal: Bob Clarke', 'vin: Ann Lee']],
    ['D1003', ['deal: José Muñoz']],
    ['d1003', ['deal: José Muñoz']],
    ['D1004', ['deal: Robert T Clark', 'deal: Peggy Clark']],
    ['N5006', ['stock: Lucia Ibarra-Cole']],
    ['n5006', ['stock: Lucia Ibarra-Cole']],
    ['ABC1234', ['plate: Ann Lee']],
    ['abc-12 34', ['plate: Ann Lee']],
    ['JMunoz@Example.com', ['email: José Muñoz']],
    ['ann.lee@exa', ['email: Ann Lee']],
    ['jmunoz', ['email: José Muñoz']],
  ])('%s', (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });
});

describe('a name is found in any order, by the beginning of each word', () => {
  test.each([
    ['Ann Lee', ['name: Ann Lee', 'name: Ann Marie Leeson']],
    ['lee ann', ['name: Ann Lee', 'name: Ann Marie Leeson']],
    ['LEE, ANN', ['name: Ann Lee', 'name: Ann Marie Leeson']],
    ['an le', ['name: Ann Marie Leeson', 'name: Ann Lee']],
    ['marie', ['name: Ann Marie Leeson']],
    ['munoz jose', ['name: José Muñoz']],
    ['MUÑOZ', ['name: José Muñoz']],
    ["o'brien", ["name: Mary O'Brien"]],
    ['O’Brien, Mary', ["name: Mary O'Brien"]],
    ['obrien', ["name: Mary O'Brien"]],
    ['mary o brien', ["name: Mary O'Brien"]],
    ['ibarra', ['name: Lucia Ibarra-Cole']],
    ['cole lucia', ['name: Lucia Ibarra-Cole']],
    ['Ibarra Cole', ['name: Lucia Ibarra-Cole']],
    ['ibarracole', ['name: Lucia Ibarra-Cole']],
    ['cruz maria', ['name: Maria de la Cruz']],
    ['De La Cruz, Maria', ['name: Maria de la Cruz']],
    ['delacruz', ['name: Maria de la Cruz']],
    ['mc donald', ['name: Ian McDonald']],
    ['ian mc donald', ['name: Ian McDonald']],
    ['soren kjaer', ['name: Søren Kjær-Łuczak']],
    ['luczak', ['name: Søren Kjær-Łuczak']],
    ['KJÆR', ['name: Søren Kjær-Łuczak']],
    ['electric', ['name: Halvorsen Électric, LLC']],
    ['Halvorsen Electric', ['name: Halvorsen Électric, LLC']],
    ['halvorsenelectric', ['name: Halvorsen Électric, LLC']],
    ['nobody', []],
    ['ann clark', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['bob clark', ['name: Bob Clarke', 'name: Robert T Clark']],
    ['robert clark', ['name: Robert T Clark', 'name: Bob Clarke']],
    ['margaret clark', ['name: Peggy Clark']],
    ['pepe munoz', ['name: José Muñoz']],
    ['molly', ['name: Maria de la Cruz', "name: Mary O'Brien"]],
    ['clark maggie', ['name: Peggy Clark']],
  ])('nicknames go both ways: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a plate that is a word stands behind the people of that name', () => {
    expect(found('smith')).toEqual([
      'name: Jane Smith',
      'name: John Smith Jr',
      'name: John Smith',
      "plate: Mary O'Brien",
    ]);
  });
});

describe('text that is no name and no number finds nobody and breaks nothing', () => {
  test.each([
    ['a wildcard', '%'],
    ['another wildcard', '_______'],
    ['a quote', "'"],
    ['quotes', '""" \'; DROP TABLE customer; --'],
    ['the words of a query', 'NEAR("zzz") AND NOT *'],
    ['a column', 'words:zzz'],
    ['an emoji', '🚗'],
    ['a letter younger than SQLite', 'a᦮ᦰb'],
    ['half a character', '\ud800zzz'],
    ['a zero byte', 'zzz\0ann'],
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['many words', 'an '.repeat(80)],
    ['many digits', '614555010'.repeat(25)],
    ['nothing', '   '],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(() => findCustomer(db, text)).toThrow(expect.objectContaining({ code: 'unknown-customer' }));
  });

  test('and the table is still there', () => {
    expect(found('muñoz; drop table customer')).toEqual([]);
    expect(found('muñoz')).toHaveLength(1);
  });
});

test('no more are found than asked for, the best of them', () => {
  expect(searchCustomers(db, 'john smith', { limit: 1 })).toEqual([
    { id: idOf('John Smith'), name: 'John Smith', matched_by: 'name', sure: true },
  ]);
});

describe('one customer is meant', () => {
  test.each([
    ['by a whole name before those it begins', 'Ann Lee', 'Ann Lee'],
    ['by a whole name before one with a suffix', 'smith, john', 'John Smith'],
    ['by the name of a company without its legal form', 'halvorsen electric', 'Halvorsen Électric, LLC'],
    ['by a nickname that only one has', 'pepe', 'José Muñoz'],
    ['by a piece of a name that only one has', 'kja', 'Søren Kjær-Łuczak'],
    ['by the last eight of the VIN', '3b300105', "Mary O'Brien"],
    ['by an address before the names in it', 'ann@example.com', 'Ann Marie Leeson'],
  ])('%s', (_, text, name) => {
    expect(findCustomer(db, text)).toBe(idOf(name));
  });

  test('by an id, with and without its sign, before any other number', () => {
    expect([findCustomer(db, '#3'), findCustomer(db, ' 3 ')]).toEqual([3, 3]);
    const id = idOf('Jane Smith');
    db.prepare('UPDATE sale SET deal_number = ? WHERE deal_number = ?').run(String(id), 'D1014');
    expect(findCustomer(db, String(id))).toBe(id);
    expect(found(String(id))).toEqual(['id: Jane Smith', 'deal: Ian McDonald']);
    db.prepare("UPDATE sale SET deal_number = 'D1014' WHERE deal_number = ?").run(String(id));
    expect(() => findCustomer(db, '#999')).toThrow('no customer is known by "#999"');
  });

  test('but never out of several: they are named with what tells them apart', () => {
    const id = { john: idOf('John Smith'), junior: idOf('John Smith Jr'), jane: idOf('Jane Smith') };
    expect(() => findCustomer(db, 'j smith')).toThrow(
      expect.objectContaining({
        code: 'several-customers',
        exit: 2,
        message: `"j smith" fits several customers:
  #${id.jane}  Jane Smith, phone …13, 2020 Kia K5
  #${id.junior}  John Smith Jr, phone …12, 2020 Kia K5
  #${id.john}  John Smith, phone …11, 2020 Kia K5`,
        hint: 'name one by its id',
      }),
    );
  });

  test.each([
    ['a name begun', 'ann'],
    ['a nickname beside the name itself', 'bob clark'],
    ['a phone without its area code', '555-0101'],
    ['the end of two VINs', '300105'],
    ['a deal of two people', 'D1004'],
    ['a deal number that is also the end of a VIN', '100001'],
  ])('%s is too little', (_, text) => {
    expect(() => findCustomer(db, text)).toThrow(expect.objectContaining({ code: 'several-customers' }));
  });
});

test('a name that was changed is found by its new words and no longer by the old ones', () => {
  const id = idOf('José Muñoz');
  const rename = db.prepare('UPDATE customer SET last_name = ?, name_key = ? WHERE id = ?');
  rename.run('Øverland', 'jose overland', id);
  expect([found('overland'), found('munoz jose')]).toEqual([['name: José Øverland'], []]);
  rename.run('Muñoz', 'jose munoz', id);
  expect([found('overland'), found('munoz jose')]).toEqual([[], ['name: José Muñoz']]);
  db.prepare("INSERT INTO customer_word(customer_word, rank) VALUES ('integrity-check', 1)").run();
});

test.each([
  ['an id', '#3'],
  ['a phone', '614-555-0103'],
  ['a VIN', '1HGCM82633A100007'],
  ['the end of a VIN', '100007'],
  ['an e-mail address', 'ann@example.com'],
  ['the part before the @', 'jmunoz'],
  ['a deal number', 'D1003'],
  ['a stock number', 'N5006'],
  ['a plate', 'ABC1234'],
  ['a name', 'john smith'],
  ['nobody', 'zzz 0000000'],
])('the search for %s reads indexes and no whole table', (_, text) => {
  const asked = new Set<string>();
  const watched = {
    prepare: (sql: string) => {
      asked.add(sql);
      return db.prepare(sql);
    },
  } as unknown as Store;
  searchCustomers(watched, text, LIMIT);
  const plans = [...asked].map((sql) => ({ sql, plan: planOf(sql) }));
  expect(plans.length).toBeGreaterThan(1);
  const WHOLE_TABLE = /^SCAN (?:customer|sale|vehicle|c|s|o|a|v|repair_order|appointment)(?: |$)/;
  expect(plans.filter(({ plan }) => plan.some((step) => WHOLE_TABLE.test(step)))).toEqual([]);
});

const planOf = (sql: string): string[] => {
  const named = sql.includes(':vehicles') ? [{ vehicles: '[1]', most: 1 }] : [];
  const places = named.length > 0 ? [] : Array.from(sql.matchAll(/\?/g), () => '[1]');
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...named, ...places)
    .map(({ detail }) => detail);
};
