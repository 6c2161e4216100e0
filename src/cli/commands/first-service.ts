/** `beback delivered` and `beback first-service`: who was introduced to the workshop, when the first service is, who came. */

import { EXIT } from '../../domain/fault.ts';
import { momentGiven } from '../../operations/days-given.ts';
import { listFirstServices, spanSoldIn } from '../../operations/first-services.ts';
import { recordDelivered } from '../../operations/record-delivered.ts';
import { firstServiceInWords, introductionInWords } from '../../render/first-service-in-words.ts';
import { firstServicesAsText } from '../../render/first-services-as-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';
import { type ScopeFlags, scopeOf } from '../scope.ts';

export interface DeliveredFlags {
  readonly introduced?: boolean;
  readonly advisor?: string;
  readonly firstService?: string;
  readonly not?: boolean;
}

export function runDelivered(context: Context, wanted: string, flags: DeliveredFlags): number {
  const { introduced = false, advisor = null, firstService, not = false } = flags;
  const { entry, delivery, customer } = recordDelivered(context.actingSession, wanted, {
    introduced,
    advisor,
    firstService:
      firstService === undefined
        ? null
        : momentGiven(context, '--first-service', firstService, { on: context.day }),
    takesBack: not,
  });
  if (context.json) context.printJson({ entry, delivery });
  else {
    const read = { on: context.day, country: context.settings.store.country };
    const booked = firstServiceInWords(delivery, read);
    const said = [
      introductionInWords(delivery, read) || 'not introduced to the workshop',
      booked === '' ? 'no first service set' : `first service ${booked}`,
    ].join(', ');
    context.tell(
      `#${customer.id} ${safeForTerminal(customer.name)}: ${safeForTerminal(said)}; \`beback undo ${entry}\` takes that back\n`,
    );
  }
  return EXIT.done;
}

export interface FirstServiceFlags extends ScopeFlags {
  readonly from?: string;
  readonly to?: string;
}

export function runFirstService(context: Context, flags: FirstServiceFlags): number {
  const { session, terminal } = context;
  const dayOf = (flag: string, text: string | undefined) =>
    text === undefined ? null : context.dayIn(flag, text, 'back');
  const sold = { from: dayOf('--from', flags.from), to: dayOf('--to', flags.to) };
  const found = listFirstServices(session, scopeOf(context, flags), sold);
  if (context.json) context.printJson(found);
  else
    terminal.print(
      firstServicesAsText(found, {
        ...spanSoldIn(sold, session.day),
        width: terminal.width,
        styles: terminal.styles,
        country: session.settings.store.country,
      }),
    );
  return EXIT.done;
}
