/** What was logged, with what follows from it. */

import { isAttempt, isSettling, type OutcomeName, outcomeNamed } from '../domain/contact.ts';
import type { Phone } from '../domain/customer.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import { dayInShort } from './day-text.ts';
import { phoneText } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';

export interface LoggedLine {
  readonly customer: { readonly id: number; readonly name: string };
  readonly on: Day;
  readonly outcome: OutcomeName;
  readonly next_on: Day | null;
  /** the number that left the lists */
  readonly wrong_phone: string | null;
  /** of a try: the first day the customer can be on the list again; null when no touch is left open by then */
  readonly again_on: Day | null;
  /** of a try: it was the last one the plan allows */
  readonly given_up: boolean;
  /** what whoever logs this must know */
  readonly warnings: readonly string[];
  /** those that are left */
  readonly phones: readonly Phone[];
  /** what was logged for the customer on that day before */
  readonly before: readonly { readonly outcome: string; readonly by: string | null }[];
}

export interface LoggedTextOptions {
  readonly on: Day;
  readonly plan: Plan;
  readonly country: string;
  readonly styles: Styles;
}

/** A line a contact: `#482 Ann Lee: voicemail, to be tried again from 24 Nov` */
export function loggedAsText(lines: readonly LoggedLine[], options: LoggedTextOptions): string {
  const said = lines.map((line) => {
    const parts = [line.outcome.replaceAll('-', ' '), ...consequences(line, options)];
    const name = options.styles.bold(`#${line.customer.id} ${safeForTerminal(line.customer.name)}`);
    return `${name}: ${safeForTerminal(parts.join(', '))}\n${earlier(line, options)}`;
  });
  return said.join('');
}

function consequences(line: LoggedLine, { on, plan, country }: LoggedTextOptions): string[] {
  const { outcome, next_on } = line;
  const says: string[] = [];
  if (next_on !== null) says.push(`again on ${dayInShort(next_on, on)}`);
  else if (isAttempt(outcome)) says.push(afterTry(line, on));
  else if (isSettling(outcome))
    says.push(`left alone until ${dayInShort(addDays(line.on, plan.restDays), on)}`);
  if (line.wrong_phone !== null) {
    const next = line.phones.find(({ e164 }) => e164 !== line.wrong_phone);
    says.push(`${phoneText(line.wrong_phone, null, country)} is off the lists`);
    says.push(
      next ? `next ${phoneText(next.e164, next.extension, country)}` : 'no other number: beback fixes',
    );
  }
  if (outcomeNamed(outcome)?.endsTouches === 'car') says.push('no more touches for that car');
  if (outcomeNamed(outcome)?.endsTouches === 'customer') says.push('no touches until the next purchase');
  if (outcomeNamed(outcome)?.blocks) says.push('blocked for good: calls, texts, e-mail and letters');
  return says;
}

function afterTry({ again_on, given_up, on: day }: LoggedLine, on: Day): string {
  if (again_on === day) return 'still on the list';
  if (again_on !== null) return `to be tried again from ${dayInShort(again_on, on)}`;
  return given_up ? 'the last try: given up' : 'nothing is left open to try again for';
}

/** What stands under the line: warnings, and typing it twice, which is an easy slip. */
function earlier({ before, warnings }: LoggedLine, { styles }: LoggedTextOptions): string {
  const said = warnings.map((warning) => `  ${styles.warning(safeForTerminal(warning))}\n`).join('');
  if (before.length === 0) return said;
  const what = before.map(
    ({ outcome, by }) => outcome.replaceAll('-', ' ') + (by === null ? '' : ` (${by})`),
  );
  return `${said}  ${styles.warning(`already logged that day: ${safeForTerminal(what.join(', '))}; \`beback undo\` takes the new one back`)}\n`;
}
