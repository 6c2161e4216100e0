/** Sending to a server that refuses, hangs or goes away: nobody is missed, nobody gets a list twice. */

import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, type TestContext, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { type Fault, MailServer } from './mail-server.ts';
import { CUSTOMERS, type MailStore, ON, Stores, statesOf } from './store-with-lists.ts';

const stores = new Stores();
beforeAll(() => stores.make());
afterAll(() => stores.remove());

/** @param seconds how long an answer is waited for; the processors are busy, so no shorter than needed */
const settings = (port: number, seconds: number): string => `[mail]
enabled = true
from = "lists@lakeside.example"
host = "127.0.0.1"
port = ${port}
timeout_seconds = ${seconds}
`;

interface Scene {
  readonly server: MailServer;
  readonly port: number;
  readonly store: MailStore;
}

/** Tests run together, so each cleans up by its own context. Each has a server and a store of its own: most of the time is waiting, so they wait together. */
async function scene(onTestFinished: TestContext['onTestFinished'], seconds = 20): Promise<Scene> {
  const server = new MailServer();
  const port = await server.listen();
  onTestFinished(() => server.close());
  return { server, port, store: stores.copy(settings(port, seconds)) };
}

// many programs run at once, on few processors
vi.setConfig({ testTimeout: 60_000 });

const EVERYBODY = { ann: 1, ben: 1, cem: 1 };

describe('what the server does with the mail of one is no matter for the others', () => {
  const table: [Fault, { exit: number; ben: string; next: number }][] = [
    ['refuse-recipient', { exit: 3, ben: 'failed', next: 0 }],
    ['refuse-message', { exit: 3, ben: 'failed', next: 0 }],
    ['recipient-later', { exit: 75, ben: 'planned', next: 0 }],
    ['message-later', { exit: 75, ben: 'planned', next: 0 }],
    ['hang-at-recipient', { exit: 75, ben: 'planned', next: 0 }],
    ['drop-at-recipient', { exit: 75, ben: 'planned', next: 0 }],
    ['drop-before-end', { exit: 3, ben: 'unsure', next: 3 }],
    ['drop-after-end', { exit: 3, ben: 'unsure', next: 3 }],
    ['hang-after-message', { exit: 3, ben: 'unsure', next: 3 }],
  ];

  test.concurrent.for(table)('%s', async ([fault, { exit, ben, next }], { expect, onTestFinished }) => {
    const { server, store } = await scene(
      onTestFinished,
      fault === 'hang-after-message' ? 1 : fault === 'hang-at-recipient' ? 3 : undefined,
    );
    server.faults.set('ben', fault);
    const first = await store.run('send', '--quiet');
    expect([first.status, statesOf(store.ledger())]).toEqual([exit, { ann: 'sent', ben, cem: 'sent' }]);
    expect(first.stdout).toBe('');
    expect(first.stderr).toContain('Ben Baker <ben@lakeside.example>');
    expect(first.stderr).not.toMatch(CUSTOMERS);

    server.faults.clear();
    const before = server.counts;
    const second = await store.run('send', '--quiet');
    const sentNow = ben === 'planned' ? EVERYBODY : before;
    expect([second.status, server.counts]).toEqual([next, sentNow]);
    expect(second.stderr === '').toBe(next === 0);

    // a refusal is told once a day; asked for, it is tried again; a doubt waits for a person
    const [row] = store.ledger().filter(({ address }) => address.startsWith('ben@'));
    if (ben === 'unsure') {
      expect((await store.run('sent', 'settle', String(row?.id), '--as', 'failed')).status).toBe(0);
      expect((await store.run('send', '--quiet')).status).toBe(0);
    }
    if (ben === 'failed') expect((await store.run('send', '--resend', '--for', 'ben')).status).toBe(0);
    const ids = (await server.mails()).filter(({ to }) => to?.[0]?.address?.startsWith('ben@'));
    expect(new Set(ids.map(({ messageId }) => messageId))).toEqual(new Set([`<${row?.message_id}>`]));
    expect(statesOf(store.ledger())).toEqual({ ann: 'sent', ben: 'sent', cem: 'sent' });
  });
});

