/** What to say for the touches that several calls of a list have: said once, with blanks for what is a customer's own. */

import type { Call, SharedScript } from '../domain/call-list.ts';
import type { Script } from '../domain/plan.ts';

/** By the first call that has the touch. @param script of a touch, with nobody's own details; null = there are no words for it */
export function sharedScripts(
  calls: readonly Call[],
  script: (touch: string) => Script | null,
): SharedScript[] {
  const having = new Map<string, { readonly label: string; calls: number }>();
  for (const { reasons } of calls) {
    for (const [touch, label] of new Map(reasons.map((reason) => [reason.touch, reason.label]))) {
      const known = having.get(touch);
      if (known) known.calls += 1;
      else having.set(touch, { label, calls: 1 });
    }
  }
  return [...having].flatMap(([touch, { label, calls: count }]) => {
    const words = count < 2 ? null : script(touch);
    return words === null ? [] : [{ touch, label, script: words }];
  });
}
