/** Folding the rows of schedules into appointments, whatever the order in which the files come. */

import { numberKey } from '../../domain/number-key.ts';
import type { AppointmentRecord, CancelledAppointment } from '../../domain/records.ts';
import type { Store } from '../engine/store.ts';
import type { Evidence } from './evidence.ts';
import {
  isSomebody,
  namesSomebody,
  type SaidOfVisit,
  saidAsText,
  saidFrom,
  saidOf,
} from './said-of-visit.ts';
import type { RowOutcome } from './sale-writer.ts';
import { type ScheduleEvidence, ScheduleLog } from './schedule-log.ts';
import { type Value, type VisitRow, VisitRows } from './visit-rows.ts';
import type { Tied, VisitTies } from './visit-ties.ts';

interface AppointmentRow extends VisitRow {
  store: string;
  due_on: string;
  due_time: string | null;
  waiting: number | null;
  repair_order_number: string | null;
  advisor: string | null;
  services: string;
  transport: string | null;
  transport_raw: string | null;
  file_state: string | null;
  said_at: string;
  learned_after: number;
}

/** What each row says by itself: the newest that says something of it counts. */
const SINGLE = ['waiting', 'repair_order_number', 'advisor', 'transport', 'transport_raw'] as const;

/** When each value was said; a row of before has one time for all. */
type SaidAt = Partial<Record<(typeof SINGLE)[number] | 'day' | 'state' | 'services' | 'who' | 'car', string>>;

interface Folded {
  readonly next: AppointmentRow;
  readonly at: SaidAt;
  readonly said: SaidOfVisit | null;
}

const NO_TIE: Tied = { customerId: null, vehicleId: null, matchedBy: null, byMatch: false, changed: false };

export class AppointmentWriter {
  readonly #ties: VisitTies;
  readonly #evidence: Evidence & ScheduleEvidence;
  readonly #rows: VisitRows<AppointmentRow>;
  readonly #log: ScheduleLog;
  readonly #remembered;
  readonly #remember;
  readonly #forget;
  readonly #endMarks;
  /** of the journal, before this file */
  readonly #lastEntry: number;
  /** rows read before that are not the last one of their appointment: what follows in this file says what they count */
  readonly #waiting = new Map<number, AppointmentRecord[]>();
  /** appointments of which a row of this file is folded in: all further ones are, in their order */
  readonly #begun = new Set<number>();

