/** What an occasion rests on, as lists and cards show it; nothing of what does not apply. */

import type { Basis } from '../domain/call-list.ts';
import type { Occurrence } from '../touches/occurrences.ts';
import { perDayOf } from '../touches/pace.ts';

export const basisAsJson = ({ paced, notes }: Pick<Occurrence, 'paced' | 'notes'>): Basis => ({
  ...(paced !== null && {
    by: paced.by,
    per_day: perDayOf(paced.pace),
    per_day_from: paced.pace.from,
  }),
  ...(notes.length > 0 && { notes }),
});
