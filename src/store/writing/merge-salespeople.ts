/** Two salespeople who turn out to be one person, and telling them apart again. */

import type { Store } from '../engine/store.ts';
import type { AliasRow } from './change-salesperson.ts';

/** Somebody who became another person, with all that moved by it. */
export interface MergedPerson {
  readonly row: Readonly<Record<string, string | number | null>>;
  /** [sale, place, share]; those of which both were credited are gone, the first place stays */
  readonly credits: readonly (readonly [sale: number, position: number, share: number | null])[];
  readonly dropped: readonly (readonly [sale: number, position: number, share: number | null])[];
  /** ids by table and column */
  readonly named: Readonly<Record<string, readonly number[]>>;
  /** ids of mails, each addressed to the person by id */
  readonly mails: readonly number[];
  readonly aliases: readonly AliasRow[];
}

/** Where somebody is named by id, beside the sales and spellings, and what each such row is known by. */
const NAMED_IN = [
  ['contact', 'salesperson_id', 'id'],
  ['entry', 'salesperson_id', 'id'],
  ['giving', 'salesperson_id', 'id'],
  // an entry names one owner at most
  ['case_step', 'salesperson_id', 'entry_id'],
  ['cover', 'of_id', 'id'],
  ['cover', 'by_id', 'id'],
  ['sold_by_other', 'owner_id', 'id'],
] as const;

/** Inside a transaction: `other` becomes the person of that id. */
export function mergePeople(db: Store, id: number, other: number): MergedPerson {
  const row = db.prepare<[number], MergedPerson['row']>('SELECT * FROM salesperson WHERE id = ?').get(other);
  if (row === undefined) throw new Error(`salesperson ${other} is missing`);
  // where both are credited with one sale, the first place stays
  const dropped = db
    .prepare<{ other: number; id: number }, MergedPerson['dropped'][number]>(
      `DELETE FROM sale_salesperson WHERE salesperson_id = :other AND EXISTS
       (SELECT 1 FROM sale_salesperson o WHERE o.sale_id = sale_salesperson.sale_id AND o.salesperson_id = :id)
       RETURNING sale_id, position, share`,
    )
    .raw()
    .all({ other, id });
  const credits = db
    .prepare<{ other: number; id: number }, MergedPerson['credits'][number]>(
      'UPDATE sale_salesperson SET salesperson_id = :id WHERE salesperson_id = :other RETURNING sale_id, position, share',
    )
    .raw()
    .all({ other, id });
  const named = Object.fromEntries(
    NAMED_IN.map(([table, column, key]) => [
      `${table}.${column}`,
      db
        .prepare<{ other: number; id: number }, number>(
          `UPDATE ${table} SET ${column} = :id WHERE ${column} = :other RETURNING ${key}`,
        )
        .pluck()
        .all({ other, id }),
    ]),
  );
  const aliases = db
    .prepare<[number], AliasRow>(
      'SELECT store, kind, alias, salesperson_id FROM salesperson_alias WHERE salesperson_id = ?',
    )
    .all(other);
  db.prepare('UPDATE salesperson_alias SET salesperson_id = :id WHERE salesperson_id = :other').run({
    other,
    id,
  });
  // their mails of the past are this person's, and no row may be taken for somebody who gets the freed id
  const mails = db
    .prepare<{ id: number; recipient: string }, number>(
      `UPDATE mail SET salesperson_id = :id, recipient = 'merged ' || id
       WHERE kind = 'calls' AND recipient = :recipient RETURNING id`,
    )
    .pluck()
    .all({ id, recipient: String(other) });
  db.prepare('DELETE FROM salesperson WHERE id = ?').run(other);
  return { row, credits, dropped, named, mails, aliases };
}

/**
 * Inside a transaction: whoever was merged into the person of that id is there again, with all that moved then and has not been
 * moved since.
 */
export function separatePeople(db: Store, id: number, merged: MergedPerson): void {
  const columns = Object.keys(merged.row);
  db.prepare(
    `INSERT INTO salesperson (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`,
  ).run(merged.row);
  const other = Number(merged.row.id);
  const move = db.prepare(
    'UPDATE sale_salesperson SET salesperson_id = :other WHERE sale_id = :sale AND position = :position AND salesperson_id = :id',
  );
  for (const [sale, position] of merged.credits) move.run({ sale, position, id, other });
  const putBack = db.prepare(
    `INSERT INTO sale_salesperson (sale_id, position, salesperson_id, share) SELECT :sale, :position, :other, :share
     WHERE EXISTS (SELECT 1 FROM sale_salesperson WHERE sale_id = :sale AND salesperson_id = :id) ON CONFLICT DO NOTHING`,
  );
  for (const [sale, position, share] of merged.dropped) putBack.run({ sale, position, share, id, other });
  for (const [table, column, key] of NAMED_IN) {
    const back = db.prepare(`UPDATE ${table} SET ${column} = :other WHERE ${key} = :row AND ${column} = :id`);
    for (const row of merged.named[`${table}.${column}`] ?? []) back.run({ row, id, other });
  }
  const alias = db.prepare(
    `UPDATE salesperson_alias SET salesperson_id = :other
     WHERE kind = :kind AND alias = :alias AND store = :store AND salesperson_id = :id`,
  );
  for (const { store, kind, alias: text } of merged.aliases)
    alias.run({ store, kind, alias: text, id, other });
  const readdress = db.prepare(
    'UPDATE mail SET salesperson_id = :other, recipient = :recipient WHERE id = :row',
  );
  for (const row of merged.mails) readdress.run({ row, other, recipient: String(other) });
}
