/** A mail server in this process that counts what it took, and misbehaves when told to. */

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** What the server does with a message for some recipient. */
export type Fault =
  | 'refuse-recipient'
  | 'recipient-later'
  | 'refuse-message'
  | 'message-later'
  | 'hang-at-recipient'
  | 'hang-after-message'
  | 'drop-at-recipient'
  | 'drop-before-end'
  | 'drop-after-end';

export interface Received {
  readonly to: string;
  readonly raw: string;
}

const REPLIES = {
  'refuse-recipient': [550, '5.1.1 no such mailbox'],
  'recipient-later': [450, '4.2.0 greylisted'],
  'refuse-message': [554, '5.7.1 not wanted'],
  'message-later': [451, '4.3.0 try again'],
} as const;

const refusal = (fault: keyof typeof REPLIES): Error => {
  const [responseCode, message] = REPLIES[fault];
  return Object.assign(new Error(message), { responseCode });
};

export class MailServer {
  /** by the name before the @ */
  readonly faults = new Map<string, Fault>();
  /** whole messages, whether or not the client was told */
  readonly received: Received[] = [];
  /** ends the connection after each message it took, as some servers do after so many */
  closeAfterEach = false;
  readonly #server: SMTPServer;
  readonly #waiting = new Map<string, () => void>();

  constructor(options: SMTPServerOptions = {}) {
    this.#server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      closeTimeout: 100,
      ...options,
      onRcptTo: ({ address }, session, done) => this.#recipient(address, session, done),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        const to = session.envelope.rcptTo[0]?.address ?? '';
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (this.#fault(to) === 'drop-before-end') this.#drop(session);
        });
        stream.on('end', () => this.#message({ to, raw: Buffer.concat(chunks).toString() }, session, done));
      },
    });
    // a client that is killed, or refuses the certificate, is no error of the server's
    this.#server.on('error', () => {});
  }

  async listen(port = 0): Promise<number> {
    await new Promise<void>((done) => {
      this.#server.listen(port, '127.0.0.1', done);
    });
    const address = this.#server.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  close(): Promise<void> {
    for (const connection of this.#server.connections) connection._socket.destroy();
    return new Promise((done) => {
      this.#server.close(done);
    });
  }

  /** How many messages each recipient was sent, `{ ann: 1 }`. */
  get counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { to } of this.received) counts[nameIn(to)] = (counts[nameIn(to)] ?? 0) + 1;
    return counts;
  }

  /** Resolves when the server has the whole message of this person, or has been asked for the recipient. */
  reached(name: string): Promise<void> {
    return new Promise((done) => {
      this.#waiting.set(name, done);
    });
  }

  mails(): Promise<Email[]> {
    return Promise.all(this.received.map(({ raw }) => PostalMime.parse(raw)));
  }

  #fault = (address: string): Fault | undefined => this.faults.get(nameIn(address));

  #recipient(address: string, session: SMTPServerSession, done: (error?: Error) => void): void {
    const fault = this.#fault(address);
    if (fault === 'hang-at-recipient') this.#waiting.get(nameIn(address))?.();
    else if (fault === 'drop-at-recipient') this.#drop(session);
    else if (fault === 'refuse-recipient' || fault === 'recipient-later') done(refusal(fault));
    else done();
  }

  #message(message: Received, session: SMTPServerSession, done: (error?: Error) => void): void {
    const fault = this.#fault(message.to);
    if (fault === 'drop-before-end') return;
    if (fault === 'refuse-message' || fault === 'message-later') {
      done(refusal(fault));
      return;
    }
    this.received.push(message);
    this.#waiting.get(nameIn(message.to))?.();
    if (fault === 'hang-after-message') return;
    if (fault === 'drop-after-end') this.#drop(session);
    else done();
    if (this.closeAfterEach) this.#connection(session)?._socket.end();
  }

  #drop(session: SMTPServerSession): void {
    this.#connection(session)?._socket.destroy();
  }

  #connection({ id }: SMTPServerSession) {
    return [...this.#server.connections].find((connection) => connection.id === id);
  }
}

const nameIn = (address: string): string => address.replace(/@.*/, '');
