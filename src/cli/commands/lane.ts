/** `beback lane`: who of our customers is in the building. */

import { EXIT } from '../../domain/fault.ts';
import { laneOfDay, scheduleProblem } from '../../operations/lane/lane-of-day.ts';
import type { Context } from '../context.ts';
import { type ScopeFlags, scopeOf } from '../scope.ts';

export interface LaneFlags extends ScopeFlags {
  readonly ungreeted?: boolean;
  readonly service?: boolean;
}

export async function runLane(context: Context, flags: LaneFlags): Promise<number> {
  const { session } = context;
  const lane = laneOfDay(session, { ...flags, scope: scopeOf(context, flags) });
  context.printJson(lane);
  return scheduleProblem(session) === null ? EXIT.done : EXIT.needsLook;
}
