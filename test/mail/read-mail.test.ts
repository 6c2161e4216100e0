/** A list goes out by e-mail, the answer comes back, and is logged once, from the right person, line by line. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { MailServer } from './mail-server.ts';
import { addressOf, type MailStore, ON, type Ran, Stores } from './store-with-lists.ts';

vi.setConfig({ testTimeout: 60_000 });

const stores = new Stores();
beforeAll(() => stores.make());
afterAll(() => stores.remove());

let server: MailServer;
let store: MailStore;
/** of Ann's list */
let messageId: string;
/** what a tap in it writes, by the words on the button */
let taps: ReadonlyMap<string, { readonly to: string; readonly subject: string; readonly body: string }>;
/** Ann's customer */
const WALTER = 1;

beforeEach(async () => {
  server = new MailServer();
  const port = await server.listen();
  store = stores.copy(
    `[store]\ntimezone = "America/Chicago"\n[mail]\nenabled = true\nanswers = true\nfrom = "lists@lakeside.example"\nhost = "127.0.0.1"\nport = ${port}\n`,
  );
  await store.run('send', '--quiet');
  const mail = (await server.mails()).find(({ to }) => to?.[0]?.address === addressOf('ann'));
  messageId = mail?.messageId ?? '';
  expect(mail?.text).toContain('Answer this mail');
  const links = [...(mail?.html ?? '').matchAll(/href="(mailto:[^"]*)">([^<]*)</g)];
  taps = new Map(
    links.map(([, href = '', label = '']) => {
      const { pathname, searchParams } = new URL(href.replaceAll('&amp;', '&'));
      const said = (name: string): string => searchParams.get(name) ?? '';
      return [label, { to: decodeURIComponent(pathname), subject: said('subject'), body: said('body') }];
    }),
  );
});
afterEach(() => server.close());

