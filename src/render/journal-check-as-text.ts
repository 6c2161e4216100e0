/** What checking the journal found, in words. */

import type { EarlierHead, JournalCheck } from '../domain/journal-check.ts';
import { counted } from './counted.ts';

/** @param earlier what it was held against; null: nothing kept outside of the store */
export function journalCheckAsText(check: JournalCheck, earlier: EarlierHead | null): string {
  const { ok, entries, head, first_bad: at, kind } = check;
  const size = counted(entries, 'entry', 'entries');
  if (!ok) return `The journal is NOT whole: ${FAULTS[kind ?? 'changed'](at ?? 0)}\n${size} are there.\n`;
  if (head === null) return 'The journal is whole: it has no entry yet.\n';
  const against =
    earlier === null
      ? 'Held against no earlier head: entries taken off the end would not be seen.'
      : `It still holds the ${counted(earlier.entries, 'entry', 'entries')} of the earlier head.`;
  return `The journal is whole: ${size}.\n${against}\nTo check against this later: beback journal verify --entries ${entries} --head ${head}\n`;
}

const FAULTS: Readonly<Record<NonNullable<JournalCheck['kind']>, (at: number) => string>> = {
  missing: (at) => `entry ${at} is missing, though later ones are there.`,
  order: (at) => `entry ${at} stands in the place of another.`,
  inserted: (at) => `entry ${at} was put in between.`,
  changed: (at) => `entry ${at} is not the one that was written.`,
  content: (at) => `what entry ${at} says is not what was written, or it is gone without having been erased.`,
  truncated: (at) => `it once went on: entry ${at} and what followed are gone.`,
};
