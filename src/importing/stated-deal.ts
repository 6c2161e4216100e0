/** Cells that say by themselves that a deal is nobody's to keep in touch with, whatever column they stand in: "WHOLESALE", "Repo 3/14". */

import { cleanCell } from '../values/cell.ts';
import { foldedWords } from '../values/fold-text.ts';
import type { DealState, SaleClass } from './value-words.ts';

/** What such a cell says: one of the two is there. */
export interface StatedDeal {
  readonly saleClass: Exclude<SaleClass, 'retail'> | null;
  readonly state: Extract<DealState, 'unwound' | 'repossessed' | 'dead'> | null;
}

/** Longer cells are prose: what they say of wholesale or of something cancelled may be about anything. */
const LONGEST = 60;
const SHORTEST = 3;

const CLASSES: Readonly<Record<NonNullable<StatedDeal['saleClass']>, string>> = {
  wholesale:
    'whole ?sale(?:r|d)?|whl?se?le?|whls|whsl|to auction|sold at auction|auction sale|grosshandel|vente en gros|mayoreo|venta al por mayor|ingrosso|groothandel',
  fleet: 'fleet|rental fleet|daily rental|grands? comptes?|flotte|flota|flotilla|wagenpark',
  'dealer-trade':
    'dealer ?trade|dealer transfer|d(?:ea)?le?r xfer|dealer exchange|dealer swap|dealer to dealer|dlr tr(?:a?d|ade)|handler(?:verkauf|geschaft|kunde)?|wiederverkaufer|(?:vente )?marchands?|intercompany|inter ?store transfer',
  internal: 'cession interne|company car|company vehicle|service loaner|loaner car|courtesy car',
};
const STATES: Readonly<Record<NonNullable<StatedDeal['state']>, string>> = {
  unwound:
    'unwound|unwind|rescinded|back(?:ed)? ?out|rolled back|roll back|bought back|buy ?back|lemon law|reversed|ruckabgewickelt|annulee?|anulad[oa]|annullat[oa]|anulat[ao]?|stornier(?:t|ung)|storno|teruggedraaid',
  repossessed: 'repo|repo d|repoed|repossess(?:ed|ion)|voluntary surrender|sichergestellt|embargado',
  dead: 'cancell?ed|cancel|dead|voided|void|killed|called off|geannuleerd|cancelad[oa]',
};
/** What may stand beside and changes nothing: what was sold, when, by whose word. */
const BESIDE =
  '(?:this|the|a|was|is|been|has|deal|sale|sales|unit|units|car|vehicle|contract|sold|used|new|as|on|of|by|at|in|to|only|buyer|customer|account|business|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|\\d+)';
const whole = (words: string): RegExp => new RegExp(`^(?:${BESIDE} )*(?:${words})s?(?: ${BESIDE})*$`);

const MEANINGS: readonly (readonly [RegExp, StatedDeal])[] = [
  ...Object.entries(STATES).map(
    ([state, words]) => [whole(words), { saleClass: null, state: state as StatedDeal['state'] }] as const,
  ),
  ...Object.entries(CLASSES).map(
    ([name, words]) => [whole(words), { saleClass: name as StatedDeal['saleClass'], state: null }] as const,
  ),
];
/** A cheap look first: a stem of every word above. */
const PERHAPS =
  /whole|rental|comptes?|cession|xfer|whl|whs|wsl|auction|gros|mayor|groot|fleet|flot|wagenp|dealer|dlr|h[aä]ndler|marchand|inter|compan|loaner|courtesy|unw|rescind|back|lemon|revers|r[uü]ckab|annul|anul|storn|terug|repo|surrender|sicherg|embarg|cancel|dead|void|kill|called|geann/i;
/** "Wholesale - Elm Street Motors", "WHOLESALE: auction" */
const PARTS = /[;,|/·•()[\]{}:!\n]+|\s[-–—]+\s|\.\s/;

/** What a cell says of its deal when that is all it says, or the first part of it; null for all else. */
export function statedDeal(cell: string): StatedDeal | null {
  if (cell.length < SHORTEST || cell.length > LONGEST || !PERHAPS.test(cell)) return null;
  const text = cleanCell(cell);
  return meaningOf(text) ?? meaningOf(text.split(PARTS)[0] ?? '');
}

function meaningOf(text: string): StatedDeal | null {
  const words = foldedWords(text).join(' ');
  return MEANINGS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/**
 * Headers of columns in which these words are about something else: the car that was traded in, where the car or the customer
 * came from, an insurance, an appointment.
 */
const ANOTHER_MATTER =
  /trade(?!type|deal)|trd(?!type)|apprais|source|lead|origin|acquir|purchasedfrom|boughtfrom|obtained|vendor|supplier|campaign|traffic|referr|advert|warrant|vsc|^gap|insur|policy|product|accessor|appointment|appt|event|task|activit|followup|lastcall|callresult|callstatus|result|outcome|title|licen|registr|plate|autopay|membership|loyalty|subscri|coverage|employ|occupation|job|company|employer|firm|name|city|street|address|county|colou?r|model|make$|trim|body|engine|transm|fuel|drive|option|package|previous|prior|old|last(?!sale)|email|phone|mail|survey|recon|detail(?!s)|floor|payoff|lien|work|repair|service|delivery(?:loc|add)/;

/** Whether such a word under this header is about something else than the deal. @param key of the header */
export const isAnotherMatterThanTheDeal = (key: string): boolean => ANOTHER_MATTER.test(key);
