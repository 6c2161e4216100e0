/** What was logged, with what follows from it. */

import {
  isAttempt,
  isSettling,
  type Maker,
  type OutcomeName,
  outcomeName,
  outcomeNamed,
  SNOOZED,
} from '../domain/contact.ts';
import type { CallablePhone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { ComingBack } from '../touches/coming-back.ts';
import { withheldInWords } from './call-in-words.ts';
import { dayInShort } from './day-text.ts';
import { type Met, metInWords } from './greeting-in-words.ts';
import { makerInWords } from './maker-in-words.ts';
import { numberAlone, phoneText } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';

export interface LoggedLine extends Met {
  /** of its entry in the journal */
  readonly id: number;
  readonly customer: { readonly id: number; readonly name: string };
  readonly on: Day;
  readonly outcome: OutcomeName;
  readonly note: string | null;
  readonly next_on: Day | null;
  /** the number that left the lists */
  readonly wrong_phone: string | null;
  /** null where a later line says it of the same customer */
  readonly comes_back: ComingBack | null;
  /** of a try: it was the last one the plan allows */
  readonly given_up: boolean;
  /** what whoever logs this must know */
  readonly warnings: readonly string[];
  /** those that are left */
  readonly phones: readonly CallablePhone[];
  /** what was logged for the customer on that day before */
  readonly before: readonly (Maker & { readonly outcome: string })[];
}

export interface LoggedTextOptions {
  readonly on: Day;
  readonly country: string;
  readonly styles: Styles;
}

/** A line a contact: `#482 Ann Lee: voicemail, to be tried again from Nov 24` */
export function loggedAsText(lines: readonly LoggedLine[], options: LoggedTextOptions): string {
  const texts = lines.map((line) => {
    const parts = [outcomeName(line.outcome) + metInWords(line), ...consequences(line, options)];
    const undo = lines.length === 1 ? 'beback undo' : `beback undo ${line.id}`;
    const name = options.styles.bold(`#${line.customer.id} ${safeForTerminal(line.customer.name)}`);
    return `${name}: ${safeForTerminal(parts.join(', '))}\n${earlier(line, undo, options)}`;
  });
  return texts.join('');
}

function consequences(line: LoggedLine, { on, country }: LoggedTextOptions): string[] {
  const { outcome, next_on, comes_back } = line;
  const says: string[] = [];
  if (comes_back !== null && (next_on !== null || isAttempt(outcome) || isSettling(outcome)))
    says.push(...comingBackInWords(line, comes_back, on, country));
  if (line.wrong_phone !== null) {
    const next = line.phones.find(({ e164 }) => e164 !== line.wrong_phone);
    says.push(`${numberAlone(line.wrong_phone, country)} is off the lists`);
    says.push(next ? `next ${phoneText(next, country)}` : 'no other number: beback fixes');
  }
  if (outcomeNamed(outcome)?.endsTouches === 'car') says.push('no more touches for that car');
  if (outcomeNamed(outcome)?.endsTouches === 'customer') says.push('no touches until the next purchase');
  if (outcomeNamed(outcome)?.blocks) says.push('blocked for good: calls, texts, e-mail and letters');
  return says;
}

function comingBackInWords(line: LoggedLine, comesBack: ComingBack, today: Day, country: string): string[] {
  const { outcome, on, next_on, given_up } = line;
  const { on: back, promised, never } = comesBack;
  if (never !== null)
    return outcomeNamed(outcome)?.blocks ? [] : [`on no list: ${withheldInWords(never, today, country)}`];
  const last = given_up && (back === null || promised) ? ['the last try: given up'] : [];
  const said = next_on === null ? [] : [nextInWords(outcome, dayInShort(next_on, today, country))];
  if (back === null)
    return last.length + said.length > 0 || !isAttempt(outcome)
      ? [...last, ...said]
      : ['nothing is left open to try again for'];
  if (back === next_on) return [...last, ...said];
  const day = dayInShort(back, today, country);
  if (promised) return [...last, ...said, `on the list again on ${day}, the day promised`];
  if (!isAttempt(outcome)) return back === on ? said : [...said, `left alone until ${day}`];
  return [...said, back === on ? 'still on the list' : `to be tried again from ${day}`];
}

const nextInWords = (outcome: OutcomeName, day: string): string =>
  outcome === SNOOZED ? `put off to ${day}` : `promised for ${day}`;

/** What stands under the line: warnings, and typing it twice, which is an easy slip. */
function earlier({ before, warnings }: LoggedLine, undo: string, { styles }: LoggedTextOptions): string {
  const warned = warnings.map((warning) => `  ${styles.warning(safeForTerminal(warning))}\n`).join('');
  if (before.length === 0) return warned;
  const what = before.map(
    ({ outcome, ...made }) => outcomeName(outcome) + (made.by === null ? '' : ` (${makerInWords(made)})`),
  );
  return `${warned}  ${styles.warning(`already logged that day: ${safeForTerminal(what.join(', '))}; \`${undo}\` takes the new one back`)}\n`;
}
