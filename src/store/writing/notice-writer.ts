/** Keeping what an import found out: customers who turned up on somebody else's deal. */

import type { Day } from '../../domain/day.ts';
import type { Likeness } from '../../domain/sold-by-other.ts';
import { RowBatch } from '../engine/row-batch.ts';
import type { Store } from '../engine/store.ts';

export interface NewNotice {
  readonly saleId: number;
  readonly buyerId: number;
  readonly likeId: number;
  readonly ownerId: number;
  readonly because: readonly Likeness[];
  readonly tradedSaleId: number | null;
}

const COLUMNS = [
  'import_id',
  'found_on',
  'sale_id',
  'buyer_id',
  'like_id',
  'owner_id',
  'because',
  'traded_sale_id',
];

/** @param foundOn the day of the import */
export function keepNotices(
  db: Store,
  { importId, foundOn }: { readonly importId: number; readonly foundOn: Day },
  notices: readonly NewNotice[],
): void {
  if (notices.length === 0) return;
  const rows = new RowBatch(db, 'sold_by_other', COLUMNS);
  for (const { saleId, buyerId, likeId, ownerId, because, tradedSaleId } of notices)
    rows.add(importId, foundOn, saleId, buyerId, likeId, ownerId, JSON.stringify(because), tradedSaleId);
  rows.flush();
}
