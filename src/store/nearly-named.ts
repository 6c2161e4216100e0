/** The salesperson somebody meant whose name was mistyped. */

import type { Day } from '../domain/day.ts';
import { foldedWords } from '../values/fold-text.ts';
import type { Store } from './engine/store.ts';

/** Letters that may be wrong in a name, and how many letters there must be for each. */
const MOST_SLIPS = 2;
const LETTERS_A_SLIP = 5;

/** The name of the one salesperson here on `day` that is a slip or two away from `wanted`; null for none, and for several. */
export function nearlyNamed(db: Store, wanted: string, day: Day): string | null {
  const names = db
    .prepare<[Day], string>('SELECT name FROM salesperson WHERE left_on IS NULL OR left_on > ?')
    .pluck()
    .all(day);
  const [near, other] = names.filter((name) => isNear(foldedWords(name), foldedWords(wanted)));
  return other === undefined ? (near ?? null) : null;
}

/** In the order given, or in any: `Kowalsky Ben`. */
function isNear(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one.join(' '), other.join(' ')];
  const slips = Math.min(MOST_SLIPS, Math.floor(Math.min(a.length, b.length) / LETTERS_A_SLIP));
  return (
    slipsBetween(a, b) <= slips || slipsBetween(one.toSorted().join(' '), other.toSorted().join(' ')) <= slips
  );
}

/** Letters to change, add or take away until one text is the other (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let row = [...[...b].keys(), [...b].length];
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
