/** `beback done`: what was done between two days, by person, and what closed without a call. */

import type { DayRange } from '../../domain/day-range.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { dayGiven } from '../../operations/days-given.ts';
import { tallyWork } from '../../operations/tally-work.ts';
import { workTallyAsText } from '../../render/work-tally-as-text.ts';
import type { Context } from '../context.ts';
import { type ScopeFlags, scopeOf } from '../scope.ts';

interface DoneFlags extends ScopeFlags {
  readonly from?: string;
  readonly to?: string;
}

export function runDone(context: Context, flags: DoneFlags): number {
  const span = spanOf(context, flags);
  const { session, terminal } = context;
  const tally = tallyWork(session, scopeOf(context, flags), span);
  if (context.json) {
    context.printJson(tally);
    return EXIT.done;
  }
  terminal.print(
    workTallyAsText(tally, {
      width: terminal.width,
      styles: terminal.styles,
      country: context.settings.store.country,
    }),
  );
  if (context.today <= span.to)
    terminal.talk('The day is not over: what closes on it counts as uncalled until somebody tries.\n');
  return EXIT.done;
}

/**
 * The day acted on, unless told otherwise; --from alone reaches up to it, --to alone is one day.
 * @throws Fault `bad-day` for a day to come or an end before its start, `ambiguous-day`
 */
function spanOf(context: Context, flags: DoneFlags): DayRange {
  const { day } = context;
  const given = (flag: string, text: string | undefined) =>
    text === undefined ? null : dayGiven(context, flag, text, { on: day, looks: 'back' });
  const to = given('--to', flags.to) ?? day;
  const from = given('--from', flags.from) ?? to;
  if (to > day)
    throw usageFault(
      'bad-day',
      `--to ${flags.to} is after ${day}: nothing is done yet`,
      'give a day up to it',
    );
  if (from > to)
    throw usageFault(
      'bad-day',
      `--from ${flags.from} is after ${to}, the last day`,
      'give --from and --to in order',
    );
  return { from, to };
}
