/** A map: a person's own description of an export layout, in a file of its own or as [[layout]] in the settings. */

import { stringify } from 'smol-toml';
import * as v from 'valibot';
import { usageFault } from '../domain/fault.ts';
import { CONDITIONS } from '../domain/sale.ts';
import type { RefusalWords } from '../values/flags.ts';
import { answerKey } from '../values/known-answers.ts';
import { didYouMean } from '../values/nearest.ts';
import { FIELDS, type Field, isField, KINDS } from './fields.ts';
import type { ColumnPart, ColumnSpellings, Layout } from './mapping.ts';
import { type Constants, type SectionWords, sectionKey } from './sections.ts';
import { type WordMeaning, type WordOverrides, wordKey } from './value-words.ts';

const title = v.union(
  [v.pipe(v.string(), v.minLength(1)), v.pipe(v.number(), v.integer(), v.minValue(1))],
  'must be a header, or a position from 1',
);
const NAME_ORDER = v.picklist(['last-first', 'first-last'], 'must be "last-first" or "first-last"');
const LONGEST_PATTERN = 200;
/** A repetition inside a repeated group may take for ever. */
const NESTED = /\([^()]*[+*{][^()]*\)\s*[+*{]/;

const BAD_PATTERN =
  'must be a place from 1, or a regular expression of at most 200 characters without a repetition inside a repeated group';

const part = v.strictObject({
  column: title,
  occurrence: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1, 'counts from 1'))),
  part: v.optional(
    v.union(
      [
        v.pipe(v.number(), v.integer(), v.minValue(1)),
        v.pipe(
          v.string(),
          v.check((text) => text.length <= LONGEST_PATTERN && patternOf(text) !== null, BAD_PATTERN),
        ),
      ],
      BAD_PATTERN,
    ),
  ),
  separator: v.optional(v.pipe(v.string(), v.minLength(1))),
  name_order: v.optional(NAME_ORDER),
  where: v.optional(
    v.strictObject({
      column: title,
      is: v.union([v.string(), v.array(v.string())], 'must be a word, or several in [ ]'),
    }),
  ),
});
const spelling = v.union(
  [title, part],
  'must be a header, a position from 1, or { column = …, part = …, occurrence = …, where = … }',
);

function patternOf(text: string): RegExp | null {
  if (NESTED.test(text)) return null;
  try {
    return new RegExp(text, 'iu');
  } catch {
    return null;
  }
}

const CLASSES = ['retail', 'wholesale', 'fleet', 'dealer-trade', 'internal'] as const;
const DEAL_TYPES = ['cash', 'finance', 'lease', 'purchase'] as const;
const STATES = ['sold', 'pending', 'quote', 'unwound', 'repossessed', 'dead'] as const;
const ONLY_WORDS: Readonly<Partial<Record<string, readonly string[]>>> = {
  status: STATES,
  sale_class: CLASSES,
  deal_type: DEAL_TYPES,
  condition: CONDITIONS,
};

const fieldName = v.pipe(
  v.string(),
  v.check(
    isField,
    ({ input }) =>
      `is not a field, as \`beback layouts --fields\` lists them${didYouMean(input, [...FIELDS])}`,
  ),
);

const constant = v.union([v.string(), v.number(), v.boolean()], 'must be a text, a number, true or false');
/** Fields and their values; a word field takes one of its words. */
const constants = v.pipe(
  v.record(fieldName, constant),
  v.check(
    (fields) =>
      Object.entries(fields).every(([field, value]) => ONLY_WORDS[field]?.includes(String(value)) ?? true),
    `must be, for sale_class: ${CLASSES.join(', ')}; deal_type: ${DEAL_TYPES.join(', ')}; condition: ${CONDITIONS.join(', ')}; status: ${STATES.join(', ')}`,
  ),
);

export const mapTable = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be small letters, digits and hyphens')),
  title: v.optional(v.string()),
  kind: v.optional(v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`), 'sales'),
  header: v.optional(v.boolean(), true),
  date_order: v.optional(v.picklist(['mdy', 'dmy', 'ymd'], 'must be "mdy", "dmy" or "ymd"')),
  name_order: v.optional(NAME_ORDER),
  full_share: v.optional(v.picklist([1, 100, 1000], 'must be 1, 100 or 1000')),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two capital letters'))),
  ignored: v.optional(v.array(v.string())),
  columns: v.optional(
    v.record(fieldName, v.union([spelling, v.array(spelling)], 'must be a header (or several in [ ])')),
    {},
  ),
  constants: v.optional(constants),
  sections: v.optional(
    v.record(
      v.string(),
      v.union([v.literal('ignored'), constants], 'must be { field = value }, or "ignored"'),
    ),
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
    Object.entries(table.columns).map(([field, names]) => [field, [names].flat().map(columnOf)]),
  ) as ColumnSpellings;
  return {
    name: table.name,
    title: table.title ?? 'saved map',
    kind: table.kind,
    isMap: true,
    // a saved map claims a file that has every column it names first, and those it ignores
    signature: table.header
      ? [...Object.values(table.columns).map((names) => titleOf([names].flat()[0])), ...(table.ignored ?? [])]
      : [],
    columns,
    ...(table.header ? {} : { header: false as const }),
    ...(table.date_order === undefined ? {} : { dateOrder: table.date_order }),
    ...(table.name_order === undefined ? {} : { nameOrder: table.name_order }),
    ...(table.full_share === undefined ? {} : { fullShare: table.full_share }),
    ...(table.country === undefined ? {} : { country: table.country }),
    ...(table.words === undefined ? {} : { words: meaningsOf(table.words) }),
    ...(table.words?.refusal === undefined ? {} : { refusalWords: refusalsOf(table.words.refusal) }),
    ...(table.ignored === undefined ? {} : { ignored: table.ignored }),
    ...(table.constants === undefined ? {} : { constants: constantsOf(table.constants) }),
    ...(table.sections === undefined ? {} : { sections: sectionsOf(table.sections) }),
  };
}

type Spelling = v.InferOutput<typeof spelling>;

const titleOf = (one: Spelling | undefined): string =>
  String(typeof one === 'object' ? one.column : (one ?? ''));

function columnOf(one: Spelling): string | ColumnPart {
  if (typeof one !== 'object') return String(one);
  const { column, occurrence, part: wanted, separator, name_order: nameOrder, where } = one;
  return {
    column: String(column),
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(wanted === undefined
      ? {}
      : { part: typeof wanted === 'number' ? wanted : (patternOf(wanted) ?? /$^/) }),
    ...(separator === undefined ? {} : { separator }),
    ...(nameOrder === undefined ? {} : { nameOrder }),
    ...(where === undefined ? {} : { where: { column: String(where.column), is: [where.is].flat() } }),
  };
}

const constantsOf = (table: v.InferOutput<typeof constants>): Constants =>
  new Map(Object.entries(table).map(([field, value]) => [field as Field, String(value)]));

const sectionsOf = (table: NonNullable<MapTable['sections']>): SectionWords =>
  new Map(
    Object.entries(table).map(([heading, said]) => [
      sectionKey(heading),
      said === 'ignored' ? said : constantsOf(said),
    ]),
  );

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

/** The map as [[layout]], to be put into the settings. @param table as a map file has it */
export const mapAsToml = (table: Readonly<Record<string, unknown>>): string =>
  `${stringify({ layout: [table] }).trimEnd()}\n`;
