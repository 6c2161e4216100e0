/** What a mail that came in says, once its head has told that somebody has to read it. */

import { Fault } from '../domain/fault.ts';
import { wordsOfHtml } from './html-words.ts';
import type { MailHead } from './mail-head.ts';

/** The one address in From, small letters; null when there is not exactly one. It may stand there as the name, too. */
export function senderOf({ from }: MailHead): string | null {
  const [address = null, ...others] = new Set(sendersIn(from ?? ''));
  return others.length === 0 ? address : null;
}

/** More than one sender is a trick more often than not; names in quotes may hold anything. */
const sendersIn = (header: string): string[] =>
  (header.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[^\s<>,;:]+@[^\s<>,;:]+/g) ?? []).map((address) =>
    address.toLowerCase(),
  );

/** The longest mail that is read, were all of it pictures, has 110,000. */
const MOST_LINES = 150_000;
/** Far beyond what mail programs write; each part costs something, however little is in it. */
const LIMITS = { maxHeadersSize: 256 << 10, maxNestingDepth: 30, forceRfc822Attachments: true } as const;

/**
 * The plain text, or the words of the HTML when there is no plain text.
 * @param raw the whole mail
 * @throws Fault `too-large` for more lines than an answer has; the parser's own error for a body that is none
 */
export async function textOf(raw: Buffer, { about, bodyAt }: MailHead): Promise<string> {
  refuseLines(raw, bodyAt);
  const { default: PostalMime } = await import('postal-mime');
  const { text, html } = await PostalMime.parse(
    Buffer.concat([Buffer.from(`${about}\n`), raw.subarray(bodyAt)]),
    LIMITS,
  );
  return text?.trim() ? text : wordsOfHtml(html ?? '');
}

function refuseLines(raw: Buffer, from: number): void {
  let lines = 0;
  for (let at = raw.indexOf('\n', from); at !== -1; at = raw.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines > MOST_LINES)
      throw new Fault(`it has more than ${MOST_LINES} lines, which no answer to a list has`, {
        code: 'too-large',
      });
  }
}
