/** A salesperson's answer to the mailed list: `482v 911t`, or `#482 talked: wants a van, next 2027-05-03`. */

import { type Outcome, type OutcomeName, outcomeOfLetter } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { DateOrder } from '../values/dates.ts';
import { type AnsweredText, newText, type ReplyLine } from './new-text.ts';
import { lettersInWords, readOutcome } from './read-codes.ts';
import { readTypedDay } from './read-sheet-day.ts';

export interface ReplyCall {
  /** of the text, the first being 1 */
  readonly line: number;
  readonly customerId: number;
  readonly outcome: Outcome;
  readonly note: string | null;
  readonly nextOn: Day | null;
}
export interface Reply {
  readonly calls: readonly ReplyCall[];
  /** every other line the writer wrote, and why it says nothing; nothing of such a line is among the calls */
  readonly notUnderstood: readonly (ReplyLine & { readonly why: string })[];
}

/** A list that comes back with notes is a few pages. */
const LONGEST_ANSWER = 100_000;
/** A day as anybody types it; whatever is longer is no day. */
const LONGEST_DAY = 100;

type CallInReply = Omit<ReplyCall, 'line'>;

/** Whether the customer of that id is on the list that is answered. */
type OnList = (customerId: number) => boolean;

/**
 * Reads only what is new in the mail.
 * @param text the plain text of the mail
 * @param on the day of the calls
 */
export function readReply(
  text: string,
  on: Day,
  order: DateOrder | null,
  onList: OnList,
  answered: AnsweredText,
): Reply {
  const calls: ReplyCall[] = [];
  const notUnderstood: (ReplyLine & { why: string })[] = [];
  let length = 0;
  for (const written of newText(text, answered)) {
    length += written.text.length;
    if (length > LONGEST_ANSWER) {
      const start = written.text.slice(0, LONGEST_DAY);
      notUnderstood.push({ line: written.line, text: start, why: 'too long: from here on nothing was read' });
      break;
    }
    const result = codesIn(written.text) ?? callIn(written.text, on, order, onList);
    if (typeof result === 'string') notUnderstood.push({ ...written, why: result });
    else calls.push(...result.map((call) => ({ line: written.line, ...call })));
  }
  return { calls, notUnderstood };
}

const CODE = /#?([1-9]\d{0,8})\s*([a-z])(?=$|[\s,;.])[\s,;.]*/iy;

/** Codes and nothing else; null when there is anything else. */
function codesIn(text: string): CallInReply[] | string | null {
  const calls: CallInReply[] = [];
  for (CODE.lastIndex = 0; CODE.lastIndex < text.length; ) {
    const [, id, letter = ''] = CODE.exec(text) ?? [];
    if (id === undefined) return null;
    const outcome = outcomeOfLetter(letter.toLowerCase());
    if (outcome === null) return `no outcome has the letter ${letter}: ${lettersInWords()}`;
    calls.push({ customerId: Number(id), outcome, note: null, nextOn: null });
  }
  return calls;
}

