/** Pages as a real browser prints them, read back as text; for machines with Chromium and poppler. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';
export const canPrint = existsSync(CHROMIUM) && existsSync('/usr/bin/pdftotext');
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
  execFileSync(CHROMIUM, [...flags, ...output, `file://${source}`], { stdio: 'ignore', timeout: 60_000 });
  const text = execFileSync('pdftotext', ['-layout', target, '-'], { encoding: 'utf8' });
  return {
    pages: text.split('\f').slice(0, -1),
    about: execFileSync('pdfinfo', [target], { encoding: 'utf8' }),
    target,
  };
}
