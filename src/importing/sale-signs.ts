/** Whether a header speaks of sold cars, or of other business of a dealer that has customers, cars and dates as well. */

import { headerKey } from '../rows/header-key.ts';
import type { Field } from './fields.ts';

/** Days that are called nothing but the day of a sale. */
const SALE_DAY =
  /sold|sales?(?!s?(?:man|person|rep))|^deal(?!er)|handover|retail|vente|venta|vendit|venda|vanzar|verkauf|verkoop|finali[sz]ed/;
/** Days that are the sale's unless the file is about a service contract, or about the cars the store itself bought. */
const BOUGHT = /contract|contrat|vertrag|sign|purchas|bought|achat|kauf|compra/;

/** What other lists speak of. Their Date is the day of a visit, a test drive, an estimate … */
const OTHER_BUSINESS =
  /advisor|adviser|^writer|servicewriter|^technician|labou?r|opcode|operationcode|workdone|complaint|concern|^waiter|^waiting|^appt|^appointment(?:date|time|no|number|id|status)?$|^parts?(?:no|number|num|total|description|desc|amount)?$|counterperson|^(?!trade).*apprais|testdrive|demoroute|^time(?:out|in)$|vehicleofinterest|interestedin|^lead(?:status|date|type)|attempted|weowe|duebill/;
/** What the store bought, or what is no car. */
const OTHER_CONTRACT =
  /^vendor|purchasedfrom|boughtfrom|acquiredfrom|acquiredby|^plan(?:name|code|type)?$|coverage|deductible|^claim|^refund|^product(?:name|type)?$/;

/** Fields that only a list of sales has. */
const OF_A_SALE: readonly Field[] = [
  'stock_number',
  'salesperson_1_name',
  'salesperson_1_code',
  'deal_type',
  'sale_class',
  'condition',
  'delivered_on',
  'lender',
  'trade_vin_1',
];
const OF_A_DEAL =
  /deal(?!er)|sold|sales?(?!s?(?:tax|man|person))|deliver|price|contract|contrat|vertrag|purchas|(?<!repair|work|service|job)order|commande|pedido|auftrag/;

export interface SaleSigns {
  /** why the columns may hold no sales though a sale's fields are all there, in words; null when they do */
  readonly doubt: string | null;
  /** whether a day is called the day of the sale, and not just a date */
  readonly dayNamed: boolean;
}

/** What a header says for and against a list of sales. */
export function signsOfSales(
  header: readonly string[],
  columns: ReadonlyMap<Field, readonly number[]>,
): SaleSigns {
  const keys = header.map(headerKey);
  const days = daysOf(keys, columns);
  const dayNamed = days.some((day) => SALE_DAY.test(day));
  return { doubt: days.length === 0 ? null : doubtOf(header, keys, columns, days, dayNamed), dayNamed };
}

const daysOf = (keys: readonly string[], columns: ReadonlyMap<Field, readonly number[]>): string[] =>
  (columns.get('sold_on') ?? columns.get('closed_on') ?? columns.get('delivered_on') ?? []).map(
    (column) => keys[column] ?? '',
  );

function doubtOf(
  header: readonly string[],
  keys: readonly string[],
  columns: ReadonlyMap<Field, readonly number[]>,
  days: readonly string[],
  dayNamed: boolean,
): string | null {
  const signs = OF_A_SALE.filter((field) => columns.has(field)).length;
  const other = header[keys.findIndex((key) => OTHER_BUSINESS.test(key))];
  if (dayNamed)
    return other !== undefined && signs === 0 && !columns.has('deal_number') ? notOfSales(other) : null;
  if (other !== undefined) return notOfSales(other);
  const contract = header[keys.findIndex((key) => OTHER_CONTRACT.test(key))];
  if (contract !== undefined && signs < 2) return notOfSales(contract);
  // one sold it to the store, the other bought it for the store; or the salesperson and the customer
  if (keys.includes('seller') && keys.includes('buyer')) return notOfSales('Seller');
  if (signs > 0 || days.some((day) => BOUGHT.test(day)) || keys.some((key) => OF_A_DEAL.test(key)))
    return null;
  const [column] = columns.get('sold_on') ?? columns.get('closed_on') ?? [];
  return `beside "${header[column ?? -1] ?? ''}" no column speaks of a sale (deal, sold, stock number, salesperson …)`;
}

const notOfSales = (header: string): string => `"${header}" is no column of a list of sales`;
