/** A made-up store as its export, and what a plan will bring, counted a second time straight from its rows. It uses nothing of the program. */

type Day = string;

const DAY_MS = 86_400_000;
export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The day of the month as it was, else the month's last. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

export interface NaiveTouch {
  readonly id: string;
  readonly from: 'sale' | 'birthday' | 'lease-end' | 'last-service';
  /** days or months from the day counted from */
  readonly at?: readonly { readonly days?: number; readonly months?: number }[];
  readonly everyMonths?: number;
  readonly opens: number;
  readonly dealTypes?: readonly string[];
}

interface Customer {
  readonly number: string;
  readonly last: string;
  readonly phone: string;
  readonly birthday: Day | null;
  readonly doNotCall: boolean;
}
interface Deal {
  readonly number: number;
  readonly customer: Customer;
  readonly soldOn: Day;
  readonly deliveredOn: Day;
  readonly vin: string;
  readonly type: string;
  readonly leaseEndOn: Day | null;
  readonly sellers: readonly string[];
  readonly tradeVin: string | null;
}

const SELLERS: Readonly<Record<string, string>> = { 11: 'Ann Zeller', 12: 'Bo Yates', 13: 'Cy Xavier' };
/** Everything they sold is somebody else's from the day asked for on. */
export const LEAVER = '13';

/** Numbers in [0, 1) that hang on the seed alone. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Deals in the order of their days and numbers, some after `day`; customers buy again, trade in, and cars are sold twice. */
export function madeUpDeals(seed: number, day: Day, count: number): Deal[] {
  const next = randomOf(seed);
  const upTo = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const customers: Customer[] = [];
  const refused = '2125550100';
  const deals: Deal[] = [];
  for (let i = 0; i < count; i++) {
    // the last of them are not known yet on the day
    const soldOn = plusDays(day, Math.round(1500 * (i / count) - 1300));
    const again = customers.length > 5 && next() < 0.3;
    if (!again) {
      const id = customers.length;
      customers.push({
        number: String(5000 + id),
        last: `Surname${String.fromCharCode(97 + (id % 26))}${String.fromCharCode(97 + Math.floor(id / 26))}`,
        phone: id === 0 || next() < 0.06 ? refused : String(3_125_550_000 + id),
        birthday: next() < 0.6 ? plusDays('1950-02-27', upTo(18_000)) : null,
        doNotCall: id === 0 || next() < 0.06,
      });
    }
    const customer = again ? pick(customers) : (customers.at(-1) as Customer);
    const own = deals.filter((deal) => deal.customer === customer);
    const type = pick(['Cash', 'Finance', 'Lease']);
    deals.push({
      number: 1000 + i,
      customer,
      soldOn,
      deliveredOn: plusDays(soldOn, upTo(4)),
      vin: deals.length > 9 && next() < 0.08 ? pick(deals).vin : vinOf(i),
      type,
      leaseEndOn: type === 'Lease' ? plusMonths(soldOn, pick([12, 24, 36])) : null,
      sellers: next() < 0.2 ? [pick(Object.keys(SELLERS)), '11'] : [pick(Object.keys(SELLERS))],
      tradeVin: own.length > 0 && next() < 0.5 ? pick(own).vin : null,
    });
  }
  return deals;
}

const COLUMNS =
  'Deal No,Cust No,First Name,Last Name,Cell Phone,DOB,Do Not Call,Sale Date,Delivery Date,VIN,Deal Type,Lease End Date,Salesperson 1 ID,Salesperson 1,Salesperson 2 ID,Salesperson 2,Trade VIN';

export const asExport = (deals: readonly Deal[]): string =>
  `${[
    COLUMNS,
    ...deals.map((deal) => {
      const [first = '', second = ''] = deal.sellers;
      const who = deal.customer;
      return [
        ...[
          deal.number,
          who.number,
          'Pat',
          who.last,
          who.phone,
          who.birthday ?? '',
          who.doNotCall ? 'Y' : 'N',
        ],
        ...[deal.soldOn, deal.deliveredOn, deal.vin, deal.type, deal.leaseEndOn ?? ''],
        ...[first, SELLERS[first], second, SELLERS[second] ?? '', deal.tradeVin ?? ''],
      ].join(',');
    }),
  ].join('\n')}\n`;

