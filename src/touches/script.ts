/** What to say: the words of a touch with the customer's own details filled in. */

import Mustache from 'mustache';
import type { Script } from '../domain/plan.ts';

/** The details a script may name, as `{{first_name}}`. */
export const SCRIPT_PLACEHOLDERS = [
  'first_name',
  'customer',
  'salesperson',
  'store',
  'vehicle',
  'year',
  'make',
  'model',
  'sold_on',
  'months_owned',
  'years_owned',
  'number',
  'due_on',
  'lease_end_on',
  'loan_end_on',
  'service_on',
] as const;
export type ScriptPlaceholder = (typeof SCRIPT_PLACEHOLDERS)[number];
export type ScriptValues = Readonly<Partial<Record<ScriptPlaceholder, string | number | null>>>;

/** Said where a detail is not known; anything else is left as a blank for the caller to see, never guessed. */
const WITHOUT: ScriptValues = { first_name: 'there', vehicle: 'car', model: 'car', store: 'the dealership' };
const BLANK = '____';

/** The first thing wrong with one line of a script, or null. */
export function scriptProblem(text: string): string | null {
  let spans: ReturnType<typeof Mustache.parse>;
  try {
    spans = Mustache.parse(text);
  } catch {
    return 'a placeholder is not closed: write {{first_name}}';
  }
  for (const [type, name] of spans) {
    if (type === 'text') continue;
    if (type !== 'name')
      return `only plain placeholders such as {{first_name}} are understood, not "${type}${name}"`;
    if (!(SCRIPT_PLACEHOLDERS as readonly string[]).includes(name))
      return `there is no placeholder {{${name}}}`;
  }
  return null;
}

/** The script as it is to be said. Plain text: nothing is escaped for HTML. */
export function fillScript(script: Script, values: ScriptValues): Script {
  const view = Object.fromEntries(
    SCRIPT_PLACEHOLDERS.map((name) => [name, values[name] ?? WITHOUT[name] ?? BLANK]),
  );
  const fill = (text: string | null): string | null =>
    text === null ? null : Mustache.render(text, view, undefined, { escape: String });
  return { opener: fill(script.opener), question: fill(script.question), value: fill(script.value) };
}
