/** Answers come by themselves: a mailbox is read over IMAP, each answer once, whatever the server or the line does. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { MailServer } from './mail-server.ts';
import { MailboxServer, type MailboxServerOptions, PASSWORD, TOKEN, USER } from './mailbox-server.ts';
import { addressOf, MailStore, type Ran, Stores, start } from './store-with-lists.ts';

vi.setConfig({ testTimeout: 60_000 });

const stores = new Stores();
const folder = mkdtempSync(join(tmpdir(), 'beback-mailbox-'));
/** Of Ann's list, which was sent. */
let listId: string;
/** Ann's customer */
const WALTER = 1;
/** The mailbox as it is named in what is printed. */
const BOX = `${USER}/INBOX`;

beforeAll(async () => {
  await stores.make();
  const server = new MailServer();
  const port = await server.listen();
  const first = stores.copy(smtpSettings(port));
  await first.run('send', '--quiet');
  listId = (await server.mails()).find(({ to }) => to?.[0]?.address === addressOf('ann'))?.messageId ?? '';
  expect(listId).toContain('@');
  await server.close();
  cpSync(first.folder, join(folder, 'sent'), { recursive: true });
});
afterAll(() => {
  stores.remove();
  rmSync(folder, { recursive: true });
});

let server: MailServer;
let smtpPort: number;
let box: MailboxServer;
let store: MailStore;
let copies = 0;

beforeEach(async () => {
  server = new MailServer();
  smtpPort = await server.listen();
  copies += 1;
  const copy = join(folder, `copy-${copies}`);
  cpSync(join(folder, 'sent'), copy, { recursive: true });
  store = new MailStore(copy);
  box = await withBox();
});
afterEach(async () => {
  await server.close();
  await box.close();
});

const smtpSettings = (port: number): string =>
  `[store]\nname = "Lakeside Motors"\ntimezone = "America/Chicago"\n[mail]\nenabled = true\nfrom = "lists@lakeside.example"\nhost = "127.0.0.1"\nport = ${port}\ntimeout_seconds = 2\n`;

/** The mailbox is a new one, and the settings name it. @param imap TOML beside host and port */
async function withBox(
  options: MailboxServerOptions = {},
  imap = `user = "${USER}"\npassword_file = "imap.pass"\n`,
): Promise<MailboxServer> {
  const made = new MailboxServer(options);
  const port = await made.listen();
  writeFileSync(join(store.folder, 'imap.pass'), `${PASSWORD}\n`, { mode: 0o600 });
  store.settings(`${smtpSettings(smtpPort)}[mail.imap]\nhost = "127.0.0.1"\nport = ${port}\n${imap}`);
  return made;
}

