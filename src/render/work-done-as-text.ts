/** What a day's work came to, in a sentence. */

import { counted } from './counted.ts';

/** `Done: 12 calls: 5 talked, 4 voicemail, 3 no answer. 2 skipped.`, the most frequent outcome first. */
export function workDoneAsText(done: readonly { readonly outcome: string }[], skipped: number): string {
  const counts = new Map<string, number>();
  for (const { outcome } of done) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `${count} ${outcome.replaceAll('-', ' ')}`);
  const sum = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `Done: ${counted(done.length, 'call')}${sum}.${skipped === 0 ? '' : ` ${skipped} skipped.`}\n`;
}
