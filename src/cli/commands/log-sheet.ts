/** `beback log --sheet FILE`: a call list that comes back filled in, logged line by line. */

import {
  readSheet,
  type SheetCall,
  type SheetProblem,
  type SheetReading,
} from '../../contacts/read-sheet.ts';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import type { ValueProblem } from '../../domain/problem.ts';
import { conventionalOrder } from '../../importing/profile.ts';
import { knownToSheet } from '../../operations/known-to-sheet.ts';
import { openSheet } from '../../operations/open-sheet.ts';
import { type SheetReport, sheetReportAsText } from '../../render/sheet-report-as-text.ts';
import {
  type LoggedContact,
  type LogState,
  logEach,
  type NewContact,
} from '../../store/writing/contact-writer.ts';
import type { Context } from '../context.ts';

/**
 * Logs every good line in one transaction, whatever is wrong with others.
 * @param file path of a CSV, as written by `beback today --format csv` or saved again by a spreadsheet; `-` = standard input
 * @returns the exit code: 3 when a line was rejected
 * @throws Fault `not-a-sheet` for any other file; nothing was logged then
 */
export async function runLogSheet(context: Context, file: string): Promise<number> {
  const sheet = await openSheet(file).catch((error: unknown) => {
    throw asSheetFault(error);
  });
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

/** A file is read as an export is; what to do about one that is no sheet is another matter. */
function asSheetFault(error: unknown): unknown {
  if (!(error instanceof Fault) || !NO_TABLE.has(error.code)) return error;
  const { message, code, exit } = error;
  return new Fault(message, { code, exit, hint: SAVE_AS_CSV, cause: error });
}

const NO_TABLE: ReadonlySet<string> = new Set(['not-a-csv', 'empty-file', 'no-columns']);
const SAVE_AS_CSV =
  'name the filled-in list itself, saved from the spreadsheet as CSV (UTF-8): beback log --sheet calls.csv';

/** Whose name is on the sheet made the call, else who hands it in. */
export const contactOf = ({ outcome, salespersonId, saleId, line: _, ...call }: SheetCall): NewContact => ({
  ...call,
  outcome: outcome.name,
  staysTakenBack: true,
  ...(salespersonId === null ? {} : { salespersonId }),
  ...(saleId === null ? {} : { saleId }),
});

function reportOf(
  file: string,
  { lines, blank, calls, problems }: SheetReading,
  outcomes: ReturnType<typeof logEach>,
): SheetReport {
  const counts: Record<LogState, number> = { logged: 0, changed: 0, same: 0, 'taken-back': 0 };
  const refused: SheetProblem[] = [];
  const remarks: SheetProblem[] = [];
  outcomes.forEach((outcome, i) => {
    const call = calls[i];
    if (!(outcome instanceof Fault)) counts[outcome.state] += 1;
    if (call === undefined) return;
    if (outcome instanceof Fault) refused.push(problemOf(call, outcome));
    else if (outcome.state === 'taken-back') remarks.push(problemOf(call, takenBack(outcome)));
  });
  const { 'taken-back': taken_back, ...others } = counts;
  const rejected = [...problems, ...refused].sort((a, b) => a.line - b.line);
  return {
    file,
    lines,
    ...others,
    taken_back,
    blank,
    rejected: rejected.length,
    problems: rejected,
    remarks,
  };
}

/** It was meant to be taken back, or it was a slip: only a person can tell. */
const takenBack = ({ id }: LoggedContact): ValueProblem => ({
  code: 'taken-back',
  message: `was logged as entry ${id} and taken back`,
  hint: 'if it is right after all, log it by hand, or change the line',
});

const problemOf = (
  { line, outcome }: SheetCall,
  {
    code,
    message,
    hint,
  }: { readonly code: string; readonly message: string; readonly hint?: string | undefined },
): SheetProblem => ({
  line,
  column: 'outcome',
  value: outcome.name,
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
});
