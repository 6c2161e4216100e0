/** Whether what to say for a reason stands once for the whole list, and not with the call. */

import type { CallList, Reason } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';

export const isSaidOnce = (
  { touch, due_on }: Pick<Reason, 'touch' | 'due_on'>,
  scripts: CallList['scripts'],
  on: Day,
): boolean => scripts.some((one) => one.touch === touch && (one.late === null || one.late === due_on < on));
