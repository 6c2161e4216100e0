/** `beback import FILE...`: exports of the DMS into the store, one transaction a file. */

import { dirname } from 'node:path';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import { draftMap, tableOfDraft } from '../../operations/import/draft-map.ts';
import { importExit } from '../../operations/import/import-file.ts';
import {
  type ImportOfFiles,
  importAndFileAway,
  importTogether,
} from '../../operations/import/import-files.ts';
import { mapInFile } from '../../operations/import/named-layout.ts';
import { type FileReport, REGISTRY_KIND } from '../../operations/import/prepared-file.ts';
import { refuseMapName, saveMapAs } from '../../operations/import/save-map.ts';
import { counted } from '../../render/counted.ts';
import { importReportAsText } from '../../render/import-report-as-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';
import { type ImportFlags, importOptions } from '../import-options.ts';
import { isDataFolder } from '../paths.ts';
import { type RunResult, recordedRun } from '../recorded-run.ts';

export async function runImport(
  context: Context,
  files: readonly string[],
  flags: ImportFlags,
): Promise<number> {
  const dryRun = flags.dryRun ?? false;
  const { moveTo, saveMap } = flags;
  if (flags.draftMap) return printDraft(context, files, flags);
  if (saveMap !== undefined) refuseToSave(saveMap, flags);
  if (moveTo !== undefined && (dryRun || files.includes('-')))
    throw usageFault('usage', '--move-to moves files that went in', 'leave --dry-run and - away');
  context.actingName.allow({ mayBeFirst: true, areTold: moveTo !== undefined });
  if (dryRun) return (await allTogether(context, files, flags, true)).exit;
  return recordedRun(context, 'import', () => {
    context.access.refuseBadPlace();
    // a name that is nobody's is told before a file is read
    if (context.access.exists) void context.store;
    return moveTo === undefined
      ? allTogether(context, files, flags, false)
      : outOfDropFolder(context, files, flags, moveTo);
  });
}

const importOfFiles = (context: Context, flags: ImportFlags, dryRun: boolean): ImportOfFiles => ({
  optionsFor: importOptions(context, flags, dryRun),
  store: () => (dryRun ? context.storeToTry : context.storeToMake),
  databasePath: context.databasePath,
  onReport: (report) => show(context, report, dryRun),
});

async function allTogether(
  context: Context,
  files: readonly string[],
  flags: ImportFlags,
  dryRun: boolean,
): Promise<RunResult> {
  const { reports, fault } = await importTogether(files, dryRun, importOfFiles(context, flags, dryRun));
  if (context.json) context.printJson({ dry_run: dryRun, files: reports });
  if (fault !== null) throw partlyDone(fault, reports.length, files.length);
  await keepMap(context, files, flags);
  return { exit: importExit(reports), counts: countsOf(reports) };
}

async function outOfDropFolder(
  context: Context,
  paths: readonly string[],
  flags: ImportFlags,
  folder: string,
): Promise<RunResult> {
  const onRefusal = ({ message, hint }: Fault): void =>
    context.terminal.complain(`${message}\n${hint === undefined ? '' : `try: ${hint}\n`}`);
  const done = await importAndFileAway(paths, folder, importOfFiles(context, flags, false), onRefusal);
  const { reports, refused, waiting } = done;
  for (const file of waiting)
    context.terminal.talk(`${safeForTerminal(file)} is still being written; the next run takes it.\n`);
  if (context.json) context.printJson({ dry_run: false, files: reports, refused, waiting });
  return {
    exit: refused.length > 0 ? EXIT.needsLook : importExit(reports),
    counts: { ...countsOf(reports), refused: refused.length, waiting: waiting.length },
  };
}

async function printDraft(context: Context, files: readonly string[], flags: ImportFlags): Promise<number> {
  const [file, more] = files;
  if (file === undefined || more !== undefined || flags.map !== undefined || flags.layout !== undefined)
    throw usageFault(
      'usage',
      '--draft-map takes one file, and neither --map nor --layout',
      'leave the rest away',
    );
  const draft = await draftMap(file, importOptions(context, flags, true)(file));
  if (context.json) context.printJson(draft);
  else context.terminal.print(draft.draft);
  return EXIT.done;
}

/** Before anything is imported. @throws Fault `usage` */
function refuseToSave(name: string, { dryRun, layout, moveTo }: ImportFlags): void {
  if (dryRun || layout !== undefined || moveTo !== undefined)
    throw usageFault('usage', '--save-map goes without --dry-run, --layout and --move-to', 'leave them away');
  refuseMapName(name);
}

/** The map given, else what was guessed of the first file. */
async function keepMap(context: Context, files: readonly string[], flags: ImportFlags): Promise<void> {
  const { saveMap: name, map, kind } = flags;
  const [file] = files;
  if (name === undefined || file === undefined) return;
  const exportKind = kind === undefined || kind === REGISTRY_KIND ? undefined : kind;
  const table =
    map === undefined
      ? tableOfDraft(await draftMap(file, importOptions(context, flags, true)(file)))
      : mapInFile(map, exportKind);
  saveMapAs(name, table, context.settingsPath, isDataFolder(dirname(context.settingsPath)));
  context.terminal.talk(
    `The map is kept in ${context.settingsPath} as ${name}; files with these columns are read by it.\n`,
  );
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
function partlyDone(fault: Fault, done: number, all: number): Fault {
  const { message, code, hint } = fault;
  return new Fault(`${message}\n(${counted(done, 'file')} of ${all} went in before this one)`, {
    code,
    exit: EXIT.needsLook,
    cause: fault,
    ...(hint === undefined ? {} : { hint }),
  });
}

const textOf = ({ terminal }: Context, report: FileReport, dryRun: boolean): string =>
  importReportAsText(report, { styles: terminal.styles, width: terminal.width, dryRun });
