/** A table in the HTML part of a mail: styled cell by cell, as mail readers need it. */

import { type HtmlFragment, html } from './html.ts';

export interface MailColumn {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** Whom or what a row is about comes first; each text stands for itself, be it written from the right or the left. */
export function mailTable(
  columns: readonly MailColumn[],
  rows: readonly (readonly (string | number)[])[],
): HtmlFragment {
  const isWide = columns.length > FIT_ON_TELEPHONE;
  const table: Table = { columns: isWide ? columns.slice(1) : columns, titled: isWide };
  return html`<div style="overflow-x:auto"><table cellpadding="0" cellspacing="0" style="border-collapse:collapse">
<tr>${table.columns.map((column) => html`<th scope="col" class="cell quiet" style="${CELL};color:#555;font-weight:normal"${align(column)}>${column.title}</th>`)}</tr>
${rows.map((row) => tableRow(row, table))}</table></div>
`;
}

interface Table {
  readonly columns: readonly MailColumn[];
  /** the first cell of a row stands above the others */
  readonly titled: boolean;
}

/** More columns than these leave no room for a name beside them. */
const FIT_ON_TELEPHONE = 8;

const CELL = 'padding:6px 8px;font-size:14px;line-height:20px';
const RULE = 'border-top:1px solid #ccc';
const align = (column: MailColumn | undefined): HtmlFragment =>
  column?.isNumber ? html` align="right"` : html` align="left"`;

function tableRow(row: readonly (string | number)[], { columns, titled }: Table): HtmlFragment {
  const cells = titled ? row.slice(1) : row;
  const style = titled ? CELL : `${CELL};${RULE}`;
  return html`${titled ? html`<tr><th scope="rowgroup" colspan="${columns.length}" align="left" class="cell rule" style="${CELL};${RULE}">${inCell(row[0] ?? '')}</th></tr>\n` : null}<tr>${cells.map((cell, i) => html`<td class="cell rule" style="${style}"${align(columns[i])}>${inCell(cell)}</td>`)}</tr>
`;
}

const inCell = (cell: string | number): HtmlFragment =>
  typeof cell === 'number' ? html`${cell}` : html`<bdi>${cell}</bdi>`;
