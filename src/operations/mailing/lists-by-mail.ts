/** Who is to get which list by mail on a day, and who is not, and why. */

import type { CallList, ListSalesperson } from '../../domain/call-list.ts';
import type { Day } from '../../domain/day.ts';
import type { SalespersonFacts } from '../../domain/facts.ts';
import type { LaneVisit } from '../../domain/lane.ts';
import { singleAddress } from '../../domain/mail-address.ts';
import type { Notice, OwnersNotice } from '../../domain/sold-by-other.ts';
import { daysMissed } from '../../domain/working-days.ts';
import { compareOwners } from '../../lists/call-lists.ts';
import { closingAsPlanned, planCatchingUp } from '../../mail/catching-up.ts';
import type { Settings } from '../../settings/settings.ts';
import { salespeopleById } from '../../store/call-facts.ts';
import { addTo, known } from '../../store/engine/rows.ts';
import type { Store } from '../../store/engine/store.ts';
import { lastSent } from '../../store/mail-ledger.ts';
import type { NoticeOnFile } from '../../store/notices.ts';
import { type OwnedList, ownedLists } from '../day-lists.ts';
import { daysOffById } from '../days-off.ts';
import { hostedVisits } from '../lane/lane-of-day.ts';
import { emptyList } from '../list-drawn.ts';
import type { Session } from '../session.ts';

export interface DueList {
  readonly salespersonId: number;
  readonly salesperson: ListSalesperson;
  readonly address: string;
  readonly list: CallList;
  /** whom they greet today, by time */
  readonly visits: readonly LaneVisit[];
}

export interface LeftOut {
  readonly salesperson: ListSalesperson;
  /** `bad-address`: what is on file is not one plain address, so nothing is sent there */
  readonly why: 'day-off' | 'no-address' | 'bad-address';
  readonly list: CallList;
}

export interface DueMails {
  /** with at least one call, notice or visit each */
  readonly lists: readonly DueList[];
  readonly leftOut: readonly LeftOut[];
  readonly house: CallList;
  /** what was found out since the last digest that every manager got, for all owners */
  readonly notices: readonly OwnersNotice[];
}

/**
 * The lists of a business day. After days on which the store was closed, or a person off, a list also holds what
 * was due then and has closed since. A notice is told in the first mail that goes out after it was found.
 * @param only the id of one salesperson; null = everybody
 */
export function dueMails(db: Store, settings: Settings, day: Day, only: number | null): DueMails {
  const { calendar } = settings;
  const people = salespeopleById(db);
  const off = daysOffById(db, calendar);
  const missedBy = (id: number | null): number =>
    daysMissed(calendar, (id === null ? undefined : off.days.get(id)) ?? [], day);
  const lists = listsCatchingUp(db, settings, day, only, { people: [...people.keys()], missedBy });
  const visits = visitsByHost({ store: db, settings, day });
  const toldOwner = lastSent(db, 'calls', day);
  const toldManagers = lastTold(lastSent(db, 'digest', day), settings.mail.managers);
  const notices: OwnersNotice[] = [];
  const due: DueList[] = [];
  const leftOut: LeftOut[] = [];
  let house: CallList = emptyList(null);
  for (const { ownerId, list: whole, notices: found } of withVisitors(lists, visits, people, only)) {
    if (ownerId === null || whole.salesperson === null) {
      house = whole;
      continue;
    }
    const { salesperson } = whole;
    notices.push(...untold(found, toldManagers).map((notice) => ({ owner: salesperson, notice })));
    const list = { ...whole, notices: untold(found, toldOwner.get(String(ownerId)) ?? null) };
    const theirs = visits.get(ownerId) ?? [];
    if (list.calls.length + list.notices.length + theirs.length === 0) continue;
    const address = salesperson.email === null ? null : singleAddress(salesperson.email);
    if (off.days.get(ownerId)?.includes(day)) leftOut.push({ salesperson, why: 'day-off', list });
    else if (salesperson.email === null) leftOut.push({ salesperson, why: 'no-address', list });
    else if (address === null) leftOut.push({ salesperson, why: 'bad-address', list });
    else due.push({ salespersonId: ownerId, salesperson, address, list, visits: theirs });
  }
  return { lists: due, leftOut, house, notices };
}

/** By the id of whoever greets them. */
function visitsByHost(session: Session): Map<number, LaneVisit[]> {
  const found = new Map<number, LaneVisit[]>();
  for (const { hostId, visit } of hostedVisits(session)) if (hostId !== null) addTo(found, hostId, visit);
  return found;
}

/** Whoever has somebody to greet and no list gets an empty one. */
function withVisitors(
  lists: readonly OwnedList[],
  visits: ReadonlyMap<number, readonly LaneVisit[]>,
  people: ReadonlyMap<number, SalespersonFacts>,
  only: number | null,
): readonly OwnedList[] {
  const has = new Set(lists.map(({ ownerId }) => ownerId));
  const others = [...visits.keys()]
    .filter((id) => !has.has(id) && (only === null || id === only))
    .map((ownerId): OwnedList => {
      const { code, name, email } = known(people, ownerId, 'salesperson');
      return { ownerId, list: emptyList({ code, name, email }), notices: [] };
    });
  if (others.length === 0) return lists;
  return [...lists, ...others].sort((a, b) => compareOwners(a.ownerId, b.ownerId, people));
}

/** @param since when the last mail went out; null = none did */
const untold = (found: readonly NoticeOnFile[], since: string | null): Notice[] =>
  found.flatMap(({ importedAt, notice }) => (since === null || importedAt >= since ? notice : []));

/** When everybody had got one; null where somebody never did. */
function lastTold(sent: ReadonlyMap<string, string>, everybody: readonly string[]): string | null {
  const times = everybody.map((one) => sent.get(one)).filter((at) => at !== undefined);
  return times.length < everybody.length ? null : (times.sort()[0] ?? null);
}

interface Missing {
  readonly people: readonly number[];
  readonly missedBy: (id: number | null) => number;
}

/** One pass over the store for each number of missed days there is: nearly always one for everybody. */
function listsCatchingUp(
  db: Store,
  settings: Settings,
  day: Day,
  only: number | null,
  { people, missedBy }: Missing,
): OwnedList[] {
  const { plan } = settings;
  const asked = only === null ? [null, ...people] : [only];
  return [...new Set(asked.map(missedBy))].flatMap((missed) =>
    ownedLists(
      { store: db, settings, day },
      {
        plan: planCatchingUp(plan, missed),
        scope: only === null ? { of: 'all' } : { of: 'one', salespersonId: only },
        limit: null,
      },
    )
      .filter(({ ownerId }) => missedBy(ownerId) === missed)
      .map((owned) => ({ ...owned, list: closingAsPlanned(owned.list, missed) })),
  );
}
