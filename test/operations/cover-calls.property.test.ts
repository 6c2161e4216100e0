/** Covers made, ended and taken back at random: the table is what the journal says, and nobody is ever covered twice or by themselves. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { Fault } from '../../src/domain/fault.ts';
import { coverCalls, endCover } from '../../src/operations/cover-calls.ts';
import type { ActingSession } from '../../src/operations/session.ts';
import { undoEntries } from '../../src/operations/undo-entries.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { migrate } from '../../src/store/engine/migrate.ts';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { listEntries } from '../../src/store/writing/entry-log.ts';
import { acting } from '../acting-in.ts';

const FIRST = '2026-11-01' as Day;
const NAMES = ['Ann Ash', 'Bob Birch', 'Cem Cedar'];
const settings = readSettings('/nowhere/store.toml', false);

const who = fc.integer({ min: 1, max: 3 });
const day = fc.nat(8);
const deeds = fc.oneof(
  { weight: 4, arbitrary: fc.record({ of: who, by: who, from: day, to: day, on: day }) },
  { weight: 2, arbitrary: fc.record({ end: fc.nat(5), on: day }) },
  // so many entries before the last one
  { weight: 3, arbitrary: fc.record({ undo: fc.nat(3), on: day }) },
);

const ROWS = 'SELECT id, of_id, by_id, from_on, to_on, ended_on FROM cover ORDER BY id';
interface Row {
  readonly id: number;
  readonly of_id: number;
  readonly by_id: number;
  readonly from_on: Day;
  readonly to_on: Day;
  readonly ended_on: Day | null;
}
const rowsOf = (db: Store): Row[] => db.prepare<[], Row>(ROWS).all();

/** What stands by the entries that were not taken back, told again from the first. */
function replayed(db: Store): Row[] {
  const rows = new Map<number, Row>();
  for (const { id, on, action, details, undone_at } of listEntries(db, { limit: 1000 }).reverse()) {
    if (action !== 'cover' || undone_at !== null || on === null) continue;
    const { end, of, by, from, to } = details as Record<string, unknown>;
    const ended = rows.get(Number(end));
    if (end === undefined)
      rows.set(id, {
        id,
        of_id: Number(of),
        by_id: Number(by),
        from_on: from as Day,
        to_on: to as Day,
        ended_on: null,
      });
    else if (ended) rows.set(ended.id, { ...ended, to_on: addDays(on as Day, -1), ended_on: on as Day });
  }
  return [...rows.values()];
}

function expectSound(rows: readonly Row[]): void {
  for (let n = 0; n <= 8; n += 1) {
    const on = addDays(FIRST, n);
    const holding = rows.filter(({ from_on, to_on }) => from_on <= on && on <= to_on);
    const next = new Map(holding.map(({ of_id, by_id }) => [of_id, by_id]));
    expect(next.size).toBe(holding.length);
    for (const start of next.keys()) {
      const passed = new Set<number>();
      for (let at: number | undefined = start; at !== undefined; at = next.get(at)) {
        expect(passed).not.toContain(at);
        passed.add(at);
      }
    }
  }
}

test('500 histories', () => {
  const counts = { done: 0, refused: 0, undone: 0 };
  fc.assert(
    fc.property(fc.array(deeds, { minLength: 4, maxLength: 20 }), (history) => {
      const db = openDatabase(':memory:');
      migrate(db);
      for (const name of NAMES) db.prepare('INSERT INTO salesperson (name) VALUES (?)').run(name);
      const session = (n: number): ActingSession => {
        const on = addDays(FIRST, n);
        return { store: db, settings, day: on, acting: acting('Pat Boss', `${on}T12:00:00.000Z`) };
      };
      const nameOf = (id: number): string => NAMES[id - 1] ?? '';
      const run = (deed: (typeof history)[number]): number => {
        const at = session(deed.on);
        if ('undo' in deed)
          return undoEntries(at, listEntries(db, { limit: 1000 }).length - deed.undo, null).entry;
        if ('end' in deed) return endCover(at, rowsOf(db)[deed.end]?.id ?? 999).entry;
        const [from, to] = [addDays(FIRST, deed.from), addDays(FIRST, deed.to)];
        return coverCalls(at, { of: nameOf(deed.of), by: nameOf(deed.by), from, to, why: null }).entry;
      };
      for (const deed of history) {
        const before = rowsOf(db);
        try {
          const entry = run(deed);
          counts['undo' in deed ? 'undone' : 'done'] += 1;
          // taken back at once everything is as before
          if (!('undo' in deed) && deed.on % 3 === 0) {
            undoEntries(session(8), entry, null);
            expect(rowsOf(db)).toEqual(before);
          }
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          counts.refused += 1;
          expect(rowsOf(db)).toEqual(before);
        }
        expect(rowsOf(db)).toEqual(replayed(db));
        expectSound(rowsOf(db));
      }
      db.close();
    }),
    { numRuns: 500 },
  );
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100);
});
