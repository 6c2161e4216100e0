/** A map made of what was guessed and of a person's answers, kept in the settings for the next file. */

import { columnFits } from '../../importing/column-fits.ts';
import type { Field } from '../../importing/fields.ts';
import { neededFields } from '../../importing/kinds.ts';
import { readMap } from '../../importing/map-file.ts';
import type { ColumnPart, Layout } from '../../importing/mapping.ts';
import { claimsHeader } from '../../importing/recognise.ts';
import { headerKey } from '../../rows/header-key.ts';
import { spelled, titleAt } from './draft-map.ts';
import type { NotUnderstood } from './prepared-file.ts';
import { saveMapAs } from './save-map.ts';

/** What a column can be said to hold. */
export type MapField = Field;
export type SavedMap = Layout;

/** What each column holds, by its place; null = nothing that is needed. A column that is not among them is guessed. */
export type Answers = ReadonlyMap<number, MapField | null>;

/** The map among those made before that understands the header. */
export const mapClaiming = (maps: readonly SavedMap[], header: readonly string[]): SavedMap | undefined =>
  maps.find((map) => claimsHeader(map, header));

/** The columns that can be named: those with a title. */
export const titledColumns = (header: readonly string[]): number[] =>
  header.flatMap((title, i) => (headerKey(title) === '' ? [] : [i]));

/** What is sure of a header that was not understood as a whole. */
export const guessesOf = ({ columns }: NotUnderstood): Map<number, MapField> =>
  new Map(columns.flatMap(({ field }, i) => (field === null ? [] : [[i, field] as const])));

/** What a sale needs and these answers do not give, each with a field that has it. */
export function stillNeeded(answers: Answers): { readonly what: string; readonly field: MapField }[] {
  const fields = new Map<Field, number[]>();
  for (const [column, field] of answers) if (field !== null) fields.set(field, [column]);
  return neededFields('sales', fields);
}

/** Whether values look like what the field holds. */
export const looksLike = (field: MapField, examples: readonly string[]): boolean =>
  examples.length > 0 && columnFits(field, '', examples) !== null;

const tableOf = (name: string, header: readonly string[], answers: Answers) => {
  const titles = new Map<MapField, (string | ColumnPart)[]>();
  const ignored: string[] = [];
  for (const [column, field] of answers) {
    if (field === null) ignored.push(header[column] ?? '');
    else titles.set(field, [...(titles.get(field) ?? []), titleAt(header, column)]);
  }
  const columns = Object.fromEntries([...titles].map(([field, found]) => [field, spelled(found)]));
  return { name, kind: 'sales' as const, columns, ...(ignored.length === 0 ? {} : { ignored }) };
};

/** The map of these answers. @param name as it is to be called */
export const mapOfAnswers = (name: string, header: readonly string[], answers: Answers): SavedMap =>
  readMap(tableOf(name, header, answers), name);

/**
 * Adds the map to the settings.
 * @param settingsPath of the settings, made where there are none
 * @param makesFolder whether a folder that is not there is made, too
 */
export function saveAnswers(
  name: string,
  header: readonly string[],
  answers: Answers,
  settingsPath: string,
  makesFolder: boolean,
): void {
  saveMapAs(name, tableOf(name, header, answers), settingsPath, makesFolder);
}
