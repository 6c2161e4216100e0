/** `beback plan`: the touch plan in force, checked, written out, or shown as the calendar of one deal. */

import { dirname } from 'node:path';
import { EXIT } from '../../domain/fault.ts';
import { vehicleName } from '../../domain/sale.ts';
import { planCalendar } from '../../operations/plan-calendar.ts';
import { lackOfCaller } from '../../operations/what-is-lacking.ts';
import { writePlan } from '../../operations/write-plan.ts';
import { counted } from '../../render/counted.ts';
import { dayInFull, dayInShort } from '../../render/day-text.ts';
import { planAsJson } from '../../render/plan-as-json.ts';
import { planAsText } from '../../render/plan-as-text.ts';
import { displayWidth, safeForTerminal } from '../../render/terminal-text.ts';
import { textTable } from '../../render/text-table.ts';
import { stateInWords } from '../../render/touches-as-text.ts';
import { wrapped } from '../../render/wrapped.ts';
import { checkPlan } from '../../settings/settings.ts';
import type { Context } from '../context.ts';
import { isDataFolder } from '../paths.ts';

export function runPlan(context: Context): number {
  const { plan, path } = context.settings;
  if (context.json) context.printJson(planAsJson(plan));
  else context.terminal.print(planAsText(plan, { ...context.terminal, from: path }));
  return EXIT.done;
}

export function runPlanCheck(context: Context): number {
  const { plan, path } = context.settings;
  checkPlan(context.settings);
  const lack = context.settings.service.caller === null ? null : lackOfCaller(context.session);
  if (context.json)
    context.printJson({
      ok: true,
      file: path,
      touches: plan.touches.length,
      ...(lack !== null && { caller: lack.found }),
    });
  else
    context.terminal.print(
      `${path ?? 'the shipped plan'}: ${counted(plan.touches.length, 'touch', 'touches')}, no mistakes\n`,
    );
  if (lack !== null) context.terminal.talk(`${lack.found}\n  ${lack.advice}\n`);
  return EXIT.done;
}

export function runPlanInit(context: Context): number {
  const path = context.settingsPath;
  writePlan(path, isDataFolder(dirname(path)));
  context.terminal.print(`${path}\n`);
  context.terminal.talk('Edit it, then: beback plan check\n');
  return EXIT.done;
}

export function runPlanShow(context: Context, wanted: string): number {
  const { session } = context;
  const { day } = session;
  const { customer, sale, vehicle, touches: rows } = planCalendar(session, wanted);
  if (context.json) {
    context.printJson({
      on: day,
      sale_id: sale.id,
      customer,
      status: sale.status,
      sold_on: sale.soldOn,
      gone_on: sale.goneOn,
      touches: rows,
    });
    return EXIT.done;
  }
  const { print, width, styles } = context.terminal;
  const { country } = context.settings.store;
  const who = safeForTerminal(`${customer.name}  #${customer.id}`);
  const what = `${safeForTerminal(vehicleName(vehicle))}, sold ${dayInShort(sale.soldOn, day, country)}, seen from ${dayInFull(day, country)}`;
  const fits = width === null || displayWidth(`${who}  ${what}`) <= width;
  print(`${styles.heading(who)}${fits ? '  ' : '\n'}${wrapped(what, width).join('\n')}\n`);
  if (sale.status === 'unwound') print('This deal was unwound: no touches.\n');
  if (sale.goneOn !== null)
    print(`The car is gone since ${dayInShort(sale.goneOn, day, country)}: nothing after that day.\n`);
  print(
    textTable(
      [
        { title: 'Due', priority: 9, minWidth: 10 },
        { title: 'Touch', priority: 8, minWidth: 14, maxWidth: 40, grow: true, wrap: true },
        { title: 'No.', priority: 5, minWidth: 3, align: 'right' },
        { title: 'Open from', priority: 4, minWidth: 10 },
        { title: 'to', priority: 4, minWidth: 10 },
        { title: 'State', priority: 7, minWidth: 7 },
      ],
      rows.map((row) => [
        dayInShort(row.due_on, day, country),
        row.label,
        String(row.number),
        dayInShort(row.opens_on, day, country),
        row.closes_on === null ? '' : dayInShort(row.closes_on, day, country),
        stateInWords(row.state),
      ]),
      { width, style: styles },
    ),
  );
  return EXIT.done;
}