test.concurrent('with the server away everybody waits for the next run, which is told apart from a mistake', async ({
  expect,
  onTestFinished,
}) => {
  const { server, port, store } = await scene(onTestFinished);
  await server.close();
  const away = await store.run('send', '--quiet');
  expect([away.status, statesOf(store.ledger())]).toEqual([
    75,
    { ann: 'planned', ben: 'planned', cem: 'planned' },
  ]);
  expect(away.stderr).toContain(`the mail server 127.0.0.1:${port} cannot be used`);
  expect(store.ledger().map(({ tries }) => tries)).toEqual([0, 0, 0]);
  const back = new MailServer();
  onTestFinished(() => back.close());
  await back.listen(port);
  expect([(await store.run('send', '--quiet')).status, back.counts]).toEqual([0, EVERYBODY]);
});

test.concurrent('a server that takes the call and says nothing is waited for no longer than the settings say', async ({
  expect,
  onTestFinished,
}) => {
  const { store } = await scene(onTestFinished);
  const silent = createServer();
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    silent.close();
  });
  const address = silent.address();
  store.settings(settings(typeof address === 'object' && address !== null ? address.port : 0, 1));
  expect((await store.run('send', '--quiet')).status).toBe(75);
  expect(statesOf(store.ledger())).toEqual({ ann: 'planned', ben: 'planned', cem: 'planned' });
});

test.concurrent('after two broken connections in a row the others are spared the doubt', async ({
  expect,
  onTestFinished,
}) => {
  const { server, store } = await scene(onTestFinished);
  for (const name of ['ann', 'ben', 'cem']) server.faults.set(name, 'drop-after-end');
  expect((await store.run('send', '--quiet')).status).toBe(3);
  expect(statesOf(store.ledger())).toEqual({ ann: 'unsure', ben: 'unsure', cem: 'planned' });
});

test.concurrent('two addresses that always break the connection keep nobody waiting for more than one run', async ({
  expect,
  onTestFinished,
}) => {
  const { server, store } = await scene(onTestFinished);
  for (const name of ['ann', 'ben']) server.faults.set(name, 'drop-at-recipient');
  expect((await store.run('send', '--quiet')).status).toBe(75);
  expect(server.counts).toEqual({});
  expect((await store.run('send', '--quiet')).status).toBe(75);
  expect([statesOf(store.ledger()), server.counts]).toEqual([
    { ann: 'planned', ben: 'planned', cem: 'sent' },
    { cem: 1 },
  ]);
});

