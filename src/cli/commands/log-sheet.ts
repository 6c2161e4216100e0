/** `beback log --sheet FILE`: a call list that comes back filled in, logged line by line. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { futureContact } from '../../operations/days-given.ts';
import { logSheet, saysItsDays, sheetToLog } from '../../operations/log-sheet.ts';
import { sheetReportAsText } from '../../render/sheet-report-as-text.ts';
import type { Context } from '../context.ts';

/**
 * @param file path of a CSV, as written by `beback today --format csv`, or of what a spreadsheet program saved of it; `-` = standard input
 * @param tab of a workbook, the name of the sheet
 * @returns the exit code: 3 when a line was rejected
 * @throws Fault `not-a-sheet` for any other file, `no-day`, `future-contact`; nothing was logged then
 */
export async function runLogSheet(context: Context, file: string, tab?: string): Promise<number> {
  const sheet = await sheetToLog(file, tab);
  if (!saysItsDays(sheet) && context.daysGiven.length === 0)
    throw usageFault(
      'no-day',
      `${file} does not say of which day it is: it has no column "on"; nothing was logged`,
      'say the day of the calls: --on 2026-11-21',
    );
  const early = saysItsDays(sheet) ? null : futureContact(context.actingSession, context.day);
  if (early !== null) throw early;
  const report = logSheet(context.actingSession, file, sheet);
  if (context.json) context.printJson(report);
  else if (report.rejected > 0 || !context.quiet)
    context.terminal.print(sheetReportAsText(report, context.terminal.styles));
  return report.rejected > 0 ? EXIT.needsLook : EXIT.done;
}
