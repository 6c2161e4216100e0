/** An assistant works the list of whom they assist. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANN, eachOnTerminal, hasTmux, type WorkTerminal } from './work-terminal.ts';

let at: WorkTerminal;
eachOnTerminal((terminal) => {
  at = terminal;
  writeFileSync(
    join(at.folder, 'store.toml'),
    '[people]\nmanagers = ["Sam"]\nassistants = { "Kim" = ["Dana Reyes"], "Lou" = ["Dana Reyes", "Maria"] }\n',
    { mode: 0o600 },
  );
});

describe.skipIf(!hasTmux)('an assistant', () => {
  test('has the list of whom they assist, logs for them, and takes that back', async () => {
    at.work('', { as: '--as Kim' });
    await at.seen('Dana Reyes, logged by Kim · Saturday, November 21, 2026', '1 of 5 · 0 done');
    await at.key('v');
    await at.seen('2 of 5 · 1 done', `${ANN} voicemail logged.`);
    const [contact] = JSON.parse(at.beback('export', 'contacts', '--json').stdout);
    expect(contact).toMatchObject({ by: { name: 'Kim' }, for: { name: 'Dana Reyes' } });
    await at.key('u');
    await at.seen('1 of 5 · 0 done');
    expect(at.contacts()).toEqual([]);
    await at.key('q');
    await at.seen('[exit 0]');
  });

  test('of nobody else, and not without saying whose', async () => {
    at.beback('--as', 'Sam', 'salespeople', 'add', 'Maria Delgado');
    at.work('', { as: '--as Kim --for Maria' });
    await at.seen('Kim does not assist Maria Delgado', '[exit 2]');
    at.work('', { as: '--as Lou' });
    await at.seen('Lou assists Dana Reyes, Maria Delgado: whose list is it?', '[exit 2]');
  });
});
