/** Whether somebody in the building is asked about their next car: once in a while, never in a row, never at a bad time. */

import type { NoPitch } from '../domain/lane.ts';

/** What speaks against it. */
export interface AgainstPitch {
  readonly doNotCall: boolean;
  readonly hasOpenCase: boolean;
  /** they or somebody of their household bought within a year */
  readonly boughtLately: boolean;
  readonly askedLately: boolean;
  readonly isBusiness: boolean;
}

/** Null = they may be asked. */
export function whyNoPitch(against: AgainstPitch): NoPitch | null {
  if (against.doNotCall) return 'do-not-contact';
  if (against.hasOpenCase) return 'open-case';
  if (against.boughtLately) return 'recent-buyer';
  if (against.askedLately) return 'asked-lately';
  return against.isBusiness ? 'business' : null;
}
