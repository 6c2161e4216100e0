/** What became of a sheet that was read back, for the person who handed it in. */

import type { Problem } from '../domain/problem.ts';
import { counted } from './counted.ts';
import { problemInWords } from './problem-in-words.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';

/** Lines of the list = logged + changed + same + taken_back + blank + rejected. */
export interface SheetReport {
  readonly file: string;
  readonly lines: number;
  readonly logged: number;
  /** logged before, and the sheet says something else now */
  readonly changed: number;
  readonly same: number;
  /** logged before, and taken back by hand since: it stays so */
  readonly taken_back: number;
  /** not called yet */
  readonly blank: number;
  readonly rejected: number;
  /** one for each rejected line */
  readonly problems: readonly Omit<Problem, 'outcome'>[];
  /** one for each line that was taken back, and what the law has to say of one that was logged */
  readonly remarks: readonly Omit<Problem, 'outcome'>[];
}

/** The counts, and each line that was rejected, taken back or remarked on, with what to do about it. */
export function sheetReportAsText(report: SheetReport, styles: Styles): string {
  const counts = [
    styles.good(`${report.logged} logged`),
    `${report.changed} changed`,
    `${report.same} same`,
    ...(report.taken_back > 0 ? [styles.warning(`${report.taken_back} taken back`)] : []),
    `${report.blank} blank`,
    report.rejected > 0 ? styles.bad(`${report.rejected} rejected`) : '0 rejected',
  ].join(', ');
  const listed = [...report.problems, ...report.remarks].sort((a, b) => a.line - b.line);
  const problems = listed.map((problem) => {
    const { line, hint } = problem;
    const advice = hint === undefined ? '' : styles.dim(`; ${safeForTerminal(hint)}`);
    return `  line ${line}: ${problemInWords(problem)}${advice}\n`;
  });
  return `${styles.bold(safeForTerminal(report.file))}: ${counted(report.lines, 'line')}: ${counts}\n${problems.join('')}`;
}
