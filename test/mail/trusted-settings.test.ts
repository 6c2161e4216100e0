/** Programs and secrets that the settings name are left alone where somebody else could have changed what they are. */

import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/engine/open-store.ts';
import { type Ran, start } from './store-with-lists.ts';

const isRoot = process.getuid?.() === 0;
const STRANGER = 54_321;

let root: string;
/** of the settings */
let folder: string;
/** of the programs */
let bin: string;
let ran: string;
let config: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'beback-trusted-'));
  folder = join(root, 'store');
  bin = join(root, 'bin');
  ran = join(root, 'ran');
  config = join(folder, 'store.toml');
  for (const one of [folder, bin]) mkdirSync(one, { mode: 0o755 });
  openStore(join(folder, 'store.db')).close();
  script('program', 0o755);
  writeFileSync(join(folder, 'secret'), 'open sesame\n', { mode: 0o600 });
});
afterEach(() => rmSync(root, { recursive: true }));

function script(name: string, mode: number): void {
  const path = join(bin, name);
  writeFileSync(path, `#!/bin/sh\ntouch '${ran}'\necho sesame\n`);
  chmodSync(path, mode);
}

const WAYS: Readonly<Record<string, () => string>> = {
  sendmail: () => `sendmail = "${bin}/program"`,
  password_command: () =>
    `host = "127.0.0.1"\nport = 1\nuser = "lists"\npassword_command = "${bin}/program --get"`,
  password_file: () => 'host = "127.0.0.1"\nport = 1\nuser = "lists"\npassword_file = "secret"',
};
function settings(keys: string, mode = 0o600): void {
  writeFileSync(config, `[mail]\nenabled = true\nfrom = "lists@lakeside.example"\n${keys}\n`);
  chmodSync(config, mode);
}
const beback = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  start(['--db', join(folder, 'store.db'), '--on', '2026-11-21', ...args], env).ended;

/** Nothing was run. */
async function refused(
  file: string,
  why: RegExp,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = ['send'],
): Promise<void> {
  const { status, stderr } = await beback(args, env);
  expect([status, stderr]).toEqual([2, expect.stringContaining(`${file} `)]);
  expect(stderr).toMatch(why);
  expect(existsSync(ran)).toBe(false);
}
/** There is nobody to send to: the way out is made ready, no more. */
async function accepted(): Promise<void> {
  expect(await beback(['--quiet', 'send'])).toEqual({ status: 0, stdout: '', stderr: '' });
  rmSync(ran, { force: true });
}
const WRITABLE = /can be written by others .*\(mode 0\d+\).*\n.*chmod go-w "/s;
const OWNED = /belongs to another user .*\n.*chown /s;

describe('the settings', () => {
  test.each(Object.keys(WAYS))('%s is used only where nobody else can write them', async (way) => {
    settings(WAYS[way]?.() ?? '', 0o644);
    await accepted();
    chmodSync(config, isRoot ? 0o664 : 0o666);
    await refused(config, WRITABLE);
    chmodSync(config, 0o602);
    const notDone = new RegExp(`"mail\\.${way}" of the settings is not (?:run|read)`);
    await refused(config, notDone, {}, ['send', '--test-to', 'me@example.com']);
  });

  test('in a folder others can write are not trusted', async () => {
    settings(WAYS.password_command?.() ?? '');
    chmodSync(folder, 0o777);
    await refused(folder, WRITABLE);
    chmodSync(folder, 0o755);
    chmodSync(root, 0o757);
    await refused(root, WRITABLE);
  });

  test('are where everybody may put files but only their owner may take them away', async () => {
    settings(WAYS.password_command?.() ?? '');
    chmodSync(root, 0o1777);
    await accepted();
  });

  test('that are a link to a file others can write are not trusted', async () => {
    settings(WAYS.password_command?.() ?? '');
    const real = join(root, 'real.toml');
    renameSync(config, real);
    symlinkSync('../real.toml', config);
    await accepted();
    chmodSync(real, 0o666);
    await refused(real, WRITABLE);
  });

  test.skipIf(!isRoot)('of somebody else, or in the folder of somebody else, are not trusted', async () => {
    settings(WAYS.password_command?.() ?? '');
    chownSync(config, STRANGER, STRANGER);
    await refused(config, OWNED);
    chownSync(config, 0, 0);
    chownSync(folder, STRANGER, STRANGER);
    await refused(folder, OWNED);
  });
});

