/** What the words in status, type, category and new/used columns mean, whichever column they stand in. */

import { once } from '../domain/once.ts';
import type { Condition, DealType } from '../domain/sale.ts';

export type SaleClass = 'retail' | 'wholesale' | 'fleet' | 'dealer-trade' | 'internal';
export type DealState = 'sold' | 'pending' | 'quote' | 'unwound' | 'repossessed' | 'dead';

/** What one word says; it may say several things ("CPO lease"). */
export interface WordMeaning {
  readonly saleClass?: SaleClass;
  /** `purchase` = bought, but whether for cash or on credit the other columns tell */
  readonly dealType?: DealType | 'purchase';
  readonly condition?: Condition;
  readonly state?: DealState;
}

export type WordField = 'status' | 'sale_class' | 'deal_type' | 'condition';
export const WORD_FIELDS: readonly WordField[] = ['status', 'sale_class', 'deal_type', 'condition'];

/** How a word is compared: lower case, no accents, letters and digits only. */
export const wordKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const words = (meaning: WordMeaning, spellings: string): [string, WordMeaning][] =>
  spellings.split('|').map((spelling) => [wordKey(spelling), meaning]);

/** Whole words that mean the same in every column. */
const everywhere = once(
  (): ReadonlyMap<string, WordMeaning> =>
    new Map([
      ...words(
        { dealType: 'cash' },
        'cash|cash deal|cash sale|barkauf|barverkauf|bargeschaft|sofortkauf|achat comptant|vente comptant|venta contado|al contado|outright|cash purchase|paid in full|comptant|barzahlung|bar|contado|cash retail|retail cash|cash customer|contant|contanti|a vista',
      ),
      ...words(
        { dealType: 'finance' },
        'finance|financed|fin|financing|loan|retail finance|finance retail|finance purchase|finance deal|installment|installment sale|rsic|bhph|buy here pay here|in house|in house finance|hp|pcp|hire purchase|balloon|smart buy|financement|finanzierung|financiado|credit|conditional sales contract|retail contract|retail installment|financ|in house financing|outside finance|outside fin|outside financing|bank finance|chattel mortgage|credito|financiering|financiamento|finanziamento',
      ),
      ...words(
        { dealType: 'lease', saleClass: 'retail' },
        'lease|leased|leasing|lse|one pay lease|single pay lease|smart lease|location|retail lease|lease retail|lease deal|closed end lease|contract hire|personal contract hire|business contract hire|lease hire|lease sale|balloon lease|location longue duree|pch|loa|lld|location avec option d achat|novated lease|private lease|outside lease|subvented lease|arrendamiento|noleggio',
      ),
      ...words(
        { saleClass: 'retail' },
        'retail|retail sale|retail deal|ret|rtl|individual|consumer|personal|public|detail|particulier|privat|private|menudeo|commercial|business|spot|retail purchase',
      ),
      ...words(
        { saleClass: 'wholesale' },
        'wholesale|whls|whsl|whsle|ws|wh|whole sale|wholesl|auction|to auction|wholesaler|gros|grosshandel|mayoreo|salvage|scrap|retail to wholesale|wholesale sale|used wholesale|new wholesale|wholesale deal|jobber|broker wholesale|whlsl|wholesale unit|wholesale buyer|sold at auction|auction sale|vente en gros|grossiste|venta al por mayor|mayorista|ingrosso|groothandel|engros|remarketing',
      ),
      ...words(
        { saleClass: 'fleet' },
        'fleet|fleet sale|municipal|government|govt|municipality|rental|rental company|parc|flotte|flotilla|fleet commercial|fleet government|govt fleet|fleet deal|rental fleet|daily rental|fleet account|fleet customer|commercial fleet|flottenkunde|grands comptes|grand compte|rental fleet unit|flottengeschaft|grosskunde|vente flotte|flota|flotta|wagenpark',
      ),
      ...words(
        { saleClass: 'dealer-trade' },
        'dealer trade|dealer transfer|dealertrade|dlr trade|d t|dx|dlrtrd|dealer exchange|swap|dealer swap|dlr trd|dealer to dealer|dealer sale|intercompany|inter company|transfer|interstore|echange concessionnaire|dealer|dlr xfer|dealer xfer|dealer swap out|dealer trade out|trade with dealer|sold to dealer|vente marchand|marchand|handler|handlerverkauf|handlergeschaft|wiederverkaufer|wiederverkauf|entre concesionarios|intercambio concesionario|handelaar|rivenditore',
      ),
      ...words(
        { saleClass: 'internal' },
        'internal|cession interne|vente interne|interne|eigenverbrauch|uso interno|company car|company vehicle|loaner|service loaner|demo unit|in service|stock transfer|dealer use',
      ),
      ...words(
        { condition: 'new' },
        'new|new car|new vehicle|new truck|neuf|neuve|neuwagen|neu|nuevo|nou|brand new|new unit|nieuw|nuovo|novo|vn',
      ),
      ...words(
        { condition: 'used' },
        'used|used car|used vehicle|used truck|pre owned|preowned|previously owned|second hand|secondhand|occasion|usage|usagee|gebraucht|gebrauchtwagen|usado|seminuevo|rulat|second|pre owned vehicle|used unit|consignment|consigned|preown|off lease|program|usato|tweedehands|seminovo|vo',
      ),
      ...words(
        { condition: 'certified' },
        'certified|cpo|certified pre owned|certified preowned|certified used|used certified|certifie|zertifiziert|cert|factory certified|gm certified|used cpo',
      ),
      ...words({ condition: 'demo' }, 'demo|demonstrator|demonstrateur|vorfuhrwagen|new demo'),
      ...words(
        { state: 'sold' },
        'booked|dlvd|deliv|finalized|finalised|delivered|sold|closed|complete|completed|processed|posted|capped|capped deal|funded|accounting|in accounting|final|finished|won|closed won|closed deal|sold delivered|delivered sold|recapped|contracted|contract signed|reported|invoiced|livre|vendu|facture|verkauft|ausgeliefert|fakturiert|vendido|entregado|facturat|livrat|vandut|paid|booked final|f i complete|archived|history|closed or sold|billed|posted to accounting|done',
      ),
      ...words(
        { state: 'pending' },
        'pending|working|in process|in progress|open|on order|desking|draft|hold|on hold|pre deal|predeal|incomplete|order|ordered|deposit|spot pending|unbooked|not delivered|new deal|waiting|in f i|pending delivery|en attente|en cours|offen|in bearbeitung|pendiente|in curs|approved|submitted|worksheet|proposed|carried',
      ),
      ...words({ state: 'quote' }, 'quote|quoted|proposal|estimate|pencil|devis|angebot|cotizacion'),
      ...words(
        { state: 'unwound' },
        'unwound|unwind|unwound deal|reversed|rescinded|rolled back|rollback|backed out|back out|backout|returned|reversal|unwinded|deal unwound|bought back|buyback|repurchased|annule|storniert|anulado|anulat|charged back deal|deal reversed|sale reversed|deal rescinded|cancelled and returned|lemon law buyback|lemon buyback|ruckabgewickelt|ruckabwicklung|rescission|vente annulee|annulee|venta anulada|devuelto|riacquistato|teruggedraaid',
      ),
      ...words(
        { state: 'repossessed' },
        'repo|repossessed|repossession|repoed|repo d|voluntary repo|voluntary repossession|involuntary repossession|voluntary surrender|reprise de possession|saisi|embargado|recuperado por el banco|sichergestellt|zuruckgeholt',
      ),
      ...words(
        { state: 'dead' },
        'dead|dead deal|lost|killed|deleted|cancelled|canceled|cancel|void|voided|abandoned|closed lost|inactive|denied|declined|rejected|cancelado|perdu|verloren|withdrawn|expired|deal cancelled|deal canceled|cancelled deal|canceled deal|sale cancelled|cancelled sale|deal dead|deal voided|geannuleerd|annullato|cancelada',
      ),
    ]),
);