const LETTERS = 'ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** With the check digit of 49 CFR 565.15, or the program would have something to say. */
function vinOf(index: number): string {
  const vin = `2HGFC2F50KH${String(500_000 + index * 7)}`;
  const sum = [...vin].reduce((total, sign, i) => {
    const value = /\d/.test(sign) ? Number(sign) : ((LETTERS.indexOf(sign) % 10) + 1) % 10;
    return total + value * (WEIGHTS[i] ?? 0);
  }, 0);
  return `${vin.slice(0, 8)}${sum % 11 === 10 ? 'X' : sum % 11}${vin.slice(9)}`;
}

const isLater = (a: Deal, b: Deal): boolean =>
  a.soldOn > b.soldOn || (a.soldOn === b.soldOn && a.number > b.number);

export interface NaivePerson {
  readonly name: string | null;
  readonly customers: number;
  /** the days on which anything opens or is due */
  readonly days: readonly { readonly on: Day; readonly opens: number; readonly due: number }[];
}

/** By name, the house last. */
export function naiveForecast(
  all: readonly Deal[],
  touches: readonly NaiveTouch[],
  day: Day,
  days: number,
): NaivePerson[] {
  const deals = all.filter(({ soldOn }) => soldOn <= day);
  const isInForce = (deal: Deal, on: Day): boolean =>
    !deals.some((other) => isLater(other, deal) && (other.tradeVin === deal.vin || other.vin === deal.vin)) &&
    (deal.leaseEndOn === null || on <= plusDays(deal.leaseEndOn, 60));
  const refused = new Set(all.flatMap(({ customer }) => (customer.doNotCall ? customer.phone : [])));
  const span = Array.from({ length: days }, (_, i) => plusDays(day, i));
  const found = new Map<string | null, { customers: number; opens: Day[]; due: Day[] }>();
  for (const customer of new Set(deals.map((deal) => deal.customer))) {
    if (customer.doNotCall || refused.has(customer.phone)) continue;
    const own = deals.filter((deal) => deal.customer === customer).sort((a, b) => (isLater(a, b) ? -1 : 1));
    const seller = (some: readonly Deal[]): string | undefined =>
      some.flatMap(({ sellers }) => sellers.filter((code) => code !== LEAVER))[0];
    const owner = seller(own.filter((deal) => isInForce(deal, day))) ?? seller(own);
    const name = owner === undefined ? null : (SELLERS[owner] ?? null);
    const tally = found.get(name) ?? { customers: 0, opens: [], due: [] };
    found.set(name, tally);
    tally.customers += 1;
    const occurs = (on: Day, shift: 'opens' | 'due'): boolean =>
      touches.some((touch) =>
        own.some((deal) => {
          if (!isInForce(deal, on) || !(touch.dealTypes ?? [deal.type]).includes(deal.type)) return false;
          const from = anchorOf(touch, deal);
          return (
            from !== null && duesOf(touch, from).includes(shift === 'due' ? on : plusDays(on, touch.opens))
          );
        }),
      );
    for (const on of span) {
      if (occurs(on, 'opens')) tally.opens.push(on);
      if (occurs(on, 'due')) tally.due.push(on);
    }
  }
  const times = (list: readonly Day[], on: Day): number => list.filter((one) => one === on).length;
  return [...found]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([name, { customers, opens, due }]) => ({
      name,
      customers,
      days: span.map((on) => ({ on, opens: times(opens, on), due: times(due, on) })),
    }));
}

function anchorOf({ from }: NaiveTouch, deal: Deal): Day | null {
  if (from === 'birthday') return deal.customer.birthday;
  return from === 'lease-end' ? deal.leaseEndOn : deal.deliveredOn;
}

const memory = new Map<string, Day[]>();
/** Every due day of the touch that a life has room for. */
function duesOf(touch: NaiveTouch, from: Day): Day[] {
  const key = `${JSON.stringify(touch)} ${from}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const { at = [], everyMonths } = touch;
  const found =
    everyMonths === undefined
      ? at.map(({ days, months }) =>
          days === undefined ? plusMonths(from, months ?? 0) : plusDays(from, days),
        )
      : Array.from({ length: Math.floor(1200 / everyMonths) }, (_, k) =>
          plusMonths(from, (k + 1) * everyMonths),
        );
  memory.set(key, found);
  return found;
}
