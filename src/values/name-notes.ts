/** What stores write into a name for want of a better place: that nobody should call, or that the customer has died. */

import { hasLegalForm, looksLikeBusiness } from './business-name.ts';
import { cleanCell } from './cell.ts';

export interface NotedName {
  /** without the notes and without the stars that draw the eye to them */
  readonly name: string;
  /** `call`: not to be called; `contact`: not to be contacted at all */
  readonly wish: 'call' | 'contact' | null;
  readonly deceased: boolean;
  /** the address that stood beside the name, as it was written */
  readonly email: string | null;
}

const PERHAPS_NOTED =
  /\*|†|✝|@|dnc|not|n't|dont|no c|dec|décéd|estate|\best\b|late\b|verst|nachla|erbe|feue?\b|success|difun|fallec|falec|heren|hered|herdei|suces|espolio|espólio|defun|deced|eredi|erven|overl|avlid|dødsbo|dodsbo|d[oö]dsbo|kuolinpes/i;
const NOT_CALLED =
  /\bdnc\b|\bdo\s*n[o']?t\s+(?:call|phone|solicit)\b|\bdon['’]?t\s+call\b|\bno\s+calls?\b/giu;
const NOT_CONTACTED = /\bdo\s*n[o']?t\s+contact\b|\bdon['’]?t\s+contact\b|\bno\s+contact\b/giu;
/**
 * The dead as registers and offices write them, in English, German, French, Spanish, Portuguese, Italian, Dutch and the Nordic languages;
 * their heirs, too, are nobody to call about a car.
 */
const DECEASED = new RegExp(
  [
    String.raw`\bdeceased\b|\bdec['’]d\b|\bdecd\b|[([]\s*dec\.?\s*[)\]]|,\s*dec\.?$|[†✝]`,
    String.raw`\bverst(?:orben(?:er?)?|\.)|\bdécédée?|\bdecedee?\b|\bdéfunte?\b|\bdefunte?\b|\bdifunt[oa]\b|\bfallecid[oa]\b|\bfalecid[oa]\b|\bdecedut[oa]\b|\bdefunt[oa]\b|\boverleden\b|\bavliden?\b`,
    String.raw`^(?:the\s+)?est(?:ate)?\.?\s+of(?:\s+the\s+late)?\s+|[\s,]*\b(?:the\s+)?est(?:ate)?\.?\s+of\s*(?:the)?$|^the\s+late\s+|[([]\s*(?:the\s+)?(?:estate(?:\s+of)?|late)\s*[)\]]|\s*[,–-]\s*(?:the\s+)?(?:estate|late)$|(?<!\breal)\s+estate$`,
    String.raw`^(?:nachlass|nachlaß)(?:\s+(?:von|des|der|nach))?\s+|^erben(?:gemeinschaft)?(?:\s+(?:von|des|der|nach))?\s+|^feue?\s+(?:m\.|mme\s+)?|^(?:la\s+)?succession\s+(?:de\s+(?:m\.|mme\s+)?|d['’])?`,
    String.raw`^(?:la\s+)?herencia(?:\s+yacente)?\s+de\s+|^(?:los\s+)?(?:herederos|herdeiros)\s+d[eoa]s?\s+|^(?:la\s+)?sucesi[oó]n\s+(?:de\s+)?|^esp[oó]lio\s+d[eoa]\s+|^eredi(?:t[aà])?\s+(?:di\s+)?|^erven(?:\s+van)?\s+|^d[oø]dsbo(?:et)?(?:\s+(?:etter|efter))?\s+|^d[oö]dsboet?(?:\s+efter)?\s+|^kuolinpes[aä]\s+`,
  ].join('|'),
  'giu',
);
/** An address in a name cell, with what is around it. */
const ADDRESS_IN_NAME =
  /\s*[-–,:]?\s*[<([]*(?:mailto:)?([^\s<>()[\],;:]+@[^\s<>()[\],;:]+\.[a-z]{2,})[>)\]]*/giu;
/** A company may be called so; an estate or a trust has somebody's note in front. */
const COMPANY_FIRST_WORD = /^(?:dnc|deceased)(?=\s+\p{L}|,\s*\p{L}+\.?$)(?!.*\b(?:of|trust)\b)/iu;
const STARS = /\*+/g;
const EMPTY_BRACKETS = /[([{][\s\d./!-]*[)\]}]/g;
const LOOSE_END = /[\s,;:!–-]+$/u;
const LOOSE_ENDS = new RegExp(`^[\\s,;:!–-]+|${LOOSE_END.source}`, 'gu');

const NO_NAME: NotedName = { name: '', wish: null, deceased: false, email: null };

/** Takes the notes and an e-mail address out of a name cell. */
export function nameNotes(cell: string): NotedName {
  if (cell === '') return NO_NAME;
  if (!PERHAPS_NOTED.test(cell)) return { name: cell, wish: null, deceased: false, email: null };
  const whole = cleanCell(cell);
  const email = whole.includes('@') ? (ADDRESS_IN_NAME.exec(whole)?.[1] ?? null) : null;
  ADDRESS_IN_NAME.lastIndex = 0;
  const cleaned = email === null ? whole : whole.replace(ADDRESS_IN_NAME, '').trim();
  const isFirm = looksLikeBusiness(cleaned);
  const [own = ''] = isFirm ? (COMPANY_FIRST_WORD.exec(cleaned) ?? []) : [];
  const text = cleaned.slice(own.length);
  const contact = text.search(NOT_CONTACTED) !== -1;
  const wish = contact ? 'contact' : text.search(NOT_CALLED) === -1 ? null : 'call';
  const deceased = isDead(text, isFirm);
  const notes = [NOT_CALLED, NOT_CONTACTED, ...(deceased ? [DECEASED] : []), STARS];
  const without = (noted: string): string =>
    notes
      .reduce((left, note) => left.replace(note, ' '), noted)
      .replace(EMPTY_BRACKETS, ' ')
      .replace(/\s+/g, ' ')
      .replace(own === '' ? LOOSE_ENDS : LOOSE_END, '');
  // "DECEASED - Estate of Ann Lee" is noted twice
  return { name: own + (deceased ? without(without(text)) : without(text)), wish, deceased, email };
}

/** A firm may deal in estates; only what is left without the note tells. */
function isDead(text: string, isFirm: boolean): boolean {
  if (text.search(DECEASED) === -1) return false;
  return !isFirm || (!hasLegalForm(text) && !looksLikeBusiness(text.replace(DECEASED, ' ').trim()));
}
