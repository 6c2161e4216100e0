/** The meaning of due a second time, slow and straight from its words, to hold the real one against. */

import type { Contact } from '../../src/domain/contact.ts';
import { addDays, addMonths, addOffset, type Day } from '../../src/domain/day.ts';
import type { CustomerFacts, SaleFacts, SalespersonFacts } from '../../src/domain/facts.ts';
import type { Plan, Touch } from '../../src/domain/plan.ts';

export interface NaiveOccurrence {
  touch: string;
  kind: string;
  saleId: number | null;
  anchorOn: Day | null;
  number: number;
  dueOn: Day;
  opensOn: Day;
  closesOn: Day | null;
}

const SETTLING = ['talked', 'appointment', 'sold', 'greeted', 'not-interested'];
const ATTEMPTS = ['no-answer', 'voicemail', 'busy'];

function inForce(sale: SaleFacts, day: Day): boolean {
  if (sale.status !== 'sold') return false;
  if (sale.soldOn > day) return false;
  if (sale.goneOn !== null && sale.goneOn <= day) return false;
  return true;
}

function anchors(touch: Touch, sale: SaleFacts, birthday: Day | null, day: Day): (Day | null)[] {
  const closed = sale.servicedOn.filter((on) => on <= day);
  if (touch.from === 'sale') return [sale.anchorOn];
  if (touch.from === 'lease-end') return [sale.leaseEndOn];
  if (touch.from === 'loan-end') return [sale.loanEndOn];
  if (touch.from === 'birthday') return [birthday];
  if (touch.from === 'last-service') return closed.length > 0 ? closed.slice(-1) : [sale.anchorOn];
  if (touch.from === 'repair-order') return closed;
  return [...sale.appointmentsOn];
}

const fits = (touch: Touch, sale: SaleFacts): boolean =>
  (touch.dealTypes ?? [sale.dealType]).some((type) => type === sale.dealType) &&
  (touch.conditions ?? [sale.condition]).some((condition) => condition === sale.condition);

function isOff(touch: Touch, sale: SaleFacts, facts: CustomerFacts, day: Day): boolean {
  for (const off of facts.turnOffs) {
    if (off.on > day) continue;
    if (off.touch !== null && off.touch !== touch.id) continue;
    if (off.saleId !== null && (off.saleId !== sale.id || touch.from === 'birthday')) continue;
    const bought = facts.sales.filter(({ status, soldOn }) => status === 'sold' && soldOn <= day);
    if (off.saleId === null && bought.some(({ soldOn }) => soldOn > off.on)) continue;
    return true;
  }
  return false;
}

/** Every open occurrence, the ones that do not count included. */
export function naiveOpen(plan: Plan, facts: CustomerFacts, day: Day): NaiveOccurrence[] {
  const open: NaiveOccurrence[] = [];
  for (const touch of plan.touches) {
    let sales = facts.sales.filter(
      (sale) => inForce(sale, day) && fits(touch, sale) && !isOff(touch, sale, facts, day),
    );
    if (touch.from === 'birthday') {
      sales = [...sales].sort((a, b) => a.soldOn.localeCompare(b.soldOn) || a.id - b.id).slice(-1);
    }
    for (const sale of sales) {
      for (const anchorOn of anchors(touch, sale, facts.birthday, day)) {
        if (anchorOn === null) continue;
        const dues = touch.at.map((at) => addOffset(anchorOn, at));
        if (touch.every !== null) {
          const { count, unit } = touch.every;
          for (let k = 1; k === 1 || (dues.at(-1) ?? day) <= addDays(day, 60); k++) {
            dues.push(addOffset(anchorOn, { count: k * count, unit }));
          }
        }
        dues.forEach((dueOn, index) => {
          const opensOn = addDays(dueOn, -touch.opensDays);
          const closesOn = addDays(dueOn, touch.closesDays);
          if (day < opensOn || day > closesOn) return;
          const { id, kind } = touch;
          open.push({
            touch: id,
            kind,
            saleId: sale.id,
            anchorOn,
            number: index + 1,
            dueOn,
            opensOn,
            closesOn,
          });
        });
      }
    }
  }
  return open;
}

