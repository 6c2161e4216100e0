/** Indexes for finding a customer by what a person has at hand: a piece of a name, a phone, the end of a VIN. */

/** What reads by the last digits reads by this many: a number without its area code is the shortest that is asked for. */
const PHONE_TAIL = 7;
const VIN_TAIL = 6;

const tailIndex = (name: string, table: string, column: string, length: number) => ({
  name,
  sql: `CREATE INDEX ${name} ON ${table}(substr(${column}, -${length}), ${column}) WHERE ${column} IS NOT NULL`,
});

/** The whole value stands behind its end, so that a longer piece of it is compared without reading the row. */
export const SEARCH_INDEXES: readonly { readonly name: string; readonly sql: string }[] = [
  tailIndex('customer_home_phone', 'customer', 'home_phone', PHONE_TAIL),
  tailIndex('customer_cell_phone', 'customer', 'cell_phone', PHONE_TAIL),
  tailIndex('customer_work_phone', 'customer', 'work_phone', PHONE_TAIL),
  tailIndex('customer_other_phone', 'customer', 'other_phone', PHONE_TAIL),
  {
    name: 'customer_email',
    sql: 'CREATE INDEX customer_email ON customer(email) WHERE email IS NOT NULL',
  },
  tailIndex('vehicle_vin_tail', 'vehicle', 'vin', VIN_TAIL),
  tailIndex('vehicle_serial_tail', 'vehicle', 'serial_number', VIN_TAIL),
  {
    name: 'sale_stock_number',
    sql: "CREATE INDEX sale_stock_number ON sale(ltrim(stock_number, '0') COLLATE NOCASE) WHERE stock_number IS NOT NULL",
  },
];

/** Letters that the index of words does not take apart into a letter and a mark. */
const SPELLED_OUT = {
  ß: 'ss',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ı: 'i',
} as const;

/** The words a customer is found by; `name_key` among them has family names of several words as one. */
const nameWords = (row: string): string =>
  Object.entries(SPELLED_OUT).reduce(
    (sql, [letter, spelled]) => `replace(${sql}, '${letter}', '${spelled}')`,
    `concat_ws(' ', ${row}first_name, ${row}last_name, ${row}business_name, ${row}name_key)`,
  );

const remove = `INSERT INTO customer_word(customer_word, rowid, words) VALUES ('delete', old.id, ${nameWords('old.')});`;
const add = `INSERT INTO customer_word(rowid, words) VALUES (new.id, ${nameWords('new.')});`;
const RENAMED = `AFTER UPDATE OF first_name, last_name, business_name, name_key ON main.customer
  WHEN (old.first_name, old.last_name, old.business_name, old.name_key)
    IS NOT (new.first_name, new.last_name, new.business_name, new.name_key)`;

const follow = `
CREATE TRIGGER customer_word_new AFTER INSERT ON customer BEGIN ${add} END;
CREATE TRIGGER customer_word_gone AFTER DELETE ON customer BEGIN ${remove} END;
CREATE TRIGGER customer_word_changed ${RENAMED.replace('main.', '')} BEGIN ${remove} ${add} END;`;
const unfollow = `
DROP TRIGGER IF EXISTS customer_word_new;
DROP TRIGGER IF EXISTS customer_word_gone;
DROP TRIGGER IF EXISTS customer_word_changed;`;

/** What takes a name apart into the words of the index. */
export const HOW_WORDS_ARE_TOLD = "tokenize = 'unicode61 remove_diacritics 2'";

/**
 * Every word of every name, and what keeps it so. The text itself stays in `customer` alone; the index has the words
 * and whose they are, not their places, which nobody asks for.
 */
export const NAME_SEARCH = {
  make: `
CREATE VIEW customer_name_words AS SELECT id, ${nameWords('')} AS words FROM customer;
CREATE VIRTUAL TABLE customer_word USING fts5(
  words, content = 'customer_name_words', content_rowid = 'id', detail = none, columnsize = 0,
  prefix = '1 2 3', ${HOW_WORDS_ARE_TOLD}
);
INSERT INTO customer_word(customer_word) VALUES ('rebuild');${follow}`,
  drop: `${unfollow}
DROP TABLE IF EXISTS customer_word;
DROP VIEW IF EXISTS customer_name_words;`,
  // a trigger makes the index write what it has after every row, which costs more than the row: many rows are noted first
  hold: `${unfollow}
CREATE TEMP TABLE held_name (id INTEGER PRIMARY KEY, was TEXT);
CREATE TEMP TRIGGER held_new AFTER INSERT ON main.customer
  BEGIN INSERT OR IGNORE INTO held_name VALUES (new.id, NULL); END;
CREATE TEMP TRIGGER held_gone AFTER DELETE ON main.customer
  BEGIN INSERT OR IGNORE INTO held_name VALUES (old.id, ${nameWords('old.')}); END;
CREATE TEMP TRIGGER held_changed ${RENAMED}
  BEGIN INSERT OR IGNORE INTO held_name VALUES (old.id, ${nameWords('old.')}); END;`,
  catchUp: `
INSERT INTO customer_word(customer_word, rowid, words) SELECT 'delete', id, was FROM held_name WHERE was IS NOT NULL;
INSERT INTO customer_word(rowid, words) SELECT id, words FROM held_name CROSS JOIN customer_name_words USING (id);`,
  // between the two the table has what was noted, and the index what the names are now
  release: `
DROP TRIGGER held_new;
DROP TRIGGER held_gone;
DROP TRIGGER held_changed;
DROP TABLE held_name;${follow}`,
} as const;