/** One letter or a short code, whose meaning hangs on the column. */
const inColumn = once(
  (): Readonly<Record<WordField, ReadonlyMap<string, WordMeaning>>> => ({
    status: new Map<string, WordMeaning>([
      ...words({ state: 'sold' }, 'b|f|d|s|c|y'),
      ...words(
        { state: 'pending' },
        'p|o|w|a|cf|cv|appointment scheduled|qualified to buy|presentation scheduled|decision maker bought in|contract sent|negotiation|attempted|contacted',
      ),
      // elsewhere these say where somebody came from
      ...words({ state: 'quote' }, 'q|prospect|offer|inquiry|lead|write up|showroom'),
      ...words({ state: 'unwound' }, 'u|x|r'),
      ...words({ state: 'dead' }, 'v|k|l'),
    ]),
    // no F: what it means the other letters tell, see `wordsByCompany`
    sale_class: new Map<string, WordMeaning>([
      ...words({ saleClass: 'retail' }, 'r|p|i|b|c|n|u|sale|purchase|house'),
      ...words({ saleClass: 'retail', dealType: 'lease' }, 'l'),
      ...words({ saleClass: 'wholesale' }, 'w'),
      ...words({ saleClass: 'dealer-trade' }, 'd|t|x|trade'),
    ]),
    deal_type: new Map<string, WordMeaning>([
      ...words({ dealType: 'cash' }, 'c'),
      ...words({ dealType: 'finance' }, 'f|b|i'),
      ...words({ dealType: 'lease', saleClass: 'retail' }, 'l'),
      ...words({ dealType: 'purchase', saleClass: 'retail' }, 'p|r|retail|purchase|buy|sale|o|ret'),
      ...words({ saleClass: 'wholesale' }, 'w'),
    ]),
    condition: new Map<string, WordMeaning>([
      ...words({ condition: 'new' }, 'n|1'),
      ...words({ condition: 'used' }, 'u|p|o|2'),
      ...words({ condition: 'certified' }, 'c'),
      ...words({ condition: 'demo' }, 'd|vd'),
      ...words({ saleClass: 'wholesale' }, 'w'),
    ]),
  }),
);

