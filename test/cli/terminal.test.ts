/** What a person sees and types on a real terminal, 80 columns wide. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** A server of its own, by the name of the folder: the tests of another checkout may run at the same time. */
const tmux = (...args: string[]): string =>
  spawnSync('tmux', ['-u', '-L', `${basename(folder)}-${servers}`, ...args], { encoding: 'utf8' }).stdout;
const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

let folder = '';
let db: string;
let servers = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-terminal-'));
  db = join(folder, 'store.db');
});
afterEach(() => {
  pager = '';
  columns = 80;
  tmux('kill-server');
  rmSync(folder, { recursive: true });
});

/** What shows what is longer than the screen. */
let pager = '';
let columns = 80;

function start(...args: string[]): void {
  tmux('kill-server');
  // a server that was killed is a moment in going, and takes no new session
  servers += 1;
  const command = [process.execPath, resolve('bin/beback.js'), '--db', db, ...args]
    .map((arg) => `'${arg}'`)
    .join(' ');
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-x',
    `${columns}`,
    '-y',
    columns < 80 ? '400' : '40',
    `export BEBACK_PAGER='${pager}'; ${command}; echo "[exit $?]"; sleep 60`,
  );
}

/** Waits until the screen shows `text`; gives the screen. */
async function seen(text: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const screen = tmux('capture-pane', '-p');
    if (screen.includes(text)) return screen;
    await pause(100);
  }
  throw new Error(`never seen: ${text}\n${tmux('capture-pane', '-p')}`);
}

async function type(...keys: string[]): Promise<void> {
  tmux('send-keys', ...keys);
  await pause(150);
}

/** Each question once, typed to when it is there. */
async function answer(question: string, ...keys: string[]): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const last = tmux('capture-pane', '-p')
      .trimEnd()
      .split('\n')
      .findLast((line) => line.startsWith('?'));
    if (last?.includes(question)) break;
    await pause(50);
  }
  await seen(question);
  for (const key of keys) {
    await type(key);
    await pause(150);
  }
}

describe.skipIf(!hasTmux)('an export whose header is not understood', () => {
  const file = resolve('fixtures/broken/unknown-header.csv');

  test('is asked about, and the answer is saved for next month', async () => {
    start('import', file);
    await seen('Tell me what the columns are?');
    await type('Enter');
    await answer('Which column is the deal number, VIN or stock number?', 'Enter');
    await answer('What is in Ref?', 'Enter');
    await answer('Which column is the customer name?', 'Enter');
    await answer('What is in Who?', 'company', 'Enter');
    await answer('Which column is the sale date?', '(back)', 'Enter');
    await answer('Which column is the customer name?', 'Who', 'Enter');
    await answer('What is in Who?', 'Enter');
    await answer('Which column is the sale date?', 'Enter');
    await answer('What is in What?', 'year, make', 'Enter');
    await answer('What is in How Much?', 'no more', 'Enter');
    const shown = await seen('Right?');
    expect(shown).toContain('Row A Good, no phone · Honda Accord, no VIN · deal A-1, sold March 25, 2026');
    await type('n', 'Enter');
    await answer('Which column was taken wrongly?', 'Ref', 'Enter');
    await answer('What is in Ref?', 'stock', 'Enter');
    expect(await seen('Right?')).toContain('stock A-1 · no deal number');
    await type('Enter');
    await seen('A name for this layout');
    await type('Enter');
    const screen = await seen('[exit 0]');
    expect(screen).toContain('2 rows: 2 new, 0 changed, 0 same, 0 skipped, 0 rejected');
    expect(readFileSync(join(folder, 'store.toml'), 'utf8')).toContain('full_name = "Who"');
    const again = spawnSync(process.execPath, ['bin/beback.js', '--db', db, 'import', file], {
      encoding: 'utf8',
    });
    expect(again.stdout).toContain('sales as my-dms');
    expect(again.stdout).toContain('2 rows: 0 new, 0 changed, 2 same');
  });

  test('is left alone when the person gives up with Ctrl-C', async () => {
    start('import', file);
    await seen('Tell me what the columns are?');
    await type('C-c');
    await seen('[exit 130]');
    expect([existsSync(db), existsSync(join(folder, 'store.toml'))]).toEqual([false, false]);
  });
});

