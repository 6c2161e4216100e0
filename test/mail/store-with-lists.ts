/** A store in which Ann, Ben and Cem have one customer each to call on 21 November 2026, and the program run on it. */

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/engine/open-database.ts';

export const ON = '2026-11-21';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly ended: Promise<Ran>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** Started and not waited for: the mail server is in this process. */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ['bin/beback.js', ...args], {
    env: { ...process.env, BEBACK_AS: '', BEBACK_MAIL_PASSWORD: '', TZ: 'America/Chicago', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ran>((done) => {
    child.on('close', (status) => done({ status, stdout, stderr }));
  });
  return { ended, kill: (signal) => child.kill(signal) };
}

const SALES = `Deal No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson
1,Walter Quimby,6145550101,2026-11-14,1HGCM82633A004352,Ann Archer
2,Xenia Zorilla,6145550102,2026-11-14,1HGCM82633A004353,Ben Baker
3,Yusuf Ortega,6145550103,2026-11-14,1HGCM82633A004354,Cem Candan
`;
/** What no line on a terminal or in a log may hold. */
export const CUSTOMERS = /quimby|zorilla|ortega|6145550|555-01/i;

export const PEOPLE = ['ann', 'ben', 'cem'] as const;
export const addressOf = (person: string): string => `${person}@lakeside.example`;

/** Made once; each test has a copy of its own. */
export class Stores {
  readonly #folder = mkdtempSync(join(tmpdir(), 'beback-mail-'));
  #copies = 0;

  async make(): Promise<void> {
    const file = join(this.#folder, 'sales.csv');
    writeFileSync(file, SALES);
    mkdirSync(join(this.#folder, 'first'));
    const db = join(this.#folder, 'first', 'store.db');
    const commands = [
      ['import', file],
      ...PEOPLE.map((person) => ['salespeople', 'set', person, '--email', addressOf(person)]),
    ];
    for (const command of commands) {
      const { status, stderr } = await start(['--db', db, ...command]).ended;
      if (status !== 0) throw new Error(stderr);
    }
  }

  /** @param settings TOML */
  copy(settings: string): MailStore {
    this.#copies += 1;
    const folder = join(this.#folder, `copy-${this.#copies}`);
    cpSync(join(this.#folder, 'first'), folder, { recursive: true });
    writeFileSync(join(folder, 'store.toml'), settings, { mode: 0o600 });
    return new MailStore(folder);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

interface SentRow {
  readonly id: number;
  readonly kind: string;
  readonly address: string;
  readonly state: string;
  readonly tries: number;
  readonly message_id: string;
  readonly answer: string | null;
}

export class MailStore {
  readonly folder: string;
  readonly db: string;
  constructor(folder: string) {
    this.folder = folder;
    this.db = join(folder, 'store.db');
  }

  settings(toml: string): void {
    writeFileSync(join(this.folder, 'store.toml'), toml, { mode: 0o600 });
  }

  start(...args: string[]): Running {
    return start(['--db', this.db, '--on', ON, ...args]);
  }

  run(...args: string[]): Promise<Ran> {
    return this.start(...args).ended;
  }

  /** As `beback sent` shows them. */
  async rows(): Promise<SentRow[]> {
    const { stdout } = await this.run('sent', '--json');
    return JSON.parse(stdout).mails;
  }

  /** As `beback sent` shows them: `{ ann: 'sent', … }`. */
  async states(): Promise<Record<string, string>> {
    return statesOf(await this.rows());
  }

  /** As they are written down. */
  ledger(): SentRow[] {
    const db = openDatabase(this.db, { readonly: true });
    const rows = db
      .prepare<[], SentRow>('SELECT id, kind, address, state, tries, message_id, answer FROM mail')
      .all();
    db.close();
    return rows;
  }
}

export const statesOf = (rows: readonly Pick<SentRow, 'address' | 'state'>[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ address, state }) => [address.replace(/@.*/, ''), state]));