let mails = 0;
/** An answer as a mail program writes it. Gives its path. */
function answer(body: string, headers: Readonly<Record<string, string>> = {}, folder = store.folder): string {
  mails += 1;
  const all = {
    From: `Ann Archer <${addressOf('ann')}>`,
    To: 'lists@lakeside.example',
    Subject: 'Re: Your calls',
    'Message-ID': `<answer-${mails}@phone.example>`,
    'In-Reply-To': messageId,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const path = join(folder, `answer-${mails}.eml`);
  writeFileSync(path, `${head.join('')}\r\n${body.replaceAll('\n', '\r\n')}`);
  return path;
}

const contacts = async (): Promise<
  {
    customer_id: number;
    on: string;
    outcome: string;
    note: string | null;
    next_on: string | null;
    by: { name: string };
  }[]
> => JSON.parse((await store.run('export', 'contacts', '--format', 'json')).stdout);
const mailIn = ({ stdout }: Ran) => JSON.parse(stdout).mails[0];

test('codes and sentences are logged for whoever the list was sent to, on the day of the list', async () => {
  const file = answer(
    `${WALTER}v\n#${WALTER} talked: wants a van, next 2027-05-03\n\nOn Sat, Nov 21, 2026 at 7:00 AM Lakeside Motors <lists@lakeside.example> wrote:\n> ${WALTER}d\n-- \nAnn\n`,
  );
  const ran = await store.run('read-mail', file, '--on', '2026-11-25');
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(await contacts()).toMatchObject([
    { customer_id: WALTER, on: ON, outcome: 'voicemail', note: null, by: { name: 'Ann Archer' } },
    { customer_id: WALTER, on: ON, outcome: 'talked', note: 'wants a van', next_on: '2027-05-03' },
  ]);
});

test('an answer is never logged twice, not even when it was taken back in between', async () => {
  const file = answer(`${WALTER}v\n`);
  await store.run('read-mail', file);
  expect(mailIn(await store.run('read-mail', file, '--json')).state).toBe('read-before');
  await store.run('undo', '--as', 'Ann Archer');
  expect(mailIn(await store.run('read-mail', file, '--json')).state).toBe('read-before');
  expect(await contacts()).toEqual([]);
});

/** The mail a tap writes, as it is sent. */
function tapped(label: string, headers: Readonly<Record<string, string>> = {}, note = ''): string {
  const { subject = '', body = '' } = taps.get(label) ?? {};
  return answer(`${body}${note}\n\nSent from my iPhone\n`, {
    Subject: subject,
    'In-Reply-To': '',
    ...headers,
  });
}

test('each tap answers the list it stands in, also on a later day, and says no more than the answer needs', async () => {
  expect([...taps.keys()]).toEqual([
    'Voicemail',
    'No answer',
    'Talked',
    'Appointment',
    'Not interested',
    'Wrong number',
  ]);
  for (const [label, { to, subject, body }] of taps) {
    expect([to, subject, body]).toEqual([
      'lists@lakeside.example',
      `[list ${messageId.slice(1, 11)}.${messageId.slice(18, 28)}]`,
      expect.stringMatching(/^1[a-z] #1-[a-z]{3}$/),
    ]);
    const ran = await store.run(
      'read-mail',
      tapped(label, { Date: 'Mon, 23 Nov 2026 12:00:00 -0600' }),
      '--on',
      '2026-11-23',
      '--json',
    );
    expect([ran.status, mailIn(ran).not_understood]).toEqual([0, []]);
    expect(mailIn(ran)).toMatchObject({ day: ON, logged: [{ customer_id: WALTER, on: '2026-11-23' }] });
  }
  const wanted = ['voicemail', 'no-answer', 'talked', 'appointment', 'not-interested', 'wrong-number'];
  expect((await contacts()).map(({ outcome }) => outcome)).toEqual(wanted);
});

test('a note may stand behind what a tap wrote', async () => {
  const ran = await store.run('read-mail', tapped('Talked', {}, ' wants a van, next 2027-05-03'), '--json');
  expect(mailIn(ran)).toMatchObject({
    logged: [{ outcome: 'talked', note: 'wants a van', next_on: '2027-05-03' }],
    not_understood: [],
  });
});

test.each([
  ['with its subject encoded', (mark: string) => `=?utf-8?B?${Buffer.from(mark).toString('base64')}?=`],
  ['with its subject broken', (mark: string) => mark.replace(' ', '\r\n ')],
  ['with more in its subject', (mark: string) => `Fwd: ${mark.toUpperCase()} (1)`],
])('a tap %s answers its list', async (_, asSent) => {
  const Subject = asSent(taps.get('Voicemail')?.subject ?? '');
  const ran = await store.run('read-mail', tapped('Voicemail', { Subject }), '--json');
  expect(mailIn(ran)).toMatchObject({ state: 'logged', logged: [{ outcome: 'voicemail' }] });
});

test.each([
  ['from a colleague', () => ({ From: addressOf('ben') }), 'refused'],
  ['from a stranger', () => ({ From: 'mallory@elsewhere.example' }), 'refused'],
  ['found forged', () => ({ 'Authentication-Results': 'mx; dmarc=fail' }), 'refused'],
  ['written by a machine', () => ({ 'Auto-Submitted': 'auto-replied' }), 'other'],
  ['of a list that was never sent', () => ({ Subject: '[list 2026-11-21.0000000000]' }), 'other'],
  ['of another day', (mark: string) => ({ Subject: mark.replace('-21.', '-20.') }), 'other'],
  ['with a subject beyond measure', (mark: string) => ({ Subject: mark + 'x'.repeat(2000) }), 'other'],
  ['that is a reply to something else', () => ({ 'In-Reply-To': '<made-up@lakeside.example>' }), 'other'],
])('a tap %s logs nothing', async (_, change, state) => {
  const headers = change(taps.get('Voicemail')?.subject ?? '');
  const ran = await store.run('read-mail', tapped('Voicemail', headers), '--json');
  expect([ran.status, mailIn(ran).state]).toEqual([3, state]);
  expect(await contacts()).toEqual([]);
});

test('a tap whose place and customer do not belong together logs nothing', async () => {
  const body = taps.get('Voicemail')?.body ?? '';
  const ran = await store.run('read-mail', answer(`${body.replace('1v', '2v')}\n`), '--json');
  expect(mailIn(ran).not_understood).toMatchObject([{ why: '#1 did not stand in line 2 of that list' }]);
  expect(await contacts()).toEqual([]);
});

test('lines that say nothing are named, the others are logged', async () => {
  const file = answer(`${WALTER}v\n${WALTER}q\n2v\n999v\n212 called twice\n\nThanks,\nAnn\n`);
  const ran = await store.run('read-mail', file, '--json');
  expect(ran.status).toBe(3);
  expect(mailIn(ran).not_understood).toMatchObject([
    { line: 2, text: `${WALTER}q` },
    { line: 3, why: '#2 was not on the list' },
    { line: 4, why: 'there is no customer #999' },
    { line: 5, text: '212 called twice' },
  ]);
  expect((await contacts()).map(({ outcome }) => outcome)).toEqual(['voicemail']);
});

test('whoever covers may answer for the customers of both', async () => {
  const db = openDatabase(store.db);
  const id = (name: string): unknown =>
    db.prepare('SELECT id FROM salesperson WHERE name = ?').pluck().get(name);
  db.prepare('INSERT INTO entry (id, customer_id) VALUES (900, 2)').run();
  db.prepare('INSERT INTO cover (entry_id, of_id, by_id, from_on, to_on) VALUES (900, ?, ?, ?, ?)').run(
    id('Ben Baker'),
    id('Ann Archer'),
    ON,
    ON,
  );
  db.close();
  const ran = await store.run('read-mail', answer(`2v\n`), '--json');
  expect([ran.status, mailIn(ran).not_understood]).toEqual([0, []]);
  expect(await contacts()).toMatchObject([{ customer_id: 2, by: { name: 'Ann Archer' } }]);
});

test('whoever calls for the workshop may answer for the customers of others who were there, and for no others', async () => {
  const file = join(store.folder, 'orders.csv');
  writeFileSync(
    file,
    'RO Number,Open Date,Close Date,Customer Name,VIN,Pay Type\n7001,2026-11-19,2026-11-19,Xenia Zorilla,1HGCM82633A004353,customer\n',
  );
  store.settings(
    '[store]\ntimezone = "America/Chicago"\n[service]\ncaller = "Ann Archer"\n[mail]\nanswers = true\nfrom = "lists@lakeside.example"\n',
  );
  await store.run('import', file, '--kind', 'repair-orders', '--quiet', '--on', ON);
  const ran = await store.run('read-mail', answer('2v\n3v\n'), '--json');
  expect(mailIn(ran)).toMatchObject({
    logged: [{ customer_id: 2, outcome: 'voicemail' }],
    not_understood: [{ line: 2, why: '#3 was not on the list' }],
  });
});

test('no line of an answer is passed over but greetings, thanks and names', async () => {
  const file = answer(
    `Good morning,\n${WALTER}v\nMr Pacheco asked us not to call any more\nHuang: wrong number\n\nThanks a lot!\nAnn Archer\nSent from my iPhone\n-- \nAnn, Sales\n`,
  );
  const ran = await store.run('read-mail', file, '--json');
  expect(ran.status).toBe(3);
  expect(mailIn(ran).not_understood).toMatchObject([
    { line: 3, text: 'Mr Pacheco asked us not to call any more' },
    { line: 4, text: 'Huang: wrong number' },
  ]);
});

test('a note that may ask for no more calls is logged, and named', async () => {
  const ran = await store.run('read-mail', answer(`${WALTER} talked: asked us to stop calling\n`), '--json');
  expect(ran.status).toBe(3);
  expect(mailIn(ran)).toMatchObject({
    logged: [{ outcome: 'talked', note: 'asked us to stop calling' }],
    not_understood: [{ line: 1, why: expect.stringContaining(`beback block ${WALTER} call`) }],
  });
});

test.each([
  ['the day it was written, by the store’s clock', 'Tue, 24 Nov 2026 05:30:00 +0000', '2026-11-23'],
  ['the day of the list when it says an earlier one', 'Fri, 20 Nov 2026 12:00:00 -0600', ON],
  ['the day acted as when it says a later one', 'Fri, 27 Nov 2026 12:00:00 -0600', '2026-11-25'],
  ['the day of the list when it says none', 'some time ago', ON],
])('an answer is logged on %s', async (_, date, on) => {
  const file = answer(`${WALTER}t, next tomorrow\n`, { Date: date });
  await store.run('read-mail', file, '--on', '2026-11-25');
  const [contact] = await contacts();
  expect(contact).toMatchObject({ on, next_on: addDays(on as Day, 1) });
});

test.each([
  ['from somebody else', { From: 'mallory@elsewhere.example' }, 'refused'],
  ['from a colleague', { From: addressOf('ben') }, 'refused'],
  ['from two people at once', { From: `${addressOf('ann')}, mallory@elsewhere.example` }, 'refused'],
  [
    'found forged by the server',
    { 'Authentication-Results': 'mx.lakeside.example; spf=pass; dkim=none; dmarc=fail action=none' },
    'refused',
  ],
  [
    'whose signature fails',
    { 'Authentication-Results': 'mx; dkim=fail (bad) header.d=x; spf=none' },
    'refused',
  ],
  ['to no list of ours', { 'In-Reply-To': '<made-up@lakeside.example>' }, 'other'],
  ['by a machine', { 'Auto-Submitted': 'auto-replied' }, 'other'],
])('an answer %s logs nothing', async (_, headers, state) => {
  const ran = await store.run('read-mail', answer(`${WALTER}t\n`, headers), '--json');
  expect([ran.status, mailIn(ran).state]).toEqual([3, state]);
  expect(await contacts()).toEqual([]);
});

test.each([
  ['her address as the name, too', `${addressOf('ann')} <${addressOf('ann')}>`, 'logged'],
  ['the last name first, unquoted', `Archer, Ann <${addressOf('ann').toUpperCase()}>`, 'logged'],
  ['her address as the name of another', `${addressOf('ann')} <mallory@elsewhere.example>`, 'refused'],
  ['her address in quotes', `"${addressOf('ann')}" <mallory@elsewhere.example>`, 'refused'],
])('an answer from %s', async (_, from, state) => {
  const ran = await store.run('read-mail', answer(`${WALTER}t\n`, { From: from }), '--json');
  expect(mailIn(ran).state).toBe(state);
});

test('an answer that passed one of the checks of the server is read', async () => {
  const headers = {
    'Authentication-Results': 'mx.lakeside.example; spf=fail; dkim=pass header.d=lakeside.example',
  };
  const ran = await store.run('read-mail', answer(`${WALTER}t\n`, headers), '--json');
  expect(mailIn(ran).state).toBe('logged');
});

test('in HTML nothing that is hidden is read', async () => {
  const hidden = [
    `<div style="display:none"><div>${WALTER}d</div>${WALTER}d</div>`,
    `<p style='color:#fff; font-size:0px'>${WALTER}d</p>`,
    `<span hidden>${WALTER}d</span>`,
    `<span style="mso-hide:all">${WALTER}d</span>`,
    `<!-- <p>${WALTER}d</p> -->`,
  ];
  const body = `${hidden.join('\n')}<p style="font-size:0.9em" class="a hidden b">${WALTER}v</p>`;
  const ran = await store.run('read-mail', answer(body, { 'Content-Type': 'text/html' }), '--json');
  expect(mailIn(ran)).toMatchObject({ logged: [{ outcome: 'voicemail' }], not_understood: [] });
});

test('an answer in HTML alone is read, too', async () => {
  const body = `<html><head><style>p{}</style></head><body><p>${WALTER}v</p><blockquote>${WALTER}d</blockquote></body></html>`;
  await store.run('read-mail', answer(body, { 'Content-Type': 'text/html; charset=utf-8' }));
  expect((await contacts()).map(({ outcome }) => outcome)).toEqual(['voicemail']);
});

test('in HTML a line of the source is no line, and every entity is a letter', async () => {
  const body = `<p>Hello,</p><p>${WALTER}&#160;talked: he&#8217;s at the\ncaf&eacute; &#x1F600; &amp;amp;&unknown;</p><div>${WALTER}&nbsp;v <br>${WALTER} x</div>`;
  const ran = await store.run(
    'read-mail',
    answer(body, { 'Content-Type': 'text/html; charset=utf-8' }),
    '--json',
  );
  expect(mailIn(ran)).toMatchObject({
    logged: [
      { outcome: 'talked', note: 'he’s at the café 😀 &amp;&unknown;' },
      { outcome: 'voicemail' },
      { outcome: 'no-answer' },
    ],
    not_understood: [],
  });
});

test.each([
  ['an unclosed tag without end', '<'.repeat(1_000_000)],
  ['styles that never end', '<style'.repeat(200_000)],
  ['blocks within blocks', '<div>'.repeat(200_000)],
  ['styles that hide nothing', `<p ${'style=display '.repeat(300)}>`.repeat(1000)],
  ['letters by number', '&#x41;'.repeat(150_000)],
])('in HTML %s does not keep what stands above it from being read', async (_, rest) => {
  const body = `<p>${WALTER}v</p><p>${rest}`;
  const ran = await store.run('read-mail', answer(body, { 'Content-Type': 'text/html' }), '--json');
  expect([mailIn(ran).state, mailIn(ran).logged.length]).toEqual(['logged', 1]);
});

/** A mailbox as mail programs keep one. */
function mailbox(name: string): string {
  const box = join(store.folder, name);
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(box, part), { recursive: true });
  return box;
}
const statesIn = ({ stdout }: Ran): string[] =>
  JSON.parse(stdout).mails.map(({ state }: { state: string }) => state);

// each of these kept a reader busy for minutes, or would if it were looked through again and again
const LONG = 1_500_000;
const PATIENCE = 120_000;

test(
  'a stranger’s mail is put aside, whatever its head holds',
  async () => {
    const box = mailbox('hostile');
    const heads: Record<string, string>[] = [
      { From: 'a'.repeat(LONG) },
      { From: `"${'\\'.repeat(LONG)}` },
      { From: 'a@b.example, '.repeat(LONG / 13) },
      { From: `x@y.example${'\r\nFrom: x@y.example'.repeat(70_000)}` },
      { References: '<a@b.example> '.repeat(LONG / 14) },
      { References: `<a@b.example>${'\r\n <c@d.example>'.repeat(90_000)}` },
      { References: '<'.repeat(LONG), 'Message-ID': '<a'.repeat(100_000), To: '('.repeat(100_000) },
    ];
    for (const head of heads)
      answer(`${WALTER}t\n`, { 'In-Reply-To': '<x@y.example>', ...head }, join(box, 'new'));
    const ran = await store.run('read-mail', box, '--json');
    expect([ran.status, statesIn(ran)]).toEqual([0, heads.map(() => 'other')]);
  },
  PATIENCE,
);

test('of a stranger’s mail only the head is looked at, however long it is and whatever its body', async () => {
  const box = mailbox('strange');
  const stranger = { 'In-Reply-To': '<x@y.example>', From: 'friend@elsewhere.example' };
  const parts = Array.from(
    { length: 300 },
    (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`,
  );
  const nested = { ...stranger, 'Content-Type': 'multipart/mixed; boundary=b0' };
  answer(parts.join(''), nested, join(box, 'new'));
  answer('a picture\n'.repeat(1_200_000), stranger, join(box, 'new'));
  answer('\n'.repeat(5_000_000), stranger, join(box, 'cur'));
  const ran = await store.run('read-mail', box, '--json');
  expect([ran.status, statesIn(ran)]).toEqual([0, ['other', 'other', 'other']]);
  // the same from the list's own address is an answer, and is looked at
  const own = await store.run(
    'read-mail',
    answer(parts.join(''), { 'Content-Type': nested['Content-Type'] }),
    '--json',
  );
  expect(mailIn(own)).toMatchObject({ state: 'refused', why: expect.stringContaining('nesting') });
});

test(
  'an answer is read as far as it can be one, whatever else it holds',
  async () => {
    const box = mailbox('long');
    const bodies = [
      'a'.repeat(LONG),
      `a${' '.repeat(LONG)}b`,
      `${'>'.repeat(LONG)}`,
      `${WALTER} talked ${'on 1 '.repeat(LONG / 5)}`,
      `${WALTER} talked ${'#1 talked '.repeat(9_000)}`,
      `${WALTER} talked ${'1.'.repeat(40_000)}`,
      `${WALTER} talked next ${'. '.repeat(40_000)}x`,
      `${'x'.repeat(70)}\n`.repeat(60_000),
      'On 1 Nov 2026 Lakeside wrote:\n> a\n'.repeat(30_000),
      `on 1 ${'schrieb '.repeat(LONG / 8)}`,
    ];
    for (const body of bodies) answer(`${WALTER}v\n\n${body}\n`, {}, join(box, 'new'));
    const ran = await store.run('read-mail', box, '--json');
    const mails: { state: string; logged: { outcome: string }[] }[] = JSON.parse(ran.stdout).mails;
    expect(mails.map(({ state, logged }) => `${state} ${logged[0]?.outcome}`)).toEqual(
      bodies.map(() => 'logged voicemail'),
    );
  },
  PATIENCE,
);

test('a mail that comes slowly through a pipe is read to its end', () => {
  const [ours, theirs] = [answer(`${WALTER}v\n`), answer('x', { 'In-Reply-To': '', From: 'x@y.example' })];
  const read = (writing: string): string => {
    const program = `'${process.execPath}' bin/beback.js --db '${store.db}' --on ${ON} --json read-mail -`;
    const { stdout } = spawnSync(
      'bash',
      ['-o', 'pipefail', '-c', `{ ${writing}; } | { ${program} || test $? = 3; } && echo whole`],
      {
        encoding: 'utf8',
      },
    );
    return `${/"state": "(\S+)"/.exec(stdout)?.[1]} ${stdout.split('\n').at(-2)}`;
  };
  expect(read(`sleep 2; cat '${ours}'`)).toBe('logged whole');
  expect(read(`cat '${theirs}'; sleep 2; head -c 20000000 /dev/zero`)).toBe('other whole');
});

test('what stands beyond the length of an answer is not read, and that is said', async () => {
  const ran = await store.run(
    'read-mail',
    answer(`${WALTER}v\n\n${'so much to say\n\n'.repeat(10_000)}${WALTER}t\n`),
    '--json',
  );
  expect(ran.status).toBe(3);
  const { logged, not_understood } = mailIn(ran);
  expect(logged).toMatchObject([{ line: 1 }]);
  expect(not_understood.at(-1)).toMatchObject({ why: 'too long: from here on nothing was read' });
});

test.each([
  ['bytes', 'a picture of a car, as letters\n'.repeat(300_000)],
  ['lines', '\n'.repeat(200_000)],
])('an answer of too many %s is refused', async (_, body) => {
  const file = answer(`${WALTER}v\n${body}`);
  const ran = await store.run('read-mail', file, '--json');
  expect([ran.status, mailIn(ran)]).toMatchObject([
    3,
    { state: 'refused', why: expect.stringMatching(/larg|lines/) },
  ]);
  expect(await contacts()).toEqual([]);
});

test('a blank text beside the HTML does not hide what was answered', async () => {
  const part = (type: string, body: string): string =>
    `--b\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${body}\r\n`;
  const body = `${part('plain', ' ')}${part('html', `<p>${WALTER}v</p>`)}--b--\r\n`;
  await store.run('read-mail', answer(body, { 'Content-Type': 'multipart/alternative; boundary=b' }));
  expect((await contacts()).map(({ outcome }) => outcome)).toEqual(['voicemail']);
});

test('a mail that cannot be read does not keep the next one from being read', async () => {
  const box = mailbox('odd');
  writeFileSync(join(box, 'new', 'a'), `X: ${'x'.repeat(3_000_000)}\r\n\r\n`);
  answer(`${WALTER}x\n`, {}, join(box, 'new'));
  const ran = await store.run('read-mail', box, '--json');
  expect([ran.status, statesIn(ran)]).toEqual([3, ['refused', 'logged']]);
});

test('the answer of somebody who was merged into another is the other’s', async () => {
  await store.run('salespeople', 'set', 'ben', '--alias', 'Ann Archer', '--merge');
  const ran = await store.run('read-mail', answer(`${WALTER}v\n`), '--json');
  expect([mailIn(ran).salesperson, mailIn(ran).logged.length]).toEqual(['Ben Baker', 1]);
});

test('in a Maildir other mail is passed over in silence, and the run is on record', async () => {
  const box = mailbox('box');
  answer('hello\n', { 'In-Reply-To': '', From: 'friend@elsewhere.example' }, join(box, 'new'));
  answer(`${WALTER}x\n`, {}, join(box, 'cur'));
  const ran = await store.run('read-mail', box, '--quiet');
  expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
  expect((await contacts()).map(({ outcome }) => outcome)).toEqual(['no-answer']);
  const { runs } = JSON.parse((await store.run('runs', '--json')).stdout);
  expect(runs.map((run: { command: string; exit_code: number }) => [run.command, run.exit_code])).toEqual([
    ['read-mail', 0],
    ['send', 0],
    ['import', 0],
  ]);
  expect(runs[0].counts).toEqual({ mails: 2, logged: 1, not_understood: 0, refused: 0 });
});
