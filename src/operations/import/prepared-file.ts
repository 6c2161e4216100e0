/** A file on its way into the store: what is asked of it, what it becomes, what is said of it. */

import type { Acting } from '../../domain/acting.ts';
import type { Day } from '../../domain/day.ts';
import { EXIT, Fault } from '../../domain/fault.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Kind } from '../../importing/fields.ts';
import type { Layout } from '../../importing/mapping.ts';
import type { NotRecognised } from '../../importing/recognise.ts';
import type { ImportReport } from '../../render/import-report-as-text.ts';
import type { Dialect } from '../../rows/dialect.ts';
import type { Encoding, SourceFile } from '../../rows/source-file.ts';
import type { Store } from '../../store/engine/store.ts';
import type { DateOrder } from '../../values/dates.ts';

export const REGISTRY_KIND = 'do-not-call';

/** What a file can hold: an export of the DMS, or a copy of the do-not-call registry. */
export type FileKind = Kind | typeof REGISTRY_KIND;

/** The columns of a file, and its first rows. */
export type Sampled = Pick<Dialect, 'header' | 'samples' | 'width'>;

/** Columns of days that can be read two ways: their titles, and some of what stands in them. */
export interface DatesInDoubt {
  readonly columns: readonly string[];
  readonly examples: readonly string[];
}

/** A file whose columns are not all known, with the best guess for each. */
export type NotUnderstood = NotRecognised;

export interface ImportOptions {
  readonly kind?: FileKind;
  /** a layout or map to use whatever the header looks like */
  readonly forced?: Layout;
  readonly saved: readonly Layout[];
  readonly dateOrder?: DateOrder;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** of a workbook, the name of the one to read */
  readonly sheet?: string;
  readonly dryRun: boolean;
  readonly today: Day;
  readonly now: () => Date;
  /** the day it was at an instant, by the store's clock */
  readonly dayOf: (instant: Date) => Day;
  /** IANA, when the settings name it */
  readonly timezone?: string | null;
  /** ISO 3166; `given` when the settings name it and it is no mere default */
  readonly country: { readonly code: string; readonly given: boolean };
  readonly by: string;
  /** who stands in the journal; asked for once the store is open */
  readonly acting: () => Acting;
  /** a copy of the registry may take out any share of an area's numbers */
  readonly replaces: boolean;
  /** asked when the header is not understood; null = cannot ask */
  readonly ask: ((name: string, sampled: Sampled, found: NotUnderstood) => Promise<Layout | null>) | null;
  /** asked which of day and month comes first, where nothing tells; left out = cannot ask */
  readonly askDateOrder?: (name: string, dates: DatesInDoubt) => Promise<DateOrder | null>;
  /** in force; read when the rows are in */
  readonly plan?: () => Plan;
  /** called now and then with the rows done */
  readonly onProgress?: (rows: number) => void;
}

export interface FileReport extends ImportReport {
  readonly kind: FileKind;
  readonly delimiter: string;
}

/** In what a file is written, for its report. */
export const writingOf = ({ encoding, workbook }: SourceFile): Pick<FileReport, 'encoding' | 'sheet'> =>
  workbook === null ? { encoding, sheet: null } : { encoding: 'xlsx', sheet: workbook.sheet };

/** What there is to remark on how a file is read. */
export const noticesOf = ({ notices }: SourceFile, line: number): Problem[] =>
  notices.map((notice) => ({ line, column: null, value: null, outcome: 'warning', ...notice }));

/** A file that was read through and understood; nothing is written yet. */
export interface PreparedFile {
  readonly write: (db: Store) => Promise<FileReport>;
  /** somebody has written to the file since it was opened */
  readonly hasChanged: () => boolean;
  /** takes the copy of a pipe away again */
  readonly dispose: () => void;
}

export const BEING_WRITTEN = 'file-being-written';

/** To be called before what was read is kept. @throws Fault `file-being-written` */
export function refuseIfChanged({ name, hasChanged }: SourceFile): void {
  if (!hasChanged()) return;
  throw new Fault(`${name} was written to while it was read`, {
    code: BEING_WRITTEN,
    hint: 'import it again when it is complete; nothing of it was kept',
    exit: EXIT.tryAgain,
  });
}