describe.skipIf(!hasTmux)('a new store', () => {
  const config = (): string => readFileSync(join(folder, 'store.toml'), 'utf8');
  const isMade = (): boolean[] => [db, join(folder, 'store.toml')].map((path) => existsSync(path));

  async function answerAll(): Promise<void> {
    await answer('What is the store called?', 'Lakeside "Motors" #1', 'Enter');
    await answer('In which country is it?', 'atlantis', 'Enter');
    await seen('or its two letters');
    await type('C-u');
    await answer('In which country is it?', 'canada', 'Enter');
    await answer('In which time zone?', 'toronto', 'Enter');
    await answer('A manager', 'Pat Boss pat@x.example', 'Enter');
    await answer('Another manager', 'Enter');
    await answer('A salesperson', 'Dana', 'Enter');
    await seen('write it as 1042 Dana Reyes');
    await type('C-u');
    await answer('A salesperson', '1042 Dana Reyes dana@x.example', 'Enter');
    await answer('Another salesperson', '1042 Ben Lee', 'Enter');
    await seen('is named already');
    await type('C-u');
    await answer('Another salesperson', 'Enter');
    await answer('E-mail that will send', 'Enter');
    await seen('Write it?');
  }

  test('is asked for, shown as it will be written, put right, and then written', async () => {
    start('init');
    await answerAll();
    expect(isMade()).toEqual([false, false]);
    await type('n', 'Enter');
    await answer('What shall be different?', 'odometers', 'Enter');
    await answer('What do odometers count?', 'miles', 'Enter');
    const shown = await seen('Write it?');
    await type('Enter');
    await seen('[exit 0]');
    for (const line of config().trimEnd().split('\n').slice(-10)) expect(shown).toContain(line);
    expect(config()).toContain('name = "Lakeside \\"Motors\\" #1"\ncountry = "CA"');
    expect(config()).toMatch(/^timezone = "America\/Toronto"[\s\S]*^units = "miles"[\s\S]*pat@x.example/m);
    const people = ['bin/beback.js', '--db', db, 'salespeople', '--json'];
    expect(
      JSON.parse(spawnSync(process.execPath, people, { encoding: 'utf8' }).stdout).salespeople,
    ).toMatchObject([{ code: '1042', name: 'Dana Reyes', email: 'dana@x.example' }]);
  });

  test('is not made when the person gives up, by Ctrl-C or at the end', async () => {
    start('init', '--name', 'Lakeside', '--country', 'CA', '--manager', 'Pat');
    await seen('In which time zone?');
    await type('C-c');
    expect(await seen('[exit 130]')).toContain('Nothing was written.');
    expect(isMade()).toEqual([false, false]);
    start('init', '--name', 'Lakeside', '--country', 'CA', '--manager', 'Pat', '--salesperson', '1 Ann');
    await answer('In which time zone?', 'toronto', 'Enter');
    await answer('E-mail that will send', 'Enter');
    await seen('Write it?');
    await type('n', 'Enter');
    await answer('What shall be different?', 'nothing', 'Enter');
    expect(await seen('[exit 130]')).toContain('Nothing was written.');
    expect(isMade()).toEqual([false, false]);
  });

  test('is made without a question where flags say all that is needed', async () => {
    start('init', '--name', 'Lakeside', '--country', 'CA', '--timezone', 'America/Toronto');
    expect(await seen('[exit 0]')).not.toContain('?');
    expect(isMade()).toEqual([true, true]);
  });
});

