/** `beback log --sheet FILE`: a call list that comes back filled in, logged line by line. */

import {
  readSheet,
  type SheetCall,
  type SheetProblem,
  type SheetReading,
} from '../../contacts/read-sheet.ts';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import { conventionalOrder } from '../../importing/profile.ts';
import { type SheetReport, sheetReportAsText } from '../../render/sheet-report-as-text.ts';
import { type LogState, logEach, type NewContact } from '../../store/writing/contact-writer.ts';
import type { Context } from '../context.ts';
import { knownToSheet } from '../known-to-sheet.ts';
import { openSheet } from '../open-sheet.ts';

/**
 * Logs every good line in one transaction, whatever is wrong with others.
 * @param file path of a CSV, as written by `beback today --format csv` or saved again by a spreadsheet; `-` = standard input
 * @returns the exit code: 3 when a line was rejected
 * @throws Fault `not-a-sheet` for any other file; nothing was logged then
 */
export async function runLogSheet(context: Context, file: string): Promise<number> {
  const sheet = await openSheet(file);
  if (!sheet.columns.has('on') && context.daysGiven.length === 0)
    throw usageFault(
      'no-day',
      `${file} does not say of which day it is: it has no column "on"; nothing was logged`,
      'say the day of the calls: --on 2026-11-21',
    );
  const { store: db, settings } = context;
  const reading = readSheet(
    sheet.columns,
    sheet.header,
    sheet.rows,
    knownToSheet(db, context.day, conventionalOrder(settings.store.country)),
  );
  const report = reportOf(file, reading, logEach(db, context.acting, reading.calls.map(contactOf)));
  if (context.json) context.printJson(report);
  else if (report.rejected > 0 || !context.quiet)
    context.terminal.print(sheetReportAsText(report, context.terminal.styles));
  return report.rejected > 0 ? EXIT.needsLook : EXIT.done;
}

/** Whose name is on the sheet made the call, else who hands it in. */
export const contactOf = ({ outcome, salespersonId, saleId, ...call }: SheetCall): NewContact => ({
  customerId: call.customerId,
  on: call.on,
  outcome: outcome.name,
  note: call.note,
  nextOn: call.nextOn,
  source: call.source,
  staysTakenBack: true,
  ...(salespersonId === null ? {} : { salespersonId }),
  ...(saleId === null ? {} : { saleId }),
});

function reportOf(
  file: string,
  { lines, blank, calls, problems }: SheetReading,
  outcomes: ReturnType<typeof logEach>,
): SheetReport {
  const counts: Record<LogState, number> = { logged: 0, changed: 0, same: 0 };
  const refused: SheetProblem[] = [];
  outcomes.forEach((outcome, i) => {
    const call = calls[i];
    if (!(outcome instanceof Fault)) counts[outcome.state] += 1;
    else if (call !== undefined) refused.push(problemOf(call, outcome));
  });
  const rejected = [...problems, ...refused].sort((a, b) => a.line - b.line);
  return { file, lines, ...counts, blank, rejected: rejected.length, problems: rejected };
}

const problemOf = ({ line, outcome }: SheetCall, { code, message, hint }: Fault): SheetProblem => ({
  line,
  column: 'outcome',
  value: outcome.name,
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
});
