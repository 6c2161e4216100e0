/** A wish not to be contacted, as it stands at the head of a card. */

import type { Day } from '../domain/day.ts';
import { channelName } from './call-in-words.ts';
import { dayInShort } from './day-text.ts';

export interface ShownBlock {
  readonly channel: string;
  readonly since: Day;
  readonly origin: 'import' | 'hand';
  readonly file: string | null;
  readonly why: string | null;
  readonly by: string | null;
  /** whose wish it is where the two records are alike; null = their own */
  readonly through: { readonly id: number; readonly name: string } | null;
}

/** `DO NOT CALL since 3 Nov: asked on the phone (Dana Reyes); said by #4 Ann Lee, who may be the same person` */
export const blockInWords = (block: ShownBlock, on: Day): string =>
  [
    `DO NOT ${channelName(block.channel).toUpperCase()} since ${dayInShort(block.since, on)}: ${because(block)}`,
    block.by === null || block.origin === 'import' ? '' : ` (${block.by})`,
    block.through === null
      ? ''
      : `; said by #${block.through.id} ${block.through.name}, who may be the same person`,
  ].join('');

function because({ origin, file, why }: ShownBlock): string {
  if (why !== null) return why;
  if (origin === 'hand') return 'they asked';
  return `opted out in ${file ?? 'an import'}`;
}
