/** Yes-and-no cells, above all those that say whether a customer may be contacted. */

import type { Day } from '../domain/day.ts';
import { cleanCell } from './cell.ts';
import { readDate } from './dates.ts';
import { foldedWords } from './fold-text.ts';
import { answerKey, knownAnswer } from './known-answers.ts';

// "not opted out" and "not blocked" are no refusals, though they hold the words of one.
const NOT_REFUSED =
  /\bnot (?:been )?(?:opted out|blocked|unsubscribed|restricted|on (?:the )?(?:dnc|do not call)(?: list)?)\b/g;
const REFUSED = new RegExp(
  [
    String.raw`\b(?:dnc|dnm|dne|dns|dnt|dnd|stop|stopped|optout|blocked|block|removed?|withdrawn|revoked|never)\b`,
    String.raw`\bdo ?not\b|\bdon ?t\b|\bopt(?:ed|s)? out\b|\bunsub|\brefus|\bdeclin|\bdenied\b|\bopposed\b`,
    String.raw`\bno (?:more |further )?(?:call|contact|e ?mail|mail|text|sms|phone|solicit|marketing|consent|permission|opt ?in)`,
    String.raw`\bnot (?:allowed|permitted|ok|consented|opted in|subscribed|given|granted|agreed)|\b(?:consent|permission|opt in) no$`,
  ].join('|'),
);
const AGREED =
  /\b(?:ok|okay|allow(?:s|ed)?|permitted|granted|opt(?:ed|s)? in|optin|subscribed|consent(?:ed)?|agreed?|accepted)\b/;
/** What may stand beside it. A permission to text or write is none to call: with such a word it settles nothing. */
const BESIDE_AGREED =
  /^(?:(?:yes|y|ok|okay|allow(?:s|ed)?|permitted|granted|opt(?:ed|s)? in|optin|subscribed|consent(?:ed)?|agreed?|accepted|given|customer|cust|client|has|is|was|to|be|by|for|via|all|any|on|as of|since|phone|calls?|called|calling|contacts?|contacted|marketing|express|implied|written|verbal|\d+)(?: |$))+$/;

const CHANNEL_WORDS = {
  call: '(?:tele)?phone|ph|calls?|ring',
  text: 'texts?|sms',
  email: 'e ?mails?',
  mail: 'mails?|post|letters?',
} as const;
export type Channel = keyof typeof CHANNEL_WORDS;
const CHANNELS = Object.keys(CHANNEL_WORDS) as Channel[];
const ANY_CHANNEL = `(?:${[CHANNEL_WORDS.email, CHANNEL_WORDS.call, CHANNEL_WORDS.text, CHANNEL_WORDS.mail].join('|')})`;
const REFUSED_CHANNELS = new RegExp(
  String.raw`\b(?:no|do ?not|don ?t)(?: (?:more|further|any|send|marketing|contact by))*((?: (?:(?:or|and) )?${ANY_CHANNEL})+)\b(?! (?:or |and )?(?:contact|market|solicit))`,
  'g',
);
const NAMED: Readonly<Record<Channel, RegExp>> = {
  call: new RegExp(String.raw`\b(?:${CHANNEL_WORDS.call})\b`),
  text: new RegExp(String.raw`\b(?:${CHANNEL_WORDS.text})\b`),
  email: new RegExp(String.raw`\b(?:${CHANNEL_WORDS.email})\b`),
  mail: new RegExp(String.raw`\b(?<!\be )(?:${CHANNEL_WORDS.mail})\b`),
};

/**
 * Yes (true), no (false), or null for a blank and for a word that is neither. Marks and words of permission read as yes (`✓`,
 * `Opt In`, `OK to call`), words of refusal as no (`Opt Out`, `Do Not Call`); for a column about being blocked use `readOptOut`.
 */
export function readFlag(text: string): boolean | null {
  switch (knownAnswer(text)) {
    case 'yes':
    case 'mark':
    case 'allowed':
      return true;
    case 'no':
      return false;
    case 'unknown': {
      const words = foldedWords(cleanCell(text)).join(' ');
      return saysRefused(words) ? false : saysAgreed(words) ? true : null;
    }
    default:
      return null;
  }
}

