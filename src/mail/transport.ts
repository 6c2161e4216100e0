/** The way out for a finished message, and what can come of handing one over. */

import type { Answer, Obstacle } from '../domain/mail.ts';
import { oneLine } from '../render/terminal-text.ts';

export interface Parcel {
  readonly from: string;
  readonly to: string;
  /** the whole message, headers and all */
  readonly message: Buffer;
}

export interface Transport {
  /** as it is named in messages: `mail.example.com:587` */
  readonly name: string;
  /** Makes sure a message can be handed over; null when it can. */
  readonly open: () => Promise<Obstacle | null>;
  /** The message being delivered may have reached the server. */
  readonly isHandingOver: boolean;
  /** Hands over one message; never throws. */
  readonly deliver: (parcel: Parcel) => Promise<Answer>;
  readonly close: () => void;
}

const LONGEST_ANSWER = 200;

/** One line of what a server said, without the secrets it might repeat. */
export function shortAnswer(text: string, secrets: readonly string[]): string {
  let shown = oneLine(text).trim();
  for (const secret of secrets) if (secret !== '') shown = shown.replaceAll(secret, '***');
  return shown.length <= LONGEST_ANSWER ? shown : `${shown.slice(0, LONGEST_ANSWER - 1)}…`;
}

const TIMED_OUT = Symbol('timed out');

/** The promise's value, or null when it takes longer. The promise must not fail. */
export async function within<T>(seconds: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof TIMED_OUT>((done) => {
    timer = setTimeout(() => done(TIMED_OUT), seconds * 1000);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  return first === TIMED_OUT ? null : first;
}
