/** The secret for a mail server, from where the settings say it is kept: never from the settings, the database or the command line. */

import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Fault, usageFault } from '../../domain/fault.ts';
import type { Login } from '../../mail/login.ts';
import { filesInCommand } from '../../settings/files-in-command.ts';
import type { MailServer, SignIn, SignInTable } from '../../settings/mail-settings.ts';
import { type MailPasswords, PASSWORD_VARIABLES } from './mail-password.ts';

export interface ReliedOn {
  readonly path: string;
  /** what is not done where others can change it */
  readonly consequence: string;
}

/** What is not done with a key of the settings where others could have changed the files, or the settings. */
export const reliedOn = (
  key: string,
  not: string,
  files: readonly string[],
  settingsPath: string | null,
): ReliedOn[] => {
  const consequence = `"${key}" of the settings is not ${not}`;
  return [...(settingsPath === null ? [] : [settingsPath]), ...files].map((path) => ({ path, consequence }));
};

/**
 * The files that decide who is told the secret of a server, or what is run to get it.
 * @param table of the settings that describes the server
 */
export function serverReliesOn(
  { caFile, signIn }: MailServer,
  table: SignInTable,
  settingsPath: string | null,
  passwords: MailPasswords,
): ReliedOn[] {
  const rely = (key: string, not: string, files: readonly string[]): ReliedOn[] =>
    reliedOn(key, not, files, settingsPath);
  const ofCa = caFile === null ? [] : rely(`${table}.ca_file`, 'read', [caFile]);
  if (signIn === null) return ofCa;
  const { table: from, auth, passwordFile, passwordCommand, tokenCommand } = signIn;
  const ofSecret = (): ReliedOn[] => {
    if (auth === 'xoauth2')
      return tokenCommand === null ? [] : rely(`${from}.token_command`, 'run', filesInCommand(tokenCommand));
    if (passwords[from] !== null) return rely(`${table}.host`, 'told the password', []);
    if (passwordFile !== null) return rely(`${from}.password_file`, 'read', [passwordFile]);
    return passwordCommand === null
      ? []
      : rely(`${from}.password_command`, 'run', filesInCommand(passwordCommand));
  };
  return [...ofCa, ...ofSecret()];
}

/** @throws Fault `no-password`, `bad-password-file`, `bad-password-command`, `bad-token-command` */
export function loginOf(signIn: SignIn, passwords: MailPasswords): Login {
  const { user, auth } = signIn;
  const secret = auth === 'xoauth2' ? tokenOf(signIn) : (passwords[signIn.table] ?? passwordOf(signIn));
  return { user, auth, secret };
}

/** @param caFile of the settings; null for none. @throws Fault `bad-ca-file` */
export const certificatesIn = (caFile: string | null): string | null =>
  caFile === null ? null : readText(caFile, 'bad-ca-file', 'ca_file');

/** From the file, else the command. */
function passwordOf({ table, passwordFile, passwordCommand }: SignIn): string {
  if (passwordFile !== null) return passwordIn(passwordFile);
  if (passwordCommand !== null) return passwordFrom(passwordCommand);
  throw usageFault(
    'no-password',
    `[${table}] names a user but no password`,
    `give password_file or password_command under [${table}], or ${PASSWORD_VARIABLES[table]} in the environment`,
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
  const { status, stdout } = ranInShell(command);
  if (status !== 0) {
    throw new Fault('password_command gave no password', {
      code: 'bad-password-command',
      hint: `run it by hand; it must print the password and exit with 0, here it ended with ${status ?? 'a signal'}`,
    });
  }
  return filled(firstLine(stdout), 'bad-password-command', 'password_command printed nothing');
}

/** What a bearer token may hold (RFC 6750), and more; a page of HTML is none. */
const TOKEN = /^[\x21-\x7e]+$/;

/** A token is good for an hour or so: the command is asked each time. */
function tokenOf({ tokenCommand }: SignIn): string {
  const { status, stdout } = ranInShell(tokenCommand ?? '');
  const bad = (message: string, how: string): Fault =>
    new Fault(message, {
      code: 'bad-token-command',
      hint: `run it by hand; it must print an access token and exit with 0, ${how}`,
    });
  if (status !== 0)
    throw bad('token_command gave no access token', `here it ended with ${status ?? 'a signal'}`);
  const token = firstLine(stdout).trim();
  if (token === '') throw bad('token_command printed nothing', 'here it only did the latter');
  if (!TOKEN.test(token))
    throw bad('token_command printed something that is no access token', 'and nothing else');
  return token;
}

const COMMAND_AT_MOST_MS = 30_000;

const ranInShell = (command: string) =>
  spawnSync('/bin/sh', ['-c', command], {
    encoding: 'utf8',
    timeout: COMMAND_AT_MOST_MS,
    killSignal: 'SIGKILL',
    // what it says may be the secret
    stdio: ['ignore', 'pipe', 'ignore'],
  });

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
