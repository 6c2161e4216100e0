/** One entry of the journal: something that was done by hand. */

export type Action = 'log' | 'note' | 'promise' | 'promise-done' | 'block' | 'turn-off' | 'fix' | 'registry';

export interface Entry {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  /** null = the do-not-call registry was taken in */
  readonly customer_id: number | null;
  readonly action: Action;
  readonly details: Readonly<Record<string, unknown>>;
  readonly undone_at: string | null;
  readonly undone_by: string | null;
  readonly undone_why: string | null;
}
