/** `beback import FILE...`: exports of the DMS into the store, one transaction a file. */

import { existsSync } from 'node:fs';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import { fileAway, inDeliveryOrder, prepareToFileAway } from '../../files/drop-folder.ts';
import { importExit, prepareFile } from '../../operations/import/import-file.ts';
import { BEING_WRITTEN, type FileReport, type PreparedFile } from '../../operations/import/prepared-file.ts';
import { counted } from '../../render/counted.ts';
import { importReportAsText } from '../../render/import-report-as-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { noSuchFile } from '../../rows/source-file.ts';
import { asStoreFault } from '../../store/engine/store-fault.ts';
import type { Context } from '../context.ts';
import { type ImportFlags, importOptions } from '../import-options.ts';
import { type RunResult, recordedRun } from '../recorded-run.ts';

export async function runImport(
  context: Context,
  files: readonly string[],
  flags: ImportFlags,
): Promise<number> {
  const dryRun = flags.dryRun ?? false;
  const { moveTo } = flags;
  if (moveTo !== undefined && (dryRun || files.includes('-')))
    throw usageFault('usage', '--move-to moves files that went in', 'leave --dry-run and - away');
  if (dryRun) return (await importTogether(context, files, flags, true)).exit;
  return recordedRun(context, 'import', () => {
    context.access.refuseBadPlace();
    return moveTo === undefined
      ? importTogether(context, files, flags, false)
      : importAndFileAway(context, files, flags, moveTo);
  });
}

/** All of the files are understood before the first is written. */
async function importTogether(
  context: Context,
  files: readonly string[],
  flags: ImportFlags,
  dryRun: boolean,
): Promise<RunResult> {
  const optionsFor = importOptions(context, flags, dryRun);
  const prepared: { readonly file: string; readonly ready: PreparedFile }[] = [];
  const reports: FileReport[] = [];
  try {
    // every file is read and understood before the first is written: a mistake in the third must not leave two in
    for (const file of files) prepared.push({ file, ready: await prepareFile(file, optionsFor(file)) });
    const db = dryRun ? context.storeToTry : context.storeToMake;
    if (dryRun) db.exec('BEGIN IMMEDIATE');
    for (const { ready } of prepared) {
      const report = await ready.write(db);
      reports.push(report);
      show(context, report, dryRun);
    }
  } catch (error) {
    if (reports.length === 0 || dryRun) throw error;
    partlyDone(context, error, reports, files.length);
  } finally {
    for (const { ready } of prepared) ready.dispose();
  }
  if (context.json) context.printJson({ dry_run: dryRun, files: reports });
  return { exit: importExit(reports), counts: countsOf(reports) };
}

interface Refusal {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Each file for itself, the oldest delivery first. What went in moves away; what was refused or is still being written
 * stays and is named.
 */
async function importAndFileAway(
  context: Context,
  paths: readonly string[],
  flags: ImportFlags,
  folder: string,
): Promise<RunResult> {
  const optionsFor = importOptions(context, flags, false);
  const { files, unfinished, missing } = await inDeliveryOrder(paths);
  const [isMissing] = missing;
  if (isMissing !== undefined && missing.length === paths.length) throw noSuchFile(isMissing);
  prepareToFileAway(folder);
  const reports: (FileReport & { readonly moved_to: string | null })[] = [];
  const waiting = [...unfinished];
  const refused: Refusal[] = [];
  const refuse = (file: string, { code, message, hint }: Fault): void => {
    refused.push({ file, code, message });
    context.terminal.complain(`${message}\n${hint === undefined ? '' : `try: ${hint}\n`}`);
  };
  for (const file of missing) refuse(file, noSuchFile(file));
  for (const file of files) {
    try {
      const ready = await prepareFile(file, optionsFor(file));
      try {
        const report = await ready.write(context.storeToMake);
        show(context, report, false);
        const isGrowing = ready.hasChanged();
        const isUseless = report.rejected > 0 && report.rejected === report.rows;
        reports.push({ ...report, moved_to: isGrowing || isUseless ? null : fileAway(file, folder) });
        if (isGrowing) waiting.push(file);
        else if (isUseless) refuse(file, noRowUsed(report));
      } finally {
        ready.dispose();
      }
    } catch (error) {
      // another run was quicker and filed it away
      if (!existsSync(file)) continue;
      const fault = asStoreFault(error, context.databasePath);
      if (fault instanceof Fault && fault.code === BEING_WRITTEN) waiting.push(file);
      else if (!(fault instanceof Fault) || fault.exit === EXIT.tryAgain) throw fault;
      else refuse(file, fault);
    }
  }
  for (const file of waiting)
    context.terminal.talk(`${safeForTerminal(file)} is still being written; the next run takes it.\n`);
  if (context.json) context.printJson({ dry_run: false, files: reports, refused, waiting });
  return {
    exit: refused.length > 0 ? EXIT.needsLook : importExit(reports),
    counts: { ...countsOf(reports), refused: refused.length, waiting: waiting.length },
  };
}

function noRowUsed({ file, rows, import_id: id }: FileReport): Fault {
  const none = rows === 1 ? 'its only row was rejected' : `all of its ${rows} rows were rejected`;
  return new Fault(`${file} stays where it is: ${none}`, {
    code: 'no-row-used',
    hint: `\`beback imports show ${id}\` says why; mend the file, or take it away`,
  });
}

function show(context: Context, report: FileReport, dryRun: boolean): void {
  if (context.terminal.showsProgress) context.terminal.talk('\r\u001b[K');
  if (context.json || (context.quiet && importExit([report]) === EXIT.done)) return;
  context.terminal.print(textOf(context, report, dryRun));
}

const COUNTED = ['rows', 'new', 'changed', 'same', 'skipped', 'rejected'] as const;

const countsOf = (reports: readonly FileReport[]): Record<string, number> => ({
  files: reports.length,
  ...Object.fromEntries(COUNTED.map((key) => [key, reports.reduce((sum, report) => sum + report[key], 0)])),
});

/** Files are transactions of their own: those before the fault are in, and that must be said. */
function partlyDone(context: Context, error: unknown, reports: readonly FileReport[], all: number): never {
  if (!(error instanceof Fault)) throw error;
  const done = `${counted(reports.length, 'file')} of ${all} went in before this one`;
  if (context.json) context.printJson({ dry_run: false, files: reports });
  throw new Fault(`${error.message}\n(${done})`, {
    code: error.code,
    exit: EXIT.needsLook,
    cause: error,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  });
}

const textOf = ({ terminal }: Context, report: FileReport, dryRun: boolean): string =>
  importReportAsText(report, { styles: terminal.styles, width: terminal.width, dryRun });
