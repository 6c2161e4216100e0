/** How the printed lane looks: a usual day on one page, black on white, nothing that a printer drops. */

import type { Paper } from './call-sheet-style.ts';

/** Two or three small lines a visit: 30 of them fill a page. */
export const laneSheetStyle = (paper: Paper): string => `
@page {
  size: ${paper === 'letter' ? 'letter' : 'A4'} portrait;
  margin: 9mm 12mm 10mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; color: #000; }
}
* { box-sizing: border-box; }
body {
  margin: 0; color: #000; background: #fff;
  font: 7.5pt/1.15 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", sans-serif;
  font-size-adjust: 0.52;
}
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
col.time { width: 20mm; }
col.customer { width: 60mm; }
col.ticks { width: 36mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; font-weight: normal; padding: 0 2mm 0.6mm 0; }
th.sheet { padding: 0 0 1.2mm; font-size: 8.5pt; }
.who { font-size: 13pt; font-weight: bold; line-height: 1.15; overflow-wrap: anywhere; }
.stale { font-weight: bold; }
.titles th { border-bottom: 0.5mm solid #000; }
tbody td { vertical-align: top; padding: 0.3mm 2mm 0.3mm 0; height: 7.6mm; overflow-wrap: anywhere; border-bottom: 0.2mm solid #000; }
td.time b { font-size: 9pt; white-space: nowrap; }
.name { font-size: 9pt; }
a { color: #000; text-decoration: none; white-space: nowrap; }
.blocked td { background: #eee; }
.ticks ul { display: flex; gap: 0 3mm; list-style: none; margin: 0; padding: 0; }
.ticks li { display: flex; align-items: center; height: 3.6mm; white-space: nowrap; }
.ticks li::before { content: ""; flex: none; width: 3mm; height: 3mm; margin-right: 0.8mm; border: 0.3mm solid #000; }
.ticks i { display: block; height: 3.4mm; border-bottom: 0.2mm dotted #000; }
tfoot { display: table-footer-group; }
.foot { padding: 1mm 0 0; }
.none { font-size: 12pt; }
@media screen { body { max-width: 200mm; margin: 8mm auto; padding: 0 4mm; } }
@media screen and (max-width: 150mm) {
  body { font-size: 10pt; }
  table, thead, tbody, tr, th, td { display: block; }
  colgroup, .titles, tfoot, td.ticks { display: none; }
  tbody td { height: auto; border: 0; padding: 0.5mm 0; }
  tbody tr { border-bottom: 0.2mm solid #000; padding: 2mm 0; }
}
`;
