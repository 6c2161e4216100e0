/** What was done, for a terminal or a mail. */

import type { WorkTally } from '../domain/work-tally.ts';
import type { Styles } from './styles.ts';
import {
  isEmptyTally,
  spanInWords,
  TALLY_COLUMNS,
  TALLY_LEGEND,
  tallyLines,
  unreachedLines,
} from './tally-in-words.ts';
import { textTable } from './text-table.ts';
import { wrapped } from './wrapped.ts';

export interface TallyTextOptions {
  /** columns of the terminal; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** the store's: how days are written */
  readonly country: string;
}

/** A table of people, then what closed and was given up by touch; each under its heading. */
export function workTallyAsText(tally: WorkTally, options: TallyTextOptions): string {
  const { width, styles } = options;
  const when = spanInWords(tally, options.country);
  if (isEmptyTally(tally))
    return `${paragraph(`Nothing was done, and nothing closed uncalled, ${when}.`, width)}`;
  return `${styles.heading(`Done ${when}`)}\n${peopleTable(tally, options)}${paragraph(TALLY_LEGEND, width)}${unreachedAsText(tally, options)}`;
}

const paragraph = (text: string, width: number | null): string => `${wrapped(text, width).join('\n')}\n`;

const peopleTable = (tally: WorkTally, { width, styles }: TallyTextOptions): string =>
  textTable(
    [
      { title: 'Salesperson', priority: 99, minWidth: 12, maxWidth: 28, grow: true, wrap: true },
      ...TALLY_COLUMNS.map(({ title, priority }) => ({
        title,
        priority,
        minWidth: title.length,
        align: 'right' as const,
      })),
    ],
    tallyLines(tally).map(({ who, counts }) => [who, ...counts.map(String)]),
    { width, style: styles },
  );

/** Empty where nothing closed and nothing was given up. */
function unreachedAsText(tally: WorkTally, { width, styles }: TallyTextOptions): string {
  const lines = unreachedLines(tally);
  if (lines.length === 0) return '';
  const table = textTable(
    [
      { title: 'Salesperson', priority: 4, minWidth: 12, maxWidth: 28, grow: true, wrap: true },
      { title: 'Touch', priority: 5, minWidth: 14, maxWidth: 46, grow: true, wrap: true },
      { title: 'Uncalled', priority: 6, minWidth: 8, align: 'right' },
      { title: 'Held back', priority: 2, minWidth: 9, align: 'right' },
      { title: 'Given up', priority: 3, minWidth: 8, align: 'right' },
    ],
    lines.map(({ who, label, uncalled, withheld, givenUp }, i) => [
      // in a pipe every line stands for itself
      width !== null && lines[i - 1]?.who === who ? '' : who,
      label,
      String(uncalled),
      String(withheld),
      String(givenUp),
    ]),
    { width, style: styles },
  );
  return `\n${styles.heading('Closed uncalled, and given up')}\n${table}`;
}
