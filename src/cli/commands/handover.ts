/** `beback handover`: the customers of somebody who leaves go to others. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { handOver } from '../../operations/hand-over.ts';
import { handoverAsText } from '../../render/handover-as-text.ts';
import type { Context } from '../context.ts';

export interface HandoverFlags {
  readonly to?: string;
  readonly even?: boolean;
  readonly among?: string;
  readonly stays?: boolean;
  readonly why?: string;
  readonly dryRun?: boolean;
}

export function runHandover(context: Context, person: string, flags: HandoverFlags): number {
  const { to, even, among, why, stays = false, dryRun = false } = flags;
  if (to !== undefined && (even || among !== undefined))
    throw usageFault(
      'usage',
      `--to and ${among === undefined ? '--even' : '--among'} exclude each other`,
      'all go to one person with --to, else they are spread',
    );
  const done = handOver(dryRun ? context.lookingSession : context.actingSession, {
    person,
    stays,
    dryRun,
    ...(to === undefined ? {} : { to }),
    ...(among === undefined ? {} : { among: namesIn(among) }),
    ...(why === undefined ? {} : { why }),
  });
  const { entry, from, moved, counts } = done;
  const { terminal } = context;
  if (context.json) {
    context.printJson({
      dry_run: dryRun,
      entry,
      from,
      moved: moved.map(({ customer, to: receiver, because }) => ({
        customer_id: customer.id,
        to: receiver,
        because,
      })),
      counts,
    });
    return EXIT.done;
  }
  const { day, settings } = context;
  const { width, styles } = terminal;
  context.tell(handoverAsText(done, { on: day, country: settings.store.country, width, styles }));
  if (dryRun) terminal.talk('Nothing was changed: leave out --dry-run to hand them over.\n');
  else terminal.talk(`Entry ${entry}: \`beback undo ${entry}\` gives them back.\n`);
  return EXIT.done;
}

/** @throws Fault `usage` where nobody is named */
function namesIn(among: string): string[] {
  const names = among.split(',').flatMap((name) => name.trim() || []);
  if (names.length > 0) return names;
  throw usageFault('usage', '--among names nobody', 'name who is to receive: --among "Dana Reyes, 1042"');
}