function onlyTheLatest(open: NaiveOccurrence[]): NaiveOccurrence[] {
  const isLater = (a: NaiveOccurrence, b: NaiveOccurrence): boolean =>
    a.dueOn > b.dueOn || (a.dueOn === b.dueOn && a.number > b.number);
  const counting: NaiveOccurrence[] = [];
  for (const one of open) {
    const rivals = open.filter((other) => other.touch === one.touch && other.saleId === one.saleId);
    const same = counting.some(
      (other) => other.touch === one.touch && other.saleId === one.saleId && other.dueOn === one.dueOn,
    );
    if (!rivals.some((rival) => isLater(rival, one)) && !same) counting.push(one);
  }
  return counting;
}

function isOver({ opensOn }: NaiveOccurrence, contacts: readonly Contact[], tries: number): boolean {
  const since = contacts.filter(({ on }) => on >= opensOn);
  return (
    since.some(({ outcome }) => SETTLING.includes(outcome)) ||
    since.filter(({ outcome }) => ATTEMPTS.includes(outcome)).length >= tries
  );
}

export function naiveDue(plan: Plan, facts: CustomerFacts, day: Day) {
  const contacts = facts.contacts.filter(({ on }) => on <= day);
  const promised = contacts
    .flatMap(({ nextOn }) => (nextOn !== null && nextOn <= day ? [nextOn] : []))
    .map(
      (on): NaiveOccurrence => ({
        touch: 'promise',
        kind: 'care',
        saleId: null,
        anchorOn: null,
        number: 1,
        dueOn: on,
        opensOn: on,
        closesOn: null,
      }),
    )
    .filter((promise) => !isOver(promise, contacts, plan.tries))
    .sort((a, b) => b.dueOn.localeCompare(a.dueOn))
    .slice(0, 1);
  const standing = [
    ...promised,
    ...onlyTheLatest(naiveOpen(plan, facts, day)).filter((one) => !isOver(one, contacts, plan.tries)),
  ];

  const putOff = contacts.some(({ nextOn }) => nextOn !== null && nextOn > day);
  const hidden = standing.some(({ opensOn }) =>
    contacts.some(({ on, outcome }) => {
      if (!ATTEMPTS.includes(outcome) || on < opensOn) return false;
      return day < addDays(on, plan.retryDays[outcome as 'busy']);
    }),
  );
  const rests = contacts.some(
    ({ on, outcome }) => SETTLING.includes(outcome) && day < addDays(on, plan.restDays),
  );
  const why = (one: NaiveOccurrence): string | null => {
    if (facts.doNotCall || facts.refused || facts.registered) return 'do-not-contact';
    if (putOff) return 'snoozed';
    if (hidden) return 'retry-later';
    if (rests && one.touch !== 'promise') return 'resting';
    const others = facts.sales.filter(({ id, status }) => id !== one.saleId && status === 'sold');
    const lately = others.some(({ soldOn }) => soldOn <= day && soldOn > addMonths(day, -12));
    if (one.kind === 'sell' && lately) return 'recent-buyer';
    if (!facts.reachable) return 'no-way-to-reach';
    return null;
  };
  return {
    reasons: standing.filter((one) => why(one) === null),
    withheld: standing.flatMap((one) => {
      const reason = why(one);
      return reason === null ? [] : [`${one.touch} ${reason}`];
    }),
  };
}

export function naiveOwner(
  facts: CustomerFacts,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
  givenTo: number | null,
): number | null {
  const here = (id: number): boolean => {
    const leftOn = salespeople.get(id)?.leftOn;
    return leftOn === null || (leftOn !== undefined && leftOn > day);
  };
  if (givenTo !== null && here(givenTo)) return givenTo;
  const sales = facts.sales
    .filter((sale) => inForce(sale, day))
    .sort((a, b) => a.soldOn.localeCompare(b.soldOn) || a.id - b.id);
  for (const id of sales.at(-1)?.credits ?? []) if (here(id)) return id;
  return null;
}
