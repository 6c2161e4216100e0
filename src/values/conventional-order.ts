/** The order of day and month by country. */

import type { DateOrder } from './dates.ts';

/** The order a country writes its dates in; null where both are common. */
export function conventionalOrder(country: string): DateOrder | null {
  if (['US', 'PH', 'FM', 'MH', 'PW', 'PR', 'GU', 'VI', 'AS', 'MP'].includes(country)) return 'mdy';
  if (country === 'CA') return null;
  if (['CN', 'JP', 'KR', 'TW', 'HU', 'LT', 'MN', 'IR', 'SE'].includes(country)) return 'ymd';
  return 'dmy';
}
