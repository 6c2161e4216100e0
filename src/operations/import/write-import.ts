/** Taking in one file that is understood: all of its rows in one transaction, with the record of them. */

import type { Problem } from '../../domain/problem.ts';
import type { SourceFile } from '../../rows/source-file.ts';
import type { Store } from '../../store/engine/store.ts';
import { asStoreFault } from '../../store/engine/store-fault.ts';
import { likeSalespeople } from '../../store/like-salespeople.ts';
import { BulkLoad } from '../../store/writing/bulk-load.ts';
import { ImportLog } from '../../store/writing/import-log.ts';
import { addToJournal } from '../../store/writing/journal.ts';
import { type FileReport, type ImportOptions, REGISTRY_KIND, refuseIfChanged } from './prepared-file.ts';

/** What is said of the file as a whole. */
export type AboutFile = Pick<FileReport, 'kind' | 'layout' | 'encoding' | 'delimiter' | 'sheet'>;

/** An import on its way. */
export interface RunningImport {
  readonly db: Store;
  readonly log: ImportLog;
  /** UTC instant */
  readonly startedAt: string;
  /** UTC instant */
  readonly deliveredAt: string;
  /** adds what there is to remark to the report */
  readonly problems: Problem[];
}

export interface WrittenRows {
  /** when nobody has written to the file meanwhile */
  readonly conclude?: () => Pick<FileReport, 'removed' | 'entry' | 'gone'>;
  /** what needs the indexes, and belongs to the transaction all the same */
  readonly behind?: () => void;
  readonly columns?: () => FileReport['columns'];
  readonly outlook?: () => Pick<FileReport, 'late_sales' | 'touches_without_visits'>;
  /** the ids of those nobody knew before */
  readonly newSalespeople?: () => readonly number[];
  /** once what is `behind` is done */
  readonly soldByOther?: () => FileReport['sold_by_other'];
}

/** @param writeRows throws to keep nothing of the file @throws Fault `file-being-written`, `db-…`, and what `writeRows` throws */
export async function writeImport(
  db: Store,
  source: SourceFile,
  about: AboutFile,
  options: ImportOptions,
  deliveredAt: (startedAt: string) => string,
  writeRows: (running: RunningImport) => Promise<WrittenRows>,
): Promise<FileReport> {
  const startedAt = options.now().toISOString();
  const bulk = new BulkLoad(db, source.bytes);
  const { dryRun } = options;
  try {
    bulk.begin();
    const delivered = deliveredAt(startedAt);
    const log = new ImportLog(db, {
      ...about,
      file: source.name,
      sha256: source.sha256,
      bytes: source.bytes,
      startedAt,
      deliveredAt: delivered,
      deliveredOn: options.dayOf(new Date(delivered)),
      by: options.by,
    });
    const problems: Problem[] = [];
    const written = await writeRows({ db, log, startedAt, deliveredAt: delivered, problems });
    refuseIfChanged(source);
    const concluded = written.conclude?.();
    const newSalespeople = likeSalespeople(db, written.newSalespeople?.() ?? []);
    const outlook = written.outlook?.();
    log.finish(options.now().toISOString());
    if (about.kind !== REGISTRY_KIND) tellOfImport(db, log, about, source, options);
    if (dryRun && !bulk.isNested) bulk.rollback();
    else bulk.commit(written.behind);
    return {
      file: source.name,
      import_id: dryRun ? null : log.id,
      ...about,
      ...log.counts,
      ...concluded,
      columns: written.columns?.() ?? null,
      new_salespeople: newSalespeople,
      sold_by_other: written.soldByOther?.() ?? [],
      ...outlook,
      problems,
    };
  } catch (error) {
    bulk.rollback();
    throw asStoreFault(error, db.name);
  }
}

/** One row a file, however many it holds; a copy of the registry has its own, which can be taken back. */
function tellOfImport(
  db: Store,
  { id, counts }: ImportLog,
  { kind, layout }: AboutFile,
  { name, sha256 }: SourceFile,
  { acting }: ImportOptions,
): void {
  addToJournal(db, acting(), {
    customerId: null,
    action: 'import',
    details: { import_id: id, file: name, kind, layout, sha256, ...counts },
  });
}
