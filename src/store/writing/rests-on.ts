/** Which later entry, still standing, rests on one that is to be taken back. */

import type { Entry } from '../../domain/entry.ts';
import { usageFault } from '../../domain/fault.ts';
import type { Store } from '../engine/store.ts';

/** @throws Fault `later-entry` naming the first that rests on it */
export function refuseLater(db: Store, entry: Entry): void {
  const later = restingOn(db, entry);
  if (later === null) return;
  throw usageFault(
    'later-entry',
    `entry ${entry.id} cannot be taken back: entry ${later} rests on it`,
    `take that one back first: beback undo ${later}`,
  );
}

function restingOn(db: Store, { id, action, details }: Entry): number | null {
  const first = (sql: string): number | null =>
    db.prepare<{ id: number }, number | null>(sql).pluck().get({ id }) ?? null;
  switch (action) {
    case 'log':
    case 'promise':
      return first('SELECT min(id) FROM promise_end WHERE promise_id = :id');
    case 'news':
      return first('SELECT min(id) FROM news_end WHERE news_id = :id');
    case 'wish':
      return first('SELECT min(id) FROM wish_end WHERE wish_id = :id');
    case 'case':
      return first(
        // a case is closed with all that was said of it, and goes on from where it was closed or opened again
        `SELECT min(entry) FROM (
           SELECT s.entry_id AS entry FROM case_step s WHERE s.case_id = :id AND s.entry_id > :id
           UNION ALL SELECT later.entry_id FROM case_step mine CROSS JOIN case_step later
             ON later.case_id = mine.case_id AND later.entry_id > mine.entry_id
             WHERE mine.entry_id = :id
               AND (mine.part IN ('close', 'reopen') OR later.part = 'close' OR later.promise_id = mine.entry_id))`,
      );
    case 'give':
      return first(
        `SELECT min(g.entry_id) FROM giving mine CROSS JOIN giving g ON g.customer_id = mine.customer_id AND g.entry_id > mine.entry_id
         WHERE mine.entry_id = :id`,
      );
    case 'cover':
      return laterEnd(db, id, details.end === undefined ? id : Number(details.end));
    case 'appointment':
      return first(
        `SELECT min(m.entry_id) FROM appointment_mark mine CROSS JOIN appointment_mark m
         ON m.appointment_id = mine.appointment_id AND m.entry_id > mine.entry_id WHERE mine.entry_id = :id`,
      );
    case 'salespeople':
      return details.added === true || (details.merged as readonly unknown[] | undefined)?.length
        ? firstNaming(db, id, Number(details.person), details.added === true)
        : null;
    default:
      return null;
  }
}

/** The first later deed that ended the cover. */
function laterEnd(db: Store, id: number, cover: number): number | null {
  return (
    db
      .prepare<{ id: number; cover: number }, number | null>(
        `SELECT min(e.id) FROM entry e CROSS JOIN journal j ON j.id = e.id CROSS JOIN journal_content c ON c.id = e.id
         WHERE e.id > :id AND e.undone_at IS NULL AND j.action = 'cover' AND c.content ->> '$.end' = :cover`,
      )
      .pluck()
      .get({ id, cover }) ?? null
  );
}

/**
 * The first later deed that names the salesperson: gave them customers, had them cover or be covered, changed them.
 * @param alsoDone also whatever they did: nobody is left who did it once they are gone
 */
function firstNaming(db: Store, id: number, person: number, alsoDone: boolean): number | null {
  return (
    db
      .prepare<{ id: number; person: number; done: number }, number | null>(
        `SELECT min(entry) FROM (
           SELECT entry_id AS entry FROM giving WHERE salesperson_id = :person
           UNION ALL SELECT entry_id FROM case_step WHERE salesperson_id = :person
           UNION ALL SELECT entry_id FROM cover WHERE of_id = :person OR by_id = :person
           UNION ALL SELECT e.id FROM entry e CROSS JOIN journal j ON j.id = e.id CROSS JOIN journal_content c ON c.id = e.id
             WHERE e.undone_at IS NULL AND j.action IN ('salespeople', 'handover') AND c.content ->> '$.person' = :person
           UNION ALL SELECT e.id FROM entry e CROSS JOIN journal j ON j.id = e.id CROSS JOIN journal_content c ON c.id = e.id
             CROSS JOIN cover k ON k.id = c.content ->> '$.end'
             WHERE e.undone_at IS NULL AND j.action = 'cover' AND :person IN (k.of_id, k.by_id)
           UNION ALL SELECT id FROM entry WHERE :done AND undone_at IS NULL AND salesperson_id = :person
         ) WHERE entry > :id`,
      )
      .pluck()
      .get({ id, person, done: alsoDone ? 1 : 0 }) ?? null
  );
}
