/** Sales as they are exported, with the buyers, the car and everybody credited. */

import type { Customer } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { Condition, Credit, DealType, Sale, SaleStatus } from '../domain/sale.ts';
import { type BadContacts, badContactsReader, withoutBad } from './bad-contacts.ts';
import { PAGE } from './engine/pages.ts';
import { grouped, known } from './engine/rows.ts';
import { eachOf } from './engine/sql-words.ts';
import type { Store } from './engine/store.ts';
import { CUSTOMER_COLUMNS, type CustomerRow, customerOf } from './export-customers.ts';
import { everyRefused } from './refused-numbers.ts';

/** The columns of a sale as it is exported, in the order of `SaleRow`. */
const SALES = `SELECT s.id, s.store, s.deal_number, s.status, s.sold_on, s.delivered_on, s.deal_type, s.condition, s.customer_id,
  s.co_buyer_id, v.vin, v.year, v.make, v.model, v.trim, s.stock_number, s.odometer, s.term_months, s.first_payment_on,
  s.lease_end_on, s.lease_end_estimated, s.loan_end_on, s.loan_end_estimated, s.payment_cents, s.amount_financed_cents,
  s.apr, s.lender, v.serial_number FROM sale s CROSS JOIN vehicle v ON v.id = s.vehicle_id WHERE s.id > ? ORDER BY s.id LIMIT ?`;
type SaleRow = readonly [
  id: number,
  store: string,
  dealNumber: string | null,
  status: SaleStatus,
  soldOn: Day,
  deliveredOn: Day | null,
  dealType: DealType | null,
  condition: Condition | null,
  customerId: number,
  coBuyerId: number | null,
  vin: string | null,
  year: number | null,
  make: string | null,
  model: string | null,
  trim: string | null,
  stockNumber: string | null,
  odometer: number | null,
  termMonths: number | null,
  firstPaymentOn: Day | null,
  leaseEndOn: Day | null,
  leaseEndEstimated: number,
  loanEndOn: Day | null,
  loanEndEstimated: number,
  paymentCents: number | null,
  amountFinancedCents: number | null,
  apr: number | null,
  lender: string | null,
  serialNumber: string | null,
];

const CREDITS = `SELECT c.sale_id, p.code, p.name, c.share FROM sale_salesperson c CROSS JOIN salesperson p ON p.id = c.salesperson_id
  WHERE c.sale_id BETWEEN ? AND ? ORDER BY c.sale_id, c.position`;
const TRADES = 'SELECT sale_id, vin FROM sale_trade WHERE sale_id BETWEEN ? AND ? ORDER BY sale_id, position';
type CreditRow = readonly [saleId: number, code: string | null, name: string, share: number | null];

/** Reads a page of sales at a time, so that an export of a million needs no more memory than one of ten. */
export function* exportSales(db: Store): Generator<Sale> {
  const sales = db.prepare<[number, number], SaleRow>(SALES).raw();
  const buyers = db
    .prepare<[string], CustomerRow>(
      `SELECT ${CUSTOMER_COLUMNS} FROM ${eachOf('?', 'j')} CROSS JOIN customer c ON c.id = j.value`,
    )
    .raw();
  const credited = db.prepare<[number, number], CreditRow>(CREDITS).raw();
  const badContacts = badContactsReader(db);
  const tradedIn = db.prepare<[number, number], readonly [saleId: number, vin: string]>(TRADES).raw();
  const refused = everyRefused(db);
  const readPage = db.transaction((after: number): PageOfSales | null => {
    const rows = sales.all(after, PAGE);
    const last = rows.at(-1)?.[0];
    if (last === undefined) return null;
    const people = new Set<number>();
    for (const row of rows) {
      people.add(row[8]);
      if (row[9] !== null) people.add(row[9]);
    }
    const ids = [...people];
    return {
      rows,
      last,
      buyers: buyers.all(JSON.stringify(ids)),
      bad: badContacts(ids),
      credits: grouped(
        credited.all(after + 1, last),
        ([, code, name, share]): Credit => ({ code, name, share }),
      ),
      trades: grouped(tradedIn.all(after + 1, last), ([, vin]) => vin),
    };
  });
  for (let page = readPage(0); page !== null; page = readPage(page.last)) {
    const { bad, credits, trades } = page;
    const customers = new Map(page.buyers.map((row) => [row[0], withoutBad(customerOf(row, refused), bad)]));
    for (const row of page.rows)
      yield saleOf(
        row,
        known(customers, row[8], 'customer'),
        row[9] === null ? null : known(customers, row[9], 'customer'),
        credits.get(row[0]) ?? [],
        trades.get(row[0]) ?? [],
      );
  }
}

/** What one transaction reads; sales are put together out of it one by one. */
interface PageOfSales {
  readonly rows: readonly SaleRow[];
  /** the last id */
  readonly last: number;
  readonly buyers: readonly CustomerRow[];
  readonly bad: BadContacts;
  readonly credits: ReadonlyMap<number, readonly Credit[]>;
  readonly trades: ReadonlyMap<number, readonly string[]>;
}

function saleOf(
  row: SaleRow,
  customer: Customer,
  co_buyer: Customer | null,
  salespeople: readonly Credit[],
  trade_vins: readonly string[],
): Sale {
  // by place: taking a row apart into parts of parts is a tenth of an export
  return {
    id: row[0],
    store: row[1],
    deal_number: row[2],
    status: row[3],
    sold_on: row[4],
    delivered_on: row[5],
    deal_type: row[6],
    condition: row[7],
    customer,
    co_buyer,
    vehicle: {
      vin: row[10],
      year: row[11],
      make: row[12],
      model: row[13],
      trim: row[14],
      stock_number: row[15],
    },
    serial_number: row[27],
    odometer: row[16],
    salespeople,
    term_months: row[17],
    first_payment_on: row[18],
    lease_end_on: row[19],
    lease_end_estimated: row[20] === 1,
    loan_end_on: row[21],
    loan_end_estimated: row[22] === 1,
    payment_cents: row[23],
    amount_financed_cents: row[24],
    apr: row[25],
    lender: row[26],
    trade_vins,
  };
}
