/** What the columns that nobody has a use for may say of contact all the same. */

import { headerKey } from '../rows/header-key.ts';
import { readFlag } from '../values/flags.ts';
import {
  channelOf,
  consentFits,
  isAnotherMatter,
  isConsent,
  ofCoBuyer,
  yesMeans,
} from './consent-columns.ts';
import { isRepeated, reachesOthers } from './contact-columns.ts';
import type { Field } from './fields.ts';
import { fieldOfHeader, namesOtherVin } from './header-field.ts';
import type { LookedThrough, Recognised, Unclear } from './mapping.ts';
import { isAnotherMatterThanTheDeal } from './stated-deal.ts';

interface Settled {
  /** with the columns of consents that the layout does not know or nobody had a use for */
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  readonly lookedThrough: readonly LookedThrough[];
  readonly unclear: readonly Unclear[];
}

/** Columns of words and notes: a refusal in them is heard whatever else they are for. */
const USED_AND_LOOKED_THROUGH: readonly Field[] = [
  'status',
  'sale_class',
  'deal_type',
  'condition',
  'business_flag',
  'remarks',
];
/** "No contact" under these may say that nobody was reached. */
const RESULTS =
  /result|outcome|attempt|dispos|activity|followup|lastcontact|contactlast|calllog|response|contacttype|contactstate|resultado|ergebnis|resultat|esito|uitkomst|rezultat/;

/**
 * Takes consents out of columns left unused, and tells which columns are to be looked through for refusals in words and
 * which would be read two ways. Columns a map ignores stay unused.
 */
export function settleConsents(
  { kind, columns: known, rules }: Recognised,
  header: readonly string[],
  samples: readonly (readonly string[])[],
): Settled {
  // a list of cars speaks of nobody
  if (kind === 'inventory') return { columns: known, lookedThrough: [], unclear: [] };
  const columns = new Map(known);
  const lookedThrough: LookedThrough[] = [];
  const remarks = new Set(known.get('remarks') ?? []);
  const unclear: Unclear[] = [];
  const used = new Set([...known.values()].flat());
  const ignored = new Set((rules.ignored ?? []).map(headerKey));
  const filledOf = (column: number): string[] =>
    samples.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  const lookThrough = (column: number, party: LookedThrough['party'], isUsed: boolean): void => {
    const key = headerKey(header[column] ?? '');
    const reached = !isUsed && RESULTS.test(key);
    const ofDeal = isAnotherMatterThanTheDeal(key) ? 'another matter' : 'deal';
    lookedThrough.push({
      column,
      party,
      about: isAnotherMatter(key) ? 'another matter' : channelOf(key),
      isResult: reached,
      ofDeal: isUsed && !remarks.has(column) ? null : ofDeal,
      reaches: !isUsed && !reachesOthers(key) && !namesOtherVin(key) && !isRepeated(filledOf(column)),
    });
    if (reached) unclear.push({ column, about: 'no-contact', refuses: 'refusal_in_words', permits: null });
  };
  for (const [party, field] of [
    ['', 'refusal_in_words'],
    ['co_', 'co_refusal_in_words'],
  ] as const)
    for (const column of known.get(field) ?? []) lookThrough(column, party, true);
  for (const column of USED_AND_LOOKED_THROUGH.flatMap((field) => known.get(field) ?? []))
    lookThrough(column, '', true);
  for (const [column, name] of header.entries()) {
    const key = headerKey(name);
    if (used.has(column) || ignored.has(key)) continue;
    const filled = filledOf(column);
    const taken = consentIn(name, key, filled);
    if (taken !== null && 'field' in taken) {
      columns.set(taken.field, [...(columns.get(taken.field) ?? []), column]);
      continue;
    }
    if (taken !== null) unclear.push({ column, about: 'yes-or-no', ...taken });
    lookThrough(column, ofCoBuyer(key) ? 'co_' : '', false);
  }
  return { columns, lookedThrough, unclear };
}

function consentIn(
  name: string,
  key: string,
  filled: readonly string[],
): { readonly field: Field } | Pick<Unclear, 'refuses' | 'permits'> | null {
  const named = fieldOfHeader(name)?.field;
  if (named === 'contact_preference' || named === 'co_contact_preference') return { field: named };
  const field = named !== undefined && isConsent(named) ? consentFits(named, key, filled) : null;
  if (field !== null) return { field };
  const yes = yesMeans(key);
  if (yes === null) return null;
  if ('refuses' in yes) return yes;
  // what stands there later may be something else than yes and no
  if (filled.length === 0) return { refuses: null, permits: yes.permits };
  return filled.every((cell) => readFlag(cell) !== null) ? { field: yes.permits } : null;
}
