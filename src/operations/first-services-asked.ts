/** Which first services the touches of a plan have to know of. */

import type { Day } from '../domain/day.ts';
import type { Settings } from '../settings/settings.ts';
import type { FirstServicesAsked } from '../store/first-services.ts';

/** Those awaited on `day` or later; null where no touch counts from one: then nothing is read. */
export const firstServicesForTouches = (
  { plan }: Pick<Settings, 'plan'>,
  day: Day,
): FirstServicesAsked | null =>
  plan.touches.some(({ from }) => from === 'first-service')
    ? { from: day, missedAfter: plan.workshop.missedAfter }
    : null;
