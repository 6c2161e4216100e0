/** The people and businesses we have sold to. */

import type { Day } from './day.ts';

export type PhoneKind = 'home' | 'cell' | 'work';

export interface Phone {
  /** null when the export did not say */
  readonly kind: PhoneKind | null;
  /** E.164, `+16145550101` */
  readonly e164: string;
  readonly extension: string | null;
}

declare const callable: unique symbol;

/** A number that may be called on the day asked for: no wish and no registry stands against it. Lists show no others. */
export interface CallablePhone extends Phone {
  readonly [callable]: true;
}

/** A number on file that may not be called: what is told of it is its kind and its end, and why. */
export interface WithheldPhone {
  readonly kind: PhoneKind | null;
  /** the last two digits */
  readonly ends_in: string;
  readonly why: 'wish' | 'registry';
  /** who asked not to be called and has this number; null where it is their own wish, or the registry */
  readonly through: { readonly id: number; readonly name: string } | null;
}

export interface Address {
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postal_code: string | null;
  /** ISO 3166, two letters */
  readonly country: string | null;
}

/** What a customer asked us not to do; true = blocked. */
export interface DoNot {
  readonly call: boolean;
  readonly text: boolean;
  readonly email: boolean;
  readonly mail: boolean;
}

export const BLOCKED_CHANNELS = ['call', 'text', 'email', 'mail'] as const satisfies readonly (keyof DoNot)[];
export type BlockedChannel = (typeof BLOCKED_CHANNELS)[number];

/** A number on file as it is exported. */
export interface PhoneOnFile extends Phone {
  /** a wish not to be called stands against it, of this customer or of anybody else who has it */
  readonly blocked: boolean;
}

/** A customer as it is exported. */
export interface Customer {
  readonly id: number;
  readonly dms_number: string | null;
  readonly kind: 'person' | 'business';
  /** given name and middle names or initials */
  readonly first_name: string | null;
  /** family name and suffix (`Whitcombe Jr`) */
  readonly last_name: string | null;
  readonly business_name: string | null;
  readonly phones: readonly PhoneOnFile[];
  readonly email: string | null;
  readonly address: Address;
  readonly birthday: Day | null;
  readonly do_not: DoNot;
}

/** `Ann Lee`, or the business name. */
export function customerName(customer: {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly business_name: string | null;
}): string {
  return customer.business_name ?? [customer.first_name, customer.last_name].filter(Boolean).join(' ');
}
