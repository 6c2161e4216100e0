/** What the law has to do with something that was just logged or blocked. */

import type { CallsADayRow, StopRow } from '../law/law-table.ts';
import { channelName } from './call-in-words.ts';
import { counted } from './counted.ts';

/** What one stop ends besides what was named, and how to block it. */
export interface OneStop {
  readonly also_ends: readonly StopRow['channels'][number][];
  readonly source: string;
  readonly since: StopRow['from'];
  readonly command: string;
}

export const oneStopInWords = ({ also_ends, source, since, command }: OneStop): string =>
  `one stop ends calls and texts on all subjects${since === null ? '' : ` since ${since}`} (${source}); still open: ${also_ends.map(channelName).join(', ')}. To block: ${command}`;

/** Of the last call the law allows in a day, and of those beyond it; null before that. @param made calls of the day, this one among them */
export function callsADayInWords({ region, most, source }: CallsADayRow, made: number): string | null {
  if (made < most) return null;
  const rule = `at most ${counted(most, 'call')} in 24 hours about one matter in ${region} (${source})`;
  return made === most
    ? `the last call for today: ${rule}`
    : `call ${made} of the day, and the law allows ${most}: ${rule}`;
}