const CALL = /^#?([1-9]\d{0,8})(?![.,/]*\d)([\s:.,;–—-]*)(\p{L}.*)$/su;
const SHORT_CODE = /(?:^|[\s,;])#?[1-9]\d{0,8}[a-z](?=$|[\s,;.:])/i;
// no part of a price, a day or a telephone number
const NUMBER_AND_WORDS =
  /(?<=^|[\s,;./(])(?:(#)|(?<!\d[\s,./-]))([1-9]\d{0,6})(?![.,/]*\d)[\s:–—-]*(?=\p{L})/gu;
const CLAUSE_ENDS = /^\s*(?:$|[,;.:/)]|#?\d)/;
const NEXT = /(?:^|[,;.]\s*|\s(?=next:))next:?\s+(\S.*)$/is;

const ASKS_FOR_NO_CALLS =
  /\b(?:not?|don['’]?t|never|stop) (?:to |be |more |further )*(?:call(?:s|ed|ing)?|contact(?:s|ed|ing)?|phon(?:ed?|ing))\b|\bleave (?:him|her|them) alone\b|\boff (?:the|our) list\b/i;

/** Whether a note may hold the wish not to be called, which no outcome but `do-not-contact` heeds. */
export const mayAskForNoCalls = ({ outcome, note }: ReplyCall): boolean =>
  !outcome.blocks && note !== null && ASKS_FOR_NO_CALLS.test(note);

/** `2  Busy Zeb  (614) 555-0104`: a line of the list, whatever the name of the customer means. */
const NUMBER_NAME_PHONE = /^\s*\d{1,4}\s+(?=\p{Lu})[^:;,\d]{1,100}\+?\(?\d[\d ()./-]{5,20}\d/u;

/** One call in words; a string says why it is none. */
function callIn(text: string, on: Day, order: DateOrder | null, onList: OnList): [CallInReply] | string {
  if (NUMBER_NAME_PHONE.test(text)) return 'it is a line of the list: write the number and what came of it';
  const [, id, between = '', words = ''] = CALL.exec(text) ?? [];
  if (id === undefined)
    return /^#?[1-9]\d{0,8}\W*$/.test(text) ? WHAT_CAME : 'it does not begin with a customer’s number';
  const understood = outcomeAtStart(words, between === '');
  if (understood === null) return WHAT_CAME;
  if (holdsCode(understood.rest, onList))
    return 'a code stands in the middle of a note: give each call a line';
  const [clause, nextText] = NEXT.exec(understood.rest) ?? [];
  if (clause === undefined || nextText === undefined)
    return [
      { customerId: Number(id), outcome: understood.outcome, note: understood.rest || null, nextOn: null },
    ];
  if (nextText.length > LONGEST_DAY) return `next "${nextText.slice(0, LONGEST_DAY)}…" is not a day`;
  const { value, problem } = readTypedDay(nextText.replace(/[.!\s]+$/, ''), on, order);
  if (problem !== null) return `next "${nextText}" ${problem.message}`;
  if (value !== null && value < on) return `next ${value} is before the call on ${on}`;
  const note = understood.rest.slice(0, understood.rest.length - clause.length).trim();
  return [{ customerId: Number(id), outcome: understood.outcome, note: note || null, nextOn: value }];
}

/** Whether another call is told inside a note: `125 talked`, `#173 left message`; not `2 talked kids`. */
const holdsCode = (note: string, onList: OnList): boolean =>
  SHORT_CODE.test(note) ||
  [...note.matchAll(NUMBER_AND_WORDS)].some(({ 0: all, 1: hash, 2: id, index }) =>
    headsOf(note.slice(index + all.length)).some(({ head, outcome, rest }) => {
      if (outcome === null) return false;
      if (hash !== undefined) return true;
      if (head.length === 1) return onList(Number(id)) && !mayBeSentence(head, outcome, rest);
      return onList(Number(id)) || (CLAUSE_ENDS.test(rest) && !meansMore(head, outcome));
    }),
  );

const WHAT_CAME = `what came of it? One of ${lettersInWords()}`;
const LONGEST_OUTCOME_WORDS = 4;
const BETWEEN = /^[\s:,;.–—-]+/;

/**
 * The outcome a line begins with, and what follows it. The longest that is known: `left voicemail` before `left`.
 * @param attached the words stand right behind the number: a letter there is a code (`482t wants a van`)
 */
function outcomeAtStart(text: string, attached: boolean): { outcome: Outcome; rest: string } | null {
  for (const { head, outcome, rest } of headsOf(text)) {
    if (outcome === null || (!attached && mayBeSentence(head, outcome, rest))) continue;
    return { outcome, rest: rest.replace(BETWEEN, '').trim() };
  }
  return null;
}

/** The words a text begins with, the most first, and what follows them. */
function headsOf(text: string): { head: string; outcome: Outcome | null; rest: string }[] {
  const ends: number[] = [];
  for (const word of text.matchAll(/[\p{L}\p{N}'’]+/gu)) {
    ends.unshift(word.index + word[0].length);
    if (ends.length === LONGEST_OUTCOME_WORDS) break;
  }
  return ends.map((end) => {
    const head = text.slice(0, end);
    return { head, outcome: /[:,;.]/.test(head) ? null : readOutcome(head), rest: text.slice(end) };
  });
}

const mayBeSentence = (head: string, outcome: Outcome, rest: string): boolean =>
  !/\s/.test(head) && /^\s+\p{L}/u.test(rest) && meansMore(head, outcome);

/** `482 a nice lady`, `482 moved the appointment`: such words begin a sentence as easily as they name an outcome. */
const meansMore = (word: string, { name, channel, effect }: Outcome): boolean =>
  word.toLowerCase() === 'a' ||
  WORDS_BESIDES.includes(name) ||
  (word.toLowerCase() !== name && (effect === 'recorded' || channel !== 'call'));
const WORDS_BESIDES: readonly OutcomeName[] = ['sold', 'text', 'email', 'letter'];
