/** How a file is to be read, once its columns are known and its values were looked through. */

import type { Mapping, Recognised } from '../../importing/mapping.ts';
import { profileFile } from '../../importing/profile.ts';
import { settleConsents } from '../../importing/settle-consents.ts';
import type { Row } from '../../rows/row.ts';
import { conventionalOrder } from '../../values/conventional-order.ts';
import type { DatesInDoubt, ImportOptions, Sampled } from './prepared-file.ts';

export type Reading = Pick<ImportOptions, 'country' | 'dateOrder' | 'askDateOrder'>;

export interface SettledMapping {
  readonly mapping: Mapping;
  /** the value a full share has in this file */
  readonly fullShare: number;
}

/**
 * @param name of the file, for the words of a fault
 * @throws Fault `ambiguous-dates`, `unclear-refusals`
 */
export async function settleMapping(
  name: string,
  recognised: Recognised,
  dialect: Sampled,
  rows: AsyncIterable<Row[]>,
  { country, dateOrder, askDateOrder }: Reading,
): Promise<SettledMapping> {
  const { header, samples, width } = dialect;
  const consents = settleConsents(recognised, header, samples);
  const profile = await profileFile({ ...recognised, ...consents }, rows, {
    header,
    name,
    conventional: country.given ? conventionalOrder(country.code) : null,
    ask: askDateOrder === undefined ? null : (columns) => askDateOrder(name, aboutDates(dialect, columns)),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  });
  const { rules } = recognised;
  const mapping: Mapping = {
    ...recognised,
    ...consents,
    rules: profile.nameOrder === null ? rules : { ...rules, nameOrder: profile.nameOrder },
    header,
    width,
    dateOrders: profile.dateOrders,
    speaksOfLeases: profile.speaksOfLeases,
    decimalMarks: profile.decimalMarks,
    constants: rules.constants ?? new Map(),
    soleSalespeople: profile.soleSalespeople,
  };
  return { mapping, fullShare: profile.fullShare };
}

const EXAMPLES = 3;

function aboutDates({ header, samples }: Sampled, columns: readonly number[]): DatesInDoubt {
  const values = samples.flatMap((row) => columns.map((column) => (row[column] ?? '').trim()));
  return {
    columns: columns.map((column) => header[column] ?? ''),
    examples: [...new Set(values.filter((value) => value !== ''))].slice(0, EXAMPLES),
  };
}
