/** Taking in several files: all of them or none that is not understood, or each for itself out of a drop folder. */

import { existsSync } from 'node:fs';
import { EXIT, Fault } from '../../domain/fault.ts';
import { fileAway, inDeliveryOrder, prepareToFileAway } from '../../files/drop-folder.ts';
import { noSuchFile } from '../../rows/source-file.ts';
import type { Store } from '../../store/engine/store.ts';
import { asStoreFault } from '../../store/engine/store-fault.ts';
import { prepareFile } from './import-file.ts';
import { BEING_WRITTEN, type FileReport, type ImportOptions, type PreparedFile } from './prepared-file.ts';

export interface ImportOfFiles {
  /** what holds for a file */
  readonly optionsFor: (file: string) => ImportOptions;
  /** opened when the first file is understood */
  readonly store: () => Store;
  /** for the words of a fault */
  readonly databasePath: string;
  /** told of each file when it is in */
  readonly onReport: (report: FileReport) => void;
}

export interface FilesTogether {
  readonly reports: readonly FileReport[];
  /** what kept the next file out, after those of `reports` were in; null when all are in */
  readonly fault: Fault | null;
}

/**
 * All of the files are read and understood before the first is written: a mistake in the third must not leave two in.
 * @throws Fault while nothing is in
 */
export async function importTogether(
  files: readonly string[],
  dryRun: boolean,
  { optionsFor, store, onReport }: ImportOfFiles,
): Promise<FilesTogether> {
  const prepared: PreparedFile[] = [];
  const reports: FileReport[] = [];
  try {
    for (const file of files) prepared.push(await prepareFile(file, optionsFor(file)));
    const db = store();
    if (dryRun) db.exec('BEGIN IMMEDIATE');
    for (const ready of prepared) {
      const report = await ready.write(db);
      reports.push(report);
      onReport(report);
    }
    return { reports, fault: null };
  } catch (error) {
    if (reports.length === 0 || dryRun || !(error instanceof Fault)) throw error;
    return { reports, fault: error };
  } finally {
    for (const ready of prepared) ready.dispose();
  }
}

export interface Refusal {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

export interface FilesFiledAway {
  readonly reports: readonly (FileReport & { readonly moved_to: string | null })[];
  readonly refused: readonly Refusal[];
  /** still being written */
  readonly waiting: readonly string[];
}

/**
 * Each file for itself, the oldest delivery first. What went in moves into the folder; what was refused or is still being
 * written stays, and is named.
 * @param onRefusal told of each file that stays, and why
 */
export async function importAndFileAway(
  paths: readonly string[],
  folder: string,
  { optionsFor, store, databasePath, onReport }: ImportOfFiles,
  onRefusal: (why: Fault) => void,
): Promise<FilesFiledAway> {
  const { files, unfinished, missing } = await inDeliveryOrder(paths);
  const [isMissing] = missing;
  if (isMissing !== undefined && missing.length === paths.length) throw noSuchFile(isMissing);
  prepareToFileAway(folder);
  const reports: FilesFiledAway['reports'][number][] = [];
  const waiting = [...unfinished];
  const refused: Refusal[] = [];
  const refuse = (file: string, why: Fault): void => {
    refused.push({ file, code: why.code, message: why.message });
    onRefusal(why);
  };
  for (const file of missing) refuse(file, noSuchFile(file));
  for (const file of files) {
    try {
      const ready = await prepareFile(file, optionsFor(file));
      try {
        const report = await ready.write(store());
        onReport(report);
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
      const fault = asStoreFault(error, databasePath);
      if (fault instanceof Fault && fault.code === BEING_WRITTEN) waiting.push(file);
      else if (!(fault instanceof Fault) || fault.exit === EXIT.tryAgain) throw fault;
      else refuse(file, fault);
    }
  }
  return { reports, refused, waiting };
}

function noRowUsed({ file, rows, import_id: id }: FileReport): Fault {
  const none = rows === 1 ? 'its only row was rejected' : `all of its ${rows} rows were rejected`;
  return new Fault(`${file} stays where it is: ${none}`, {
    code: 'no-row-used',
    hint: `\`beback imports show ${id}\` says why; mend the file, or take it away`,
  });
}
