/** Files of deals for a test: what a row does not say is left empty. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COLUMNS = {
  deal: 'Deal No',
  first: 'First Name',
  last: 'Last Name',
  phone: 'Cell Phone',
  email: 'Email',
  street: 'Address',
  zip: 'Zip',
  on: 'Sale Date',
  make: 'Make',
  model: 'Model',
  vin: 'VIN',
  by: 'Salesperson',
  by2: 'Salesperson 2',
  trade: 'Trade VIN',
  coFirst: 'Co-Buyer First Name',
  coLast: 'Co-Buyer Last Name',
  coPhone: 'Co-Buyer Cell Phone',
  status: 'Deal Status',
} as const;
export type Deal = Partial<Record<keyof typeof COLUMNS, string>>;

export const CIVIC = '1HGCM82633A004352';
/** Dana's customer: a Civic, sold long ago. */
export const ANN: Deal = {
  deal: 'D1',
  first: 'Ann',
  last: 'Lee',
  phone: '6145550101',
  email: 'ann@example.com',
  street: '12 Elm St.',
  zip: '43215',
  on: '2022-03-05',
  make: 'Honda',
  model: 'Civic',
  vin: CIVIC,
  by: 'Dana Reyes',
};
/** Somebody of whom nobody here knows anything, at Maria's desk the day before. */
export const TOM: Deal = {
  deal: 'D9',
  first: 'Tom',
  last: 'Pike',
  phone: '6145550199',
  on: '2026-11-20',
  make: 'Honda',
  model: 'Accord',
  vin: '1HGCM82633A004399',
  by: 'Maria Delgado',
};

/** The day of the imports, a Saturday. */
export const ON = '2026-11-21';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class DealStore {
  readonly folder = mkdtempSync(join(tmpdir(), 'beback-sold-'));
  #files = 0;

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  run(...args: string[]): Ran {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bin/beback.js', '--db', join(this.folder, 'store.db'), '--on', ON, ...args],
      { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
    );
    return { status, stdout, stderr };
  }

  /** Writes the settings beside the store. @param toml what stands there beside the store's name */
  settings(toml: string): void {
    writeFileSync(join(this.folder, 'store.toml'), `[store]\nname = "Lakeside"\n${toml}`, { mode: 0o600 });
  }

  file(deals: readonly Deal[]): string {
    this.#files += 1;
    const path = join(this.folder, `deals-${this.#files}.csv`);
    const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
    const rows = deals.map((deal) => keys.map((key) => deal[key] ?? '').join(','));
    writeFileSync(path, `${[Object.values(COLUMNS).join(','), ...rows].join('\n')}\n`);
    return path;
  }

  /** Takes the deals in, and gives what is said of the file. */
  // biome-ignore lint/suspicious/noExplicitAny: what is printed is what is tested
  import(deals: readonly Deal[], ...flags: string[]): any {
    const { stdout, stderr, status } = this.run('import', this.file(deals), '--json', ...flags);
    if (status !== 0 && status !== 3) throw new Error(stderr);
    return JSON.parse(stdout).files[0];
  }

  // biome-ignore lint/suspicious/noExplicitAny: what is printed is what is tested
  today(...flags: string[]): any {
    return JSON.parse(this.run('today', '--json', ...flags).stdout);
  }
}
