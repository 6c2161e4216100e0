/** Whether the values of a column bear out what its header seems to say. */

import { DATE_FIELDS, type Field, PARTY_FIELDS } from './fields.ts';
import { dateShape } from './normalise/date-shape.ts';
import { readFlag } from './normalise/flags.ts';

/** The field when the values fit it, a better one when they clearly say so, null when they contradict it. */
export function columnFits(field: Field, filled: readonly string[]): Field | null {
  if (filled.length === 0) return field;
  const share = (test: (value: string) => boolean): number =>
    filled.filter((value) => test(value.trim())).length / filled.length;
  if (DATE_FIELDS.includes(field)) {
    if (share(isDateLike) >= 0.5) return field;
    return DONE.includes(field) && share(isFlag) >= 0.8 ? 'completed' : null;
  }
  if (CONSENTS.has(field)) return saysNumbers(filled) ? null : field;
  switch (field) {
    case 'full_name':
    case 'co_full_name':
      if (share((value) => /\p{L}/u.test(value)) >= 0.5) return field;
      return field === 'full_name' ? 'customer_number' : 'co_customer_number';
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

const CONSENTS: ReadonlySet<string> = new Set(
  PARTY_FIELDS.filter((field) => /^(?:do_not|may)_/.test(field)).flatMap((field) => [field, `co_${field}`]),
);

const isFlag = (value: string): boolean => readFlag(value) !== null;

/** Amounts and counts, of which a 0 is no refusal; a number that slipped in among yes and no does not make it so. */
function saysNumbers(filled: readonly string[]): boolean {
  const numbers = filled.filter((value) => {
    const text = value.trim();
    return /^[-(]?\D?\s?\d[\d.,]*\)?$/.test(text) && !/^0*[01]$/.test(text) && !isWrittenDay(value);
  });
  return numbers.length * 4 > filled.length;
}

const isWrittenDay = (value: string): boolean =>
  /[-/]|^\d{1,2}\.\d{1,2}\.\d{2,4}$|^\d{8}$/.test(value.trim()) && isDateLike(value.trim());
