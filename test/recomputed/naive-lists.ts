/** A day's lists a second time, from nothing but what the program exports: slow, straight from the words, using nothing of the program. */

import { naiveDue, naiveOwner } from '../touches/naive-due.ts';

type Day = string;
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;

export interface Exported {
  readonly customers: Json[];
  readonly sales: Json[];
  readonly contacts: Json[];
  readonly 'repair-orders': Json[];
  readonly appointments: Json[];
  readonly promises: Json[];
  readonly 'turn-offs': Json[];
  readonly salespeople: Json[];
  readonly plan: Json;
  readonly givings: readonly {
    readonly entry: number;
    readonly customer: number;
    readonly on: Day;
    readonly to: number | null;
  }[];
  /** ids of salespeople: `by` makes the calls of `of`, both days included */
  readonly covers: readonly {
    readonly of: number;
    readonly by: number;
    readonly from: Day;
    readonly to: Day;
  }[];
  /** by salesperson id */
  readonly leftOn: ReadonlyMap<number, Day>;
  readonly working: { readonly businessDays: readonly string[]; readonly holidays: readonly Day[] };
}

export interface NaiveCall {
  readonly id: number;
  /** whose call it is, where another makes it */
  readonly covering: string | null;
  /** `touch due opens closes sale number` */
  readonly reasons: readonly string[];
}
export interface NaiveList {
  readonly who: string;
  readonly coveredBy: string | null;
  readonly calls: readonly NaiveCall[];
  readonly due: number;
  readonly done: number;
  readonly later: readonly string[];
  readonly dropped: readonly string[];
}

const offsetOf = (text: string) => ({ count: Number.parseInt(text, 10), unit: text.at(-1) ?? 'd' });
const daysOf = (text: string): number => offsetOf(text).count * (offsetOf(text).unit === 'w' ? 7 : 1);
const mapped = (table: object, to: (value: string) => number) =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, to(value as string)]));

function planOf({ plan, working }: Exported) {
  const { default: usual, ...after } = plan.rest;
  return {
    rest: {
      default: daysOf(usual),
      after: Object.fromEntries(
        Object.entries(after).map(([outcome, kinds]) => [outcome, mapped(kinds as object, daysOf)]),
      ),
    },
    tries: plan.tries as number,
    retryDays: mapped(plan.retry, daysOf),
    working,
    workshop: { missedAfter: 8, perDay: 33 },
    caseClock: { answer: { count: 1, unit: 'b' }, close: { count: 5, unit: 'b' } },
    touches: plan.touches.map((touch: Json) => ({
      id: touch.id,
      from: touch.from,
      at: (touch.at ?? []).map(offsetOf),
      every: touch.every === null ? null : offsetOf(touch.every),
      distance: touch.distance,
      opens: offsetOf(touch.opens),
      closes: offsetOf(touch.closes),
      kind: touch.kind,
      priority: touch.priority,
      restDays: touch.rest === null ? null : daysOf(touch.rest),
      retryDays: touch.retry === null ? null : daysOf(touch.retry),
      dealTypes: touch.deal_types,
      conditions: touch.conditions,
    })),
  };
}

/** Whether `b` is a later sale than `a`, by day, then deal number in one store, then id. */
export function isLater(a: Json, b: Json): boolean {
  if (a.sold_on !== b.sold_on) return b.sold_on > a.sold_on;
  const rank = ({ deal_number: n }: Json) => (n === null ? 0 : /^\d+$/.test(n) ? 1 : 2);
  if (a.store === b.store && a.deal_number !== b.deal_number) {
    if (rank(a) !== rank(b)) return rank(b) > rank(a);
    if (rank(a) === 1 && BigInt(a.deal_number) !== BigInt(b.deal_number))
      return BigInt(b.deal_number) > BigInt(a.deal_number);
    if (rank(a) === 2) return b.deal_number > a.deal_number;
  }
  return b.id > a.id;
}

