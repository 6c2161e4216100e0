/** Yes-and-no cells, above all those that say whether a customer may be contacted. */

import { cleanCell } from './cell.ts';
import { foldedWords } from './fold-text.ts';

const YES = new Set([
  'y',
  'yes',
  '1',
  't',
  'true',
  'x',
  'on',
  'ok',
  'okay',
  'checked',
  'oui',
  'o',
  'ja',
  'j',
  'si',
  's',
  'sim',
  'wahr',
  'vrai',
]);
const NO = new Set([
  'n',
  'no',
  '0',
  'f',
  'false',
  'off',
  'unchecked',
  'non',
  'nein',
  'nee',
  'nao',
  'nej',
  'falsch',
  'faux',
]);
const NOTHING = new Set(['', 'na', 'n a', 'none', 'null', 'nil', 'unknown', 'unk', 'blank', 'not set']);

// "not opted out" and "not blocked" are no refusals, though they hold the words of one.
const NOT_REFUSED = /\bnot (?:been )?(?:opted out|blocked|unsubscribed|on dnc|on the dnc)\b/;
const REFUSED = new RegExp(
  [
    String.raw`\b(?:dnc|dnm|dne|dns|dnt|stop|stopped|optout|blocked|block|removed?|withdrawn|revoked|never)\b`,
    String.raw`\bdo ?not\b|\bdon ?t\b|\bopt(?:ed|s)? out\b|\bunsub|\brefus|\bdeclin|\bdenied\b|\bopposed\b`,
    String.raw`\bno (?:more |further )?(?:call|contact|e ?mail|mail|text|sms|phone|solicit|marketing)|\bnot (?:allowed|permitted|ok|consented|opted in|subscribed)`,
  ].join('|'),
);
const AGREED =
  /\b(?:opt(?:ed|s)? in|optin|subscribed|allowed?|permitted|granted|consent(?:ed)?|agreed?|accepted|ok to)\b/;

const CHANNEL_WORDS = {
  call: '(?:tele)?phone|calls?|ring',
  text: 'texts?|sms',
  email: 'e ?mails?',
  mail: 'mails?|post|letters?',
} as const;
type Channel = keyof typeof CHANNEL_WORDS;
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
 * Yes (true), no (false), or null for a blank or a word that is neither. Words of permission read as yes (`Opt In`, `OK to call`),
 * words of refusal as no (`Opt Out`, `Do Not Call`); for a column about being blocked use `readOptOut`.
 */
export function readFlag(text: string): boolean | null {
  const words = foldedWords(cleanCell(text)).join(' ');
  if (YES.has(words)) return true;
  if (NO.has(words)) return false;
  return saysRefused(words) ? false : saysAgreed(words) ? true : null;
}

/**
 * Whether a contact flag blocks the customer. `blocked-if-yes`: the column names the refusal (Block Phone, OptOut), and any word
 * that is not clearly a no, a blank or a permission blocks (stores write the date of the request there).
 * `allowed-if-yes`: the column names the permission (Allow Contact), and only an explicit no blocks. A refusal in words always blocks.
 */
export function readOptOut(text: string, meaning: 'blocked-if-yes' | 'allowed-if-yes'): { blocked: boolean } {
  const words = foldedWords(cleanCell(text)).join(' ');
  if (NOTHING.has(words)) return { blocked: false };
  if (NO.has(words)) return { blocked: meaning === 'allowed-if-yes' };
  if (saysRefused(words)) return { blocked: true };
  if (saysAgreed(words) || words === 'ok' || words === 'okay') return { blocked: false };
  return { blocked: meaning === 'blocked-if-yes' };
}

/** The only channels a refusal in words is about (`No calls`, `Do not text or e-mail`); empty when it is about all of them or is none. */
export function refusedChannels(text: string): readonly Channel[] {
  const words = foldedWords(cleanCell(text)).join(' ');
  const named = [...words.matchAll(REFUSED_CHANNELS)].map(([, channels = '']) => channels).join(' ');
  const rest = words.replace(REFUSED_CHANNELS, ' ');
  // "Phone: no, e-mail: no" refuses more than the e-mail
  if (named === '' || saysRefused(rest) || /\bnot?\b/.test(rest)) return [];
  return CHANNELS.filter((channel) => NAMED[channel].test(named));
}

const saysRefused = (words: string): boolean => REFUSED.test(words) && !NOT_REFUSED.test(words);
const saysAgreed = (words: string): boolean => NOT_REFUSED.test(words) || AGREED.test(words);
