/** Two people in one name cell: `Lee, Ann; Lee, Bob`. */

import { looksLikeBusiness } from './business-name.ts';
import { foldedWords } from './fold-text.ts';

const APART = /\s*;\s*|\s+\/\s+/;

/** The names in a cell, one for each person. A comma parts people only where both have the same family name behind two given ones. */
export function peopleIn(full: string): readonly string[] {
  if (!/[;/,]/.test(full) || looksLikeBusiness(full)) return [full];
  const parts = full.split(APART).filter((part) => part !== '');
  if (parts.length > 1) return parts.every(isFullName) ? parts : [full];
  const halves = full.split(',').map((half) => half.trim());
  const [first = '', second = ''] = halves;
  const family = foldedWords(first).at(-1);
  return halves.length === 2 &&
    isFullName(first) &&
    isFullName(second) &&
    family === foldedWords(second).at(-1)
    ? halves
    : [full];
}

const isFullName = (name: string): boolean => foldedWords(name).length > 1;