  constructor(db: Store, evidence: Evidence & ScheduleEvidence, ties: VisitTies) {
    this.#ties = ties;
    this.#evidence = evidence;
    this.#log = new ScheduleLog(db, evidence);
    this.#rows = new VisitRows(db, 'appointment', [
      'due_on',
      'due_time',
      ...SINGLE,
      'services',
      'file_state',
      'said_at',
      'learned_after',
    ]);
    this.#lastEntry = db.prepare<[], number | null>('SELECT max(id) FROM journal').pluck().get() ?? 0;
    this.#remembered = db
      .prepare<[string, string], string>(
        'SELECT said_at FROM cancelled_appointment WHERE store = ? AND number = ?',
      )
      .pluck();
    this.#remember = db.prepare(
      `INSERT INTO cancelled_appointment (store, number, said_at) VALUES (?, ?, ?)
       ON CONFLICT (store, number) DO UPDATE SET said_at = max(said_at, excluded.said_at)`,
    );
    this.#forget = db.prepare('DELETE FROM cancelled_appointment WHERE store = ? AND number = ?');
    this.#endMarks = db.prepare('UPDATE appointment_mark SET ended = 1 WHERE appointment_id = ?');
  }

  write(record: AppointmentRecord): RowOutcome {
    const stored = this.#rows.find(record.store, record.number);
    if (stored === undefined) return this.#add(record);
    this.#list(record.store, record.number, record.on, false);
    if (
      stored.row_hash !== record.hash &&
      !this.#begun.has(stored.id) &&
      this.#rows.has(stored, record.hash)
    ) {
      const before = this.#waiting.get(stored.id);
      if (before === undefined) this.#waiting.set(stored.id, [record]);
      else before.push(record);
      return 'same';
    }
    return this.#foldIn(stored, [...this.#takeWaiting(stored.id), record]);
  }

  /** A booking that is called off; one nobody knows is remembered, so that an older file does not bring it in as booked. */
  cancel({ store, number, on, hash }: CancelledAppointment): RowOutcome {
    const stored = this.#rows.find(store, number);
    this.#list(store, number, on, true);
    if (stored === undefined) {
      this.#remember.run(store, numberKey(number), this.#evidence.order);
      return 'skipped';
    }
    const waiting = this.#takeWaiting(stored.id);
    const folded = this.#folded(stored, waiting);
    const { order } = this.#evidence;
    if (order >= (folded.at.state ?? '')) {
      folded.next.file_state = 'cancelled';
      folded.at.state = order;
    }
    const tied =
      folded.next.said === stored.said ? tiedNow(stored) : this.#tie(stored, folded, folded.next.due_on);
    return this.#save(stored, folded, tied, [...waiting.map((record) => record.hash), hash]);
  }

  finish(): void {
    for (const records of this.#waiting.values()) {
      const [first] = records;
      const stored = first && this.#rows.find(first.store, first.number);
      if (stored !== undefined) this.#foldIn(stored, records);
    }
    this.#waiting.clear();
    this.#log.finish();
  }

  #list(store: string, number: string, on: string | null, isCancelled: boolean): void {
    if (this.#evidence.restates !== true) this.#log.row(store, number, on, isCancelled);
  }

  #add(record: AppointmentRecord): RowOutcome {
    const { store, number } = record;
    const { order, deliveredAt } = this.#evidence;
    const calledOffAt = this.#remembered.get(store, numberKey(number));
    if (calledOffAt !== undefined) this.#forget.run(store, numberKey(number));
    const isOff = calledOffAt !== undefined && calledOffAt > order;
    const said = saidOf(record);
    const place = { store, day: record.on, asOf: `${deliveredAt} ${record.on}` };
    const tied = this.#ties.tie(said, place, null, NO_TIE);
    const at: SaidAt = { day: order };
    if (record.services.length > 0) at.services = order;
    if (isSomebody(said)) at.who = order;
    if (said.vehicle !== null) at.car = order;
    at.state = isOff ? calledOffAt : order;
    const values = {
      ...valuesIn(record),
      file_state: isOff ? 'cancelled' : record.state,
      learned_after: this.#lastEntry,
    };
    for (const column of SINGLE) if (values[column] !== null) at[column] = order;
    const id = this.#rows.add(store, number, rowOf(values, tied, said, at), this.#evidence, record.hash);
    this.#begun.add(id);
    this.#ties.keepKeys({ kind: 'appointment', id }, said, store, tied, true);
    this.#list(store, number, record.on, false);
    return 'new';
  }

  #takeWaiting(id: number): readonly AppointmentRecord[] {
    const records = this.#waiting.get(id) ?? [];
    this.#waiting.delete(id);
    return records;
  }

  /** @param records of this file, in its order; at least one */
  #foldIn(stored: AppointmentRow, records: readonly AppointmentRecord[]): RowOutcome {
    const folded = this.#folded(stored, records);
    const last = records.at(-1);
    const isTied = stored.row_hash === last?.hash && folded.next.said === stored.said;
    const tied = isTied ? tiedNow(stored) : this.#tie(stored, folded, last?.on ?? folded.next.due_on);
    return this.#save(
      stored,
      folded,
      tied,
      records.map((record) => record.hash),
    );
  }

  /** What the appointment is once these rows are read: nothing is written. */
  #folded(stored: AppointmentRow, records: readonly AppointmentRecord[]): Folded {
    const { order } = this.#evidence;
    const at = saidAtOf(stored);
    const next: AppointmentRow = { ...stored };
    let said = stored.said === null ? null : saidFrom(stored.said);
    const take = (what: keyof SaidAt, set: () => void): void => {
      if (order < (at[what] ?? '')) return;
      set();
      at[what] = order;
    };
    for (const record of records) {
      const incoming = valuesIn(record);
      // further rows of one file add up
      const addsUp = at.services === order;
      take('day', () => {
        next.due_on = record.on;
        next.due_time = record.time;
      });
      // our own exports say of it only what a file said
      if (this.#evidence.restates !== true || record.state !== null)
        take('state', () => {
          next.file_state = record.state;
        });
      for (const column of SINGLE)
        if (incoming[column] !== null)
          take(column, () => Object.assign(next, { [column]: incoming[column] }));
      if (record.services.length > 0)
        take('services', () => {
          const known = addsUp ? (JSON.parse(next.services) as string[]) : [];
          next.services = JSON.stringify([...new Set([...known, ...record.services])]);
        });
      const heard = saidOf(record);
      const before: SaidOfVisit = said ?? heard;
      said = before;
      if (isSomebody(heard)) take('who', () => (said = { ...heard, vehicle: before.vehicle }));
      if (heard.vehicle !== null) take('car', () => (said = { ...(said ?? before), vehicle: heard.vehicle }));
    }
    if (next.due_on !== stored.due_on) next.learned_after = this.#lastEntry;
    next.said = said === null ? null : saidAsText(said);
    next.names_somebody = said !== null && namesSomebody(said) ? 1 : stored.names_somebody;
    return { next, at, said };
  }

  /** @param on the day of the row that says so */
  #tie(stored: AppointmentRow, { next, said }: Folded, on: string): Tied {
    if (said === null) return tiedNow(stored);
    const { deliveredAt } = this.#evidence;
    const { store } = stored;
    const place = { store, day: next.due_on, asOf: deliveredAt < stored.as_of ? '' : `${deliveredAt} ${on}` };
    const visit = { kind: 'appointment', id: stored.id } as const;
    const tied = this.#ties.tie(said, place, visit, {
      customerId: stored.customer_id,
      vehicleId: stored.vehicle_id,
      byMatch: stored.names_by_match === 1,
    });
    this.#ties.keepKeys(visit, said, store, tied, false);
    return tied;
  }

  /** @param hashes of the rows that say so, in their order */
  #save(
    stored: AppointmentRow,
    { next, at, said }: Folded,
    tied: Tied,
    hashes: readonly number[],
  ): RowOutcome {
    this.#begun.add(stored.id);
    if (next.due_on !== stored.due_on) this.#endMarks.run(stored.id);
    const values = rowOf(next, tied, said, at, next.names_somebody);
    const older = this.#evidence.deliveredAt < stored.as_of;
    this.#rows.change(stored, values, this.#evidence, hashes, older);
    const before = rowOf(stored, tiedNow(stored), said, at, stored.names_somebody);
    return tied.changed || VISIBLE.some((i) => values[i] !== before[i]) ? 'changed' : 'same';
  }
}

