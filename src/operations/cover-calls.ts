/** Having somebody make another's calls for a while, and ending that before its time. */

import {
  type Cover,
  type CoverDays,
  type CoverInTheWay,
  type CoverRecord,
  coverInTheWay,
} from '../domain/cover.ts';
import type { Day } from '../domain/day.ts';
import { type Fault, usageFault } from '../domain/fault.ts';
import type { Salesperson } from '../domain/salesperson.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { coverOfId, coversBetween, coversFrom } from '../store/covers.ts';
import { known } from '../store/engine/rows.ts';
import type { Store } from '../store/engine/store.ts';
import { findSalesperson } from '../store/salespeople.ts';
import { recordCover, recordCoverEnd } from '../store/writing/cover-writer.ts';
import { refuseDayToCome } from './days-given.ts';
import { refuseOthersThanManagers } from './managers-only.ts';
import type { ActingSession, Session } from './session.ts';

export interface CoverWanted {
  /** whose calls, and who makes them: name or code */
  readonly of: string;
  readonly by: string;
  readonly from: Day;
  /** the last day, that too */
  readonly to: Day;
  readonly why: string | null;
}

export interface CoverDone {
  readonly entry: number;
  readonly cover: CoverRecord;
}

/**
 * @returns also the day from which who covers is gone, where that is one of the days
 * @throws Fault `unknown-salesperson`, `several-salespeople`, `managers-only` for the calls of somebody else, `bad-day`, `no-reason`,
 * `has-left`, `cover-oneself`, `cover-overlap`, `cover-circle`, `future-day`
 */
export function coverCalls(
  session: ActingSession,
  { of: ofName, by: byName, from, to, why }: CoverWanted,
): CoverDone & { readonly left_on: Day | null } {
  const { store: db, acting } = session;
  refuseDayToCome(session);
  return db
    .transaction(() => {
      const of = findSalesperson(db, ofName);
      const by = findSalesperson(db, byName);
      refuseForOthers(session, of.id, `covering ${of.name}`);
      if (to < from)
        throw usageFault(
          'bad-day',
          `--to ${to} is before --from ${from}`,
          'both days are covered, and all between',
        );
      if (why?.trim() === '') throw usageFault('no-reason', '--why is empty', 'say why, or leave it out');
      for (const one of [of, by]) refuseWhoLeft(one, from, acting.on);
      if (of.id === by.id)
        throw usageFault(
          'cover-oneself',
          `${of.name} cannot cover for ${of.name}`,
          'name somebody else: --by NAME',
        );
      const days = { ofId: of.id, byId: by.id, from, to };
      const inTheWay = coverInTheWay(coversBetween(db, from, to), days);
      if (inTheWay !== null) throw noRoom(db, days, inTheWay);
      const names = { of: of.name, by: by.name };
      const id = recordCover(db, acting, days, { names, why: why?.trim() ?? null });
      const left = by.left_on !== null && by.left_on <= to ? by.left_on : null;
      return { entry: id, cover: recordOf(db, id), left_on: left };
    })
    .immediate();
}

/**
 * The last day is the one before the day acted on; one that has not begun is gone.
 * @throws Fault `unknown-cover`, `cover-over`, `managers-only`, `future-day`
 */
export function endCover(session: ActingSession, id: number): CoverDone {
  const { store: db, acting } = session;
  refuseDayToCome(session);
  return db
    .transaction(() => {
      const cover = coverOfId(db, id);
      if (cover === null)
        throw usageFault(
          'unknown-cover',
          `there is no cover ${id}`,
          '`beback covers` lists them with their numbers',
        );
      const { of, by } = namesOf(db, cover);
      refuseForOthers(session, cover.ofId, `ending the cover of ${of.name}`);
      if (cover.to < cover.from || cover.to < acting.on)
        throw usageFault(
          'cover-over',
          cover.to < cover.from
            ? `cover ${id} was ended before it began`
            : `cover ${id} is over since ${cover.to}`,
          '`beback covers` lists those that are not',
        );
      const entry = recordCoverEnd(db, acting, cover, { of: of.name, by: by.name });
      return { entry, cover: recordOf(db, id) };
    })
    .immediate();
}

/** Those that are not over on the day, and those to come, the earliest first. */
export function listCovers({ store: db, day }: Session): CoverRecord[] {
  const salespeople = salespeopleById(db);
  return coversFrom(db, day).map((cover) => asRecord(cover, namesIn(salespeople, cover)));
}

function refuseForOthers(session: ActingSession, ofId: number, what: string): void {
  const { salespersonId, forWhom } = session.acting;
  if (forWhom === null && salespersonId === ofId) return;
  refuseOthersThanManagers(session, what);
}

function refuseWhoLeft({ name, left_on }: Salesperson, from: Day, on: Day): void {
  if (left_on === null || (left_on > from && left_on > on)) return;
  throw usageFault(
    'has-left',
    `${name} ${left_on <= on ? 'has left' : 'will have left'} (first day gone: ${left_on})`,
    '`beback salespeople` says who is here',
  );
}

function noRoom(db: Store, wanted: CoverDays, { why, cover }: CoverInTheWay<Cover>): Fault {
  const { of, by } = namesOf(db, cover);
  const there = `cover ${cover.id}: ${by.name} makes ${of.name}'s calls from ${cover.from} to ${cover.to}`;
  if (why === 'overlap')
    return usageFault(
      'cover-overlap',
      `${of.name} is covered on some of these days already (${there})`,
      `end that one first: beback cover end ${cover.id}`,
    );
  const { of: whose } = namesOf(db, wanted);
  return usageFault(
    'cover-circle',
    `the calls would come back to ${whose.name} (${there})`,
    'name somebody else, other days, or end that one',
  );
}

const recordOf = (db: Store, id: number): CoverRecord => {
  const cover = coverOfId(db, id);
  if (cover === null) throw new Error(`cover ${id} is missing`);
  return asRecord(cover, namesOf(db, cover));
};

type Named = Pick<CoverRecord, 'of' | 'by'>;

const namesOf = (db: Store, cover: Pick<Cover, 'ofId' | 'byId'>): Named =>
  namesIn(salespeopleById(db), cover);

function namesIn(
  salespeople: ReturnType<typeof salespeopleById>,
  { ofId, byId }: Pick<Cover, 'ofId' | 'byId'>,
): Named {
  const named = (id: number): CoverRecord['of'] => {
    const { code, name } = known(salespeople, id, 'salesperson');
    return { code, name };
  };
  return { of: named(ofId), by: named(byId) };
}

const asRecord = ({ id, from, to, why, endedOn }: Cover, { of, by }: Named): CoverRecord => ({
  id,
  of,
  by,
  from,
  to,
  why,
  ended_on: endedOn,
});
