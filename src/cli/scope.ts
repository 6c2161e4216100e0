/** Whose customers a command is about: --for somebody, --all, else the acting salesperson's, else everybody's. */

import { usageFault } from '../domain/fault.ts';
import { ownListOf } from '../operations/for-whom.ts';
import { type Scope, scopeNamed } from '../operations/scope.ts';
import type { Context } from './context.ts';

export interface ScopeFlags {
  /** name or code, or `house` */
  readonly for?: string;
  readonly all?: boolean;
}

/** @throws Fault `usage`, `unknown-salesperson`, `several-salespeople` */
export function scopeOf(context: Context, flags: ScopeFlags): Scope {
  if (flags.for !== undefined && flags.all)
    throw usageFault('usage', '--for and --all exclude each other', 'give one of them');
  if (flags.for !== undefined) return scopeNamed(context.existingStore, flags.for);
  if (flags.all) return { of: 'all' };
  void context.existingStore;
  // a manager, who has no list of their own, sees all of them, and so does who assists several
  const person = ownListOf(context.actor);
  return person === null ? { of: 'all' } : { of: 'one', salespersonId: person.id };
}
