/** The way out for mails that the settings describe, with the password from where they say it is kept. */

import { usageFault } from '../../domain/fault.ts';
import type { Transport } from '../../mail/transport.ts';
import type { MailSettings } from '../../settings/mail-settings.ts';
import { refuseDistrusted } from '../../settings/trusted-path.ts';
import type { MailPasswords } from './mail-password.ts';
import { certificatesIn, loginOf, type ReliedOn, reliedOn, serverReliesOn } from './server-login.ts';

/**
 * The files that decide what is run, or who is told the password: the settings first, where they name anything of the kind.
 * @param path of the settings; null where there are none
 * @param passwords given beside the settings
 */
export const mailReliesOn = (
  { server, sendmail }: MailSettings,
  path: string | null,
  passwords: MailPasswords,
): ReliedOn[] => [
  ...(sendmail === null ? [] : reliedOn('mail.sendmail', 'run', [sendmail], path)),
  ...(server === null ? [] : serverReliesOn(server, 'mail', path, passwords)),
];

/**
 * Nothing is connected to yet.
 * @param settingsPath null where there are none
 * @param passwords given beside the settings
 * @throws Fault `not-trusted`, `no-mail-server`, and what `loginOf` and `certificatesIn` throw
 */
export async function mailTransport(
  mail: MailSettings,
  settingsPath: string | null,
  passwords: MailPasswords,
): Promise<Transport> {
  for (const { path, consequence } of mailReliesOn(mail, settingsPath, passwords))
    refuseDistrusted(path, consequence);
  const { server, sendmail, timeoutSeconds } = mail;
  if (sendmail !== null) {
    const { SendmailTransport } = await import('../../mail/sendmail-transport.ts');
    return new SendmailTransport({ path: sendmail, timeoutSeconds });
  }
  if (server === null) {
    throw usageFault(
      'no-mail-server',
      'the settings name no way out for mails',
      'give host, or sendmail, under [mail]',
    );
  }
  const { host, port, security, signIn, caFile } = server;
  const login = signIn === null ? null : loginOf(signIn, passwords);
  const ca = certificatesIn(caFile);
  const { SmtpTransport } = await import('../../mail/smtp-transport.ts');
  return new SmtpTransport({ host, port, security, login, ca, timeoutSeconds });
}
