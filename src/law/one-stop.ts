/** What a stop ends besides what it named. */

import type { Day } from '../domain/day.ts';
import type { StopRow } from './law-table.ts';

/** A way of contact that was stopped, and when. */
export interface Stopped {
  readonly channel: string;
  readonly since: Day;
}

/** The ways the rule ends that are open still; none without a stop since it binds that named one of its ways. */
export function alsoEnded(
  { channels, from }: StopRow,
  stopped: readonly Stopped[],
): StopRow['channels'][number][] {
  const open = channels.filter((one) => !stopped.some(({ channel }) => channel === one));
  const binds = stopped.some(
    ({ channel, since }) => channels.some((one) => one === channel) && (from === null || from <= since),
  );
  return binds ? open : [];
}
