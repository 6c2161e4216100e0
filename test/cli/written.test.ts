/** What is written into a file is told: where, and how much; and what is mistyped beside it is answered with what was meant. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
const path = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-written-'));
  beback('import', 'fixtures/demo/sales-2025-2026.csv');
  beback('salespeople', 'set', '101', '--email', 'maria@example.com');
});
afterAll(() => rmSync(folder, { recursive: true }));

function beback(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), '--on', '2026-11-21', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  return { status, stdout, stderr };
}

test.each<[string[], string, RegExp]>([
  [['today', '--all'], 'lists.csv', /^[1-9]\d* calls of [1-9]\d* lists written to (.*)$/m],
  [['today', '--all'], 'sheets', /^[1-9]\d* calls of [1-9]\d* lists written to (.*)$/m],
  [['letters', '--touch', 'anniversary'], 'letters.html', /^[1-9]\d* letters? written to (.*)$/m],
  [['export', 'sales'], 'sales.csv', /^[1-9]\d* records of sales written to (.*)$/m],
  [['export', 'calendar', '--for', '101'], 'calls.ics', /^[1-9]\d* touches written to (.*)$/m],
  [['export', 'vcard', '--for', '101'], 'book.vcf', /^[1-9]\d* cards written to (.*)$/m],
  [['send', '--dry-run'], 'mails', /^[1-9]\d* mails? written to (.*)$/m],
])('%j --out %s', (command, name, told) => {
  const { status, stdout, stderr } = beback(...command, '--out', path(name));
  expect([status, stdout, told.exec(stderr)?.[1]]).toEqual([0, '', path(name)]);
  const quiet = beback('--quiet', ...command, '--out', path(`quiet-${name}`));
  expect([quiet.status, quiet.stderr]).toEqual([0, '']);
});

test.each([
  [['log', '1', 'voicemial'], 'nothing was logged: "voicemial" is not an outcome; did you mean voicemail?'],
  [['log', '1', 'no', 'answr'], 'nothing was logged: "no answr" is not an outcome; did you mean no-answer?'],
  [['log', '1', 'talked', '--channel', 'emial'], '--channel emial is not known; did you mean email?'],
  [['block', '1', 'cal'], '"cal" is not a way to contact somebody; did you mean call?'],
  [['turn-off', '1', '--touch', 'anniversery', '--why', 'x'], 'did you mean anniversary?'],
  [['salespeople', 'set', 'Mara Delgado', '--code', '9'], 'did you mean Maria Delgado?'],
])('%j is answered with what was meant', (command, words) => {
  const { status, stderr } = beback(...command);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});
