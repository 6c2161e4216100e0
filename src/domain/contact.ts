/** What came of reaching out to a customer: the closed table of outcomes, and the contact that carries one. */

import type { Day } from './day.ts';

/** How a customer was reached; the same words as the wishes not to be. */
export const CHANNELS = ['call', 'text', 'email', 'mail', 'visit'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What an outcome does to the touches that are open:
 * `settles` ends them all, `attempt` hides the customer for the retry days, `recorded` leaves them as they are.
 */
export type Effect = 'settles' | 'attempt' | 'recorded';

interface OutcomeRow {
  readonly name: string;
  /** as printed on the sheets and typed behind an id: `482v`; null = not logged by letter */
  readonly letter: string | null;
  readonly channel: Channel | null;
  readonly effect: Effect;
  /** what must be put right before the customer can be reached that way again */
  readonly opensFix: 'phone' | 'address' | null;
  /** whose touches are over: of one car, or of every car the customer has now */
  readonly endsTouches: 'car' | 'customer' | null;
  /** a wish not to be contacted in any way, for good */
  readonly blocks: boolean;
  /** somebody was spoken with who could be asked about their next car, and handed over by a service advisor */
  readonly meets: boolean;
  readonly says: string;
}

const settles = { effect: 'settles', opensFix: null, endsTouches: null, blocks: false, meets: true } as const;
const attempt = { ...settles, effect: 'attempt', meets: false } as const;
const recorded = { ...attempt, effect: 'recorded' } as const;

/** Every outcome there is. Which settle and which are tries is fixed; letters never change their meaning. */
export const OUTCOMES = [
  { name: 'talked', letter: 't', channel: 'call', ...settles, says: 'spoke with the customer' },
  { name: 'appointment', letter: 'a', channel: 'call', ...settles, says: 'made an appointment' },
  { name: 'sold', letter: 's', channel: 'visit', ...settles, says: 'sold another car' },
  { name: 'greeted', letter: 'g', channel: 'visit', ...settles, says: 'said hello in the store' },
  {
    name: 'not-interested',
    letter: 'n',
    channel: 'call',
    ...settles,
    meets: false,
    says: 'not interested now',
  },
  { name: 'voicemail', letter: 'v', channel: 'call', ...attempt, says: 'left a voicemail' },
  { name: 'no-answer', letter: 'x', channel: 'call', ...attempt, says: 'nobody answered' },
  { name: 'busy', letter: 'b', channel: 'call', ...attempt, says: 'the line was busy' },
  {
    name: 'wrong-number',
    letter: 'w',
    channel: 'call',
    ...recorded,
    opensFix: 'phone',
    says: 'the number is somebody else’s; it leaves every list',
  },
  {
    name: 'moved-away',
    letter: 'm',
    channel: 'call',
    ...recorded,
    opensFix: 'address',
    endsTouches: 'customer',
    says: 'moved away: no touches until the next purchase',
  },
  {
    name: 'sold-the-car',
    letter: 'c',
    channel: 'call',
    ...recorded,
    endsTouches: 'car',
    says: 'no longer has this car: its touches end',
  },
  {
    name: 'do-not-contact',
    letter: 'd',
    channel: 'call',
    ...recorded,
    blocks: true,
    says: 'asked not to be contacted: blocked for good, every way',
  },
  { name: 'text', letter: 'p', channel: 'text', ...attempt, says: 'sent a text message' },
  { name: 'email', letter: 'e', channel: 'email', ...attempt, says: 'sent an e-mail' },
  { name: 'letter', letter: 'l', channel: 'mail', ...recorded, says: 'sent a letter or card' },
  {
    name: 'hello',
    letter: 'h',
    channel: 'visit',
    ...recorded,
    meets: true,
    says: 'a word in passing: nothing is done with it',
  },
  { name: 'snoozed', letter: null, channel: null, ...recorded, says: 'put off to a later day' },
  { name: 'promised', letter: null, channel: null, ...recorded, says: 'promised to be in touch' },
] as const satisfies readonly OutcomeRow[];

export type OutcomeName = (typeof OUTCOMES)[number]['name'];
export interface Outcome extends OutcomeRow {
  readonly name: OutcomeName;
}

const BY_NAME: ReadonlyMap<string, Outcome> = new Map(OUTCOMES.map((one) => [one.name, one]));
const BY_LETTER: ReadonlyMap<string, Outcome> = new Map(
  OUTCOMES.flatMap((one) => (one.letter === null ? [] : [[one.letter, one] as const])),
);

export const outcomeNamed = (name: string): Outcome | null => BY_NAME.get(name) ?? null;
export const outcomeOfLetter = (letter: string): Outcome | null => BY_LETTER.get(letter) ?? null;

/** As people read it: `no answer`, `e-mail`. What is no outcome is left as it was written. */
export const outcomeName = (outcome: string): string =>
  outcome === 'email' ? 'e-mail' : BY_NAME.has(outcome) ? outcome.replaceAll('-', ' ') : outcome;

type Named<E extends Effect> = Extract<(typeof OUTCOMES)[number], { readonly effect: E }>['name'];
/** Ends every touch that was open: somebody spoke with the customer, or the customer answered. */
export type SettlingOutcome = Named<'settles'>;
/** A try that reached nobody. */
export type AttemptOutcome = Named<'attempt'>;

export const isSettling = (outcome: string): outcome is SettlingOutcome =>
  BY_NAME.get(outcome)?.effect === 'settles';
export const isAttempt = (outcome: string): outcome is AttemptOutcome =>
  BY_NAME.get(outcome)?.effect === 'attempt';

/** Whoever is snoozed is on no list before that day, so it may not be far. */
export const LONGEST_SNOOZE_DAYS = 90;

/** In the order in which a plan names them. */
export const ATTEMPT_OUTCOMES = [
  'no-answer',
  'voicemail',
  'busy',
  'text',
  'email',
] as const satisfies readonly AttemptOutcome[];

/** In the order in which a plan names them. */
export const SETTLING_OUTCOMES = [
  'talked',
  'appointment',
  'sold',
  'greeted',
  'not-interested',
] as const satisfies readonly SettlingOutcome[];

/** Puts the customer off; a next day that stands with any other outcome is a promise. */
export const SNOOZED = 'snoozed' satisfies OutcomeName;

export interface Contact {
  readonly id: number;
  readonly on: Day;
  readonly outcome: string;
  readonly note: string | null;
  /** the day we promised to be in touch again, or were asked to wait for */
  readonly nextOn: Day | null;
  /** name of who made it */
  readonly by: string | null;
  /** name of the salesperson it was made for, by an assistant of theirs */
  readonly for?: string;
  /** id of the salesperson whose contact it is: who made it, or for whom it was made */
  readonly salespersonId: number | null;
}

/** Who is told to have made a contact: an assistant with whom it was made for. */
export type Maker = Pick<Contact, 'by' | 'for'>;

/** @param contact of which nothing else is taken */
export const makerOf = ({ by, for: forWhom }: Maker): Maker =>
  forWhom === undefined ? { by } : { by, for: forWhom };
