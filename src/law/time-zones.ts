/** Which time zones a place may be in: one where that is certain, every possible one where it is not. */

import { covers } from './regions.ts';
import { COUNTRIES, SPLIT, WHOLE } from './zone-tables.ts';

/**
 * IANA zones of a place, the likeliest first; none when nothing is known of it.
 * @param region `US-FL`, or a country alone
 * @param known the postal prefix, else the area code of a telephone number, or nothing
 */
export function zonesOf(
  region: string,
  known: { readonly postal: string | null; readonly areaCode: string | null },
): readonly string[] {
  const whole = WHOLE.find(([, regions]) => regions.split(' ').includes(region));
  if (whole !== undefined) return [whole[0]];
  const split = SPLIT[region];
  if (split === undefined) return COUNTRIES[region] ?? [];
  const { postal, areaCode } = known;
  if (postal !== null) return certain(split.postal, postal) ?? split.zones;
  if (areaCode !== null) return certain(split.areaCodes, areaCode) ?? split.zones;
  return split.zones;
}

function certain(lists: Readonly<Record<string, string>>, text: string): readonly string[] | null {
  for (const [zone, list] of Object.entries(lists)) if (covers(list, text)) return [zone];
  return null;
}
