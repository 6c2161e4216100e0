/** Names found by sound and in spite of a slip, and that the words of all names stay those on file. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyStore, openStore } from '../../src/store/engine/open-store.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { findCustomer } from '../../src/store/find-customer.ts';
import { searchNearNames } from '../../src/store/search-near-name.ts';
import { foldedWords } from '../../src/values/fold-text.ts';
import { soundsOf } from '../../src/values/name-sound.ts';
import { slipsAllowed, slipsBetween } from '../../src/values/nearest.ts';
import { freshStore, importPath } from '../importing/fixture-imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'beback-near-'));
const db = openStore(join(folder, 'store.db'));
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

/** Given name, family name, company. */
type Name = readonly [string, string, string?];

const NAMES: readonly Name[] = [
  ['Walter', 'Rasmussen'],
  ['Robert', 'Dubois'],
  ['Carl', 'Dubose'],
  ['Ann', 'Jacobsen'],
  ['Eva', 'Jakobsen'],
  ['John', 'Smith'],
  ['Otto', 'Schmidt'],
  ['Ian', 'McDonald'],
  ['Mary', "O'Brien"],
  ['René', 'Lefèbvre'],
  ['Linh', 'Nguyen'],
  ['Ng', 'Wu'],
  ['Анна', 'Иванова'],
  ['小明', '王'],
  ['Kim', 'de la Cruz'],
  ['', '', 'Halvorsen Électric, LLC'],
  ['', '', '3M Towing'],
];

const fileOf = (names: readonly Name[], firstNumber = 1): string =>
  [
    'Deal Number,Sale Date,Customer Number,First Name,Last Name,Company,VIN',
    ...names.map(([first, last, company = ''], at) => {
      const number = firstNumber + at;
      return `D${number},2024-03-05,C${number},"${first}","${last}","${company}",1HGCM82633A1${String(number).padStart(5, '0')}`;
    }),
  ].join('\n');

let files = 0;
async function load(
  store: Store,
  names: readonly Name[],
  { firstNumber = 1, ...options } = {},
): Promise<void> {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, fileOf(names, firstNumber));
  await importPath(store, path, options);
}

beforeAll(() => load(db, NAMES));

const nameOf = (id: number): string =>
  db
    .prepare<[number], string>(
      "SELECT coalesce(business_name, concat_ws(' ', first_name, last_name)) FROM customer WHERE id = ?",
    )
    .pluck()
    .get(id) ?? '';
const near = (text: string): string[] =>
  searchNearNames(db, text, 20).map(({ id, match }) => `${match}: ${nameOf(id)}`);

describe('the nearest first, each with how it is near', () => {
  test.each([
    ['rasmusen', ['sound: Walter Rasmussen']],
    ['Dubios', ['sound: Robert Dubois', 'sound: Carl Dubose']],
    ['jacobson', ['sound: Ann Jacobsen', 'sound: Eva Jakobsen']],
    ['smyth', ['sound: John Smith']],
    ['rasmusen walter', ['sound: Walter Rasmussen']],
    ['rasmusen walt', ['sound: Walter Rasmussen']],
    ['Dubios, Bob', ['sound: Robert Dubois']],
    ['mcdonld', ['sound: Ian McDonald']],
    ['mc donld', ['sound: Ian McDonald']],
    ['obrein', ["sound: Mary O'Brien"]],
    ["o'brein", ["sound: Mary O'Brien"]],
    ['lefevbre', ['slip: René Lefèbvre']],
    ['nguyn', ['sound: Linh Nguyen']],
    ['ивонова', ['slip: Анна Иванова']],
    ['delacruse', ['sound: Kim de la Cruz']],
    ['halvorson electrik', ['sound: Halvorsen Électric, LLC']],
    ['tohing', ['slip: 3M Towing']],
    ['tohimg', []],
    ['twoing', ['sound: 3M Towing']],
  ])('%s', (text, expected) => {
    expect(near(text)).toEqual(expected);
  });
});

test.each([
  '',
  ' ',
  'n',
  'nq',
  'wo',
  '王',
  '王小',
  '614-555-0101',
  'jon@exmaple.com',
  '"; DROP',
  'a b c d e f g h',
  '*',
  '\u0000\u001b[31m',
])('nobody is near to %j', (text) => {
  expect(near(text)).toEqual([]);
});

