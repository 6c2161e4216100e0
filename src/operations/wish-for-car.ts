/** Taking down what a customer would like to drive next, and ending it. */

import type { CarWish, WishTerms } from '../domain/car-wish.ts';
import { hasTerms } from '../domain/car-wish.ts';
import { customerName } from '../domain/customer.ts';
import { addDays, type Day } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import { CallDetails } from '../store/call-details.ts';
import { wishesOnFile } from '../store/car-wishes.ts';
import { findCustomer } from '../store/find-customer.ts';
import { recordWish, recordWishEnd } from '../store/writing/car-wish-writer.ts';
import { refuseDayToCome } from './days-given.ts';
import type { ActingSession, Session } from './session.ts';
import { type WishRecord, wishRecord } from './wish-records.ts';

/** A wish nobody gave an end to is forgotten after half a year. */
const OPEN_DAYS = 180;

export interface NewWish {
  readonly text: string;
  readonly terms: WishTerms;
  /** the last day it is open; null = half a year from now */
  readonly until: Day | null;
}

export interface WishChanged {
  /** of the journal */
  readonly entry: number;
  readonly wish: WishRecord;
}

/**
 * @param wanted as `findCustomer` takes it
 * @throws Fault `no-text`, `bad-day` for an end before the day it is wished on, `bad-years`, `future-day`,
 * `unknown-customer`, `several-customers`
 */
export function wishForCar(session: ActingSession, wanted: string, wish: NewWish): WishChanged {
  const { store, acting, day: on } = session;
  const text = wish.text.trim();
  if (text === '') throw usageFault('no-text', 'it is not said what is wished for', IN_WORDS);
  refuseDayToCome(session);
  const until = wish.until ?? addDays(on, OPEN_DAYS);
  if (until < on) throw usageFault('bad-day', `--until ${until} lies before ${on}, the day of the wish`);
  refuseBackwards(wish.terms);
  const customerId = findCustomer(store, wanted);
  const entry = recordWish(store, acting, { customerId, text, terms: wish.terms, on, until });
  return { entry, wish: wishAsItStands(session, entry) };
}

const IN_WORDS = 'beback wish 482 "a Pilot for the twins" --make Honda --model Pilot --year 2021..2024';

/** @throws Fault `unknown-wish`, `already-ended`, `bad-day`, `future-day` */
export function endWish(session: ActingSession, id: number): WishChanged {
  const { store, acting, day } = session;
  refuseDayToCome(session);
  const [wish] = wishesOnFile(store, id);
  if (wish === undefined)
    throw usageFault(
      'unknown-wish',
      `there is no wish ${id}`,
      '`beback export wishes` lists them with their numbers',
    );
  refuseEnded(wish, day);
  const entry = recordWishEnd(store, acting, wish, day);
  return { entry, wish: wishAsItStands(session, id) };
}

function refuseEnded({ id, on, endedOn }: CarWish, day: Day): void {
  if (endedOn !== null) throw usageFault('already-ended', `wish ${id} has been ended on ${endedOn}`);
  if (day < on) throw usageFault('bad-day', `wish ${id} is of ${on}, after ${day}`);
}

function refuseBackwards({ year_from: from, year_to: to }: WishTerms): void {
  if (from === null || to === null || from <= to) return;
  throw usageFault('bad-years', `--year ${from}..${to} ends before it begins`, `write it as ${to}..${from}`);
}

function wishAsItStands({ store, day }: Session, id: number): WishRecord {
  const [wish] = wishesOnFile(store, id);
  if (wish === undefined) throw new Error(`wish ${id} is missing`);
  return wishRecord(wish, customerName(new CallDetails(store).customer(wish.customerId)), day);
}

/** Whether nothing was said that cars could be held against. */
export const isOpenToAnything = ({ terms }: WishRecord): boolean => !hasTerms(terms);
