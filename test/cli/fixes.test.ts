/** `beback fixes`: what stands in the way of reaching customers, as exports bring it. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-fixes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const ON = ['--on', '2026-11-21'];
const beback = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), ...ON, ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

const HEADER = 'Deal,Date,Customer,First,Last,Cell,E-mail,VIN';
const take = (file: string, ...rows: string[]): void => {
  writeFileSync(join(folder, file), [HEADER, ...rows, ''].join('\n'));
  beback('import', join(folder, file));
};
const addresses = (): { id: number; email: string | null; wrong: unknown[] }[] =>
  JSON.parse(beback('fixes', '--json')).lists[0].fixes.map(
    ({ customer, email, wrong }: { customer: { id: number }; email: string | null; wrong: unknown[] }) => ({
      id: customer.id,
      email,
      wrong,
    }),
  );

test('a made-up address is named until somebody knows the real one; an empty cell and "none" are no address', () => {
  take(
    'sales-20261101.csv',
    'D1,2026-06-01,1,Ann,Lee,614-555-0101,None@None.com,1HGCM82633A200101',
    'D2,2026-06-02,2,Bob,Ray,614-555-0102,none,1HGCM82633A200102',
    'D3,2026-06-03,3,Cleo,Fox,614-555-0103,,1HGCM82633A200103',
    'D4,2026-06-04,4,Dan,Gray,614-555-0104,noemail@dealer.com,1HGCM82633A200104',
  );
  expect(addresses()).toEqual([
    {
      id: 1,
      email: null,
      wrong: [{ kind: 'placeholder-email', value: 'none@none.com', since: '2026-11-01' }],
    },
    {
      id: 4,
      email: null,
      wrong: [{ kind: 'placeholder-email', value: 'noemail@dealer.com', since: '2026-11-01' }],
    },
  ]);
  expect(beback('fixes')).toContain('placeholder e-mail none@none.com (Nov 1)');

  take('sales-20261108.csv', 'D1,2026-06-01,1,Ann,Lee,614-555-0101,ann@example.com,1HGCM82633A200101');
  beback('fixes', 'set', '4', '--email', 'dan@example.com');
  expect(addresses()).toEqual([]);
});

test('an address that is known is not lost to a made-up one', () => {
  take('sales-20261101.csv', 'D1,2026-06-01,1,Ann,Lee,614-555-0101,ann@example.com,1HGCM82633A200101');
  take('sales-20261108.csv', 'D1,2026-06-01,1,Ann,Lee,614-555-0101,none@none.com,1HGCM82633A200101');
  expect(addresses()).toEqual([]);
  expect(JSON.parse(beback('export', 'customers', '--format', 'json'))[0].email).toBe('ann@example.com');
});

test('an address of the right shape that nobody has is nobody’s, and no mistake', () => {
  take('sales-20261101.csv', 'D1,2026-06-01,1,Ann,Lee,614-555-0101,ann@example.com,1HGCM82633A200101');
  for (const address of ['noreply@realfirm.com', 'nobody@example.org'])
    expect(beback('fixes', 'bounced', address)).toBe(`No customer has ${address}.\n`);
  expect(() => beback('fixes', 'bounced', 'ann at example')).toThrow('is not a valid e-mail address');
});
