/** `[mail]` of the settings: the way out, who sends, who is told; `[mail.imap]`: where answers come in. */

import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { domainOf, singleAddress } from '../domain/mail-address.ts';

export const SECURITIES = ['tls', 'starttls', 'none'] as const;
export type Security = (typeof SECURITIES)[number];

export const AUTHS = ['password', 'xoauth2'] as const;
export type Auth = (typeof AUTHS)[number];

/** The tables that say who signs in. */
export type SignInTable = 'mail' | 'mail.imap';

/** Who signs in to a mail server, and where the secret is kept: never in the settings themselves. */
export interface SignIn {
  /** the table that says so */
  readonly table: SignInTable;
  readonly user: string;
  readonly auth: Auth;
  /** absolute */
  readonly passwordFile: string | null;
  readonly passwordCommand: string | null;
  /** prints an access token; with `xoauth2` only */
  readonly tokenCommand: string | null;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** null = the server lets in whoever comes */
  readonly signIn: SignIn | null;
  /** absolute; certificates trusted in place of the usual ones */
  readonly caFile: string | null;
}

/** The mailbox that answers come to. */
export interface ImapServer extends MailServer {
  readonly signIn: SignIn;
  readonly mailbox: string;
  /** how far back the first look goes */
  readonly sinceDays: number;
}

export interface MailSettings {
  /** the first real send was switched on */
  readonly enabled: boolean;
  readonly from: string | null;
  readonly replyTo: string | null;
  /** null = there is none, or sendmail is used */
  readonly server: MailServer | null;
  /** absolute path of the program; null = there is none, or a server is used */
  readonly sendmail: string | null;
  /** null = answers are read from files only */
  readonly imap: ImapServer | null;
  /** the printable sheet goes along */
  readonly sheet: boolean;
  /** answers are read with `beback read-mail`, so the mail says how to write one, and who was not understood is told */
  readonly answers: boolean;
  /** right of the @ in the ids of messages */
  readonly messageDomain: string | null;
  /** how long one answer of the server is waited for */
  readonly timeoutSeconds: number;
  /** who gets the digest */
  readonly managers: readonly string[];
}

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);

const ONE_ADDRESS = 'must be one plain e-mail address: "name@example.com"';
const address = v.pipe(
  v.string(ONE_ADDRESS),
  v.check((text) => singleAddress(text) !== null, ONE_ADDRESS),
  v.transform((text) => singleAddress(text) ?? text),
);
const filled = v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty'));
const between = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
};

const host = v.pipe(v.string(), v.regex(/^[\w.:-]+$/, 'must be the name or address of a server'));
/** Of every server that is signed in to. */
const serverKeys = {
  port: v.optional(between(1, 65_535)),
  security: v.optional(v.picklist(SECURITIES, 'must be "tls", "starttls" or "none"')),
  user: v.optional(filled),
  auth: v.optional(v.picklist(AUTHS, 'must be "password" or "xoauth2"')),
  password_file: v.optional(filled),
  password_command: v.optional(filled),
  token_command: v.optional(filled),
  ca_file: v.optional(filled),
};
type ServerKeys = v.InferOutput<v.StrictObjectSchema<typeof serverKeys, undefined>>;

const imapKeys = v.strictObject({
  host,
  ...serverKeys,
  mailbox: v.optional(filled),
  since_days: v.optional(between(1, 365)),
});
export const IMAP_KEYS = Object.keys(imapKeys.entries).join(', ');
type ImapKeys = v.InferOutput<typeof imapKeys>;

const mailKeys = v.strictObject({
  enabled: v.optional(v.boolean('must be true or false')),
  from: v.optional(address),
  reply_to: v.optional(address),
  host: v.optional(host),
  ...serverKeys,
  sendmail: v.optional(v.pipe(filled, v.regex(/^\//, 'must be the whole path: "/usr/sbin/sendmail"'))),
  sheet: v.optional(v.boolean('must be true or false')),
  answers: v.optional(v.boolean('must be true or false')),
  message_domain: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i, 'must be a domain: "example.com"')),
  ),
  timeout_seconds: v.optional(between(1, 600)),
  managers: v.optional(v.array(address)),
  imap: v.optional(v.pipe(imapKeys, refusing(contradictionInImap))),
});
export const MAIL_KEYS = Object.keys(mailKeys.entries).join(', ');
type MailKeys = v.InferOutput<typeof mailKeys>;

type Contradiction<Keys> = [keyof Keys & string, string] | null;

/** What is wrong with keys that are right one by one: the key to mend, and why. */
function contradiction(given: MailKeys): Contradiction<MailKeys> {
  const { host, sendmail, enabled, imap } = given;
  if (host !== undefined && sendmail !== undefined)
    return ['sendmail', 'and "mail.host" exclude each other: there is one way out'];
  if (enabled && host === undefined && sendmail === undefined)
    return ['enabled', 'needs a way out: "host" of a mail server, or "sendmail"'];
  if (enabled && given.from === undefined) return ['enabled', 'needs "from", the address that sends'];
  if (imap !== undefined && imap.user === undefined && given.user === undefined)
    return ['imap', 'needs "user": whoever reads a mailbox signs in'];
  return contradictionInServer(given, 'mail');
}

