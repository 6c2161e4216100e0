/** A year of work in a made-up store: each business day its lists, the first calls of each, what came of them. */

import type { OutcomeName } from '../../src/domain/contact.ts';
import { outcomeNamed } from '../../src/domain/contact.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import { isBusinessDay, lastWorkingDayBefore } from '../../src/domain/working-days.ts';
import { CallPermissions, callingStore } from '../../src/operations/call-permissions.ts';
import { type OwnedList, ownedLists } from '../../src/operations/day-lists.ts';
import { logTyped } from '../../src/operations/log-contacts.ts';
import { mayBeDue } from '../../src/operations/may-be-due.ts';
import type { ActingSession, Session } from '../../src/operations/session.ts';
import { actingAs } from '../../src/operations/who-acts.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { callFacts } from '../../src/store/call-facts.ts';
import { openExistingStore } from '../../src/store/engine/open-store.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { listSalespeople } from '../../src/store/salespeople.ts';
import { calendarOf } from '../../src/touches/calendar.ts';
import { openTouches } from '../../src/touches/open-touches.ts';
import { outcomeOf, type Random } from './outcomes.ts';
import { Tally, type TouchRow } from './tally.ts';

/** Of whoever is on a list for an e-mail address alone. */
const WITHOUT_PHONE: OutcomeName = 'email';

export interface YearOptions {
  readonly db: string;
  readonly settings: string;
  readonly from: Day;
  readonly to: Day;
  /** calls of each list, of those it holds */
  readonly calls: number;
  readonly seed: number;
  readonly random: Random;
  /** takes in what has come by that day, before the lists are made; whether anything had */
  readonly importFor: (day: Day) => boolean;
  /** told of each month that is over */
  readonly onMonth: (day: Day) => void;
}

export interface PersonRow {
  /** null = the house */
  readonly name: string | null;
  calls: number;
  /** on the list at the day's end of the making, called or not; summed over the days */
  due: number;
}

export interface Year {
  readonly businessDays: number;
  readonly touches: ReadonlyMap<string, TouchRow>;
  readonly people: readonly PersonRow[];
  readonly outcomes: ReadonlyMap<OutcomeName, number>;
  /** customers of all lists' `dropped`, over the days: whose reasons will close before their turn comes */
  readonly dropped: number;
}

/** @throws Error where there is no store */
export function simulateYear(options: YearOptions): Year {
  const { from, to, seed, random } = options;
  const settings = readSettings(options.settings, true);
  const store = openExistingStore(options.db);
  if (store === null) throw new Error(`${options.db}: no store`);
  const tally = new Tally();
  const people = new Map<number | null, PersonRow>();
  const outcomes = new Map<OutcomeName, number>();
  let businessDays = 0;
  let dropped = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const newest = newestSaleId(store);
    if (options.importFor(day)) lookForLate({ store, settings, day }, newest, tally);
    if (day.endsWith('-01')) options.onMonth(day);
    if (!isBusinessDay(settings.calendar, day)) continue;
    businessDays += 1;
    const session: Session = { store, settings, day };
    look(session, tally);
    for (const { ownerId, list } of ownedLists(session, { scope: { of: 'all' }, limit: null })) {
      const row = people.get(ownerId) ?? { name: list.salesperson?.name ?? null, calls: 0, due: 0 };
      people.set(ownerId, row);
      const called = list.calls.slice(0, options.calls).map(({ customer: { id, phones } }) => ({
        id,
        outcome: phones.length === 0 ? WITHOUT_PHONE : outcomeOf(id, seed, random),
      }));
      row.calls += called.length;
      row.due += list.due;
      dropped += list.dropped.length;
      if (called.length > 0) logTyped(actingOf(session, ownerId), called.map(codeOf), {});
      for (const { id, outcome } of called) {
        tally.contacted(id, outcome);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    }
  }
  store.close();
  const lastBusinessDay = (day: Day): Day => lastWorkingDayBefore(settings.calendar, addDays(day, 1));
  return {
    businessDays,
    touches: tally.rows({ from, to, tries: settings.plan.tries }, lastBusinessDay),
    people: [...people.values()],
    outcomes,
    dropped,
  };
}

/** Everything that is open on the day, whether it stands on a list or not. */
function look({ store: db, settings, day }: Session, tally: Tally): void {
  const { plan } = settings;
  const permissions = new CallPermissions(db, callingStore(settings), day);
  tally.startDay();
  for (const facts of permissions.judged(callFacts(db, mayBeDue(db, plan, day))))
    for (const one of openTouches(plan, facts, day)) tally.see(facts.id, one, day);
}

const newestSaleId = (db: Store): number =>
  db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM sale').pluck().get() ?? 0;

/** What had closed before the sale it is counted from was in the store. @param known the newest sale before the import */
function lookForLate({ store: db, settings, day }: Session, known: number, tally: Tally): void {
  const buyers = db
    .prepare<[number], number>('SELECT DISTINCT customer_id FROM sale WHERE id > ? ORDER BY customer_id')
    .pluck()
    .all(known);
  for (const facts of callFacts(db, buyers))
    for (const sale of facts.sales.filter(({ id }) => id > known))
      for (const { touch, closesOn } of calendarOf(settings.plan, sale, facts, sale.soldOn, day))
        if (closesOn !== null && closesOn < day) tally.cameTooLate(touch);
}

/** As somebody types it off the sheet: `482v`. */
const codeOf = ({ id, outcome }: { readonly id: number; readonly outcome: OutcomeName }): string =>
  `${id}${outcomeNamed(outcome)?.letter ?? ''}`;

/** In the evening of the day. */
function actingOf(session: Session, ownerId: OwnedList['ownerId']): ActingSession {
  const person = listSalespeople(session.store).find(({ id }) => id === ownerId) ?? null;
  const at = new Date(`${session.day}T23:00:00Z`);
  return {
    ...session,
    acting: actingAs(
      session.store,
      { person, name: person?.name ?? 'house', forWhom: null },
      { at, on: session.day, osUser: 'bench' },
    ),
  };
}
