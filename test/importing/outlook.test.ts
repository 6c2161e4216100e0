/** What an import's report says of the calls to come. */

import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import { importReportAsText } from '../../src/render/import-report-as-text.ts';
import { plainStyles } from '../../src/render/styles.ts';
import { defaultPlan } from '../../src/touches/default-plan.ts';
import { day, freshStore, importLines } from './fixture-imports.ts';

const HEADER = 'Deal #|Sold Date|Customer Name|VIN|Salesperson 1';
const VINS = ['1HGCY1F32TA030100', '1HGCY1F34TA030101', '1HGCY1F36TA030102'];
const TODAY = day('2026-11-21');
const sold = (deal: number, daysAgo: number): string =>
  `${deal}|${addDays(TODAY, -daysAgo)}|Ann Lee${deal}|${VINS[deal - 1]}|Dana Reyes`;
const plan = defaultPlan;

const text = (report: Awaited<ReturnType<typeof importLines>>, dryRun = false): string =>
  importReportAsText(report, { styles: plainStyles, width: 100, dryRun });

describe('sales that came too late for the calls of their first days', () => {
  test.each([
    [2, 0],
    [30, 1],
    [59, 1],
    [200, 0],
  ])('sold %i days ago: %i', async (daysAgo, late) => {
    const report = await importLines(freshStore(), [HEADER, sold(1, daysAgo)], { plan });
    expect(report.late_sales).toBe(late);
    expect(text(report).includes('came too late')).toBe(late > 0);
  });

  test('are told once', async () => {
    const db = freshStore();
    await importLines(db, [HEADER, sold(1, 30)], { plan });
    expect((await importLines(db, [HEADER, sold(1, 30)], { plan })).late_sales).toBe(0);
  });
});

test('a plan that counts on visits says that none ever came', async () => {
  const db = freshStore();
  const report = await importLines(db, [HEADER, sold(1, 2)], { plan });
  expect(report.touches_without_visits?.length).toBeGreaterThan(0);
  expect(text(report)).toContain('No file of the workshop was ever imported');
  await importLines(db, ['RO Number|Close Date|VIN', `R1|11/1/2026|${VINS[0]}`], { plan });
  expect((await importLines(db, [HEADER, sold(2, 2)], { plan })).touches_without_visits).toEqual([]);
});

test('the report ends in the next step', async () => {
  const db = freshStore();
  const report = await importLines(db, [HEADER, sold(1, 2)], { plan });
  expect(text(report)).toMatch(/Next: beback today --all\n$/);
  expect(text(report, true)).toMatch(/Next: the same without --dry-run\n$/);
  const rejected = await importLines(db, [HEADER, sold(2, 2), '3|week 12|Bo Hart||'], { plan });
  expect(text(rejected)).toMatch(
    /Next: mend the rejected rows \(beback imports show 2\) and import them again\n$/,
  );
});

test('a problem stands with its deal, a new salesperson with whom it may be', async () => {
  const db = freshStore();
  await importLines(db, [HEADER, sold(1, 2)], { plan });
  const report = await importLines(
    db,
    [HEADER, sold(2, 2).replace('Dana Reyes', 'D. Reyes'), '3|week 12|Bo Hart||'],
    { plan },
  );
  expect(report.problems[0]?.deal_number).toBe('3');
  expect(text(report)).toContain('line 3, deal 3: ');
  expect(text(report)).toContain(
    '    D. Reyes: perhaps Dana Reyes; if so:\n      beback salespeople set "Dana Reyes" --alias "D. Reyes" --merge',
  );
});
