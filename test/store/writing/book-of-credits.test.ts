/** A credit names who bought and who signed, whatever becomes of the sale, the credit or the person credited. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/store/engine/open-database.ts';

const HEAD = [
  'Deal No,First Name,Last Name,Cell Phone,Cust No,Sale Date,VIN,Make,Model,Salesperson,Salesperson 2',
  'Co-Buyer First Name,Co-Buyer Last Name,Co-Buyer Cell Phone',
].join(',');
const CIVIC = '1HGCM82633A004352,Honda,Civic';
const FOCUS = '1FAHP3FN8AW139719,Ford,Focus';
const ANN = 'Ann,Lee,6145550101,C1';
const BO = 'Bo,Lee,6145550102,C2';
const NOBODY = ',,';
const CY = 'Cy,Fox,6145550103';

function storeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'beback-credits-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'beback.db');
  const beback = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, ['bin/beback.js', '--db', file, ...args], {
      encoding: 'utf8',
    });
    expect(stderr).not.toContain('beback:');
    return status;
  };
  let months = 0;
  return {
    beback,
    take: (...rows: string[]) => {
      months += 1;
      const path = join(folder, `sales-${months}.csv`);
      writeFileSync(path, `${[HEAD, ...rows].join('\n')}\n`);
      beback('import', path);
    },
    credits: () => {
      const db = openDatabase(file, { readonly: true });
      try {
        return {
          named: db
            .prepare(
              `SELECT b.first_name AS buyer, c.first_name AS co, p.name AS person FROM sale_salesperson x
               JOIN customer b ON b.id = x.customer_id LEFT JOIN customer c ON c.id = x.co_buyer_id
               JOIN salesperson p ON p.id = x.salesperson_id ORDER BY x.sale_id, x.position`,
            )
            .raw()
            .all(),
          untrue: db
            .prepare(
              `SELECT count(*) FROM sale_salesperson x JOIN sale s ON s.id = x.sale_id
               WHERE x.customer_id IS NOT s.customer_id OR x.co_buyer_id IS NOT s.co_buyer_id`,
            )
            .pluck()
            .get(),
        };
      } finally {
        db.close();
      }
    },
  };
}

test('a new deal', () => {
  const { take, credits } = storeFolder();
  take(
    `D1,${ANN},2024-03-05,${CIVIC},Dana Reyes,Max Orr,${CY}`,
    `D2,${BO},2024-03-06,${FOCUS},Max Orr,,${NOBODY}`,
  );
  expect(credits()).toEqual({
    named: [
      ['Ann', 'Cy', 'Dana Reyes'],
      ['Ann', 'Cy', 'Max Orr'],
      ['Bo', null, 'Max Orr'],
    ],
    untrue: 0,
  });
});

test('another buyer, another co-buyer, other people credited: in the next file, and twice in one', () => {
  const { take, credits } = storeFolder();
  take(`D1,${ANN},2024-03-05,${CIVIC},Dana Reyes,,${NOBODY}`);
  take(`D1,${BO},2024-03-05,${CIVIC},Dana Reyes,,${CY}`);
  expect(credits()).toEqual({ named: [['Bo', 'Cy', 'Dana Reyes']], untrue: 0 });
  take(
    `D1,${ANN},2024-03-05,${CIVIC},Max Orr,,${NOBODY}`,
    `D2,${ANN},2024-04-05,${FOCUS},Max Orr,,${NOBODY}`,
    `D2,${BO},2024-04-05,${FOCUS},Dana Reyes,,${CY}`,
    `D1,${BO},2024-03-05,${CIVIC},Dana Reyes,,${CY}`,
  );
  expect(credits().untrue).toBe(0);
  take(`D3,${ANN},2024-05-05,${FOCUS},Max Orr,,${NOBODY}`, `D3,${BO},2024-05-05,${FOCUS},,,${NOBODY}`);
  expect(credits().untrue).toBe(0);
});

test('two who turn out to be one, and are two again', () => {
  const { take, credits, beback } = storeFolder();
  take(`D1,${ANN},2024-03-05,${CIVIC},Dana Reyes,Dana Reyes-Orr,${CY}`);
  beback('salespeople', 'set', 'Dana Reyes', '--alias', 'Dana Reyes-Orr', '--merge');
  expect(credits()).toEqual({ named: [['Ann', 'Cy', 'Dana Reyes']], untrue: 0 });
  beback('undo');
  expect(credits()).toEqual({
    named: [
      ['Ann', 'Cy', 'Dana Reyes'],
      ['Ann', 'Cy', 'Dana Reyes-Orr'],
    ],
    untrue: 0,
  });
});
