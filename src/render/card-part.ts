/** A part of a card: a title, and what stands behind it. */

import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

/** Columns of the titles. */
const LABEL = 11;

/** Lines behind a title, wrapped; the second and further ones stand under the first. Nothing without a line. */
export type CardPart = (title: string, lines: readonly string[], style?: (text: string) => string) => string;

/** @param width of the terminal; null = nothing is wrapped */
export function cardPart(width: number | null, styles: Styles): CardPart {
  const room = width === null ? null : width - LABEL;
  return (title, lines, style = (text) => text) =>
    lines
      .flatMap((line) => wrapped(safeForTerminal(line), room))
      .map((line, i) => `${i === 0 ? styles.dim(title.padEnd(LABEL)) : ' '.repeat(LABEL)}${style(line)}\n`)
      .join('');
}
