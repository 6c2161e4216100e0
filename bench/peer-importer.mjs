/**
 * What a straightforward importer on Node costs: rows as objects, each date and phone through its library, an upsert a table.
 * It takes in the same file as beback and keeps less of it. `node bench/peer-importer.mjs sales.csv new.db`
 */

import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { format, parse as parseDate } from 'date-fns';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const [, , source, target] = process.argv;
// the driver the program takes: see src/store/engine/open-database.ts
const Database = createRequire(import.meta.url)(
  Number(process.versions.napi) >= 10 ? 'better-sqlite3' : 'better-sqlite3-node20',
);
const db = new Database(target);
db.pragma('journal_mode = WAL');
const here = dirname(fileURLToPath(import.meta.url));
const [tables] = readFileSync(join(here, 'peer.sql'), 'utf8').split('BEGIN IMMEDIATE');
db.exec(tables);

const filled = (text) => text || null;
const day = (text) => (text ? format(parseDate(text, 'yyyy-MM-dd', new Date()), 'yyyy-MM-dd') : null);
const phone = (text) => (text ? (parsePhoneNumberFromString(text, 'US')?.number ?? null) : null);
const cents = (text) => (text ? Math.round(Number(text) * 100) : null);

function upsert(table, keys, columns) {
  const all = [...keys, ...columns];
  const set = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  return db
    .prepare(
      `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
       ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${set} RETURNING id`,
    )
    .pluck();
}

const customer = upsert(
  'customer',
  ['store', 'dms_number'],
  [
    'first_name',
    'last_name',
    'name_key',
    'home_phone',
    'cell_phone',
    'work_phone',
    'email',
    'street',
    'city',
    'region',
    'postal_code',
    'birthday',
    'do_not_call',
    'as_of',
  ],
);
const vehicle = upsert('vehicle', ['vin'], ['year', 'make', 'model', 'trim', 'as_of']);
const person = upsert('salesperson', ['store', 'code'], ['name']);
const sale = upsert(
  'sale',
  ['store', 'deal_number'],
  [
    'status',
    'customer_id',
    'vehicle_id',
    'stock_number',
    'sold_on',
    'delivered_on',
    'anchor_on',
    'deal_type',
    'condition',
    'odometer',
    'term_months',
    'first_payment_on',
    'lease_end_on',
    'payment_cents',
    'amount_financed_cents',
    'apr',
    'lender',
    'as_of',
  ],
);
const credit = db.prepare(
  'INSERT OR REPLACE INTO sale_salesperson (sale_id, position, salesperson_id) VALUES (?, ?, ?)',
);

db.exec('BEGIN');
for await (const row of createReadStream(source).pipe(parse({ columns: true, bom: true }))) {
  const store = row.Store;
  const soldOn = day(row['Sale Date']);
  const deliveredOn = day(row['Delivery Date']);
  const name = [row['First Name'], row['Last Name']];
  const customerId = customer.get(
    store,
    row['Customer Number'],
    ...name,
    name.join(' ').toLowerCase(),
    phone(row['Home Phone']),
    phone(row['Cell Phone']),
    phone(row['Work Phone']),
    filled(row.Email.toLowerCase()),
    row.Address,
    row.City,
    row.State,
    row.Zip,
    day(row['Birth Date']),
    row['Do Not Call'] === 'Y' ? 1 : 0,
    soldOn,
  );
  const vehicleId = vehicle.get(row.VIN, Number(row.Year), row.Make, row.Model, row.Trim, soldOn);
  const saleId = sale.get(
    store,
    row['Deal Number'],
    'sold',
    customerId,
    vehicleId,
    row['Stock Number'],
    soldOn,
    deliveredOn,
    deliveredOn ?? soldOn,
    row['Deal Type'],
    row['New Used'],
    Number(row.Odometer),
    row.Term ? Number(row.Term) : null,
    day(row['First Payment Date']),
    day(row['Lease End Date']),
    cents(row['Monthly Payment']),
    cents(row['Amount Financed']),
    row.APR ? Number(row.APR) : null,
    filled(row.Lender),
    soldOn,
  );
  for (const place of [1, 2]) {
    const code = row[`Salesperson ${place} Number`];
    if (code) credit.run(saleId, place, person.get(store, code, row[`Salesperson ${place} Name`]));
  }
}
db.exec('COMMIT');
