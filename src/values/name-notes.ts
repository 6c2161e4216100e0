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
  /** the telephone number that stood beside it, as it was written */
  readonly phone: string | null;
  /** what stood in brackets behind the name and is no part of it */
  readonly aside: string | null;
}

const PERHAPS_NOTED =
  /\*|†|✝|@|\)$|\]$|\d{3}|dnc|not|n't|dont|no c|dec|décéd|estate|\best\b|late\b|verst|nachla|erbe|feue?\b|success|difun|fallec|falec|heren|hered|herdei|suces|espolio|espólio|defun|deced|eredi|erven|overl|avlid|dødsbo|dodsbo|d[oö]dsbo|kuolinpes|hoirie|wijlen|heirs|execut| rep|passed|died/i;
const NOT_CALLED =
  /\bdnc\b|\bdo\s*n[o']?t\s+(?:call|phone|solicit)\b|\bdon['’]?t\s+call\b|\bno\s+calls?\b/giu;
const NOT_CONTACTED = /\bdo\s*n[o']?t\s+contact\b|\bdon['’]?t\s+contact\b|\bno\s+contact\b/giu;
/**
 * The dead as registers and offices write them, in English, German, French, Spanish, Portuguese, Italian, Dutch and the Nordic languages;
 * their heirs, too, are nobody to call about a car.
 */
const DECEASED = new RegExp(
  [
    String.raw`\bdeceased\b|\bdec['’]d\b|\bdecd\b|[([]\s*dec\.?\s*[)\]]|,\s*dec\.?$|\sdec\.$|[†✝]`,
    String.raw`[([]\s*r\.?i\.?p\.?\s*[)\]]|\s*[-–,(]\s*(?:passed(?:\s+away)?|died)\b.*$|^(?:(?:the\s+)?(?:heirs?|execut(?:or|rix)|pers(?:onal|\.)?\s+rep(?:resentative|\.)?)|[^,]*,\s*(?:the\s+)?execut(?:or|rix))\s+(?:of|for)\s+(?:(?:the\s+)?est(?:ate)?\.?\s+of\s+)?|^wijlen\s+|^hoirie\s+|\sd[oø]dsbo$|\sd[oö]dsbo$`,
    String.raw`\bverst(?:orben(?:er?)?|\.)|\bdécédée?|\bdecedee?\b|\bdéfunte?\b|\bdefunte?\b|\bdifunt[oa]\b|\bfallecid[oa]\b|\bfalecid[oa]\b|\bdecedut[oa]\b|\bdefunt[oa]\b|\boverleden\b|\bavliden?\b`,
    String.raw`^(?:the\s+)?est(?:ate)?\.?\s+of(?:\s+the\s+late)?\s+|^estate\s*[:–-]\s*|(?<=,)\s*(?:the\s+)?est(?:ate)?\.?\s+of\s+|[\s,]*\b(?:the\s+)?est(?:ate)?\.?\s+of\s*(?:the)?$|^the\s+late\s+|[([]\s*(?:the\s+)?(?:est(?:ate)?\.?(?:\s+of)?|late)\s*[)\]]|\s*[,–-]\s*(?:the\s+)?(?:estate|late)$|(?<!\breal)\s+estate$`,
    String.raw`^(?:nachlass|nachlaß)(?:\s+(?:von|des|der|nach))?\s+|^erben(?:gem(?:einschaft|\.))?(?:\s+(?:von|des|der|nach))?\s+|^feue?\s+(?:m\.|mme\s+)?|^(?:la\s+)?succession\s+(?:de\s+(?:m\.|mme\s+)?|d['’])?`,
    String.raw`^(?:la\s+)?herencia(?:\s+yacente)?\s+de\s+|^(?:los\s+)?(?:herederos|herdeiros)\s+d[eoa]s?\s+|^(?:la\s+)?sucesi[oó]n\s+(?:de\s+)?|^esp[oó]lio\s+d[eoa]\s+|^eredi(?:t[aà])?\s+(?:di\s+)?|^erven(?:\s+van)?\s+|^d[oø]dsbo(?:et)?(?:\s+(?:etter|efter))?\s+|^d[oö]dsboet?(?:\s+efter)?\s+|^kuolinpes[aä]\s+`,
  ].join('|'),
  'giu',
);
/** An address in a name cell, with what is around it. */
const ADDRESS_IN_NAME =
  /\s*[-–,:]?\s*[<([]*(?:mailto:)?([^\s<>()[\],;:]+@[^\s<>()[\],;:]+\.[a-z]{2,})[>)\]]*/giu;
