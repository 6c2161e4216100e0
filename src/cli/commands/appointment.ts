/** `beback appointment`: what became of an appointment, where the files do not say it. */

import { EXIT } from '../../domain/fault.ts';
import { markAppointment } from '../../operations/mark-appointment.ts';
import { clockText } from '../../render/clock-text.ts';
import { dayInShort } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';

export function runAppointment(
  context: Context,
  wanted: string,
  mark: string,
  { why }: { readonly why?: string },
): number {
  const { entry, appointment, customer } = markAppointment(context.actingSession, wanted, mark, why ?? '');
  if (context.json) context.printJson({ entry, appointment });
  else {
    const { country } = context.settings.store;
    const time = appointment.time === null ? '' : `, ${clockText(appointment.time, country)}`;
    const who = customer === null ? '' : `#${customer.id} ${safeForTerminal(customer.name)}: `;
    context.tell(
      `${who}appointment ${safeForTerminal(appointment.number)} of ${dayInShort(appointment.on, context.day, country)}${time} counts as ${appointment.status}; \`beback undo ${entry}\` takes that back\n`,
    );
  }
  return EXIT.done;
}
