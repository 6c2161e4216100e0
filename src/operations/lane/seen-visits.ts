/** The visits of a day with who comes, in which of our cars. */

import type { AppointmentFacts, OrderFacts } from '../../domain/visit.ts';
import { known } from '../../store/engine/rows.ts';
import { type Households, householdsOf } from '../../store/households.ts';
import { appointmentDetails, orderDetails, salesOfCars, type VisitDetails } from '../../store/lane.ts';
import { visitsOfDay } from '../../store/visits.ts';
import { type VisitFound, visitsFound } from '../../touches/lane-visits.ts';
import { type WhoseVisit, whoseVisit } from '../../touches/whose-visit.ts';
import { type JudgedCustomers, judgedCustomers } from '../call-permissions.ts';
import type { Session } from '../session.ts';

export interface SeenVisit {
  readonly visit: VisitFound;
  readonly whose: WhoseVisit;
  /** the appointment before the orders */
  readonly rows: readonly VisitDetails[];
}

export interface VisitsSeen {
  readonly visits: readonly SeenVisit[];
  /** the appointments that were called off, as visits */
  readonly cancelled: readonly SeenVisit[];
  /** whoever a row names, or bought one of the cars */
  readonly customers: JudgedCustomers;
  readonly households: Households;
}

export function seenVisits(session: Session): VisitsSeen {
  const { store: db, day, settings } = session;
  const { appointments, orders } = visitsOfDay(db, day);
  const found = visitsFound(appointments, orders, day, settings.service.missedAfter);
  const cancelled = found.cancelled.map(
    (one): VisitFound => ({ appointments: [one], earlier: null, orders: [], state: 'missed' }),
  );
  const all = [...found.visits, ...cancelled];
  const details = {
    appointments: appointmentDetails(
      db,
      all.flatMap((visit) => appointmentsOf(visit).map(({ id }) => id)),
    ),
    orders: orderDetails(
      db,
      all.flatMap((visit) => visit.orders.map(({ id }) => id)),
    ),
  };
  const sales = salesOfCars(db, [...new Set(all.flatMap((visit) => carOf(visit) ?? []))], day);
  const signed = [...sales.values()].flat();
  const customers = judgedCustomers(session, [
    ...all.flatMap((visit) => rowsOf(visit).flatMap(({ customerId }) => customerId ?? [])),
    ...signed.map(({ buyerId }) => buyerId),
  ]);
  const households = householdsOf(db, [...customers.facts.keys()], day);
  const factsOf = (id: number) => known(customers.facts, id, 'customer');
  const seen = (visit: VisitFound): SeenVisit => {
    const rows = [
      ...appointmentsOf(visit).map(({ id }) => known(details.appointments, id, 'appointment')),
      ...visit.orders.map(({ id }) => known(details.orders, id, 'repair order')),
    ];
    const vehicleId = carOf(visit);
    const whose = whoseVisit(
      {
        rows: rowsOf(visit).map(({ customerId }, i) => ({
          customerId,
          namesSomebody: rows[i]?.namesSomebody ?? false,
        })),
        vehicleId,
        sales: (vehicleId === null ? [] : (sales.get(vehicleId) ?? [])).flatMap(
          ({ id, buyerId, coBuyerId }) => {
            const sale = factsOf(buyerId).sales.find((one) => one.id === id);
            return sale === undefined ? [] : { sale, buyerId, coBuyerId };
          },
        ),
      },
      factsOf,
      households.of,
      day,
    );
    return { visit, whose, rows };
  };
  return { visits: found.visits.map(seen), cancelled: cancelled.map(seen), customers, households };
}

/** Those of the day, else what the car was booked for before. */
export const appointmentsOf = ({ appointments, earlier }: VisitFound): readonly AppointmentFacts[] =>
  earlier === null ? appointments : [earlier];

const rowsOf = (visit: VisitFound): readonly (AppointmentFacts | OrderFacts)[] => [
  ...appointmentsOf(visit),
  ...visit.orders,
];

const carOf = (visit: VisitFound): number | null =>
  rowsOf(visit).find(({ vehicleId }) => vehicleId !== null)?.vehicleId ?? null;
