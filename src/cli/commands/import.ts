/** `beback import FILE...`: exports of the DMS into the store, one transaction a file. */

import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import type { Kind } from '../../importing/fields.ts';
import { BUILT_IN_LAYOUTS } from '../../importing/layouts/built-in.ts';
import { readMap } from '../../importing/map-file.ts';
import type { Layout } from '../../importing/mapping.ts';
import type { DateOrder } from '../../importing/normalise/dates.ts';
import { ENCODINGS, type Encoding, noSuchFile } from '../../importing/source-file.ts';
import { counted } from '../../render/counted.ts';
import { importReportAsText } from '../../render/import-report-as-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { asStoreFault } from '../../store/store-fault.ts';
import { askForMap } from '../ask-for-map.ts';
import type { Context } from '../context.ts';
import { fileAway, inDeliveryOrder, prepareToFileAway } from '../drop-folder.ts';
import { importExit, prepareFile } from '../import-file.ts';
import {
  BEING_WRITTEN,
  type FileKind,
  type FileReport,
  type ImportOptions,
  type PreparedFile,
  REGISTRY_KIND,
} from '../prepared-file.ts';
import { type RunResult, recordedRun } from '../recorded-run.ts';

export interface ImportFlags {
  readonly kind?: FileKind;
  readonly layout?: string;
  readonly map?: string;
  readonly dateOrder?: DateOrder;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly dryRun?: boolean;
  /** where files go that went in */
  readonly moveTo?: string;
}

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
  return recordedRun(context, 'import', () =>
    moveTo === undefined
      ? importTogether(context, files, flags, false)
      : importAndFileAway(context, files, flags, moveTo),
  );
}

/** All of the files are understood before the first is written. */
async function importTogether(
  context: Context,
  files: readonly string[],
  flags: ImportFlags,
  dryRun: boolean,
): Promise<RunResult> {
  const optionsFor = optionsOf(context, flags, dryRun);
  const prepared: { readonly file: string; readonly ready: PreparedFile }[] = [];
  const reports: FileReport[] = [];
  try {
    // every file is read and understood before the first is written: a mistake in the third must not leave two in
    for (const file of files) prepared.push({ file, ready: await prepareFile(file, optionsFor(file)) });
    const db = dryRun ? context.storeToTry : context.store;
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
  const optionsFor = optionsOf(context, flags, false);
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
        const report = await ready.write(context.store);
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

function optionsOf(context: Context, flags: ImportFlags, dryRun: boolean): (file: string) => ImportOptions {
  const { settings, terminal } = context;
  const forced = forcedLayout(context, flags);
  const encoding = encodingOf(flags.encoding);
  const delimiter = delimiterOf(flags.delimiter);
  const learned: Layout[] = [];
  return (file) => ({
    saved: [...settings.layouts, ...learned],
    dryRun,
    today: context.day,
    dayOf: (instant) => context.dayOf(instant),
    timezone: settings.store.timezone,
    country: { code: settings.store.country, given: settings.store.countryGiven },
    by: context.actor,
    ask:
      terminal.canAsk && !context.json
        ? (name, header, found) => askForMap(context, name, header, found, learned)
        : null,
    ...(forced === undefined ? {} : { forced }),
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
    ...(flags.dateOrder === undefined ? {} : { dateOrder: flags.dateOrder }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(terminal.showsProgress ? { onProgress: progress(context, file) } : {}),
  });
}

function progress(context: Context, file: string): (rows: number) => void {
  let shownAt = Date.now();
  return (rows) => {
    const now = Date.now();
    if (now - shownAt < 100) return;
    shownAt = now;
    context.terminal.talk(`\r${file}: ${rows.toLocaleString('en-US')} rows\u001b[K`);
  };
}

function forcedLayout(context: Context, flags: ImportFlags): Layout | undefined {
  if (flags.map !== undefined && flags.layout !== undefined)
    throw usageFault('usage', '--map and --layout exclude each other', 'give one of them');
  if (flags.map === undefined && flags.layout === undefined) return undefined;
  const { kind } = flags;
  if (kind === REGISTRY_KIND) {
    throw usageFault(
      'usage',
      `--kind ${kind} goes without --map and --layout`,
      'a copy of the do-not-call registry has one form; leave them away',
    );
  }
  if (flags.map !== undefined) return mapFromFile(flags.map, kind);
  const known = [...context.settings.layouts, ...BUILT_IN_LAYOUTS];
  const found = known.find((layout) => layout.name === flags.layout);
  if (!found) {
    throw usageFault(
      'unknown-layout',
      `there is no layout "${flags.layout}"`,
      `known: ${known.map((layout) => layout.name).join(', ')}`,
    );
  }
  return found;
}

function mapFromFile(path: string, kind: Kind | undefined): Layout {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw usageFault('no-such-file', `${path}: the map cannot be read`, 'check --map');
  }
  let raw: Record<string, unknown>;
  try {
    raw = parse(text);
  } catch (error) {
    throw usageFault(
      'bad-map',
      `${path}: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
      '`beback layouts --help` shows a map',
    );
  }
  // the settings hold maps as [[layout]]; the same text works as a file of its own
  const table =
    Array.isArray(raw.layout) && raw.layout.length === 1 ? (raw.layout[0] as Record<string, unknown>) : raw;
  return readMap({ name: 'map', ...(kind === undefined ? {} : { kind }), ...table }, path);
}

function encodingOf(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined;
  const wanted = name.toLowerCase().replaceAll('_', '-');
  const known =
    {
      utf8: 'utf-8',
      latin1: 'iso-8859-1',
      'iso8859-1': 'iso-8859-1',
      cp1252: 'windows-1252',
      win1252: 'windows-1252',
      utf16le: 'utf-16le',
      utf16be: 'utf-16be',
      'utf-16': 'utf-16le',
      mac: 'macroman',
    }[wanted] ?? wanted;
  const found = ENCODINGS.find((encoding) => encoding === known);
  if (!found) throw usageFault('usage', `--encoding ${name} is not known`, `known: ${ENCODINGS.join(', ')}`);
  return found;
}

function delimiterOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const named: Record<string, string> = {
    tab: '\t',
    '\\t': '\t',
    comma: ',',
    semicolon: ';',
    pipe: '|',
    space: ' ',
  };
  const delimiter = named[text.toLowerCase()] ?? text;
  if (delimiter.length !== 1)
    throw usageFault(
      'usage',
      `--delimiter "${text}" is not one character`,
      'give one, or tab, comma, semicolon, pipe',
    );
  return delimiter;
}
