/** Pages as a real browser prints them, read back as text; for machines with Chromium and poppler. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const CHROMIUM = 'chromium';
/** A name alone proves little: some systems have a stand-in there that only says where to get the program. */
const starts = (program: string, flag: string): boolean => spawnSync(program, [flag]).status === 0;
export const canPrint = [CHROMIUM, 'pdftotext', 'pdfinfo'].every((program) =>
  starts(program, program === CHROMIUM ? '--version' : '-v'),
);
/** How long a test that prints may take on a busy machine, in ms. */
export const PRINTING = { timeout: 600_000 };
const folder = mkdtempSync(join(tmpdir(), 'printed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The text of each page, and what pdfinfo says of the document. */
export function printed(
  page: string,
  name: string,
): { readonly pages: string[]; readonly about: string; readonly target: string } {
  const source = join(folder, `${name}.html`);
  const target = join(folder, `${name}.pdf`);
  writeFileSync(source, page);
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ];
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet];
  const output = [
    `--user-data-dir=${join(folder, name)}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${target}`,
  ];
  execFileSync(CHROMIUM, [...flags, ...output, `file://${source}`], { stdio: 'ignore' });
  const text = execFileSync('pdftotext', ['-layout', target, '-'], { encoding: 'utf8' });
  return {
    pages: text.split('\f').slice(0, -1),
    about: execFileSync('pdfinfo', [target], { encoding: 'utf8' }),
    target,
  };
}
