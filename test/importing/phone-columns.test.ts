import { expect, test } from 'vitest';
import { exportCustomers } from '../../src/store/export-customers.ts';
import { freshStore, importLines } from './fixture-imports.ts';

test.each(['0', '000', '(000) 000-0000', 'N/A', '-'])(
  'a phone column mostly filled with %s keeps its numbers',
  async (filler) => {
    const db = freshStore();
    await importLines(db, [
      'Deal #,Sold Date,Customer Name,Stock #,Home Phone',
      ...['Ann Lee', 'Marcus Bell', 'Lynn Cho', 'Nia Owen'].map(
        (name, i) => `${i},3/1${i}/2026,${name},S${i},${i === 0 ? '614-555-0101' : filler}`,
      ),
    ]);
    const phones = [...exportCustomers(db)].flat().flatMap((customer) => customer.phones);
    expect(phones.map(({ kind, e164 }) => [kind, e164])).toEqual([['home', '+16145550101']]);
  },
);
