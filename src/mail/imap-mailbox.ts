/** A mailbox over IMAP: what came in is looked at and marked as read, never deleted and never moved; each step is bounded in time. */

import type { FetchQueryObject, ImapFlow, ImapFlowOptions, SearchObject } from 'imapflow';
import type { Day } from '../domain/day.ts';
import type { Obstacle } from '../domain/mail.ts';
import { type ImapError, mailboxObstacle } from './imap-answers.ts';
import type { Login } from './login.ts';
import { HEAD_FIELDS } from './mail-head.ts';
import { shortAnswer, within } from './transport.ts';

export interface ImapOptions {
  readonly host: string;
  readonly port: number;
  /** `tls` from the start, `starttls` required, `none` for a server on this machine */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly login: Login;
  /** PEM; certificates trusted in place of the usual ones */
  readonly ca: string | null;
  readonly mailbox: string;
  /** how long one answer is waited for */
  readonly timeoutSeconds: number;
}

export interface OpenMailbox {
  /** what the numbers of its mails hold for: under another one they name other mails */
  readonly uidValidity: number;
  /** no mail that was there when it was opened has a greater number; null when the server does not say */
  readonly lastUid: number | null;
}

/** A mail in the mailbox, of which nothing but its head was fetched. */
export interface MailThere {
  readonly uid: number;
  /** of the whole mail, in bytes, as the server says */
  readonly size: number;
  readonly head: Buffer;
}

/** The mailbox cannot be read, or not any more. */
export class MailboxLost extends Error {
  readonly obstacle: Obstacle;
  constructor(obstacle: Obstacle) {
    super(obstacle.text);
    this.name = 'MailboxLost';
    this.obstacle = obstacle;
  }
}

/** The server does not hand over this one mail; others it may. */
export class MailWithheld extends Error {
  constructor(said: string) {
    super(`the mail server does not hand it over: ${said}`);
    this.name = 'MailWithheld';
  }
}

/** Mail programs write a few thousand bytes. */
const LONGEST_HEAD_BYTES = 256 << 10;
/** All of a mail may be its head: so much of heads is held at once, and of a mail that is longer only the beginning. */
const LARGE_BYTES = 8 << 20;
/** Greeting, TLS, capabilities, login and the choice of a mailbox are one step here. */
const STEPS_TO_OPEN = 5;
/** A server goes through a whole mailbox, or hands over a whole mail; bytes that come keep the connection alive meanwhile. */
const PATIENCE_WITH_ANSWER = 5;
const GOODBYE_SECONDS = 2;
/** Numbers of a million mails in one line, and a mail beside what frames it. */
const LONGEST_LINE_BYTES = 16 << 20;

const [SEEN, READ_BY_US] = ['\\Seen', '$beback'];

export class ImapMailbox {
  readonly name: string;
  readonly #options: ImapOptions;
  #client: ImapFlow | null = null;
  /** what ended the connection, which a command that waits is not always told */
  #broken: ImapError | null = null;

  constructor(options: ImapOptions) {
    this.#options = options;
    this.name = `${options.host}:${options.port}`;
  }

  /** @throws MailboxLost */
  async open(): Promise<OpenMailbox> {
    // a large library, which nobody else should wait for
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow(this.#clientOptions());
    this.#client = client;
    // listened to up to the end: an error nobody listens for would end the program
    client.on('error', (error: ImapError) => {
      this.#broken ??= error;
    });
    return this.#step(STEPS_TO_OPEN, async () => {
      await client.connect();
      // held until the end: it tells the library that a silence between two steps is ours
      await client.getMailboxLock(this.#options.mailbox);
      if (client.mailbox === false) throw new Error('the mailbox was closed again');
      const { uidValidity, uidNext } = client.mailbox;
      return { uidValidity: Number(uidValidity ?? 0), lastUid: uidNext ? uidNext - 1 : null };
    });
  }

  /** Numbers of the mails that came in since a day, smallest first. @throws MailboxLost */
  async since(day: Day): Promise<number[]> {
    return this.#search({ since: new Date(`${day}T00:00:00Z`) });
  }

  /** Numbers of the mails behind that one, smallest first. @throws MailboxLost */
  async after(uid: number): Promise<number[]> {
    // `n:*` names the last mail, however small its number is
    return (await this.#search({ uid: `${uid + 1}:*` })).filter((one) => one > uid);
  }

  /** In the order of their numbers, fetched as they are asked for; what is no longer there is left out. @throws MailboxLost */
  async *heads(uids: readonly number[]): AsyncGenerator<MailThere> {
    const sizes = await this.#fetched(uids, { size: true });
    for (const group of groupsOf(sizes)) {
      const [first] = group;
      const isLarge = group.length === 1 && first !== undefined && first.size > LARGE_BYTES;
      const heads = await this.#fetched(
        group.map(({ uid }) => uid),
        // of a head that fills a mail the beginning must do
        isLarge
          ? { bodyParts: [{ key: 'HEADER', maxLength: LONGEST_HEAD_BYTES }] }
          : { headers: [...HEAD_FIELDS] },
      );
      const sizeOf = new Map(group.map(({ uid, size }) => [uid, size]));
      for (const { uid, head } of heads) yield { uid, size: sizeOf.get(uid) ?? 0, head };
    }
  }

