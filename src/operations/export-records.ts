/** Everything the store knows, record by record, as it is exported. */

import type { Day } from '../domain/day.ts';
import { factsReader, salespeopleById } from '../store/call-facts.ts';
import { known } from '../store/engine/rows.ts';
import type { Store } from '../store/engine/store.ts';
import { type CustomerWithOwner, exportCustomers } from '../store/export-customers.ts';
import {
  exportBlocks,
  exportContacts,
  exportNotes,
  exportRepairOrders,
  exportSalespeople,
  exportTurnOffs,
} from '../store/export-records.ts';
import { exportSales } from '../store/export-sales.ts';
import { type ExportSize, sizeOfTable } from '../store/export-size.ts';
import { stockOnFile } from '../store/stock.ts';
import { explainOwner } from '../touches/owner.ts';
import { appointmentRecords } from './appointment-records.ts';
import { deliveryRecords } from './first-services.ts';
import { ownerRecords } from './owner-records.ts';
import { promiseRecords } from './promise-records.ts';
import { caseRecords } from './recovery-cases.ts';
import type { Session } from './session.ts';
import { vehicleRecords } from './vehicle-records.ts';
import { wishRecords } from './wish-records.ts';

const RECORDS = {
  sales: ({ store }: Session) => exportSales(store),
  customers: ({ store, day }: Session) => customersWithOwner(store, day),
  vehicles: vehicleRecords,
  salespeople: ({ store, day }: Session) => exportSalespeople(store, day),
  owners: ownerRecords,
  contacts: ({ store }: Session) => exportContacts(store),
  'repair-orders': ({ store }: Session) => exportRepairOrders(store),
  appointments: appointmentRecords,
  deliveries: deliveryRecords,
  promises: promiseRecords,
  blocks: ({ store }: Session) => exportBlocks(store),
  notes: ({ store }: Session) => exportNotes(store),
  'turn-offs': ({ store }: Session) => exportTurnOffs(store),
  wishes: wishRecords,
  cases: caseRecords,
  stock: ({ store }: Session) => stockOnFile(store),
} satisfies Record<string, (session: Session) => Iterable<object>>;

export type RecordKind = keyof typeof RECORDS;

export const RECORD_KINDS = Object.keys(RECORDS) as readonly RecordKind[];

export const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(RECORDS, kind);

/** Read as they are asked for: an export of a million needs no more memory than one of ten. */
export const exportRecords = (session: Session, kind: RecordKind): Iterable<object> => RECORDS[kind](session);

/** How much it holds, before it is made. */
export function sizeOfExport(session: Session, kind: RecordKind): ExportSize {
  if (!isWorkedOut(kind)) return sizeOfTable(session.store, TABLE_OF[kind]);
  let rows = 0;
  let first: number | null = null;
  let namesSeveral = false;
  for (const id of customersIn(session, kind)) {
    rows += 1;
    first ??= id;
    namesSeveral ||= id !== first;
  }
  return { rows, namesSeveral };
}

/** Records that are no rows of one table. */
const WORKED_OUT = ['promises', 'owners', 'wishes', 'cases'] as const satisfies readonly RecordKind[];
type WorkedOut = (typeof WORKED_OUT)[number];
const isWorkedOut = (kind: RecordKind): kind is WorkedOut => WORKED_OUT.some((one) => one === kind);

/** Of each record whose it is. */
function* customersIn(session: Session, kind: WorkedOut): Generator<number> {
  if (kind === 'cases') for (const { customer } of caseRecords(session)) yield customer.id;
  else for (const { customer_id } of RECORDS[kind](session)) yield customer_id;
}

const TABLE_OF = {
  sales: 'sale',
  customers: 'customer',
  vehicles: 'vehicle',
  salespeople: 'salesperson',
  contacts: 'contact',
  'repair-orders': 'repair_order',
  appointments: 'appointment',
  deliveries: 'sale',
  blocks: 'block',
  notes: 'personal_fact',
  'turn-offs': 'turn_off',
  stock: 'stock',
} as const satisfies Record<Exclude<RecordKind, WorkedOut>, string>;

/** @param day the day whose owner is meant */
function* customersWithOwner(db: Store, day: Day): Generator<CustomerWithOwner> {
  const salespeople = salespeopleById(db);
  const factsOf = factsReader(db);
  for (const customers of exportCustomers(db)) {
    const facts = factsOf(customers.map(({ id }) => id));
    const owners = new Map(facts.map((one) => [one.id, explainOwner(one, salespeople, day)]));
    for (const customer of customers) {
      const { ownerId, because } = known(owners, customer.id, 'owner of customer');
      const owner = salespeople.get(ownerId ?? -1);
      yield Object.assign(customer, {
        owner: owner ? { code: owner.code, name: owner.name } : null,
        owner_because: because,
      });
    }
  }
}
