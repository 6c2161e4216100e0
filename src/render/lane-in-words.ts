/** The parts of a visit in words, the same on every kind of lane: who comes, who greets them, what there is to say. */

import { outcomeName } from '../domain/contact.ts';
import { type Day, dayInZone, timeInZone } from '../domain/day.ts';
import type {
  Greeted,
  GreetingReason,
  Lane,
  LaneCounts,
  LaneVisit,
  NoPitch,
  ScheduleProblem,
  VisitState,
} from '../domain/lane.ts';
import { factsInWords, lastContactInWords, todayOr } from './call-in-words.ts';
import { clockText } from './clock-text.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';

/** How days and times are written. */
export interface LaneWords {
  readonly on: Day;
  /** ISO 3166, the store's */
  readonly country: string;
  /** IANA; null = the machine's */
  readonly timezone: string | null;
}

const STATES: Readonly<Record<VisitState, string>> = {
  expected: 'expected',
  here: 'here',
  done: 'car is done',
  missed: 'did not come',
};

export const stateInWords = ({ state }: Pick<LaneVisit, 'state'>): string => STATES[state];

/** How they spend the time: `waits`, `drop-off`; empty where the schedule does not say. */
export const stayInWords = ({ transport, waiting }: Pick<LaneVisit, 'transport' | 'waiting'>): string =>
  transport === 'wait' || (transport === null && waiting === true) ? 'waits' : (transport ?? '');

export const timeInWords = ({ time }: Pick<LaneVisit, 'time'>, country: string): string =>
  time === null ? '' : clockText(time, country);

export const customerInWords = ({ customer }: Pick<LaneVisit, 'customer'>): string =>
  customer?.name ?? 'nobody we know';

/** Who greets: `Dana Reyes`, `Max Orr for Dana Reyes`, `the house`; empty where nobody knows who comes. */
export function hostInWords({
  customer,
  owner,
  stand_in,
}: Pick<LaneVisit, 'customer' | 'owner' | 'stand_in'>): string {
  if (customer === null) return '';
  if (owner === null) return 'the house';
  return stand_in === null ? owner.name : `${stand_in.name} for ${owner.name}`;
}

const NO_PITCH: Readonly<Record<NoPitch, string>> = {
  'do-not-contact': 'Do not call, do not pitch',
  'open-case': 'No pitch: an open case',
  'recent-buyer': 'No pitch: bought within a year',
  'asked-lately': 'No pitch: asked a short while ago',
  business: 'No pitch: a business',
};

/** Whether to ask about their next car; empty for a stranger. */
export function pitchInWords({ customer, pitch, pitch_why }: LaneVisit): string {
  if (customer === null) return '';
  return pitch || pitch_why === null ? 'Ask about their next car' : NO_PITCH[pitch_why];
}

const HANDS: Readonly<Record<LaneVisit['hands'], string>> = {
  same: '',
  'maybe-changed': 'The car may have changed hands',
  'never-sold': 'Not sold by us',
};

/** What to know before anybody walks over. */
export const remarksOf = ({ hands, in_latest }: Pick<LaneVisit, 'hands' | 'in_latest'>): string[] =>
  [HANDS[hands], in_latest === false ? 'No longer on the newest schedule' : ''].filter((one) => one !== '');

/**
 * What there is to say, the most pressing first: cases, promises, reasons, wishes, news, what to remember.
 * @param reasonsAtMost the others are only counted
 */
