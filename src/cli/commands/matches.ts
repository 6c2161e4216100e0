/** `beback matches`: customers who wish for a car that stands in the lot. */

import { EXIT } from '../../domain/fault.ts';
import { matchWishes } from '../../operations/match-wishes.ts';
import { matchesAsText } from '../../render/matches-as-text.ts';
import type { Context } from '../context.ts';
import { type ScopeFlags, scopeOf } from '../scope.ts';

export function runMatches(context: Context, flags: ScopeFlags): number {
  const { session, terminal } = context;
  const { day: on } = session;
  const matches = matchWishes(session, scopeOf(context, flags));
  const { country, units } = session.settings.store;
  if (context.json) context.printJson({ on, matches });
  else
    terminal.print(
      matchesAsText(matches, { on, width: terminal.width, styles: terminal.styles, country, units }),
    );
  return EXIT.done;
}
