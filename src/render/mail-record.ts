/** A row of the mail ledger as it is printed, for programs and for people. */

import type { ListSalesperson } from '../domain/call-list.ts';
import type { MailRow } from '../domain/mail.ts';

export const mailRecord = (row: MailRow) => ({
  id: row.id,
  on: row.day,
  kind: row.kind,
  salesperson: row.name === null ? null : { code: row.code, name: row.name },
  address: row.address,
  state: row.state,
  tries: row.tries,
  message_id: row.message_id,
  answer: row.answer,
  planned_at: row.planned_at,
  tried_at: row.tried_at,
  settled_at: row.settled_at,
  settled_by: row.settled_by,
});

/** `Dana Reyes (1042)` */
export const personInWords = ({ code, name }: Pick<ListSalesperson, 'code' | 'name'>): string =>
  code === null ? name : `${name} (${code})`;

/** `Dana Reyes (1042) <dana@example.com>`; a digest goes to an address alone. */
export const recipientInWords = ({
  code,
  name,
  address,
}: Pick<MailRow, 'code' | 'name' | 'address'>): string =>
  name === null ? address : `${personInWords({ code, name })} <${address}>`;
