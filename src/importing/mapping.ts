/** What the columns of a file are taken for: the common form of a built-in layout, a saved map and a guess from the header. */

import type { DateOrder } from '../values/dates.ts';
import type { Channel, RefusalWords } from '../values/flags.ts';
import type { DecimalMark } from '../values/numbers.ts';
import type { DerivedColumn } from './derived-columns.ts';
import type { Field, Kind } from './fields.ts';
import type { Constants, SectionWords } from './sections.ts';
import type { SplitDate } from './split-dates.ts';
import type { WordOverrides } from './value-words.ts';

/** A column, or what a map takes of it. */
export interface ColumnPart {
  readonly column: string;
  /** of several columns with one title, from 1 */
  readonly occurrence?: number;
  /** a pattern whose first group counts, or the place between separators, from 1 */
  readonly part?: RegExp | number;
  /** for a place; a comma by default */
  readonly separator?: string;
  /** only in rows where another column holds one of these */
  readonly where?: { readonly column: string; readonly is: readonly string[] };
  readonly nameOrder?: 'last-first' | 'first-last';
}

/** How a layout or a map writes down which header spellings hold a field; several = the first that is filled wins. */
export type ColumnSpellings = Partial<Record<Field, string | readonly (string | ColumnPart)[]>>;

/** Peculiarities a layout declares instead of leaving them to the general rules. */
export interface LayoutRules {
  readonly words?: WordOverrides;
  readonly dateOrder?: DateOrder;
  readonly nameOrder?: 'last-first' | 'first-last';
  /** ISO 3166; what national phone numbers belong to when the settings do not say */
  readonly country?: string;
  /** a character that separates several values inside one cell; the first value counts */
  readonly multiValue?: string;
  /** written by this program: phones are E.164 without the +, what is not told is not known, and nothing is a new wish */
  readonly isOwnExport?: true;
  /** the largest value a full share has: 1, 100 or 1000 */
  readonly fullShare?: number;
  /** `earliest`: the sale day is the earliest of sold_on and delivered_on (a re-finalised contract does not move it) */
  readonly soldOn?: 'earliest';
  /** fields that are filled on every finished deal: empty = still pending */
  readonly filledWhenSold?: readonly Field[];
  /** values of `area` that are the store itself and are left out of its name */
  readonly mainArea?: string;
  /** separators of repeated groups in service files: lines, values within a line */
  readonly groups?: readonly [line: string, value: string];
  /** what fillings of columns about refusals mean in this file */
  readonly refusalWords?: RefusalWords;
  /** header spellings that must never be taken for anything */
  readonly ignored?: readonly string[];
  /** values of every row, instead of what the columns hold */
  readonly constants?: Constants;
  /** what heading lines say of the rows under them */
  readonly sections?: SectionWords;
}

/** A known file form: a table, not code. */
export interface Layout extends LayoutRules {
  readonly name: string;
  readonly title: string;
  readonly kind: Kind;
  /** header spellings that must all be there for the layout to claim a file */
  readonly signature: readonly string[];
  readonly columns: ColumnSpellings;
  /** a person's own: the columns it does not name are guessed */
  readonly isMap?: true;
  /** false: the file has no header line and `columns` gives positions, "1" being the first */
  readonly header?: false;
  /** how many columns a headerless file has */
  readonly width?: number;
}

/** A column that is read for what must not be left aside, though its header does not speak of it. */
export interface LookedThrough {
  readonly column: number;
  readonly party: '' | 'co_';
  /** what an "opted out" is about by the header: a channel, another matter than contact, or (null) nothing in particular */
  readonly about: Channel | 'another matter' | null;
  /** results of calls: "no contact" says that nobody was reached */
  readonly isResult: boolean;
  /** whether "wholesale" or "cancelled" in it is said of the deal; null = the column is read for such words anyway */
  readonly ofDeal: 'deal' | 'another matter' | null;
  /** a phone, an e-mail address or a VIN in it is the customer's or the car's */
  readonly reaches: boolean;
}

/** A column whose cells may mean one thing or its opposite, should they hold what it is about. */
export interface Unclear {
  readonly column: number;
  readonly about: 'yes-or-no' | 'no-contact';
  /** the field of a map that makes it a refusal or a permission; null = it cannot be one */
  readonly refuses: Field | null;
  readonly permits: Field | null;
}

/** A layout applied to one file's header. */
export interface Mapping {
  readonly layout: string;
  readonly kind: Kind;
  readonly rules: LayoutRules;
  readonly header: readonly string[];
  /** fields a row has: the header's, and the empty ones that every row of some files ends with */
  readonly width: number;
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  readonly lookedThrough: readonly LookedThrough[];
  readonly unclear: readonly Unclear[];
  /** columns behind those of the file, made of them */
  readonly derived: readonly DerivedColumn[];
  /** days written in three columns, by the column that stands for the day; the others are read with it */
  readonly splitDates: ReadonlyMap<number, SplitDate>;
  /** date order by field; null = none is known: only dates that can be read one way are */
  readonly dateOrders: ReadonlyMap<Field, DateOrder | null>;
  /** what marks the decimals of amounts, by field */
  readonly decimalMarks: ReadonlyMap<Field, DecimalMark>;
  /** something in the file tells leases from purchases: what a row does not say is not made up for it */
  readonly speaksOfLeases: boolean;
  /** folded names of salespeople who have a cell to themselves: they tell two people from one, family name first */
  readonly soleSalespeople: ReadonlySet<string>;
  /** true when the columns were understood one by one and not by a known layout */
  readonly guessed: boolean;
  readonly constants: Constants;
}

/** What a file is taken for, before its values were looked through. */
export interface Recognised {
  readonly layout: string;
  readonly kind: Kind;
  readonly rules: LayoutRules;
  readonly columns: Mapping['columns'];
  readonly derived: Mapping['derived'];
  readonly splitDates: Mapping['splitDates'];
  readonly guessed: boolean;
  /** the first line is data already */
  readonly headerless: boolean;
}
