/** Names of customers and salespeople as exports spell them. */

import type { Reading } from '../domain/problem.ts';
import { read } from '../domain/problem.ts';
import { hasLegalForm, looksLikeBusiness, namesFirm } from './business-name.ts';
import { cleanCell } from './cell.ts';
import { foldedWords, foldText } from './fold-text.ts';
import { isOneCase, readableCase } from './letter-case.ts';
import type { NameOrder, NameParts } from './name-parts.ts';
import { familyName, isSalutation, nameParts, nameSuffix, withoutSalutation } from './name-parts.ts';

export interface PartyName {
  readonly kind: 'person' | 'business';
  /** given and middle names */
  readonly firstName: string | null;
  /** family name and suffix */
  readonly lastName: string | null;
  readonly businessName: string | null;
}

/** What the columns of one row say about a name; missing columns are left out. */
export interface NameCells {
  readonly full?: string;
  readonly title?: string;
  readonly first?: string;
  readonly middle?: string;
  readonly last?: string;
  readonly suffix?: string;
  readonly company?: string;
  /** what the export's own column for it says; null where that is blank */
  readonly flag?: 'person' | 'business' | null;
}

/** Words that stand in a cell instead of a name. */
const BLANK_WORDS = new Set([
  '',
  'unknown',
  'n a',
  'none',
  'null',
  'no name',
  'tbd',
  'unk',
  'xx',
  'xxx',
  'not available',
]);
/** Family names that are fillers when nothing stands beside them: people are called so as well. */
const ALSO_A_NAME = new Set(['null', 'none', 'nil']);
/** Whole names that are nobody's. */
const NOT_A_NAME = new Set(
  [
    'na|x|test|test test|test customer|test deal|test record|test car|sample|sample customer|customer|anonymous|anon|nobody|no one|no body|nn|n n|asdf|do not use|void',
    'cash|cash customer|customer cash|cash sale|cash deal|cash buyer|counter sale|retail customer|misc|misc customer|miscellaneous|miscellaneous customer|various|walk in|walkin|walk in customer|customer walk in',
    'house|house acct|acct house|house customer|house deal|deal house|house account|account house|house sale|house house|house unit|house hse|hse|in house|internal|internal customer|internal sale|store|store use|dealer|dealership|dealer use|dealer stock|dealer inventory|stock|stock unit|stock car|stock vehicle|demo|demo unit|demo car|demonstrator|loaner|service loaner|loaner car|loaner unit|company car|company vehicle|shop car|parts car|courtesy car|rental unit|lot car',
    'no customer|no buyer|no owner|unassigned|unassigned customer|not assigned|new customer|unknown unknown|unknown customer|customer unknown|unknown buyer|unknown owner|first last|last first|first name last name|last name first name|name|customer new|not applicable|vacant|wholesale|auction|dealer trade|same|see notes|see above|tba|tbd tbd',
    'barkunde|lagerwagen|tageszulassung|diverse|diverse kunden|laufkundschaft|unbekannt|hauskunde|vorfuhrwagen|lagerfahrzeug|client comptoir|client divers|client de passage|client inconnu|inconnu|vehicule de demonstration|publico general|publico en general|cliente mostrador|cliente generico|cliente varios|clientes varios|desconocido|consumidor final|cliente occasionale|sconosciuto|onbekend|contante klant',
  ]
    .join('|')
    .split('|'),
);
const LONGEST_FILLER = 28;
const QUOTED = /^(["“'])(.*)["”']$/s;
const STARTS_QUOTED = /^["“']/;
const BLANKS = /\s+/g;
const ODD_BLANKS = /\s\s|[^\S ]/;
const BLANK_OR_COMMA = /[ ,]/;

/**
 * Puts the name cells of one row together. Separate parts go before the full name; capitals are made readable, mixed case stays as written,
 * a company keeps the spelling of the export. Value null: there is no name.
 * @param order how a full name without a comma is written; a comma always parts family from given name
 */
export function readPartyName(cells: NameCells, order: NameOrder): Reading<PartyName> {
  const value = partyName(cells, order);
  if (value === null || value.kind === 'business' || !NAMING.some((part) => isDropped(cells[part])))
    return read(value);
  return {
    value,
    problem: { code: 'name-placeholder', message: 'holds a filler beside the name; it was left out' },
  };
}

const NAMING = ['first', 'middle', 'last', 'full'] as const;

const PERHAPS_FILLER = /^\W*(?:unk|no ?name|tbd|xx|not avail)/i;
/** A word stood there and was taken for none; marks and abbreviations of nothing are not missed. */
const isDropped = (cell: string | undefined): boolean =>
  cell !== undefined && PERHAPS_FILLER.test(cell) && nameIn(cell) === '';

function partyName(cells: NameCells, order: NameOrder): PartyName | null {
  const title = cells.title === undefined ? '' : cleanCell(cells.title);
  const flag = cells.flag ?? flagOfTitle(title);
  const company = nameIn(cells.company);
  const first = nameIn(cells.first);
  const last = nameIn(cells.last) || (first === '' ? '' : alsoAName(cells.last));
  const full = nameIn(cells.full);
  const middle = nameIn(cells.middle);
  const joined = join(first, middle, last);
  if (company === '' && isFiller(joined || full)) return null;

  if (company !== '' && flag !== 'person' && foldText(company) !== foldText(join(first, last))) {
    const contact = first === '' || last === '' ? null : fromParts(first, middle, last, cells.suffix);
    return { ...(contact ?? NOBODY), kind: 'business', businessName: company };
  }
  if (flag === 'business') return business(first === '' && last !== '' ? last : full || joined);
  if (first !== '' && last !== '') {
    if (flag !== 'person' && hasLegalForm(join(first, last))) return business(join(first, last));
    return fromParts(first, middle, last, cells.suffix);
  }
  if (last !== '') return fromLast(last, middle, full, cells.suffix, flag);
  if (full === '' && first === '') return business(company);
  return fromFull(full || first, full === '' ? 'first-last' : order, flag);
}

const alsoAName = (cell = ''): string => {
  const name = cleanCell(cell);
  return ALSO_A_NAME.has(name.toLowerCase()) ? name : '';
};

const NOBODY = { kind: 'person', firstName: null, lastName: null, businessName: null } as const;

const business = (name: string): PartyName | null =>
  name === '' ? null : { kind: 'business', firstName: null, lastName: null, businessName: name };

const join = (...parts: readonly string[]): string => {
  let joined = '';
  for (const part of parts) if (part !== '') joined = joined === '' ? part : `${joined} ${part}`;
  return joined;
};

function flagOfTitle(title: string): 'person' | 'business' | null {
  if (title === '') return null;
  if (foldedWords(title)[0] === 'bus') return 'business';
  return isSalutation(title) ? 'person' : null;
}

const isFiller = (name: string): boolean =>
  name.length <= LONGEST_FILLER && NOT_A_NAME.has(foldedWords(name).join(' '));

/** The cell without surrounding quotes and double blanks; '' where a filler stands for a name. */
function nameIn(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  const cleaned = cleanCell(cell);
  const unquoted = STARTS_QUOTED.test(cleaned) ? (QUOTED.exec(cleaned)?.[2] ?? cleaned).trim() : cleaned;
  const name = ODD_BLANKS.test(unquoted) ? unquoted.replace(BLANKS, ' ') : unquoted;
  return name.length <= LONGEST_FILLER && BLANK_WORDS.has(foldedWords(name).join(' ')) ? '' : name;
}

function fromParts(first: string, middle: string, last: string, suffixCell = ''): PartyName {
  if (!BLANK_OR_COMMA.test(first) && !BLANK_OR_COMMA.test(last)) {
    return person({ given: join(first, middle), family: last, suffix: nameSuffix(cleanCell(suffixCell)) });
  }
  const { given, family, suffix } = nameParts(
    `${last.replaceAll(',', ' ')}, ${first.replaceAll(',', ' ')}`,
    'last-first',
  );
  return person({ given: join(given, middle), family, suffix: suffix ?? nameSuffix(cleanCell(suffixCell)) });
}

/** A last name beside a blank first name: a company, or the one name a person gave. */
function fromLast(
  last: string,
  middle: string,
  full: string,
  suffixCell: string | undefined,
  flag: NameCells['flag'],
): PartyName | null {
  if (flag === 'person' ? hasLegalForm(last) : looksLikeBusiness(last)) return business(last);
  const repeated = foldText(full) === foldText(last);
  if (repeated && flag !== 'person') return business(last);
  if (last.includes(',')) return fromFull(last, 'last-first', flag);
  if (full !== '' && !repeated) return fromFull(full, 'auto', flag);
  const { family, suffix } = familyName(last);
  return person({ given: middle, family, suffix: suffix ?? nameSuffix(cleanCell(suffixCell ?? '')) });
}

function fromFull(full: string, order: NameOrder, flag: NameCells['flag']): PartyName | null {
  if (full === '') return null;
  if (flag === 'person' ? hasLegalForm(full) : looksLikeBusiness(full) || namesFirm(withoutSalutation(full)))
    return business(full);
  return person(nameParts(full, order));
}

function person({ given, family, suffix }: NameParts): PartyName {
  const all = isOneCase(join(given, family));
  const lastName = join(readable(family, 'family', all), suffix ?? '');
  return {
    kind: 'person',
    firstName: readable(given, 'given', all) || null,
    lastName: lastName || null,
    businessName: null,
  };
}

/** "SMITH, John" is put right as well, but the DJ of "DJ Smith" stays. */
function readable(text: string, part: 'given' | 'family', all: boolean): string {
  return all || (text.length > 2 && isOneCase(text)) ? readableCase(text, part) : text;
}

/** A salesperson's name, first name first: `NAKAMURA, HANA` = `Hana Nakamura`; a bare code comes back as it is. */
export function readableName(text: string): string {
  const name = nameIn(text);
  if (name === '') return cleanCell(text);
  const { firstName, lastName } = person(nameParts(name, 'auto'));
  return join(firstName ?? '', lastName ?? '');
}

/** What stores enter where nobody is credited, words in alphabetical order so that `HOUSE,DEAL` is found too. */
const NOBODY_NAMES = new Set(
  'house|deal house|house house|account house|acct house|hous|hse|house hse|house sale|house sales|house salesman|house salesperson|house store|none|none none|na|a n|null|unassigned|assigned not|no salesperson|no salesman|no person sales|no one|nobody|internet|internet internet|internet lead|internet sales|department internet|online|web|web web|lead web|sales web|website|dealer|dealership|unknown|unknown unknown|open|tbd|deals house|floor house|default|salesperson unknown|aucun|aucune|ninguno|nessuno|keiner|niemand|geen|nobody assigned'.split(
    '|',
  ),
);
const ZEROS = /^[0\s.*_–-]*$/;

/** Whether a salesperson's code and name stand for nobody: blank, zeros, `HOUS`, `House Deal`, `INTERNET`. A real name outweighs any code. */
export function isNobody(code: string | null, name: string | null): boolean {
  const named = cleanCell(name ?? '');
  const telling = named === '' || ZEROS.test(named) ? cleanCell(code ?? '') : named;
  return ZEROS.test(telling) || NOBODY_NAMES.has(foldedWords(telling).sort().join(' '));
}
