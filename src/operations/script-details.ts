/** The details that the script of a call may name. */

import { customerName } from '../domain/customer.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import { vehicleName } from '../domain/sale.ts';
import { aboutInWords } from '../render/call-in-words.ts';
import { dayInFull, dayInLetter } from '../render/day-text.ts';
import type { CustomerDetails, SaleDetails } from '../store/call-details.ts';
import type { DueReason } from '../touches/due-touches.ts';
import type { FormerOwner } from '../touches/former-owner.ts';
import type { ScriptValues } from '../touches/script.ts';

/** On whose list the call stands, and of which day. */
export interface ScriptOfList {
  readonly day: Day;
  readonly owner: SalespersonFacts | null;
  readonly storeName: string | null;
  /** the store's: how days are said */
  readonly country: string;
}

const DAYS_A_MONTH = 30.44;

/** The details a script may name, each worked out when one names it: most name two or three. */
export class ScriptDetails implements ScriptValues {
  readonly #list: ScriptOfList;
  readonly #customer: CustomerDetails;
  readonly #sale: SaleDetails | null;
  readonly #reason: DueReason;
  readonly #former: FormerOwner | null;

  constructor(
    list: ScriptOfList,
    customer: CustomerDetails,
    sale: SaleDetails | null,
    reason: DueReason,
    former: FormerOwner | null,
  ) {
    this.#list = list;
    this.#customer = customer;
    this.#sale = sale;
    this.#reason = reason;
    this.#former = former;
  }

  get first_name() {
    return this.#customer.first_name?.split(' ')[0] ?? null;
  }
  get customer() {
    return customerName(this.#customer);
  }
  get salesperson() {
    return this.#list.owner?.name ?? null;
  }
  get store() {
    return this.#list.storeName;
  }
  get vehicle() {
    return nameOfVehicle(this.#sale);
  }
  get year() {
    return this.#sale?.vehicle.year ?? null;
  }
  get make() {
    return this.#sale?.vehicle.make ?? null;
  }
  get model() {
    return this.#sale?.vehicle.model ?? null;
  }
  get sold_on() {
    return this.#inFull(this.#sale?.sold_on);
  }
  get months_owned() {
    if (this.#sale === null) return null;
    return Math.max(0, Math.round(daysBetween(this.#sale.anchor_on, this.#list.day) / DAYS_A_MONTH));
  }
  get years_owned() {
    return this.months_owned === null ? null : Math.round(this.months_owned / 12);
  }
  get number() {
    return this.#reason.number;
  }
  get due_on() {
    return dayInFull(this.#reason.dueOn, this.#list.country);
  }
  get lease_end_on() {
    return this.#end(this.#sale?.lease_end_on, this.#sale?.lease_end_estimated);
  }
  get loan_end_on() {
    return this.#end(this.#sale?.loan_end_on, this.#sale?.loan_end_estimated);
  }
  get service_on() {
    return this.#inFull(this.#sale?.serviced_on);
  }
  get booked_on() {
    return this.#inFull(this.#reason.bookedOn);
  }
  get former_owner() {
    return this.#former?.salesperson.name ?? null;
  }

  #inFull(day: Day | null | undefined): string | null {
    return day ? dayInFull(day, this.#list.country) : null;
  }

  /** A day that is only estimated has no weekday that could be said. */
  #end(day: Day | null | undefined, estimated = false): string | null {
    if (!estimated || !day) return this.#inFull(day);
    return aboutInWords(dayInLetter(day, this.#list.country), estimated);
  }
}

export const nameOfVehicle = (sale: SaleDetails | null): string | null =>
  sale === null ? null : vehicleName(sale.vehicle) || null;
