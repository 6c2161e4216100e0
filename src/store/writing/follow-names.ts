/** Keeps `name_word` at the words of all names on file. Only imports name customers, so only they call it. */

import { soundsOf } from '../../values/name-sound.ts';
import { hasWords } from '../engine/sql-words.ts';
import type { Store } from '../engine/store.ts';
import { HOW_WORDS_ARE_TOLD } from '../migrations/005-search.ts';

/** Reads them anew, from the index of names. */
export function readNamesAnew(db: Store): void {
  db.exec(
    'CREATE VIRTUAL TABLE temp.word_in_use USING fts5vocab(main, customer_word, row); DELETE FROM name_word',
  );
  addWords(db, db.prepare<[], string>('SELECT term FROM temp.word_in_use').pluck().all());
  db.exec('DROP TABLE temp.word_in_use');
}

/** Follows the names noted in `held_name`, when the index of names has them. */
export function followNames(db: Store): void {
  if (db.prepare('SELECT 1 FROM held_name LIMIT 1').get() === undefined) return;
  db.exec(`CREATE VIRTUAL TABLE temp.held_word USING
    fts5(words, content = '', detail = none, columnsize = 0, ${HOW_WORDS_ARE_TOLD});
    CREATE VIRTUAL TABLE temp.changed_word USING fts5vocab(temp, held_word, row);`);
  const withThoseOf = (rows: string): string[] => {
    db.exec(`INSERT INTO temp.held_word(rowid, words) ${rows}`);
    return db.prepare<[], string>('SELECT term FROM temp.changed_word').pluck().all();
  };
  const before = withThoseOf('SELECT -id, was FROM held_name WHERE was IS NOT NULL');
  const all = withThoseOf('SELECT id, words FROM held_name CROSS JOIN customer_name_words USING (id)');
  db.exec('DROP TABLE temp.changed_word; DROP TABLE temp.held_word');
  addWords(db, all);
  dropUnused(db, before);
}

function addWords(db: Store, words: readonly string[]): void {
  const add = db.prepare<[number, string, string | undefined, string | undefined]>(
    'INSERT INTO name_word (letters, word, sound, other_sound) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const word of words) {
    const [sound, other] = soundsOf(word);
    add.run([...word].length, word, sound, other);
  }
}

function dropUnused(db: Store, words: readonly string[]): void {
  const inUse = db.prepare<[string]>(
    `SELECT 1 FROM customer_word WHERE ${hasWords('customer_word', '?')} LIMIT 1`,
  );
  const drop = db.prepare<[number, string]>('DELETE FROM name_word WHERE letters = ? AND word = ?');
  for (const word of words) if (inUse.get(`"${word}"`) === undefined) drop.run([...word].length, word);
}
