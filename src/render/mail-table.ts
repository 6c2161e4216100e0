/** A table in the HTML part of a mail: styled cell by cell, as mail readers need it. */

import { type HtmlFragment, html } from './html.ts';

export interface MailColumn {
  readonly title: string;
  readonly isNumber?: boolean;
}

const CELL = 'padding:6px 8px;border-top:1px solid #ccc';
const HEAD = 'padding:6px 8px;color:#555';
const align = (column: MailColumn | undefined): HtmlFragment | null =>
  column?.isNumber ? html` align="right"` : null;

/** Each text stands for itself, be it written from the right or the left. */
export const mailTable = (
  columns: readonly MailColumn[],
  rows: readonly (readonly (string | number)[])[],
): HtmlFragment =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
<tr>${columns.map((column) => html`<td style="${HEAD}"${align(column)}>${column.title}</td>`)}</tr>
${rows.map(
  (
    row,
  ) => html`<tr>${row.map((cell, i) => html`<td style="${CELL}"${align(columns[i])}>${typeof cell === 'number' ? cell : html`<bdi>${cell}</bdi>`}</td>`)}</tr>
`,
)}</table>
`;
