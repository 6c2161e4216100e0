/** A copy of the do-not-call registry on file, one area code of it. */

import type { Day } from './day.ts';

export interface RegistryArea {
  /** `614` */
  readonly area_code: string;
  /** the day the copy was made */
  readonly as_of: Day;
  readonly file: string;
  readonly by: string;
  readonly imported_at: string;
  readonly numbers: number;
}
