/**
 * Writes made-up exports of a group of stores, the same bytes for the same size every time: `node bench/make-export.mjs 100k`
 * gives in `bench/data` the sales (`sales-100k.csv`), a month's file of 300 later deals, closed repair orders, and the workshop's
 * appointments around the day of the bench. There are no more than 800 telephone numbers, so that at a million sales each is a
 * thousand customers': the hard case on purpose.
 */

import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATA = join(dirname(fileURLToPath(import.meta.url)), 'data');
export const MONTH_ROWS = 300;

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(2026, 9, 31) / DAY_MS;
const DAYS = 3652;
const SALES_A_PERSON = 2_500;
const PEOPLE_A_STORE = 12;
const [REPEAT, RESOLD, SPLIT, LINE_BREAK] = [0.22, 0.08, 0.1, 0.01];

export const COLUMNS = [
  'Store',
  'Deal Number',
  'Deal Status',
  'Deal Type',
  'New Used',
  'Sale Date',
  'Delivery Date',
  'Customer Number',
  'First Name',
  'Last Name',
  'Address',
  'City',
  'State',
  'Zip',
  'Home Phone',
  'Cell Phone',
  'Work Phone',
  'Email',
  'Birth Date',
  'Do Not Call',
  'VIN',
  'Stock Number',
  'Year',
  'Make',
  'Model',
  'Trim',
  'Odometer',
  'Salesperson 1 Number',
  'Salesperson 1 Name',
  'Salesperson 2 Number',
  'Salesperson 2 Name',
  'Term',
  'First Payment Date',
  'Lease End Date',
  'Monthly Payment',
  'Amount Financed',
  'APR',
  'Lender',
  'Trade VIN',
  'Remarks',
];

/** Every start with every end: 432 given and 2,000 family names, so that two customers of one name are met, but seldom. */
const combined = (starts, ends) =>
  starts.split(' ').flatMap((start) => ends.split(' ').map((end) => start + end));
const FIRST_NAMES = combined(
  'Al Ber Cor Dar Ed El Fran Gil Har Jor Kar Lor Mar Nor Or Pat Ros Sal Ter Val Wil Jan Hen Max',
  'a an ana ena ina ice in is on ron rick bert mond lyn wen vin ton dia',
);
const LAST_NAMES = combined(
  'Ash Ald Ben Black Brad Brook Burn Cal Car Clay Cor Crow Dal Dun East Elm Fair Far Gar Glen Green Had Ham Hart Hay Hol Ken King Lang Lin Lock Mar Mead Mil Nor Oak Pem Pres Ray Red Rock Shel Stan Sut Thorn Wake Wal West Whit Win',
  'ford ton ley wood field man more by ham worth well ridge brook land den combe dale gate hurst ington mond ner row son stead stock wick win worthy bury bridge borne ast ell er ett ing is ock old',
);
const CITIES = [
  ['Madison', 'WI', '53703'],
  ['Toledo', 'OH', '43604'],
  ['Boise', 'ID', '83702'],
  ['Macon', 'GA', '31201'],
  ['Fargo', 'ND', '58102'],
  ['Tulsa', 'OK', '74103'],
  ['Albany', 'NY', '12207'],
  ['Salem', 'OR', '97301'],
];
const STREETS = [
  'Elm St',
  'Lakeview Dr',
  'County Road 12',
  'Maple Ave',
  'Orchard Ln',
  'Main St',
  'Harbor Blvd',
];
const MODELS = [
  ['Toyota', 'Camry', '4T1', 'LE'],
  ['Toyota', 'RAV4', '2T3', 'XLE'],
  ['Honda', 'Civic', '2HG', 'Sport'],
  ['Honda', 'CR-V', '5J6', 'EX-L'],
  ['Ford', 'F-150', '1FT', 'Lariat'],
  ['Ford', 'Escape', '1FM', 'SE'],
  ['Chevrolet', 'Equinox', '2GN', 'LT'],
  ['Subaru', 'Outback', '4S4', 'Premium'],
];
const LENDERS = [
  'Ally Financial',
  'Chase Auto',
  'First Community CU',
  'Toyota Financial',
  'Capital One Auto',
];
const REMARKS = [
  'referred by a neighbour, prefers to be called in the evening after work, asked about the winter wheels',
  'second key promised, will be mailed; wants floor mats and the all-weather set at cost',
  'first service included with the deal, shuttle to the office wanted on that day',
];
export const AREAS = ['201', '312', '414', '503', '608', '701', '803', '918'];

