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
  'booked_on',
  'former_owner',
] as const;
export type ScriptPlaceholder = (typeof SCRIPT_PLACEHOLDERS)[number];
export type ScriptValues = Readonly<Partial<Record<ScriptPlaceholder, string | number | null>>>;

/** Said where a detail is not known; anything else is left as a blank for the caller to see, never guessed. */
const WITHOUT: ScriptValues = {
  first_name: 'there',
  vehicle: 'car',
  model: 'car',
  store: 'the dealership',
  former_owner: 'Our whole team',
};
const BLANK = '____';

/** For a script that is said to several people: nobody is to be greeted by another's name. */
export const ANYBODY: ScriptValues = { first_name: BLANK, former_owner: BLANK };

/** The first thing wrong with one line of a script, or null. */
export const scriptProblem = (text: string): string | null => placeholderProblem(text, SCRIPT_PLACEHOLDERS);

/** The first thing wrong with a text that may name only the placeholders of `known`, or null. */
export function placeholderProblem(text: string, known: readonly string[]): string | null {
  let found: Spans;
  try {
    found = Mustache.parse(text);
  } catch {
    return 'a placeholder is not closed: write {{first_name}}';
  }
  for (const [type, name] of found) {
    if (type === 'text') continue;
    if (type !== 'name')
      return `only plain placeholders such as {{first_name}} are understood, not "${type}${name}"`;
    if (!known.includes(name)) return `there is no placeholder {{${name}}}`;
  }
  return null;
}

/** The script as it is to be said. Plain text: nothing is escaped for HTML. Only the values it names are asked for. */
export const fillScript = (script: Script, values: ScriptValues): Script => ({
  opener: filled(script.opener, values),
  question: filled(script.question, values),
  value: filled(script.value, values),
});

function filled(text: string | null, values: ScriptValues): string | null {
  if (text === null) return null;
  return withPlaceholders(text, (name) =>
    isPlaceholder(name) ? (values[name] ?? WITHOUT[name] ?? BLANK) : BLANK,
  );
}

/** A text without problems as plain text, each placeholder replaced by what it stands for. */
export function withPlaceholders(text: string, sayFor: (name: string) => string | number): string {
  let said = '';
  for (const [type, content] of spansOf(text)) said += type === 'text' ? content : sayFor(content);
  return said;
}

const isPlaceholder = (name: string): name is ScriptPlaceholder =>
  (SCRIPT_PLACEHOLDERS as readonly string[]).includes(name);

type Spans = ReturnType<typeof Mustache.parse>;
const spans = new Map<string, Spans>();

/** A plan has few lines and says each of them thousands of times. */
function spansOf(text: string): Spans {
  const known = spans.get(text) ?? Mustache.parse(text);
  spans.set(text, known);
  return known;
}
