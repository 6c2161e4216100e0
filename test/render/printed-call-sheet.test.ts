/** The call sheet in a real browser's printout; left out on machines without Chromium and poppler. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { callListsAsHtml } from '../../src/render/call-list-as-html.ts';
import type { Paper } from '../../src/render/call-sheet-style.ts';
import { annLee, dana, dayLists, listOf, manyCalls } from './sample-lists.ts';

const CHROMIUM = '/usr/bin/chromium';
const equipped = existsSync(CHROMIUM) && existsSync('/usr/bin/pdftotext');
const folder = mkdtempSync(join(tmpdir(), 'call-sheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The text of each page, and what pdfinfo says of the document. */
function printed(page: string, name: string): { readonly pages: string[]; readonly about: string } {
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
  };
}

describe.skipIf(!equipped)('the printed call sheet', () => {
  test.each([
    ['letter', 'letter'],
    ['a4', 'A4'],
  ] as const)(
    'on %s: each page says whose it is and how to type it in, and no call is split',
    { timeout: 120_000 },
    (paper: Paper, size) => {
      const lists = dayLists(
        { salesperson: dana, calls: manyCalls(40) },
        { salesperson: null, calls: [annLee] },
      );
      const { pages, about } = printed(
        callListsAsHtml(lists, { paper, country: 'US', storeName: 'Hilltop' }),
        paper,
      );
      expect(about).toContain(`(${size})`);
      expect(pages.length).toBeGreaterThan(5);
      expect(pages.length).toBeLessThan(11);
      pages.forEach((page, i) => {
        expect(page).toContain(i === pages.length - 1 ? 'House list' : 'Dana Reyes');
        expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
        expect(page).toContain('To type it in');
        expect(page.match(/Talked/g)?.length).toBe(page.match(/Do not call/g)?.length);
        expect(page.match(/of (40|1)\b/g)?.length).toBe(page.match(/Talked/g)?.length);
      });
      expect(pages.join('').match(/Talked/g)).toHaveLength(41);
    },
  );

  test('300 calls: all boxes of a call stand on one line', { timeout: 120_000 }, () => {
    const { pages } = printed(
      callListsAsHtml(listOf(manyCalls(300)), { paper: 'a4', country: 'US', storeName: 'Hilltop' }),
      'many',
    );
    const boxes = pages
      .join('')
      .split('\n')
      .filter((line) => line.includes('Voicemail'));
    expect(boxes).toHaveLength(300);
    expect(boxes.filter((line) => /Talked.*Appointment.*Do not call.*Next/.test(line))).toHaveLength(300);
  });
});
