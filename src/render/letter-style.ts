/** How a printed letter looks, and where its address stands. */

import type { Paper } from './call-sheet-style.ts';

/**
 * The address begins 63 mm below the edge and 25 mm from the left. That is inside the window of a German or other
 * DIN 5008 form B envelope, and of a North American number 10 window envelope (7/8 inch from the left, 1/2 inch from
 * the bottom), wherever the folded sheet slides.
 */
export const letterStyle = (paper: Paper): string => `
@page { size: ${paper === 'letter' ? 'letter' : 'A4'} portrait; margin: 20mm 20mm 20mm 25mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 11pt/1.45 Georgia, "Times New Roman", "Liberation Serif", "Noto Serif", serif; }
article { position: relative; }
article + article { break-before: page; }
header { height: 37mm; overflow: hidden; font-size: 9.5pt; line-height: 1.35; }
header span:first-child { font-size: 14pt; font-weight: bold; }
address { position: absolute; top: 43mm; left: 0; width: 80mm; height: 27mm; overflow: hidden; font-style: normal; line-height: 1.3; overflow-wrap: anywhere; }
header span, address span, .from span { display: block; }
p { margin: 0 0 1em; white-space: pre-line; overflow-wrap: anywhere; orphans: 2; widows: 2; }
p.date { margin: 43mm 0 2em; }
p.from { margin: 16mm 0 0; white-space: normal; break-inside: avoid; break-before: avoid; }
p.from span:first-child { font-weight: bold; }
@media screen { body { max-width: 210mm; margin: 8mm auto; padding: 0 10mm; } article + article { margin-top: 25mm; border-top: 0.3mm solid #000; padding-top: 10mm; } }
`;
