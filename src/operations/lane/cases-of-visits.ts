/** The open cases of customers who come to the workshop. */

import type { CaseShown } from '../../domain/lane.ts';
import type { Session } from '../session.ts';

/** By customer. */
export const casesOfVisits = (
  _session: Session,
  _customerIds: readonly number[],
): ReadonlyMap<number, readonly CaseShown[]> => new Map();
