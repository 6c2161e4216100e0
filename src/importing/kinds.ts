/** Which kinds of file a set of columns can make, and what a kind misses. */

import { type Field, type Kind, STOCK_FIELDS, VEHICLE_FIELDS } from './fields.ts';
import type { SaleSigns } from './sale-signs.ts';

type Columns = ReadonlyMap<Field, readonly number[]>;

const NEEDED: Readonly<Record<Kind, readonly { readonly what: string; readonly anyOf: readonly Field[] }[]>> =
  {
    sales: [
      { what: 'deal number, VIN or stock number', anyOf: ['deal_number', 'vin', 'stock_number'] },
      { what: 'customer name', anyOf: ['full_name', 'last_name', 'company'] },
      { what: 'sale date', anyOf: ['sold_on'] },
    ],
    'repair-orders': [
      { what: 'repair order number', anyOf: ['repair_order_number'] },
      { what: 'open or close date', anyOf: ['closed_on', 'opened_on'] },
      { what: 'VIN or customer', anyOf: ['vin', 'full_name', 'last_name', 'company', 'customer_number'] },
    ],
    appointments: [
      { what: 'appointment number', anyOf: ['appointment_number'] },
      { what: 'appointment date', anyOf: ['appointment_on'] },
    ],
    inventory: [
      { what: 'stock number', anyOf: ['stock_number'] },
      { what: 'make or model', anyOf: ['make', 'model', 'vehicle'] },
    ],
  };

/** In words, what the kind needs and these columns do not give. */
export const missingFields = (kind: Kind, columns: Columns): string[] =>
  NEEDED[kind].filter(({ anyOf }) => !anyOf.some((field) => columns.has(field))).map(({ what }) => what);

/** What the kind needs and these columns do not give, each with a field that has it. */
export const neededFields = (
  kind: Kind,
  columns: Columns,
): { readonly what: string; readonly field: Field }[] =>
  NEEDED[kind]
    .filter(({ anyOf }) => !anyOf.some((field) => columns.has(field)))
    .flatMap(({ what, anyOf: [field] }) => (field === undefined ? [] : [{ what, field }]));

/** All that is asked of a car in the lot; whatever else a list of them has is about something else. */
const OF_STOCK: ReadonlySet<Field> = new Set<Field>([
  ...VEHICLE_FIELDS,
  ...STOCK_FIELDS,
  'store',
  'area',
  'condition',
]);

/** Dates that mean one thing in a sales file and another in the workshop's. */
export function forKind(kind: Kind, columns: Columns): Map<Field, readonly number[]> {
  if (kind === 'inventory') return new Map([...columns].filter(([field]) => OF_STOCK.has(field)));
  const own = new Map(columns);
  own.delete('price');
  const lend = (from: Field, to: Field): void => {
    const found = own.get(from);
    if (found && !own.has(to)) {
      own.set(to, found);
      own.delete(from);
    }
  };
  if (kind === 'sales') {
    lend('closed_on', 'sold_on');
    lend('odometer_out', 'odometer');
    if (!own.has('sold_on') && own.has('delivered_on')) own.set('sold_on', own.get('delivered_on') ?? []);
  }
  if (kind === 'repair-orders') lend('sold_on', 'closed_on');
  if (kind === 'appointments') {
    lend('sold_on', 'appointment_on');
    lend('repair_order_number', 'appointment_number');
  }
  return own;
}

/**
 * The kinds these columns make up; several = a person must say.
 * @param signs what the header says for and against sales
 */
export function kindsThatFit(columns: Columns, wanted: Kind | undefined, signs: SaleSigns): Kind[] {
  const fits = (kind: Kind): boolean => missingFields(kind, forKind(kind, columns)).length === 0;
  if (wanted) return fits(wanted) ? [wanted] : [];
  if (columns.has('appointment_on') && columns.has('appointment_number') && !columns.has('closed_on'))
    return ['appointments'];
  const sales = fits('sales') && signs.doubt === null;
  if (columns.has('repair_order_number') && fits('repair-orders')) {
    // a repair order number beside a deal and a sale day is only a remark on the deal
    const sale = sales && columns.has('deal_number') && columns.has('sold_on');
    const visit = !signs.dayNamed || VISIT.some((field) => columns.has(field));
    if (sale && visit) return ['sales', 'repair-orders'];
    return [sale ? 'sales' : 'repair-orders'];
  }
  if (sales) return ['sales'];
  return fits('inventory') && !signs.dayNamed && !DEALT_WITH.some((field) => columns.has(field))
    ? ['inventory']
    : [];
}

/** Where one of these is named somebody bought the car, or brought it in. */
const DEALT_WITH: readonly Field[] = [
  'customer_number',
  'full_name',
  'first_name',
  'last_name',
  'company',
  'home_phone',
  'cell_phone',
  'work_phone',
  'email',
  'birthday',
  'deal_number',
  'delivered_on',
  'salesperson_1_name',
  'salesperson_1_code',
  'amount_financed',
  'repair_order_number',
  'appointment_number',
];

const VISIT: readonly Field[] = ['advisor', 'op_codes', 'pay_types', 'opened_on'];
const BOOKING: readonly Field[] = [
  'appointment_on',
  'appointment_number',
  'appointment_time',
  'waiting',
  'transport',
];

/** The kind to speak of when none fits. */
export function nearestKind(columns: Columns, { doubt }: SaleSigns): Kind {
  const has = (fields: readonly Field[]): boolean => fields.some((field) => columns.has(field));
  if (
    doubt === null &&
    missingFields('sales', forKind('sales', columns)).length <= 1 &&
    columns.has('sold_on')
  )
    return 'sales';
  if (has(BOOKING)) return 'appointments';
  return has(VISIT) || columns.has('repair_order_number') ? 'repair-orders' : 'sales';
}
