/** The words of a mail that is written in HTML alone, a line a block. */

/** Blocks that begin a new line, and what is nothing to read. */
const NEW_LINE = /^\/?(?:br|p|div|tr|li|h\d|pre)\b/;
const CELL = /^t[dh]\b/;
const UNREAD = /^(style|script|head|title)\b/;
const NEVER_CLOSED = /^(?:br|img|hr|input|meta|link|col|wbr)\b/;
const INVISIBLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|max-height|opacity)\s*:\s*0(?:px|pt|em|%)?\s*(?:[;"'!]|$)/;
/** Far beyond what mail programs write into one tag. */
const LONGEST_TAG = 4000;

/**
 * Good enough for what a telephone writes: nothing from a quotation on, nor what is hidden. One pass from tag to tag: a mail may come from
 * anybody, and hold anything.
 */
export function wordsOfHtml(html: string): string {
  const lower = html.toLowerCase();
  let words = '';
  let isLaidOut = false;
  let hidden: { readonly name: string; depth: number } | null = null;
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    const close = open === -1 ? -1 : html.indexOf('>', open);
    const text = html.slice(at, open === -1 ? html.length : open);
    if (hidden === null) words += isLaidOut ? text : text.replace(/[ \t\r\n]+/g, ' ');
    if (close === -1) break;
    if (lower.startsWith('<!--', open)) {
      const ends = lower.indexOf('-->', open);
      if (ends === -1) break;
      at = ends + 3;
      continue;
    }
    const tag = lower.slice(open + 1, Math.min(close, open + LONGEST_TAG));
    const [, closes = '', name = ''] = /^(\/?)([a-z][a-z0-9:]*)/.exec(tag) ?? [];
    if (hidden !== null) {
      if (name === hidden.name) hidden.depth += closes === '/' ? -1 : 1;
      if (hidden.depth === 0) hidden = null;
      at = close + 1;
      continue;
    }
    if (closes === '' && name !== '' && !NEVER_CLOSED.test(tag) && !tag.endsWith('/') && isHidden(tag)) {
      hidden = { name, depth: 1 };
      at = close + 1;
      continue;
    }
    if (tag.startsWith('blockquote')) break;
    if (/^\/?pre\b/.test(tag)) isLaidOut = !tag.startsWith('/');
    if (NEW_LINE.test(tag)) words += '\n';
    else if (CELL.test(tag)) words += ' ';
    const unread = UNREAD.exec(tag)?.[1];
    const end = unread === undefined ? close : lower.indexOf(`</${unread}`, close);
    if (end === -1) break;
    at = unread === undefined ? close + 1 : end;
  }
  return words
    .split('\n')
    .map((line) => decoded(line).trim())
    .join('\n');
}

/** What no reader sees was not written by whoever answers. */
function isHidden(tag: string): boolean {
  const style = tag.search(/\sstyle\s*=/);
  if (style !== -1 && INVISIBLE.test(tag.slice(style))) return true;
  return /\shidden(?:[\s=]|$)/.test(tag.replace(/"[^"]*"|'[^']*'/g, '""'));
}

/** U+00A0 to U+00FF in their order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** What mail programs write by name; all else they write by number, or as it is. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, i): [string, string] => [name, String.fromCodePoint(0xa0 + i)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    euro: '€',
    trade: '™',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '',
    zwj: '',
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    Yuml: 'Ÿ',
  }),
]);

const decoded = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+\d*));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return isCharacter(code) ? String.fromCodePoint(code) : whole;
    })
    .replaceAll('\u00a0', ' ');

const isCharacter = (code: number): boolean =>
  code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
