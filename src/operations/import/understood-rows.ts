/** What some rows of a file come to, before any of it is taken in. */

import type { Day } from '../../domain/day.ts';
import type { UnderstoodRow } from '../../domain/records.ts';
import { applyMap } from '../../importing/apply-map.ts';
import { Cells } from '../../importing/cells.ts';
import type { Layout } from '../../importing/mapping.ts';
import { readSale } from '../../importing/read-sale.ts';
import type { Sampled } from './prepared-file.ts';
import { type Reading, settleMapping } from './settled-mapping.ts';

/**
 * The rows of a sales export that show most of how the map reads it: a firm, a lease, a refusal, two people, what is left
 * out, what is not given.
 * @param atMost rows
 * @throws Fault where the map does not fit the file; `ambiguous-dates`
 */
export async function understoodRows(
  name: string,
  sampled: Sampled,
  map: Layout,
  { today, timezone, ...reading }: Reading & { readonly today: Day; readonly timezone: string | null },
  atMost: number,
): Promise<UnderstoodRow[]> {
  const rows = sampled.samples.map((cells, i) => ({ line: i + 1, cells }));
  const recognised = applyMap(map, sampled.header, sampled.samples);
  const { mapping, fullShare } = await settleMapping(name, recognised, sampled, once(rows), reading);
  const cells = new Cells(mapping, today, timezone);
  const country = reading.country.given
    ? reading.country.code
    : (mapping.rules.country ?? reading.country.code);
  const read = rows.map((row): UnderstoodRow => {
    cells.start(row);
    const found = readSale(cells, { country, fullShare, hashOf: () => 0 });
    return { sale: found.outcome === 'record' ? found.record : null, problems: found.problems };
  });
  return showingMost(read, atMost);
}

async function* once<T>(rows: T): AsyncGenerator<T> {
  yield rows;
}

/** What a row shows that others may not. */
function traitsOf({ sale, problems }: UnderstoodRow): string[] {
  if (sale === null) return [problems[0]?.outcome ?? 'nothing'];
  const { buyer, coBuyer, vehicle, dealType, credits } = sale;
  const phones = [buyer.cellPhone, buyer.homePhone, buyer.workPhone, buyer.otherPhone];
  return [
    buyer.kind,
    `deal ${dealType}`,
    ...(buyer.doNotCall ? ['refuses'] : []),
    ...(coBuyer === null ? [] : ['two people']),
    ...(phones.every((phone) => phone === null) ? ['no phone'] : ['phone']),
    ...(vehicle.vin === null ? ['no VIN'] : []),
    ...(credits === null || credits.length === 0 ? ['nobody credited'] : []),
    ...problems.map(({ code }) => code),
  ];
}

/** One after the other whichever shows most that was not shown before, in the order of the file. */
function showingMost(rows: readonly UnderstoodRow[], atMost: number): UnderstoodRow[] {
  const traits = rows.map(traitsOf);
  const shown = new Set<string>();
  const chosen = new Set<number>();
  while (chosen.size < Math.min(atMost, rows.length)) {
    const news = traits.map((own, i) =>
      chosen.has(i) ? -1 : own.filter((trait) => !shown.has(trait)).length,
    );
    const best = news.indexOf(Math.max(...news));
    chosen.add(best);
    for (const trait of traits[best] ?? []) shown.add(trait);
  }
  return rows.filter((_, i) => chosen.has(i));
}
