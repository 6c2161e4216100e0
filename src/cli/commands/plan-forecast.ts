/** `beback plan forecast`: what the plan in force, or another one, will ask of everybody. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { forecastPlan } from '../../operations/forecast-plan.ts';
import { scopeNamed } from '../../operations/scope.ts';
import { forecastAsText } from '../../render/forecast-as-text.ts';
import { readPlanOf } from '../../settings/settings.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../whole-number.ts';

export interface PlanForecastFlags {
  readonly days?: string;
  /** a file with another plan */
  readonly plan?: string;
  /** name or code, or `house` */
  readonly for?: string;
}

/** A quarter of a year: thirteen weeks. */
const USUAL_DAYS = 91;
/** Nobody knows who will still have which car after so long. */
const MOST_DAYS = 3_660;

export function runPlanForecast(context: Context, flags: PlanForecastFlags): number {
  const days = wholeNumber('--days', flags.days) ?? USUAL_DAYS;
  if (days > MOST_DAYS)
    throw usageFault('usage', `--days ${days} is more than ten years`, `give at most ${MOST_DAYS}`);
  const plan = flags.plan === undefined ? context.settings.plan : readPlanOf(flags.plan);
  const { session, terminal } = context;
  const scope = flags.for === undefined ? ({ of: 'all' } as const) : scopeNamed(session.store, flags.for);
  const forecast = forecastPlan(session, { plan, days, scope });
  if (context.json) context.printJson(forecast);
  else
    terminal.print(
      forecastAsText(forecast, {
        width: terminal.width,
        styles: terminal.styles,
        country: context.settings.store.country,
      }),
    );
  return EXIT.done;
}
