/** A small store and `beback work` on a real terminal: what is typed, what is seen, what was logged. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { nameManagers } from '../managers.ts';

export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

const SALES = `Deal Number,Sale Date,First Name,Last Name,Cell Phone,Home Phone,Email,Year,Make,Model,VIN,Salesperson
1,2025-11-20,Ann,Lee,6145550101,,ann@example.com,2025,Honda,Civic,,Dana Reyes
2,2025-11-20,Bo,O’Rourke,6145550102,6145550103,,2025,Honda,Accord,,Dana Reyes
3,2025-11-20,Łukasz,Żółć,6145550104,,,2025,Honda,Fit,,Dana Reyes
4,2025-11-20,小龍,李,6145550105,,,2025,Honda,Pilot,,Dana Reyes
5,2025-11-20,Zoë,Zed,6145550106,,,2025,Honda,CR-V,,Dana Reyes
6,2024-11-20,Zoë,Zed,6145550106,,,2020,Ford,F-150,,Dana Reyes
`;
/** In the order of Dana's list on 21 November 2026. */
export const ANN = '#1';
export const BO = '#2';
export const ZOE = '#5';
export const LUKASZ = '#3';
export const LI = '#4';

/** The database with these sales and nothing else, as a file. */
export function makeStore(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'beback-work-'));
  const [db, sales] = [join(folder, 'store.db'), join(folder, 'sales.csv')];
  writeFileSync(sales, SALES);
  spawnSync(process.execPath, ['bin/beback.js', '--db', db, 'import', sales]);
  const store = readFileSync(db);
  rmSync(folder, { recursive: true });
  return store;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Looks, 40 ms apart, before it is given up: half a minute, for machines that are busy. */
const PATIENCE = 750;

export class WorkTerminal {
  readonly folder = mkdtempSync(join(tmpdir(), 'beback-work-'));
  readonly db = join(this.folder, 'store.db');
  /** every byte that was sent to a recorded terminal */
  readonly recording = join(this.folder, 'recording');
  #socket = '';

  /** @param store the file of `makeStore` */
  constructor(store: Uint8Array) {
    writeFileSync(this.db, store);
    nameManagers(this.folder, ['Sam']);
  }

  beback(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bin/beback.js', '--db', this.db, '--on', '2026-11-21', ...args],
      { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
    );
    return { status, stdout, stderr };
  }

  tmux(...args: string[]): string {
    return spawnSync('tmux', ['-u', '-L', this.#socket, ...args], { encoding: 'utf8' }).stdout;
  }

  /** @param env as for `env`: `TERM=dumb` */
  work(env = '', { record = false, as = '--as Dana' } = {}): void {
    if (this.#socket !== '') this.tmux('kill-server');
    // a server that was killed is a moment in going, and takes no new session
    this.#socket = basename(mkdtempSync(join(this.folder, 'beback-work-')));
    const command = `env -u CI -u BEBACK_AS ${env} '${process.execPath}' '${resolve('bin/beback.js')}' --db '${this.db}' --on 2026-11-21 work ${as}`;
    const after = `stty -a | grep -o ' *-*icanon\\| -*echo '; exec cat`;
    this.tmux(
      ...['-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '24'],
      // the shell outlives its terminal, to tell how the program ended
      `trap '' HUP; ${record ? 'read _; ' : ''}${command}; echo "[exit $?]" | tee '${this.#ending}'; ${after}`,
    );
    if (!record) return;
    this.tmux('pipe-pane', `cat > '${this.recording}'`);
    this.tmux('send-keys', 'Enter');
  }

  /** Closes the terminal under the program; gives how that ended. */
  async closed(): Promise<string> {
    this.tmux('kill-pane');
    const told = await this.#ended();
    if (told === null) throw new Error('it goes on without its terminal');
    return told;
  }

  /** Where the shell tells how the program that was started last ended. */
  get #ending(): string {
    return join(this.folder, this.#socket, 'ending');
  }

  async #ended(): Promise<string | null> {
    for (let tries = 0; tries < PATIENCE; tries++) {
      const told = existsSync(this.#ending) ? readFileSync(this.#ending, 'utf8') : '';
      if (told.endsWith('\n')) return told;
      await pause(40);
    }
    return null;
  }

  screen(): string {
    return this.tmux('capture-pane', '-p');
  }

  /** Waits until the screen shows every text; gives the screen. */
  async seen(...texts: (string | RegExp)[]): Promise<string> {
    const shows = (screen: string, text: string | RegExp): boolean =>
      typeof text === 'string' ? screen.includes(text) : text.test(screen);
    for (let tries = 0; tries < PATIENCE; tries++) {
      const screen = this.screen();
      if (texts.every((text) => shows(screen, text))) return screen;
      await pause(40);
    }
    throw new Error(`never seen: ${texts.join(' + ')}\n${this.screen()}`);
  }

  /** A key that comes again within a moment counts as held down, so there is a moment between any two. */
  async key(...keys: string[]): Promise<void> {
    await pause(130);
    this.tmux('send-keys', ...keys);
  }

  type(text: string): void {
    this.tmux('send-keys', '-l', text);
  }

  /** `[customer, outcome, note, next day]` in the order in which they were logged. */
  contacts(): unknown[] {
    return this.rows('SELECT customer_id, outcome, note, next_on FROM contact ORDER BY id');
  }

  rows(sql: string): unknown[] {
    const db = openDatabase(this.db, { readonly: true });
    try {
      return db.prepare(sql).raw().all();
    } finally {
      db.close();
    }
  }

  async close(): Promise<void> {
    if (this.#socket !== '') {
      this.tmux('kill-server');
      // until then its database is still being closed, and files come and go
      await this.#ended();
    }
    rmSync(this.folder, { recursive: true, maxRetries: 20, retryDelay: 20 });
  }
}

/** A terminal of its own for each test of the file. @param use gets it before the test */
export function eachOnTerminal(use: (at: WorkTerminal) => void): void {
  let store: Uint8Array;
  let at: WorkTerminal;
  beforeAll(() => {
    store = makeStore();
  });
  beforeEach(() => {
    at = new WorkTerminal(store);
    use(at);
  });
  afterEach(() => at.close());
}
