/** How a deal was paid, and when its lease or loan ends. */

import { addDays, addMonths, type Day } from '../domain/day.ts';
import type { DealType } from '../domain/sale.ts';
import type { Cells } from './cells.ts';
import { readMoney, readRate, readTerm } from './normalise/numbers.ts';
import type { SaleRecord } from './records.ts';

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
  const term = readTermCell(cells);
  const amount = cells.firstValue('amount_financed', readMoney);
  const givenLeaseEnd = cells.day('lease_end_on', true);
  const dealType = kindOf(said, {
    lender,
    noLender: lenderText !== '' && lender === null,
    term,
    amount,
    leaseEnd: givenLeaseEnd !== null,
  });
  const lasting = dealType === 'cash' ? null : term;
  const firstPaymentOn = dealType === 'cash' ? null : firstPayment(cells, contractOn);
  const contractEnd = cells.day('contract_end_on', true);
  const lease = dealType === 'lease' ? leaseEnd(givenLeaseEnd ?? contractEnd, contractOn, lasting) : NO_END;
  const loan =
    dealType === 'finance'
      ? loanEnd(
          cells.day('loan_end_on', true) ?? contractEnd ?? cells.day('last_payment_on', true),
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
    paymentCents: orNull(cells.firstValue('payment', readMoney)),
    amountFinancedCents: orNull(amount),
    apr: cells.firstValue('apr', readRate),
    lender,
  };
}

/** DMS write 0 where nothing was entered. */
const orNull = (amount: number | null): number | null => (amount === 0 ? null : amount);

function readTermCell(cells: Cells): number | null {
  const frequency = cells.text('term_frequency');
  return cells.value('term', (text) => readTerm(text, frequency));
}

interface Evidence {
  readonly lender: string | null;
  /** the file says in words that there is none */
  readonly noLender: boolean;
  readonly term: number | null;
  readonly amount: number | null;
  /** the file gives a lease end */
  readonly leaseEnd: boolean;
}

/** Cash needs a sign of its own (no lender, term 0 or 1, amount 0); with nothing said the kind stays unknown. */
function kindOf(said: DealType | 'purchase' | 'unknown' | null, evidence: Evidence): DealType | null {
  const { lender, noLender, term, amount, leaseEnd } = evidence;
  if (said === 'unknown') return null;
  if (said !== null && said !== 'purchase') return said;
  if (leaseEnd) return 'lease';
  if (noLender && (term ?? 0) <= 1) return 'cash';
  // a leasing company names no purchase; only the word of the file makes it one
  if (said === null && lender !== null && /\bleas(?:e|ing)\b/i.test(lender)) return 'lease';
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
