/** A wish not to be contacted in one way, as it stands on file. */

import type { BlockedChannel } from './customer.ts';
import type { Day } from './day.ts';

export interface Block {
  readonly channel: BlockedChannel;
  readonly since: Day;
  /** `import`: an opt-out in a file; `hand`: said to somebody */
  readonly origin: 'import' | 'hand';
  /** the file it stood in; null when said by hand */
  readonly file: string | null;
  readonly why: string | null;
  readonly by: string | null;
  /** whose wish it is, where it reaches the customer because the two records are alike; null = their own */
  readonly through: { readonly id: number; readonly name: string } | null;
}
