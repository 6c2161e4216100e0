/** `beback block`: a customer asked not to be contacted; for good, whatever is imported or sold later. */

import { BLOCKED_CHANNELS, type BlockedChannel, customerName } from '../../domain/customer.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { concernedByWish, concernInWords } from '../../operations/concerned-by-wish.ts';
import { channelName } from '../../render/call-in-words.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { blocksOf } from '../../store/blocks.ts';
import { CallDetails } from '../../store/call-details.ts';
import { findCustomer } from '../../store/find-customer.ts';
import { recordBlock } from '../../store/writing/record-wishes.ts';
import type { Context } from '../context.ts';

export function runBlock(
  context: Context,
  wanted: string,
  words: readonly string[],
  { why }: { readonly why?: string },
): number {
  const channels = channelsOf(words);
  const { store: db, day: on, acting, terminal } = context;
  const customerId = findCustomer(db, wanted);
  const added = recordBlock(db, acting, { customerId, channels, on, why: why?.trim() || null });
  const name = customerName(new CallDetails(db).customer(customerId));
  const blocks = blocksOf(db, customerId);
  const also = added.includes('call') ? concernedByWish(db, customerId) : [];
  if (context.json) {
    context.printJson({ customer: { id: customerId, name }, blocked: added, blocks, also });
    return EXIT.done;
  }
  const what =
    added.length === 0 ? 'was already blocked' : `blocked for good: ${added.map(channelName).join(', ')}`;
  context.tell(`#${customerId} ${safeForTerminal(name)}: ${what}\n`);
  for (const one of also) terminal.talk(`${safeForTerminal(concernInWords(one))}\n`);
  return EXIT.done;
}

/** @throws Fault `usage` */
function channelsOf(words: readonly string[]): readonly BlockedChannel[] {
  const named = words.flatMap((word) => word.toLowerCase().split(/[\s,]+/)).filter((word) => word !== '');
  if (named.includes('all')) return BLOCKED_CHANNELS;
  return named.map((word) => {
    const found = BLOCKED_CHANNELS.find((channel) => channel === word.replace('-', ''));
    if (found !== undefined) return found;
    throw usageFault(
      'usage',
      `"${word}" is not a way to contact somebody`,
      `known: ${BLOCKED_CHANNELS.join(', ')}, all`,
    );
  });
}
