/** `beback send --dry-run`: the mails as files, and what is said of them. */

import { EXIT } from '../domain/fault.ts';
import { leftOutRecords } from '../operations/mailing/mails-due.ts';
import { writeMails } from '../operations/mailing/write-mails.ts';
import { counted } from '../render/counted.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Context } from './context.ts';
import { tellMailsDue } from './tell-mails-due.ts';

export async function writeMailFiles(
  context: Context,
  options: { readonly for: string | undefined; readonly resend: boolean; readonly folder: string },
): Promise<number> {
  const { terminal, session } = context;
  const { day } = session;
  const { due, written } = await writeMails(session, {
    ...options,
    now: () => new Date(),
    onDue: (mails) => tellMailsDue(terminal, mails, day, context.settings.store.country),
  });
  if (written.length === 0 && due.mails.length > 0)
    terminal.talk('All of it was sent already: nothing would be sent.\n');
  for (const { file, address, calls } of written)
    terminal.talk(`${file}  to ${address}${calls === null ? '' : `, ${counted(calls, 'call')}`}\n`);
  if (written.length > 0)
    terminal.talk(`${counted(written.length, 'mail')} written to ${safeForTerminal(options.folder)}\n`);
  if (context.json)
    context.printJson({ on: day, dry_run: true, mails: written, left_out: leftOutRecords(due.leftOut) });
  return due.strangersOff.length > 0 ? EXIT.needsLook : EXIT.done;
}