/** Numbers in [0, 1) that hang on `seed` alone (mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
export const seedOf = (kind, index) => Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(kind, 0x85ebca6b);
export const pick = (list, next) => list[Math.floor(next() * list.length)];
/** The front of the list is met more often, as with real names. */
const pickFront = (list, next) => list[Math.floor(next() ** 2 * list.length)];
export const dayText = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const digits = (value, width) => String(value).padStart(width, '0');

const LETTER_VALUES = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
};
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** Puts the check digit of 49 CFR 565.15 into its place. */
function withCheckDigit(vin) {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (LETTER_VALUES[vin[i]] ?? Number(vin[i])) * WEIGHTS[i];
  const due = sum % 11;
  return `${vin.slice(0, 8)}${due === 10 ? 'X' : due}${vin.slice(9)}`;
}
const YEAR_CODES = 'ABCDEFGHJKLMNPRSTVWXY';

export function vehicleOf(index, modelYear) {
  const next = numbers(seedOf(2, index));
  const [make, model, maker, trim] = pick(MODELS, next);
  const body = `${maker}${digits(Math.floor(next() * 1e5), 5)}0${YEAR_CODES[(modelYear - 2010 + 21) % 21]}${'ABCDEFGH'[Math.floor(index / 1e6)]}${digits(index % 1e6, 6)}`;
  return { make, model, trim, year: modelYear, vin: withCheckDigit(body) };
}

const phone = (next) => `(${pick(AREAS, next)}) 555-01${digits(Math.floor(next() * 100), 2)}`;

export function customerOf(store, index) {
  const next = numbers(seedOf(3, index * 64 + store));
  const first = pickFront(FIRST_NAMES, next);
  const last = pickFront(LAST_NAMES, next);
  const [city, state, zip] = pick(CITIES, next);
  return {
    number: String(200_000 + index),
    first,
    last,
    street: `${1 + Math.floor(next() * 9900)} ${pick(STREETS, next)}`,
    city,
    state,
    zip,
    home: next() < 0.6 ? phone(next) : '',
    cell: next() < 0.9 ? phone(next) : '',
    work: next() < 0.3 ? phone(next) : '',
    email: next() < 0.8 ? `${first}.${last}${index % 97}@example.com`.toLowerCase() : '',
    birthday: next() < 0.7 ? dayText(-10_000 + Math.floor(next() * 22_000)) : '',
    doNotCall: next() < 0.03 ? 'Y' : 'N',
  };
}

export function salespersonOf(index) {
  const next = numbers(seedOf(4, index));
  const store = Math.floor(index / PEOPLE_A_STORE);
  return {
    code: String((store + 1) * 100 + 1 + (index % PEOPLE_A_STORE)),
    // the index in the name's place keeps two salespeople from sharing one
    name: `${LAST_NAMES[(index * 37) % LAST_NAMES.length]}, ${pick(FIRST_NAMES, next)}`,
  };
}

export function termsOf(type, soldOn, next) {
  if (type === 'Cash')
    return { term: '', first: '', leaseEnd: '', payment: '', financed: '', apr: '', lender: '' };
  const term = type === 'Lease' ? pick([24, 36, 36, 39], next) : pick([48, 60, 60, 72], next);
  const financed = 14_000 + Math.floor(next() * 3_000_000) / 100;
  const first = soldOn + 30 + Math.floor(next() * 15);
  return {
    term: String(term),
    first: dayText(first),
    leaseEnd: type === 'Lease' ? dayText(soldOn + Math.round(term * 30.44)) : '',
    payment: (financed / term + 40).toFixed(2),
    financed: financed.toFixed(2),
    apr: (2 + Math.floor(next() * 700) / 100).toFixed(2),
    lender: pick(LENDERS, next),
  };
}

