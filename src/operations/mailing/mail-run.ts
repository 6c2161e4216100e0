/** One mail after the other: claimed in the ledger, handed over, the answer written down. */

import type { Answer, MailState, Obstacle } from '../../domain/mail.ts';
import type { Transport } from '../../mail/transport.ts';
import type { Store } from '../../store/engine/store.ts';
import { claimMail, settleMail } from '../../store/mail-ledger.ts';

/** A row of the ledger with the message it stands for, which is written only when its turn has come. */
export interface Outgoing {
  readonly id: number;
  readonly address: string;
  readonly compose: () => Promise<Buffer>;
}

export interface MailRunOptions {
  readonly db: Store;
  readonly transport: Transport;
  readonly from: string;
  readonly now: () => Date;
  /** told of each mail, once, when it is settled */
  readonly onAnswer: (id: number, answer: Answer) => void;
}

/** The run as a whole is bounded: what is left then waits for the next one. */
const RUN_AT_MOST_MS = 15 * 60_000;
/** One broken connection may be bad luck, two in a row are the network or the server. */
const BROKEN_IN_A_ROW = 2;

export class MailRun {
  readonly #options: MailRunOptions;
  readonly #endsAt: number;
  #brokenInARow = 0;
  #obstacle: Obstacle | null = null;
  /** the row being sent */
  #claimed: number | null = null;

  constructor(options: MailRunOptions) {
    this.#options = options;
    this.#endsAt = options.now().getTime() + RUN_AT_MOST_MS;
  }

  /** Why the run stopped before its end; null while it goes on. */
  get obstacle(): Obstacle | null {
    return this.#obstacle;
  }

  /** Sends what can be sent. What is not reached stays planned, also when the run is interrupted. */
  async send(mails: Iterable<Outgoing>): Promise<void> {
    const letGo = (): void => this.#letGo();
    process.once('exit', letGo);
    try {
      await this.#sendEach(mails);
    } finally {
      process.off('exit', letGo);
    }
  }

  async #sendEach(mails: Iterable<Outgoing>): Promise<void> {
    for (const mail of mails) {
      // a connection that has carried many may be closed by the server for that: not the fault of the next mail
      for (let isFirst = true; this.#obstacle === null; isFirst = false) {
        const answer = await this.#sendOne(mail);
        if (answer?.kind === 'lost' && answer.wornOut && isFirst) continue;
        if (answer !== null) {
          this.#options.onAnswer(mail.id, answer);
          this.#heed(answer);
        }
        break;
      }
      if (this.#obstacle !== null) return;
    }
  }

  async #sendOne({ id, address, compose }: Outgoing): Promise<Answer | null> {
    const { db, transport, from, now } = this.#options;
    if (now().getTime() > this.#endsAt) {
      this.#obstacle = { text: 'it takes too long', needsPerson: false };
      return null;
    }
    this.#obstacle = await transport.open();
    if (this.#obstacle !== null) return null;
    const message = await compose();
    if (!claimMail(db, id, address, now().toISOString())) return null;
    this.#claimed = id;
    const answer = await transport.deliver({ from, to: address, message });
    whenFree(() => settleMail(db, id, STATES[answer.kind], answer.text, now().toISOString()));
    this.#claimed = null;
    return answer;
  }

  /** Ctrl-C or a signal of the system's in the middle of a mail: what is known is written down, a doubt as a doubt. */
  #letGo(): void {
    if (this.#claimed === null) return;
    const { db, transport, now } = this.#options;
    const state = transport.isHandingOver ? 'unsure' : 'planned';
    try {
      settleMail(db, this.#claimed, state, 'interrupted', now().toISOString());
    } catch {
      // it stays `sending`, which the next run takes for a doubt
    }
  }

  #heed(answer: Answer): void {
    const isBroken = answer.kind === 'lost' || answer.kind === 'unsure';
    this.#brokenInARow = isBroken ? this.#brokenInARow + 1 : 0;
    if (answer.kind === 'barred') this.#obstacle = { text: answer.text, needsPerson: true };
    else if (this.#brokenInARow >= BROKEN_IN_A_ROW) {
      this.#obstacle = { text: answer.text, needsPerson: false };
    }
  }
}

/** What is not known to have gone wrong for good is left to the next run. */
const STATES: Readonly<Record<Answer['kind'], Exclude<MailState, 'sending'>>> = {
  accepted: 'sent',
  refused: 'failed',
  later: 'planned',
  lost: 'planned',
  barred: 'planned',
  unsure: 'unsure',
};

/** An import may hold the database for long; the answer of the server must not be forgotten because of it. */
const PATIENCE = 12;

/** Each try waits as long as the database's own busy timeout. */
function whenFree(write: () => void): void {
  for (let tries = 1; ; tries++) {
    try {
      write();
      return;
    } catch (error) {
      const isBusy =
        error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
      if (!isBusy || tries === PATIENCE) throw error;
    }
  }
}
