/** The lane of a day worked out a second time, plainly and slowly, from the rows of the tables. */

import { addDays, type Day, daysBetween } from '../../src/domain/day.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { isLater } from './naive-lists.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows are what they are
type Row = any;

export interface NaiveVisit {
  readonly appointment_id: number | null;
  readonly repair_order_id: number | null;
  readonly number: string;
  readonly time: string | null;
  readonly state: string;
  readonly customer: number | null;
  readonly sale_id: number | null;
  readonly hands: string;
  readonly pitch: boolean;
  readonly pitch_why: string | null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function naiveLane(db: Store, day: Day, pitchRest: number, missedAfter: number) {
  const rows = (table: string): Row[] => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
  const sales = rows('sale');
  const vins = new Map<number, string | null>(rows('vehicle').map(({ id, vin }) => [id, vin]));
  const carOf = ({ vehicle_id: id }: Row): number | null =>
    id !== null && vins.get(id) !== null ? id : null;
  const dayOf = ({ opened_on, closed_on }: Row): Day | null => opened_on ?? closed_on;
  const orders = rows('repair_order').filter(
    (one) => one.pay_types !== '["internal"]' && dayOf(one) !== null && (dayOf(one) ?? '') <= day,
  );
  const marks = new Map<number, string>();
  for (const { appointment_id, state, ended } of rows('appointment_mark'))
    if (ended === 0) marks.set(appointment_id, state);
  const saidOf = (one: Row): string | null => marks.get(one.id) ?? one.file_state;
  const appointments = rows('appointment');

  // pairs, the strongest first
  const pairs: Row[] = [];
  for (const a of appointments)
    for (const o of orders) {
      if (saidOf(a) === 'cancelled') continue;
      const apart = Math.abs(daysBetween(a.due_on, dayOf(o) ?? a.due_on));
      const byNumber =
        a.store === o.store &&
        (o.number === a.repair_order_number ||
          (o.appointment_number !== null && o.appointment_number === a.number));
      const byCar = carOf(a) !== null && carOf(a) === carOf(o);
      const byCustomer = carOf(a) === null && a.customer_id !== null && a.customer_id === o.customer_id;
      const near = apart <= 5 && a.due_on <= day;
      const strength = byNumber ? 1 : byCar && near ? 2 : byCustomer && near ? 3 : null;
      if (strength !== null)
        pairs.push({ a, o, key: [strength, apart, `${a.due_on} ${a.due_time ?? '~'}`, a.id, o.id] });
    }
  const byKey = (x: Row, y: Row): number => {
    for (const [i, one] of x.key.entries()) if (one !== y.key[i]) return one < y.key[i] ? -1 : 1;
    return 0;
  };
  const orderOf = new Map<number, Row>();
  const bookingOf = new Map<number, Row>();
  for (const { a, o } of pairs.sort(byKey))
    if (!orderOf.has(a.id) && !bookingOf.has(o.id)) {
      orderOf.set(a.id, o);
      bookingOf.set(o.id, a);
    }
  const isClosed = ({ closed_on }: Row): boolean => closed_on !== null && closed_on <= day;
  const statusOf = (a: Row): string => {
    if (marks.has(a.id)) return marks.get(a.id) ?? '';
    if (a.file_state !== null && a.file_state !== 'arrived') return a.file_state;
    const order = orderOf.get(a.id);
    if (a.file_state === 'arrived' && a.due_on === day && !(order && isClosed(order))) return 'arrived';
    if (order) return 'kept';
    const newer = rows('service_day').some(
      (one) => one.store === a.store && a.due_on < one.day && one.day <= day && one.delivered_on > a.due_on,
    );
    const open = rows('open_orders').some(({ store }) => store === a.store);
    if (a.due_on < day && newer && (open || addDays(a.due_on, missedAfter) <= day)) return 'missed';
    return a.due_on >= day ? 'booked' : 'unknown';
  };

  // which of them are of one visit: one after the other, joined with whatever it shares something with
  const ofDay = appointments.filter(({ due_on }) => due_on === day);
  const expected = ofDay.filter((a) => statusOf(a) !== 'cancelled');
  const paired = expected.flatMap(({ id }) => orderOf.get(id) ?? []);
  const inShop = orders.filter(
    (o) =>
      paired.includes(o) ||
      o.closed_on === day ||
      ((o.closed_on === null || o.closed_on > day) && (dayOf(o) ?? '') >= addDays(day, -30)),
  );
  type One = { readonly kind: 'a' | 'o'; readonly row: Row };
  const ones: One[] = [
    ...expected.map((row): One => ({ kind: 'a', row })),
    ...inShop.map((row): One => ({ kind: 'o', row })),
  ];
  const isTogether = (x: One, y: One): boolean => {
    if (x.kind === 'a' && y.kind === 'o' && orderOf.get(x.row.id) === y.row) return true;
    if (x.kind === 'o' && y.kind === 'a' && orderOf.get(y.row.id) === x.row) return true;
    if (carOf(x.row) !== null || carOf(y.row) !== null) return carOf(x.row) === carOf(y.row);
    return x.row.customer_id !== null && x.row.customer_id === y.row.customer_id;
  };
  let groups: One[][] = ones.map((one) => [one]);
  for (let joined = true; joined; ) {
    joined = false;
    for (const [i, group] of groups.entries()) {
      const j = groups.findIndex(
        (other, at) => at > i && other.some((x) => group.some((y) => isTogether(x, y))),
      );
      if (j === -1) continue;
      groups = [...groups.filter((_, at) => at !== i && at !== j), [...group, ...(groups[j] ?? [])]];
      joined = true;
      break;
    }
  }

  const isInForce = (sale: Row): boolean => {
    if (sale.status !== 'sold' || sale.sold_on > day) return false;
    const vin = vins.get(sale.vehicle_id) ?? null;
    const trades = rows('sale_trade');
    const takenAway = sales.some(
      (other) =>
        other.id !== sale.id &&
        other.status === 'sold' &&
        other.sold_on <= day &&
        vin !== null &&
        isLater(sale, other) &&
        (other.vehicle_id === sale.vehicle_id || trades.some((t) => t.sale_id === other.id && t.vin === vin)),
    );
    if (takenAway) return false;
    if (sale.deal_type !== 'lease' || sale.lease_end_on === null || day <= addDays(sale.lease_end_on, 60))
      return true;
    return rows('repair_order').some(
      (o) =>
        vin !== null &&
        o.vehicle_id === sale.vehicle_id &&
        o.customer_id === sale.customer_id &&
        o.pay_types !== '["internal"]' &&
        o.closed_on !== null &&
        sale.lease_end_on < o.closed_on &&
        o.closed_on <= day,
    );
  };
  const newest = (some: Row[]): Row | null =>
    some.reduce<Row | null>((best, one) => (best === null || isLater(best, one) ? one : best), null);
  const sold = sales.filter(({ status, sold_on }) => status === 'sold' && sold_on <= day);
  const household = (id: number): Set<number> => {
    const members = new Set([id]);
    for (let before = 0; before !== members.size; ) {
      before = members.size;
      for (const { customer_id: a, co_buyer_id: b } of sold)
        if (b !== null && (members.has(a) || members.has(b))) for (const one of [a, b]) members.add(one);
    }
    return members;
  };
  const contacts = rows('contact');
  const aYearAgo = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

  const visits = groups.map((group): NaiveVisit & { readonly isOurs: boolean } => {
    const as = group
      .flatMap(({ kind, row }) => (kind === 'a' ? row : []))
      .sort((x, y) => compare(x.due_time ?? '~', y.due_time ?? '~') || x.id - y.id);
    const os = group
      .flatMap(({ kind, row }) => (kind === 'o' ? row : []))
      .sort((x, y) => compare(dayOf(x) ?? '', dayOf(y) ?? '') || x.id - y.id);
    const earlier = os.map(({ id }) => bookingOf.get(id)).find((a) => a !== undefined && a.due_on < day);
    const a = as[0] ?? earlier ?? null;
    const statuses = as.map(statusOf);
    const state =
      os.length > 0
        ? os.every(isClosed)
          ? 'done'
          : 'here'
        : statuses.some((one) => one === 'arrived' || one === 'kept')
          ? 'here'
          : statuses.every((one) => one === 'missed')
            ? 'missed'
            : 'expected';
    const all = as.length > 0 ? [...as, ...os] : a === null ? os : [a, ...os];
    const car = all.map(carOf).find((one) => one !== null) ?? null;
    const ofCar = car === null ? [] : sold.filter(({ vehicle_id }) => vehicle_id === car);
    const inForce = newest(ofCar.filter(isInForce));
    const named = all.find(({ customer_id }) => customer_id !== null)?.customer_id ?? null;
    const isNamed = all.some(({ names_somebody }) => names_somebody === 1);
    const customer: number | null = named ?? (isNamed ? null : (inForce?.customer_id ?? null));
    const bought = sold.filter(
      ({ customer_id: x, co_buyer_id: y }) => customer !== null && (x === customer || y === customer),
    );
    const theirs = sales.filter((one) => customer !== null && one.customer_id === customer && isInForce(one));
    const saleId =
      car === null ? (theirs.length === 1 ? theirs[0].id : null) : ((inForce ?? newest(ofCar))?.id ?? null);
    const isTheirs =
      customer !== null &&
      inForce !== null &&
      (inForce.co_buyer_id === customer || household(inForce.customer_id).has(customer));
    const hands =
      car === null
        ? bought.length === 0
          ? 'never-sold'
          : bought.some(isInForce)
            ? 'same'
            : 'maybe-changed'
        : ofCar.length === 0
          ? 'never-sold'
          : isTheirs
            ? 'same'
            : 'maybe-changed';
    const why =
      customer === null
        ? null
        : [...household(customer)].some((id) =>
              sold.some(({ customer_id, sold_on }) => customer_id === id && aYearAgo < sold_on),
            )
          ? 'recent-buyer'
          : contacts.some(
                ({ customer_id, contact_on, pitched }) =>
                  customer_id === customer &&
                  pitched === 1 &&
                  contact_on <= day &&
                  day < addDays(contact_on, pitchRest),
              )
            ? 'asked-lately'
            : null;
    return {
      appointment_id: a?.id ?? null,
      repair_order_id: os[0]?.id ?? null,
      number: (a ?? os[0]).number,
      time: as.length > 0 ? a.due_time : null,
      state,
      customer,
      sale_id: saleId,
      hands,
      pitch: customer !== null && why === null,
      pitch_why: why,
      isOurs: ofCar.length > 0 || bought.length > 0,
    };
  });
  return {
    visits: visits.map(({ isOurs: _, ...visit }) => visit),
    counts: {
      visits: visits.length,
      ours: visits.filter(({ isOurs }) => isOurs).length,
      here: visits.filter(({ state }) => state === 'here').length,
      cancelled: ofDay.length - expected.length,
    },
  };
}
