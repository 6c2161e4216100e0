/** Promises in a note of a call: days on which somebody said to be in touch again, offered and never made by themselves. */

import type { Day } from '../domain/day.ts';
import type { DateOrder } from '../values/dates.ts';
import { type DayInNote, daysInNote } from './days-in-note.ts';

export interface FoundPromise {
  /** the words of the note that name the day, as they stand there */
  readonly text: string;
  readonly next_on: Day;
}

/** Somebody will do something, was asked to, or would like to. */
const CUE =
  /\b(?:call(?:s|ing)?|cb|ring|phone|text|e-?mail|send|contact|remind(?:er)?|follow|f\/u|check|touch base|get back|reach|try|talk|ask|asked|promised|I['’]?ll|we['’]?ll|s?he['’]?ll|will|would|wants?|interested|looking|ready|maybe|perhaps|later|again|back|come|stop|visit|see|schedule|set|meet|shop(?:ping)?|trade|buy|upgrade|plans?|hopes?|available)\b/i;
const NEGATION =
  /(?:\b(?:do|does|did|wo|ca|is|are|should|would)n['’]?t|\b(?:not(?! (?:home|in|there|available)\b)|never|no(?! answer)|cannot|stop (?:call|text|mail)\w*|without))\b/i;
const HAS_BEEN =
  /\b(?:called|spoke|talked|met|bought|purchased|sold|was|were|been|had|left|came|saw|got|went|delivered|texted|e-?mailed|mailed|visited|serviced|picked|ago|yesterday)\b/gi;
/** Happens by itself; nobody need be called. */
const EVENT =
  /\b(?:ends?|ending|expires?|matures?|due|turns?|graduates?|gets?|moves?|retires?|born|old|birthday)\b/i;
const NEAR = 60;
const OFFERED_AT_MOST = 3;

/**
 * Looks for days by fixed English rules, the earliest first, at most three, each day once.
 *
 * A day counts when a word near it in the sentence asks or promises something: `call 4/20`, `wants a truck in the spring`. A
 * length of time or an occasion counts by itself (`in two weeks`, `after the holidays`), unless it says when something happens
 * (`lease ends in two months`). An event with a month is no promise (`daughter gets her licence in May`) until the
 * sentence asks for something too (`…, wants a small car`). A wish not to be called is none, except `not before May`; what has
 * been is none. A month is offered as its first day, a season as the first day of its first month.
 * @param on the day of the call; only later days are offered
 * @param order how `4/20` is meant; null = only where it can be one day
 */
export function promisesInNote(note: string, on: Day, order: DateOrder | null): FoundPromise[] {
  const offered = new Map<Day, FoundPromise>();
  for (const found of daysInNote(note, on, order)) {
    if (offered.has(found.day) || !isPromise(note, found)) continue;
    offered.set(found.day, { text: note.slice(found.from, found.to).trim(), next_on: found.day });
  }
  return [...offered.values()].sort((a, b) => (a.next_on < b.next_on ? -1 : 1)).slice(0, OFFERED_AT_MOST);
}

function isPromise(note: string, { from, to, lead, putsOff }: DayInNote): boolean {
  const sentence = around(note, from, to, /[.!?;\n]+(?=\s|$)/g);
  const clause = around(note, from, to, /[.!?](?=\s|$)|[,;:()\n]|\s-+\s|\b(?:but|and then|then)\b/gi);
  const denied = NEGATION.test(clause.before);
  const putOffTo = lead.some((word) => ['before', 'until', 'till', 'til'].includes(word));
  if (denied) return putOffTo;
  if (lead.includes('before')) return false;

  const [lastBeen] = [...clause.before.matchAll(HAS_BEEN)].slice(-1);
  const since = lastBeen === undefined ? null : clause.before.slice(lastBeen.index + lastBeen[0].length);
  if (since !== null && !CUE.test(since)) return false;
  if (putsOff && !EVENT.test(clause.before + clause.after)) return true;
  if (isAlone(clause)) return true;
  return CUE.test(sentence.before.slice(-NEAR)) || CUE.test(sentence.after.slice(0, NEAR));
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** What stands before and behind in the same piece of the note. */
function around(note: string, from: number, to: number, border: RegExp): Surroundings {
  const head = note.slice(0, from);
  const tail = note.slice(to);
  const [last] = [...head.matchAll(border)].slice(-1);
  const [first] = tail.matchAll(border);
  return {
    before: last === undefined ? head : head.slice(last.index + last[0].length),
    after: first === undefined ? tail : tail.slice(0, first.index),
  };
}

/** `busy, tomorrow after 5`: the day is all there is to say. */
const isAlone = ({ before, after }: Surroundings): boolean =>
  /^[\s\d:]*(?:(?:or so|morning|afternoon|evening|night|noon|after|at|am|pm|please)[\s\d:]*)*$/i.test(
    `${before}${after}`,
  );