/** A company may be called so; an estate or a trust has somebody's note in front. */
const COMPANY_FIRST_WORD = /^(?:dnc|deceased)(?=\s+\p{L}|,\s*\p{L}+\.?$)(?!.*\b(?:of|trust)\b)/iu;
/** Behind the name: nine digits and more are no part of one. */
const PHONE_IN_NAME =
  /[\s,;:–-]*[([]??\s*(?:\b(?:home|work|cell|mobile?|handy|phone|tel|ph|[chmw])\b[.:]*\s*)?(\+?\(?\d(?:[\s()./-]{0,2}\d){8,14})\s*[)\]]?$/iu;
/** "Ann Lee (VIP)"; behind a given name it may be what they are called. */
const ASIDE = /^([^,]+\s[^,]+?)\s*[([]([^()[\]]+)[)\]]$/u;
/** Who acts for the dead, behind their name. */
const ACTS_FOR = /\s+c\/o\s.*$|\s*,[^,]*\bexecut(?:or|rix)$/iu;
/** Whole sentences are searched for wishes and the dead only: the patterns above are slow on thousands of letters. */
const LONGEST_NAME = 200;
const BLANKS = /\s+/g;
const STARS = /\*+/g;
const EMPTY_BRACKETS = /[([{][\s\d./!-]*[)\]}]/g;
const LOOSE_END = /[\s,;:!–-]+$/u;
const LOOSE_ENDS = new RegExp(`^[\\s,;:!–-]+|${LOOSE_END.source}`, 'gu');

const NO_NOTES = { wish: null, deceased: false, email: null, phone: null, aside: null } as const;
const NO_NAME: NotedName = { name: '', ...NO_NOTES };

/** Takes the notes, an e-mail address and a telephone number out of a name cell. */
export function nameNotes(cell: string): NotedName {
  if (cell === '') return NO_NAME;
  if (!PERHAPS_NOTED.test(cell)) return { name: cell, ...NO_NOTES };
  const whole = cleanCell(cell).replace(BLANKS, ' ');
  const email = whole.includes('@') ? (ADDRESS_IN_NAME.exec(whole)?.[1] ?? null) : null;
  ADDRESS_IN_NAME.lastIndex = 0;
  const unaddressed = email === null ? whole : whole.replace(ADDRESS_IN_NAME, '').trim();
  const isName = whole.length <= LONGEST_NAME;
  const phone = isName ? (PHONE_IN_NAME.exec(unaddressed)?.[1] ?? null) : null;
  const cleaned = phone === null ? unaddressed : unaddressed.replace(PHONE_IN_NAME, '');
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
      .replace(BLANKS, ' ')
      .replace(own === '' ? LOOSE_ENDS : LOOSE_END, '');
  // "DECEASED - Estate of Ann Lee" is noted twice
  const left = own + (deceased ? without(without(text)).replace(ACTS_FOR, '') : without(text));
  const [, name = left, aside = null] = isFirm || !isName ? [] : (ASIDE.exec(left) ?? []);
  return { name, wish, deceased, email, phone, aside };
}

/** A firm may deal in estates; only what is left without the note tells. */
function isDead(text: string, isFirm: boolean): boolean {
  if (text.search(DECEASED) === -1) return false;
  return !isFirm || (!hasLegalForm(text) && !looksLikeBusiness(text.replace(DECEASED, ' ').trim()));
}
