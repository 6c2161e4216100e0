/** How a deal was paid, and when its lease or loan ends. */

import { addDays, addMonths, type Day } from '../domain/day.ts';
import { type Reading, unreadable } from '../domain/problem.ts';
import type { SaleRecord } from '../domain/records.ts';
import type { DealType } from '../domain/sale.ts';
import { readFlag } from '../values/flags.ts';
import { readMoney, readRate, readTerm } from '../values/numbers.ts';
import type { Cells } from './cells.ts';
import type { Field } from './fields.ts';

export type DealTerms = Pick<
  SaleRecord,
  | 'dealType'
  | 'termMonths'
  | 'firstPaymentOn'
  | 'leaseEndOn'
  | 'leaseEndEstimated'
  | 'loanEndOn'
  | 'loanEndEstimated'
  | 'paymentCents'
  | 'amountFinancedCents'
  | 'apr'
  | 'lender'
>;

const NO_LENDER = /^(?:none|cash|n\/?a|no lien|no lienholder|customer|self|-+|0+)$/i;

/**
 * @param said what the type columns say; `purchase` or null leave it to lender, term and amount, `unknown` leaves it open
 * @param contractOn the day of the contract, from which terms are counted
 */
export function readDealTerms(
  cells: Cells,
  said: DealType | 'purchase' | 'unknown' | null,
  contractOn: Day,
): DealTerms {
  const lenderText = cells.text('lender');
  const lender = lenderText === '' || NO_LENDER.test(lenderText) ? null : lenderText;
  const terms = readTerms(cells);
  const payments = readPayments(cells);
  const amount =
    readCents(cells, 'amount_financed_cents') ??
    cells.firstValue('amount_financed', moneyOf(cells, 'amount_financed'));
  const givenLeaseEnd = endDay(cells, 'lease_end_on', contractOn);
  const dealType = kindOf(said, {
    lender,
    noLender: lenderText !== '' && lender === null,
    term: terms.plain,
    amount,
    leased: givenLeaseEnd === null ? saysLease(cells) : true,
    figures: kindByFigures(cells, terms, payments),
    leasesInFile: cells.mapping.speaksOfLeases,
  });
  const lasting = termOf(cells, dealType, terms);
  const firstPaymentOn = dealType === 'cash' ? null : firstPayment(cells, contractOn);
  const contractEnd = endDay(cells, 'contract_end_on', contractOn);
  const lease = dealType === 'lease' ? leaseEnd(givenLeaseEnd ?? contractEnd, contractOn, lasting) : NO_END;
  const loan =
    dealType === 'finance'
      ? loanEnd(
          endDay(cells, 'loan_end_on', contractOn) ??
            contractEnd ??
            endDay(cells, 'last_payment_on', contractOn),
          firstPaymentOn,
          contractOn,
          lasting,
        )
      : NO_END;
  return {
    dealType,
    termMonths: lasting,
    firstPaymentOn,
    leaseEndOn: lease.on,
    leaseEndEstimated: lease.estimated,
    loanEndOn: loan.on,
    loanEndEstimated: loan.estimated,
    paymentCents:
      dealType === 'lease' ? (payments.lease ?? payments.plain) : (payments.plain ?? payments.lease),
    amountFinancedCents: orNull(amount),
    apr: cells.firstValue('apr', readRate),
    lender,
  };
}

/** An end that can be one: behind the contract, and not in the next century, where systems put the end that nobody knows. */
function endDay(cells: Cells, field: EndField, contractOn: Day): Day | null {
  const estimated = ESTIMATED[field];
  if (estimated !== undefined && readFlag(cells.text(estimated)) === true) return null;
  return cells.firstValue(field, (text) => {
    const reading = cells.readDay(field, text, true);
    // the last day there is counts as no day at all
    if (reading.value === null) return reading.problem === null && text.includes('9999') ? TOO_FAR : reading;
    if (yearsBetween(contractOn, reading.value) > LONGEST_CONTRACT_YEARS) return TOO_FAR;
    return reading.value > contractOn
      ? reading
      : unreadable(
          'end-before-sale',
          'is no end: it does not lie behind the day of the contract; it was left out',
        );
  });
}

/** An end that was worked out is worked out again. */
const ESTIMATED: Readonly<Partial<Record<EndField, Field>>> = {
  lease_end_on: 'lease_end_estimated',
  loan_end_on: 'loan_end_estimated',
};

const TOO_FAR = unreadable<Day>(
  'placeholder-date',
  'lies too far ahead to be the end of a contract; it was left out',
);

type EndField = 'lease_end_on' | 'contract_end_on' | 'loan_end_on' | 'last_payment_on';
/** Recreational vehicles and boats are paid off over twenty years. */
const LONGEST_CONTRACT_YEARS = 21;

const yearsBetween = (from: Day, to: Day): number => Number(to.slice(0, 4)) - Number(from.slice(0, 4));

/** DMS write 0 where nothing was entered. */
const orNull = (amount: number | null): number | null => (amount === 0 ? null : amount);

/** A figure from the columns for every deal, and the one from a column for leases only. */
interface Figures {
  readonly plain: number | null;
  readonly lease: number | null;
}

