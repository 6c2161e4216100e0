/** The mailbox that the settings name for answers, with the password or token from where they say it is kept. */

import { usageFault } from '../../domain/fault.ts';
import { ImapMailbox } from '../../mail/imap-mailbox.ts';
import type { ImapServer } from '../../settings/mail-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import { refuseDistrusted } from '../../settings/trusted-path.ts';
import type { MailPasswords } from './mail-password.ts';
import { certificatesIn, loginOf, serverReliesOn } from './server-login.ts';

/** `lists@imap.example.com/INBOX` */
export const mailboxInWords = ({ host, signIn, mailbox }: ImapServer): string =>
  `${signIn.user.includes('@') ? signIn.user : `${signIn.user}@${host}`}/${mailbox}`;

/**
 * Nothing is connected to yet.
 * @throws Fault `no-mailbox`, `not-trusted`, and what `loginOf` and `certificatesIn` throw
 */
export function mailboxOf(
  { mail, path }: Settings,
  passwords: MailPasswords,
): { readonly imap: ImapServer; readonly mailbox: ImapMailbox } {
  const { imap, timeoutSeconds } = mail;
  if (imap === null)
    throw usageFault(
      'no-mailbox',
      'no mail was named, and the settings name no mailbox',
      'name a mail (.eml), a Maildir, or - for standard input; or give host and user under [mail.imap]',
    );
  for (const { path: file, consequence } of serverReliesOn(imap, 'mail.imap', path, passwords))
    refuseDistrusted(file, consequence);
  const { host, port, security, signIn, caFile } = imap;
  const login = loginOf(signIn, passwords);
  const ca = certificatesIn(caFile);
  const mailbox = new ImapMailbox({ host, port, security, login, ca, mailbox: imap.mailbox, timeoutSeconds });
  return { imap, mailbox };
}
