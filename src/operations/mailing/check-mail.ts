/** Proving the way out for mails before the first real morning: connect, sign in, and one line to oneself. */

import type { Answer, Obstacle } from '../../domain/mail.ts';
import { composeMessage } from '../../mail/message.ts';
import { html } from '../../render/html.ts';
import { salespeopleById } from '../../store/call-facts.ts';
import type { ActingSession } from '../session.ts';
import { domainFor, newMessageId } from './day-mails.ts';
import { mailTransport } from './mail-transport.ts';
import { type MailsDue, mailsDue } from './mails-due.ts';

export interface CheckOptions {
  /** name or code of one salesperson; left out: everybody */
  readonly for?: string | undefined;
  readonly from: string;
  /** where the line goes; null = to whoever acts, else the first manager, else the sender */
  readonly to: string | null;
  /** given beside the settings; null for none */
  readonly password: string | null;
  readonly now: () => Date;
  /** told once the server can be used. @param server as it is named in messages */
  readonly onOpen: (server: string) => void;
  readonly onDue: (due: MailsDue) => void;
}

export interface MailCheck {
  /** as it is named in messages */
  readonly server: string;
  readonly to: string;
  readonly due: MailsDue;
  /** what came of it: the server cannot be used, or its answer to the line */
  readonly result: { readonly obstacle: Obstacle } | { readonly answer: Answer };
}

/** Nothing is recorded, and nobody but `to` gets anything. */
export async function checkMail(session: ActingSession, options: CheckOptions): Promise<MailCheck> {
  const { settings, day } = session;
  const { from, password, now, onOpen, onDue } = options;
  const transport = await mailTransport(settings.mail, settings.path, password);
  const due = mailsDue(session, options.for);
  const to = options.to ?? ownAddress(session) ?? settings.mail.managers[0] ?? from;
  const about = { server: transport.name, to, due };
  try {
    const obstacle = await transport.open();
    if (obstacle !== null) return { ...about, result: { obstacle } };
    onOpen(transport.name);
    onDue(due);
    const store = settings.store.name ?? 'beback';
    const line = `This line came by the way the call lists of ${store} will take.`;
    const message = await composeMessage({
      subject: `[CHECK] mail from ${store} arrives`,
      text: `${line}\n`,
      html: html`<p>${line}</p>\n`.toString(),
      attachments: [],
      from: { name: store, address: from },
      to: { name: '', address: to },
      replyTo: settings.mail.replyTo,
      messageId: newMessageId(settings, day, 'check'),
      date: now(),
      listId: `check.beback.${domainFor(settings)}`,
    });
    return { ...about, result: { answer: await transport.deliver({ from, to, message }) } };
  } finally {
    transport.close();
  }
}

function ownAddress({ store, acting }: ActingSession): string | null {
  const { salespersonId } = acting;
  return salespersonId === null ? null : (salespeopleById(store).get(salespersonId)?.email ?? null);
}
