/** A mail that came in, down to what says whose answer it is and what it says. */

import { createHash } from 'node:crypto';
import { wordsOfHtml } from './html-words.ts';

export interface ReceivedMail {
  /** without angle brackets; the hash of the whole mail when it carries none */
  readonly messageId: string;
  /** the one address in From, small letters; null when there is not exactly one */
  readonly from: string | null;
  /** Message-IDs it answers, without angle brackets */
  readonly answers: readonly string[];
  /** an out-of-office note or another machine's doing (RFC 3834) */
  readonly isAutomatic: boolean;
  /** when it was written, as it says; null when it does not, or not so that it can be read */
  readonly writtenAt: Date | null;
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
    writtenAt: instantOf(mail.date),
    text: mail.text?.trim() ? mail.text : wordsOfHtml(mail.html ?? ''),
  };
}

/** More than one sender is a trick more often than not; names in quotes may hold anything. */
const sendersIn = (header: string): string[] =>
  header.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[^\s<>,;:]+@[^\s<>,;:]+/g) ?? [];

const idsIn = (header: string): string[] => [...header.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id);

function instantOf(date: string | undefined): Date | null {
  const instant = new Date(date ?? '');
  return Number.isNaN(instant.getTime()) ? null : instant;
}
