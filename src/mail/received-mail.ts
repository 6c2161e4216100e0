/** A mail that came in, down to what says whose answer it is and what it says. */

import { createHash } from 'node:crypto';

export interface ReceivedMail {
  /** without angle brackets; the hash of the whole mail when it carries none */
  readonly messageId: string;
  /** the one address in From, small letters; null when there is not exactly one */
  readonly from: string | null;
  /** Message-IDs it answers, without angle brackets */
  readonly answers: readonly string[];
  /** an out-of-office note or another machine's doing (RFC 3834) */
  readonly isAutomatic: boolean;
  /** the plain text, or the words of the HTML when there is no plain text */
  readonly text: string;
}

/** @param raw the whole mail, headers and all; anything at all gives some mail, if an empty one */
export async function receivedMail(raw: Buffer): Promise<ReceivedMail> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(raw);
  const header = (name: string): string =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? '';
  const senders = mail.headers.filter(({ key }) => key === 'from').flatMap(({ value }) => sendersIn(value));
  const from = senders.length === 1 ? mail.from?.address : undefined;
  const own = idsIn(mail.messageId ?? '')[0];
  return {
    messageId: own ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`,
    from: from === undefined || from === '' ? null : from.toLowerCase(),
    answers: [...idsIn(mail.inReplyTo ?? ''), ...idsIn(mail.references ?? '')],
    isAutomatic:
      (header('auto-submitted') !== '' && header('auto-submitted') !== 'no') ||
      header('x-autoreply') !== '' ||
      /^(?:bulk|list|junk|auto_reply)$/.test(header('precedence')),
    text: mail.text ?? wordsOf(mail.html ?? ''),
  };
}

/** More than one sender is a trick more often than not; names in quotes may hold anything. */
const sendersIn = (header: string): string[] =>
  header.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[^\s<>,;:]+@[^\s<>,;:]+/g) ?? [];

const idsIn = (header: string): string[] => [...header.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

/** Good enough for what a telephone writes: one line a block, quotations marked as such. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<blockquote\b[\s\S]*$/i, '\n> ')
    .replace(/<br\b[^>]*>|<\/(?:p|div|tr|li|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}
