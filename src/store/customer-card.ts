/** Everything on file about one customer that a call list has no room for. */

import { type Customer, customerName, type Phone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import type { Sale, Vehicle } from '../domain/sale.ts';
import type { Store } from './engine/store.ts';
import { phonesOf } from './phones-of.ts';
import { sharingPhones } from './sharing-phones.ts';

export interface WrongPhone extends Phone {
  /** since when it is known to be somebody else's */
  readonly wrong_since: Day;
}

/** A sale as a card shows it. */
export interface CardDeal
  extends Pick<
    Sale,
    | 'store'
    | 'deal_number'
    | 'status'
    | 'sold_on'
    | 'delivered_on'
    | 'deal_type'
    | 'condition'
    | 'vehicle'
    | 'term_months'
    | 'lease_end_on'
    | 'lease_end_estimated'
    | 'loan_end_on'
    | 'loan_end_estimated'
    | 'lender'
  > {
  readonly sale_id: number;
  readonly plate: string | null;
  readonly salespeople: readonly string[];
  readonly serviced_on: Day | null;
}

export interface HouseholdMember {
  readonly id: number;
  readonly name: string;
  readonly relation: 'co-buyer' | 'same number';
}

export interface CustomerCard extends Omit<Customer, 'phones' | 'do_not'> {
  readonly wrong_phones: readonly WrongPhone[];
  readonly email_bad_since: Day | null;
  readonly address_bad_since: Day | null;
  /** newest first */
  readonly deals: readonly CardDeal[];
  /** who signed a deal with them, and who has their family name and one of their numbers */
  readonly household: readonly HouseholdMember[];
  /** the least recently used first */
  readonly facts: readonly { readonly id: number; readonly text: string; readonly told_on: Day }[];
}

interface Row {
  readonly id: number;
  readonly dms_number: string | null;
  readonly kind: 'person' | 'business';
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
  readonly home_phone: string | null;
  readonly cell_phone: string | null;
  readonly work_phone: string | null;
  readonly other_phone: string | null;
  readonly extensions: string | null;
  readonly email: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postal_code: string | null;
  readonly country: string | null;
  readonly birthday: Day | null;
}

/** @param day up to which service visits count */
export function customerCard(db: Store, id: number, day: Day): CustomerCard {
  const row = db.prepare<[number], Row>('SELECT * FROM customer WHERE id = ?').get(id);
  if (row === undefined) throw new Error(`customer ${id} is missing`);
  const bad = new Map(
    db
      .prepare<[number], [string, Day]>('SELECT value, since_on FROM bad_contact WHERE customer_id = ?')
      .raw()
      .all(id),
  );
  const { dms_number, kind, first_name, last_name, business_name, email, birthday } = row;
  const { street, city, region, postal_code, country } = row;
  return {
    id,
    dms_number,
    kind,
    first_name,
    last_name,
    business_name,
    wrong_phones: phonesOf(row).flatMap((phone) => {
      const wrong_since = bad.get(phone.e164);
      return wrong_since === undefined ? [] : { ...phone, wrong_since };
    }),
    email,
    email_bad_since: bad.get(email ?? '') ?? null,
    address: { street, city, region, postal_code, country },
    address_bad_since: bad.get(street ?? '') ?? null,
    birthday,
    deals: dealsOf(db, id, day),
    household: householdOf(db, id, last_name),
    facts: factsOf(db, id),
  };
}

const DEALS = `SELECT s.id AS sale_id, s.store, s.deal_number, s.status, s.sold_on, s.delivered_on, s.deal_type, s.condition,
  v.vin, v.year, v.make, v.model, v.trim, s.stock_number, v.plate, s.term_months, s.lease_end_on, s.lease_end_estimated,
  s.loan_end_on, s.loan_end_estimated, s.lender,
  (SELECT json_group_array(name) FROM (SELECT p.name FROM sale_salesperson c JOIN salesperson p ON p.id = c.salesperson_id
    WHERE c.sale_id = s.id ORDER BY c.position)) AS salespeople,
  (SELECT max(o.closed_on) FROM repair_order o WHERE o.vehicle_id = v.id AND v.vin IS NOT NULL AND o.closed_on <= :day) AS serviced_on
  FROM sale s JOIN vehicle v ON v.id = s.vehicle_id WHERE s.customer_id = :id ORDER BY s.sold_on DESC, s.id DESC`;
type DealRow = Omit<CardDeal, 'vehicle' | 'salespeople' | 'lease_end_estimated' | 'loan_end_estimated'> &
  Vehicle & {
    readonly salespeople: string;
    readonly lease_end_estimated: number;
    readonly loan_end_estimated: number;
  };

const dealsOf = (db: Store, id: number, day: Day): CardDeal[] =>
  db
    .prepare<{ id: number; day: Day }, DealRow>(DEALS)
    .all({ id, day })
    .map(({ vin, year, make, model, trim, stock_number, salespeople, ...deal }) => ({
      ...deal,
      lease_end_estimated: deal.lease_end_estimated === 1,
      loan_end_estimated: deal.loan_end_estimated === 1,
      vehicle: { vin, year, make, model, trim, stock_number },
      salespeople: JSON.parse(salespeople) as string[],
    }));

function householdOf(db: Store, id: number, lastName: string | null): HouseholdMember[] {
  const coBuyers = coBuyersOf(db, id);
  const others = sharingPhones(db, id)
    .filter((one) => lastName !== null && one.last_name?.toLowerCase() === lastName.toLowerCase())
    .filter((one) => !coBuyers.some((known) => known.id === one.id));
  return [
    ...coBuyers,
    ...others.map((one) => ({ id: one.id, name: customerName(one), relation: 'same number' as const })),
  ];
}

/** People who signed a deal together, whichever of them is asked for. */
const coBuyersOf = (db: Store, id: number): HouseholdMember[] =>
  db
    .prepare<{ id: number }, { id: number; name: string }>(
      `SELECT DISTINCT c.id, coalesce(c.business_name, trim(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, ''))) AS name
       FROM customer c WHERE c.id <> :id AND c.id IN (SELECT co_buyer_id FROM sale WHERE customer_id = :id AND co_buyer_id IS NOT NULL
         UNION SELECT customer_id FROM sale WHERE co_buyer_id = :id) ORDER BY c.id`,
    )
    .all({ id })
    .map(({ id: other, name }) => ({ id: other, name, relation: 'co-buyer' }));

const factsOf = (db: Store, id: number): { id: number; text: string; told_on: Day }[] =>
  db
    .prepare<[number], { id: number; text: string; told_on: Day }>(
      "SELECT id, text, told_on FROM personal_fact WHERE customer_id = ? ORDER BY coalesce(used_on, ''), id",
    )
    .all(id);