function contradictionInImap(given: ImapKeys): Contradiction<ImapKeys> {
  const [beside] = SIGN_IN_KEYS.filter((key) => given[key] !== undefined);
  if (given.user === undefined && beside !== undefined)
    return [beside, 'needs "user" beside it; with neither, who signs in to send does so here, too'];
  return contradictionInServer(given, 'mail.imap');
}

const SIGN_IN_KEYS = ['auth', 'password_file', 'password_command', 'token_command'] as const;

function contradictionInServer(
  given: ServerKeys & { readonly host?: string | undefined },
  table: SignInTable,
): Contradiction<ServerKeys> {
  const { host, security, auth, token_command } = given;
  if (security === 'none' && host !== undefined && !isLoopback(host))
    return [
      'security',
      'may be "none" for a server on this machine only: lists must not cross a network in the clear',
    ];
  if (given.password_file !== undefined && given.password_command !== undefined)
    return ['password_command', `and "${table}.password_file" exclude each other`];
  if (auth === 'xoauth2' && token_command === undefined)
    return ['auth', 'needs "token_command", which prints an access token'];
  if (auth !== 'xoauth2' && token_command !== undefined)
    return ['token_command', 'needs auth = "xoauth2" beside it'];
  return null;
}

/** A check of a table as a whole. */
function refusing<Keys extends Record<string, unknown>>(wrongIn: (given: Keys) => Contradiction<Keys>) {
  return v.rawCheck<Keys>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    const wrong = wrongIn(input);
    if (wrong === null) return;
    const [key, message] = wrong;
    addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: input[key] }] });
  });
}

export const mailTable = v.pipe(mailKeys, refusing(contradiction));

const TIMEOUT_SECONDS = 60;
// RFC 8314: 465 and 993 are TLS from the start; RFC 6409: 587 is submission, here by STARTTLS
const SMTP_PORTS: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 };
const IMAP_PORTS: Readonly<Record<Security, number>> = { tls: 993, starttls: 143, none: 143 };
const SINCE_DAYS = 14;

/** @param path of the settings: files are named from its folder */
export function mailOf(given: MailKeys | undefined, path: string | null): MailSettings {
  const file = (name: string | undefined): string | null =>
    name === undefined ? null : resolve(path === null ? '.' : dirname(path), name);
  const from = given?.from ?? null;
  const signIn = given === undefined ? null : signInOf(given, 'mail', file);
  const imap = given?.imap === undefined ? null : imapOf(given.imap, signIn, file);
  return {
    enabled: given?.enabled ?? false,
    from,
    replyTo: given?.reply_to ?? null,
    server: given?.host === undefined ? null : smtpOf(given, given.host, signIn, file),
    sendmail: given?.sendmail ?? null,
    imap,
    sheet: given?.sheet ?? false,
    answers: given?.answers ?? imap !== null,
    messageDomain: given?.message_domain?.toLowerCase() ?? (from === null ? null : domainOf(from)),
    timeoutSeconds: given?.timeout_seconds ?? TIMEOUT_SECONDS,
    managers: [...new Set(given?.managers ?? [])],
  };
}

type FileNamed = (name: string | undefined) => string | null;

function signInOf(given: ServerKeys, table: SignInTable, file: FileNamed): SignIn | null {
  if (given.user === undefined) return null;
  return {
    table,
    user: given.user,
    auth: given.auth ?? 'password',
    passwordFile: file(given.password_file),
    passwordCommand: given.password_command ?? null,
    tokenCommand: given.token_command ?? null,
  };
}

function smtpOf(given: MailKeys, host: string, signIn: SignIn | null, file: FileNamed): MailServer {
  const security = given.security ?? (given.port === 465 ? 'tls' : isLoopback(host) ? 'none' : 'starttls');
  return { host, port: given.port ?? SMTP_PORTS[security], security, signIn, caFile: file(given.ca_file) };
}

/** @param ofSending who signs in to send: where nobody else is named, they do so here, too */
function imapOf(given: ImapKeys, ofSending: SignIn | null, file: FileNamed): ImapServer {
  const { host, port } = given;
  const security =
    given.security ??
    (port !== IMAP_PORTS.tls && isLoopback(host)
      ? 'none'
      : port === IMAP_PORTS.starttls
        ? 'starttls'
        : 'tls');
  const signIn = signInOf(given, 'mail.imap', file) ?? ofSending;
  if (signIn === null) throw new Error('a mailbox without anybody who signs in was let through');
  return {
    host,
    port: port ?? IMAP_PORTS[security],
    security,
    signIn,
    caFile: file(given.ca_file),
    mailbox: given.mailbox ?? 'INBOX',
    sinceDays: given.since_days ?? SINCE_DAYS,
  };
}
