/** What became of a sheet that was read back, for the person who handed it in. */

import type { Problem } from '../domain/problem.ts';
import { counted } from './counted.ts';
import { problemInWords } from './problem-in-words.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';

/** Lines of the list = logged + changed + same + blank + rejected. */
export interface SheetReport {
  readonly file: string;
  readonly lines: number;
  readonly logged: number;
  /** logged before, and the sheet says something else now */
  readonly changed: number;
  readonly same: number;
  /** not called yet */
  readonly blank: number;
  readonly rejected: number;
  /** one for each rejected line */
  readonly problems: readonly Omit<Problem, 'outcome'>[];
}

/** The counts, and each rejected line with what to put right. */
export function sheetReportAsText(report: SheetReport, styles: Styles): string {
  const counts = [
    styles.good(`${report.logged} logged`),
    `${report.changed} changed`,
    `${report.same} same`,
    `${report.blank} blank`,
    report.rejected > 0 ? styles.bad(`${report.rejected} rejected`) : '0 rejected',
  ].join(', ');
  const problems = report.problems.map((problem) => {
    const { line, hint } = problem;
    const advice = hint === undefined ? '' : styles.dim(`; ${safeForTerminal(hint)}`);
    return `  line ${line}: ${problemInWords(problem)}${advice}\n`;
  });
  return `${styles.bold(safeForTerminal(report.file))}: ${counted(report.lines, 'line')}: ${counts}\n${problems.join('')}`;
}
