/** What it means when a mailbox cannot be read: what stands in the way, and whether waiting mends it. */

import type { ImapFlowError } from 'imapflow';
import type { Obstacle } from '../domain/mail.ts';
import { type Login, secretInWords } from './login.ts';
import { CERTIFICATE, type Silence } from './smtp-answers.ts';

/** What the library reports; of a command the server refused also its words. */
export type ImapError = Pick<
  ImapFlowError,
  | 'message'
  | 'code'
  | 'authenticationFailed'
  | 'responseStatus'
  | 'responseText'
  | 'serverResponseCode'
  | 'mailboxMissing'
>;

const TIMEOUTS = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEOUT']);
/** RFC 5530: a login that is refused may be none of the user's fault … */
const LATER = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'CONTACTADMIN']);
/** … and of anything else that is refused, this will not mend itself. */
const FOR_GOOD = new Set(['NONEXISTENT', 'NOPERM', 'CANNOT', 'AUTHORIZATIONFAILED', 'PRIVACYREQUIRED']);
/** More than was asked for, or no IMAP: the next try would bring the same. */
const NONSENSE =
  /^(?:LineTooLarge|LiteralTooLarge|ResponseTooLarge|TooManyTokens|TooManyResponses|ParserError.*)$/;

interface Circumstances {
  readonly timeoutSeconds: number;
  readonly login: Login;
  /** as the settings name it */
  readonly mailbox: string;
  /** makes what the server said short and safe */
  readonly short: (text: string) => string;
}

/** What a server says to a login is left out but for its code: it may repeat the password. */
export function mailboxObstacle(
  error: ImapError | Silence,
  { timeoutSeconds, login, mailbox, short }: Circumstances,
): Obstacle {
  const silence = (seconds: number): Obstacle => ({
    text: `no answer within ${seconds} s`,
    needsPerson: false,
  });
  if ('silentSeconds' in error) return silence(error.silentSeconds);
  const { code = '', serverResponseCode, responseStatus, responseText } = error;
  if (TIMEOUTS.has(code)) return silence(timeoutSeconds);
  if (error.authenticationFailed) {
    const isLater = code === 'ETHROTTLE' || LATER.has(serverResponseCode ?? '');
    const said = serverResponseCode === undefined ? '' : ` (${short(serverResponseCode)})`;
    return {
      text: `the user name or ${secretInWords(login)} was not accepted${said}`,
      needsPerson: !isLater,
    };
  }
  if (error.message === NO_WAY_TO_SIGN_IN)
    return {
      text:
        login.auth === 'password'
          ? 'the server takes no password: it may want auth = "xoauth2"'
          : 'the server takes no access token: it may want auth = "password"',
      needsPerson: true,
    };
  if (/STARTTLS/.test(error.message))
    return { text: `the server offers no TLS: ${short(error.message)}`, needsPerson: true };
  if (CERTIFICATE.test(code))
    return { text: `the server's certificate is not trusted: ${short(error.message)}`, needsPerson: true };
  const said = short(responseText ?? error.message);
  if (error.mailboxMissing)
    return { text: `there is no mailbox ${short(mailbox)}: ${said}`, needsPerson: true };
  if (NONSENSE.test(code)) return { text: `it answers what was not asked: ${said}`, needsPerson: true };
  return { text: said, needsPerson: responseStatus === 'BAD' || FOR_GOOD.has(serverResponseCode ?? '') };
}

/** The library's own words, which carry no code. */
const NO_WAY_TO_SIGN_IN = 'Unsupported authentication mechanism';
