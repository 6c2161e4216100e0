/** `beback cases`: who is about to leave us, the most urgent first. */

import { EXIT } from '../../domain/fault.ts';
import { type CaseScope, caseOwnerNamed, listCases } from '../../operations/recovery-cases.ts';
import { casesAsText } from '../../render/case-as-text.ts';
import type { Context } from '../context.ts';
import { type ScopeFlags, scopeOf } from '../scope.ts';
import { caseTextOptions } from './case.ts';

export interface CasesOptions extends ScopeFlags {
  readonly closed?: boolean;
}

export function runCases(context: Context, { closed = false, ...flags }: CasesOptions): number {
  const cases = listCases(context.session, caseScopeOf(context, flags), { closed });
  if (context.json) context.printJson({ on: context.day, cases });
  else context.terminal.print(casesAsText(cases, closed, caseTextOptions(context)));
  return EXIT.done;
}

/** As for any list; somebody who does not sell is asked for by the name under which they own cases. */
function caseScopeOf(context: Context, flags: ScopeFlags): CaseScope {
  const name = flags.for === undefined ? null : caseOwnerNamed(context.session, flags.for);
  return name === null || flags.all ? scopeOf(context, flags) : { of: 'named', name };
}
