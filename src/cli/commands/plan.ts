/** `beback plan`: the touch plan in force, checked, written out, or shown as the calendar of one deal. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { addDays, type Day } from '../../domain/day.ts';
import type { CustomerFacts, SaleFacts } from '../../domain/facts.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import type { Plan } from '../../domain/plan.ts';
import { vehicleName } from '../../domain/sale.ts';
import { writeFileWhole } from '../../files/write-file.ts';
import { counted } from '../../render/counted.ts';
import { dayInFull } from '../../render/day-text.ts';
import { planAsText } from '../../render/plan-as-text.ts';
import { displayWidth, safeForTerminal } from '../../render/terminal-text.ts';
import { textTable } from '../../render/text-table.ts';
import { wrapped } from '../../render/wrapped.ts';
import { CallDetails } from '../../store/call-details.ts';
import { callFacts } from '../../store/call-facts.ts';
import { prepareFolder } from '../../store/engine/made-store.ts';
import { findDeal } from '../../store/find-deal.ts';
import { calendarOf } from '../../touches/calendar.ts';
import { DEFAULT_PLAN_TOML } from '../../touches/default-plan.ts';
import { explainTouches, type JudgementState } from '../../touches/explain-touches.ts';
import type { Occurrence } from '../../touches/occurrences.ts';
import { planAsJson } from '../../touches/plan-file.ts';
import { settlementOf } from '../../touches/settlement.ts';
import { turnedOff } from '../../touches/turned-off.ts';
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
  if (context.json) context.printJson({ ok: true, file: path, touches: plan.touches.length });
  else
    context.terminal.print(
      `${path ?? 'the shipped plan'}: ${counted(plan.touches.length, 'touch', 'touches')}, no mistakes\n`,
    );
  return EXIT.done;
}

export function runPlanInit(context: Context): number {
  const path = context.settingsPath;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (/^\s*\[\[touch\]\]|^\s*\[plan\b/m.test(before)) {
    throw usageFault(
      'plan-exists',
      `${path} has a plan already`,
      'edit it there; `beback plan check` tells whether it is well written',
    );
  }
  const folder = dirname(path);
  prepareFolder(folder, isDataFolder(folder));
  writeFileWhole(
    path,
    before.trim() === ''
      ? [STORE_SETTINGS, DEFAULT_PLAN_TOML]
      : [`${before.trimEnd()}\n\n`, DEFAULT_PLAN_TOML],
    '--config',
  );
  context.terminal.print(`${path}\n`);
  context.terminal.talk('Edit it, then: beback plan check\n');
  return EXIT.done;
}

const STORE_SETTINGS = `# Settings of this store. Lines that begin with # are remarks; take the # away to set a value.

[store]
# name = "Lakeside Motors"
# country = "US"                 # ISO 3166; decides how phones and dates are read
# timezone = "America/Chicago"   # IANA; decides when a new day begins
# units = "miles"                # or "km"
# paper = "letter"               # or "a4"

# [law]                            # when the store calls; only what is stricter than the law counts: beback law show
# weekdays = ["09:00", "20:00"]    # by the customer's clock, or "none"
# saturday = ["09:00", "20:00"]
# sunday = "none"
# holidays = "none"
# relationship_months = 12         # months after the last purchase or service; without it as the law says

`;

/** What became, or will become, of an occurrence that `why` has no word on. */
function stateOf(
  { touch: id, opensOn, closesOn }: Occurrence,
  plan: Plan,
  sale: SaleFacts,
  facts: CustomerFacts,
  day: Day,
): JudgementState | 'open' {
  if (closesOn !== null && closesOn < day)
    return settlementOf(facts.contacts, opensOn, closesOn, plan.tries)?.state ?? 'missed';
  const touch = plan.touches.find((one) => one.id === id);
  if (touch !== undefined && turnedOff(facts, touch, sale, day) !== null) return 'turned-off';
  return opensOn > day ? 'not-yet' : 'open';
}

/** Years a calendar looks ahead and back. */
const AHEAD_DAYS = 3 * 366;

export function runPlanShow(context: Context, wanted: string): number {
  const { existingStore: db, day, settings } = context;
  const { saleId, customerId } = findDeal(db, wanted);
  const [facts] = callFacts(db, [customerId]);
  const sale = facts?.sales.find(({ id }) => id === saleId);
  if (!facts || !sale) throw new Error(`sale ${saleId} is missing`);
  const occurrences = calendarOf(settings.plan, sale, facts.birthday, sale.soldOn, addDays(day, AHEAD_DAYS));
  const judged = explainTouches(settings.plan, facts, day);
  const rows = occurrences.map((one) => {
    const now = judged.find(
      (judgement) =>
        judgement.touch === one.touch &&
        judgement.dueOn === one.dueOn &&
        (judgement.saleId === one.saleId || one.touch === 'birthday'),
    );
    const state = now?.state ?? stateOf(one, settings.plan, sale, facts, day);
    return {
      due_on: one.dueOn,
      opens_on: one.opensOn,
      closes_on: one.closesOn,
      touch: one.touch,
      label: one.label,
      number: one.number,
      state,
    };
  });
  const { vehicle } = new CallDetails(db).sale(saleId, day);
  if (context.json) {
    context.printJson({
      on: day,
      sale_id: saleId,
      customer: { id: facts.id, name: facts.name },
      status: sale.status,
      sold_on: sale.soldOn,
      gone_on: sale.goneOn,
      touches: rows,
    });
    return EXIT.done;
  }
  const { print, width, styles } = context.terminal;
  const who = safeForTerminal(`${facts.name}  #${facts.id}`);
  const what = `${safeForTerminal(vehicleName(vehicle))}, sold ${sale.soldOn}, seen from ${dayInFull(day)}`;
  const fits = width === null || displayWidth(`${who}  ${what}`) <= width;
  print(`${styles.heading(who)}${fits ? '  ' : '\n'}${wrapped(what, width).join('\n')}\n`);
  if (sale.status === 'unwound') print('This deal was unwound: no touches.\n');
  if (sale.goneOn !== null) print(`The car is gone since ${sale.goneOn}: nothing after that day.\n`);
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
        row.due_on,
        row.label,
        String(row.number),
        row.opens_on,
        row.closes_on ?? '',
        row.state.replaceAll('-', ' '),
      ]),
      { width, style: styles },
    ),
  );
  return EXIT.done;
}
