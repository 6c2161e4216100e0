/** Reading back a call list that was filled in: logged line by line. */

import { readSheet, type SheetCall, type SheetProblem, type SheetReading } from '../contacts/read-sheet.ts';
import { Fault } from '../domain/fault.ts';
import type { LoggedContact, LogState, NewContact } from '../domain/new-contact.ts';
import type { ValueProblem } from '../domain/problem.ts';
import type { SheetReport } from '../render/sheet-report-as-text.ts';
import { logEach } from '../store/writing/contact-writer.ts';
import { conventionalOrder } from '../values/conventional-order.ts';
import { futureContact } from './days-given.ts';
import { knownToSheet } from './known-to-sheet.ts';
import { lawWarningsByDay } from './law-of-contacts.ts';
import { openSheet, type Sheet, type SheetNotice } from './open-sheet.ts';
import type { ActingSession, Session } from './session.ts';

/**
 * @param file path of a CSV or a workbook; `-` = standard input
 * @param tab of a workbook, the name of the sheet
 * @throws Fault `not-a-sheet`, with what to do about it
 */
export const sheetToLog = (file: string, tab?: string): Promise<Sheet> =>
  openSheet(file, tab).catch((error: unknown) => {
    throw asSheetFault(error);
  });

/** Whether the lines say themselves of which day they are. */
export const saysItsDays = ({ columns }: Sheet): boolean => columns.has('on');

/**
 * Logs every good line in one transaction, whatever is wrong with others.
 * @param file what it is called in the report
 */
export function logSheet(session: ActingSession, file: string, sheet: Sheet): SheetReport {
  const reading = withoutFuture(session, readLines(session, sheet));
  const outcomes = logEach(session.store, session.acting, reading.calls.map(contactOf));
  const report = reportOf(file, reading, outcomes, lawWarningsByDay(session, reading.calls.map(contactOf)));
  return { ...report, remarks: [...sheet.notices.map(asRemark), ...report.remarks] };
}

const asRemark = (notice: SheetNotice): SheetProblem => ({ ...notice, column: null, value: null });

/** Lines about a day that has not come yet are refused like any other mistake. */
function withoutFuture(session: ActingSession, reading: SheetReading): SheetReading {
  const early = reading.calls.flatMap((call): SheetProblem[] => {
    const fault = futureContact(session, call.on);
    if (fault === null) return [];
    const { code, message } = fault;
    return [{ line: call.line, column: 'on', value: call.on, code, message, hint: 'put the day right' }];
  });
  const lines = new Set(early.map(({ line }) => line));
  return {
    ...reading,
    calls: reading.calls.filter(({ line }) => !lines.has(line)),
    problems: [...reading.problems, ...early],
  };
}

/** Lines of the sheet that reading it back would log or reject, ascending; found out by logging them, and taking that back. */
export function linesNotLogged(session: ActingSession, sheet: Sheet): number[] {
  const { store: db, acting } = session;
  const { calls, problems } = readLines(session, sheet);
  const rejected = problems.map(({ line }) => line);
  if (calls.length === 0) return rejected;
  db.exec('BEGIN IMMEDIATE');
  try {
    const outcomes = logEach(db, acting, calls.map(contactOf));
    const open = calls.filter((_, i) => {
      const outcome = outcomes[i];
      return outcome instanceof Fault || outcome?.state === 'logged' || outcome?.state === 'changed';
    });
    return [...rejected, ...open.map(({ line }) => line)].sort((a, b) => a - b);
  } finally {
    db.exec('ROLLBACK');
  }
}

const readLines = ({ store, settings, day }: Session, { columns, header, rows }: Sheet): SheetReading =>
  readSheet(columns, header, rows, knownToSheet(store, day, conventionalOrder(settings.store.country)));

/** A file is read as an export is; what to do about one that is no sheet is another matter. */
function asSheetFault(error: unknown): unknown {
  if (!(error instanceof Fault) || !NO_TABLE.has(error.code)) return error;
  const { message, code, exit } = error;
  return new Fault(message, { code, exit, hint: SAVE_AS_CSV, cause: error });
}

const NO_TABLE: ReadonlySet<string> = new Set(['not-a-csv', 'empty-file', 'no-columns']);
const SAVE_AS_CSV =
  'name the filled-in list itself, saved from the spreadsheet as CSV (UTF-8) or .xlsx: beback log --sheet calls.csv';

/** Whose name is on the sheet made the call, else who hands it in. */
const contactOf = ({ outcome, salespersonId, saleId, line: _, ...call }: SheetCall): NewContact => ({
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
  byLaw: readonly string[][],
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
    else if (outcome.state !== 'same')
      remarks.push(...(byLaw[i] ?? []).map((message) => problemOf(call, { code: 'by-law', message })));
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
