/** What stands in columns nobody has a use for and must not be left aside: who is no customer to call, another address, the VIN. */

import { describe, expect, test } from 'vitest';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { exportAppointments, exportRepairOrders } from '../../src/store/export-records.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';
import { salesWith, takenFor } from './made-files.ts';

/** Codes of the skipped and of the remarked rows, by line. */
const codes = (problems: readonly { line: number; code: string; outcome: string }[]): string[] =>
  problems.map(({ line, code, outcome }) => `${line} ${code} ${outcome}`);

describe('a deal that is nobody to keep in touch with', () => {
  test.each([
    ['Flag 3', 'WHOLESALE', 'wholesale'],
    ['User Field 2', 'Whlsl', 'wholesale'],
    ['Notes 2', 'Wholesale - Elm Street Motors', 'wholesale'],
    ['Disp', 'sold at auction 3/14', 'wholesale'],
    ['How', 'DLR TRADE', 'dealer-trade'],
    ['How', 'Dealer Trade (Smith Honda)', 'dealer-trade'],
    ['Misc', 'Fleet sale', 'fleet'],
    ['Art', 'Händlerverkauf', 'dealer-trade'],
    ['Misc', 'Unwound 3/20/26', 'unwound'],
    ['Misc', 'deal was rescinded', 'unwound'],
    ['Hinweis', 'Storno', 'unwound'],
    ['Etat dossier', 'annulée', 'unwound'],
    ['Misc', 'REPO', 'repossessed'],
    ['Outcome of loan', 'Repo 3/26', null],
    ['Col 9', 'Repossessed', 'repossessed'],
    ['Col 9', 'Cancelled', 'dead'],
    ['Col 9', 'Deal cancelled', 'dead'],
    ['Remarks', 'wholesale', 'wholesale'],
  ])('%s: %s', async (header, cell, code) => {
    const report = await importLines(freshStore(), salesWith({ [header]: ['', cell, 'ok then'] }));
    const skipped = report.problems.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.map((problem) => [problem.line, problem.column, problem.code])).toEqual(
      code === null ? [] : [[3, header, code]],
    );
  });

  test.each([
    ['Trade Disposition', 'Wholesale'],
    ['Vehicle Source', 'Dealer Trade'],
    ['Lead Source', 'Fleet'],
    ['VSC Status', 'Cancelled'],
    ['Insurance', 'Cancelled'],
    ['Activity', 'Cancelled'],
  ])('not where the title makes it another matter, which is remarked on once: %s', async (header, cell) => {
    const report = await importLines(freshStore(), salesWith({ [header]: [cell, cell, ''] }));
    expect(report.new).toBe(3);
    expect(codes(report.problems)).toEqual(['2 not-of-the-deal warning']);
  });

  test('nor in prose', async () => {
    const cell = 'asked whether we sell wholesale parts, and cancelled his oil change';
    const report = await importLines(freshStore(), salesWith({ Misc: [cell, '', ''] }));
    expect([report.new, report.problems]).toEqual([3, []]);
  });

  test('a sale that is on file and is said to be undone is one no more', async () => {
    const db = freshStore();
    await importLines(db, salesWith({ Misc: ['', '', ''] }));
    const report = await importLines(db, salesWith({ Misc: ['', 'Repossessed', ''] }));
    expect([report.changed, report.same]).toEqual([1, 2]);
    expect([...exportSales(db)].map(({ status }) => status)).toEqual(['sold', 'unwound', 'sold']);
    expect((await importLines(db, salesWith({ Misc: ['', 'Repossessed', ''] }))).same).toBe(3);
  });

  test('a visit that was called off', async () => {
    const db = freshStore();
    await importLines(db, [
      'Appointment Number|Appointment Date|Customer Name|VIN|Info',
      'A1|3/25/2026|Ann Lee|1HGCY1F32TA030100|',
      'A2|3/26/2026|Marcus Bell|1HGCY1F34TA030101|Cancelled',
    ]);
    await importLines(db, [
      'RO Number|Close Date|Customer Name|VIN|Info',
      'R1|3/25/2026|Ann Lee|1HGCY1F32TA030100|VOID',
      'R2|3/26/2026|Marcus Bell|1HGCY1F34TA030101|',
    ]);
    expect([...exportAppointments(db)].map(({ number }) => number)).toEqual(['A1']);
    expect([...exportRepairOrders(db)].map(({ number }) => number)).toEqual(['R2']);
  });

  test('one word in the last of many rows is heard', { timeout: 120_000 }, async () => {
    const db = freshStore();
    const many = 100_000;
    const row = (i: number, flag: string, note: string): string =>
      `${i}|3/15/2026|Ann Lee${i}|${flag}|${note}`;
    const lines = Array.from({ length: many - 2 }, (_, i) => row(i + 1, '', ''));
    const report = await importLines(db, [
      'Deal #|Sold Date|Customer Name|Flag 7|Notes 2',
      ...lines,
      row(many - 1, 'Wholesale', ''),
      row(many, '', 'do not call'),
    ]);
    expect(codes(report.problems)).toEqual([
      `${many} wholesale skipped`,
      `${many + 1} refusal-in-words warning`,
    ]);
    const last = [...exportSales(db)].at(-1);
    const [customer] = [...exportCustomers(db)].flat().filter(({ id }) => id === last?.customer.id);
    expect(customer?.do_not.call).toBe(true);
  });
});