function factsOf(all: Exported) {
  const idOf = new Map(all.salespeople.map((one) => [`${one.code} ${one.name}`, one.id as number]));
  const visits = (rows: Json[], on: string, vin: string | null, buyer: number) =>
    rows
      .filter((row) => vin !== null && row.vin === vin && row[on] !== null)
      .map((row) => ({
        on: row[on] as Day,
        openedOn: row.opened_on ?? null,
        odometer: row.odometer ?? null,
        names: row.customer_id === buyer ? 'customer' : row.names === 'nobody' ? 'nobody' : 'other',
      }))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const paid = all['repair-orders'].filter(
    ({ pay_types }) => pay_types.length === 0 || pay_types.some((type: string) => type !== 'internal'),
  );
  const saleOf = (sale: Json) => {
    const { vin } = sale.vehicle;
    const ends = all.sales
      .filter((other) => other.id !== sale.id && other.status === 'sold' && isLater(sale, other))
      .filter((other) => vin !== null && (other.trade_vins.includes(vin) || other.vehicle.vin === vin))
      .map(({ sold_on }) => sold_on as Day)
      .sort();
    return {
      id: sale.id as number,
      store: sale.store as string,
      dealNumber: sale.deal_number,
      status: sale.status,
      vehicleId: vin,
      soldOn: sale.sold_on as Day,
      anchorOn: (sale.delivered_on ?? sale.sold_on) as Day,
      leaseEndOn: sale.lease_end_on,
      leaseEndEstimated: sale.lease_end_estimated === true,
      loanEndOn: sale.loan_end_on,
      loanEndEstimated: sale.loan_end_estimated === true,
      dealType: sale.deal_type,
      condition: sale.condition,
      goneOn: ends[0] ?? null,
      credits: sale.salespeople.map(({ code, name }: Json) => idOf.get(`${code} ${name}`)),
      odometer: sale.odometer,
      orders: visits(paid, 'closed_on', vin, sale.customer.id),
      otherOrders: all['repair-orders']
        .filter((row) => vin !== null && row.vin === vin && (row.closed_on === null || !paid.includes(row)))
        .map((row) => ({
          openedOn: row.opened_on,
          closedOn: row.closed_on,
          odometer: row.odometer,
          isInternal: !paid.includes(row),
        })),
      appointments: visits(all.appointments, 'on', vin, sale.customer.id),
    };
  };
  /** Without the pairing: what became of each is exported. */
  const statuses = new Map(
    all.appointments.map(({ id, status, status_by }) => [id as number, { status, by: status_by }]),
  );
  const hasOpenOrders = (store: string): boolean =>
    all['repair-orders'].some((row) => row.store === store && row.closed_on === null);
  const appointments = all.appointments
    .filter(({ status }) => status !== 'cancelled')
    .map((row) => ({
      id: row.id as number,
      on: row.on as Day,
      vehicleId: row.vin,
      customerId: row.customer_id,
      namesSomebody: row.names !== 'nobody',
      hasOpenOrders: hasOpenOrders(row.store),
    }));
  const orders = paid.map((row) => ({
    vehicleId: row.vin,
    customerId: row.customer_id,
    on: row.opened_on ?? row.closed_on,
  }));
  const visitsOf = (id: number): Json => {
    const vins = all.sales.filter((sale) => sale.customer.id === id).map((sale) => sale.vehicle.vin);
    return {
      own: appointments.filter(
        ({ vehicleId, customerId }) => customerId === id || (vehicleId !== null && vins.includes(vehicleId)),
      ),
      statuses,
      together: { appointments, orders },
    };
  };
  return all.customers.map((customer) => {
    const own = (rows: readonly Json[]): Json[] => rows.filter((row) => row.customer_id === customer.id);
    return {
      id: customer.id as number,
      birthday: customer.birthday,
      doNotCall: customer.do_not.call as boolean,
      refused: customer.phones.length > 0 && customer.phones.every(({ blocked }: Json) => blocked),
      registered: false,
      reachable: customer.phones.length > 0 || (customer.email !== null && !customer.do_not.email),
      sales: all.sales.filter((sale) => sale.customer.id === customer.id).map(saleOf),
      coSigned: all.sales.filter((sale) => sale.co_buyer?.id === customer.id).map(saleOf),
      visits: visitsOf(customer.id),
      appointmentsOn: own(all.appointments).flatMap(({ vin, on }) => (vin === null ? on : [])),
      contacts: own(all.contacts).map((one) => ({
        id: one.id as number,
        on: one.on as Day,
        outcome: one.outcome as string,
        nextOn: one.next_on,
        salespersonId: one.by === null ? null : (idOf.get(`${one.by.code} ${one.by.name}`) ?? null),
      })),
      promiseEnds: own(all.promises).flatMap(({ id, state, ended_on }) =>
        state === 'done' ? [{ promise: id as number, on: ended_on as Day }] : [],
      ),
      givings: all.givings
        .filter((giving) => giving.customer === customer.id)
        .map((giving) => ({ ...giving, leftOn: all.leftOn.get(giving.to ?? -1) ?? null })),
      // the worlds of these lists have no wishes and no cases
      wishes: [],
      cases: [],
      turnOffs: own(all['turn-offs']).map(({ touch, sale_id, on }) => ({ touch, saleId: sale_id, on })),
    };
  });
}

interface Due {
  readonly id: number;
  readonly owner: number | null;
  readonly name: string;
  readonly reasons: {
    touch: string;
    dueOn: Day;
    opensOn: Day;
    closesOn: Day | null;
    saleId: number | null;
    number: number;
  }[];
}

