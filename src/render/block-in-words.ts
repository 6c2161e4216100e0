/** A wish not to be contacted, as it stands at the head of a card. */

import type { Block } from '../domain/block.ts';
import type { Day } from '../domain/day.ts';
import { channelName } from './call-in-words.ts';
import { dayInShort } from './day-text.ts';

/** `DO NOT CALL since Nov 3: asked on the phone (Dana Reyes); said by #4 Ann Lee, who may be the same person` */
export const blockInWords = (block: Block, on: Day, country: string): string =>
  [
    `DO NOT ${channelName(block.channel).toUpperCase()} since ${dayInShort(block.since, on, country)}: ${because(block)}`,
    block.by === null || block.origin === 'import' ? '' : ` (${block.by})`,
    block.through === null
      ? ''
      : `; said by #${block.through.id} ${block.through.name}, who may be the same person`,
  ].join('');

function because({ origin, file, why }: Block): string {
  if (why !== null) return why;
  if (origin === 'hand') return 'they asked';
  return `opted out in ${file ?? 'an import'}`;
}