test.concurrent('a server that takes one message a connection is no trouble', async ({
  expect,
  onTestFinished,
}) => {
  const { server, store } = await scene(onTestFinished);
  server.closeAfterEach = true;
  expect(await store.run('send', '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(server.counts).toEqual(EVERYBODY);
});

test.concurrent('a second run, a second cron, a clock set back: a day that is done is done', async ({
  expect,
  onTestFinished,
}) => {
  const { server, store } = await scene(onTestFinished);
  const runs = await Promise.all([
    store.run('send', '--quiet'),
    store.run('send', '--quiet'),
    store.run('send', '--quiet'),
  ]);
  expect([runs, server.counts]).toEqual([
    Array.from({ length: 3 }, () => ({ status: 0, stdout: '', stderr: '' })),
    EVERYBODY,
  ]);
  const monday = await store.run('send', '--on', '2026-11-23', '--quiet');
  expect(monday).toEqual({ status: 0, stdout: '', stderr: '' });
  const afterMonday = server.counts;
  expect((await store.run('send', '--on', ON, '--quiet')).status).toBe(0);
  expect(server.counts).toEqual(afterMonday);
});

test.concurrent('while one run sends, another waits and a row being sent is not called unsure', async ({
  expect,
  onTestFinished,
}) => {
  const { server, store } = await scene(onTestFinished);
  server.faults.set('ann', 'hang-after-message');
  const reached = server.reached('ann');
  const running = store.start('send', '--quiet');
  await reached;
  expect(await store.states()).toEqual({ ann: 'sending', ben: 'planned', cem: 'planned' });
  const [row] = (await store.rows()).filter(({ state }) => state === 'sending');
  expect((await store.run('sent', 'settle', String(row?.id), '--as', 'sent')).status).toBe(75);
  running.kill('SIGKILL');
  await running.ended;
});

describe('killed with -9', () => {
  const moments = ['hang-after-message', 'hang-at-recipient'] as const;
  test.concurrent.for(moments)('while the server is at %s', async (fault, { expect, onTestFinished }) => {
    const { server, store } = await scene(onTestFinished);
    server.faults.set('ben', fault);
    const reached = server.reached('ben');
    const running = store.start('send', '--quiet');
    await reached;
    running.kill('SIGKILL');
    await running.ended;
    expect(await store.states()).toEqual({ ann: 'sent', ben: 'unsure', cem: 'planned' });

    server.faults.clear();
    const again = await store.run('send', '--quiet');
    expect([again.status, await store.states()]).toEqual([3, { ann: 'sent', ben: 'unsure', cem: 'sent' }]);
    expect(again.stderr).toMatch(
      /unsure whether Ben Baker <ben@lakeside\.example> got the mail of 2026-11-21/,
    );

    const id = String((await store.rows()).find(({ state }) => state === 'unsure')?.id);
    const came = fault === 'hang-after-message';
    await store.run('sent', 'settle', id, '--as', came ? 'sent' : 'failed');
    expect([(await store.run('send', '--quiet')).status, server.counts]).toEqual([0, EVERYBODY]);
  });
});

test.concurrent.for([
  ['hang-at-recipient', 'planned'],
  ['hang-after-message', 'unsure'],
] as const)(
  'interrupted while the server is at %s, the mail is %s',
  async ([fault, ben], { expect, onTestFinished }) => {
    const { server, store } = await scene(onTestFinished);
    server.faults.set('ben', fault);
    const reached = server.reached('ben');
    const running = store.start('send', '--quiet');
    await reached;
    running.kill('SIGINT');
    expect(await running.ended).toEqual({ status: 130, stdout: '', stderr: '' });
    expect(statesOf(store.ledger())).toEqual({ ann: 'sent', ben, cem: 'planned' });
  },
);

test.concurrent.for([100, 160, 220, 280, 340, 400, 500, 700])(
  'killed -9 after %i ms, whatever it was doing',
  async (ms, { expect, onTestFinished }) => {
    const { server, store } = await scene(onTestFinished);
    const running = store.start('send', '--quiet');
    const killer = setTimeout(() => running.kill('SIGKILL'), ms);
    await running.ended;
    clearTimeout(killer);
    await store.run('send', '--quiet');
    for (const { id, address, state } of await store.rows()) {
      if (state !== 'unsure') continue;
      const came = server.counts[address.replace(/@.*/, '')] !== undefined;
      await store.run('sent', 'settle', String(id), '--as', came ? 'sent' : 'failed');
    }
    const last = await store.run('send', '--quiet');
    expect([last.status, server.counts]).toEqual([0, EVERYBODY]);
  },
);

test.concurrent('an address that was changed in the file itself into two is sent nothing', async ({
  expect,
  onTestFinished,
}) => {
  const { server, store } = await scene(onTestFinished);
  const db = openDatabase(store.db);
  db.prepare('UPDATE salesperson SET email = ? WHERE name LIKE ?').run(
    'ben@lakeside.example\r\nRCPT TO:<eve@evil.example>',
    'Ben%',
  );
  db.close();
  const { status, stderr } = await store.run('send', '--quiet');
  expect([status, server.counts]).toEqual([3, { ann: 1, cem: 1 }]);
  expect(stderr).toBe(
    'beback: Ben Baker: the e-mail address on file is not one plain address, nothing is sent there\n',
  );
});
