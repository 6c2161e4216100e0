/** The mail that tells a manager how the day's lists went out. */

import type { Digest } from '../domain/digest.ts';
import { counted } from '../render/counted.ts';
import { dayInFull } from '../render/day-text.ts';
import { digestAsHtml } from '../render/digest-as-html.ts';
import { digestAsText } from '../render/digest-as-text.ts';
import { type LetterOptions, listAsAttachment, MAIL_WIDTH } from './call-mail.ts';
import type { Letter } from './message.ts';

export function digestMail(
  digest: Digest,
  { country, storeName }: Pick<LetterOptions, 'country' | 'storeName'>,
): Letter {
  const { on, lines, house } = digest;
  const calls = lines.reduce((sum, line) => sum + line.calls, 0);
  return {
    subject: `Call lists of ${dayInFull(on, country)}: ${counted(lines.length, 'salesperson', 'salespeople')}, ${counted(calls, 'call')}`,
    text: digestAsText(digest, { width: MAIL_WIDTH, country, storeName }),
    html: digestAsHtml(digest, { country, storeName }),
    attachments: house.calls.length === 0 ? [] : [listAsAttachment(house, on, country)],
  };
}