test('however much is typed, it is soon answered', () => {
  const started = performance.now();
  for (const text of [
    'x'.repeat(2_000),
    'smyth '.repeat(400),
    'ü'.repeat(30),
    'mc '.repeat(7),
    '\u0301'.repeat(200),
  ])
    expect(near(text)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('who acts is told who comes near, and nobody is taken', () => {
  expect(() => findCustomer(db, 'rasmusen')).toThrowError(
    expect.objectContaining({
      code: 'unknown-customer',
      message: expect.stringMatching(
        /^no customer is known by "rasmusen"; perhaps it is\n {2}#\d+ {2}Walter Rasmussen$/,
      ),
    }),
  );
  expect(nameOf(findCustomer(db, 'smith'))).toBe('John Smith');
  expect(() => findCustomer(db, 'xyzzyq')).toThrowError(/^no customer is known by "xyzzyq"$/);
});

const SYLLABLES = [
  'ra',
  'smu',
  'sen',
  'son',
  'th',
  'ü',
  'ß',
  "o'",
  '-',
  ' ',
  'jr',
  'kjær',
  'и',
  '王',
  'कु',
  '🚗',
];
const aWord = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''));
const aName: fc.Arbitrary<Name> = fc.oneof(
  fc.tuple(aWord, aWord),
  aWord.map((company): Name => ['', '', company]),
);

function expectWordsOnFile(store: Store): void {
  store.exec('CREATE VIRTUAL TABLE temp.on_file USING fts5vocab(main, customer_word, row)');
  const words = store.prepare<[], string>('SELECT term FROM temp.on_file').pluck().all();
  store.exec('DROP TABLE temp.on_file');
  const expected = words.map((word) => {
    const [sound = null, other_sound = null] = soundsOf(word);
    return { letters: [...word].length, word, sound, other_sound };
  });
  const byWord = (a: { word: string }, b: { word: string }): number => (a.word < b.word ? -1 : 1);
  const kept = store.prepare<[], (typeof expected)[number]>('SELECT * FROM name_word').all();
  expect(kept.sort(byWord)).toEqual(expected.sort(byWord));
  store.prepare("INSERT INTO customer_word(customer_word, rank) VALUES ('integrity-check', 1)").run();
}

test('the words are those of the names on file, after every import, rename and trial', async () => {
  const imports = fc.array(
    fc.record({
      names: fc.array(aName, { minLength: 1, maxLength: 4 }),
      firstNumber: fc.integer({ min: 1, max: 4 }),
      dryRun: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(imports, async (all) => {
      const store = emptyStore();
      try {
        for (const { names, ...options } of all) {
          await load(store, names, options);
          expectWordsOnFile(store);
        }
      } finally {
        store.close();
      }
    }),
    { numRuns: 10 },
  );
});

test('a first load that makes its indexes behind it has them too', async () => {
  const store = freshStore();
  await load(
    store,
    Array.from(
      { length: 400 },
      (_, at): Name => [`Ann${'x'.repeat(at % 20)}`, `Lee-${'abcdefghij'[at % 10]}son`, ''],
    ),
  );
  expectWordsOnFile(store);
});

/** Each customer compared with the word typed, without any table. */
function naive(store: Store, word: string): Map<number, string> {
  const all = store.prepare<[], { id: number; words: string }>('SELECT * FROM customer_name_words').all();
  return new Map(
    all.flatMap(({ id, words }): [number, string][] => {
      const own = foldedWords(words);
      if (own.some((one) => one.startsWith(word))) return [];
      const kinds = own.flatMap((one): { rank: number; match: string }[] => {
        const slips = slipsBetween(word, one);
        const sounds = soundsOf(word).some((sound) => soundsOf(one).includes(sound));
        if (sounds && slips <= Math.ceil(Math.max(word.length, one.length) / 2))
          return [{ rank: slips, match: 'sound' }];
        return slips <= Math.min(2, slipsAllowed(word, one)) ? [{ rank: slips + 1, match: 'slip' }] : [];
      });
      const [best] = kinds.sort((a, b) => a.rank - b.rank || (a.match < b.match ? 1 : -1));
      return best === undefined ? [] : [[id, best.match]];
    }),
  );
}

test('the same are near as when each name is compared', async () => {
  const store = freshStore();
  const letters = 'aeiobnrstk';
  const aFamily = fc
    .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 6 })
    .map((all) => all.join(''));
  const families = fc.sample(aFamily, { numRuns: 200, seed: 7 });
  await load(
    store,
    families.map((family): Name => ['Qq', family]),
  );
  fc.assert(
    fc.property(aFamily, (word) => {
      const found = searchNearNames(store, word, 1_000);
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(naive(store, word).keys()));
    }),
    { numRuns: 50 },
  );
});
