/** Telling salespeople what of their answers was not understood: one mail an answer, once. */

import type { Answer, AnswerReport, Obstacle } from '../../domain/mail.ts';
import { composeMessage } from '../../mail/message.ts';
import { reportMail } from '../../mail/report-mail.ts';
import type { Settings } from '../../settings/settings.ts';
import { takeSendingLock } from '../../store/engine/sending-lock.ts';
import { doubtWhatWasLeft, type PlannedReport, plannedReports } from '../../store/mail-ledger.ts';
import { listAnswered } from '../../store/replies.ts';
import type { Session } from '../session.ts';
import { domainFor } from './day-mails.ts';
import type { MailPasswords } from './mail-password.ts';
import { MailRun } from './mail-run.ts';
import { mailTransport } from './mail-transport.ts';

export interface ReportsSent {
  /** how many went out */
  readonly sent: number;
  /** how many the next run tries again */
  readonly waiting: number;
  /** what kept one from going out */
  readonly troubles: readonly { readonly address: string; readonly answer: Answer }[];
  /** what kept all of them */
  readonly stoppedBy: { readonly server: string; readonly obstacle: Obstacle } | null;
}

const NOTHING: ReportsSent = { sent: 0, waiting: 0, troubles: [], stoppedBy: null };

/** What the mail server did not take for so long is not worth telling any more. */
const WORTH_TELLING_MS = 3 * 24 * 60 * 60_000;

/**
 * Those of this run, and what earlier ones could not send. Who finds another beback sending leaves them to the next run.
 * @throws Fault as `mailTransport` does
 */
export async function sendReports(
  { store: db, settings }: Session,
  { passwords, now }: { readonly passwords: MailPasswords; readonly now: () => Date },
): Promise<ReportsSent> {
  const { enabled, from } = settings.mail;
  if (!enabled || from === null) return NOTHING;
  const since = new Date(now().getTime() - WORTH_TELLING_MS).toISOString();
  const waiting = (): number => plannedReports(db, since).length;
  if (waiting() === 0) return NOTHING;
  const transport = await mailTransport(settings.mail, settings.path, passwords);
  const lock = takeSendingLock(db.name);
  if (lock === null) return { ...NOTHING, waiting: waiting() };
  try {
    doubtWhatWasLeft(db);
    const reports = plannedReports(db, since);
    const troubles: { address: string; answer: Answer }[] = [];
    let sent = 0;
    const run = new MailRun({
      db,
      transport,
      from,
      now,
      onAnswer: (id, answer) => {
        if (answer.kind === 'accepted') sent += 1;
        else troubles.push({ address: reports.find((one) => one.id === id)?.address ?? '', answer });
      },
    });
    await run.send(
      reports.map((report) => ({
        id: report.id,
        address: report.address,
        compose: () => messageOf(report, listAnswered(db, report.answer_id), { settings, from, date: now() }),
      })),
    );
    const { obstacle } = run;
    const stoppedBy = obstacle === null ? null : { server: transport.name, obstacle };
    return { sent, waiting: waiting(), troubles, stoppedBy };
  } finally {
    transport.close();
    lock.release();
  }
}

/** @param list Message-ID of the answered list, so that the three stand together; null when that is not known */
function messageOf(
  { day, name, address, answer_id, message_id, report }: PlannedReport,
  list: string | null,
  { settings, from, date }: { readonly settings: Settings; readonly from: string; readonly date: Date },
): Promise<Buffer> {
  const { country, name: storeName } = settings.store;
  const letter = reportMail(
    JSON.parse(report) as AnswerReport,
    { name, day },
    { country, storeName: storeName ?? '' },
  );
  return composeMessage({
    ...letter,
    from: { name: storeName ?? 'beback', address: from },
    to: { name, address },
    replyTo: settings.mail.replyTo,
    messageId: message_id,
    date,
    answers: [list, answer_id].filter((id) => id !== null && !id.startsWith('sha256:')) as string[],
    listId: `report.beback.${domainFor(settings)}`,
  });
}
