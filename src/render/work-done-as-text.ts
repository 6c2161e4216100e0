/** What a day's work came to, in a sentence or two. */

import { outcomeName, outcomeNamed } from '../domain/contact.ts';
import { counted } from './counted.ts';

/**
 * `Done: 12 calls: 5 talked, 4 voicemail, 3 no answer. Also 1 e-mail. 2 skipped.`, the most frequent outcome first.
 * @param skipped customers who were passed over and not called after all
 */
export function workDoneAsText(done: readonly { readonly outcome: string }[], skipped: number): string {
  const calls = done.filter(isCall);
  const others = done.filter((one) => !isCall(one));
  const sentences = [
    `Done: ${counted(calls.length, 'call')}${calls.length === 0 ? '' : `: ${counts(calls)}`}.`,
    ...(others.length === 0 ? [] : [`Also ${counts(others)}.`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped.`]),
  ];
  return `${sentences.join(' ')}\n`;
}

/** A visit is counted with the calls; a snooze, a letter or a message is none. */
function isCall({ outcome }: { readonly outcome: string }): boolean {
  const channel = outcomeNamed(outcome)?.channel ?? null;
  return channel === 'call' || channel === 'visit';
}

function counts(done: readonly { readonly outcome: string }[]): string {
  const found = new Map<string, number>();
  for (const { outcome } of done) found.set(outcome, (found.get(outcome) ?? 0) + 1);
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `${count} ${outcomeName(outcome)}`)
    .join(', ');
}
