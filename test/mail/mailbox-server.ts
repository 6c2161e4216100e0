/** An IMAP server in this process, and between it and the program a line that breaks where it is told to. */

import { connect, createServer, type Server, type Socket } from 'node:net';
import hoodiecrow, { type ImapServer, type StoredMailbox, type StoredMessage } from 'hoodiecrow-imap';

/** What happens when the program sends such a command. */
export interface LineFault {
  /** matches the command; `greeting` = as soon as it connects */
  readonly at: RegExp | 'greeting';
  readonly does:
    | 'hang'
    | 'drop'
    /** hands on so many bytes of the answer and breaks */
    | { readonly dropAfter: number }
    /** answers in the server's place: `NO [UNAVAILABLE] not now`; at the greeting `* BYE not now` */
    | { readonly answers: string };
}

export const USER = 'lists@lakeside.example';
export const PASSWORD = 'correct horse';
export const TOKEN = 'ya29.token-of-the-hour';

const PLUGINS = ['ID', 'SASL-IR', 'UIDPLUS', 'ENABLE'];

export interface MailboxServerOptions {
  /** default: plain */
  readonly security?: 'tls' | 'starttls';
  readonly credentials?: { readonly key: Buffer; readonly cert: Buffer };
  /** default: a password by LOGIN */
  readonly auth?: 'plain' | 'xoauth2';
}

export class MailboxServer {
  /** of the next connection; kept until it is taken away */
  fault: LineFault | null = null;
  /** commands as they came, without their tags */
  readonly commands: string[] = [];
  /** how many bytes went to the program */
  sent = 0;
  readonly #imap: ImapServer;
  readonly #line: Server;
  readonly #sockets = new Set<Socket>();

  constructor({ security, credentials, auth }: MailboxServerOptions = {}) {
    this.#imap = hoodiecrow({
      plugins: [
        ...PLUGINS,
        ...(security === 'starttls' ? ['STARTTLS'] : []),
        ...(auth === 'plain' ? ['AUTH-PLAIN'] : []),
        ...(auth === 'xoauth2' ? ['XOAUTH2', 'LOGINDISABLED'] : []),
      ],
      secureConnection: security === 'tls',
      ...(credentials === undefined ? {} : { credentials }),
      users: { [USER]: { password: PASSWORD, xoauth2: { accessToken: TOKEN, sessionTimeout: 3_600_000 } } },
      storage: { INBOX: { messages: [], uidvalidity: 7, uidnext: 1 } },
    });
    this.#line = createServer((client) => this.#connect(client));
  }

  async listen(): Promise<number> {
    await new Promise<void>((done) => this.#imap.listen(0, '127.0.0.1', done));
    await new Promise<void>((done) => {
      this.#line.listen(0, '127.0.0.1', done);
    });
    return portOf(this.#line);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#imap.close();
    await new Promise((done) => this.#line.close(done));
  }

  get inbox(): StoredMailbox {
    return this.#imap.getMailbox('INBOX');
  }

  /** @param at when it came in; left out: now */
  add(raw: string, at = new Date()): StoredMessage {
    // the server takes bytes, each as a character
    const text = Buffer.from(raw.replace(/\r?\n/g, '\r\n')).toString('latin1');
    return this.#imap.appendMessage('INBOX', [], this.#imap.formatInternalDate(at), text).message;
  }

  /** As after the mailbox was made anew: the same mails under other numbers. */
  renumber(): void {
    const { inbox } = this;
    inbox.uidvalidity += 1;
    inbox.messages.forEach((message, i) => {
      message.uid = i + 1;
    });
    inbox.uidnext = inbox.messages.length + 1;
  }

  get flags(): string[][] {
    return this.inbox.messages.map(({ flags }) => [...flags].sort());
  }

  #connect(client: Socket): void {
    const { fault } = this;
    const server = connect(portOf(this.#imap.server), '127.0.0.1');
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        server.destroy();
      });
    }
    let isHanging = false;
    let isBeforeGreeting = fault?.at === 'greeting';
    /** of an answer that breaks off: what may still go out */
    let left = Number.POSITIVE_INFINITY;
    const act = (does: LineFault['does'], tag: string): void => {
      if (does === 'hang') isHanging = true;
      else if (does === 'drop') client.destroy();
      else if ('dropAfter' in does) left = does.dropAfter;
      else client.write(`${tag}${does.answers}\r\n`);
    };
    server.on('data', (chunk) => {
      if (isBeforeGreeting) {
        isBeforeGreeting = false;
        if (fault !== null) act(fault.does, '');
        return;
      }
      if (isHanging) return;
      const part = chunk.subarray(0, left);
      left -= part.length;
      this.sent += part.length;
      client.write(part, () => {
        if (left === 0) client.destroy();
      });
    });
    client.on('data', (chunk) => {
      const command = chunk.toString('latin1');
      this.commands.push(
        ...command.split('\r\n').flatMap((line) => (line === '' ? [] : [line.replace(/^\S+ /, '')])),
      );
      if (isHanging) return;
      if (fault !== null && fault.at !== 'greeting' && fault.at.test(command)) {
        act(fault.does, `${command.split(' ', 1)[0]} `);
        if (typeof fault.does === 'string' || 'answers' in fault.does) return;
      }
      server.write(chunk);
    });
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
