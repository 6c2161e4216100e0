/** A customer of somebody on the deal of another, as the mails tell it: once, to the owner and to the managers. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ANN, CIVIC, type Deal, DealStore, TOM } from '../sold-deals.ts';
import { MailServer } from './mail-server.ts';

vi.setConfig({ testTimeout: 90_000 });

let store: DealStore;
let server: MailServer;
let port: number;
const settings = (more = ''): void =>
  store.settings(`timezone = "America/Chicago"
[mail]
enabled = true
from = "lists@lakeside.example"
host = "127.0.0.1"
port = ${port}
sheet = true
managers = ["boss@lakeside.example"]
${more}`);

beforeEach(async () => {
  store = new DealStore();
  server = new MailServer();
  port = await server.listen();
  settings();
  store.import([ANN], '--on', '2026-06-01');
  store.run('salespeople', 'set', 'Dana', '--email', 'dana@lakeside.example');
});
afterEach(async () => {
  await server.close();
  store.remove();
});

/** Not waited for in this process: the mail server is in it. */
const send = (on: string, ...flags: string[]): Promise<number | null> =>
  new Promise((done) => {
    const program = ['bin/beback.js', '--db', join(store.folder, 'store.db'), '--on', on, 'send', ...flags];
    spawn(process.execPath, program, { stdio: 'ignore', env: { ...process.env, BEBACK_AS: '' } }).on(
      'close',
      done,
    );
  });
const TOLD = /Sold by another: ([\s\S]*?)\n\s*\n/;
/** What each mail since the last time says of others' deals; null = nothing. */
async function told(): Promise<Record<string, string | null>> {
  const mails = (await server.mails()).splice(seen);
  seen += mails.length;
  return Object.fromEntries(
    mails.map(({ to, text }) => [
      to?.[0]?.address?.replace(/@.*/, ''),
      TOLD.exec(text ?? '')?.[1]?.replace(/\s+/g, ' ') ?? null,
    ]),
  );
}
let seen = 0;
beforeEach(() => {
  seen = 0;
});

const deal: Deal = { ...TOM, last: 'Lee', phone: ANN.phone ?? '', trade: CIVIC };
const DANAS =
  'Tom Lee bought from Maria Delgado on Nov 20; Ann Lee (#1) is your customer: same phone, their Honda Civic was the trade-in No calls due.';
const BOSSES =
  "Tom Lee bought from Maria Delgado on Nov 20; Ann Lee (#1) is Dana Reyes's customer: same phone, their Honda Civic was the trade-in";

test('whoever has no calls gets a mail of it, the manager a digest; the next day neither is told again', async () => {
  store.import([deal]);
  await send('2026-11-21');
  expect(await told()).toEqual({ dana: DANAS, boss: BOSSES });
  const [mail] = await server.mails();
  expect([mail?.subject, mail?.attachments]).toEqual([
    'Your calls for Saturday, November 21, 2026: none, but a notice',
    [],
  ]);
  await send('2026-11-23');
  expect(await told()).toEqual({ boss: null });
});

test('found after the mails of the day had gone out, it is told in those of the next', async () => {
  store.import([{ ...ANN, deal: 'D5', vin: '1HGCM82633A004311', on: '2026-11-19' }]);
  await send('2026-11-21');
  expect(await told()).toEqual({ dana: null, boss: null });
  store.import([deal]);
  await send('2026-11-23');
  const next = await told();
  expect([next.dana, next.boss]).toEqual([expect.stringContaining('Ann Lee (#1) is your'), BOSSES]);
});

test('on her day off the manager alone is told, and she when she is back', async () => {
  settings('[calendar]\ndays_off = { "Dana Reyes" = ["2026-11-21"] }\n');
  store.import([deal]);
  await send('2026-11-21');
  expect(await told()).toEqual({ boss: BOSSES });
  await send('2026-11-23');
  expect(await told()).toEqual({ dana: DANAS, boss: null });
});
