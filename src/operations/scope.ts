/** Whose customers are meant: one salesperson's, the house's, or everybody's. */

import type { Store } from '../store/engine/store.ts';
import { findSalesperson } from '../store/salespeople.ts';

export type Scope =
  | { readonly of: 'all' }
  | { readonly of: 'house' }
  | { readonly of: 'one'; readonly salespersonId: number };

/**
 * @param name name or code of a salesperson, or `house`
 * @throws Fault `unknown-salesperson`, `several-salespeople`
 */
export const scopeNamed = (db: Store, name: string): Scope =>
  name.toLowerCase() === 'house'
    ? { of: 'house' }
    : { of: 'one', salespersonId: findSalesperson(db, name).id };

/** @param ownerId of a customer; null = the house */
export const isInScope = (scope: Scope, ownerId: number | null): boolean =>
  scope.of === 'all' || ownerId === (scope.of === 'house' ? null : scope.salespersonId);
