/** What an import did, for the person who ran it. */

import type { Problem } from '../domain/problem.ts';
import { counted } from './counted.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { textTable } from './text-table.ts';

export interface ImportReport {
  readonly file: string;
  readonly import_id: number | null;
  readonly kind: string;
  readonly layout: string;
  readonly encoding: string;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly columns: readonly { readonly column: string; readonly field: string | null }[] | null;
  readonly problems: readonly Problem[];
}

interface Options {
  readonly styles: Styles;
  readonly width: number | null;
  readonly dryRun: boolean;
}

const SHOWN_AT_MOST = 20;

export function importReportAsText(report: ImportReport, { styles, width, dryRun }: Options): string {
  const counts = [
    styles.good(`${report.new} new`),
    `${report.changed} changed`,
    `${report.same} same`,
    `${report.skipped} skipped`,
    report.rejected > 0 ? styles.bad(`${report.rejected} rejected`) : '0 rejected',
  ].join(', ');
  return [
    `${styles.bold(safeForTerminal(report.file))}  ${report.kind} as ${report.layout}, ${report.encoding}${dryRun ? '  (dry run, nothing was kept)' : ''}\n`,
    `  ${counted(report.rows, 'row')}: ${counts}\n`,
    takenFor(report, styles, width),
    ...(['rejected', 'skipped', 'warning'] as const).map((outcome) =>
      section(
        report.problems.filter((problem) => problem.outcome === outcome),
        outcome,
        styles,
      ),
    ),
    report.import_id !== null && report.problems.length > 0
      ? styles.dim(`  All of it again: beback imports show ${report.import_id}\n`)
      : '',
  ].join('');
}

/** The columns one by one, when no layout was known: a wrong guess must be seen. */
function takenFor({ columns }: ImportReport, styles: Styles, width: number | null): string {
  if (columns === null) return '';
  const used = columns.filter(({ field }) => field !== null);
  const unused = columns.filter(({ field, column }) => field === null && column !== '');
  const table = textTable(
    [
      { title: 'Column', priority: 2, minWidth: 12, maxWidth: 34 },
      { title: 'Taken for', priority: 1, minWidth: 12 },
    ],
    used.map(({ column, field }) => [column, (field ?? '').replaceAll('_', ' ')]),
    { width: width === null ? null : width - 4, style: styles },
  );
  const rest =
    unused.length === 0
      ? ''
      : `  Not used: ${unused.map(({ column }) => safeForTerminal(column)).join(', ')}\n`;
  return `  No layout of this name is known; each column was taken for what its header and values say:\n${table.replace(/^/gm, '    ').trimEnd()}\n${rest}`;
}

const HEADINGS = {
  rejected: 'Rejected (could not be used; mend and import again)',
  skipped: 'Skipped on purpose',
  warning: 'Went in, with a remark',
} as const;

function section(problems: readonly Problem[], outcome: keyof typeof HEADINGS, styles: Styles): string {
  if (problems.length === 0) return '';
  // many of one kind say no more than one and a count
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.code}\u0000${problem.column ?? ''}\u0000${problem.message}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  const lines = [...groups.values()].map((group) => {
    const [first] = group;
    if (!first) return '';
    const column = first.column === null ? '' : ` ${safeForTerminal(first.column)}`;
    const value = first.value === null || first.value === '' ? '' : ` "${safeForTerminal(first.value)}"`;
    const where =
      group.length === 1 ? `line ${first.line}` : `line ${first.line} and ${group.length - 1} more`;
    return `    ${where}:${column}${value} ${safeForTerminal(first.message)}${first.hint && outcome === 'rejected' ? styles.dim(`; ${safeForTerminal(first.hint)}`) : ''}\n`;
  });
  const more = lines.length > SHOWN_AT_MOST ? `    … and ${lines.length - SHOWN_AT_MOST} more kinds\n` : '';
  const style = outcome === 'rejected' ? styles.bad : outcome === 'warning' ? styles.warning : styles.dim;
  return `  ${style(`${HEADINGS[outcome]}: ${problems.length}`)}\n${lines.slice(0, SHOWN_AT_MOST).join('')}${more}`;
}
