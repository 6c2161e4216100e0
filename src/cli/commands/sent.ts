/** `beback sent`: which mails went out, and what is in doubt. */

import { addDays } from '../../domain/day.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { sentMails, settleMailByHand } from '../../operations/mailing/sent-mails.ts';
import { mailRecord, personInWords, recipientInWords } from '../../render/mail-record.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { textTable } from '../../render/text-table.ts';
import type { Context } from '../context.ts';

const DAYS_SHOWN = 7;

export function runSent(context: Context, options: { readonly days?: string }): number {
  const days = daysOf(options.days);
  const { session } = context;
  const rows = sentMails(session, context.databasePath, addDays(session.day, 1 - days));
  if (context.json) {
    context.printJson({ mails: rows.map(mailRecord) });
    return EXIT.done;
  }
  const { print, width, styles } = context.terminal;
  if (rows.length === 0) {
    print(`No mails in the last ${days} days.\n`);
    return EXIT.done;
  }
  print(
    textTable(
      [
        { title: 'Id', priority: 9, minWidth: 2, align: 'right' },
        { title: 'Day', priority: 7, minWidth: 10 },
        { title: 'Kind', priority: 4, minWidth: 6 },
        { title: 'Salesperson', priority: 8, minWidth: 12, maxWidth: 30 },
        { title: 'Address', priority: 6, minWidth: 12, maxWidth: 40 },
        { title: 'State', priority: 10, minWidth: 7 },
        { title: 'Tries', priority: 2, minWidth: 5, align: 'right' },
        { title: 'Tried at', priority: 3, minWidth: 16 },
        { title: 'Answer', priority: 5, minWidth: 10, grow: true },
      ],
      rows.map((row) => [
        String(row.id),
        row.day,
        row.kind,
        row.name === null ? '' : personInWords({ code: row.code, name: row.name }),
        row.address,
        row.state,
        String(row.tries),
        row.tried_at === null ? '' : context.localTime(row.tried_at),
        row.settled_by === null ? (row.answer ?? '') : `settled by ${row.settled_by}`,
      ]),
      { width, style: styles },
    ),
  );
  const unsure = rows.filter(({ state }) => state === 'unsure');
  for (const { id } of unsure) {
    print(
      `${id} is unsure: ask whether it came, then \`beback sent settle ${id} --as sent\` or \`--as failed\`\n`,
    );
  }
  return EXIT.done;
}

function daysOf(text: string | undefined): number {
  if (text === undefined) return DAYS_SHOWN;
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw usageFault(
      'usage',
      `--days ${text} is not a number of days from 1`,
      'give a whole number: --days 30',
    );
  return Number(text);
}

/** A person has asked the recipient. What failed is sent again by the next run of its day, with the same id. */
export function runSentSettle(context: Context, wanted: string, options: { readonly as?: string }): number {
  const state = options.as;
  if (state !== 'sent' && state !== 'failed') {
    throw usageFault(
      'usage',
      'sent settle needs --as sent or --as failed',
      `beback sent settle ${wanted} --as sent`,
    );
  }
  const row = settleMailByHand(context.actingSession, wanted, state);
  if (context.json) context.printJson(mailRecord(row));
  else {
    const next = state === 'failed' ? ': the next `beback send` of that day tries again' : '';
    context.terminal.print(
      `${safeForTerminal(recipientInWords(row))}, mail of ${row.day}: settled as ${state}${next}\n`,
    );
  }
  return EXIT.done;
}
