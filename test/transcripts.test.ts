/** The sessions in the README and in test/transcripts are what the program prints. */

import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { session } from './transcript.ts';

const files = ['README.md', ...readdirSync('test/transcripts').map((name) => `test/transcripts/${name}`)];

describe.each(files)('%s', (file) => {
  test('every command prints what is written', () => {
    const steps = session(file);
    expect(steps.length).toBeGreaterThan(0);
    if (process.env.WRITE_TRANSCRIPTS) return;
    for (const { step, output } of steps)
      expect(`$ ${step.command}\n${output}`).toBe(`$ ${step.command}\n${step.expected}`);
  });
});
