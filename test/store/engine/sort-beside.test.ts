/** What is sorted outside memory stands in the database's folder, without a name. */

import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/engine/open-database.ts';
import { sortInFiles, sortsBeside } from '../../../src/store/engine/sort-beside.ts';

let folder = '';
let links = '';
beforeEach(() => {
  links = mkdtempSync(join(tmpdir(), 'beback-links-'));
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'beback-sort-')));
});
afterEach(() => {
  for (const made of [folder, links]) rmSync(made, { recursive: true });
});

const DESCRIPTORS = '/proc/self/fd';

/** What this process has open in the folder, gone or not. */
const openFiles = (): string[] =>
  readdirSync(DESCRIPTORS).flatMap((fd) => {
    try {
      const path = readlinkSync(join(DESCRIPTORS, fd));
      return path.startsWith(folder) ? path.slice(folder.length + 1) : [];
    } catch {
      return [];
    }
  });

/** The names under which it is written to while an index is sorted. */
function filesWhileSorting(db: ReturnType<typeof openDatabase>, index: string): string[] {
  const seen = new Set<string>();
  let rows = 0;
  db.function(`look_${index}`, { deterministic: true }, (text: unknown) => {
    rows += 1;
    if (rows % 10_000 === 0) for (const file of openFiles()) seen.add(file);
    return text;
  });
  db.exec(`CREATE INDEX ${index} ON bulk(text) WHERE look_${index}(text) IS NOT NULL`);
  return [...seen].filter((file) => file.endsWith('(deleted)'));
}

test.skipIf(!existsSync(DESCRIPTORS))('as long as it is asked for', () => {
  const path = join(folder, 'store.db');
  writeFileSync(path, '');
  symlinkSync(path, join(links, 'link.db'));
  sortsBeside(join(links, 'link.db'));
  const db = openDatabase(path);
  db.pragma('cache_size = -1000');
  db.exec(`CREATE TABLE bulk AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
    SELECT hex(randomblob(100)) AS text FROM n`);
  expect(filesWhileSorting(db, 'in_memory')).toEqual([]);
  const end = sortInFiles(db);
  expect(filesWhileSorting(db, 'in_files')).toHaveLength(1);
  end();
  expect(filesWhileSorting(db, 'in_memory_again')).toEqual([]);
  expect(readdirSync(folder)).toEqual(['store.db']);
  db.close();
});
