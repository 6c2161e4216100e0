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
    text: mail.text?.trim() ? mail.text : wordsOf(mail.html ?? ''),
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

/** Blocks that begin a new line, and what is nothing to read. */
const NEW_LINE = /^\/?(?:br|p|div|tr|li|h\d)\b/;
const UNREAD = /^(style|script|head|title)\b/;

/**
 * Good enough for what a telephone writes: one line a block, nothing from a quotation on. One pass from tag to tag:
 * a mail may come from anybody, and hold anything.
 */
function wordsOf(html: string): string {
  const lower = html.toLowerCase();
  let words = '';
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    const close = open === -1 ? -1 : html.indexOf('>', open);
    words += html.slice(at, open === -1 ? html.length : open);
    if (close === -1) break;
    const tag = lower.slice(open + 1, Math.min(close, open + 20));
    if (tag.startsWith('blockquote')) break;
    if (NEW_LINE.test(tag)) words += '\n';
    const unread = UNREAD.exec(tag)?.[1];
    const end = unread === undefined ? close : lower.indexOf(`</${unread}`, close);
    if (end === -1) break;
    at = unread === undefined ? close + 1 : end;
  }
  return words.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}
