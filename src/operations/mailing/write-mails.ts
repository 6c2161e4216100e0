/** `beback send --dry-run`: the mails as files, to be opened in any mail program. */

import { resolve } from 'node:path';
import type { Context } from '../../cli/context.ts';
import type { Day } from '../../domain/day.ts';
import { EXIT } from '../../domain/fault.ts';
import { type FileToWrite, writeFilesWhole } from '../../files/write-file.ts';
import { counted } from '../../render/counted.ts';
import { listFileName } from '../../render/list-file-name.ts';
import { isToSend, mailsOfDay } from '../../store/mail-ledger.ts';
import { type DayMail, messageOf, newMessageId } from './day-mails.ts';
import { byKey, keyOf, leftOutRecords, mailsDue } from './mails-due.ts';
import type { SendOptions } from './send-options.ts';

/** The ledger is read, so that the files are what a run would send now, and left as it is. */
export async function writeMails(context: Context, options: SendOptions): Promise<number> {
  const { settings, day, terminal } = context;
  const { mails: due, leftOut, strangersOff } = mailsDue(context, options.for);
  const rows = byKey(mailsOfDay(context.existingStore, day));
  const mails = due.filter((mail) => {
    const row = rows.get(keyOf(mail));
    if (row === undefined || isToSend(row)) return true;
    return Boolean(options.resend) && (row.state === 'sent' || row.state === 'failed');
  });
  const folder = resolve(options.out ?? `mail-${day}`);
  if (mails.length === 0 && due.length > 0)
    terminal.talk('All of it was sent already: nothing would be sent.\n');
  const used = new Set<string>();
  const files: FileToWrite[] = [];
  for (const mail of mails) {
    const { kind, address } = mail;
    const messageId = rows.get(keyOf(mail))?.message_id ?? newMessageId(settings, day, kind);
    const message = await messageOf(mail, settings, { address, mark: '', messageId, date: new Date() });
    files.push({ path: resolve(folder, fileName(mail, day, used)), text: message.toString('utf8') });
  }
  if (files.length > 0) writeFilesWhole(folder, files);
  const written = mails.map(({ kind, salesperson, address, calls }, i) => {
    const file = files[i]?.path ?? '';
    terminal.talk(`${file}  to ${address}${calls === null ? '' : `, ${counted(calls, 'call')}`}\n`);
    const who = salesperson && { code: salesperson.code, name: salesperson.name };
    return { file, kind, salesperson: who, address, calls };
  });
  if (context.json) {
    context.printJson({ on: day, dry_run: true, mails: written, left_out: leftOutRecords(leftOut) });
  }
  return strangersOff.length > 0 ? EXIT.needsLook : EXIT.done;
}

function fileName({ salesperson, address }: DayMail, day: Day, used: Set<string>): string {
  if (salesperson !== null) return listFileName(salesperson, day, 'eml', used);
  return listFileName({ name: address, code: null }, day, 'eml', used).replace(/^calls-/, 'digest-');
}