/** What fillings (by `answerKey`) mean by the word of a person who knows the file: yes = refused. `else` = every filling not named. */
export type RefusalWords = ReadonlyMap<string, 'yes' | 'no'>;

export interface OptOutReading {
  readonly blocked: boolean;
  /**
   * `said`: in words known here. `marked`: by a tick, a box, a figure or a day, which is worth a remark.
   * `guessed`: by a filling nobody knows the meaning of.
   */
  readonly how: 'said' | 'marked' | 'guessed';
}

const FREE: OptOutReading = { blocked: false, how: 'said' };
const SAID: OptOutReading = { blocked: true, how: 'said' };
const MARKED: OptOutReading = { blocked: true, how: 'marked' };
const GUESSED: OptOutReading = { blocked: true, how: 'guessed' };

/**
 * Whether a contact flag blocks the customer. `blocked-if-yes`: the column names the refusal (Block Phone, OptOut), and any filling
 * that is no known no, blank or permission blocks (stores write the day of the request there, or tick it).
 * `allowed-if-yes`: the column names the permission (Allow Contact); a mark in it permits, and only a no or a cross blocks.
 * A refusal in words always blocks.
 */
export function readOptOut(
  text: string,
  meaning: 'blocked-if-yes' | 'allowed-if-yes',
  words?: RefusalWords,
): OptOutReading {
  const ifYes = meaning === 'blocked-if-yes';
  const answer = words?.get(answerKey(text));
  if (answer !== undefined) return answer === 'yes' ? SAID : FREE;
  switch (knownAnswer(text)) {
    case 'yes':
      return ifYes ? SAID : FREE;
    case 'no':
      return ifYes ? FREE : SAID;
    case 'nothing':
    case 'allowed':
      return FREE;
    case 'mark':
      // a crossed box is ticked beside empty ones, and a no beside ticked ones
      return ifYes ? MARKED : text.includes('☒') ? GUESSED : FREE;
    case 'cross':
      return MARKED;
    default:
      return readWords(text, ifYes, words?.get('else'));
  }
}

function readWords(text: string, ifYes: boolean, otherwise: 'yes' | 'no' | undefined): OptOutReading {
  const folded = foldedWords(cleanCell(text)).join(' ');
  if (saysRefused(folded)) return SAID;
  if (!ifYes || saysAgreed(folded)) return FREE;
  if (otherwise !== undefined) return otherwise === 'yes' ? SAID : FREE;
  const { value, problem } = readDate(text, null, NO_DAY_AFTER);
  // 00/00/0000 and 1/1/1900 stand for no day
  if (value === null && problem === null) return FREE;
  return value !== null || HOLDS_DAY.test(text) ? MARKED : GUESSED;
}

/** Every day is wanted here, however it is written. */
const NO_DAY_AFTER = '9999-12-30' as Day;
const HOLDS_DAY = /(?<!\d)\d{1,4}[-/]\d{1,2}(?!\d)|(?<!\d)\d{1,2}\.\d{1,2}\.(?:\d{2,4})?(?!\d)/;

/** The only channels a refusal in words is about (`No calls`, `Do not text or e-mail`); empty when it is about all of them or is none. */
export function refusedChannels(text: string): readonly Channel[] {
  const words = foldedWords(cleanCell(text)).join(' ');
  const named = [...words.matchAll(REFUSED_CHANNELS)].map(([, channels = '']) => channels).join(' ');
  const rest = words.replace(REFUSED_CHANNELS, ' ');
  // "Phone: no, e-mail: no" refuses more than the e-mail
  if (named === '' || saysRefused(rest) || /\bnot?\b/.test(rest)) return [];
  return CHANNELS.filter((channel) => NAMED[channel].test(named));
}

const saysRefused = (words: string): boolean => REFUSED.test(words.replace(NOT_REFUSED, ' '));
const saysAgreed = (words: string): boolean => {
  const rest = words.replace(NOT_REFUSED, 'ok');
  return AGREED.test(rest) && BESIDE_AGREED.test(rest);
};
