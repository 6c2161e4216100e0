/** What is sent, to whom, on which day, and what the settings have to say about it. */

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MailServer } from './mail-server.ts';
import { CUSTOMERS, type MailStore, Stores, start, statesOf } from './store-with-lists.ts';

vi.setConfig({ testTimeout: 60_000 });

const stores = new Stores();
beforeAll(() => stores.make());
afterAll(() => stores.remove());

let server: MailServer;
let port: number;
let store: MailStore;

const settings = (more = '', rest = ''): string => `[store]
name = "Lakeside Motors"
timezone = "America/Chicago"
[mail]
enabled = true
from = "lists@lakeside.example"
host = "127.0.0.1"
port = ${port}
${more}
${rest}`;

beforeEach(async () => {
  server = new MailServer();
  port = await server.listen();
  store = stores.copy(settings());
});
afterEach(() => server.close());

const text = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);

describe('the mail of a salesperson', () => {
  test('holds the list as text, as HTML and for a spreadsheet, and nobody else’s customers', async () => {
    store.settings(settings('reply_to = "boss@lakeside.example"\nsheet = true'));
    expect(await store.run('send', '--for', 'ann', '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
    const [mail] = await server.mails();
    expect({
      from: mail?.from,
      to: mail?.to,
      cc: mail?.cc,
      replyTo: mail?.replyTo,
      subject: mail?.subject,
      files: mail?.attachments.map(({ filename, mimeType }) => `${filename} ${mimeType}`),
    }).toEqual({
      from: { name: 'Lakeside Motors', address: 'lists@lakeside.example' },
      to: [{ name: 'Ann Archer', address: 'ann@lakeside.example' }],
      cc: undefined,
      replyTo: [{ name: '', address: 'boss@lakeside.example' }],
      subject: 'Your calls for Saturday, November 21, 2026: 1',
      files: ['calls-2026-11-21-ann-archer.csv text/csv', 'calls-2026-11-21-ann-archer.html text/html'],
    });
    const headers = new Map(mail?.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('x-auto-response-suppress')).toBe('All');
    expect(mail?.messageId).toMatch(/^<2026-11-21\.calls\.[0-9a-f]{20}@lakeside\.example>$/);
    expect(mail?.text).toContain('Walter Quimby  (614) 555-0101 cell');
    expect(mail?.text?.split('\n').filter((line) => line.length > 76)).toEqual([]);
    expect(mail?.html).toContain('href="tel:+16145550101"');
    expect(mail?.html).not.toMatch(/<script|<img|<link|src=|https?:/);
    const csv = text(mail?.attachments[0]?.content ?? '');
    expect(csv.startsWith('\ufeff"number","customer_id","customer"')).toBe(true);
    expect(csv).toContain('"Walter Quimby"');
    expect(`${mail?.text}${mail?.html}${csv}`).not.toMatch(/Zorilla|Ortega/);
  });

  test('is written in files by a dry run, which leaves the ledger as it is', async () => {
    store.settings(settings().replace('enabled = true', 'enabled = false'));
    const folder = join(store.folder, 'mails');
    const ran = await store.run('send', '--dry-run', '--out', folder, '--json');
    expect([ran.status, server.counts, store.ledger()]).toEqual([0, {}, []]);
    const files = readdirSync(folder).sort();
    expect(files).toEqual(
      ['ann-archer', 'ben-baker', 'cem-candan'].map((name) => `calls-2026-11-21-${name}.eml`),
    );
    expect(files.map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    const mail = await PostalMime.parse(readFileSync(join(folder, files[1] ?? '')));
    expect([mail.to, mail.text?.includes('Xenia Zorilla')]).toEqual([
      [{ name: 'Ben Baker', address: 'ben@lakeside.example' }],
      true,
    ]);
    expect(JSON.parse(ran.stdout).mails[1]).toEqual({
      file: join(folder, files[1] ?? ''),
      kind: 'calls',
      salesperson: { code: null, name: 'Ben Baker' },
      address: 'ben@lakeside.example',
      calls: 1,
    });
  });

  test('goes to the test address only, marked, with sending still switched off and the ledger left as it is', async () => {
    store.settings(
      settings('managers = ["boss@lakeside.example"]').replace('enabled = true', 'enabled = false'),
    );
    expect((await store.run('send', '--test-to', 'me@lakeside.example', '--quiet')).status).toBe(0);
    expect([server.counts, store.ledger()]).toEqual([{ me: 4 }, []]);
    const mails = await server.mails();
    expect(mails.map(({ subject }) => subject?.replace(/\] .*/, ']'))).toEqual([
      '[TEST for Ann Archer]',
      '[TEST for Ben Baker]',
      '[TEST for Cem Candan]',
      '[TEST for boss@lakeside.example]',
    ]);
    expect(server.received.map(({ raw }) => /^To: .*$/m.exec(raw)?.[0]).join()).not.toMatch(/ann@|ben@|cem@/);
  });

  test('survives a name that tries to be a header', async () => {
    await store.run('salespeople', 'set', 'ann', '--name', 'Ann\r\nBcc: eve@evil.example <x>, "y"');
    expect((await store.run('send', '--quiet')).status).toBe(0);
    expect(server.counts).toEqual({ ann: 1, ben: 1, cem: 1 });
    const mails = await server.mails();
    expect(mails.map(({ bcc }) => bcc)).toEqual([undefined, undefined, undefined]);
    expect(mails.flatMap(({ to }) => to?.map(({ address }) => address) ?? []).sort()).toEqual([
      'ann@lakeside.example',
      'ben@lakeside.example',
      'cem@lakeside.example',
    ]);
  });
});

describe('send --check', () => {
  test('proves the way out with one line to whoever acts, and nobody gets anything else', async () => {
    store.settings(
      settings('managers = ["boss@lakeside.example"]').replace('enabled = true', 'enabled = false'),
    );
    const { status, stdout, stderr } = await store.run('send', '--check', '--as', 'Ben Baker');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr.split('\n')).toEqual([
      `127.0.0.1:${port}: ready`,
      'would go to Ann Archer <ann@lakeside.example>: 1 call',
      'would go to Ben Baker <ben@lakeside.example>: 1 call',
      'would go to Cem Candan <cem@lakeside.example>: 1 call',
      'would go to boss@lakeside.example: the digest',
      'One line went to ben@lakeside.example: look whether it arrives.',
      'Sending is still switched off: once the line is there, set enabled = true under [mail].',
      '',
    ]);
    expect([server.counts, store.ledger()]).toEqual([{ ben: 1 }, []]);
    expect(server.received[0]?.raw).not.toMatch(CUSTOMERS);
    expect((await server.mails())[0]?.subject).toBe('[CHECK] mail from Lakeside Motors arrives');
  });

  test.each([
    ['the first manager', 'managers = ["boss@lakeside.example"]', [], 'boss'],
    ['the sender, without one', '', [], 'lists'],
    [
      'an address that is named',
      'managers = ["boss@lakeside.example"]',
      ['--test-to', 'me@lakeside.example'],
      'me',
    ],
  ])('of nobody in particular it goes to %s', async (_, more, args, to) => {
    store.settings(settings(more));
    const ran = await store.run('send', '--check', '--json', ...args);
    expect([ran.status, server.counts]).toEqual([0, { [to]: 1 }]);
    const whole = { to: `${to}@lakeside.example`, sent: true, why: null };
    expect(JSON.parse(ran.stdout)).toMatchObject(whole);
    expect(JSON.parse(ran.stdout).would_send).toHaveLength(more === '' ? 3 : 4);
  });

  test('says what keeps mail from going out, and when another try is worth it', async () => {
    server.faults.set('lists', 'refuse-recipient');
    expect(await store.run('send', '--check')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('no such mailbox'),
    });
    server.faults.set('lists', 'recipient-later');
    expect((await store.run('send', '--check')).status).toBe(75);
    await server.close();
    const { status, stderr } = await store.run('send', '--check');
    expect([status, stderr]).toEqual([75, expect.stringContaining(`127.0.0.1:${port} cannot be used`)]);
    expect((await store.run('send', '--check', '--dry-run')).status).toBe(2);
  });
});

