/**
 * Fills a store of the bench with contacts, as years of work would: `node bench/make-contacts.mjs bench/data/store.db 5m`. They are
 * written by the sqlite3 shell, straight into the tables and without the seals of the journal: what is measured is reading them.
 * Each customer was tried every few months since the car was bought, by whoever is credited first; one contact in 500 is a
 * promise for the days around the bench.
 */

import { spawnSync } from 'node:child_process';
import { countOf } from './make-export.mjs';

/** Of the bench's last sale; the lists are drawn some weeks later. */
const LAST_DAY = '2026-11-20';

const statements = (count) => `
PRAGMA journal_mode = WAL;
BEGIN;
CREATE TEMP TABLE made AS
  WITH whole(customers, first) AS (SELECT (SELECT count(DISTINCT customer_id) FROM sale), (SELECT max(id) FROM journal)),
  nth(n) AS (SELECT value FROM generate_series(1, (SELECT ${count} / customers + 1 FROM whole)))
  SELECT whole.first + row_number() OVER () AS id, s.customer_id, p.salesperson_id, nth.n,
    date(s.anchor_on, '+' || (nth.n * max(1, CAST((julianday('${LAST_DAY}') - julianday(s.anchor_on)) / (SELECT max(n) FROM nth) AS INTEGER))) || ' days') AS day
  FROM whole, nth, (SELECT customer_id, min(id) AS id, min(anchor_on) AS anchor_on FROM sale GROUP BY customer_id) s
    JOIN sale_salesperson p ON p.sale_id = s.id AND p.position = 1
  WHERE day <= '${LAST_DAY}' LIMIT ${count};
INSERT INTO journal (id, at, "on", "by", action, customer_id, digest, hash)
  SELECT id, day || 'T15:00:00.000Z', day, 'bench', 'log', customer_id, '', '' FROM made;
INSERT INTO entry (id, salesperson_id, customer_id) SELECT id, salesperson_id, customer_id FROM made;
INSERT INTO contact (id, customer_id, contact_on, at, channel, outcome, note, next_on, salesperson_id)
  SELECT id, customer_id, day, day || 'T15:00:00.000Z', 'call',
    CASE id % 5 WHEN 0 THEN 'talked' WHEN 1 THEN 'no-answer' WHEN 2 THEN 'greeted' ELSE 'voicemail' END,
    CASE WHEN id % 3 = 0 THEN 'likes the car, asked about winter tyres' END,
    CASE WHEN id % 500 = 0 THEN date('${LAST_DAY}', '+' || (id % 40) || ' days') END, salesperson_id FROM made;
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
`;

const [store, size] = process.argv.slice(2);
const { status } = spawnSync('sqlite3', [store], {
  input: statements(countOf(size)),
  stdio: ['pipe', 'ignore', 'inherit'],
});
process.exitCode = status ?? 1;
