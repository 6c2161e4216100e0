/** Whether anything in a file of sales speaks of leases: then a term alone does not make a loan. */

import { cleanCell } from '../values/cell.ts';
import { readFlag } from '../values/flags.ts';
import type { Recognised } from './mapping.ts';
import { WORD_FIELDS, type WordField, wordKey, wordMeaning } from './value-words.ts';

/** "Lease Residual", "LeaseMiles"; not "Release Date", nor what is said of the trade-in. */
const ABOUT_LEASES = /^(?!trade|ti[\s_-])(?!.*(?:re|p)leas).*leas(?!h)/i;
/** No word for a lease lacks one of these; a quick look before the slow one. */
const PERHAPS_LEASE = /leas|lse|lo[ac]|lld|hire|pch|arrend|noleg/i;
const LONGEST_WORD = 40;
const NOTHING = /^[\s0.,$€£-]*$/;
/** Letters for kinds of deal; a column of them with an L among them tells leases apart. */
const KINDS_OF_DEAL = 'plcfrbw';

/** Fed with the rows of a file. Columns that tell row by row whether it is a lease are left to the reading of the row. */
export class LeaseEvidence {
  #found = false;
  readonly #words: ReadonlyMap<number, WordField>;
  readonly #told: ReadonlySet<number>;
  readonly #aboutLeases: ReadonlySet<number>;
  /** the different letters of columns nobody knows; a column with anything else in it is taken out */
  readonly #letters: Map<number, Set<string>>;
  readonly #rules: Recognised['rules'];

  constructor({ columns, rules }: Recognised, header: readonly string[]) {
    this.#rules = rules;
    this.#words = new Map(
      WORD_FIELDS.flatMap((field) => (columns.get(field) ?? []).map((at) => [at, field])),
    );
    this.#told = new Set(
      (['lease', 'lease_term', 'lease_payment'] as const).flatMap((field) => columns.get(field) ?? []),
    );
    const ends = columns.get('lease_end_on') ?? [];
    this.#aboutLeases = new Set(
      header.flatMap((name, at) => (ABOUT_LEASES.test(name) ? at : [])).concat(ends),
    );
    const known = new Set([...columns.values()].flat());
    this.#letters = new Map(header.flatMap((_, at) => (known.has(at) ? [] : [[at, new Set<string>()]])));
  }

  add(cells: readonly string[]): void {
    for (let at = 0; at < cells.length && !this.#found; at++) {
      const cell = cells[at];
      if (cell !== undefined && cell !== '' && !this.#told.has(at)) this.#look(at, cleanCell(cell));
    }
  }

  found(): boolean {
    return this.#found || [...this.#letters.values()].some((letters) => letters.size > 1 && letters.has('l'));
  }

  #look(at: number, text: string): void {
    const letters = this.#letters.get(at);
    if (letters !== undefined && text !== '') {
      const letter = text.toLowerCase();
      if (letter.length === 1 && KINDS_OF_DEAL.includes(letter)) letters.add(letter);
      else this.#letters.delete(at);
    }
    const word = this.#words.get(at);
    if (word !== undefined) this.#found = wordMeaning(word, text, this.#rules.words)?.dealType === 'lease';
    else if (this.#aboutLeases.has(at)) this.#found = !NOTHING.test(text) && readFlag(text) !== false;
    else if (text.length <= LONGEST_WORD && PERHAPS_LEASE.test(text))
      this.#found = wordKey(text).length > 2 && wordMeaning('deal_type', text)?.dealType === 'lease';
  }
}
