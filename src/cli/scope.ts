/** Whose customers a command is about: --for, --all, else those of whoever acts. */

import { usageFault } from '../domain/fault.ts';
import { findSalesperson } from '../store/salespeople.ts';
import type { Context } from './context.ts';
import type { Scope } from './day-lists.ts';

/** @throws Fault `usage` for both flags, `unknown-salesperson`, `several-salespeople` */
export function scopeOf(context: Context, options: { readonly for?: string; readonly all?: boolean }): Scope {
  if (options.for !== undefined && options.all)
    throw usageFault('usage', '--for and --all exclude each other', 'give one of them');
  if (options.for !== undefined) {
    if (options.for.toLowerCase() === 'house') return { of: 'house' };
    return { of: 'one', salespersonId: findSalesperson(context.existingStore, options.for).id };
  }
  const actor = options.all ? null : context.namedActor;
  if (actor === null) return { of: 'all' };
  try {
    return { of: 'one', salespersonId: findSalesperson(context.existingStore, actor).id };
  } catch {
    // a manager acts, who has no list of their own
    return { of: 'all' };
  }
}
