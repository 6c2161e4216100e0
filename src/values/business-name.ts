/** Telling a company's name from a person's by its words. */

import { foldText } from './fold-text.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Forms of company at the end of a name; stock of the store's own is no person either. */
const LEGAL_FORMS = words(`
  inc incorporated llc llp lllp lp ltd limited corp corporation co company plc gmbh pllc ulc ltda sarl bv pty
  inventory
`);
/** Those that may also be somebody's name or initials, as the only word after a comma. */
const DOUBTFUL_FORMS = words('lp co bv pty');

/** Words that companies and public bodies have in their names and people hardly ever. */
const TRADE_WORDS = words(`
  services service solutions systems industries enterprises enterprise holdings group associates partners partnership
  construction contracting contractors contractor builders roofing plumbing heating cooling hvac electric electrical
  landscaping landscape paving painting excavating masonry drywall flooring remodeling concrete welding
  auto autos automotive motors motorsports cars dealer dealers dealership exchange auction auctions imports wholesale
  wholesalers liquidators liquidation leasing rental rentals fleet towing trucking transport transportation transit
  logistics freight hauling delivery courier express
  supply supplies equipment manufacturing mfg machinery machine tool tools products distributors distributing distribution
  farms dairy orchards vineyards nursery
  properties property realty realtors investments management mortgage bank insurance financial finance accounting capital
  restaurant cafe bakery catering grill pizza pizzeria foods grocery market brewing
  hospital clinic dental medical pharmacy healthcare veterinary chiropractic therapy
  foundation association society club council committee ministries ministry baptist lutheran methodist presbyterian
  university college academy schools department dept police authority municipal municipality township county
  consulting consultants technologies technology technical engineering communications media marketing advertising
  cleaning cleaners janitorial maintenance repair repairs laundry salon spa fitness studio studios
  international usa north-america bros rescue
`);
const PUBLIC_BODY =
  /\b(?:city|county|town|village|state|university|church|bank|estate|school|diocese|commonwealth) of\b/;
const FAMILY_TRUST =
  /\b(?:(?:family|living|revocable|irrevocable) trust|(?:&|and) (?:sons?|co|company|assoc\w*))\b/;
const SPLIT = /[\s,/]+/;

const wordsOf = (text: string): string[] => {
  const folded = foldText(text);
  return (folded.includes('.') ? folded.replaceAll('.', '') : folded).split(SPLIT).filter(Boolean);
};

/** Whether the name ends in, or has after a comma, a legal form: `HALVORSEN ELECTRIC, LLC`. That decides even against a flag. */
export function hasLegalForm(name: string): boolean {
  const all = wordsOf(name);
  const last = all.at(-1) ?? '';
  if (all.length < 2) return false;
  if (LEGAL_FORMS.has(last)) return !(DOUBTFUL_FORMS.has(last) && all.length === 2 && name.includes(','));
  return all.some((word) => word === 'llc' || word === 'inc' || word === 'dba');
}

/** Whether the words of `name` are a company's. `LAST, FIRST` with one trade word on a side stays a person (`BANK, JOHN`). */
export function looksLikeBusiness(name: string): boolean {
  if (hasLegalForm(name)) return true;
  const folded = foldText(name);
  if (PUBLIC_BODY.test(folded) || FAMILY_TRUST.test(folded)) return true;
  const parts = folded.split(',');
  if (parts.length > 1) {
    return parts.some((part) => part.includes('&') && hasTradeWord(part));
  }
  return hasTradeWord(folded);
}

function hasTradeWord(text: string): boolean {
  const all = wordsOf(text);
  return all.length > 1 && all.some((word) => TRADE_WORDS.has(word));
}
