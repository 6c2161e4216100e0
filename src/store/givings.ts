/** What an entry of the journal says of the customers it gave to somebody. */

import type { Store } from './engine/store.ts';

export interface GivingSaid {
  readonly by: string;
  /** null where nobody said */
  readonly why: string | null;
}

/** Who gave, and why, by the entry of the giving. */
export function givingSaid(db: Store, entry: number): GivingSaid {
  const row = db
    .prepare<[number], { by: string; content: string | null }>(
      `SELECT coalesce(p.name, j."by") AS "by", c.content FROM journal j LEFT JOIN journal_content c ON c.id = j.id
       LEFT JOIN entry e ON e.id = j.id LEFT JOIN salesperson p ON p.id = e.salesperson_id WHERE j.id = ?`,
    )
    .get(entry);
  if (row === undefined) throw new Error(`entry ${entry} is missing`);
  const { why } = JSON.parse(row.content ?? '{}') as { why?: unknown };
  return { by: row.by, why: typeof why === 'string' ? why : null };
}
