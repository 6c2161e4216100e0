/** Appointments as they are exported: what the files say of them, and what became of each. */

import type { AppointmentStatus, StatusSaid } from '../domain/visit.ts';
import { PAGE } from '../store/engine/pages.ts';
import { known } from '../store/engine/rows.ts';
import { type AppointmentExport, exportAppointments } from '../store/export-records.ts';
import { visitsAround } from '../store/visits.ts';
import { visitStatuses } from '../touches/visit-statuses.ts';
import type { Session } from './session.ts';

export interface AppointmentRecord extends AppointmentExport {
  /** false = the newest schedule has others of its day, and not this one */
  readonly in_latest: boolean;
  readonly status: AppointmentStatus;
  readonly status_by: StatusSaid['by'];
}

export type StatusKnown = StatusSaid & { readonly inLatest: boolean };

/** What became of these appointments, as known on the session's day, by their ids. */
export function statusesOf(
  { store, settings, day }: Session,
  ids: readonly number[],
): ReadonlyMap<number, StatusKnown> {
  const visits = visitsAround(store, ids, day);
  const statuses = visitStatuses(visits, day, settings.service.missedAfter);
  return new Map(
    visits.appointments.map(({ id, inLatest }) => [id, { ...known(statuses, id, 'appointment'), inLatest }]),
  );
}

export function* appointmentRecords(session: Session): Generator<AppointmentRecord> {
  let page: AppointmentExport[] = [];
  for (const record of exportAppointments(session.store)) {
    page.push(record);
    if (page.length < PAGE) continue;
    yield* withStatus(session, page);
    page = [];
  }
  yield* withStatus(session, page);
}

function* withStatus(session: Session, records: readonly AppointmentExport[]): Generator<AppointmentRecord> {
  if (records.length === 0) return;
  const statuses = statusesOf(
    session,
    records.map(({ id }) => id),
  );
  for (const record of records) {
    const { status, by, inLatest } = known(statuses, record.id, 'appointment');
    yield { ...record, in_latest: inLatest, status, status_by: by };
  }
}
