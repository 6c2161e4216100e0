/** A sheet typed in: `482v 911t 77x`, the ids as printed, one letter for what came of each call. */

import { OUTCOMES, type Outcome, outcomeName, outcomeNamed, outcomeOfLetter } from '../domain/contact.ts';
import { usageFault } from '../domain/fault.ts';
import { foldedWords } from '../values/fold-text.ts';
import { didYouMean } from '../values/nearest.ts';

export interface CodedCall {
  readonly customerId: number;
  readonly outcome: Outcome;
}

const CODE = /^#?([1-9]\d{0,8})([a-z])$/i;

/** Whether every word is an id with a letter behind it, so that nothing else can be meant. */
export const areCodes = (words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => CODE.test(word));

/** Words between blanks, commas and semicolons. */
export const codeWords = (text: string): string[] => text.split(/[\s,;]+/).filter((word) => word !== '');

/** @throws Fault `unknown-outcome` naming every word that is none, `twice` naming those that stand there twice */
export function readCodes(words: readonly string[]): CodedCall[] {
  const unknown: string[] = [];
  const calls = words.flatMap((word): CodedCall[] => {
    const [, id = '', letter = ''] = CODE.exec(word) ?? [];
    const outcome = outcomeOfLetter(letter.toLowerCase());
    if (outcome === null) unknown.push(word);
    return outcome === null ? [] : [{ customerId: Number(id), outcome }];
  });
  if (unknown.length > 0)
    throw usageFault(
      'unknown-outcome',
      `${unknown.join(' ')}: no outcome has that letter; nothing was logged`,
      lettersInWords(),
    );
  const twice = calls.filter((call, i) => calls.findIndex((one) => isSameCall(one, call)) !== i);
  if (twice.length > 0) {
    const named = new Set(
      twice.map(({ customerId, outcome }) => `#${customerId} ${outcomeName(outcome.name)}`),
    );
    throw usageFault(
      'twice',
      `${[...named].join(', ')} ${named.size === 1 ? 'stands' : 'stand'} there more than once; nothing was logged`,
      'give each call once; if there were two, log the second one by itself',
    );
  }
  return calls;
}

const isSameCall = (a: CodedCall, b: CodedCall): boolean =>
  a.customerId === b.customerId && a.outcome === b.outcome;

const NUMBER_AND_WORDS = /^(#?\d+)\s+(\S.*)$/s;

/**
 * Whom and what came of it, in words: `118 no answer`, `Ann Lee voicemail`. Behind a number all that follows is the outcome, else
 * the last word. null when it ends in no outcome.
 */
export function readCall(
  words: readonly string[],
): { readonly customer: string; readonly outcome: Outcome } | null {
  const [, number, outcomeWords = ''] = NUMBER_AND_WORDS.exec(words.join(' ').trim()) ?? [];
  const behindNumber = readOutcome(outcomeWords);
  if (number !== undefined && behindNumber !== null) return { customer: number, outcome: behindNumber };
  const outcome = readOutcome(words.at(-1) ?? '');
  return words.length < 2 || outcome === null ? null : { customer: words.slice(0, -1).join(' '), outcome };
}

/** What stands where the outcome belongs, and is none; with the outcome that may be meant. */
export function noOutcome(words: readonly string[]): string {
  const behindNumber = NUMBER_AND_WORDS.exec(words.join(' ').trim())?.[2];
  const text = behindNumber ?? words.at(-1) ?? '';
  return `"${text}" is not an outcome${outcomeMeant(text)}`;
}

/** `; did you mean voicemail?`, or empty. */
export const outcomeMeant = (text: string): string =>
  didYouMean(
    text,
    OUTCOMES.map(({ name }) => name),
  );

/** Other ways in which people write what came of a call, folded and without blanks. */
const ALSO: Readonly<Record<string, string>> = {
  spoke: 'talked',
  spokewith: 'talked',
  talk: 'talked',
  reached: 'talked',
  contacted: 'talked',
  appt: 'appointment',
  apt: 'appointment',
  vm: 'voicemail',
  lm: 'voicemail',
  lvm: 'voicemail',
  leftvoicemail: 'voicemail',
  leftvm: 'voicemail',
  leftmessage: 'voicemail',
  leftamessage: 'voicemail',
  noans: 'no-answer',
  noanswer: 'no-answer',
  nobody: 'no-answer',
  notinterested: 'not-interested',
  ni: 'not-interested',
  wrongnumber: 'wrong-number',
  wrong: 'wrong-number',
  badnumber: 'wrong-number',
  disconnected: 'wrong-number',
  moved: 'moved-away',
  movedaway: 'moved-away',
  soldthecar: 'sold-the-car',
  nolongerhascar: 'sold-the-car',
  dnc: 'do-not-contact',
  donotcall: 'do-not-contact',
  donotcontact: 'do-not-contact',
  stop: 'do-not-contact',
  texted: 'text',
  sms: 'text',
  email: 'email',
  emailed: 'email',
  card: 'letter',
  met: 'greeted',
  visit: 'greeted',
  bought: 'sold',
};

/** An outcome by its name, its letter, or one of the usual other words for it; null when it is none. */
export function readOutcome(text: string): Outcome | null {
  const word = text.trim().toLowerCase();
  const named = outcomeNamed(word) ?? (word.length === 1 ? outcomeOfLetter(word) : null);
  if (named !== null) return named;
  const folded = foldedWords(text).join('');
  return outcomeNamed(foldedWords(text).join('-')) ?? outcomeNamed(ALSO[folded] ?? '');
}

/** `t talked, a appointment, …` */
export const lettersInWords = (): string =>
  OUTCOMES.flatMap(({ letter, name }) => (letter === null ? [] : `${letter} ${name}`)).join(', ');
