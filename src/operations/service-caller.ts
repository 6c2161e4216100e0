/** Who calls about service visits and missed appointments, where the settings name one person for it. */

import type { Day } from '../domain/day.ts';
import type { SalespersonFacts } from '../domain/facts.ts';
import { Fault } from '../domain/fault.ts';
import { isAboutService, type Plan } from '../domain/plan.ts';
import type { Settings } from '../settings/settings.ts';
import type { Store } from '../store/engine/store.ts';
import { findSalesperson } from '../store/salespeople.ts';
import { isActive } from '../touches/owner.ts';

export type ServiceCaller =
  | { readonly is: 'nobody-named' }
  | { readonly is: 'here' | 'left'; readonly id: number; readonly name: string }
  | { readonly is: 'unknown'; readonly name: string };

/** Who that is on a day: `[service] caller` of the settings, by name or code. */
export function serviceCaller(
  db: Store,
  { service }: Pick<Settings, 'service'>,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): ServiceCaller {
  const { caller } = service;
  if (caller === null) return { is: 'nobody-named' };
  const found = salespersonCalled(db, caller, salespeople);
  if (found === null) return { is: 'unknown', name: caller };
  return { is: isActive(found, day) ? 'here' : 'left', id: found.id, name: found.name };
}

/** Null where nobody is, or several are. */
function salespersonCalled(
  db: Store,
  named: string,
  salespeople: ReadonlyMap<number, SalespersonFacts>,
): SalespersonFacts | null {
  try {
    return salespeople.get(findSalesperson(db, named).id) ?? null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** The plan with the calls about service visits and missed appointments on the list of that person. */
export const planCalledBy = (plan: Plan, caller: ServiceCaller): Plan =>
  caller.is !== 'here'
    ? plan
    : {
        ...plan,
        touches: plan.touches.map((touch) =>
          isAboutService(touch) ? { ...touch, callerId: caller.id } : touch,
        ),
      };

/** What of a plan stands on the list of whoever the settings name for it. */
export const calledByOne = ({ touches }: Pick<Plan, 'touches'>): Plan['touches'] =>
  touches.filter(({ callerId }) => callerId !== undefined);
