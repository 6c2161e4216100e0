/** Sessions written down in Markdown: every `$ command` of a ```console block is run, its output compared. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Step {
  readonly command: string;
  readonly expected: string;
}

const BLOCK = /```console\n([\s\S]*?)```/g;

/** The steps of all console blocks, in order. A line `[exit 3]` ends the output of a command that does not exit with 0. */
export function stepsOf(markdown: string): Step[] {
  return [...markdown.matchAll(BLOCK)].flatMap(([, block = '']) =>
    block
      .split(/^(?=\$ )/m)
      .filter((part) => part.startsWith('$ '))
      .map((part) => {
        const end = part.indexOf('\n');
        return { command: part.slice(2, end), expected: part.slice(end + 1) };
      }),
  );
}

/**
 * Runs the steps one after the other in a folder of their own, in which `fixtures` is the project's. In the outputs that
 * folder is `~`, and the project and Node stand where a Linux machine has them.
 */
export function runSteps(steps: readonly Step[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'beback-session-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  symlinkSync(resolve('bin/beback.js'), join(bin, 'beback'));
  // `env node` is to find the one that runs the tests
  symlinkSync(process.execPath, join(bin, 'node'));
  symlinkSync(resolve('fixtures'), join(folder, 'fixtures'));
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: folder,
    USER: 'manager',
    TZ: 'America/Chicago',
    BEBACK_DB: join(folder, 'store.db'),
    BEBACK_AS: '',
  };
  try {
    return steps.map(({ command }) => {
      const { stdout, status } = spawnSync('sh', ['-c', `(${command}) 2>&1`], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      const output = stdout
        .replaceAll(folder, '~')
        .replaceAll(resolve('.'), '/opt/beback')
        .replaceAll(process.execPath, '/usr/bin/node');
      return status === 0 ? output : `${output}[exit ${status}]\n`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The Markdown with the outputs as they are now: for writing a session down, to be read before it is kept. */
export function withOutputs(markdown: string, outputs: readonly string[]): string {
  let at = 0;
  return markdown.replaceAll(BLOCK, (_, block: string) => {
    const steps = stepsOf(`\`\`\`console\n${block}\`\`\``);
    return `\`\`\`console\n${steps.map(({ command }) => `$ ${command}\n${outputs[at++] ?? ''}`).join('')}\`\`\``;
  });
}

/** Runs a file's session; with WRITE_TRANSCRIPTS set, writes the outputs into it instead of comparing. */
export function session(path: string): { step: Step; output: string }[] {
  const markdown = readFileSync(path, 'utf8');
  const steps = stepsOf(markdown);
  const outputs = runSteps(steps);
  if (process.env.WRITE_TRANSCRIPTS) writeFileSync(path, withOutputs(markdown, outputs));
  return steps.map((step, i) => ({ step, output: outputs[i] ?? '' }));
}
