/** What a mail server's reply, or its silence, means for a message. */

import type { NodemailerError } from 'nodemailer/lib/errors';
import type { Answer, Obstacle } from '../domain/mail.ts';
import { type Login, secretInWords } from './login.ts';

/** What the library reports: `responseCode` where the server spoke, `code` for the rest. */
export type SmtpError = Pick<
  NodemailerError,
  'code' | 'originalCode' | 'response' | 'responseCode' | 'command' | 'message'
>;

/** Nobody answered in time. */
export interface Silence {
  readonly silentSeconds: number;
}

export interface Circumstances {
  /** the server had asked for the message, so it may have it */
  readonly isBegun: boolean;
  /** the connection had carried other messages */
  readonly isUsed: boolean;
  /** makes what the server said short and safe */
  readonly short: (text: string) => string;
}

// RFC 5321: 421 ends the connection, whatever was asked; 552 is about the size of this one message
const CLOSING = 421;
const TOO_LARGE = 552;

export function answerIn(
  reply: string | SmtpError | Silence,
  { isBegun, isUsed: wornOut, short }: Circumstances,
): Answer {
  if (typeof reply === 'string') return { kind: 'accepted', text: short(reply) };
  if ('silentSeconds' in reply) {
    const text = `no answer within ${reply.silentSeconds} s`;
    return isBegun ? { kind: 'unsure', text: `${text} after the message` } : { kind: 'lost', text, wornOut };
  }
  const text = short(reply.response ?? reply.message);
  const status = reply.responseCode ?? 0;
  if (status === CLOSING && !isBegun) return { kind: 'lost', text, wornOut };
  // said to the sender, and so to every message
  if (status >= 500 && status !== TOO_LARGE && reply.command === 'MAIL FROM')
    return { kind: 'barred', text: `the sender is refused: ${text}` };
  if (status >= 400) return { kind: status < 500 ? 'later' : 'refused', text };
  if (isBegun) return { kind: 'unsure', text: `the connection was lost after the message (${text})` };
  // the library itself would not send this one
  if (reply.code === 'EENVELOPE' || reply.code === 'EMESSAGE') return { kind: 'refused', text };
  return { kind: 'lost', text, wornOut };
}

/** Node's and OpenSSL's codes for a certificate that proves nothing. */
export const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ERR_TLS_|HOSTNAME_MISMATCH|ERR_SSL/;

/** Why no session could be had. What a server says to a login is left out: it may repeat the password. */
export function obstacleIn(
  error: SmtpError | Silence,
  { short, login }: Pick<Circumstances, 'short'> & { readonly login: Login | null },
): Obstacle {
  if ('silentSeconds' in error)
    return { text: `no answer within ${error.silentSeconds} s`, needsPerson: false };
  const { code, originalCode, responseCode, command } = error;
  const isForGood = responseCode !== undefined && responseCode >= 500;
  if (code === 'EAUTH') {
    const reply = responseCode === undefined ? '' : ` (${responseCode})`;
    const needsPerson = isForGood || responseCode === undefined;
    return { text: `the user name or ${secretInWords(login)} was not accepted${reply}`, needsPerson };
  }
  const text = short(error.response ?? error.message);
  if (command === 'STARTTLS' && isForGood)
    return { text: `the server offers no TLS: ${text}`, needsPerson: true };
  if (CERTIFICATE.test(originalCode ?? code ?? ''))
    return { text: `the server's certificate is not trusted: ${text}`, needsPerson: true };
  return { text, needsPerson: isForGood };
}
