/** A map: a person's own description of an export layout, in a file of its own or as [[layout]] in the settings. */

import * as v from 'valibot';
import { usageFault } from '../domain/fault.ts';
import type { RefusalWords } from '../values/flags.ts';
import { answerKey } from '../values/known-answers.ts';
import { isField, KINDS } from './fields.ts';
import type { ColumnSpellings, Layout } from './mapping.ts';
import { type WordMeaning, type WordOverrides, wordKey } from './value-words.ts';

const spelling = v.union(
  [v.pipe(v.string(), v.minLength(1)), v.pipe(v.number(), v.integer(), v.minValue(1))],
  'must be a header, or a position from 1',
);

const CLASSES = ['retail', 'wholesale', 'fleet', 'dealer-trade', 'internal'] as const;
const DEAL_TYPES = ['cash', 'finance', 'lease', 'purchase'] as const;
const CONDITIONS = ['new', 'used', 'certified', 'demo'] as const;
const STATES = ['sold', 'pending', 'quote', 'unwound', 'repossessed', 'dead'] as const;

const fieldName = v.pipe(
  v.string(),
  v.check(isField, 'is not a field; `beback layouts --fields` lists them'),
);

export const mapTable = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be small letters, digits and hyphens')),
  title: v.optional(v.string()),
  kind: v.optional(v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`), 'sales'),
  header: v.optional(v.boolean(), true),
  date_order: v.optional(v.picklist(['mdy', 'dmy', 'ymd'], 'must be "mdy", "dmy" or "ymd"')),
  name_order: v.optional(v.picklist(['last-first', 'first-last'], 'must be "last-first" or "first-last"')),
  full_share: v.optional(v.picklist([1, 100, 1000], 'must be 1, 100 or 1000')),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two capital letters'))),
  ignored: v.optional(v.array(v.string())),
  columns: v.pipe(
    v.record(fieldName, v.union([spelling, v.array(spelling)], 'must be a header (or several in [ ])')),
    v.check((columns) => Object.keys(columns).length > 0, 'must name at least one column'),
  ),
  words: v.optional(
    v.strictObject({
      status: v.optional(v.record(v.string(), v.picklist(STATES, `must be one of ${STATES.join(', ')}`))),
      sale_class: v.optional(
        v.record(v.string(), v.picklist(CLASSES, `must be one of ${CLASSES.join(', ')}`)),
      ),
      deal_type: v.optional(
        v.record(v.string(), v.picklist(DEAL_TYPES, `must be one of ${DEAL_TYPES.join(', ')}`)),
      ),
      condition: v.optional(
        v.record(v.string(), v.picklist(CONDITIONS, `must be one of ${CONDITIONS.join(', ')}`)),
      ),
      refusal: v.optional(v.record(v.string(), v.picklist(['yes', 'no'], 'must be "yes" (refused) or "no"'))),
    }),
  ),
});
export type MapTable = v.InferOutput<typeof mapTable>;

/** The layout a map describes. */
export function layoutOfMap(table: MapTable): Layout {
  const columns = Object.fromEntries(
    Object.entries(table.columns).map(([field, names]) => [field, [names].flat().map(String)]),
  ) as ColumnSpellings;
  return {
    name: table.name,
    title: table.title ?? 'saved map',
    kind: table.kind,
    // a saved map claims a file that has every column it names first
    signature: table.header ? Object.values(columns).flatMap((names) => [names].flat().slice(0, 1)) : [],
    columns,
    ...(table.header ? {} : { header: false as const }),
    ...(table.date_order === undefined ? {} : { dateOrder: table.date_order }),
    ...(table.name_order === undefined ? {} : { nameOrder: table.name_order }),
    ...(table.full_share === undefined ? {} : { fullShare: table.full_share }),
    ...(table.country === undefined ? {} : { country: table.country }),
    ...(table.words === undefined ? {} : { words: meaningsOf(table.words) }),
    ...(table.words?.refusal === undefined ? {} : { refusalWords: refusalsOf(table.words.refusal) }),
    ...(table.ignored === undefined ? {} : { ignored: table.ignored }),
  };
}

function meaningsOf(words: NonNullable<MapTable['words']>): WordOverrides {
  const meanings = <T extends string>(
    table: Record<string, T> | undefined,
    aspect: keyof WordMeaning,
  ): Record<string, WordMeaning> =>
    Object.fromEntries(
      Object.entries(table ?? {}).map(([word, meaning]) => [wordKey(word), { [aspect]: meaning }]),
    );
  return {
    status: meanings(words.status, 'state'),
    sale_class: meanings(words.sale_class, 'saleClass'),
    deal_type: meanings(words.deal_type, 'dealType'),
    condition: meanings(words.condition, 'condition'),
  };
}

const refusalsOf = (words: Readonly<Record<string, 'yes' | 'no'>>): RefusalWords =>
  new Map(Object.entries(words).map(([filling, meaning]) => [answerKey(filling), meaning]));

/** Reads a map given as its own file, already parsed from TOML. */
export function readMap(raw: unknown, path: string): Layout {
  const read = v.safeParse(mapTable, raw);
  if (read.success) return layoutOfMap(read.output);
  const [issue] = read.issues;
  const key = (issue.path ?? []).map(({ key: part }) => String(part)).join('.');
  throw usageFault('bad-map', `${path}: "${key}" ${issue.message}`, '`beback layouts --help` shows a map');
}

/** The map as TOML, to be put into the settings or a file. */
export function mapAsToml(layout: {
  name: string;
  kind: string;
  columns: Readonly<Record<string, string>>;
}): string {
  const text = (value: string): string => JSON.stringify(value);
  return [
    '[[layout]]',
    `name = ${text(layout.name)}`,
    `kind = ${text(layout.kind)}`,
    '[layout.columns]',
    ...Object.entries(layout.columns).map(([field, header]) => `${field} = ${text(header)}`),
    '',
  ].join('\n');
}
