/** How a mail that answers a list, and is no reply to it, says which list and which call: `[list 2026-11-25.4f2a9c1e07]`, `8v #118-kqz`. */

import { createHash } from 'node:crypto';
import type { Day } from './day.ts';

export interface ListMark {
  readonly day: Day;
  /** what the random part of the Message-ID begins with */
  readonly random: string;
}

const OF_MESSAGE_ID = /^(\d{4}-\d{2}-\d{2})\.calls\.([0-9a-f]{10})/;
const IN_SUBJECT = /\[list\s+(\d{4}-\d{2}-\d{2})\.([0-9a-f]{10})\]/i;

/** `[list 2026-11-25.4f2a9c1e07]`. @param messageId of a mailed list, without angle brackets */
export function listMark(messageId: string): string {
  const [, day = '', random = ''] = OF_MESSAGE_ID.exec(messageId) ?? [];
  return `[list ${day}.${random}]`;
}

/** The list a subject names; null when it names none. */
export function listNamedIn(subject: string): ListMark | null {
  const [, day, random] = IN_SUBJECT.exec(subject) ?? [];
  return day === undefined || random === undefined ? null : { day: day as Day, random: random.toLowerCase() };
}

/** What the Message-ID of that list begins with. */
export const beginsMessageId = ({ day, random }: ListMark): string => `${day}.calls.${random}`;

export interface PlacedCall {
  /** on the list, the first being 1 */
  readonly place: number;
  readonly customerId: number;
}

/** No vowels: it is no word, and no outcome. */
const SEAL_LETTERS = 'bcdfghjkmnpqrstvwxz';

/** Three letters by which a list knows that a customer stood in that place: places move as calls are made, and nobody keeps them. */
export function placeSeal(messageId: string, { place, customerId }: PlacedCall): string {
  const hash = createHash('sha256').update(`${messageId} ${place} ${customerId}`).digest();
  return [0, 2, 4].map((at) => SEAL_LETTERS[hash.readUInt16BE(at) % SEAL_LETTERS.length]).join('');
}

/** `8v #118-kqz`: what came of the eighth call, that to customer 118. */
export const placedAnswer = (messageId: string, call: PlacedCall, letter: string): string =>
  `${call.place}${letter} #${call.customerId}-${placeSeal(messageId, call)}`;
