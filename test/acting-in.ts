/** Who acts, in tests that are about something else. */

import type { Acting } from '../src/domain/acting.ts';
import { parseDay } from '../src/domain/day.ts';

/** On the day of the instant. */
export function acting(by: string, at: string, salespersonId: number | null = null): Acting {
  const on = parseDay(at.slice(0, 10));
  if (on === null) throw new Error(`no instant: ${at}`);
  return { by, salespersonId, forWhom: null, at, on, osUser: 'tester' };
}