describe('the digest', () => {
  test('tells managers who got what, what was refused and what is nobody’s', async () => {
    store.settings(settings('managers = ["boss@lakeside.example"]'));
    await store.run('salespeople', 'set', 'cem', '--left', '2026-11-01');
    server.faults.set('ben', 'refuse-recipient');
    expect((await store.run('send', '--quiet')).status).toBe(3);
    expect(server.counts).toEqual({ ann: 1, boss: 1 });
    const digest = (await server.mails()).find(({ to }) => to?.[0]?.address === 'boss@lakeside.example');
    expect(digest?.subject).toBe('Call lists of Saturday, November 21, 2026: 2 salespeople, 2 calls');
    expect(digest?.text).toMatch(/Ann Archer +1 +0 +0 +0 +sent/);
    expect(digest?.text).toMatch(/Ben Baker +1 +0 +0 +0 +refused/);
    expect(digest?.text).toMatch(/Ben Baker <ben@lakeside.example>: refused, 550 5\.1\.1 no such\s+mailbox/);
    expect(digest?.text).toMatch(/Last import: .*\(sales\.csv\)/);
    expect(digest?.text).toContain('Yusuf Ortega');
    expect(digest?.attachments.map(({ filename }) => filename)).toEqual(['calls-2026-11-21-house.csv']);
    expect((await store.run('send', '--quiet')).status).toBe(0);
    expect(server.counts).toEqual({ ann: 1, boss: 1 });
  });

  test('tells what was done on the last business day and what closed uncalled, the week at its beginning, and who waits', async () => {
    store.settings(settings('managers = ["boss@lakeside.example"]', '[plan]\ncalls_a_day = 1'));
    const more = join(store.folder, 'more.csv');
    writeFileSync(
      more,
      `Deal No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson
4,Zoe Tanner,6145550104,2026-11-14,1HGCM82633A004355,Ann Archer
5,Abel Kemp,6145550105,2026-11-14,1HGCM82633A004356,Ann Archer
`,
    );
    expect((await store.run('import', more)).status).toBe(0);
    const logged = (...args: string[]) => store.run('log', ...args, '--on', '2026-11-20');
    expect((await logged('1', 'voicemail', '--as', 'Ann Archer')).status).toBe(0);
    expect((await logged('3', 'talked', '--as', 'Ann Archer')).status).toBe(0);
    const digestOf = async (day: string): Promise<string> => {
      const folder = join(store.folder, day);
      await store.run('send', '--dry-run', '--out', folder, '--on', day);
      const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('digest'));
      const { text: plain = '', html = '' } = await PostalMime.parse(readFileSync(join(folder, file)));
      for (const said of plain.match(/Done (on|from) .*/g) ?? []) expect(html).toContain(said);
      // but for what is there to be pasted
      const long = plain.split('\n').filter((line) => line.length > 76 && !line.includes('--head'));
      expect(long).toEqual([]);
      return plain;
    };
    const saturday = await digestOf('2026-11-21');
    expect(saturday.match(/Done (on|from) .*/g)).toEqual(['Done on Friday, November 20, 2026']);
    expect(saturday).toMatch(/Ann Archer +1 +0 +1 +0 +not sent yet/);
    expect(saturday).toMatch(/^beback journal verify --entries \d+ --head [0-9a-f]{64}$/m);
    const [told = ''] = saturday.slice(saturday.indexOf('Done on')).split('\nThe journal as of');
    expect(told).toMatchInlineSnapshot(`
      "Done on Friday, November 20, 2026
      Salesperson  Calls  Talks  VM  Msgs  Appts  Sold  Kept  Broken  Uncalled
      Ann Archer       2      1   1     0      0     0     0       0         2
      Ben Baker        0      0   0     0      0     0     0       0         1
      House            0      0   0     0      0     0     0       0         0
      Total            2      1   1     0      0     0     0       0         3
      VM: voicemails. Msgs: texts and e-mails. No: not interested. Kept, Broken:
      promises. Uncalled: closed, and nobody had tried. Given up: by the last of
      the tries.

      Closed uncalled, and given up
      Salesperson  Touch                       Uncalled  Held back  Given up
      Ann Archer   Third day: how is the car?         2          0         0
      Ben Baker    Third day: how is the car?         1          0         0

      Nobody is on the house list.
      "
    `);
    const monday = await digestOf('2026-11-23');
    expect(monday).toMatch(
      /Nothing was done, and nothing closed uncalled, on Saturday,\s+November\s+21,\s+2026\./,
    );
    expect(monday).toMatch(
      /Done from Monday, November 16, 2026 to Sunday, November 22, 2026\n.*\nAnn Archer +2 +1 +1 /,
    );
  });

  test('is not sent when one person’s list is asked for', async () => {
    store.settings(settings('managers = ["boss@lakeside.example"]'));
    await store.run('send', '--for', 'ann', '--quiet');
    expect(server.counts).toEqual({ ann: 1 });
  });
});

