/** What comes of sending, in words. */

import type { Answer, MailRow, Obstacle } from '../domain/mail.ts';

export const ANSWERS_IN_WORDS: Readonly<Record<Answer['kind'], string>> = {
  accepted: 'sent',
  refused: 'refused',
  later: 'not now',
  lost: 'not sent',
  barred: 'not sent',
  unsure: 'unsure',
};

/** A row that is still `sending` when nobody sends is in doubt. */
export const STATES_IN_WORDS: Readonly<Record<MailRow['state'], string>> = {
  planned: 'not sent yet',
  sending: 'unsure',
  sent: 'sent',
  failed: 'refused',
  unsure: 'unsure',
};

export const obstacleInWords = (server: string, { text }: Obstacle): string =>
  `the mail server ${server} cannot be used: ${text}`;

export const mailboxObstacleInWords = (server: string, { text }: Obstacle): string =>
  `the mailbox at ${server} cannot be read: ${text}`;
