/** Mails by the machine's own `sendmail`, which queues them. */

import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import type { Answer, Obstacle } from '../domain/mail.ts';
import { type Parcel, shortAnswer, type Transport } from './transport.ts';

export interface SendmailOptions {
  /** absolute */
  readonly path: string;
  readonly timeoutSeconds: number;
}

/** sysexits.h: EX_DATAERR, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE are about this message … */
const ABOUT_THE_MESSAGE = new Set([65, 67, 68, 69]);
/** … EX_USAGE, EX_NOPERM, EX_CONFIG about how the program is set up; with anything else another try makes sense. */
const ABOUT_THE_SETUP = new Set([64, 77, 78]);

export class SendmailTransport implements Transport {
  readonly name: string;
  /** a program that is started may send what it has read */
  readonly isHandingOver = true;
  readonly #options: SendmailOptions;

  constructor(options: SendmailOptions) {
    this.#options = options;
    this.name = options.path;
  }

  async open(): Promise<Obstacle | null> {
    try {
      accessSync(this.#options.path, constants.X_OK);
      return null;
    } catch {
      return { text: 'there is no such program, or you may not run it', needsPerson: true };
    }
  }

  /** `-i`: a line with a single dot does not end the message; `--`: an address is never taken for a flag. */
  deliver({ from, to, message }: Parcel): Promise<Answer> {
    return new Promise((done) => {
      const child = spawn(this.#options.path, ['-i', '-f', from, '--', to], {
        stdio: ['pipe', 'ignore', 'pipe'],
        timeout: this.#options.timeoutSeconds * 1000,
        killSignal: 'SIGKILL',
      });
      let complaint = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        if (complaint.length < 1000) complaint += text;
      });
      // a program that ends without reading everything closes its end; its exit code says the rest
      child.stdin.on('error', () => {});
      child.on('error', (error) =>
        done({ kind: 'lost', text: shortAnswer(error.message, []), wornOut: false }),
      );
      // what it left running in the background may hold on to stderr for as long as it likes
      child.on('exit', (code, signal) =>
        setImmediate(() => {
          child.stderr.destroy();
          done(answerOf(code, signal, complaint));
        }),
      );
      child.stdin.end(unixLines(message));
    });
  }

  close(): void {}
}

/** A sendmail reads text as this machine writes it. */
const unixLines = (message: Buffer): Buffer =>
  Buffer.from(message.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

function answerOf(code: number | null, signal: NodeJS.Signals | null, complaint: string): Answer {
  const text = shortAnswer(
    complaint === '' ? `exit ${code ?? signal}` : `exit ${code ?? signal}: ${complaint}`,
    [],
  );
  if (code === 0) return { kind: 'accepted', text: 'queued' };
  if (code === null) return { kind: 'unsure', text };
  if (ABOUT_THE_SETUP.has(code)) return { kind: 'barred', text };
  return { kind: ABOUT_THE_MESSAGE.has(code) ? 'refused' : 'later', text };
}
