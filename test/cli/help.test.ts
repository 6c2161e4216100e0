/** Help that teaches: whatever it says to type can be typed. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../src/cli/help/examples.ts';
import { guideAsText } from '../../src/cli/help/guide-as-text.ts';
import { TOPICS } from '../../src/cli/help/topics.ts';
import { buildProgram } from '../../src/cli/program.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
const PROGRAM = resolve('bin/beback.js');

function beback(args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, BEBACK_AS: 'Maria Delgado', BEBACK_DB: 'store.db', TZ: 'America/Chicago' },
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-help-'));
  const demo = resolve('fixtures/demo');
  copyFileSync(join(demo, 'beback.toml'), join(folder, 'store.toml'));
  const exports = readdirSync(demo).filter((name) => name.endsWith('.csv'));
  beback(['import', ...exports.map((name) => join(demo, name)), '--on', '2026-11-20']);
  copyFileSync(join(folder, 'store.db'), join(folder, 'kept.db'));
  copyFileSync(join(demo, 'sales-2023.csv'), join(folder, 'sales.csv'));
  copyFileSync(resolve('fixtures/layouts/reynolds-appointments.csv'), join(folder, 'schedule.csv'));
  writeFileSync(join(folder, 'dnc.csv'), '614,5550101\n614,5550102\n');
  writeFileSync(
    join(folder, 'inventory_20261116.csv'),
    'Stock Number,Year,Make,Model\nA1,2024,Honda,Pilot\n',
  );
  for (const name of ['trial.toml', 'my-dms.toml']) writeFileSync(join(folder, name), '', { mode: 0o600 });
  writeFileSync(join(folder, 'answer.eml'), 'From: x@example.com\n\nhello\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** As a shell takes a line apart; what stands behind three blanks is said of it. */
const wordsOf = (line: string): string[] =>
  [...(line.split(/ {3,}/)[0] ?? '').matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, bare]) => quoted ?? bare ?? '')
    .slice(1);

/** Of a command that is understood, whatever comes of it: numbers of entries, wishes and mails are made up. */
const UNDERSTOOD =
  /there is no (?:cover|entry|promise|wish|news|appointment|mail|case)|needs a terminal|name no sender|name no mailbox|sending is not switched on|has a plan already|nothing that could be taken back|is there already|no (?:customer|deal) is known|fits several customers|folder does not exist|~\/Maildir cannot be read/;

function refusalOf(line: string): string | null {
  copyFileSync(join(folder, 'kept.db'), join(folder, 'store.db'));
  const { status, stderr } = beback(wordsOf(line));
  return status === 0 || status === 3 || UNDERSTOOD.test(stderr) ? null : stderr;
}

/** What is shown; what only scripts call is not. */
const namesUnder = (command: Command, before = ''): string[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .flatMap((one) => {
      if (one.name() === 'help') return [];
      const name = `${before} ${one.name()}`.trim();
      return [name, ...namesUnder(one, name)];
    });

test('each command begins with what it is for and two examples, none has some that is gone', () => {
  const known = namesUnder(buildProgram().described());
  expect(Object.keys(EXAMPLES).filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => (EXAMPLES[name]?.length ?? 0) < 2 && name !== 'cron')).toEqual([]);
  const { stdout } = beback(['log', '--help']);
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'beback log: what came of a call',
    '',
    expect.stringMatching(/^ {2}beback log 118 voicemail/),
  ]);
});

describe('what help says to type is understood', () => {
  test.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
    for (const [typed] of examples) expect([typed, refusalOf(typed)]).toEqual([typed, null]);
  });
  test.each(Object.entries(TOPICS))('the guide %s', (name, { text }) => {
    const typed = [...text.matchAll(/^ {2}\$ (.*)$/gm)].flatMap(([, line]) => line ?? []);
    expect(typed.length).toBeGreaterThan(0);
    for (const line of typed) expect([line, refusalOf(line)]).toEqual([line, null]);
    const { status, stdout } = beback(['help', name]);
    expect([status, stdout.split('\n').every((line) => line.length <= 130)]).toEqual([0, true]);
    expect(stdout).toContain(text);
  });
});

test('a guide is laid out for the terminal it is read on, to the word', () => {
  const words = (text: string): string[] => text.split(/\s+/);
  for (const { text } of Object.values(TOPICS)) {
    expect(guideAsText(text, null)).toBe(text);
    for (const width of [40, 60, 80, 200]) {
      const shown = guideAsText(text, width);
      expect(words(shown).join('')).toBe(words(text).join(''));
      expect(shown.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
  }
  expect(guideAsText('  3    done\n  75   try again later\n       and so on\n', 22)).toBe(
    '  3    done\n  75   try again later\n       and so on\n',
  );
  expect(guideAsText('  75   try again\n       later, and so on\n', 21)).toBe(
    '  75   try again\n       later, and so\n       on\n',
  );
});

test('help names every guide', () => {
  const [, named = ''] = /^Guides: beback help ([\s\S]*?)\n\n/m.exec(beback(['--help']).stdout) ?? [];
  expect(named.split(/,\s+/).sort()).toEqual(Object.keys(TOPICS).sort());
});

test('a topic nobody wrote is an unknown command', () => {
  expect(beback(['help', 'salesperso']).status).toBe(2);
});
