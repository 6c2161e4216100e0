/** How the rows of the journal hang together: each carries a digest of its content, and a hash over itself and the row before. */

import { createHash } from 'node:crypto';

/** A row as it lies in the journal; null = not given. */
export interface JournalRow {
  /** 1, 2, 3 … */
  readonly id: number;
  /** UTC instant */
  readonly at: string | null;
  /** the day of the deed */
  readonly on: string | null;
  readonly by: string | null;
  readonly for_whom: string | null;
  readonly os_user: string | null;
  readonly action: string | null;
  readonly customer_id: number | null;
  /** of the content, lower-case hex */
  readonly digest: string | null;
  /** of the hash before and this row, lower-case hex */
  readonly hash: string | null;
}

/** What a row says, apart from it, so that it can be taken away without breaking the chain. */
export interface JournalContent {
  readonly id: number;
  /** random hex digits: without them nobody can guess a content from its digest */
  readonly salt: string | null;
  /** JSON */
  readonly content: string | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const digestOf = ({ salt, content }: Pick<JournalContent, 'salt' | 'content'>): string =>
  sha256(`${salt ?? ''}${content ?? ''}`);

/** @param before the hash of the row before; null for the first */
export const hashOf = (before: string | null, row: Omit<JournalRow, 'hash'>): string =>
  sha256(
    JSON.stringify([
      before ?? '',
      row.id,
      row.at,
      row.on,
      row.by,
      row.for_whom,
      row.os_user,
      row.action,
      row.customer_id,
      row.digest,
    ]),
  );
