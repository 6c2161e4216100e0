/** `[mail]` of the settings: the way out, who sends, who is told. */

import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { domainOf, singleAddress } from '../domain/mail-address.ts';

export const SECURITIES = ['tls', 'starttls', 'none'] as const;
export type Security = (typeof SECURITIES)[number];

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly user: string | null;
  /** absolute; certificates trusted in place of the usual ones */
  readonly caFile: string | null;
}

export interface MailSettings {
  /** the first real send was switched on */
  readonly enabled: boolean;
  readonly from: string | null;
  readonly replyTo: string | null;
  /** null = there is none, or sendmail is used */
  readonly server: SmtpServer | null;
  /** absolute path of the program; null = there is none, or a server is used */
  readonly sendmail: string | null;
  readonly passwordFile: string | null;
  readonly passwordCommand: string | null;
  /** the printable sheet goes along */
  readonly sheet: boolean;
  /** answers are read with `beback read-mail`, so the mail says how to write one */
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

const mailKeys = v.strictObject({
  enabled: v.optional(v.boolean('must be true or false')),
  from: v.optional(address),
  reply_to: v.optional(address),
  host: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/, 'must be the name or address of a server'))),
  port: v.optional(between(1, 65_535)),
  security: v.optional(v.picklist(SECURITIES, 'must be "tls", "starttls" or "none"')),
  user: v.optional(filled),
  password_file: v.optional(filled),
  password_command: v.optional(filled),
  sendmail: v.optional(v.pipe(filled, v.regex(/^\//, 'must be the whole path: "/usr/sbin/sendmail"'))),
  sheet: v.optional(v.boolean('must be true or false')),
  answers: v.optional(v.boolean('must be true or false')),
  message_domain: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i, 'must be a domain: "example.com"')),
  ),
  timeout_seconds: v.optional(between(1, 600)),
  managers: v.optional(v.array(address)),
  ca_file: v.optional(filled),
});
export const MAIL_KEYS = Object.keys(mailKeys.entries).join(', ');
type MailKeys = v.InferOutput<typeof mailKeys>;

/** What is wrong with keys that are right one by one: the key to mend, and why. */
function contradiction(given: MailKeys): [keyof MailKeys, string] | null {
  const { host, sendmail, security, enabled } = given;
  if (host !== undefined && sendmail !== undefined)
    return ['sendmail', 'and "mail.host" exclude each other: there is one way out'];
  if (security === 'none' && host !== undefined && !isLoopback(host))
    return [
      'security',
      'may be "none" for a server on this machine only: lists must not cross a network in the clear',
    ];
  if (given.password_file !== undefined && given.password_command !== undefined)
    return ['password_command', 'and "mail.password_file" exclude each other'];
  if (enabled && host === undefined && sendmail === undefined)
    return ['enabled', 'needs a way out: "host" of a mail server, or "sendmail"'];
  if (enabled && given.from === undefined) return ['enabled', 'needs "from", the address that sends'];
  return null;
}

export const mailTable = v.pipe(
  mailKeys,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    const wrong = contradiction(input);
    if (wrong === null) return;
    const [key, message] = wrong;
    addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: input[key] }] });
  }),
);

const TIMEOUT_SECONDS = 60;
// RFC 8314: 465 is TLS from the start; RFC 6409: 587 is submission, here by STARTTLS
const PORTS: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 };

/** @param path of the settings: files are named from its folder */
export function mailOf(given: MailKeys | undefined, path: string | null): MailSettings {
  const file = (name: string | undefined): string | null =>
    name === undefined ? null : resolve(path === null ? '.' : dirname(path), name);
  const from = given?.from ?? null;
  return {
    enabled: given?.enabled ?? false,
    from,
    replyTo: given?.reply_to ?? null,
    server: given?.host === undefined ? null : serverOf({ ...given, host: given.host }, file(given.ca_file)),
    sendmail: given?.sendmail ?? null,
    passwordFile: file(given?.password_file),
    passwordCommand: given?.password_command ?? null,
    sheet: given?.sheet ?? false,
    answers: given?.answers ?? false,
    messageDomain: given?.message_domain?.toLowerCase() ?? (from === null ? null : domainOf(from)),
    timeoutSeconds: given?.timeout_seconds ?? TIMEOUT_SECONDS,
    managers: [...new Set(given?.managers ?? [])],
  };
}

function serverOf(given: MailKeys & { readonly host: string }, caFile: string | null): SmtpServer {
  const security =
    given.security ?? (given.port === 465 ? 'tls' : isLoopback(given.host) ? 'none' : 'starttls');
  return {
    host: given.host,
    port: given.port ?? PORTS[security],
    security,
    user: given.user ?? null,
    caFile,
  };
}
