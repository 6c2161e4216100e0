/** A whole message as it goes over the wire, from its parts. */

import { oneLine } from '../render/terminal-text.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  /** ASCII */
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** What a mail says, whoever gets it. */
export interface Letter {
  /** never the name of a customer: subjects are shown on locked telephones */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

export interface MessageParts extends Letter {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo: string | null;
  /** without angle brackets */
  readonly messageId: string;
  readonly date: Date;
  /** ids of the conversation it belongs to, the one it answers last; without angle brackets */
  readonly answers?: readonly string[];
  /** what a mail program can sort by (RFC 2919) */
  readonly listId: string;
}

/**
 * Addresses go in as objects, never as text to be parsed: a line end in a text would become a second recipient.
 * Auto-Submitted (RFC 3834) and X-Auto-Response-Suppress keep out-of-office answers from coming back.
 */
export async function composeMessage(parts: MessageParts): Promise<Buffer> {
  // loaded only when a mail is written: nobody else should wait for it
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { from, to, replyTo, messageId, date, answers = [], listId, text, html, attachments } = parts;
  const composer = new MailComposer({
    from: mailbox(from),
    to: mailbox(to),
    ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
    subject: oneLine(parts.subject),
    messageId: `<${messageId}>`,
    date,
    ...(answers.length === 0
      ? {}
      : { inReplyTo: bracketed(answers.at(-1)), references: answers.map(bracketed) }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<${listId}>`,
    },
    text,
    html,
    attachments: attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const bracketed = (id = ''): string => `<${oneLine(id)}>`;

const mailbox = ({ name, address }: Mailbox): Mailbox => ({ name: oneLine(name), address });