const folded = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
const least = (days: readonly (Day | null)[]): Day => days.map((day) => day ?? '9999').sort()[0] ?? '9999';
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** @param names as the lists print them */
export function naiveLists(
  all: Exported,
  day: Day,
  limit: number | 'none' | null,
  names: ReadonlyMap<number, string>,
) {
  const plan = planOf(all);
  const people = new Map(
    all.salespeople.map(({ id }) => [id as number, { leftOn: all.leftOn.get(id) ?? null }]),
  );
  const priority = new Map<string, number>(plan.touches.map((touch: Json) => [touch.id, touch.priority]));
  const must: number = all.plan.must;
  const ranked = (calls: readonly Due[]): Due[] => {
    const key = ({ id, name, reasons }: Due): (string | number)[] => {
      const promise = reasons.find(({ touch }) => touch === 'promise');
      const highest = Math.max(...reasons.map(({ touch }) => priority.get(touch) ?? 0));
      const closes = least(reasons.map(({ closesOn }) => closesOn));
      const rest = [least(reasons.map(({ dueOn }) => dueOn)), folded(name), id];
      if (promise !== undefined) return [0, promise.dueOn, '', ...rest];
      return highest >= must ? [1, -highest, closes, ...rest] : [2, closes, -highest, ...rest];
    };
    return [...calls].sort((a, b) => {
      const [first, second] = [key(a), key(b)];
      const differs = first.findIndex((value, i) => value !== second[i]);
      return differs < 0 ? 0 : compare(first[differs] ?? '', second[differs] ?? '');
    });
  };

  /** Cover after cover; somebody who has left covers nobody. */
  const callerOf = (owner: number | null): number | null => {
    const cover = all.covers.find(
      ({ of, by, from, to }) =>
        of === owner && from <= day && day <= to && (all.leftOn.get(by) ?? '9999') > day,
    );
    return cover === undefined ? owner : callerOf(cover.by);
  };
  const owners = new Map<number, { owner: number | null; because: string }>();
  const withheld: string[] = [];
  const byCaller = new Map<number | null, Due[]>();
  for (const { of } of all.covers)
    if (callerOf(of) !== of && (all.leftOn.get(of) ?? '9999') > day) byCaller.set(of, []);
  const done = new Map<number | null, number>();
  for (const facts of factsOf(all)) {
    const owner = naiveOwner(facts, people, day);
    owners.set(facts.id, owner);
    const touched = facts.contacts.some(
      ({ on, outcome }) =>
        on === day &&
        [
          'talked',
          'appointment',
          'sold',
          'greeted',
          'not-interested',
          'no-answer',
          'voicemail',
          'busy',
          'text',
          'email',
        ].includes(outcome),
    );
    const caller = callerOf(owner.owner);
    if (touched) done.set(caller, (done.get(caller) ?? 0) + 1);
    const due = naiveDue(plan, facts, day);
    for (const one of new Set(due.withheld)) withheld.push(`${facts.id} ${one}`);
    if (due.reasons.length === 0) continue;
    const list = byCaller.get(caller) ?? [];
    list.push({ id: facts.id, owner: owner.owner, name: names.get(facts.id) ?? '', reasons: due.reasons });
    byCaller.set(caller, list);
  }

  const nameOf = new Map(all.salespeople.map(({ id, name }) => [id as number, name as string]));
  const works = (on: Day): boolean =>
    all.working.businessDays.includes(
      ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(on).getUTCDay()] ?? '',
    ) && !all.working.holidays.includes(on);
  const lists = [...byCaller].map(([owner, unordered]): NaiveList => {
    const calls = ranked(unordered);
    const n = limit === 'none' ? Number.POSITIVE_INFINITY : (limit ?? (all.plan.calls_a_day as number));
    const already = limit === null ? (done.get(owner) ?? 0) : 0;
    const promised = calls.filter(({ reasons }) => reasons.some(({ touch }) => touch === 'promise')).length;
    const size = Math.max(promised, n - already, 0);
    let waiting = calls.slice(size);
    const later: string[] = [];
    const end = (call: Due): string =>
      call.reasons
        .map(({ closesOn }) => closesOn ?? '')
        .sort()
        .at(-1) ?? '';
    for (let on = day; waiting.length > 0; ) {
      on = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
      const today = on;
      const open = waiting
        .map((call) => ({
          ...call,
          reasons: call.reasons.filter(({ closesOn }) => (closesOn ?? '9999') >= today),
        }))
        .filter(({ reasons }) => reasons.length > 0);
      if (open.length === 0) break;
      if (!works(on)) continue;
      const called = new Set(
        ranked(open)
          .slice(0, n)
          .map(({ id }) => id),
      );
      for (const { id } of ranked(open).slice(0, n)) {
        const whole = waiting.find((call) => call.id === id);
        later.push(`${id} ${on} ${whole === undefined ? '' : end(whole)}`);
      }
      waiting = waiting.filter(({ id }) => !called.has(id));
    }
    return {
      who: owner === null ? 'house' : (nameOf.get(owner) ?? ''),
      coveredBy: callerOf(owner) === owner ? null : (nameOf.get(callerOf(owner) ?? -1) ?? ''),
      calls: calls.slice(0, size).map(({ id, owner: of, reasons }) => ({
        id,
        covering: of === owner ? null : (nameOf.get(of ?? -1) ?? ''),
        reasons: reasons.map(
          ({ touch, dueOn, opensOn, closesOn, saleId, number }) =>
            `${touch} ${dueOn} ${opensOn} ${closesOn} ${saleId} ${number}`,
        ),
      })),
      due: calls.length,
      done: already,
      later,
      dropped: waiting.map((call) => `${call.id} ${end(call)}`),
    };
  });
  return { owners, withheld: withheld.sort(), lists };
}