  /** The mail, or its first bytes; null when it is no longer there. @throws MailWithheld, MailboxLost */
  async mail(uid: number, mostBytes: number): Promise<Buffer | null> {
    const got = await this.#step(PATIENCE_WITH_ANSWER, (client) =>
      client
        .fetchOne(String(uid), { source: { maxLength: mostBytes } }, { uid: true })
        .catch((error: ImapError) => {
          if (error.responseStatus === 'NO' && client.usable)
            return new MailWithheld(this.#short(error.responseText ?? ''));
          throw error;
        }),
    );
    if (got instanceof MailWithheld) throw got;
    return got === false ? null : (got.source ?? null);
  }

  /** @returns false where the mailbox does not let us. @throws MailboxLost */
  async markAsRead(uid: number): Promise<boolean> {
    return this.#step(1, async (client) => {
      const isMarked = await client.messageFlagsAdd(String(uid), [SEEN, READ_BY_US], { uid: true });
      if (!isMarked && !client.usable) throw this.#broken ?? new Error('the server closed the connection');
      return isMarked;
    });
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (client === null) return;
    if (client.usable)
      await within(
        GOODBYE_SECONDS,
        client.logout().catch(() => {}),
      );
    client.close();
  }

  async #fetched(uids: readonly number[], query: FetchQueryObject): Promise<MailThere[]> {
    const mails = await this.#step(PATIENCE_WITH_ANSWER, (client) =>
      client.fetchAll(uids.join(','), query, { uid: true }),
    );
    return mails
      .map(({ uid, size = 0, headers = Buffer.alloc(0) }) => ({ uid, size, head: headers }))
      .sort((a, b) => a.uid - b.uid);
  }

  async #search(query: SearchObject): Promise<number[]> {
    const found = await this.#step(PATIENCE_WITH_ANSWER, (client) => client.search(query, { uid: true }));
    if (Array.isArray(found)) return [...found].sort((a, b) => a - b);
    throw new MailboxLost({ text: 'the server does not search the mailbox', needsPerson: true });
  }

  /** One exchange with the server. @param patience times the seconds one answer is waited for */
  async #step<T>(patience: number, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = this.#client;
    if (client === null) throw new MailboxLost({ text: 'there is no connection', needsPerson: false });
    const silentSeconds = this.#options.timeoutSeconds * patience;
    const result = await within(
      silentSeconds,
      work(client).then(
        (value) => ({ value }),
        (error: ImapError) => ({ error: this.#broken ?? error }),
      ),
    );
    if (result !== null && 'value' in result) return result.value;
    // nothing more is asked of a server that went wrong
    this.#client = null;
    client.close();
    const { timeoutSeconds, login, mailbox } = this.#options;
    const short = this.#short;
    throw new MailboxLost(
      mailboxObstacle(result?.error ?? { silentSeconds }, { timeoutSeconds, login, mailbox, short }),
    );
  }

  #clientOptions(): ImapFlowOptions {
    const { host, port, security, ca, login, timeoutSeconds } = this.#options;
    const wait = timeoutSeconds * 1000;
    const secret = login.auth === 'xoauth2' ? { accessToken: login.secret } : { pass: login.secret };
    return {
      host,
      port,
      secure: security === 'tls',
      // never left to what the server offers: who sits in between could take the offer away
      ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
      auth: { user: login.user, ...secret },
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === null ? {} : { ca }) },
      connectionTimeout: wait,
      greetingTimeout: wait,
      socketTimeout: wait,
      maxLineLength: LONGEST_LINE_BYTES,
      maxLiteralSize: LONGEST_LINE_BYTES,
      maxResponseSize: 2 * LONGEST_LINE_BYTES,
      clientInfo: { name: 'beback' },
      disableAutoIdle: true,
      disableCompression: true,
      logger: false,
    };
  }

  #short = (text: string): string => shortAnswer(text, [this.#options.login.secret]);
}

/** So that no group is large, were its mails nothing but heads; a large mail is alone. */
function groupsOf(mails: readonly MailThere[]): MailThere[][] {
  const groups: MailThere[][] = [];
  let bytes = 0;
  for (const mail of mails) {
    const group = groups.at(-1);
    bytes += mail.size;
    if (group !== undefined && bytes <= LARGE_BYTES) group.push(mail);
    else {
      groups.push([mail]);
      bytes = mail.size;
    }
  }
  return groups;
}