export type WordOverrides = Partial<Record<WordField, Readonly<Record<string, WordMeaning>>>>;

/** What `text` means in a column of `field`; null when the word is not known. */
export function wordMeaning(
  field: WordField,
  text: string,
  overrides: WordOverrides = {},
): WordMeaning | null {
  const key = wordKey(text);
  const known =
    overrides[field]?.[key] ??
    inColumn()[field].get(key) ??
    everywhere().get(key) ??
    compound(field, key) ??
    apart(field, text);
  return known ?? (field === 'status' ? byStem(key) : null);
}

/** "VN Particulier", "N - Retail": words apart, each known. */
function apart(field: WordField, text: string): WordMeaning | null {
  const parts = text.split(/[\s/,;|()–-]+/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 3) return null;
  let all: WordMeaning = {};
  for (const part of parts) {
    const key = wordKey(part);
    const meaning = everywhere().get(key) ?? (key.length === 1 ? inColumn().condition.get(key) : undefined);
    if (meaning === undefined || (field === 'status' && !meaning.state)) return null;
    all = { ...all, ...meaning };
  }
  return all;
}

/** "Retail - Lease", "Used Retail", "NEW/FINANCE": every part known, so the whole is. */
function compound(field: WordField, key: string): WordMeaning | null {
  for (const [first, meaning] of everywhere()) {
    if (first.length < 3 || first.length >= key.length || !key.startsWith(first)) continue;
    const rest = everywhere().get(key.slice(first.length));
    if (rest && (field !== 'status' || rest.state)) return { ...meaning, ...rest };
  }
  return null;
}

/** Parts of words that tell the state of a deal however the DMS puts the rest. */
const STATUS_STEMS: readonly (readonly [RegExp, DealState])[] = [
  [/unw[io]|revers|rescind|rolledback|backedout|backout|boughtback|annul|storn/, 'unwound'],
  [/cancel|dead|void|kill|lost|denied|declin|abandon|reject|withdr/, 'dead'],
  [/notdeliver|notfinal|notsold|incomplet|pend|work|draft|desk|progress|hold/, 'pending'],
  [/quot|prospect|propos|estimat/, 'quote'],
];

const byStem = (key: string): WordMeaning | null => {
  if (key.length < 4) return null;
  const found = STATUS_STEMS.find(([stem]) => stem.test(key));
  return found ? { state: found[1] } : null;
};

/**
 * Whether a column whose header says status holds states of deals: most of its values are known ones, letters included.
 * @param isPlain the header says no more than "Status": letters are those of a deal only where they are the common ones
 */
export function speaksOfStatus(values: Iterable<string>, isPlain: boolean): boolean {
  const distinct = [...new Set([...values].map(wordKey))].filter((key) => key !== '');
  const states = distinct.filter((value) => wordMeaning('status', value)?.state !== undefined);
  // letters must all fit: {N, U} under "Status" is new and used
  const short = distinct.every((value) => value.length <= 2);
  if (!short) return states.length * 2 >= distinct.length;
  if (states.length < distinct.length || !distinct.some((value) => SOLD_LETTERS.has(value))) return false;
  return !isPlain || distinct.every((value) => DEAL_LETTERS.has(value));
}

const SOLD_LETTERS = new Set(['b', 'f', 'd', 's', 'c', 'y']);
/** Booked, finalized, delivered, sold; pending, quoted, unwound, void, working, open, accepted. */
const DEAL_LETTERS = new Set(['b', 'f', 'd', 's', 'p', 'q', 'u', 'v', 'w', 'o', 'a', 'cf', 'cv']);

/** Which aspect a column is mostly about. */
const ASPECT: Readonly<Record<WordField, (meaning: WordMeaning) => boolean>> = {
  status: (m) => m.state !== undefined,
  sale_class: (m) => m.saleClass !== undefined,
  deal_type: (m) => m.dealType !== undefined,
  condition: (m) => m.condition !== undefined,
};

