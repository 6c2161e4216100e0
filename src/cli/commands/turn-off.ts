/** `beback turn-off`: touches a customer would rather not have, of one kind, of one car, or all until they buy again. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { turnOffTouches } from '../../operations/turn-off-touches.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';

export interface TurnOffFlags {
  readonly touch?: string;
  readonly car?: string;
  readonly all?: boolean;
  readonly why?: string;
}

export function runTurnOff(context: Context, wanted: string, flags: TurnOffFlags): number {
  const why = flags.why?.trim() ?? '';
  if (why === '')
    throw usageFault('no-reason', 'turning touches off needs a reason', 'say it: --why "services elsewhere"');
  if (flags.touch === undefined && flags.car === undefined && !flags.all)
    throw usageFault('usage', 'say which touches', '--touch service, --car "last of the VIN", or --all');
  const { touch, car } = flags;
  const done = turnOffTouches(context.actingSession, wanted, {
    ...(touch === undefined ? {} : { touch }),
    ...(car === undefined ? {} : { car }),
    why,
  });
  const { id, customer, sale_id } = done;
  if (context.json) context.printJson(done);
  else
    context.tell(
      `#${customer.id} ${safeForTerminal(customer.name)}: ${done.touch ?? 'all touches'} off ${sale_id === null ? 'until the next purchase' : `for that car (sale ${sale_id})`}; \`beback undo ${id}\` turns it on again\n`,
    );
  return EXIT.done;
}
