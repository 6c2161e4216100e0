/** A sale as it is stored, and how a stored sale meets a new row of the same deal. */

import { fullerNumber, isSameNumber } from '../../domain/number-key.ts';
import type { SaleRecord } from '../../domain/records.ts';
import { PAYMENT_TERMS } from '../../domain/sale.ts';
import { meet } from './evidence.ts';

export interface SaleRow {
  id: number;
  store: string;
  deal_number: string | null;
  version: string | null;
  status: string;
  customer_id: number;
  co_buyer_id: number | null;
  vehicle_id: number;
  stock_number: string | null;
  sold_on: string;
  delivered_on: string | null;
  anchor_on: string;
  deal_type: string | null;
  condition: string | null;
  odometer: number | null;
  term_months: number | null;
  first_payment_on: string | null;
  lease_end_on: string | null;
  lease_end_estimated: number;
  loan_end_on: string | null;
  loan_end_estimated: number;
  payment_cents: number | null;
  amount_financed_cents: number | null;
  apr: number | null;
  lender: string | null;
  credits_known: number;
  as_of: string;
  import_id: number;
  row_hash: number;
  row_count: number;
}
export interface MatchedSale extends SaleRow {
  vin: string | null;
  serial_number: string | null;
}

export const SALE_COLUMNS = [
  'store',
  'deal_number',
  'version',
  'status',
  'customer_id',
  'co_buyer_id',
  'vehicle_id',
  'stock_number',
  'sold_on',
  'delivered_on',
  'anchor_on',
  'deal_type',
  'condition',
  'odometer',
  ...PAYMENT_TERMS,
  'credits_known',
  'as_of',
  'import_id',
  'row_hash',
  'row_count',
] as const satisfies readonly (keyof SaleRow)[];
/** Columns that tell where a value came from, not what it is: a difference in them is no change of the sale. */
export const PROVENANCE: ReadonlySet<string> = new Set([
  'version',
  'credits_known',
  'as_of',
  'import_id',
  'row_hash',
  'row_count',
]);
/** Flags that may be set and never taken back: the stored one counts, not the one that was read. */
export const SET_ONLY: ReadonlySet<string> = new Set(['credits_known']);

/** The stored sale with the row's values in it; an older row only fills gaps. */
export function merged(stored: SaleRow, record: SaleRecord, older: boolean): SaleRow {
  const next: SaleRow = {
    ...stored,
    deal_number: fuller(stored.deal_number, stored.deal_number ?? record.dealNumber, record.dealNumber),
    store: stored.store === '' ? record.store : stored.store,
    stock_number: fuller(
      stored.stock_number,
      meet(stored.stock_number, record.stockNumber, older),
      record.stockNumber,
    ),
    sold_on: older ? stored.sold_on : record.soldOn,
    delivered_on: meet(stored.delivered_on, record.deliveredOn, older),
    deal_type: meet(stored.deal_type, record.dealType, older),
    condition: meet(stored.condition, record.condition, older),
    odometer: meet(stored.odometer, record.odometer, older),
  };
  next.anchor_on = next.delivered_on ?? next.sold_on;
  mergeTerms(next, stored, record, older);
  return next;
}

/** Of one number in two spellings the one with its zeros, else what was chosen. */
const fuller = (stored: string | null, chosen: string | null, incoming: string | null): string | null =>
  stored !== null && incoming !== null && isSameNumber(stored, incoming)
    ? fullerNumber(stored, incoming)
    : chosen;

function mergeTerms(next: SaleRow, stored: SaleRow, record: SaleRecord, older: boolean): void {
  const incoming: Pick<SaleRow, (typeof PAYMENT_TERMS)[number]> = {
    term_months: record.termMonths,
    first_payment_on: record.firstPaymentOn,
    lease_end_on: record.leaseEndOn,
    lease_end_estimated: record.leaseEndEstimated ? 1 : 0,
    loan_end_on: record.loanEndOn,
    loan_end_estimated: record.loanEndEstimated ? 1 : 0,
    payment_cents: record.paymentCents,
    amount_financed_cents: record.amountFinancedCents,
    apr: record.apr,
    lender: record.lender,
  };
  if (
    !older &&
    record.dealType !== null &&
    record.dealType !== stored.deal_type &&
    stored.deal_type !== null
  ) {
    Object.assign(next, incoming);
    return;
  }
  // an older file that tells of another kind of deal has no gaps to fill in this one
  if (older && record.dealType !== null && stored.deal_type !== null && record.dealType !== stored.deal_type)
    return;
  next.term_months = meet(stored.term_months, incoming.term_months, older);
  next.first_payment_on = meet(stored.first_payment_on, incoming.first_payment_on, older);
  next.payment_cents = meet(stored.payment_cents, incoming.payment_cents, older);
  next.amount_financed_cents = meet(stored.amount_financed_cents, incoming.amount_financed_cents, older);
  next.apr = meet(stored.apr, incoming.apr, older);
  next.lender = meet(stored.lender, incoming.lender, older);
  const sameTerm = incoming.term_months === null || incoming.term_months === stored.term_months;
  for (const [end, estimated] of [
    ['lease_end_on', 'lease_end_estimated'],
    ['loan_end_on', 'loan_end_estimated'],
  ] as const) {
    // an end worked out here does not replace one the DMS gave, nor one worked out from a known first payment
    const weaker =
      incoming[estimated] === 1 &&
      sameTerm &&
      stored[end] !== null &&
      (stored[estimated] === 0 || (incoming.first_payment_on === null && stored.first_payment_on !== null));
    if (incoming[end] === null || weaker || (older && stored[end] !== null)) continue;
    next[end] = incoming[end];
    next[estimated] = incoming[estimated];
  }
}
