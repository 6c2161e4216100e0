/** Who asked not to be contacted, since when, and how we know. */

import type { BlockedChannel } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { Store } from './open-store.ts';

export interface Block {
  readonly channel: BlockedChannel;
  readonly since: Day;
  /** `import`: an opt-out in a file; `hand`: said to somebody */
  readonly origin: 'import' | 'hand';
  /** the file it stood in; null when said by hand */
  readonly file: string | null;
  readonly why: string | null;
  readonly by: string | null;
}

/** In the order call, text, e-mail, mail; the earlier first. */
export const blocksOf = (db: Store, customerId: number): Block[] =>
  db
    .prepare<[number], Block>(
      `SELECT b.channel, b.since_on AS since, b.origin, i.file, b.why, coalesce(b.by, i.by) AS by
       FROM block b LEFT JOIN import i ON i.id = b.import_id WHERE b.customer_id = ?
       ORDER BY instr('call text email mail', b.channel), b.since_on, b.origin`,
    )
    .all(customerId);
