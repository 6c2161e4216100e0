/** A map made of a person's answers, kept in the settings for the next file. */

import { columnFits } from '../../importing/column-fits.ts';
import type { Field } from '../../importing/fields.ts';
import { layoutOfMap } from '../../importing/map-file.ts';
import type { Layout } from '../../importing/mapping.ts';
import { claimsHeader } from '../../importing/recognise.ts';
import { headerKey } from '../../rows/header-key.ts';
import { saveMapAs } from './save-map.ts';

/** What a column can be said to hold. */
export type MapField = Field;
export type SavedMap = Layout;

/** The map among those made before that understands the header. */
export const mapClaiming = (maps: readonly SavedMap[], header: readonly string[]): SavedMap | undefined =>
  maps.find((map) => claimsHeader(map, header));

/** The columns that can be named: those with a title. */
export const titledColumns = (header: readonly string[]): number[] =>
  header.flatMap((title, i) => (headerKey(title) === '' ? [] : [i]));

export const holdDates = (examples: readonly string[]): boolean =>
  examples.length > 0 && columnFits('sold_on', '', examples) !== null;

/**
 * Makes the map, and adds it to the settings.
 * @param columns the title of the column for each field
 * @param settingsPath of the settings, made where there are none
 * @param makesFolder whether a folder that is not there is made, too
 */
export function saveMap(
  name: string,
  columns: Readonly<Record<string, string>>,
  settingsPath: string,
  makesFolder: boolean,
): SavedMap {
  const table = { name, kind: 'sales' as const, columns };
  const map = layoutOfMap({ ...table, header: true });
  saveMapAs(name, table, settingsPath, makesFolder);
  return map;
}
