/** Telling a company's name from a person's by its words. */

import { foldText } from './fold-text.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Forms of company at the end of a name, folded, without dots, blanks, "&" and "und": of the English-speaking, Latin, German, Nordic
 * and Dutch world and its neighbours; stock of the store's own is no person either.
 */
const LEGAL_FORMS = words(`
  inc incorporated llc llp lllp ltd limited corp corporation company plc pllc ulc ptyltd cic inventory
  sadecv scdecv sdecv sapidecv sabdecv sderl sderldecv sderlmi srl srls sarl eurl snc sasu scrl sprl bvba slu slne ltda lda eireli eirl
  ehijos yhermanos ycia ltee limitee enr senc sencrl
  gmbh ggmbh mbh gmbhcokg gmbhcokgaa gmbhcoohg agcokg agcokgaa secokg ugcokg cokg coohg kgaa ohg gbr partg partgmbb ughaftungsbeschrankt
  ughaftungsbeschranktcokg ekfr ekfm genossenschaft
  aps asa oy oyj ehf ivs amba aktiebolag aktieselskab osakeyhtio vof vzw maatschap eenmanszaak
  spzoo sro kft zrt nyrt doo eood ood sdnbhd pte pteltd
`);
/** Short ones that may as well be somebody's name or initials: a form only as firms write them, dotted or in capitals. */
const DOUBTFUL_FORMS = words(`
  co lp pc pa pty sa as ab ans da kg hb kb ky sc nv bv cv og hf ag se eg ek ev eu is ks sl sas spa ug cia
`);
/** Last pieces of forms that are written in several. */
const LAST_PIECES = words(
  'cv v mi rl kg kgaa ohg haftungsbeschrankt hijos hermanos cia co ltd bhd oo o l a s c e f k b g r h',
);
const MOST_PIECES = 6;
/** Forms that stand in front. */
const LEADING_FORMS = words(
  'sarl eurl sasu sci snc earl gaec ets etablissement etablissements stichting stiftung firma fa societe sociedad ditta vereniging verein',
);
const JOINING = new Set(['&', 'und', 'and']);

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
  international usa north-america bros rescue hoa condominium condominiums dentistry orthodontics attorneys
  autohaus kfz-meisterbetrieb fahrschule spedition malerbetrieb dachdecker elektrotechnik sanitar heizungsbau metallbau
  gartenbau hausverwaltung backerei metzgerei apotheke arztpraxis zahnarztpraxis kanzlei steuerberatung stadtwerke
  gemeinde landkreis verwaltung ingenieurburo handwerk bauunternehmen
  boulangerie boucherie plomberie electricite menuiserie maconnerie carrosserie pharmacie mairie commune entreprise
  transportes constructora ferreteria panaderia taller inmobiliaria ayuntamiento distribuidora comercializadora
  ristorante farmacia officina impresa comune autotrasporti bakkerij slagerij aannemersbedrijf garagebedrijf gemeente
`);
const PUBLIC_BODY =
  /\b(?:city|county|town|village|state|university|church|bank|school|diocese|commonwealth) of\b|\breal estate\b|\bestate sales?\b/;
const FAMILY_TRUST =
  /\b(?:(?:family|living|revocable|irrevocable) trust|(?:&|and) (?:sons?|co|company|assoc\w*))\b/;
const SPLIT = /[\s,/]+/;
const MARKS = /[.()]/;
const ALL_MARKS = /[.()]+/g;

const wordsOf = (text: string): string[] => {
  const folded = foldText(text);
  return (MARKS.test(folded) ? folded.replace(ALL_MARKS, '') : folded).split(SPLIT).filter(Boolean);
};

/**
 * Whether the name ends in a legal form, begins with one, or has a clear one within: `HALVORSEN ELECTRIC, LLC`. That decides even
 * against a flag. In front of a comma and a given name it is a family name: `INC, PAULA`.
 */
export function hasLegalForm(name: string): boolean {
  const all = wordsOf(name);
  if (all.length < 2) return false;
  const [first = '', last = ''] = [all[0], all.at(-1)];
  if (LEGAL_FORMS.has(last) || (LEADING_FORMS.has(first) && !name.includes(','))) return true;
  if (DOUBTFUL_FORMS.has(last) && isWrittenAsForm(name, all)) return true;
  if (LAST_PIECES.has(last) && isFormInPieces(name, all)) return true;
  const isFamilyName = name.includes(',') && wordsOf(name.slice(0, name.indexOf(','))).length === 1;
  return all.some(
    (word, i) => (word === 'llc' || word === 'inc' || word === 'dba') && !(i === 0 && isFamilyName),
  );
}

/** "S. A. de C. V.", "GmbH & Co. KG"; letters alone are initials where they have no dots. */
function isFormInPieces(name: string, all: readonly string[]): boolean {
  for (let pieces = 2; pieces <= MOST_PIECES && pieces < all.length; pieces++) {
    const parts = all.slice(-pieces).filter((word) => !JOINING.has(word));
    const form = parts.join('');
    if (!LEGAL_FORMS.has(form) && !DOUBTFUL_FORMS.has(form)) continue;
    if (parts.some((part) => part.length > 1) || DOTTED_END.test(name)) return true;
  }
  return false;
}

const DOTTED_END = /\p{L}[./]\s?\p{L}\.?$/u;

/** German forms that begin small: "Volksbank Weser eG". */
const SMALL_FIRST = /^ e[GKV]$/;

/** "Muster AG", "Lopez S.A.", "B & D CO" are; "MARIA SA", "NGUYEN, CO" and "Jan De As" are not. */
function isWrittenAsForm(name: string, all: readonly string[]): boolean {
  if (DOTTED_END.test(name.trimEnd())) return true;
  if (all.length === 2 && name.includes(',')) return false;
  if (all.at(-1) === 'co') return true;
  const end = name.trimEnd().lastIndexOf(' ');
  const [before, last] = [name.slice(0, end), name.slice(end)];
  if (SMALL_FIRST.test(last)) return true;
  if (last !== last.toUpperCase()) return false;
  return before !== before.toUpperCase() || (all.length > 2 && /&|\bund\b/i.test(before));
}

/** "HALL & WREN" is a firm, "JOHN & MARY HALL" a couple. @param name without a form of address */
export function namesFirm(name: string): boolean {
  const words = name.split(' ');
  const joint = words.at(-2);
  return words.length > 2 && !name.includes(',') && (joint === '&' || joint?.toLowerCase() === 'and');
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
