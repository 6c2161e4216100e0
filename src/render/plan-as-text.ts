/** The touch plan as a table a manager can read. */

import { outcomeName } from '../domain/contact.ts';
import { printOffset } from '../domain/day.ts';
import type { Plan, Touch } from '../domain/plan.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { textTable } from './text-table.ts';
import { grouped } from './wish-in-words.ts';
import { wrapped } from './wrapped.ts';

export function planAsText(
  plan: Plan,
  {
    styles,
    width,
    from,
  }: { readonly styles: Styles; readonly width: number | null; readonly from: string | null },
): string {
  const retry = Object.entries(plan.retryDays)
    .map(([outcome, days]) => `${outcomeName(outcome)} ${days}d`)
    .join(', ');
  const longer = Object.entries(plan.rest.after).flatMap(([outcome, kinds]) =>
    Object.entries(kinds).map(
      ([kind, days]) => `, ${days} from calls that ${kind} after "${outcomeName(outcome)}"`,
    ),
  );
  const share =
    typeof plan.callsADay === 'number'
      ? String(plan.callsADay)
      : Object.entries(plan.callsADay)
          .map(([who, calls]) => `${who} ${calls}`)
          .join(', ');
  const rules = `Calls a day: ${share}. After a talk ${plan.rest.default} days of rest${longer.join('')}; tries on ${plan.tries} days, again after: ${retry}.`;
  return [
    `${styles.bold('The touch plan')}, ${from === null ? 'as shipped' : safeForTerminal(from)}\n`,
    ...wrapped(rules, width).map((line) => `${line}\n`),
    '\n',
    textTable(
      [
        // what --touch wants, so it stands whole
        { title: 'Touch', priority: 9, minWidth: 30 },
        { title: 'Label', priority: 8, minWidth: 12, maxWidth: 40, grow: true, wrap: true },
        { title: 'When', priority: 7, minWidth: 12, wrap: true },
        { title: 'Window', priority: 5, minWidth: 12 },
        { title: 'Kind', priority: 4, minWidth: 4 },
        { title: 'Priority', priority: 6, minWidth: 8, align: 'right' },
        { title: 'Only for', priority: 3, minWidth: 8, wrap: true },
      ],
      plan.touches.map((touch) => [
        touch.id,
        touch.label,
        when(touch),
        `-${printOffset(touch.opens)} … +${printOffset(touch.closes)}`,
        touch.kind,
        String(touch.priority),
        [...(touch.dealTypes ?? []), ...(touch.conditions ?? [])].join(', '),
      ]),
      { width, style: styles },
    ),
  ].join('');
}

function when({ from, at, every, distance }: Touch): string {
  if (every !== null)
    return `every ${printOffset(every)}${distance === null ? '' : ` or ${grouped(distance)}`} from ${from}`;
  return `${from} ${at.map((offset) => (offset.count < 0 ? printOffset(offset) : `+${printOffset(offset)}`)).join(', ')}`;
}
