/** What an operation works with: the store, its settings, the day to act as, who acts. */

import type { Acting } from '../domain/acting.ts';
import type { Day } from '../domain/day.ts';
import type { Settings } from '../settings/settings.ts';
import type { Store } from '../store/engine/store.ts';

/** To look something up. */
export interface Session {
  readonly store: Store;
  readonly settings: Settings;
  readonly day: Day;
}

/** To change something. */
export interface ActingSession extends Session {
  readonly acting: Acting;
}
