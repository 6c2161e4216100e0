/** The log of runs nobody watches. */

import {
  finishRun,
  listRuns,
  type Run,
  type RunEnd,
  type RunStart,
  type StartedRun,
  startRun,
} from '../store/runs.ts';
import type { Session } from './session.ts';

export type { StartedRun };

/** Notes the beginning. */
export const beginRun = (store: Session['store'], run: RunStart): StartedRun => startRun(store, run);

/** Notes the end, beside the database when that is in use. */
export const endRun = (store: Session['store'], run: StartedRun, end: RunEnd): void =>
  finishRun(store, run, end);

/** The newest first. */
export const recentRuns = ({ store }: Session, limit: number): Run[] => listRuns(store, limit);
