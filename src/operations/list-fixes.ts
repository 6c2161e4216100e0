/** Customers who cannot be reached as they stand, per salesperson, with how many can. */

import { customerName } from '../domain/customer.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import type { OwnerFixes } from '../render/fixes-as-text.ts';
import { CallDetails } from '../store/call-details.ts';
import { callFacts, salespeopleById } from '../store/call-facts.ts';
import { ownershipFacts } from '../store/ownership-facts.ts';
import { buyers, lastCustomerId, type Reach, reachOf } from '../store/reachability.ts';
import { ownerOf } from '../touches/owner.ts';
import { salesInForce } from '../touches/sales-in-force.ts';
import { permissionsFor } from './call-permissions.ts';
import { isInScope, type Scope } from './scope.ts';
import type { Session } from './session.ts';

/** Customers looked through at a time. */
const AT_ONCE = 500;

/** What is found of one owner's customers. */
interface Found {
  /** ids of those with something to put right */
  readonly people: number[];
  customers: number;
  phone: number;
  email: number;
  either: number;
}

/** By the salesperson's name, the house last; each list is put together when it is asked for. */
export function* listFixes(session: Session, scope: Scope): Generator<OwnerFixes> {
  const { store: db } = session;
  const salespeople = salespeopleById(db);
  const details = new CallDetails(db);
  const lists = found(session, scope, salespeople);
  for (const [ownerId, { people, customers, phone, email, either }] of inOrder(lists, salespeople)) {
    const owner = salespeople.get(ownerId ?? -1) ?? null;
    const names = details.customers(people);
    const permissions = permissionsFor(session, people);
    yield {
      salesperson: owner && { code: owner.code, name: owner.name },
      reachability: { customers, with_phone: phone, with_email: email, with_either: either },
      // asked again: whoever reads slowly may be told of what was put right meanwhile
      fixes: reachOf(db, people)
        .filter(isToFix)
        .map((reach) => {
          const customer = names.get(reach.id);
          return {
            customer: { id: reach.id, name: customer ? customerName(customer) : '' },
            phones: permissions.get(reach.id)?.phones ?? [],
            email: reach.email,
            wrong: reach.fixes,
          };
        }),
    };
  }
}

const isToFix = ({ fixes, doNotCall }: Reach): boolean => fixes.length > 0 && !doNotCall;

/** By the owner's id, null = the house. */
function found(
  { store: db, day }: Session,
  scope: Scope,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): Map<number | null, Found> {
  const lists = new Map<number | null, Found>();
  // whose they are stands in columns for the whole store, and customer by customer for a few
  const known = scope.of === 'one' ? callFacts(db, buyers(db, scope.salespersonId)) : ownershipFacts(db, day);
  const owners = new Int32Array(lastCustomerId(db) + 1).fill(NOT_ASKED);
  for (const facts of known) {
    if (salesInForce(facts.sales, day).length === 0) continue;
    const ownerId = ownerOf(facts, salespeople, day);
    if (isInScope(scope, ownerId)) owners[facts.id] = ownerId ?? HOUSE;
  }
  for (const ids of inBatches(owners)) {
    for (const reach of reachOf(db, ids)) {
      const ownerId = owners[reach.id] || null;
      const list = lists.get(ownerId) ?? { people: [], customers: 0, phone: 0, email: 0, either: 0 };
      lists.set(ownerId, list);
      list.customers += 1;
      list.phone += Number(reach.hasPhone);
      list.email += Number(reach.hasEmail);
      list.either += Number(reach.hasPhone || reach.hasEmail);
      if (isToFix(reach)) list.people.push(reach.id);
    }
  }
  return lists;
}

/** Among the ids of salespeople, which begin at 1. */
const HOUSE = 0;
const NOT_ASKED = -1;

/** The ids of all who are asked for, ascending. @param owners by customer id */
function* inBatches(owners: Int32Array): Generator<number[]> {
  let batch: number[] = [];
  for (let id = 0; id < owners.length; id += 1) {
    if (owners[id] !== NOT_ASKED) batch.push(id);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function inOrder(
  lists: ReadonlyMap<number | null, Found>,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): [ownerId: number | null, list: Found][] {
  // the house last
  const nameOf = (id: number | null): string => salespeople.get(id ?? -1)?.name ?? '\uffff';
  return [...lists].sort(([a], [b]) => nameOf(a).localeCompare(nameOf(b), 'en'));
}