let mails = 0;
/** An answer as a mail program writes it. */
function answer(body: string, headers: Readonly<Record<string, string>> = {}): string {
  mails += 1;
  const all = {
    From: `Ann Archer <${addressOf('ann')}>`,
    To: 'lists@lakeside.example',
    Subject: 'Re: Your calls',
    'Message-ID': `<answer-${mails}@phone.example>`,
    'In-Reply-To': listId,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\n`);
  return `${head.join('')}\n${body}`;
}

const others = (count: number, at?: Date): void => {
  for (let i = 0; i < count; i++)
    box.add(
      `From: news@example.com\nMessage-ID: <other-${i}@example.com>\nSubject: Offer ${i}\n\nBuy!\n`,
      at,
    );
};

const readMail = (...flags: string[]): Promise<Ran> => store.run('read-mail', ...flags);
const outcomes = async (): Promise<string[]> =>
  (
    JSON.parse((await store.run('export', 'contacts', '--format', 'json')).stdout) as { outcome: string }[]
  ).map(({ outcome }) => outcome);
const READ = ['$beback', '\\Seen'];
const DAY_MS = 24 * 60 * 60_000;

test('an answer is logged, marked as read, and left where it is; other mail is left alone', async () => {
  others(2);
  box.add(answer(`${WALTER}v\n`));
  const ran = await readMail();
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(ran.stdout).toMatch(
    new RegExp(`^${BOX}: 3 new mails, 1 answer\nmail 3: Ann Archer, list of 2026-11-21: 1 call\n$`),
  );
  expect(await outcomes()).toEqual(['voicemail']);
  expect(box.flags).toEqual([[], [], READ]);
  expect(
    box.commands.filter((command) => /EXPUNGE|MOVE|COPY|\\Deleted|CREATE|DELETE/i.test(command)),
  ).toEqual([]);
});

test('what was looked at is not looked at again, what is new is', async () => {
  others(2);
  await readMail();
  box.commands.length = 0;
  expect(JSON.parse((await readMail('--json')).stdout)).toMatchObject({ looked_at: 0, mails: [] });
  expect(box.commands.filter((command) => command.startsWith('UID FETCH'))).toEqual([]);
  box.add(answer(`${WALTER}v\n`));
  expect(JSON.parse((await readMail('--json')).stdout)).toMatchObject({
    mailbox: BOX,
    looked_at: 1,
    waiting: 0,
    why: null,
    mails: [{ file: 'mail 3', state: 'logged' }],
  });
});

test('the same answer twice is logged once, and both are marked', async () => {
  const twice = answer(`${WALTER}v\n`);
  box.add(twice);
  box.add(twice);
  expect((await readMail()).status).toBe(0);
  box.add(twice);
  expect((await readMail()).status).toBe(0);
  expect([await outcomes(), box.flags]).toEqual([['voicemail'], [READ, READ, READ]]);
});

test('an answer that was read from a file is not logged again', async () => {
  const text = answer(`${WALTER}v\n`);
  writeFileSync(join(store.folder, 'a.eml'), text);
  await store.run('read-mail', join(store.folder, 'a.eml'));
  box.add(text);
  expect(JSON.parse((await readMail('--json')).stdout).mails).toMatchObject([{ state: 'read-before' }]);
  expect(await outcomes()).toEqual(['voicemail']);
});

test('a stranger’s answer is refused and left unread, and so is a forged one', async () => {
  box.add(answer(`${WALTER}v\n`, { From: 'x@example.net' }));
  box.add(answer(`${WALTER}v\n`, { 'Authentication-Results': 'mx.lakeside.example; dmarc=fail' }));
  const ran = await readMail();
  expect([ran.status, await outcomes(), box.flags]).toEqual([3, [], [[], []]]);
  expect(ran.stdout).toContain('refused, comes from x@example.net');
  expect(ran.stdout).toContain('refused, the mail server that took it in found it forged');
});

test('numbers that begin anew are noticed: nothing is read twice, and nothing lost', async () => {
  others(3);
  box.add(answer(`${WALTER}v\n`));
  await readMail();
  box.renumber();
  box.add(answer(`${WALTER}m\n`));
  // its number is smaller than the last one looked at before
  box.inbox.messages.splice(0, 3);
  box.renumber();
  const { mails: read } = JSON.parse((await readMail('--json')).stdout);
  expect(read).toMatchObject([{ state: 'read-before' }, { state: 'logged' }]);
  expect((await outcomes()).sort()).toEqual(['moved-away', 'voicemail']);
});

test('of 10,000 old mails none is looked at, by the first run or the next', async () => {
  others(10_000, new Date(Date.now() - 40 * DAY_MS));
  box.add(answer(`${WALTER}v\n`));
  expect(JSON.parse((await readMail('--json')).stdout)).toMatchObject({ looked_at: 1, mails: [{}] });
  expect(JSON.parse((await readMail('--json')).stdout)).toMatchObject({ looked_at: 0 });
  expect(await outcomes()).toEqual(['voicemail']);
});

test('a mailbox in which there is nothing but old mail is not gone through by the second run', async () => {
  others(300, new Date(Date.now() - 40 * DAY_MS));
  await readMail();
  expect(JSON.parse((await readMail('--json')).stdout)).toMatchObject({ looked_at: 0 });
});

test('of many new mails the heads are fetched in batches, and nothing else', async () => {
  others(250);
  box.add(answer(`${WALTER}v\n`));
  expect(JSON.parse((await readMail('--json')).stdout)).toMatchObject({ looked_at: 251 });
  const fetches = box.commands.filter((command) => command.startsWith('UID FETCH'));
  expect(fetches.filter((command) => command.includes('[HEADER.FIELDS')).length).toBe(3);
  expect(fetches.filter((command) => command.includes('[]'))).toEqual([
    expect.stringContaining('UID FETCH 251 '),
  ]);
});

test('a mail of 30 MB is not fetched: another’s is passed over, an answer is refused and its writer told', async () => {
  // the server itself takes its time with them
  store.settings(readFileSync(join(store.folder, 'store.toml'), 'utf8').replace('= 2\n', '= 60\n'));
  const line = `${'x'.repeat(76)}\n`;
  box.add(`From: a@example.com\nMessage-ID: <large@example.com>\n\n${line.repeat(400_000)}`);
  box.add(answer(line.repeat(120_000)));
  box.add(answer(`${WALTER}v\n`));
  const ran = await readMail();
  expect([ran.status, await outcomes(), box.flags]).toEqual([3, ['voicemail'], [[], [], READ]]);
  expect(ran.stdout).toContain('mail 2: refused, cannot be read: mail 2 is larger than an answer to a list');
  expect(box.sent).toBeLessThan(100_000);
  expect((await server.mails()).map(({ text }) => text)).toEqual([
    expect.stringContaining('it is longer than 8 MB'),
  ]);
});

describe('whoever was not understood is told', () => {
  const report = async () => (await server.mails()).at(-1);

  test('in one mail, by line and why, with what was logged; once', async () => {
    const text = answer(`${WALTER}v\n${WALTER}q\n999v\n`);
    box.add(text);
    const ran = await readMail();
    expect(ran.status).toBe(3);
    expect(ran.stderr).toBe('1 mail sent to say what was not understood.\n');
    const mail = await report();
    expect(mail?.to?.[0]?.address).toBe(addressOf('ann'));
    expect(mail?.subject).toBe('Your answer: 2 lines need a look');
    expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(mail?.inReplyTo).toBe(`<answer-${mails}@phone.example>`);
    expect(mail?.references).toBe(`${listId} <answer-${mails}@phone.example>`);
    expect(mail?.text).toContain(`Line 2: ${WALTER}q`);
    expect(mail?.text).toContain('Line 3: 999 voicemail\n    there is no customer #999');
    expect(mail?.text).toContain(`Logged:\n  #${WALTER} voicemail`);
    box.add(text);
    await readMail();
    expect(server.counts).toEqual({ ann: 1 });
  });

  test('and answers that mail; what stands below the answer is not read', async () => {
    box.add(answer(`${WALTER}q\n`));
    await readMail();
    const { messageId = '', text = '' } = (await report()) ?? {};
    box.add(answer(`${WALTER}v\n\nLakeside Motors pisze:\n\n${text}`, { 'In-Reply-To': messageId }));
    const { mails: read } = JSON.parse((await readMail('--json')).stdout);
    expect(read).toMatchObject([{ state: 'logged', day: '2026-11-21', not_understood: [] }]);
    expect([await outcomes(), server.counts]).toEqual([['voicemail'], { ann: 1 }]);
  });

  test('not when it is an automatic mail, a stranger’s, or all was understood', async () => {
    box.add(answer('I am on holiday\n', { 'Auto-Submitted': 'auto-replied' }));
    box.add(answer(`${WALTER}q\n`, { From: 'x@example.net' }));
    box.add(answer(`${WALTER}v\nThanks!\n`));
    await readMail();
    expect(server.counts).toEqual({});
  });

  test('not when sending is switched off, or the settings say that answers are not read', async () => {
    const settings = readFileSync(join(store.folder, 'store.toml'), 'utf8');
    store.settings(settings.replace('enabled = true', 'enabled = false'));
    box.add(answer(`${WALTER}q\n`));
    expect((await readMail()).status).toBe(3);
    store.settings(settings.replace('enabled = true', 'enabled = true\nanswers = false'));
    box.add(answer(`${WALTER}q\n`));
    expect((await readMail()).status).toBe(3);
    store.settings(settings);
    await readMail();
    expect(server.counts).toEqual({});
  });

  test('by the next run, when the mail server is away; in doubt never again', async () => {
    server.faults.set('ann', 'recipient-later');
    box.add(answer(`${WALTER}q\n`));
    const ran = await readMail();
    expect(ran.status).toBe(3);
    expect(ran.stderr).toContain(`the mail to ${addressOf('ann')} on what was not understood: not now`);
    server.faults.set('ann', 'drop-after-end');
    expect((await readMail()).status).toBe(3);
    expect(server.counts).toEqual({ ann: 1 });
    expect((await readMail()).status).toBe(0);
    expect(server.counts).toEqual({ ann: 1 });
    expect(await store.rows()).toContainEqual(expect.objectContaining({ kind: 'report', state: 'unsure' }));
  });

  test('also of an answer in a file, where the settings say that answers are read', async () => {
    writeFileSync(join(store.folder, 'a.eml'), answer(`${WALTER}q\n`));
    await store.run('read-mail', join(store.folder, 'a.eml'));
    expect(server.counts).toEqual({ ann: 1 });
  });

  test('of a mail that is no answer at all not more than it can hold', async () => {
    box.add(answer(`${'12x\n'.repeat(500)}`));
    await readMail();
    expect((await report())?.text).toContain('and 460 more lines');
  });
});

