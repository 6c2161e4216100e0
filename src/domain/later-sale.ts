/** Which of two sales is the later one. */

import type { Day } from './day.ts';

export interface InOrder {
  readonly id: number;
  readonly store: string;
  readonly dealNumber: string | null;
  readonly soldOn: Day;
}

/** Of two sales on one day in one store the higher deal number is the later one, else the higher id. */
export function isLater(a: InOrder, b: InOrder): boolean {
  if (a.soldOn !== b.soldOn) return a.soldOn > b.soldOn;
  const byNumber = a.store === b.store ? compareDealNumbers(a.dealNumber, b.dealNumber) : 0;
  return byNumber === 0 ? a.id > b.id : byNumber > 0;
}

/** None is the lowest, then those of digits only by their value, then all others by code point. */
function compareDealNumbers(a: string | null, b: string | null): number {
  const [first, second] = [dealRank(a), dealRank(b)];
  for (const [i, part] of first.entries()) {
    const other = second[i];
    if (other !== undefined && part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

const dealRank = (deal: string | null): readonly [kind: number, digits: number, text: string] => {
  if (deal === null) return [0, 0, ''];
  if (!/^\d+$/.test(deal)) return [2, 0, byCodePoint(deal)];
  const value = deal.replace(/^0+/, '');
  return [1, value.length, value];
};

/** Compared as UTF-16 a text with signs beyond it would come before others of a higher code. */
const byCodePoint = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