export const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Lines of the export, in the order of the sale days: first the `count` of ten years, then those of the month after. */
function* dealLines(count) {
  const people = Math.max(4, Math.round(count / SALES_A_PERSON));
  const customers = new Array(Math.ceil(people / PEOPLE_A_STORE)).fill(0);
  const salespeople = Array.from({ length: people }, (_, i) => salespersonOf(i));
  const modelYears = [];
  for (let i = 0; i < count + MONTH_ROWS; i++) {
    const next = numbers(seedOf(1, i));
    const soldOn =
      i < count
        ? LAST_DAY - DAYS + 1 + Math.floor((i / count) * DAYS)
        : LAST_DAY + 1 + Math.floor(((i - count) / MONTH_ROWS) * 20);
    const seller = Math.floor(next() * people);
    const store = Math.floor(seller / PEOPLE_A_STORE);
    const colleagues = Math.min(PEOPLE_A_STORE, people - store * PEOPLE_A_STORE);
    const helper =
      next() < SPLIT && colleagues > 1
        ? store * PEOPLE_A_STORE + (((seller + 1) % PEOPLE_A_STORE) % colleagues)
        : null;
    const isRepeat = next() < REPEAT && customers[store] > 0;
    const customer = customerOf(store, isRepeat ? Math.floor(next() * customers[store]) : customers[store]++);
    const isResold = next() < RESOLD && modelYears.length > 100;
    const vehicleIndex = isResold ? Math.floor(next() * modelYears.length * 0.8) : modelYears.length;
    const saleYear = 1970 + Math.floor(soldOn / 365.2425);
    const isNew = !isResold && next() < 0.55;
    if (!isResold) modelYears.push(isNew ? saleYear : saleYear - 1 - Math.floor(next() * 5));
    const vehicle = vehicleOf(vehicleIndex, modelYears[vehicleIndex]);
    const traded = next() < 0.35 ? vehicleOf(5_000_000 + i, saleYear - 4).vin : '';
    const type = pick(['Cash', 'Finance', 'Finance', 'Lease'], next);
    const terms = termsOf(type, soldOn, next);
    const remark = pick(REMARKS, next).replace(', ', next() < LINE_BREAK ? ',\n' : ', ');
    const first = salespeople[seller];
    const second = helper === null || helper === seller ? { code: '', name: '' } : salespeople[helper];
    yield [
      `Store ${digits(store + 1, 2)}`,
      String(100_000 + i),
      'Finalized',
      type,
      isNew ? 'New' : 'Used',
      dayText(soldOn),
      dayText(Math.min(soldOn + Math.floor(next() * 4), LAST_DAY + 21)),
      customer.number,
      customer.first,
      customer.last,
      customer.street,
      customer.city,
      customer.state,
      customer.zip,
      customer.home,
      customer.cell,
      customer.work,
      customer.email,
      customer.birthday,
      customer.doNotCall,
      vehicle.vin,
      `${isNew ? 'N' : 'U'}${digits(i, 7)}`,
      String(vehicle.year),
      vehicle.make,
      vehicle.model,
      vehicle.trim,
      String(isNew ? 5 + Math.floor(next() * 90) : 8_000 + Math.floor(next() * 80_000)),
      first.code,
      first.name,
      second.code,
      second.name,
      terms.term,
      terms.first,
      terms.leaseEnd,
      terms.payment,
      terms.financed,
      terms.apr,
      terms.lender,
      traded,
      remark,
    ];
  }
}