export function pointsOf(visit: LaneVisit, { on, country }: LaneWords, reasonsAtMost: number): string[] {
  const reasons = eachOnce(visit.reasons);
  const shown = reasons.slice(0, reasonsAtMost);
  const more = reasons.length - shown.length;
  const facts = factsInWords(visit.facts.map(({ text }) => text));
  return [
    ...visit.cases.map(({ id, headline, severity }) => `Case ${id} (${severity}): ${headline}`),
    ...visit.promises.map(({ due_on, text }) => {
      const what = text?.trim() ? `: ${text.trim()}` : '';
      return `Promised for ${todayOr(due_on, on, country)}${what}`;
    }),
    ...shown.map((reason) => reasonInWords(reason, on, country)),
    ...(more === 0 ? [] : [`and ${counted(more, 'more reason')}`]),
    ...visit.wishes.map(({ text }) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`),
    ...visit.news.map(({ text }) => `News: ${text}`),
    ...(facts === '' ? [] : [facts]),
  ];
}

/** What is open before what opens later; the same touch once, be it for several cars or several days. */
const eachOnce = (reasons: readonly GreetingReason[]): GreetingReason[] => {
  const open = reasons.toSorted((a, b) => Number(b.open) - Number(a.open));
  return open.filter(({ touch }, i) => open.findIndex((one) => one.touch === touch) === i);
};

/** `Half a year: checking in`; what is not open yet says from when: `Lease is ending (from Dec 3)` */
const reasonInWords = ({ label, touch, open, opens_on }: GreetingReason, on: Day, country: string): string =>
  `${label.trim() || touch}${open ? '' : ` (from ${dayInShort(opens_on, on, country)})`}`;

/** `Greeted by Dana Reyes, 9:10 am`, `Hello by Lou Tan, 8 am`; null where nobody did */
export function greetedInWords(
  { greeted }: Pick<LaneVisit, 'greeted'>,
  { country, timezone }: LaneWords,
): string | null {
  if (greeted === null) return null;
  return [whatWasSaid(greeted), timeOf(greeted.at, country, timezone)].filter((one) => one !== '').join(', ');
}

function whatWasSaid({ outcome, by }: Greeted): string {
  const name = outcomeName(outcome);
  const what = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return by === null ? what : `${what} by ${by}`;
}

const timeOf = (at: string | null, country: string, timezone: string | null): string =>
  at === null ? '' : clockText(clockOf(new Date(at), timezone), country);

const clockOf = (at: Date, timezone: string | null): string => timeInZone(at, timezone).slice(11);

export const lastSeenInWords = ({ last_contact }: LaneVisit, { on, country }: LaneWords): string =>
  last_contact === null ? 'No contact yet' : `Last contact ${lastContactInWords(last_contact, on, country)}`;

/** Nobody comes, or nobody of those asked for. */
export const noVisitsInWords = ({ counts }: Pick<Lane, 'counts'>): string =>
  counts.visits === 0 ? 'Nobody is expected.' : 'Nobody of these is left.';

/** `9 visits, 6 of ours, 3 here, 2 greeted, 1 called off` */
export const countsInWords = ({ visits, ours, here, greeted, cancelled }: LaneCounts): string =>
  [
    counted(visits, 'visit'),
    `${ours} of ours`,
    `${here} here`,
    `${greeted} greeted`,
    ...(cancelled === 0 ? [] : [`${cancelled} called off`]),
  ].join(', ');

/** `Schedule of 7:05 am`; of another day with its day. */
export function scheduleInWords(
  { schedule_as_of }: Pick<Lane, 'schedule_as_of'>,
  { on, country, timezone }: LaneWords,
): string {
  if (schedule_as_of === null) return 'No schedule on file';
  const at = new Date(schedule_as_of);
  const day = dayInZone(at, timezone);
  const time = clockText(clockOf(at, timezone), country);
  return `Schedule of ${day === on ? time : `${dayInShort(day, on, country)}, ${time}`}`;
}

const PROBLEMS: Readonly<Record<ScheduleProblem, string>> = {
  none: 'No schedule of the service department was imported yet: only cars with an open repair order are known.',
  old: 'The newest schedule was delivered before this day: import the one of today.',
  'without-day':
    'No schedule has an appointment of this day, although the store is open: is it the right file?',
};

export const problemInWords = (problem: ScheduleProblem): string => PROBLEMS[problem];
