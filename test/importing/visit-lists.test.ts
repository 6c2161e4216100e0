import { expect, test } from 'vitest';
import { exportRepairOrders } from '../../src/store/export-records.ts';
import { freshStore, importLines } from './fixture-imports.ts';

test.each([
  ['"LOF, ROT"', '"CP, WP"', ['LOF', 'ROT'], ['customer', 'warranty']],
  ['LOF;ROT', 'C;I', ['LOF', 'ROT'], ['customer', 'internal']],
  ['"Brake pads, front"', 'Warranty Pay', ['Brake pads, front'], ['warranty']],
  ['LOF', 'CP', ['LOF'], ['customer']],
])('the jobs %s paid %s', async (jobs, paid, opCodes, payTypes) => {
  const db = freshStore();
  await importLines(db, [
    'RO Number,Open Date,Close Date,Customer Name,VIN,Op Codes,Pay Types',
    `1001,10/5/2026,10/6/2026,Ann Lee,1HGCM82633A004352,${jobs},${paid}`,
  ]);
  expect([...exportRepairOrders(db)]).toMatchObject([{ op_codes: opCodes, pay_types: payTypes }]);
});
