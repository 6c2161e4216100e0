/** Whether the values of a column bear out what its header seems to say. */

import { DATE_FIELDS, type Field } from './fields.ts';
import { dateShape } from './normalise/date-shape.ts';
import { readFlag } from './normalise/flags.ts';

/** The field when the values fit it, a better one when they clearly say so, null when they contradict it. */
export function columnFits(field: Field, filled: readonly string[]): Field | null {
  if (filled.length === 0) return field;
  const share = (test: (value: string) => boolean): number =>
    filled.filter((value) => test(value.trim())).length / filled.length;
  if (DATE_FIELDS.includes(field)) return share(isDateLike) >= 0.5 ? field : null;
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
      // one and the same company on every row is the store that printed the report
      return filled.length >= 3 && new Set(filled).size === 1 ? 'store' : field;
    case 'completed':
    case 'quote':
      return share((value) => readFlag(value) !== null) >= 0.5 ? field : null;
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
