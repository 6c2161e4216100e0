/** A file of which nothing went in, because of a column whose meaning was guessed. */

import type { Problem } from '../../domain/problem.ts';
import type { RowCounts } from '../../store/writing/import-log.ts';

export const ALL_SKIPPED = 'all-skipped';

/**
 * What there is to say when every row was skipped: which column did it. Null when a row went in, or is to be mended.
 * @param problems of the whole file
 * @param line of the header
 */
export function skippedByGuess(
  counts: RowCounts,
  problems: readonly Problem[],
  line: number,
): Problem | null {
  if (counts.skipped === 0 || counts.skipped < counts.rows) return null;
  const skips = problems.filter(({ outcome }) => outcome === 'skipped');
  const columns = [...new Set(skips.flatMap(({ column }) => column ?? []))];
  if (columns.length === 0) return null;
  const named = columns.map((column) => `"${column}"`).join(', ');
  return {
    line,
    column: columns[0] ?? null,
    value: null,
    code: ALL_SKIPPED,
    outcome: 'warning',
    message: `every row was left out for what stands in ${named}, and what that means was guessed`,
    hint: `if it means something else: ignored = [${named}] in a map; if all of them are no retail sales, nothing is to be done`,
  };
}