describe('a mailbox that cannot be read', () => {
  const REFUSES = 'NO [UNAVAILABLE] not now';
  const faults = [
    ['refuses who connects', { at: 'greeting', does: { answers: '* BYE too busy' } }, 75, /./],
    ['says nothing', { at: 'greeting', does: 'hang' }, 75, /no answer within 2 s/],
    ['hangs at the login', { at: / LOGIN /, does: 'hang' }, 75, /no answer within 2 s/],
    [
      'refuses the login for now',
      { at: / LOGIN /, does: { answers: REFUSES } },
      75,
      /not accepted \(UNAVAILABLE\)/,
    ],
    [
      'refuses the password',
      { at: / LOGIN /, does: { answers: `NO [AUTHENTICATIONFAILED] wrong: ${PASSWORD}` } },
      3,
      /the user name or password was not accepted \(AUTHENTICATIONFAILED\)/,
    ],
    ['has no such mailbox', { at: / SELECT /, does: { answers: 'NO [NONEXISTENT] no' } }, 3, /INBOX|no/],
    ['hangs at the search', { at: / UID SEARCH /, does: 'hang' }, 75, /no answer within 2 s/],
    ['refuses the search', { at: / UID SEARCH /, does: { answers: 'NO no' } }, 3, /does not search/],
    ['hangs at the heads', { at: /HEADER\.FIELDS/, does: 'hang' }, 75, /no answer within 2 s/],
    ['breaks off in the heads', { at: /HEADER\.FIELDS/, does: { dropAfter: 300 } }, 75, /./],
    ['hangs at the answer', { at: /PEEK\[\]/, does: 'hang' }, 75, /no answer within 2 s/],
    ['breaks off in the answer', { at: /PEEK\[\]/, does: { dropAfter: 200 } }, 75, /./],
    ['hangs when it is marked', { at: / UID STORE /, does: 'hang' }, 75, /no answer within 2 s/],
    ['breaks off when it is marked', { at: / UID STORE /, does: 'drop' }, 75, /./],
  ] as const;

  test.each(faults)(
    '%s: said in words, and the next run has each answer once',
    async (_, fault, status, words) => {
      others(1);
      box.add(answer(`${WALTER}v\n`));
      box.fault = fault;
      const began = Date.now();
      const ran = await readMail('--quiet');
      expect(Date.now() - began).toBeLessThan(30_000);
      expect(ran.stderr).toMatch(/^beback: the mailbox at 127\.0\.0\.1:\d+ cannot be read: /);
      expect(ran.stderr).toMatch(words);
      expect(`${ran.stdout}${ran.stderr}`).not.toContain(PASSWORD);
      expect(ran.status).toBe(status);
      box.fault = null;
      expect(await readMail('--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
      expect([await outcomes(), box.flags]).toEqual([['voicemail'], [[], READ]]);
      expect(JSON.parse((await readMail('--json')).stdout)).toMatchObject({ looked_at: 0, mails: [] });
    },
  );

  test('away: exit 75', async () => {
    await box.close();
    const ran = await readMail();
    expect([ran.status, ran.stdout]).toEqual([75, `${BOX}: 0 new mails, 0 answers\n`]);
    expect(ran.stderr).toMatch(/ECONNREFUSED/);
    box = await withBox();
  });

  test('that does not let us mark is read all the same, once', async () => {
    box.add(answer(`${WALTER}v\n`));
    box.fault = { at: / UID STORE /, does: { answers: 'NO [NOPERM] read-only' } };
    const ran = await readMail();
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain('does not let beback mark');
    expect(JSON.parse((await readMail('--json')).stdout)).toMatchObject({ looked_at: 0 });
    expect(await outcomes()).toEqual(['voicemail']);
  });

  test('does not hand over one answer: those behind it are read, and it is asked for again', async () => {
    box.add(answer(`${WALTER}v\n`));
    box.add(answer(`${WALTER}m\n`));
    box.fault = { at: /UID FETCH 1 .*PEEK\[\]/, does: { answers: REFUSES } };
    const ran = await readMail();
    expect([ran.status, ran.stdout]).toEqual([
      3,
      expect.stringContaining(
        'mail 1: refused, cannot be read: the mail server does not hand it over: not now',
      ),
    ]);
    expect(await outcomes()).toEqual(['moved-away']);
    box.fault = null;
    expect((await readMail()).status).toBe(0);
    expect((await outcomes()).sort()).toEqual(['moved-away', 'voicemail']);
  });

  test('breaks off between two answers: the first is kept, the second comes with the next run', async () => {
    box.add(answer(`${WALTER}v\n`));
    box.add(answer(`${WALTER}m\n`));
    box.fault = { at: /UID FETCH 2 .*PEEK\[\]/, does: 'drop' };
    expect((await readMail()).status).toBe(75);
    expect(await outcomes()).toEqual(['voicemail']);
    box.fault = null;
    const { mails: read, looked_at } = JSON.parse((await readMail('--json')).stdout);
    expect([looked_at, read.map(({ state }: { state: string }) => state)]).toEqual([1, ['logged']]);
  });

  test('is busy in our own store: exit 75, and nothing is lost', async () => {
    box.add(answer(`${WALTER}v\n`));
    const db = openDatabase(store.db);
    db.exec('BEGIN IMMEDIATE');
    const ran = await readMail();
    db.exec('ROLLBACK');
    db.close();
    expect(ran.status).toBe(75);
    expect((await readMail()).status).toBe(0);
    expect(await outcomes()).toEqual(['voicemail']);
  });
});

describe('who signs in', () => {
  test('by SASL, or with the password of the environment', async () => {
    await box.close();
    box = await withBox({ auth: 'plain' }, `user = "${USER}"\n`);
    expect((await readMail()).stderr).toContain('BEBACK_IMAP_PASSWORD');
    vi.stubEnv('BEBACK_IMAP_PASSWORD', PASSWORD);
    expect((await readMail()).status).toBe(0);
    vi.unstubAllEnvs();
  });

  test('with an access token, which stands nowhere', async () => {
    await box.close();
    box = await withBox(
      { auth: 'xoauth2' },
      `user = "${USER}"\nauth = "xoauth2"\ntoken_command = "cat token; echo; echo more"\n`.replace(
        'cat token',
        `cat '${join(store.folder, 'token')}'`,
      ),
    );
    writeFileSync(join(store.folder, 'token'), TOKEN, { mode: 0o600 });
    box.add(answer(`${WALTER}v\n`));
    const ran = await readMail();
    expect([ran.status, await outcomes()]).toEqual([0, ['voicemail']]);
    expect(`${ran.stdout}${ran.stderr}${readFileSync(store.db, 'latin1')}`).not.toContain(TOKEN);
    writeFileSync(join(store.folder, 'token'), 'expired');
    const refused = await readMail();
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('the user name or access token was not accepted');
  });

  test.each([
    ['fails', 'exit 7', 1, /token_command gave no access token\n.*here it ended with 7/],
    ['prints nothing', 'true', 1, /token_command printed nothing/],
    ['prints a page', 'echo "<p>Sign in</p>"', 1, /is no access token/],
  ])('a token command that %s is told in words', async (_, command, status, words) => {
    await box.close();
    const imap = `user = "${USER}"\nauth = "xoauth2"\ntoken_command = '${command}'\n`;
    box = await withBox({ auth: 'xoauth2' }, imap);
    const ran = await readMail();
    expect([ran.status, ran.stderr]).toEqual([status, expect.stringMatching(words)]);
    expect(box.commands).toEqual([]);
  });

  test('a server that takes no password is told apart from a wrong one', async () => {
    await box.close();
    box = await withBox({ auth: 'xoauth2' });
    const ran = await readMail();
    expect(ran.status).toBe(3);
    expect(ran.stderr).toMatch(/xoauth2|not accepted/);
  });

  test('the one who sends, where the mailbox names nobody', async () => {
    await box.close();
    box = await withBox({}, '');
    expect((await readMail()).stderr).toMatch(/"mail.imap" needs "user"/);
    const settings = readFileSync(join(store.folder, 'store.toml'), 'utf8');
    const ofSending = `user = "${USER}"\npassword_file = "imap.pass"\n`;
    store.settings(settings.replace('[mail]\n', `[mail]\n${ofSending}`));
    box.add(answer(`${WALTER}v\n`));
    expect([(await readMail()).status, await outcomes()]).toEqual([0, ['voicemail']]);
  });
});

describe('TLS', () => {
  const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
  test.skipIf(!hasOpenssl).each(['starttls', 'tls'] as const)(
    '%s wants a certificate it can trust',
    async (security) => {
      const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(store.folder, name)) as [string, string];
      const made =
        '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost';
      spawnSync('openssl', ['req', ...made.split(' '), '-keyout', key, '-out', cert]);
      await box.close();
      const imap = `user = "${USER}"\npassword_file = "imap.pass"\nsecurity = "${security}"\n`;
      box = await withBox(
        { security, credentials: { key: readFileSync(key), cert: readFileSync(cert) } },
        imap,
      );
      const settings = readFileSync(join(store.folder, 'store.toml'), 'utf8').replace(
        '[mail.imap]\nhost = "127.0.0.1"',
        '[mail.imap]\nhost = "localhost"',
      );
      store.settings(settings);
      box.add(answer(`${WALTER}v\n`));
      const refused = await readMail();
      expect([refused.status, await outcomes()]).toEqual([3, []]);
      expect(refused.stderr).toContain('certificate is not trusted');
      store.settings(`${settings}ca_file = "cert.pem"\n`);
      expect((await readMail()).status).toBe(0);
      expect(await outcomes()).toEqual(['voicemail']);
    },
  );

  test('a server that offers none is told nothing', async () => {
    await box.close();
    box = await withBox({}, `user = "${USER}"\npassword_file = "imap.pass"\nsecurity = "starttls"\n`);
    const ran = await readMail();
    expect(ran.status).toBe(3);
    expect(ran.stderr).toContain('the server offers no TLS');
    expect(box.commands.filter((command) => command.includes(PASSWORD))).toEqual([]);
  });

  test('is not left away but on this machine', async () => {
    store.settings(`[mail.imap]\nhost = "imap.example.com"\nuser = "a"\nsecurity = "none"\n`);
    const ran = await readMail();
    expect([ran.status, ran.stderr]).toEqual([
      2,
      expect.stringContaining('"mail.imap.security" may be "none"'),
    ]);
  });
});

describe('beforehand', () => {
  test('send --check tries both sides, and tells what is in the mailbox', async () => {
    others(3);
    others(2, new Date(Date.now() - 40 * DAY_MS));
    const { status, stderr } = await store.run('send', '--check', '--as', 'Ann Archer');
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining(`${BOX}, where answers come in: ready, 3 mails of the last 14 days\n`),
    ]);
    box.fault = { at: / LOGIN /, does: { answers: 'NO [AUTHENTICATIONFAILED] no' } };
    const refused = await store.run('send', '--check', '--json');
    expect(refused.status).toBe(3);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      sent: true,
      mailbox: { mailbox: BOX, mails: null, why: expect.stringContaining('was not accepted') },
    });
    expect(box.flags.flat()).toEqual([]);
  });

  test('doctor says when answers were read last, and cron example has the line', async () => {
    const finding = async () =>
      JSON.parse((await start(['--db', store.db, 'doctor', '--json']).ended).stdout).findings.find(
        ({ what }: { what: string }) => what === 'answers',
      );
    expect(await finding()).toMatchObject({
      ok: true,
      found: `${BOX} was not read yet: \`beback cron example\` has the line for it`,
    });
    await readMail();
    expect(await finding()).toMatchObject({
      ok: true,
      found: expect.stringContaining(`${BOX}, read last on `),
    });
    const db = openDatabase(store.db);
    db.exec("UPDATE mailbox SET looked_at = '2020-01-01T00:00:00.000Z'");
    db.close();
    expect(await finding()).toMatchObject({ ok: false, found: `${BOX}, read last on 2019-12-31` });
    expect((await store.run('cron', 'example')).stdout).toMatch(/^\*\/15 7-20 \* \* \* .* read-mail$/m);
  });

  test('config shows where answers come in, without the secret', async () => {
    const { stdout } = await store.run('config', 'mail.imap', '--json');
    expect(stdout).not.toContain(PASSWORD);
    expect(
      Object.fromEntries(
        JSON.parse(stdout).settings.map(({ key, value, from }: Record<string, string>) => [
          key,
          [value, from],
        ]),
      ),
    ).toMatchObject({
      'mail.imap.host': ['127.0.0.1', 'file'],
      'mail.imap.security': ['none', 'default'],
      'mail.imap.user': [USER, 'file'],
      'mail.imap.auth': ['password', 'default'],
      'mail.imap.mailbox': ['INBOX', 'default'],
      'mail.imap.since_days': [14, 'default'],
      'mail.imap.token_command': [null, null],
    });
  });

  test.each([
    ['hots = "a"', 'unknown key "mail.imap.hots"; did you mean host?'],
    ['password = "a"', 'BEBACK_IMAP_PASSWORD'],
    ['auth = "xoauth2"', '"mail.imap.auth" needs "token_command"'],
    ['token_command = "a"', '"mail.imap.token_command" needs auth = "xoauth2"'],
    ['since_days = 0', '"mail.imap.since_days" must be a whole number from 1 to 365'],
  ])('a slip in the settings is told by its line: %s', async (line, words) => {
    store.settings(`[mail.imap]\nhost = "127.0.0.1"\nuser = "a"\n${line}\n`);
    const { status, stderr } = await readMail();
    expect([status, stderr]).toEqual([2, expect.stringContaining('line 4')]);
    expect(stderr).toContain(words);
  });
});

test('without a mailbox in the settings a mail has to be named', async () => {
  store.settings(smtpSettings(smtpPort));
  const ran = await readMail();
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('[mail.imap]')]);
});
