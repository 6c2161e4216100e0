/** The sales of one store over some years, as the exports it would take in: the same for the same seed. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AREAS,
  COLUMNS,
  cell,
  customerOf,
  dayText,
  digits,
  numbers,
  pick,
  salespersonOf,
  seedOf,
  termsOf,
  vehicleOf,
} from '../make-export.mjs';

const DAY_MS = 86_400_000;
/** Who bought has their share of the deals later on, but not at once. */
const [REPEAT, SAME_SELLER, TRADES_OWN, TRADES_OTHER] = [0.25, 0.75, 0.7, 0.3];
const BUYS_AGAIN_AFTER_DAYS = 500;
const [NEW, FROM_TRADES] = [0.55, 0.8];
const A_SUNDAY = 3;
const DAYS_A_YEAR = 365.25;

/**
 * Deals in the order of their days.
 * @param shape `first` and `last` day of selling (`YYYY-MM-DD`), deals `aYear`, `people` who sell, `seed`
 */
function* dealsOf({ first, last, aYear, people, seed }) {
  const [from, to] = [Date.parse(first) / DAY_MS, Date.parse(last) / DAY_MS];
  const count = Math.round(((to - from + 1) / DAYS_A_YEAR) * aYear);
  const customers = [];
  const traded = [];
  let cars = 0;
  for (let i = 0; i < count; i++) {
    const next = numbers(seedOf(seed, i));
    const day = from + Math.floor((i / count) * (to - from + 1));
    const soldOn = day % 7 === A_SUNDAY ? Math.min(day + 1, to) : day;
    const customer = customerFor(customers, soldOn, next);
    const again = customer.lastOn !== null;
    if (!again || next() > SAME_SELLER) customer.seller = Math.floor(next() * people);
    customer.lastOn = soldOn;
    const isNew = next() < NEW;
    const year = 1970 + Math.floor(soldOn / DAYS_A_YEAR);
    const car =
      !isNew && traded.length > 0 && next() < FROM_TRADES
        ? traded.shift()
        : vehicleOf(cars++, isNew ? year : year - 1 - Math.floor(next() * 5));
    const trade = tradeOf(customer, again, i, year, next);
    if (trade !== null) traded.push(trade);
    customer.cars.push(car);
    yield { i, soldOn, customer, car, isNew, trade, next };
  }
}

function customerFor(customers, soldOn, next) {
  if (customers.length > 0 && next() < REPEAT) {
    const known = pick(customers, next);
    if (soldOn - known.lastOn > BUYS_AGAIN_AFTER_DAYS) return known;
  }
  const index = customers.length;
  const customer = { ...customerOf(0, index), ...ownNumbers(index), lastOn: null, cars: [], seller: 0 };
  customers.push(customer);
  return customer;
}

/** Nobody shares a number, or one wish not to be called would silence many. */
const ownNumbers = (index) => ({
  home: '',
  work: '',
  cell: `(${AREAS[index % AREAS.length]}) 555-${digits(Math.floor(index / AREAS.length), 4)}`,
});

function tradeOf(customer, again, index, year, next) {
  if (again && next() < TRADES_OWN) return customer.cars.shift() ?? null;
  return next() < TRADES_OTHER ? vehicleOf(5_000_000 + index, year - 4) : null;
}

function lineOf({ i, soldOn, customer, car, isNew, trade, next }) {
  const seller = salespersonOf(customer.seller);
  const type = pick(['Cash', 'Finance', 'Finance', 'Lease'], next);
  const terms = termsOf(type, soldOn, next);
  const values = {
    Store: 'Lakeside',
    'Deal Number': String(100_000 + i),
    'Deal Status': 'Finalized',
    'Deal Type': type,
    'New Used': isNew ? 'New' : 'Used',
    'Sale Date': dayText(soldOn),
    'Delivery Date': dayText(soldOn),
    'Customer Number': customer.number,
    'First Name': customer.first,
    'Last Name': customer.last,
    Address: customer.street,
    City: customer.city,
    State: customer.state,
    Zip: customer.zip,
    'Cell Phone': customer.cell,
    Email: customer.email,
    'Birth Date': customer.birthday,
    'Do Not Call': customer.doNotCall,
    VIN: car.vin,
    'Stock Number': `S${digits(i, 7)}`,
    Year: String(car.year),
    Make: car.make,
    Model: car.model,
    Trim: car.trim,
    'Salesperson 1 Number': seller.code,
    'Salesperson 1 Name': seller.name,
    Term: terms.term,
    'First Payment Date': terms.first,
    'Lease End Date': terms.leaseEnd,
    'Trade VIN': trade?.vin ?? '',
  };
  return COLUMNS.map((column) => cell(values[column] ?? '')).join(',');
}

/**
 * Writes one file for all deals before the first of `imports`, then one for those since the import before, and gives them in
 * order: `{ on, path }`, on which day the file is taken in.
 * @param imports days, ascending; deals from the last of them on are left out
 */
export function writeExports(folder, shape, imports) {
  const bins = imports.map((on) => ({ on, path: join(folder, `sales-${on}.csv`), lines: [] }));
  for (const deal of dealsOf(shape)) {
    const bin = bins.find(({ on }) => dayText(deal.soldOn) < on);
    bin?.lines.push(lineOf(deal));
  }
  return bins.flatMap(({ on, path, lines }) => {
    if (lines.length === 0) return [];
    writeFileSync(path, `${[COLUMNS.map(cell).join(','), ...lines].join('\n')}\n`, { mode: 0o600 });
    return [{ on, path }];
  });
}
