/** The way out for mails that the settings describe, with the password from where they say it is kept. */

import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Fault, usageFault } from '../../domain/fault.ts';
import type { Transport } from '../../mail/transport.ts';
import { filesInCommand } from '../../settings/files-in-command.ts';
import type { MailSettings } from '../../settings/mail-settings.ts';
import { refuseDistrusted } from '../../settings/trusted-path.ts';
import { PASSWORD_VARIABLE } from './mail-password.ts';

interface ReliedOn {
  readonly path: string;
  /** what is not done where others can change it */
  readonly consequence: string;
}

/**
 * The files that decide what is run, or who is told the password: the settings first, where they name anything of the kind.
 * @param path of the settings; null where there are none
 * @param password given beside the settings; null for none
 */
export function mailReliesOn(
  { server, sendmail, passwordFile, passwordCommand }: MailSettings,
  path: string | null,
  password: string | null,
): ReliedOn[] {
  const used: ReliedOn[] = [];
  const rely = (key: string, not: string, files: readonly string[]): void => {
    const consequence = `"mail.${key}" of the settings is not ${not}`;
    used.push(...[...(path === null ? [] : [path]), ...files].map((file) => ({ path: file, consequence })));
  };
  if (sendmail !== null) rely('sendmail', 'run', [sendmail]);
  if (server === null) return used;
  const { user, caFile } = server;
  if (caFile !== null) rely('ca_file', 'read', [caFile]);
  if (user === null) return used;
  if (password !== null) rely('host', 'told the password', []);
  else if (passwordFile !== null) rely('password_file', 'read', [passwordFile]);
  else if (passwordCommand !== null) rely('password_command', 'run', filesInCommand(passwordCommand));
  return used;
}

/**
 * Nothing is connected to yet.
 * @param settingsPath null where there are none
 * @param password given beside the settings; null for none
 * @throws Fault `not-trusted`, `no-mail-server`, `no-password`, `bad-password-file`, `bad-password-command`, `bad-ca-file`
 */
export async function mailTransport(
  mail: MailSettings,
  settingsPath: string | null,
  password: string | null,
): Promise<Transport> {
  for (const { path, consequence } of mailReliesOn(mail, settingsPath, password))
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
  const { host, port, security, user, caFile } = server;
  const login = user === null ? null : { user, password: password ?? passwordOf(mail) };
  const ca = caFile === null ? null : readText(caFile, 'bad-ca-file', 'ca_file');
  const { SmtpTransport } = await import('../../mail/smtp-transport.ts');
  return new SmtpTransport({ host, port, security, login, ca, timeoutSeconds });
}

const COMMAND_AT_MOST_MS = 30_000;

/** From the file, else the command: never the settings, the database or the command line. */
function passwordOf({ passwordFile, passwordCommand }: MailSettings): string {
  if (passwordFile !== null) return passwordIn(passwordFile);
  if (passwordCommand !== null) return passwordFrom(passwordCommand);
  throw usageFault(
    'no-password',
    '[mail] names a user but no password',
    `give password_file or password_command under [mail], or ${PASSWORD_VARIABLE} in the environment`,
  );
}

function passwordIn(path: string): string {
  const text = readText(path, 'bad-password-file', 'password_file');
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw usageFault(
      'bad-password-file',
      `${path} can be read by others on this machine`,
      `chmod 600 "${path}"`,
    );
  }
  return filled(firstLine(text), 'bad-password-file', `${path} is empty`);
}

function passwordFrom(command: string): string {
  const { status, stdout } = spawnSync('/bin/sh', ['-c', command], {
    encoding: 'utf8',
    timeout: COMMAND_AT_MOST_MS,
    // what it says may be the secret
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (status !== 0) {
    throw new Fault('password_command gave no password', {
      code: 'bad-password-command',
      hint: `run it by hand; it must print the password and exit with 0, here it ended with ${status ?? 'a signal'}`,
    });
  }
  return filled(firstLine(stdout), 'bad-password-command', 'password_command printed nothing');
}

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0] ?? '';

function filled(password: string, code: string, message: string): string {
  if (password === '') throw usageFault(code, message, 'the first line is the password');
  return password;
}

function readText(path: string, code: string, key: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw usageFault(code, `${path} cannot be read`, `check ${key} under [mail]`);
  }
}
