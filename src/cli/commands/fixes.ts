/** `beback fixes`: customers who cannot be reached as they stand, per salesperson, and how many can. */

import { customerName } from '../../domain/customer.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { singleAddress } from '../../domain/mail-address.ts';
import { callingStore, permissionsFor } from '../../operations/call-permissions.ts';
import { type ScopeFlags, scopeOf } from '../../operations/scope.ts';
import { withheldPhones } from '../../operations/withheld-phones.ts';
import { fixesAsText, type OwnerFixes } from '../../render/fixes-as-text.ts';
import { phoneText, withheldPhoneInWords } from '../../render/phone-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { CallDetails } from '../../store/call-details.ts';
import { callFacts, salespeopleById } from '../../store/call-facts.ts';
import { known } from '../../store/engine/rows.ts';
import { findCustomer } from '../../store/find-customer.ts';
import { buyers, type Reach, reachOf } from '../../store/reachability.ts';
import { type Correction, recordCorrection } from '../../store/writing/record-correction.ts';
import { recordBounce } from '../../store/writing/record-wishes.ts';
import { ownerOf } from '../../touches/owner.ts';
import { salesInForce } from '../../touches/sales-in-force.ts';
import { readEmail } from '../../values/email.ts';
import { readPhone } from '../../values/phone.ts';
import type { Context } from '../context.ts';

/** Customers looked through at a time. */
const AT_ONCE = 500;

export function runFixes(context: Context, flags: ScopeFlags): number {
  const { existingStore: db, day, terminal, settings } = context;
  const scope = scopeOf(context, flags);
  const salespeople = salespeopleById(db);
  const lists = new Map<
    number | null,
    { people: Reach[]; customers: number; phone: number; email: number; either: number }
  >();
  const ids = buyers(db, scope.of === 'one' ? scope.salespersonId : null);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const asked = ids.slice(at, at + AT_ONCE);
    const reaches = new Map(reachOf(db, asked).map((reach) => [reach.id, reach]));
    for (const facts of callFacts(db, asked)) {
      if (salesInForce(facts.sales, day).length === 0) continue;
      const ownerId = ownerOf(facts, salespeople, day);
      if (scope.of !== 'all' && ownerId !== (scope.of === 'house' ? null : scope.salespersonId)) continue;
      const reach = reaches.get(facts.id);
      if (reach === undefined) continue;
      const list = lists.get(ownerId) ?? { people: [], customers: 0, phone: 0, email: 0, either: 0 };
      lists.set(ownerId, list);
      list.customers += 1;
      list.phone += Number(reach.hasPhone);
      list.email += Number(reach.hasEmail);
      list.either += Number(reach.hasPhone || reach.hasEmail);
      if (reach.fixes.length > 0 && !facts.doNotCall) list.people.push(reach);
    }
  }
  const details = new CallDetails(db);
  const owners = [...lists].map(([ownerId, { people, customers, phone, email, either }]): OwnerFixes => {
    const owner = ownerId === null ? null : (salespeople.get(ownerId) ?? null);
    const peopleIds = people.map(({ id }) => id);
    const names = details.customers(peopleIds);
    const permissions = permissionsFor(db, callingStore(settings), day, peopleIds);
    return {
      salesperson: owner && { code: owner.code, name: owner.name },
      reachability: { customers, with_phone: phone, with_email: email, with_either: either },
      fixes: people.map((reach) => {
        const customer = names.get(reach.id);
        return {
          customer: { id: reach.id, name: customer ? customerName(customer) : '' },
          phones: permissions.get(reach.id)?.phones ?? [],
          email: reach.email,
          wrong: reach.fixes,
        };
      }),
    };
  });
  owners.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
  if (context.json) context.printJson({ on: day, lists: owners });
  else
    terminal.print(
      fixesAsText(owners, {
        on: day,
        width: terminal.width,
        styles: terminal.styles,
        country: settings.store.country,
      }),
    );
  return EXIT.done;
}

/** The house last. */
const nameOf = ({ salesperson }: OwnerFixes): string => salesperson?.name ?? '\uffff';

export function runFixesBounced(context: Context, address: string, flags: { readonly why?: string }): number {
  // one that nobody can have, such as noreply@, is of the right shape all the same
  const value = readEmail(address).value ?? singleAddress(address.trim());
  if (value === null)
    throw usageFault(
      'bad-email',
      `"${address}" is not a valid e-mail address`,
      'write it as name@example.com: `beback fixes bounced ann@example.com`',
    );
  const why = flags.why?.trim() || 'bounced';
  const ids = recordBounce(context.store, context.acting, { address: value, on: context.day, why });
  if (context.json) context.printJson({ email: value, customers: ids });
  else
    context.tell(
      ids.length === 0
        ? `No customer has ${value}.\n`
        : `${value} is off the lists of ${ids.map((id) => `#${id}`).join(', ')}\n`,
    );
  return EXIT.done;
}

export interface CorrectionFlags {
  readonly phone?: string;
  readonly kind?: string;
  readonly email?: string;
}

export function runFixesSet(context: Context, wanted: string, flags: CorrectionFlags): number {
  const { store: db, day: on, settings, acting } = context;
  const changes = changesOf(flags, settings.store.country);
  const customerId = findCustomer(db, wanted);
  recordCorrection(db, acting, { customerId, on, ...changes });
  const customer = new CallDetails(db).customer(customerId);
  const { email } = customer;
  const name = customerName(customer);
  const allowed = known(permissionsFor(db, callingStore(settings), on, [customerId]), customerId, 'customer');
  const { phones, withheld } = allowed;
  if (context.json) context.printJson({ customer: { id: customerId, name, phones, email } });
  else {
    const ways = [
      ...phones.map((phone) => phoneText(phone, settings.store.country)),
      ...withheldPhones(db, customerId, withheld).map(withheldPhoneInWords),
    ];
    context.tell(
      `#${customerId} ${safeForTerminal(name)}: ${safeForTerminal([...ways, email ?? ''].filter(Boolean).join(', '))}\n`,
    );
  }
  return EXIT.done;
}

function changesOf(flags: CorrectionFlags, country: string): Pick<Correction, 'phone' | 'email'> {
  if (flags.phone === undefined && flags.email === undefined)
    throw usageFault('usage', 'nothing to put right was given', 'give --phone or --email');
  const kind = flags.kind ?? 'cell';
  if (kind !== 'cell' && kind !== 'home' && kind !== 'work')
    throw usageFault('usage', `--kind ${kind} is not known`, 'known: cell, home, work');
  const phone = flags.phone === undefined ? null : readPhone(flags.phone, country).value;
  if (flags.phone !== undefined && phone === null)
    throw usageFault(
      'bad-phone',
      `--phone ${flags.phone} is not a valid telephone number`,
      'write it with its area code',
    );
  const email = flags.email === undefined ? null : readEmail(flags.email).value;
  if (flags.email !== undefined && email === null && singleAddress(flags.email.trim()) !== null)
    throw usageFault('bad-email', `--email ${flags.email} reaches nobody`, "give the customer's own address");
  if (flags.email !== undefined && email === null)
    throw usageFault(
      'bad-email',
      `--email ${flags.email} is not a valid e-mail address`,
      'write it as name@example.com',
    );
  return { phone: phone === null ? null : { kind, e164: phone.e164 }, email };
}
