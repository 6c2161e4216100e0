/** What taking in a copy of the do-not-call registry changed, as its entry in the journal keeps it. */

import type { Day } from './day.ts';

/** An area code as it is on file. */
export interface AreaRow {
  readonly area_code: number;
  readonly as_of: Day;
  readonly file: string;
  readonly by: string;
  readonly imported_at: string;
  readonly number_count: number;
}

/** The details of its entry in the journal. */
export interface RegistryChange {
  readonly import_id: number;
  readonly file: string;
  /** the day the copy was made */
  readonly as_of: Day;
  readonly areas: readonly {
    readonly area_code: number;
    /** numbers */
    readonly added: number;
    readonly removed: number;
    /** the copy on file before it; null = there was none */
    readonly before: AreaRow | null;
  }[];
}
