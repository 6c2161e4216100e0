/** How the printed call sheet looks: black on white, nothing that a printer or an old browser drops. */

export type Paper = 'letter' | 'a4';

/** Margins of 12 mm and more suit every office printer. The page numbers need a browser with margin boxes. */
export const callSheetStyle = (paper: Paper): string => `
@page {
  size: ${paper === 'letter' ? 'letter' : 'A4'} portrait;
  margin: 12mm 12mm 13mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; color: #000; }
}
* { box-sizing: border-box; }
body {
  margin: 0; color: #000; background: #fff;
  font: 10pt/1.3 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", sans-serif;
  /* no wider for another font: what is measured out for Helvetica, like the room after "Next", holds in any */
  font-size-adjust: 0.52;
}
section + section { break-before: page; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr, .call { break-inside: avoid; }
th { text-align: left; font-weight: normal; padding: 0 2mm 1mm 0; }
th.sheet { padding: 0 0 2mm; }
.sheet .who { font-size: 16pt; font-weight: bold; line-height: 1.15; overflow-wrap: anywhere; }
.stale { font-weight: bold; }
.titles th { font-size: 8pt; border-bottom: 0.6mm solid #000; }
.call { border-bottom: 0.25mm solid #000; }
.call td { vertical-align: top; padding: 1.3mm 2.5mm 0.8mm 0; overflow-wrap: anywhere; }
.call td.number { font-size: 12pt; font-weight: bold; line-height: 1; padding: 2mm 0 0; white-space: nowrap; }
.number small { display: block; font-size: 7.5pt; font-weight: normal; margin-top: 1mm; }
.name { font-size: 11.5pt; font-weight: bold; line-height: 1.2; }
.phone { display: block; font-size: 14pt; font-weight: bold; line-height: 1.3; color: #000; text-decoration: none; }
.phone + .phone { font-size: 11pt; }
.phone span { white-space: nowrap; }
.phone small { font-size: 8.5pt; font-weight: normal; }
.small, .id { font-size: 8.5pt; }
.id { white-space: nowrap; }
.about { font-size: 9.5pt; }
.why { font-weight: bold; }
.when { margin: 0 0 0.6mm; }
.call td.script { font-size: 8pt; line-height: 1.25; padding: 0 0 1mm; }
.script p { margin: 0 0 0.4mm; }
.script b { font-size: 7pt; text-transform: uppercase; letter-spacing: 0.02em; }
.call td.boxes { padding: 0 0 1.2mm; }
.boxes ul { display: flex; gap: 0 1.5mm; list-style: none; margin: 0; padding: 0; }
.boxes li { display: flex; align-items: center; height: 4.8mm; font-size: 8pt; line-height: 1; white-space: nowrap; }
.boxes li::before { content: ""; flex: none; width: 3.2mm; height: 3.2mm; margin-right: 1mm; border: 0.3mm solid #000; }
.boxes b { margin-right: 0.8mm; font-size: 9pt; }
.boxes li.next { flex: 1 1 18mm; align-items: flex-end; padding-bottom: 0.3mm; border-bottom: 0.2mm dotted #000; }
.boxes li.next::before { display: none; }
.call td.notes { padding: 0 0 1.2mm; }
.notes i { display: block; height: 6.5mm; border-bottom: 0.2mm dotted #000; }
.say { break-inside: avoid; margin-top: 4mm; font-size: 8.5pt; line-height: 1.3; }
.say h2 { font-size: 10pt; margin: 0 0 1mm; }
.say p { margin: 0 0 1mm; overflow-wrap: anywhere; }
.say b { font-size: 7pt; text-transform: uppercase; letter-spacing: 0.02em; }
tfoot { display: table-footer-group; }
.foot { font-size: 7.5pt; padding: 1.2mm 0 0; }
.notice { font-size: 9.5pt; margin: 0 0 1.5mm; overflow-wrap: anywhere; }
.none { font-size: 12pt; }
@media screen { body { max-width: 200mm; margin: 8mm auto; padding: 0 4mm; } section + section { margin-top: 15mm; } }
@media screen and (max-width: 190mm) {
  table, thead, tbody, tr, th, td { display: block; }
  colgroup, .titles, .boxes, .notes, tfoot, tr > td:empty { display: none; }
  .call td, .call td.number, .call td.script { padding: 0.5mm 0; }
  .number small { display: inline; margin-left: 1mm; }
  .call { padding: 2mm 0; }
}
`;
