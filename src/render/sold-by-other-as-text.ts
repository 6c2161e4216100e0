/** The part of an import's report that tells of customers on the deals of others. */

import type { SoldByOther } from '../domain/sold-by-other.ts';
import { counted } from './counted.ts';
import { soldByOtherInWords } from './notice-in-words.ts';
import { safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

const SHOWN_AT_MOST = 20;
const INDENT = ' '.repeat(4);

/** Empty where there is none. @param width columns of the terminal; null for a pipe */
export function soldByOtherAsText(found: readonly SoldByOther[], width: number | null): string {
  if (found.length === 0) return '';
  const lines = found.slice(0, SHOWN_AT_MOST).flatMap((one) => {
    const text = safeForTerminal(`line ${one.line}: ${soldByOtherInWords(one)}`);
    const [first = '', ...others] = wrapped(text, width === null ? null : Math.max(width, 40) - 6);
    return [INDENT + first, ...others.map((line) => `${INDENT}  ${line}`)];
  });
  const more = found.length - SHOWN_AT_MOST;
  return [
    `  Sold by another: ${counted(found.length, 'customer')}`,
    ...lines,
    ...(more > 0 ? [`${INDENT}… and ${more} more`] : []),
    '',
  ].join('\n');
}
