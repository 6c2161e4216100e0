/** Names for the files of call lists: readable, unique, and good on every file system. */

import { createHash } from 'node:crypto';
import type { ListSalesperson } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';

/** Letters that Unicode does not take apart into a base letter and an accent. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const NAME_AT_MOST = 60;
const CODE_AT_MOST = 20;

/**
 * `calls-2026-11-21-dana-reyes-1042.csv`; `calls-2026-11-21-house.csv` for the house list. Only a to z, 0 to 9 and
 * single hyphens, at most 120 bytes; the date in front keeps clear of device names such as CON. A name with
 * no Latin letters falls back to the code, or to a short hash. A name in `used` gets a short hash, too;
 * the name given is added to `used`.
 */
export function listFileName(
  salesperson: Pick<ListSalesperson, 'name' | 'code'> | null,
  on: Day,
  extension: string,
  used: Set<string>,
  what: 'calls' | 'lane' = 'calls',
): string {
  const stem = `${what}-${on}-${salesperson === null ? 'house' : personSlug(salesperson)}`;
  let name = `${stem}.${extension}`;
  for (let round = 0; used.has(name); round += 1)
    name = `${stem}-${shortHash(salesperson, round)}.${extension}`;
  used.add(name);
  return name;
}

function personSlug(salesperson: Pick<ListSalesperson, 'name' | 'code'>): string {
  const parts = [slug(salesperson.name, NAME_AT_MOST), slug(salesperson.code ?? '', CODE_AT_MOST)];
  const readable = parts.filter(Boolean).join('-');
  if (readable === '') return shortHash(salesperson, 0);
  return readable === 'house' ? `house-${shortHash(salesperson, 0)}` : readable;
}

function slug(text: string, atMost: number): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => FOLDED[letter] ?? '')
    .normalize('NFKD')
    .replace(/['’\p{M}]+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, atMost)
    .replace(/-$/, '');
}

const shortHash = (salesperson: Pick<ListSalesperson, 'name' | 'code'> | null, round: number): string =>
  createHash('sha256')
    .update(JSON.stringify([salesperson?.code ?? null, salesperson?.name ?? null, round]))
    .digest('hex')
    .slice(0, 6);
