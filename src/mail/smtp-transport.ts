/** Mails by SMTP: one connection for all of them, each step bounded in time, each answer told apart. */

import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer/lib/errors';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { Answer, Obstacle } from '../domain/mail.ts';
import type { Login } from './login.ts';
import { answerIn, obstacleIn, type Silence } from './smtp-answers.ts';
import { type Parcel, shortAnswer, type Transport, within } from './transport.ts';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** `tls` from the start, `starttls` required, `none` for a server on this machine */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly login: Login | null;
  /** PEM; certificates trusted in place of the usual ones */
  readonly ca: string | null;
  /** how long one answer is waited for */
  readonly timeoutSeconds: number;
}

/** Greeting, EHLO, STARTTLS and EHLO again are one step here. */
const STEPS_TO_CONNECT = 2;
/** A server may scan a message before it answers; giving up early leaves a doubt (RFC 5321, 4.5.3.2.6, asks for more). */
const PATIENCE_AFTER_DATA = 5;

/**
 * The library's connection is used without its pool, which sends a message again by itself when a connection breaks.
 * The message goes in as a stream: it is read when the server has said 354, so that up to then a lost connection
 * is known to have lost nothing.
 */
export class SmtpTransport implements Transport {
  readonly name: string;
  readonly #options: SmtpOptions;
  #connection: SMTPConnection | null = null;
  /** kept when the connection breaks */
  #broken: Promise<NodemailerError> = new Promise(() => {});
  #carried = 0;
  #isBegun = false;

  constructor(options: SmtpOptions) {
    this.#options = options;
    this.name = `${options.host}:${options.port}`;
  }

  get isHandingOver(): boolean {
    return this.#isBegun;
  }

  async open(): Promise<Obstacle | null> {
    if (this.#connection !== null && !this.#connection.destroyed) return null;
    this.close();
    const { default: Connection } = await import('nodemailer/lib/smtp-connection');
    const connection = new Connection(this.#connectionOptions());
    this.#connection = connection;
    this.#broken = new Promise((done) => {
      // listens to the end: an error nobody listens for would end the program
      connection.on('error', done);
      connection.once('end', () => done(new Error('the server closed the connection')));
    });
    this.#carried = 0;
    const error = (await this.#connected(connection)) ?? (await this.#loggedIn(connection));
    if (error === null) return null;
    this.close();
    return obstacleIn(error, { short: this.#short, login: this.#options.login });
  }

  async deliver({ from, to, message }: Parcel): Promise<Answer> {
    const connection = this.#connection;
    if (connection === null) return { kind: 'lost', text: 'there is no connection', wornOut: false };
    let begun: () => void = () => {};
    const handingOver = new Promise<'begun'>((done) => {
      begun = () => done('begun');
    });
    this.#isBegun = false;
    const body = new Readable({
      read: () => {
        this.#isBegun = true;
        begun();
        body.push(message);
        body.push(null);
      },
    });
    const answered = new Promise<NodemailerError | string>((done) => {
      connection.send({ from, to: [to], size: message.length }, body, (error, info) => {
        // a recipient that was refused beside others is no error; here there is but one
        done(error ?? info?.rejectedErrors?.[0] ?? info?.response ?? '');
      });
    });
    const { timeoutSeconds } = this.#options;
    let reply = await within(timeoutSeconds, Promise.race([answered, handingOver]));
    let waited = timeoutSeconds;
    if (reply === 'begun') {
      waited = timeoutSeconds * PATIENCE_AFTER_DATA;
      reply = await within(waited, answered);
    }
    const answer = answerIn(reply ?? { silentSeconds: waited }, {
      isBegun: this.#isBegun,
      isUsed: this.#carried > 0,
      short: this.#short,
    });
    if (answer.kind === 'accepted') this.#carried += 1;
    if (answer.kind === 'lost' || answer.kind === 'unsure') this.close();
    // a message that was refused must leave nothing behind for the next one
    if (answer.kind === 'refused' || answer.kind === 'later') await this.#startOver(connection);
    return answer;
  }

  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  #connectionOptions(): SMTPConnectionOptions {
    const { host, port, security, ca, timeoutSeconds } = this.#options;
    const wait = timeoutSeconds * 1000;
    return {
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      connectionTimeout: wait,
      greetingTimeout: wait,
      dnsTimeout: wait,
      // our own limits come first; this one only ends what they could not
      socketTimeout: wait * (PATIENCE_AFTER_DATA + 1),
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === null ? {} : { ca }) },
    };
  }

  #connected(connection: SMTPConnection): Promise<NodemailerError | Silence | null> {
    return this.#step(this.#options.timeoutSeconds * STEPS_TO_CONNECT, (done) => connection.connect(done));
  }

  async #loggedIn(connection: SMTPConnection): Promise<NodemailerError | Silence | null> {
    const { login, timeoutSeconds } = this.#options;
    if (login === null) return null;
    const credentials = await credentialsOf(login);
    return this.#step(timeoutSeconds, (done) => connection.login(credentials, done));
  }

  async #startOver(connection: SMTPConnection): Promise<void> {
    if (connection.destroyed) this.close();
    else if ((await this.#step(this.#options.timeoutSeconds, (done) => connection.reset(done))) !== null)
      this.close();
  }

  /** One exchange with the server; null when it went well. */
  async #step(
    seconds: number,
    start: (done: (error?: NodemailerError | null) => void) => void,
  ): Promise<NodemailerError | Silence | null> {
    const answered = new Promise<NodemailerError | 'done'>((settle) => {
      start((error) => settle(error ?? 'done'));
    });
    const result = await within(seconds, Promise.race([answered, this.#broken]));
    return result === 'done' ? null : (result ?? { silentSeconds: seconds });
  }

  #short = (text: string): string => {
    const { login } = this.#options;
    return shortAnswer(text, login === null ? [] : [login.secret]);
  };
}

/** Where the token is refused the library shows it once more. */
async function credentialsOf({ user, auth, secret }: Login): Promise<SMTPConnectionAuth> {
  if (auth === 'password') return { user, pass: secret };
  const { default: XOAuth2 } = await import('nodemailer/lib/xoauth2');
  return { user, oauth2: new XOAuth2({ user, accessToken: secret }) };
}