describe.skipIf(!hasTmux)('dates that can be read two ways', () => {
  test('are asked about, once for all files', async () => {
    const files = ['a', 'b'].map((name) => join(folder, `${name}.csv`));
    for (const [i, file] of files.entries())
      writeFileSync(file, `Deal Number,Sale Date,Customer Name,VIN\n${i + 1},03/04/2026,Ann Lee,\n`);
    start('import', ...files);
    await answer('How is 03/04/2026 written? (Sale Date of a.csv)', 'Down', 'Enter');
    await seen('[exit 0]');
    const exported = ['bin/beback.js', '--db', db, 'export', 'sales', '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, exported, { encoding: 'utf8' });
    expect(JSON.parse(stdout).map(({ sold_on }: { sold_on: string }) => sold_on)).toEqual([
      '2026-04-03',
      '2026-04-03',
    ]);
  });
});

describe.skipIf(!hasTmux)('an export', () => {
  test('is harmless on a terminal and as it was written in a pipe', async () => {
    const run = (...args: string[]): string =>
      spawnSync(process.execPath, ['bin/beback.js', '--db', db, ...args], { encoding: 'utf8' }).stdout;
    run('import', 'fixtures/demo/sales-2025-2026.csv');
    run('--as', '101', 'log', '1', 'talked', '-m', 'red \u001b[31m\u009b32mcar\u001b]0;owned\u0007');
    const piped = run('export', 'contacts');
    start('export', 'contacts');
    await seen('[exit 0]');
    const screen = tmux('capture-pane', '-p', '-e');
    expect(piped).toContain('red \u001b[31m');
    expect(screen).toContain('red ');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(screen).not.toMatch(/\u001b\[31m|\u001b\[32m/);
    expect(tmux('display-message', '-p', '#{pane_title}')).not.toContain('owned');
  });
});

describe.skipIf(!hasTmux)('the call list', () => {
  test('is shown page by page where it is longer than the screen, and not where it is shorter', async () => {
    pager = `${process.execPath} ${join(folder, 'pager.cjs')}`;
    const show =
      "process.stdin.on('data', (text) => console.log('[paged] ' + String(text).split('\\n')[0]));";
    writeFileSync(join(folder, 'pager.cjs'), show);
    spawnSync(process.execPath, ['bin/beback.js', '--db', db, 'import', 'fixtures/demo/sales-2025-2026.csv']);
    start('today', '--all', '--on', '2026-11-21');
    expect(await seen('[exit 0]')).toContain('[paged] ');
    start('show', '1');
    expect(await seen('[exit 0]')).not.toContain('[paged]');
  });

  test('fits 80 columns, every line of it', async () => {
    spawnSync(process.execPath, ['bin/beback.js', '--db', db, 'import', 'fixtures/demo/sales-2025-2026.csv']);
    start('today', '--for', '101', '--on', '2026-11-21');
    const screen = await seen('[exit 0]');
    expect(screen).toContain('Maria Delgado · Saturday, November 21, 2026');
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe.skipIf(!hasTmux)('a terminal of 40 columns', () => {
  test('has help, guides, settings, reports and calls without a word broken or a date cut off', async () => {
    columns = 40;
    const shown = async (...args: string[]): Promise<string> => {
      start(...args);
      return seen('[exit 0]');
    };
    const help = await shown('log', '--help');
    expect(help).toContain('  --next <day>\n      be in touch again on that day:\n');
    for (const word of ['several', 'do-not-contact', 'recorded', 'salesperson,'])
      expect(help).toContain(word);
    expect(await shown('help', 'exit-codes')).toContain(
      '  3    done, but something needs a look:\n       rows rejected,',
    );
    expect(await shown('config', 'law')).toContain(
      'law.sunday  none  (default)\nlaw.holidays  none  (default)',
    );
    const report = await shown('import', resolve('fixtures/layouts/cdk-fisales-closed.csv'));
    expect(report).toContain('    line 8, deal 48861: FIDealType\n      "Wholesale" a wholesale deal:\n');
    const calls = await shown('today', '--all', '--on', '2026-11-21');
    expect(calls).toContain('   Service is due, due Nov 18, closes\n   Dec 2\n');
    for (const screen of [help, report, calls])
      for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });
});
