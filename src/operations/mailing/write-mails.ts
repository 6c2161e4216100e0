/** Writing the mails of the day as files, to be opened in any mail program. */

import { resolve } from 'node:path';
import type { Day } from '../../domain/day.ts';
import type { DayMailKind } from '../../domain/mail.ts';
import { type FileToWrite, writeFilesWhole } from '../../files/write-file.ts';
import { listFileName } from '../../render/list-file-name.ts';
import { isToSend, mailsOfDay } from '../../store/mail-ledger.ts';
import type { Session } from '../session.ts';
import { type DayMail, messageOf, newMessageId } from './day-mails.ts';
import { byKey, keyOf, type MailsDue, mailsDue } from './mails-due.ts';

export interface WritingOptions {
  /** name or code of one salesperson; left out: everybody */
  readonly for?: string | undefined;
  /** also what was sent, or refused, already */
  readonly resend: boolean;
  /** where the files go */
  readonly folder: string;
  readonly now: () => Date;
  readonly onDue: (due: MailsDue) => void;
}

export interface WrittenMail {
  readonly file: string;
  readonly kind: DayMailKind;
  readonly salesperson: { readonly code: string | null; readonly name: string } | null;
  readonly address: string;
  readonly calls: number | null;
}

/** The ledger is read, so that the files are what a run would send now, and left as it is. */
export async function writeMails(
  session: Session,
  { resend, folder, now, onDue, ...options }: WritingOptions,
): Promise<{ readonly due: MailsDue; readonly written: readonly WrittenMail[] }> {
  const { store, settings, day } = session;
  const due = mailsDue(session, options.for);
  onDue(due);
  const rows = byKey(mailsOfDay(store, day));
  const mails = due.mails.filter((mail) => {
    const row = rows.get(keyOf(mail));
    if (row === undefined || isToSend(row)) return true;
    return resend && (row.state === 'sent' || row.state === 'failed');
  });
  const used = new Set<string>();
  const files: FileToWrite[] = [];
  for (const mail of mails) {
    const { kind, address } = mail;
    const messageId = rows.get(keyOf(mail))?.message_id ?? newMessageId(settings, day, kind);
    const message = await messageOf(mail, settings, { address, mark: '', messageId, date: now() });
    files.push({ path: resolve(folder, fileName(mail, day, used)), text: message.toString('utf8') });
  }
  if (files.length > 0) writeFilesWhole(folder, files);
  const written = mails.map(({ kind, salesperson, address, calls }, i) => {
    const who = salesperson && { code: salesperson.code, name: salesperson.name };
    return { file: files[i]?.path ?? '', kind, salesperson: who, address, calls };
  });
  return { due, written };
}

function fileName({ salesperson, address }: DayMail, day: Day, used: Set<string>): string {
  if (salesperson !== null) return listFileName(salesperson, day, 'eml', used);
  return listFileName({ name: address, code: null }, day, 'eml', used).replace(/^calls-/, 'digest-');
}