describe('the calendar', () => {
  test.each([
    ['a Sunday, as shipped', '', '2026-11-22'],
    ['a holiday', '[calendar]\nholidays = [2026-11-21]', '2026-11-21'],
    [
      'a Saturday of a store that works five days',
      '[calendar]\nbusiness_days = ["mon","tue","wed","thu","fri"]',
      '2026-11-21',
    ],
  ])('%s sends nothing and says so', async (_, calendar, on) => {
    store.settings(settings('', calendar));
    const { status, stdout, stderr } = await store.run('send', '--on', on);
    expect([status, stdout, server.counts, store.ledger()]).toEqual([0, '', {}, []]);
    expect(stderr).toMatch(/is not a business day: nothing is sent/);
  });

  test('a person’s day off sends them nothing, and what closed on it is on the next list', async () => {
    // settled on the third day: open on Saturday 21 only
    const plan =
      '[[touch]]\nid = "seventh"\nlabel = "Seventh day"\nfrom = "sale"\nat = ["7d"]\nopens = "0d"\ncloses = "0d"\n';
    store.settings(settings('', `[calendar]\ndays_off = { "Ann Archer" = ["2026-11-21"] }\n${plan}`));
    expect((await store.run('send', '--quiet')).status).toBe(0);
    expect(server.counts).toEqual({ ben: 1, cem: 1 });
    expect((await store.run('send', '--quiet', '--on', '2026-11-23')).status).toBe(0);
    expect(server.counts).toEqual({ ann: 1, ben: 1, cem: 1 });
    const ann = (await server.mails()).find(({ to }) => to?.[0]?.address === 'ann@lakeside.example');
    for (const part of [ann?.text, ann?.html])
      expect(part).toContain('Seventh day, due Nov 21, closed Nov 21, your day off');
  });
});

