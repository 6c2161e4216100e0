/** Whether a journal is whole: the first row at which its chain is broken, and how. */

import { digestOf, hashOf, type JournalContent, type JournalRow } from './journal-chain.ts';

/** `missing` no such row; `order` it belongs in another place; `inserted` the chain is whole without it; else `changed`. */
export type JournalFault = 'missing' | 'order' | 'inserted' | 'changed' | 'content' | 'truncated';

export interface JournalCheck {
  readonly ok: boolean;
  /** rows there are */
  readonly entries: number;
  /** the hash of the last row; null for none */
  readonly head: string | null;
  readonly first_bad: number | null;
  readonly kind: JournalFault | null;
}

/** Number and head of the journal as they stood on an earlier day, kept elsewhere since. */
export interface EarlierHead {
  readonly entries: number;
  readonly head: string;
}

/**
 * @param rows ascending by id
 * @param earlier without it, nobody can tell a last row that was taken away, or a chain that was computed anew
 */
export function checkJournal(
  rows: readonly JournalRow[],
  contents: ReadonlyMap<number, JournalContent>,
  earlier: EarlierHead | null,
): JournalCheck {
  const found = firstFault(rows, contents) ?? faultAtEnd(rows, contents, earlier);
  return {
    ok: found === null,
    entries: rows.length,
    head: rows.at(-1)?.hash ?? null,
    first_bad: found?.at ?? null,
    kind: found?.kind ?? null,
  };
}

interface Found {
  readonly at: number;
  readonly kind: JournalFault;
}

function firstFault(
  rows: readonly JournalRow[],
  contents: ReadonlyMap<number, JournalContent>,
): Found | null {
  let erased: ReadonlyMap<number, number> | null = null;
  let before: string | null = null;
  for (const [index, row] of rows.entries()) {
    const at = index + 1;
    if (row.id !== at) return { at, kind: 'missing' };
    if (row.hash !== hashOf(before, row)) {
      if (isMoved(rows, index)) return { at, kind: 'order' };
      return { at, kind: isInserted(rows, index, before) ? 'inserted' : 'changed' };
    }
    const content = contents.get(at);
    if (content === undefined) {
      erased ??= erasures(rows, contents);
      if ((erased.get(at) ?? 0) <= at) return { at, kind: 'content' };
    } else if (digestOf(content) !== row.digest) return { at, kind: 'content' };
    before = row.hash;
  }
  return null;
}

function faultAtEnd(
  rows: readonly JournalRow[],
  contents: ReadonlyMap<number, JournalContent>,
  earlier: EarlierHead | null,
): Found | null {
  const behind = rows.length + 1;
  const isCutOff = [...contents.keys()].some((id) => id > rows.length);
  if (isCutOff || (earlier !== null && rows.length < earlier.entries))
    return { at: behind, kind: 'truncated' };
  if (earlier !== null && rows[earlier.entries - 1]?.hash !== earlier.head.toLowerCase())
    return { at: earlier.entries, kind: 'changed' };
  return null;
}

/** Places this near are tried behind every other row; those further away only behind the rows that now lie there. */
const NEAR = 8;

/** Whether the row would be right in the place of another. */
function isMoved(rows: readonly JournalRow[], index: number): boolean {
  const row = rows[index];
  if (row === undefined) return false;
  const fits = (place: number, before: string | null): boolean =>
    row.hash === hashOf(before, { ...row, id: place + 1 });
  return rows.some((_, place) => {
    if (place === index) return false;
    const hashes =
      Math.abs(place - index) <= NEAR
        ? rows.map(({ hash }) => hash)
        : [rows[place - 1]?.hash ?? null, rows[place]?.hash ?? null];
    return (place === 0 && fits(place, null)) || hashes.some((hash) => fits(place, hash));
  });
}

/** Whether all that follow were written without the row, each one place earlier. */
function isInserted(rows: readonly JournalRow[], index: number, hashBefore: string | null): boolean {
  let before = hashBefore;
  for (const row of rows.slice(index + 1)) {
    if (row.hash !== hashOf(before, { ...row, id: row.id - 1 })) return false;
    before = row.hash;
  }
  return index + 1 < rows.length;
}

/** The last row that says so, by the row whose content it took away. */
function erasures(
  rows: readonly JournalRow[],
  contents: ReadonlyMap<number, JournalContent>,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const { id, action } of rows) {
    if (action !== 'erase') continue;
    for (const erased of erasedIn(contents.get(id)?.content ?? null)) found.set(erased, id);
  }
  return found;
}

/** `{"entries":[3,4]}`; nothing where somebody wrote over it: that row is found by its digest. */
function erasedIn(content: string | null): number[] {
  try {
    const said: unknown = JSON.parse(content ?? '{}');
    const entries: unknown =
      typeof said === 'object' && said !== null && 'entries' in said ? said.entries : [];
    return Array.isArray(entries) ? entries.filter((id) => typeof id === 'number') : [];
  } catch {
    return [];
  }
}