/** Whether a meaning is about what columns of this field are about. */
export const isAbout = (field: WordField, meaning: WordMeaning | null): boolean =>
  meaning !== null && ASPECT[field](meaning);

/**
 * Which word field fits a column best by its distinct values; `hinted` is what its header suggests and wins ties.
 * Null when no field understands more than half of the values.
 */
export function wordFieldOfValues(values: Iterable<string>, hinted: WordField | null): WordField | null {
  const distinct = [...new Set([...values].map(wordKey))].filter((key) => key !== '');
  if (distinct.length === 0) return hinted;
  const shortOnly = distinct.every((key) => key.length <= 2);
  const f = meaningOfF(distinct, hinted);
  const meaningOf = (field: WordField, value: string): WordMeaning | null => {
    // letters and the words of a CRM are states only where the title says status
    if (field === 'status' && hinted !== 'status') return everywhere().get(value) ?? null;
    if (value !== 'f' || field === 'status') return wordMeaning(field, value);
    if (f === 'finance') return field === 'deal_type' ? { dealType: 'finance' } : null;
    return field === 'sale_class' ? { saleClass: 'fleet' } : null;
  };
  let best: { field: WordField; score: number } | null = null;
  for (const field of fieldOrder(hinted)) {
    const understood = distinct.filter((value) => {
      const meaning = meaningOf(field, value);
      return meaning !== null && (ASPECT[field](meaning) || meaning.saleClass !== undefined);
    });
    const about = understood.filter((value) => ASPECT[field](meaningOf(field, value) ?? {}));
    if (about.length === 0 || understood.length * 2 <= distinct.length) continue;
    const score =
      understood.length * 2 +
      about.length +
      (field === hinted ? 0.5 : 0) +
      letterFit(field, distinct, shortOnly);
    if (!best || score > best.score) best = { field, score };
  }
  return best?.field ?? null;
}

/**
 * F is finance beside another way to pay (C cash, L lease, P purchase) and fleet beside R retail; alone or with W only,
 * the header must say that the column is about the payment. Null where it stays open: read as nothing, no retail deal is lost.
 */
function meaningOfF(distinct: readonly string[], hinted: WordField | null): 'finance' | 'fleet' | null {
  const has = (letter: string): boolean => distinct.includes(letter);
  if (has('c') || has('p')) return 'finance';
  if (hinted === 'deal_type') return has('r') && !has('l') ? 'fleet' : 'finance';
  if (has('r')) return has('l') ? null : 'fleet';
  return has('l') ? 'finance' : null;
}

/** What words of a column taken for the class of sale mean only because of the others in it. */
export function wordsByCompany(values: Iterable<string>): Readonly<Record<string, WordMeaning>> {
  const distinct = [...new Set([...values].map(wordKey))].filter((key) => key !== '');
  const meanings = distinct.map((key) => [key, wordMeaning('sale_class', key)] as const);
  const tellsLeases = meanings.some(([, meaning]) => meaning?.dealType === 'lease');
  return Object.fromEntries([
    ...(meaningOfF(distinct, 'sale_class') === 'fleet' ? [['f', { saleClass: 'fleet' }] as const] : []),
    // retail beside leases is what was bought
    ...meanings.flatMap(([key, meaning]) =>
      tellsLeases && meaning?.saleClass === 'retail' && meaning.dealType === undefined
        ? [[key, { ...meaning, dealType: 'purchase' }] as const]
        : [],
    ),
  ]);
}

/** With single letters only, the set itself tells: {N, U} is new/used, {R, W} retail/wholesale, {C, F, L} the payment. */
function letterFit(field: WordField, distinct: readonly string[], shortOnly: boolean): number {
  if (!shortOnly) return 0;
  const has = (letters: string): boolean => distinct.every((value) => letters.split('|').includes(value));
  if (field === 'condition')
    return has('n|u|c|d|p|w') && (distinct.includes('n') || distinct.includes('u')) ? 3 : 0;
  const waysToPay = ['c', 'f', 'l', 'p'].filter((letter) => distinct.includes(letter)).length;
  if (field === 'sale_class')
    return waysToPay < 2 && (distinct.includes('w') || (distinct.includes('r') && !distinct.includes('c')))
      ? 2
      : -2;
  if (field === 'deal_type') return has('c|f|l|p|b|r|o|w') ? 1 : 0;
  return -2;
}

const fieldOrder = (hinted: WordField | null): readonly WordField[] =>
  hinted === null
    ? ['condition', 'deal_type', 'sale_class', 'status']
    : [hinted, ...WORD_FIELDS.filter((f) => f !== hinted)];
