/** Words in a note that name a day to come. */

import { addOffset, type Day } from '../domain/day.ts';
import type { DateOrder } from '../values/dates.ts';
import { DAY_KINDS, has } from './day-kinds.ts';

/** Words that name a day. */
export interface DayInNote {
  /** where they begin and end in the note, the small words before them (`after the`) included */
  readonly from: number;
  readonly to: number;
  /** the small words, in small letters */
  readonly lead: readonly string[];
  readonly day: Day;
  /** a length of time (`in two weeks`) or an occasion (`after Easter`): says by itself that something is put off */
  readonly putsOff: boolean;
}

const LEAD =
  /(?:(?:^|(?<=[^\p{L}\p{N}'’-]))(?:in|on|by(?!\s+(?:on|in|after)\b)|after|until|till|'?til|around|about|from|next|this|coming|come|before|since|last|past|every|each|the|early|mid|late|end|beginning|middle|of)[\s-]+)+$/iu;
/** What makes a day one that has been, comes again and again, or is a deadline. */
const NOT_TO_COME = ['since', 'last', 'past', 'every', 'each', 'from'];
/** A number behind such a word is a name. */
const NAMED_NUMBER = /\b(?:plates?|tags?|vin|stock|deal|unit|order|model)(?:\s+(?:is|no|number))?[\s:#.]*$/i;
const LEAD_LENGTH = 40;
const FURTHEST_YEARS = 5;

/** Days later than `on`, in the order they stand in. Past ones, repeated ones (`every Friday`) and numbers that are names are none. */
export function daysInNote(note: string, on: Day, order: DateOrder | null): DayInNote[] {
  const taken: { from: number; to: number }[] = [];
  const found: DayInNote[] = [];
  const furthest = addOffset(on, { count: FURTHEST_YEARS, unit: 'y' });
  for (const { pattern, day: read, putsOff } of DAY_KINDS)
    for (const match of note.matchAll(pattern)) {
      const to = match.index + match[0].length;
      if (taken.some((one) => match.index < one.to && one.from < to)) continue;
      const before = note.slice(Math.max(0, match.index - LEAD_LENGTH), match.index);
      const small = LEAD.exec(before)?.[0] ?? '';
      const lead = small
        .toLowerCase()
        .split(/[\s-]+/)
        .map((word) => word.replace("'", ''))
        .filter(Boolean);
      const day = read([...match], { lead, on, order });
      if (day === null) continue;
      const from = match.index - small.length;
      taken.push({ from, to });
      if (day <= on || day > furthest || has(lead, ...NOT_TO_COME) || NAMED_NUMBER.test(before)) continue;
      found.push({ from, to, lead, day, putsOff: putsOff ?? false });
    }
  return found.sort((a, b) => a.from - b.from);
}
