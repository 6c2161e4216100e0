/** Whether the values of a column bear out what its header seems to say. */

import { headerKey } from '../rows/header-key.ts';
import { dateShape } from '../values/date-shape.ts';
import { readFlag } from '../values/flags.ts';
import { consentFits, isConsent } from './consent-columns.ts';
import { DATE_FIELDS, type Field } from './fields.ts';

/** The field when the values fit it, a better one when they clearly say so, null when they contradict it. */
export function columnFits(field: Field, header: string, filled: readonly string[]): Field | null {
  if (filled.length === 0) return field;
  const share = (test: (value: string) => boolean): number =>
    filled.filter((value) => test(value.trim())).length / filled.length;
  if (DATE_FIELDS.includes(field)) {
    if (share(isDateLike) >= 0.5) return field;
    return DONE.includes(field) && share(isFlag) >= 0.8 ? 'completed' : null;
  }
  if (isConsent(field)) return consentFits(field, headerKey(header), filled);
  if (REACHES.has(field) && isYesAndNo(filled)) return null;
  switch (field) {
    case 'full_name':
    case 'co_full_name':
      if (share((value) => /\p{L}/u.test(value)) >= 0.5) return field;
      return field === 'full_name' ? 'customer_number' : 'co_customer_number';
    case 'salesperson_1_name':
    case 'salesperson_2_name':
    case 'salesperson_3_name':
      return headerKey(header).startsWith('sales') &&
        share((value) => /\p{L}/u.test(value)) < 0.5 &&
        share((value) => /[.,$€£]\d|\d[.,]\d/.test(value)) > 0
        ? null
        : field;
    case 'last_name':
    case 'first_name':
      return share((value) => /\p{L}/u.test(value)) >= 0.5 ? field : null;
    case 'home_phone':
    case 'cell_phone':
    case 'work_phone':
    case 'phone':
    case 'co_home_phone':
    case 'co_cell_phone':
    case 'co_work_phone':
    case 'co_phone':
      return share((value) => value.replace(/\D/g, '').length >= 7 || NO_PHONE.test(value)) >= 0.5
        ? field
        : null;
    case 'company':
    case 'co_company':
      if (share((value) => isFlag(value) || /^\p{L}$/u.test(value)) >= 0.8)
        return field === 'company' ? 'business_flag' : 'co_business_flag';
      if (field === 'co_company') return field;
      // one and the same company on every row is the store that printed the report
      return filled.length >= 3 && new Set(filled).size === 1 ? 'store' : field;
    case 'store':
      return filled.some((value) => ON_THE_LOT.test(value.trim())) ? null : field;
    case 'completed':
    case 'quote':
      return share(isFlag) >= 0.5 ? field : null;
    case 'year':
    case 'term':
    case 'odometer':
    case 'price':
    case 'days_to_first_payment':
      return share((value) => /\d/.test(value)) >= 0.5 ? field : null;
    case 'deal_number':
    case 'stock_number':
    case 'repair_order_number':
      return share(isPlainDate) > 0.8 ? null : field;
    case 'appointment_number':
      return share(isPlainDate) > 0.8 ? 'appointment_on' : field;
    case 'email':
      return share((value) => value.includes('@')) > 0 || share((value) => value.length <= 8) >= 0.5
        ? field
        : null;
    default:
      return field;
  }
}

/** What stands in a phone column where there is no number: zeros, a few letters. */
const NO_PHONE = /^(?:\D{0,5}|[0\s().-]+)$/;

const isDateLike = (value: string): boolean => dateShape(value).form !== 'unknown';

/** Written with separators, so that a deal number such as 45123 is not taken for a spreadsheet's day count. */
const isPlainDate = (value: string): boolean =>
  /[-/.]/.test(value) && ['ordered', 'numeric'].includes(dateShape(value).form);

/** Where a car stands, and no store: the same deal would be another one when the car has moved. */
const ON_THE_LOT =
  /^(?:(?:front|back|side|main|overflow|north|south|east|west|new|used)?\s*lot(?:\s+\w{1,2})?|(?:front|back)\s+(?:row|line)|row\s+\w{1,2}|delivered|sold|service|service\s+(?:dept|department|lane)|detail|recon|body\s*shop|showroom|in\s*transit|off\s*-?site|storage|auction|make\s*ready|wash\s*bay)$/i;

/** Days that some exports give as a yes or no: "Sold?", "Delivered". */
const DONE: readonly Field[] = ['sold_on', 'delivered_on', 'closed_on'];

const isFlag = (value: string): boolean => readFlag(value) !== null;

/** Numbers and addresses; a yes under "SMS" is none. */
const REACHES: ReadonlySet<Field> = new Set(
  (['home_phone', 'cell_phone', 'work_phone', 'phone', 'email'] as const).flatMap((field): Field[] => [
    field,
    `co_${field}`,
  ]),
);

/** Nothing but yes and no; a no alone may say that there is no number. */
export const isYesAndNo = (filled: readonly string[]): boolean => {
  const flags = filled.map(readFlag);
  return flags.includes(true) && !flags.includes(null);
};