function readTerms(cells: Cells): Figures {
  const frequency = cells.text('term_frequency');
  const monthly = frequency !== '' || !cells.columnsOf('term').some((at) => countsPayments(cells, at));
  const plain = cells.firstValue('term', (text) => {
    const term = readTerm(text, frequency);
    return monthly || term.value === null || term.value <= MOST_MONTHLY_PAYMENTS ? term : UNCLEAR_COUNT;
  });
  return { plain, lease: cells.firstValue('lease_term', (text) => readTerm(text, frequency)) };
}

const countsPayments = (cells: Cells, column: number): boolean =>
  /pa?y?me?n?ts/i.test(cells.mapping.header[column] ?? '');

/** More than these are weekly ones, or a boat. */
const MOST_MONTHLY_PAYMENTS = 120;
const UNCLEAR_COUNT = unreadable<never>('bad-term', 'counts payments, and nothing says how often one is due');

const readCents = (cells: Cells, field: 'payment_cents' | 'amount_financed_cents'): number | null => {
  const text = cells.text(field);
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
};

/** Read as the other amounts of its column are written. */
export const moneyOf =
  (cells: Cells, field: 'payment' | 'lease_payment' | 'amount_financed' | 'price') =>
  (text: string): Reading<number> =>
    readMoney(text, cells.mapping.decimalMarks.get(field) ?? null);

const readPayments = (cells: Cells): Figures => ({
  plain: readCents(cells, 'payment_cents') ?? orNull(cells.firstValue('payment', moneyOf(cells, 'payment'))),
  lease: orNull(cells.firstValue('lease_payment', moneyOf(cells, 'lease_payment'))),
});

/** The column may say yes or no, or name the kind of deal. */
function saysLease(cells: Cells): boolean | null {
  const text = cells.text('lease');
  if (text === '') return null;
  const meaning = cells.word('deal_type', text)?.dealType;
  return meaning === undefined ? readFlag(text) : meaning === 'lease';
}

/** What the columns for leases tell beside those for every deal; null where there are none, or nothing stands in either. */
function kindByFigures(cells: Cells, terms: Figures, payments: Figures): Evidence['figures'] {
  const leased = (terms.lease ?? 0) > 1 || payments.lease !== null;
  const other =
    (cells.has('lease_term') && differs(terms)) || (cells.has('lease_payment') && differs(payments));
  if (leased) return other ? 'unclear' : 'lease';
  return other ? 'purchase' : null;
}

/** DMS that repeat the lease's figure in the common column say nothing else by it. */
const differs = ({ plain, lease }: Figures): boolean => plain !== null && plain > 1 && plain !== lease;

/** The term that belongs to a deal of this kind; where the kind is open, the only one there is. */
function termOf(cells: Cells, dealType: DealType | null, { plain, lease }: Figures): number | null {
  if (dealType === 'cash') return null;
  if (dealType === 'lease') return lease ?? plain;
  if (dealType === 'finance') return cells.has('term') ? plain : lease;
  return plain === null || lease === null || plain === lease ? (plain ?? lease) : null;
}

interface Evidence {
  readonly lender: string | null;
  /** the file says in words that there is none */
  readonly noLender: boolean;
  readonly term: number | null;
  readonly amount: number | null;
  /** the row says it in a column of its own: a lease end, a yes or a no */
  readonly leased: boolean | null;
  /** what the figures of leases and of other deals tell when set side by side */
  readonly figures: 'lease' | 'purchase' | 'unclear' | null;
  /** the file has leases: a lender or a term alone is no loan there */
  readonly leasesInFile: boolean;
}

/** Cash needs a sign of its own (no lender, term 0 or 1, amount 0); with nothing said the kind stays unknown. */
function kindOf(said: DealType | 'purchase' | 'unknown' | null, evidence: Evidence): DealType | null {
  const { lender, noLender, term, amount, leased, figures, leasesInFile } = evidence;
  if (said === 'unknown') return null;
  if (said !== null && said !== 'purchase') return said;
  if (leased) return 'lease';
  if (noLender && (term ?? 0) <= 1) return 'cash';
  const bought = said === 'purchase' || leased === false || figures === 'purchase';
  if (!bought && figures !== null) return figures === 'lease' ? 'lease' : null;
  // a leasing company names no purchase; only the word of the file makes it one
  if (!bought && lender !== null && /\bleas(?:e|ing)\b/i.test(lender)) return 'lease';
  if (!bought && leasesInFile) return null;
  if (lender !== null || (term ?? 0) > 1) return 'finance';
  return amount === 0 || term === 1 ? 'cash' : null;
}

function firstPayment(cells: Cells, contractOn: Day): Day | null {
  const given = cells.day('first_payment_on', true);
  if (given !== null) return given;
  const days = cells.text('days_to_first_payment');
  return /^\d{1,3}$/.test(days) && Number(days) > 0 ? addDays(contractOn, Number(days)) : null;
}

interface End {
  readonly on: Day | null;
  readonly estimated: boolean;
}
const NO_END: End = { on: null, estimated: false };

const leaseEnd = (given: Day | null, contractOn: Day, term: number | null): End => {
  if (given !== null) return { on: given, estimated: false };
  return term === null ? NO_END : { on: addMonths(contractOn, term), estimated: true };
};

function loanEnd(given: Day | null, firstPaymentOn: Day | null, contractOn: Day, term: number | null): End {
  if (given !== null) return { on: given, estimated: false };
  if (term === null) return NO_END;
  return {
    on: firstPaymentOn === null ? addMonths(contractOn, term) : addMonths(firstPaymentOn, term - 1),
    estimated: true,
  };
}
