/** First services once more, the slow way, written from the words of the rules. */

import type { Day } from '../../src/domain/day.ts';
import type { AppointmentFacts, OrderFacts } from '../../src/domain/visit.ts';
import { naivePairs, naiveStatus } from '../touches/naive-status.ts';

interface Naming {
  readonly customer: number | null;
  /** where no customer is known: whether the row names anybody */
  readonly namesSomebody: boolean;
}

/** Numbers of sales, appointments, orders and words are their places, from 1. */
export interface NaiveStore {
  readonly sales: readonly {
    readonly store: string;
    readonly buyer: number;
    readonly coBuyer: number | null;
    readonly car: number;
    readonly status: string;
    readonly soldOn: Day;
    readonly deliveredAfter: number | null;
  }[];
  readonly appointments: readonly (Naming & {
    readonly store: string;
    readonly car: number | null;
    readonly on: Day;
    readonly time: string | null;
    readonly mark: 'kept' | 'missed' | 'cancelled' | null;
    readonly fileState: 'kept' | 'missed' | 'cancelled' | 'arrived' | null;
    /** how many words had been said before */
    readonly learnedAfter: number;
    /** the order it says it became */
    readonly order: number | null;
  })[];
  readonly orders: readonly (Naming & {
    readonly store: string;
    readonly car: number | null;
    readonly openedOn: Day | null;
    readonly closedOn: Day | null;
    readonly internal: boolean;
    readonly deliveredOn: Day;
  })[];
  readonly openOrders: readonly string[];
  readonly words: readonly {
    readonly sale: number;
    readonly on: Day;
    readonly takesBack: boolean;
    readonly introduced: boolean;
    readonly advisor: string | null;
    readonly booked: Day | null;
    readonly time: string | null;
  }[];
}

const at = (day: string): number => Date.parse(day) / 86_400_000;
const plus = (day: Day, days: number): Day =>
  new Date((at(day) + days) * 86_400_000).toISOString().slice(0, 10) as Day;

const dayOf = ({ openedOn, closedOn }: NaiveStore['orders'][number]): Day | null => openedOn ?? closedOn;

/** "an order of that store (internal ones too) opened or closed after that day and by D, in an import delivered after that day" */
const newer = (given: NaiveStore, store: string, than: Day, day: Day): boolean =>
  given.orders.some(
    (one) =>
      one.store === store &&
      one.deliveredOn > than &&
      [one.openedOn, one.closedOn].some((on) => on !== null && on > than && on <= day),
  );

function household(given: NaiveStore, of: number, day: Day): Set<number> {
  const members = new Set([of]);
  for (let before = 0; before !== members.size; ) {
    before = members.size;
    for (const { buyer, coBuyer, status, soldOn } of given.sales) {
      if (coBuyer === null || status !== 'sold' || soldOn > day) continue;
      if (members.has(buyer) || members.has(coBuyer)) members.add(buyer).add(coBuyer);
    }
  }
  return members;
}

export function naiveDeliveries(given: NaiveStore, day: Day) {
  const appointments: AppointmentFacts[] = given.appointments.map((one, i) => ({
    id: i + 1,
    store: one.store,
    number: `A${i + 1}`,
    on: one.on,
    time: one.time,
    vehicleId: one.car,
    customerId: one.customer,
    namesSomebody: one.customer !== null,
    repairOrderNumber: one.order === null ? null : `R${one.order}`,
    mark: one.mark,
    fileState: one.fileState,
    inLatest: true,
    newerDataOn: newer(given, one.store, one.on, day) ? day : null,
    hasOpenOrders: given.openOrders.includes(one.store),
  }));
  const orders = given.orders.flatMap((one, i): OrderFacts[] => {
    const on = dayOf(one);
    if (on === null || one.internal) return [];
    const { store, car, customer, closedOn } = one;
    return [
      {
        ...{ id: i + 1, store, number: `R${i + 1}`, appointmentNumber: null },
        ...{ vehicleId: car, customerId: customer, on, closedOn },
      },
    ];
  });
  const pairs = naivePairs(appointments, orders, day);
  const statusOf = (one: AppointmentFacts): string =>
    naiveStatus(
      one,
      orders.find(({ id }) => id === pairs.get(one.id)),
      day,
      8,
    ).status;

  return given.sales.map((sale, i) => {
    const id = i + 1;
    const delivery = sale.deliveredAfter === null ? sale.soldOn : plus(sale.soldOn, sale.deliveredAfter);
    const people = household(given, sale.buyer, day);
    const same = ({ customer, namesSomebody }: Naming): boolean =>
      customer === null ? !namesSomebody : people.has(customer);

    let introduced: Day | null = null;
    let advisor: string | null = null;
    let hand: { on: Day; time: string | null; entry: number } | null = null;
    const ofSales = given.words.filter(({ sale: of }) => of <= given.sales.length);
    ofSales.forEach((word, n) => {
      if (word.sale !== id || word.on > day) return;
      if (word.takesBack) {
        introduced = null;
        advisor = null;
        hand = null;
      }
      if (word.introduced) introduced = word.on;
      if (word.advisor !== null) advisor = word.advisor;
      if (word.booked !== null) hand = { on: word.booked, time: word.time, entry: n + 1 };
    });
    const byHand = hand as { on: Day; time: string | null; entry: number } | null;

    const fitting = given.appointments
      .map((one, n) => ({ ...one, n, status: statusOf(appointments[n] as AppointmentFacts) }))
      .filter((one) => one.car === sale.car && one.on > delivery && same(one) && one.status !== 'cancelled')
      .sort((a, b) => `${a.on} ${a.time ?? '99'} ${a.n}`.localeCompare(`${b.on} ${b.time ?? '99'} ${b.n}`));
    const file = fitting.find(({ status }) => status !== 'missed') ?? fitting.at(-1) ?? null;
    const fileIsLast = file !== null && (byHand === null || file.learnedAfter >= byHand.entry);
    const booked = fileIsLast
      ? { on: file.on, time: file.time, by: 'file', store: file.store }
      : byHand && { on: byHand.on, time: byHand.time, by: 'hand', store: sale.store };

    const inForce = (on: Day): boolean =>
      sale.status === 'sold' &&
      sale.soldOn <= on &&
      !given.sales.some(
        (other, n) =>
          other.car === sale.car &&
          other.status === 'sold' &&
          other.soldOn <= on &&
          (other.soldOn > sale.soldOn || (other.soldOn === sale.soldOn && n > i)),
      );
    const visits = given.orders
      .filter((one) => !one.internal && one.car === sale.car && same(one))
      .flatMap((one) => dayOf(one) ?? [])
      .filter((on) => on > delivery && on <= day && inForce(on))
      .filter(
        (on) => at(on) >= at(delivery) + 14 || (booked !== null && Math.abs(at(on) - at(booked.on)) <= 5),
      )
      .sort();
    const visitOn = visits[0] ?? null;
    const state =
      visitOn !== null
        ? 'showed'
        : booked === null
          ? 'none'
          : booked.on >= day
            ? 'set'
            : newer(given, booked.store, booked.on, day)
              ? 'missed'
              : 'unknown';
    return {
      sale_id: id,
      introduced_on: introduced,
      advisor,
      booked_on: booked?.on ?? null,
      booked_time: booked?.time ?? null,
      booked_by: booked?.by ?? null,
      state,
      visit_on: visitOn,
    };
  });
}
