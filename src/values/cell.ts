/** What a cell holds once a spreadsheet's wrapping is off. */

const WRAPPED = /^="(.*)"$/s;
const GUARDED = /^'[=+\-@\d]/;

/**
 * `text` without blanks at both ends (no-break space, zero-width marks and byte-order mark included), without
 * the `="000123"` that keeps leading zeros in a spreadsheet, and without the apostrophe that marks text there.
 */
export function cleanCell(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // Nearly every cell begins and ends with a plain printable character.
  if (first > 32 && first < 127 && last > 32 && last < 127 && first !== 61 && first !== 39) return text;
  const trimmed = trim(text);
  const wrapped = WRAPPED.exec(trimmed);
  if (wrapped) return trim((wrapped[1] ?? '').replaceAll('""', '"'));
  return GUARDED.test(trimmed) ? trimmed.slice(1) : trimmed;
}

function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

const isBlank = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x2060 ||
  code === 0x3000 ||
  code === 0xfeff;
