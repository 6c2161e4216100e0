/** What an import did, for the person who ran it. */

import type { Problem } from '../domain/problem.ts';
import type { SoldByOther } from '../domain/sold-by-other.ts';
import { counted } from './counted.ts';
import { problemInWords } from './problem-in-words.ts';
import { soldByOtherAsText } from './sold-by-other-as-text.ts';
import type { Styles } from './styles.ts';
import { displayWidth, safeForTerminal } from './terminal-text.ts';
import { fittedLines } from './wrapped.ts';

/** What one file's import came to. */
export interface ImportReport {
  readonly file: string;
  readonly import_id: number | null;
  readonly kind: string;
  readonly layout: string;
  /** `xlsx` for a workbook */
  readonly encoding: string;
  /** of a workbook: the one that was read */
  readonly sheet: string | null;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  readonly rejected: number;
  /** numbers a newer copy of the do-not-call registry no longer has */
  readonly removed?: number;
  /** cars that a newer list of the stock no longer has */
  readonly gone?: number;
  /** of the journal, by which it is taken back; null = nothing was kept */
  readonly entry?: number | null;
  /** what each column was taken for, when the columns were understood one by one */
  readonly columns: readonly { readonly column: string; readonly field: string | null }[] | null;
  readonly problems: readonly Problem[];
  /** new sales that came too late for the touches of their first days */
  readonly late_sales?: number;
  /** labels of touches that count from visits, when no visit was ever imported */
  readonly touches_without_visits?: readonly string[];
  /** salespeople nobody knew before, each with those it may be */
  readonly new_salespeople: readonly NewSalesperson[];
  /** customers of one salesperson on the deals of others */
  readonly sold_by_other: readonly SoldByOther[];
}

interface PersonNamed {
  readonly code: string | null;
  readonly name: string;
}
interface NewSalesperson extends PersonNamed {
  readonly like: readonly PersonNamed[];
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
  const lines = [
    `${styles.bold(safeForTerminal(report.file))}  ${report.kind} as ${report.layout}, ${report.encoding}${report.sheet === null ? '' : `, sheet "${safeForTerminal(report.sheet)}"`}${dryRun ? '  (dry run, nothing was kept)' : ''}\n`,
    `  ${counted(report.rows, 'row')}: ${counts}\n`,
    report.removed ? `  ${counted(report.removed, 'number')} no longer on the registry: taken out\n` : '',
    report.gone ? `  ${counted(report.gone, 'car')} no longer in the lot\n` : '',
    takenFor(report, styles, width),
    newPeople(report.new_salespeople),
    soldByOtherAsText(report.sold_by_other, width),
    lateSales(report.late_sales ?? 0),
    withoutVisits(report.touches_without_visits ?? []),
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
    report.entry == null ? '' : styles.dim(`  To take it back: beback undo ${report.entry}\n`),
    nextStep(report, dryRun),
  ];
  return fittedLines(lines.join(''), width);
}

/** On a first import everybody is new, and only those who may be somebody else are worth a word. */
function newPeople(people: readonly NewSalesperson[]): string {
  const named = ({ code, name }: PersonNamed): string =>
    safeForTerminal(code === null || code === name ? name : `${name} (${code})`);
  const doubtful = people.filter(({ like }) => like.length > 0);
  const lines = doubtful.map(
    (person) =>
      `    ${named(person)}: perhaps ${person.like.map(named).join(' or ')}; if so:\n      beback salespeople set ${quoted(person.like[0]?.name)} --alias ${quoted(person.name)} --merge\n`,
  );
  const others = people.filter(({ like }) => like.length === 0).map(named);
  const plain = others.length === 0 || others.length > MOST_NAMED ? '' : ` ${others.join(', ')}`;
  if (people.length === 0) return '';
  return `  ${counted(people.length, 'new salesperson', 'new salespeople')}:${plain}\n${lines.join('')}`;
}

const lateSales = (count: number): string =>
  count === 0
    ? ''
    : `  ${counted(count, 'sale')} came too late for the calls of the first days: a file every week brings them in time\n`;

const withoutVisits = (labels: readonly string[]): string =>
  labels.length === 0
    ? ''
    : `  No file of the workshop was ever imported, and the plan counts on one: ${labels.map(safeForTerminal).join(', ')}\n`;

/** What to type next. */
function nextStep(report: ImportReport, dryRun: boolean): string {
  if (dryRun) return '  Next: the same without --dry-run\n';
  if (report.rejected > 0)
    return `  Next: mend the rejected rows (beback imports show ${report.import_id}) and import them again\n`;
  if (report.kind === 'inventory') return '  Next: beback matches --all\n';
  return report.new + report.changed > 0 && report.entry == null ? '  Next: beback today --all\n' : '';
}

const MOST_NAMED = 8;
const quoted = (name = ''): string => `"${safeForTerminal(name)}"`;

/** The columns one by one, when no layout was known: a wrong guess must be seen. */
function takenFor({ columns }: ImportReport, styles: Styles, width: number | null): string {
  if (columns === null) return '';
  const used = columns.flatMap(({ column, field }) =>
    field === null ? [] : [`${column} = ${field.replaceAll('_', ' ')}`],
  );
  const unused = columns.flatMap(({ field, column }) => (field === null && column !== '' ? [column] : []));
  const room = (width ?? 120) - 4;
  return [
    '  No layout with this header is known; each column was taken for what its header and values say:\n',
    styles.dim(wrapped(used, room)),
    unused.length === 0 ? '' : `  Not used:\n${styles.dim(wrapped(unused, room))}`,
  ].join('');
}

/** Items in lines of at most `width`, broken only between items. */
function wrapped(items: readonly string[], width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const item of items.map(safeForTerminal)) {
    const longer = line === '' ? item : `${line} · ${item}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = item;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((text) => `    ${text}\n`).join('');
}

/** Remarks that ask for a decision. */
const WORTH_A_HINT = new Set(['all-skipped', 'number-of-another', 'other-sheets', 'refusal-of-sentences']);

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
    // each rejected row is somebody's work to mend
    const row = outcome === 'rejected' ? problem.line : '';
    const key = `${row}\u0000${problem.code}\u0000${problem.column ?? ''}\u0000${problem.message}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  const lines = [...groups.values()].map((group) => {
    const [first] = group;
    if (!first) return '';
    const where =
      group.length === 1
        ? `line ${first.line}${first.deal_number === undefined ? '' : `, deal ${safeForTerminal(first.deal_number)}`}`
        : `line ${first.line} and ${group.length - 1} more`;
    return `    ${where}: ${problemInWords(first)}${first.hint && (outcome === 'rejected' || WORTH_A_HINT.has(first.code)) ? styles.dim(`; ${safeForTerminal(first.hint)}`) : ''}\n`;
  });
  const more = lines.length > SHOWN_AT_MOST ? `    … and ${lines.length - SHOWN_AT_MOST} more kinds\n` : '';
  const style = outcome === 'rejected' ? styles.bad : outcome === 'warning' ? styles.warning : styles.dim;
  return `  ${style(`${HEADINGS[outcome]}: ${problems.length}`)}\n${lines.slice(0, SHOWN_AT_MOST).join('')}${more}`;
}
