/** A mail server of another make, over loopback: what arrives is what was sent. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Stores } from './store-with-lists.ts';

const PYTHON = '/usr/bin/python3';
const hasServer = spawnSync(PYTHON, ['-c', 'import aiosmtpd']).status === 0;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });

describe.skipIf(!hasServer)('Debian’s aiosmtpd', () => {
  const stores = new Stores();
  let folder: string;
  let server: ChildProcess;
  let port: number;

  beforeAll(async () => {
    await stores.make();
    folder = mkdtempSync(join(tmpdir(), 'beback-aiosmtpd-'));
    port = await freePort();
    const box = join(folder, 'box');
    const flags = ['-n', '-l', `127.0.0.1:${port}`, '-c', 'aiosmtpd.handlers.Mailbox', box];
    server = spawn(PYTHON, ['-m', 'aiosmtpd', ...flags], { stdio: 'ignore' });
    for (let tries = 0; tries < 200 && !(await answers(port)); tries++) await pause(50);
  });
  afterAll(() => {
    server.kill();
    stores.remove();
    rmSync(folder, { recursive: true });
  });

  test('has one whole message for each, however often it is asked', async () => {
    const store = stores.copy(
      `[mail]\nenabled = true\nfrom = "lists@lakeside.example"\nhost = "127.0.0.1"\nport = ${port}\nsheet = true\n`,
    );
    const runs = [await store.run('send', '--quiet'), await store.run('send', '--quiet')];
    expect(runs).toEqual(runs.map(() => ({ status: 0, stdout: '', stderr: '' })));
    const box = join(folder, 'box', 'new');
    const mails = await Promise.all(
      readdirSync(box).map((name) => PostalMime.parse(readFileSync(join(box, name)))),
    );
    const got = mails.map(({ to, text, attachments }) => [
      to?.[0]?.address,
      /Walter Quimby|Xenia Zorilla|Yusuf Ortega/.exec(text ?? '')?.[0],
      attachments.length,
    ]);
    expect(got.sort()).toEqual([
      ['ann@lakeside.example', 'Walter Quimby', 2],
      ['ben@lakeside.example', 'Xenia Zorilla', 2],
      ['cem@lakeside.example', 'Yusuf Ortega', 2],
    ]);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
  });
});
