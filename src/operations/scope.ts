/** Whose customers a command is about: --for somebody, --all, else the acting salesperson's, else everybody's. */

import type { Context } from '../cli/context.ts';
import { usageFault } from '../domain/fault.ts';
import { findSalesperson } from '../store/salespeople.ts';

export interface ScopeFlags {
  /** name or code, or `house` */
  readonly for?: string;
  readonly all?: boolean;
}

/** One salesperson's, the house's, or everybody's. */
export type Scope =
  | { readonly of: 'all' }
  | { readonly of: 'house' }
  | { readonly of: 'one'; readonly salespersonId: number };

/** @throws Fault `usage`, `unknown-salesperson`, `several-salespeople` */
export function scopeOf(context: Context, flags: ScopeFlags): Scope {
  if (flags.for !== undefined && flags.all)
    throw usageFault('usage', '--for and --all exclude each other', 'give one of them');
  if (flags.for !== undefined) {
    if (flags.for.toLowerCase() === 'house') return { of: 'house' };
    return { of: 'one', salespersonId: findSalesperson(context.existingStore, flags.for).id };
  }
  // a manager acts, who has no list of their own
  const person =
    flags.all || context.namedActor === null ? null : context.salespersonActing(context.existingStore);
  return person === null ? { of: 'all' } : { of: 'one', salespersonId: person.id };
}