describe('what the settings name', () => {
  test.each(['sendmail', 'password_command'])('%s: not a program others can write', async (way) => {
    settings(WAYS[way]?.() ?? '');
    chmodSync(join(bin, 'program'), 0o777);
    await refused(join(bin, 'program'), WRITABLE);
    chmodSync(join(bin, 'program'), 0o755);
    chmodSync(bin, 0o777);
    await refused(bin, WRITABLE);
  });

  test.skipIf(!isRoot).each(['sendmail', 'password_command'])('%s: not a stranger’s program', async (way) => {
    settings(WAYS[way]?.() ?? '');
    chownSync(join(bin, 'program'), STRANGER, STRANGER);
    await refused(join(bin, 'program'), OWNED);
  });

  test('not what a link to a program leads to', async () => {
    settings(`sendmail = "${folder}/sendmail"`);
    symlinkSync(join(bin, 'program'), join(folder, 'sendmail'));
    await accepted();
    chmodSync(join(bin, 'program'), 0o757);
    await refused(join(bin, 'program'), WRITABLE);
  });

  test.skipIf(!isRoot)('not a stranger’s password', async () => {
    settings(WAYS.password_file?.() ?? '');
    chownSync(join(folder, 'secret'), STRANGER, STRANGER);
    await refused(join(folder, 'secret'), OWNED);
  });

  test.each([
    ['a program in the search path', 'program'],
    ['one behind another', "printf x | 'program' -"],
    ['one behind an assignment', 'A=b program; true'],
    ['a script given to a shell', 'sh "BIN/program"'],
    ['a file that is read', 'cat < BIN/program'],
    ['a file in a flag', 'printf %s --file=BIN/program'],
  ])('in a line of shell, %s', async (_, command) => {
    const line = command.replaceAll('BIN', bin);
    settings(`host = "127.0.0.1"\nport = 1\nuser = "lists"\npassword_command = '''${line}'''`);
    const path = { PATH: `${bin}:/usr/bin:/bin` };
    expect((await beback(['send'], path)).status).toBe(0);
    rmSync(ran, { force: true });
    chmodSync(join(bin, 'program'), 0o757);
    await refused(join(bin, 'program'), WRITABLE, path);
  });

  test('certificates others could have put there are not trusted', async () => {
    const certificate = join(folder, 'ca.pem');
    settings('host = "localhost"\nport = 1\nca_file = "ca.pem"');
    writeFileSync(certificate, '', { mode: 0o600 });
    await accepted();
    chmodSync(certificate, 0o646);
    await refused(certificate, WRITABLE);
  });

  test('a server others can name is not told the password, wherever that is from', async () => {
    settings('host = "127.0.0.1"\nport = 1\nuser = "lists"', 0o666);
    await refused(config, WRITABLE, { BEBACK_MAIL_PASSWORD: 'open sesame' });
    settings('host = "127.0.0.1"\nport = 1', 0o666);
    await accepted();
  });
});

describe('doctor', () => {
  const findings = async (): Promise<string[]> => {
    const { stdout } = await beback(['doctor', '--json']);
    return JSON.parse(stdout).findings.flatMap(
      ({ ok, what, found, advice }: { ok: boolean; what: string; found: string; advice?: string }) =>
        ok ? [] : [`${what}: ${found}: ${advice}`],
    );
  };

  test('says who can read, and who can write', async () => {
    settings(WAYS.sendmail?.() ?? '');
    expect(await findings()).toEqual([]);
    chmodSync(config, 0o644);
    expect(await findings()).toEqual([
      `settings mode: 0644: others on this machine can read it: chmod 600 "${config}"`,
    ]);
    chmodSync(config, 0o622);
    expect(await findings()).toEqual([
      `settings mode: 0622: others on this machine can write it: chmod 600 "${config}"`,
    ]);
    chmodSync(config, 0o666);
    expect(await findings()).toEqual([
      `settings mode: 0666: others on this machine can read and write it: chmod 600 "${config}"`,
    ]);
  });

  test('says that others can write the folder, the database, or a program', async () => {
    settings(WAYS.sendmail?.() ?? '');
    chmodSync(bin, 0o777);
    expect(await findings()).toEqual([
      `mail: ${bin} can be written by others on this machine (mode 0777): "mail.sendmail" of the settings is not run: chmod go-w "${bin}"`,
    ]);
    chmodSync(bin, 0o755);
    chmodSync(folder, 0o777);
    const place = `place: ${folder} can be written by others on this machine (mode 0777): chmod go-w "${folder}"`;
    expect(await findings()).toEqual([`settings ${place}`, `database ${place}`]);
    chmodSync(join(folder, 'store.db'), 0o602);
    expect((await findings()).filter((one) => !one.startsWith('mail:'))).toEqual([
      `settings ${place}`,
      `database mode: 0602: others on this machine can write it: chmod 600 "${join(folder, 'store.db')}"`,
      `database ${place}`,
    ]);
  });
});
