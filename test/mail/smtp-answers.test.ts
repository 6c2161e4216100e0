/** What a mail server's replies mean: who is told, who is tried again, what is in doubt. */

import { describe, expect, test } from 'vitest';
import { answerIn, obstacleIn, type SmtpError } from '../../src/mail/smtp-answers.ts';
import { shortAnswer } from '../../src/mail/transport.ts';

const short = (text: string): string => text;
const replied = (response: string, command: string): SmtpError => ({
  message: 'Command failed',
  response,
  responseCode: Number(response.slice(0, 3)),
  command,
});
const broken: SmtpError = { message: 'Connection closed unexpectedly', code: 'ECONNECTION', command: 'CONN' };

describe('a message', () => {
  const before = { isBegun: false, isUsed: false, short };
  const after = { ...before, isBegun: true };
  test.each([
    ['taken', '250 2.0.0 queued', after, 'accepted'],
    ['recipient unknown', replied('550 no such user', 'RCPT TO'), before, 'refused'],
    ['recipient put off', replied('450 greylisted', 'RCPT TO'), before, 'later'],
    ['sender not allowed', replied('553 not yours', 'MAIL FROM'), before, 'barred'],
    ['login wanted first', replied('530 authenticate', 'MAIL FROM'), before, 'barred'],
    ['too large for this server', replied('552 too big', 'MAIL FROM'), before, 'refused'],
    ['sender put off', replied('451 busy', 'MAIL FROM'), before, 'later'],
    ['server going away', replied('421 bye', 'MAIL FROM'), before, 'lost'],
    ['server going away with the message in hand', replied('421 bye', 'DATA'), after, 'later'],
    ['refused as spam', replied('554 spam', 'DATA'), after, 'refused'],
    ['connection gone before the message', broken, before, 'lost'],
    ['connection gone after the message', broken, after, 'unsure'],
    ['silence before the message', { silentSeconds: 60 }, before, 'lost'],
    ['silence after the message', { silentSeconds: 300 }, after, 'unsure'],
    [
      'an answer nobody understands',
      { message: 'Message failed', code: 'EMESSAGE', response: 'hm' },
      after,
      'unsure',
    ],
    ['larger than the server announced', { message: 'too large', code: 'EMESSAGE' }, before, 'refused'],
  ] as const)('%s', (_, reply, circumstances, kind) => {
    expect(answerIn(reply, circumstances).kind).toBe(kind);
  });
});

describe('no session', () => {
  test.each([
    [
      'nobody there',
      { message: 'connect ECONNREFUSED', code: 'ESOCKET', originalCode: 'ECONNREFUSED' },
      false,
    ],
    ['busy', replied('421 too many', 'CONN'), false],
    ['not wanted here', replied('554 go away', 'CONN'), true],
    ['no TLS', replied('502 not implemented', 'STARTTLS'), true],
    ['TLS not available just now', replied('454 later', 'STARTTLS'), false],
    [
      'a certificate of its own',
      { message: 'self-signed', code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      true,
    ],
    [
      'another name in the certificate',
      { message: 'altnames', code: 'ETLS', originalCode: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      true,
    ],
    ['wrong password', { ...replied('535 no', 'AUTH PLAIN'), code: 'EAUTH' }, true],
    ['login not possible just now', { ...replied('454 later', 'AUTH PLAIN'), code: 'EAUTH' }, false],
    ['silence', { silentSeconds: 60 }, false],
  ] as const)('%s: a person is needed: %3$s', (_, error, needsPerson) => {
    expect(obstacleIn(error, { short, login: null }).needsPerson).toBe(needsPerson);
  });

  test('what was said to a login is not repeated', () => {
    const error = { ...replied('535 wrong password hunter2', 'AUTH PLAIN'), code: 'EAUTH' };
    expect(obstacleIn(error, { short, login: null }).text).toBe(
      'the user name or password was not accepted (535)',
    );
  });
});

test('an answer is one short line without secrets, or what steers a terminal', () => {
  expect(shortAnswer('550-no\r\n550 hunter2 \u001b[31mred', ['hunter2', ''])).toBe('550-no 550 *** red');
  expect(shortAnswer('x'.repeat(500), []).length).toBe(200);
});
