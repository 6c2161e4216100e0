/** `beback send --check`: the whole chain up to the mail server's answer, and what is said of it. */

import { EXIT } from '../domain/fault.ts';
import { checkMail, type MailCheck } from '../operations/mailing/check-mail.ts';
import { leftOutRecords, type MailsDue } from '../operations/mailing/mails-due.ts';
import { counted } from '../render/counted.ts';
import { recipientInWords } from '../render/mail-record.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Context } from './context.ts';
import { tellTrouble } from './mail-trouble.ts';
import { tellMailsDue } from './tell-mails-due.ts';

export async function sendCheck(
  context: Context,
  options: { readonly for: string | undefined; readonly from: string; readonly to: string | null },
): Promise<number> {
  const { terminal, lookingSession: session, settings } = context;
  const { security = 'none', user = null } = settings.mail.server ?? {};
  const check = await checkMail(session, {
    ...options,
    password: context.mailPassword,
    now: () => new Date(),
    onOpen: (server) => {
      const by = security === 'none' ? '' : `, ${security === 'tls' ? 'TLS' : 'STARTTLS'}`;
      const as = user === null ? '' : `, signed in as ${user}`;
      terminal.talk(`${safeForTerminal(`${server}${by}${as}`)}: ready\n`);
    },
    onDue: (due) => {
      tellMailsDue(terminal, due, session.day, settings.store.country);
      for (const mail of due.mails) terminal.talk(`${safeForTerminal(mailInWords(mail))}\n`);
    },
  });
  if (context.json) context.printJson(asJson(check, session.day));
  const exit = tell(context, check);
  if (exit === EXIT.done && !settings.mail.enabled)
    terminal.talk(
      'Sending is still switched off: once the line is there, set enabled = true under [mail].\n',
    );
  return exit;
}

const mailInWords = ({ salesperson, address, calls }: MailsDue['mails'][number]): string =>
  salesperson === null
    ? `would go to ${address}: the digest`
    : `would go to ${recipientInWords({ ...salesperson, address })}: ${counted(calls ?? 0, 'call')}`;

function tell({ terminal }: Context, { server, to, result }: MailCheck): number {
  if ('obstacle' in result || result.answer.kind !== 'accepted')
    return tellTrouble(terminal, `the line to ${to}`, server, result);
  terminal.talk(`One line went to ${safeForTerminal(to)}: look whether it arrives.\n`);
  return EXIT.done;
}

const asJson = ({ server, to, due, result }: MailCheck, on: string) => ({
  on,
  server,
  to,
  sent: 'answer' in result && result.answer.kind === 'accepted',
  why:
    'obstacle' in result
      ? result.obstacle.text
      : result.answer.kind === 'accepted'
        ? null
        : result.answer.text,
  would_send: due.mails.map(({ kind, salesperson, address, calls }) => ({
    kind,
    salesperson: salesperson && { code: salesperson.code, name: salesperson.name },
    address,
    calls,
  })),
  left_out: leftOutRecords(due.leftOut),
});