const valuesIn = (record: AppointmentRecord) => ({
  due_on: record.on as string,
  due_time: record.time,
  waiting: record.waiting === null ? null : Number(record.waiting),
  repair_order_number: record.repairOrderNumber,
  advisor: record.advisor,
  transport: record.transport,
  transport_raw: record.transportRaw,
  services: JSON.stringify(record.services),
  file_state: record.state as string | null,
});

/** The columns in the order of the statements. */
function rowOf(
  values: ReturnType<typeof valuesIn> & Pick<AppointmentRow, 'learned_after'>,
  tied: Tied,
  said: SaidOfVisit | null,
  at: SaidAt,
  names = said !== null && namesSomebody(said) ? 1 : 0,
): Value[] {
  return [
    tied.customerId,
    tied.vehicleId,
    names,
    tied.matchedBy,
    Number(tied.byMatch),
    said === null ? null : saidAsText(said),
    values.due_on,
    values.due_time,
    ...SINGLE.map((column) => values[column]),
    values.services,
    values.file_state,
    JSON.stringify(at),
    values.learned_after,
  ];
}

/** Places in `rowOf` of what a person sees: not how a match was made, what a row said, nor when. */
const VISIBLE = [0, 1, 2, 6, 7, ...SINGLE.map((_, i) => 8 + i), 8 + SINGLE.length, 9 + SINGLE.length];

const tiedNow = (row: VisitRow): Tied => ({
  customerId: row.customer_id,
  vehicleId: row.vehicle_id,
  matchedBy: row.matched_by as Tied['matchedBy'],
  byMatch: row.names_by_match === 1,
  changed: false,
});

/** A row of before has no times of its own: its delivery stands for all of them. */
function saidAtOf({ said_at, as_of, ...row }: AppointmentRow): SaidAt {
  const at = JSON.parse(said_at) as SaidAt;
  if (at.day !== undefined) return at;
  for (const what of ['day', 'state', 'services', 'who', 'car'] as const) at[what] = as_of;
  for (const column of SINGLE) if (row[column] !== null) at[column] = as_of;
  return at;
}
