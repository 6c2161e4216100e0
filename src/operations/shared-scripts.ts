/** What to say for the touches that several calls of a list have: said once, with blanks for what is a customer's own. */

import type { Call, Reason, SharedScript } from '../domain/call-list.ts';
import type { Day } from '../domain/day.ts';
import { type Touch, wordsOn } from '../domain/plan.ts';
import { ANYBODY, fillScript, type ScriptValues } from '../touches/script.ts';

interface Sharing {
  readonly reason: Reason;
  readonly touch: Touch;
  readonly late: boolean | null;
  calls: number;
}

/**
 * By the first call that has the touch.
 * @param touches of the plan, by id
 * @param values what is the same for every customer of the list
 */
export function sharedScripts(
  calls: readonly Call[],
  touches: ReadonlyMap<string, Touch>,
  day: Day,
  values: ScriptValues,
): SharedScript[] {
  const sharing = new Map<string, Sharing>();
  for (const { reasons } of calls) {
    const counted = new Set<string>();
    for (const reason of reasons) {
      const touch = touches.get(reason.touch);
      if (touch === undefined) continue;
      const late = hasWordsForTheDay(touch) ? reason.due_on < day : null;
      const key = `${reason.touch} ${late}`;
      const known = sharing.get(key) ?? { reason, touch, late, calls: 0 };
      sharing.set(key, known);
      if (!counted.has(key)) known.calls += 1;
      counted.add(key);
    }
  }
  return [...sharing.values()].flatMap(({ reason, touch, late, calls: count }) => {
    const words = count < 2 ? null : wordsOn(touch, reason.due_on, day);
    if (words === null) return [];
    const script = fillScript(words, { ...ANYBODY, ...values });
    return [{ touch: touch.id, label: touch.label, late, script }];
  });
}

const hasWordsForTheDay = ({ from, late }: Touch): boolean => late !== null || from === 'birthday';
