/** Where the password for a mail server is given beside the settings. */

import type { SignInTable } from '../../settings/mail-settings.ts';

/** Of the environment; they go before what that table of the settings says. */
export const PASSWORD_VARIABLES: Readonly<Record<SignInTable, string>> = {
  mail: 'BEBACK_MAIL_PASSWORD',
  'mail.imap': 'BEBACK_IMAP_PASSWORD',
};

/** As the environment gives them; null for none. */
export type MailPasswords = Readonly<Record<SignInTable, string | null>>;
