/** A database of the first version, opened by this one. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { blocksOf } from '../../src/store/blocks.ts';
import { FIRST_SCHEMA, READING_INDEXES } from '../../src/store/migrations/001-first.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { searchCustomers } from '../../src/store/search-customers.ts';

/** `BEBA` */
const APPLICATION_ID = 0x42454241;

test('keeps its customers, their opt-outs with the day they are known since, and finds them by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beback-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'store.db');
  const old = openDatabase(path);
  old.exec(FIRST_SCHEMA);
  for (const { sql } of READING_INDEXES) old.exec(sql);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  old.pragma('user_version = 1');
  old.exec(`INSERT INTO customer (id, store, kind, first_name, last_name, name_key, cell_phone, do_not_call, do_not_mail, as_of)
    VALUES (7, '', 'person', 'José', 'Núñez', 'jose nunez', '+16145550101', 1, 1, '2026-10-31T00:00:00.000Z 2026-10-12')`);
  old.close();

  for (let times = 0; times < 2; times++) {
    const db = openStore(path);
    const known = { since: '2026-10-31', origin: 'import', file: null, through: null, why: null, by: null };
    expect(blocksOf(db, 7)).toEqual([
      { channel: 'call', ...known },
      { channel: 'mail', ...known },
    ]);
    for (const text of ['nunez jose', '555-0101'])
      expect(searchCustomers(db, text, { limit: 5 }).map(({ id }) => id)).toEqual([7]);
    db.close();
  }
});