/** The day on which the bench asks for lists. */
const BENCH_DAY = Date.UTC(2026, 10, 21) / DAY_MS;
const [SERVICED, BOOKED] = [0.6, 0.01];
const REPAIR_ORDER_COLUMNS = [
  'RO Number',
  'Open Date',
  'Close Date',
  'VIN',
  'Customer Number',
  'Customer Name',
  'Odometer',
  'Store',
];
const APPOINTMENT_COLUMNS = [
  'Appointment Number',
  'Appointment Date',
  'Appointment Time',
  'VIN',
  'Customer Number',
  'Customer Name',
  'Store',
];
/** What both take of a deal. */
const ofDeal = (cells) => ({
  store: cells[0],
  soldOn: Date.parse(cells[5]) / DAY_MS,
  customer: cells[7],
  name: `${cells[8]} ${cells[9]}`,
  vin: cells[20],
});

function* repairOrderLines(count) {
  let i = 0;
  for (const cells of firstOf(dealLines(count), count)) {
    const next = numbers(seedOf(5, i++));
    const { store, soldOn, customer, name, vin } = ofDeal(cells);
    const opened = soldOn + 60 + Math.floor(next() * 500);
    if (next() >= SERVICED || opened > LAST_DAY) continue;
    const closed = opened + Math.floor(next() * 3);
    yield [
      String(500_000 + i),
      dayText(opened),
      dayText(closed),
      vin,
      customer,
      name,
      String(5_000 + (i % 60_000)),
      store,
    ];
  }
}

/** A third of them on the day itself, the others in the two weeks around it. */
function* appointmentLines(count) {
  let i = 0;
  for (const cells of firstOf(dealLines(count), count)) {
    const next = numbers(seedOf(6, i++));
    if (next() >= BOOKED) continue;
    const { store, customer, name, vin } = ofDeal(cells);
    const on = BENCH_DAY + (next() < 0.34 ? 0 : Math.floor(next() * 28) - 14);
    const time = `${digits(7 + Math.floor(next() * 10), 2)}:${pick(['00', '15', '30', '45'], next)}`;
    yield [String(700_000 + i), dayText(on), time, vin, customer, name, store];
  }
}

function* firstOf(lines, count) {
  for (let i = 0; i < count; i++) yield lines.next().value;
}

/** `10k` = 10,000 and `1m` = 1,000,000 deals. */
export const countOf = (size) =>
  Number.parseInt(size, 10) * ({ k: 1e3, m: 1e6 }[size.at(-1)?.toLowerCase()] ?? 1);

/** The files of a size; they are written when they are not there yet. */
export function exportOf(size) {
  const at = (name) => join(DATA, `${name}-${size}.csv`);
  const files = {
    whole: at('sales'),
    month: join(DATA, `sales-${size}-next-month.csv`),
    repairOrders: at('repair-orders'),
    appointments: at('appointments'),
  };
  if (Object.values(files).every((file) => existsSync(file))) return files;
  mkdirSync(DATA, { recursive: true });
  const count = countOf(size);
  const lines = dealLines(count);
  writeRows(files.whole, COLUMNS, firstOf(lines, count));
  writeRows(files.month, COLUMNS, lines);
  writeRows(files.repairOrders, REPAIR_ORDER_COLUMNS, repairOrderLines(count));
  writeRows(files.appointments, APPOINTMENT_COLUMNS, appointmentLines(count));
  return files;
}

function writeRows(path, columns, rows) {
  const file = openSync(`${path}.part`, 'w');
  const asLine = (cells) => `${cells.map(cell).join(',')}\n`;
  let chunk = asLine(columns);
  for (const cells of rows) {
    chunk += asLine(cells);
    if (chunk.length > 1 << 20) {
      writeSync(file, chunk);
      chunk = '';
    }
  }
  writeSync(file, chunk);
  closeSync(file);
  renameSync(`${path}.part`, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const size of process.argv.slice(2)) console.log(exportOf(size).whole);
}