describe('words about the deal', () => {
  test.each([
    ['Type of Sale', 'BHPH|Wholesale|Repo', ['3 wholesale skipped', '4 repossessed skipped']],
    ['Sale Category', 'Retail|Zonk|Wholesale', ['3 unknown-word warning', '4 wholesale skipped']],
    [
      'Sales Type',
      'Zonk|Plonk|Wholesale',
      ['2 unknown-word warning', '3 unknown-word warning', '4 wholesale skipped'],
    ],
    ['Deal Kind', 'Zonk|Cash|Plonk', ['2 unknown-word warning', '4 unknown-word warning']],
    ['Transaction Class', 'Dealer Trade|Retail|Retail', ['2 dealer-trade skipped']],
  ])('are heard though others beside them are not known: %s of %s', async (header, cells, told) => {
    const report = await importLines(freshStore(), salesWith({ [header]: cells.split('|') }));
    expect(codes(report.problems)).toEqual(told);
  });

  test.each([
    ['Status', 'L|N|L'],
    ['Status', 'A|I|A'],
    ['Status', 'R|W|R'],
    ['Statut', 'C|K|C'],
    ['Record Status', 'X|Y|X'],
  ])('letters of another status are remarked on and say nothing: %s of %s', async (header, cells) => {
    const db = freshStore();
    const report = await importLines(db, salesWith({ [header]: cells.split('|') }));
    expect([report.new, codes(report.problems)]).toEqual([
      3,
      [2, 3, 4].map((line) => `${line} unknown-word warning`),
    ]);
    expect([...exportSales(db)].map(({ deal_type, condition }) => [deal_type, condition])).toEqual(
      Array(3).fill([null, null]),
    );
  });

  test.each([
    ['Status', 'B|F|P', ['4 pending skipped']],
    ['Deal Status', 'C|K|C', ['3 dead skipped']],
    ['Status', 'N|U|N', []],
  ])('letters of a deal are: %s of %s', async (header, cells, told) => {
    const report = await importLines(freshStore(), salesWith({ [header]: cells.split('|') }));
    expect(codes(report.problems)).toEqual(told);
  });

  test.each([
    ['Lead Category', 'Showroom'],
    ['Category', 'Showroom'],
    ['Customer Category', 'Inquiry'],
    ['Deal Type', 'Existing Business'],
  ])('where somebody came from is no state of a deal: %s of %s', async (header, cell) => {
    const report = await importLines(freshStore(), salesWith({ [header]: [cell, cell, cell] }));
    expect([report.new, report.skipped]).toEqual([3, 0]);
  });

  test('a column of another kind says nothing against the column of new and used', async () => {
    const db = freshStore();
    await importLines(
      db,
      salesWith({
        'Deal Type': ['New Business', 'Existing Business', 'Cash'],
        'N/U': ['Used', 'New', 'Used'],
      }),
    );
    expect([...exportSales(db)].map(({ condition }) => condition)).toEqual(['used', 'new', 'used']);
  });

  test('a file left out whole by a guess names the column', async () => {
    const report = await importLines(freshStore(), salesWith({ Misc: Array(3).fill('Cancelled') }));
    expect(report.problems.at(-1)).toMatchObject({ code: 'all-skipped', column: 'Misc', outcome: 'warning' });
  });
});

