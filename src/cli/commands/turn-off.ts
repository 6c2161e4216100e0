/** `beback turn-off`: touches a customer would rather not have, of one kind, of one car, or all until they buy again. */

import { customerName } from '../../domain/customer.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { chosenCar } from '../../operations/chosen-car.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { CallDetails } from '../../store/call-details.ts';
import { findCustomer } from '../../store/find-customer.ts';
import { recordTurnOff } from '../../store/writing/record-wishes.ts';
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
  const touch = flags.touch === undefined ? null : touchNamed(context, flags.touch);
  const { store: db, day: on, acting } = context;
  const customerId = findCustomer(db, wanted);
  const saleId = flags.car === undefined ? null : chosenCar(db, customerId, flags.car, on);
  const id = recordTurnOff(db, acting, { customerId, touch, saleId, on, why });
  const name = customerName(new CallDetails(db).customer(customerId));
  if (context.json)
    context.printJson({ id, customer: { id: customerId, name }, touch, sale_id: saleId, on, why });
  else
    context.tell(
      `#${customerId} ${safeForTerminal(name)}: ${touch ?? 'all touches'} off ${saleId === null ? 'until the next purchase' : `for that car (sale ${saleId})`}; \`beback undo ${id}\` turns it on again\n`,
    );
  return EXIT.done;
}

function touchNamed({ settings }: Context, id: string): string {
  if (settings.plan.touches.some((touch) => touch.id === id)) return id;
  const known = settings.plan.touches.map((touch) => touch.id).join(', ');
  throw usageFault('unknown-touch', `the plan has no touch "${id}"`, `it has ${known}`);
}
