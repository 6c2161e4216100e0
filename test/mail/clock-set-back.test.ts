/** The clock of a machine may be set back: a day whose mails went out is not sent again. */

import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** Loaded before the program: it is always that instant. */
const CLOCK = `const now = Date.parse(process.env.FAKE_NOW);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) { super(...(given.length === 0 ? [now] : given)); }
  static now() { return now; }
};`;

test('a finished day stays finished when the clock is set back a day, and goes on behind it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beback-clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  copyFileSync('fixtures/stores/before-rooms.db', path('store.db'));
  writeFileSync(path('clock.cjs'), CLOCK);
  writeFileSync(path('sent'), '');
  writeFileSync(path('sendmail'), `#!/bin/sh\ncat > /dev/null\necho "$5" >> '${path('sent')}'\n`);
  chmodSync(path('sendmail'), 0o755);
  const mail = `[mail]\nenabled = true\nfrom = "lists@lakeside.example"\nsendmail = "${path('sendmail')}"\n`;
  writeFileSync(path('store.toml'), `${readFileSync('fixtures/demo/beback.toml', 'utf8')}\n${mail}`);
  chmodSync(path('store.toml'), 0o600);
  const sentAt = (now: string): readonly string[] => {
    writeFileSync(path('sent'), '');
    const args = ['-r', path('clock.cjs'), 'bin/beback.js', '--db', path('store.db'), 'send'];
    spawnSync(process.execPath, args, { env: { ...process.env, FAKE_NOW: now } });
    return readFileSync(path('sent'), 'utf8').split('\n').filter(Boolean).sort();
  };
  const first = sentAt('2026-11-18T13:00:00Z');
  const second = sentAt('2026-11-19T13:00:00Z');
  expect(first.length).toBeGreaterThan(2);
  expect(second.length).toBeGreaterThan(2);
  expect(sentAt('2026-11-18T13:05:00Z')).toEqual([]);
  expect(sentAt('2026-11-19T13:05:00Z')).toEqual([]);
  expect(sentAt('2026-11-20T13:00:00Z').length).toBeGreaterThan(2);
});
