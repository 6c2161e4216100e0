/** One row of the journal: something that was done, and whether it was taken back. */

export type Action =
  | 'log'
  | 'note'
  | 'promise'
  | 'promise-done'
  | 'block'
  | 'turn-off'
  | 'fix'
  | 'registry'
  | 'give'
  | 'handover'
  | 'cover'
  | 'salespeople'
  | 'news'
  | 'wish'
  | 'appointment'
  | 'delivered'
  | 'case'
  | 'sent'
  | 'undo'
  | 'import'
  | 'send'
  | 'export'
  | 'backup'
  | 'opening'
  | 'erase';

/** What is done with one customer at a time, as a call list is worked. */
export const OF_CUSTOMERS: ReadonlySet<Action> = new Set([
  'log',
  'note',
  'promise',
  'promise-done',
  'block',
  'turn-off',
  'fix',
]);

/** Whatever can be taken back; all else only tells what happened. */
export const UNDOABLE: ReadonlySet<Action> = new Set([
  ...OF_CUSTOMERS,
  'registry',
  'give',
  'handover',
  'cover',
  'salespeople',
  'news',
  'wish',
  'appointment',
  'delivered',
  'case',
]);

export interface Entry {
  readonly id: number;
  /** UTC instant */
  readonly at: string;
  /** the day of the deed; null where that was not kept yet */
  readonly on: string | null;
  readonly by: string;
  /** the salesperson an assistant did it for */
  readonly for: string | null;
  readonly os_user: string | null;
  /** null = of nobody, or of several */
  readonly customer_id: number | null;
  readonly action: Action;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
  readonly undone_at: string | null;
  readonly undone_by: string | null;
  readonly undone_why: string | null;
}