test('a resend is a new message for who got one, and says nothing about who did not ask', async () => {
  await store.run('send', '--quiet');
  const [before] = await server.mails();
  expect((await store.run('send', '--resend', '--for', 'ann', '--quiet')).status).toBe(0);
  expect(server.counts).toEqual({ ann: 2, ben: 1, cem: 1 });
  const [, , , again] = await server.mails();
  expect(again?.messageId).not.toBe(before?.messageId);
});

describe('the connection', () => {
  const SECRET = 'hunter2 correct horse';
  const login = `user = "lists"\n`;
  const withLogin = (): MailServer =>
    new MailServer({
      authOptional: false,
      allowInsecureAuth: true,
      authMethods: ['PLAIN', 'LOGIN'],
      onAuth: ({ username, password }, _, done) => {
        if (username === 'lists' && password === SECRET) done(null, { user: username });
        else done(new Error(`535 wrong: ${username} ${password}`));
      },
    });

  async function restart(other: MailServer): Promise<void> {
    await server.close();
    server = other;
    port = await server.listen();
  }

  test.each([
    ['the environment', '', { BEBACK_MAIL_PASSWORD: SECRET }],
    ['a file', 'password_file = "secret"', {}],
    ['a command', `password_command = "printf '%s\\\\n' '${SECRET}'"`, {}],
  ])('takes its password from %s', async (_, keys, env) => {
    await restart(withLogin());
    store.settings(settings(login + keys));
    writeFileSync(join(store.folder, 'secret'), `${SECRET}\n`, { mode: 0o600 });
    const ran = await start(['--db', store.db, '--on', '2026-11-21', 'send'], env).ended;
    expect([ran.status, server.counts]).toEqual([0, { ann: 1, ben: 1, cem: 1 }]);
    expect(ran.stdout + ran.stderr + readFileSync(store.db, 'latin1')).not.toContain(SECRET);
    expect(ran.stderr).not.toMatch(CUSTOMERS);
  });

  test('a password that is refused is not repeated, and everybody waits', async () => {
    await restart(withLogin());
    store.settings(settings(`${login}password_command = "echo open sesame"`));
    const ran = await store.run('send', '--quiet');
    expect([ran.status, statesOf(store.ledger())]).toEqual([
      3,
      { ann: 'planned', ben: 'planned', cem: 'planned' },
    ]);
    expect(ran.stderr).toContain('the user name or password was not accepted (535)');
    expect(ran.stderr).not.toContain('sesame');
  });

  test('a password file that others can read is refused', async () => {
    store.settings(settings(`${login}password_file = "secret"`));
    writeFileSync(join(store.folder, 'secret'), SECRET);
    chmodSync(join(store.folder, 'secret'), 0o644);
    const ran = await store.run('send');
    expect([ran.status, server.counts]).toEqual([2, {}]);
    expect(ran.stderr).toMatch(/secret can be read by others on this machine\ntry: chmod 600/);
  });

  test('without STARTTLS nothing is sent where it is asked for', async () => {
    store.settings(settings('security = "starttls"'));
    const ran = await store.run('send', '--quiet');
    expect([ran.status, server.counts]).toEqual([3, {}]);
    expect(ran.stderr).toMatch(/the server offers no TLS/);
  });

  const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
  test.skipIf(!hasOpenssl).each(['starttls', 'tls'])(
    '%s wants a certificate it can trust',
    async (security) => {
      const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(store.folder, name)) as [string, string];
      const made =
        '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost';
      spawnSync('openssl', ['req', ...made.split(' '), '-keyout', key, '-out', cert]);
      await restart(
        new MailServer({
          key: readFileSync(key),
          cert: readFileSync(cert),
          secure: security === 'tls',
          disabledCommands: [],
        }),
      );
      const keys = `security = "${security}"\n`;
      store.settings(settings(keys).replace('127.0.0.1', 'localhost'));
      const refused = await store.run('send', '--quiet');
      expect([refused.status, server.counts]).toEqual([3, {}]);
      expect(refused.stderr).toContain('certificate is not trusted');
      store.settings(settings(`${keys}ca_file = "cert.pem"`).replace('127.0.0.1', 'localhost'));
      expect(await store.run('send', '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(server.counts).toEqual({ ann: 1, ben: 1, cem: 1 });
    },
  );

  test('sendmail gets one recipient and the message, and its exit code is understood', async () => {
    const program = join(store.folder, 'sendmail');
    writeFileSync(
      program,
      `#!/bin/sh
for to; do :; done
echo "$@" >> "${store.folder}/calls"
case $to in ben@*) cat > /dev/null; exit 67;; cem@*) cat > /dev/null; exit 75;; esac
cat > "${store.folder}/$to.eml"
`,
      { mode: 0o755 },
    );
    store.settings(settings(`sendmail = "${program}"`).replace(/^(?:host|port) = .*\n/gm, ''));
    expect((await store.run('send', '--quiet')).status).toBe(3);
    expect(statesOf(store.ledger())).toEqual({ ann: 'sent', ben: 'failed', cem: 'planned' });
    expect(readFileSync(join(store.folder, 'calls'), 'utf8').split('\n')[0]).toBe(
      '-i -f lists@lakeside.example -- ann@lakeside.example',
    );
    const message = readFileSync(join(store.folder, 'ann@lakeside.example.eml'), 'utf8');
    expect(message).not.toContain('\r');
    expect((await PostalMime.parse(message)).text).toContain('Walter Quimby');
  });
});

test('a day off of somebody who is no salesperson needs a look, as long as it is to come', async () => {
  const off = (day: string): string => settings('', `[calendar]\ndays_off = { "Ann Acher" = ["${day}"] }`);
  store.settings(off('2026-11-23'));
  const ran = await store.run('send', '--quiet');
  expect([ran.status, ran.stdout, server.counts]).toEqual([3, '', { ann: 1, ben: 1, cem: 1 }]);
  expect(ran.stderr).toContain('days_off under [calendar] names "Ann Acher", who is not a salesperson');
  expect((await store.run('send', '--dry-run', '--quiet')).status).toBe(3);
  store.settings(off('2026-11-20'));
  expect(await store.run('send', '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
});

describe('settings that are wrong are exit 2, by line and key', () => {
  test.each([
    ['password = "x"', 'line 9: unknown key "mail.password"'],
    ['host2 = "x"', 'line 9: unknown key "mail.host2"'],
    ['reply_to = "a@b.example, c@d.example"', 'line 9: "mail.reply_to" must be one plain e-mail address'],
    ['managers = ["boss@b.example", "x y@b.example"]', 'line 9: "mail.managers" must be one plain'],
    ['timeout_seconds = 0', 'line 9: "mail.timeout_seconds" must be a whole number from 1 to 600'],
    ['security = "ssl"', 'line 9: "mail.security" must be "tls", "starttls" or "none"'],
    ['sendmail = "/usr/sbin/sendmail"', 'line 9: "mail.sendmail" and "mail.host" exclude each other'],
    ['[calendar]\nbusiness_days = ["someday"]', 'line 10: "calendar.business_days" must be days of the week'],
    ['[calendar]\nholidays = ["2026-02-30"]', 'line 10: "calendar.holidays" must be a day of the calendar'],
    ['[calendar]\ndays_off = { "1042" = ["soon"] }', 'line 10: "calendar.days_off.1042" must be a day'],
    ['sheet = 1', 'line 9: "mail.sheet" must be true or false'],
    ['host2 = { a = 1 }', 'line 9: unknown key "mail.host2"'],
    [
      'managers = "boss@x.co"',
      'line 9: "mail.managers" must be a list in square brackets\ntry: managers = ["boss@x.co"]',
    ],
    [
      '[calendar]\nholidays = "2026-12-25"',
      'must be a list in square brackets\ntry: holidays = ["2026-12-25"]',
    ],
    [
      '[calendar]\ndays_off = { "1042" = 2026-12-24 }',
      '"calendar.days_off.1042" must be a list in square brackets\ntry: "1042" = ["2026-12-24"]',
    ],
    ['[calendar]\nbusiness_days = "mon"', 'must be a list in square brackets\ntry: business_days = ["mon"]'],
    ['[calendar]\ndays_off = "ann"', '"calendar.days_off" must be a table'],
    ['[layout]\nname = "x"', '"layout" must be tables: write [[layout]] above each'],
  ])('%s', async (keys, message) => {
    store.settings(settings(keys));
    const { status, stderr } = await store.run('send');
    expect([status, server.counts]).toEqual([2, {}]);
    expect(stderr).toContain(message);
  });

  test('a server elsewhere without TLS', async () => {
    store.settings(settings('security = "none"').replace('127.0.0.1', 'mail.example.com'));
    const { status, stderr } = await store.run('send');
    expect(status).toBe(2);
    expect(stderr).toContain('line 9: "mail.security" may be "none" for a server on this machine only');
  });

  test('sending that was not switched on', async () => {
    store.settings(settings().replace('enabled = true', ''));
    const { status, stderr } = await store.run('send', '--json');
    expect([status, JSON.parse(stderr).error.code, server.counts]).toEqual([2, 'mail-off', {}]);
  });

  test.each(['a@b.example\r\nc@d.example', 'a@b.example,c@d.example', 'a b@c.example', 'a@b.example '])(
    'an address such as %j',
    async (address) => {
      expect((await store.run('send', '--test-to', address)).status).toBe(2);
      expect((await store.run('salespeople', 'set', 'ann', '--email', address)).status).toBe(2);
    },
  );
});

test('sending from a store that is not there is a mistake, and leaves no file behind', async () => {
  const db = join(store.folder, 'other.db');
  writeFileSync(join(store.folder, 'other.toml'), settings());
  const { status } = await start(['--db', db, '--on', '2026-11-21', 'send']).ended;
  expect([status, existsSync(db), existsSync(`${db}-sending`)]).toEqual([2, false, false]);
});
