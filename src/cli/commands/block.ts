/** `beback block`: a customer asked not to be contacted; for good, whatever is imported or sold later. */

import { BLOCKED_CHANNELS, type BlockedChannel } from '../../domain/customer.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { blockCustomer } from '../../operations/block-customer.ts';
import { concernInWords } from '../../operations/concerned-by-wish.ts';
import { channelName } from '../../render/call-in-words.ts';
import { oneStopInWords } from '../../render/law-in-words.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { didYouMean } from '../../values/nearest.ts';
import type { Context } from '../context.ts';

export function runBlock(
  context: Context,
  wanted: string,
  words: readonly string[],
  { why }: { readonly why?: string },
): number {
  const channels = channelsOf(words);
  const done = blockCustomer(context.actingSession, wanted, { channels, why: why?.trim() || null });
  const { customer, blocked, also, one_stop } = done;
  if (context.json) {
    context.printJson(done);
    return EXIT.done;
  }
  const what =
    blocked.length === 0 ? 'was already blocked' : `blocked for good: ${blocked.map(channelName).join(', ')}`;
  context.tell(`#${customer.id} ${safeForTerminal(customer.name)}: ${what}\n`);
  for (const one of also) context.terminal.talk(`${safeForTerminal(concernInWords(one))}\n`);
  if (one_stop !== null) context.terminal.talk(`${oneStopInWords(one_stop)}\n`);
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
      `"${word}" is not a way to contact somebody${didYouMean(word, BLOCKED_CHANNELS)}`,
      `known: ${BLOCKED_CHANNELS.join(', ')}, all`,
    );
  });
}