describe('numbers and addresses', () => {
  test.each([
    ['Email 2', 'lee@example.org', 'email'],
    ['2nd E-Mail', 'lee@example.org', 'email'],
    ['Evening', '248-555-0142', 'home_phone'],
    ['Büro', '(248) 555-0142', 'work_phone'],
    ['Alt #', '248.555.0142', 'phone'],
    ['Handynr', '248 555 0142', 'cell_phone'],
    ['Column 9', '(248) 555-0142', 'phone'],
    ['Spouse Mobile', '248-555-0142', 'co_cell_phone'],
    ['Rep Email', 'lee@example.org', null],
    ['Dealer Phone', '248-555-0142', null],
    ['Insurance Tel', '248-555-0142', null],
    ['Fax 2', '248-555-0142', null],
    ['Reference 1', '248-555-0142', null],
  ])('%s of %s is %s', async (header, cell, field) => {
    const report = await importLines(freshStore(), salesWith({ [header]: [cell, '', ''] }));
    expect(takenFor(report)[header]).toBe(field);
  });

  test("an address on most rows is the store's", async () => {
    const lines = [
      'Deal #|Sold Date|Customer Name|Address 9',
      ...[1, 2, 3, 4, 5].map((i) => `${i}|3/1${i}/2026|Ann Lee${i}|office@dealer.example`),
    ];
    expect(takenFor(await importLines(freshStore(), lines))['Address 9']).toBeNull();
  });

  test('one that stands where the columns for it have none is taken, with a remark', async () => {
    const db = freshStore();
    const report = await importLines(db, [
      'Deal #|Sold Date|Customer Name|Phone|Email|Info',
      '1|3/15/2026|Ann Lee|||(248) 555-0142',
      '2|3/16/2026|Marcus Bell|248-555-0143||bell@example.com',
      '3|3/17/2026|Lynn Cho|248-555-0144|cho@example.com|lynn@example.net',
      '4|3/18/2026|Al Fox|||came back twice',
    ]);
    expect(codes(report.problems)).toEqual(['2 found-elsewhere warning', '3 found-elsewhere warning']);
    const [, marcus, lynn] = [...exportCustomers(db)].flat();
    expect([marcus?.email, lynn?.email]).toEqual(['bell@example.com', 'cho@example.com']);
  });
});

describe('of several columns of numbers of cars', () => {
  const VIN = '1HGCY1F32TA030100';
  const vinOf = async (header: string, cells: string): Promise<string | null | undefined> => {
    const db = freshStore();
    await importLines(db, [`Deal #|Sold Date|Customer Name|${header}`, `1|3/15/2026|Ann Lee|${cells}`]);
    return [...exportSales(db)][0]?.vehicle.vin;
  };

  test.each([
    ['Serial Number|Vehicle VIN', `70001|${VIN}`],
    ['VIN|Chassis No', `30100|${VIN}`],
    ['Serial|Ident', `A-17|${VIN}`],
    ['VIN|Key Code', `|${VIN}`],
  ])('the VIN counts: %s', async (header, cells) => expect(await vinOf(header, cells)).toBe(VIN));

  test.each(['Trade VIN', 'Previous VIN', 'Loaner VIN'])('but not the %s', async (header) =>
    expect(await vinOf(`VIN|${header}`, `|${VIN}`)).toBeNull(),
  );
});
