/** Which field a header names: a broad list of spellings, and the roles (buyer, co-buyer, trade-in, salesperson) before them. */

import { headerKey } from '../rows/header-key.ts';
import { consentField } from './consent-columns.ts';
import { type Field, type PartyField, VEHICLE_FIELDS } from './fields.ts';
import { spelledOtherwise } from './nested-header.ts';
import { OTHERS, PARTY } from './synonyms.ts';

const BUYER =
  /^(?:sellto|billto|soldto)?(?:customer|cust|client|buyer|purchaser|primary|applicant|guest|contact|consumer|owner|acheteur|kunde|cliente|sellto|billto|soldto)(?:s(?=1)|person)?(?:1|one)?(?:info(?:rmation)?|details?|data|record|profile)?/;
const CO_BUYER =
  /^(?:cobuyer|cocustomer|cocust|coapplicant|coborrower|cosigner|coowner|copurchaser|secondarybuyer|secondbuyer|(?:buyer|customer|cust|client|applicant|contact)s?(?:2|two)|jointbuyer|spouse|joint|coacheteur|co(?=.{3}))(?:info(?:rmation)?|details?|data|record|profile)?/;
const CO_BUYER_ALONE =
  /^(?:cobuyer|coapplicant|coborrower|cocustomer|cosigner|coowner|copurchaser|buyer2|customer2|spouse)(?:name)?$/;
const TRADE = /^(?:trade|tradein|trd|ti|px|partex(?:change)?)\d?/;
const VEHICLE = /^(?:vehicle|veh|unit|car|sold|purchased|auto|inventory)/;
/** What a header with the vehicle in front can name: "Vehicle Location" is no store, "Inventory Date" no day of a sale. */
const OF_A_VEHICLE: readonly Field[] = [
  ...VEHICLE_FIELDS,
  'condition',
  'status',
  'sold_on',
  'delivered_on',
  'trade_vin_1',
  'price',
];
/** VINs of cars that are not the one sold, and words that only begin like one. */
const OTHER_VIN =
  /vintage|vinyl|explosion|trade|trd|reprise|^px|partex|inzahlung|permuta|inruil|^tow|stock|previous|prior|(?<!s)old|loaner|payoff|return|turnin|interest|apprais/;

/** Whether a header names a VIN, but of another car than the one sold. */
export const namesOtherVin = (key: string): boolean => OTHER_VIN.test(key);

/** Words that name a salesperson; the number may stand before, inside or behind. */
const SALESPERSON_WORDS =
  'crmsp|crmsalesperson|salesperson|salespersons|salespeople|salesman|salesmen|salesrep|salesreps|salesrepresentative|salesconsultant|salesassociate|salesagent|salesadvisor|salesassoc|salesemployee|salesprofessional|salesexec|salesexecutive|salesguy|salesteam|salesmember|productspecialist|consultant|slsperson|slsman|slsp|slsprsn|slspers|assnslsperson|salesno|salesnumber|soldby|sp|sm|rep|vendeur|vendeuse|representant|conseillervente|verkaufer|berater|vendedor|asesor|vanzator|csr|slsm|slsmn|slsper|slsexec|slsrep|slspersn|verkoper|verkaufsberater|venditore|asesordeventas|asesorventas|consultordevendas|vendedora|conseillercommercial|conseillerdevente';
/** They sell as well, but may be insurance agents, former owners or staff: heard only where nobody else is named. */
const PERHAPS_WORDS =
  'sales|exec|executive|seller|sellers|agent|associate|employee|dealowner|opportunityowner|leadowner|accountowner|contactowner|recordowner|customerowner';

/** The longest word first, so that "slsper" is not read as "slsp" and a rest. */
const salespersonPattern = (words: string): RegExp =>
  new RegExp(
    `^(first|second|third|primary|secondary|split|1st|2nd|3rd|main|lead)?(?:${words
      .split('|')
      .sort((a, b) => b.length - a.length)
      .join('|')})(first|second|third|one|two|three)?([1-9])?(.*)$`,
  );
const SALESPERSON = salespersonPattern(SALESPERSON_WORDS);
const PERHAPS_SALESPERSON = salespersonPattern(PERHAPS_WORDS);
const ORDINALS: Readonly<Record<string, number>> = {
  '': 1,
  first: 1,
  primary: 1,
  main: 1,
  lead: 1,
  '1st': 1,
  one: 1,
  second: 2,
  secondary: 2,
  split: 2,
  '2nd': 2,
  two: 2,
  third: 3,
  '3rd': 3,
  three: 3,
};
const NAME_PART =
  /^(?:name|fullname|nm|nom|nume|naam|firstname|first|desc|displayname|lastfirst|firstlast)?$/;
const LAST_NAME_PART = /^(?:lastname|last|lname|surname)$/;
const CODE_PART =
  /^(?:id|no|nbr|num|number|code|key|empno|employeeid|employeenumber|empid|initials|employeeno)$/;
const SHARE_PART =
  /^(?:split|share|pct|percent|percentage|credit|salecredit|splitpct|splitpercent|creditpct|creditpercent|units|unitcredit|unit|salessplit|creditshare)$/;

/** Words that mark a column as something a person or a sale is not called by. */
const NOT_A_SALESPERSON =
  /manager|mgr|finance|fimgr|closer|closing|coordinator|coord|bdc|desk|gsm|fandi|fni|director|commission|spiff|gross|phone|email/;

interface Spelling {
  readonly field: Field;
  /** place in the list of its field: earlier spellings are the better evidence; from `LAST_RESORT` on they need help */
  readonly rank: number;
}

/** Spellings of this rank count only where no better column names the field. */
export const LAST_RESORT = 5000;

const tableOf = (spellings: Readonly<Partial<Record<string, string>>>): ReadonlyMap<string, Spelling> => {
  const table = new Map<string, Spelling>();
  for (const [field, names] of Object.entries(spellings)) {
    (names ?? '').split('||').forEach((list, resort) => {
      list.split('|').forEach((name, rank) => {
        const key = headerKey(name);
        if (!table.has(key)) table.set(key, { field: field as Field, rank: resort * LAST_RESORT + rank });
      });
    });
  }
  return table;
};
const PARTY_TABLE = tableOf(PARTY);
const OTHERS_TABLE = tableOf(OTHERS);

/** Person spellings too short or too general to stand alone without a role in front. */
const NEEDS_ROLE = new Set(['number', 'no', 'id', 'land', 'cust']);

/** A spelling with a role in front is weaker evidence than any that stands in the list as it is. */
const WITH_ROLE = 1000;

/** What a header is most likely to name, and how good the evidence is (lower `rank` = better); null when nothing fits. */
export function fieldOfHeader(header: string): Spelling | null {
  const known = lookedUp.get(header);
  if (known !== undefined) return known;
  const spelling = spellingOf(header);
  if (lookedUp.size < ENOUGH_LOOKED_UP) lookedUp.set(header, spelling);
  return spelling;
}

/** The same titles are asked about by whoever looks for the header line, the columns and what stands in them. */
const lookedUp = new Map<string, Spelling | null>();
const ENOUGH_LOOKED_UP = 1000;

function spellingOf(header: string): Spelling | null {
  const plain = header
    .replace(/__c$/, '')
    // "salespeople.0.name": programs count from 0
    .replace(/[./](\d)(?=[./]|$)/g, (_, index: string) => String(Number(index) + 1));
  const spelled = fieldOfSpelling(plain);
  if (spelled !== null) return spelled;
  for (const other of spelledOtherwise(header)) {
    const nested = fieldOfSpelling(other);
    if (nested !== null) return nested;
  }
  return null;
}

const fieldOfSpelling = (header: string): Spelling | null =>
  fieldOfKey(headerKey(header.replaceAll('#', ' no ').replaceAll('%', ' pct '))) ??
  fieldOfKey(headerKey(header));

function fieldOfKey(key: string): Spelling | null {
  if (key === '') return null;
  const listed = OTHERS_TABLE.get(key) ?? (NEEDS_ROLE.has(key) ? undefined : PARTY_TABLE.get(key));
  if (listed) return listed;
  if (/^vin|vin$/.test(key) && key.length <= 24 && !TRADE.test(key) && !namesOtherVin(key)) {
    return { field: 'vin', rank: WITH_ROLE };
  }
  const consent = consentField(key);
  if (consent) return { field: consent, rank: WITH_ROLE };
  const term = termField(key);
  if (term) return { field: term, rank: WITH_ROLE };
  const coBuyer = coBuyerField(key);
  if (coBuyer) return coBuyer;
  const salesperson = salespersonField(key, SALESPERSON);
  if (salesperson) return { field: salesperson, rank: 0 };
  const perhaps = salespersonField(key, PERHAPS_SALESPERSON);
  if (perhaps) return { field: perhaps, rank: LAST_RESORT };
  const phone = /^(.*(?:phone|cell|mobile|tel|telephone))(?:no|nbr|num|number)$/.exec(key)?.[1];
  if (phone !== undefined) return fieldOfKey(phone);
  const buyer = withoutRole(key, BUYER);
  const buyerField = buyer === null ? undefined : PARTY_TABLE.get(buyer);
  if (buyerField) return { field: buyerField.field, rank: WITH_ROLE + buyerField.rank };
  if (TRADE.test(key)) return null;
  const spelledOut = spellOut(key);
  if (spelledOut !== key) return fieldOfKey(spelledOut);
  const vehicle = withoutRole(key, VEHICLE);
  const found = vehicle === null ? undefined : OTHERS_TABLE.get(vehicle);
  if (!found || found.rank >= LAST_RESORT || !OF_A_VEHICLE.includes(found.field)) return null;
  return { field: found.field, rank: WITH_ROLE + found.rank };
}

const MONTHS = '(?:in)?(?:months?|mos?|mths?|mnths?)';
const TERM = new RegExp(
  `^(?:payment|pmt|finance|financing|loan|contract|retail|deal|lease)?terms?(?:${MONTHS})?$|^(?:lease|loan|finance|contract)${MONTHS}$`,
);
const END =
  /^(?:retail|installment)?(financ\w*|loan|credit|lease|leasing|contract|agreement)(?:exp|expir\w*|expiry|maturity|mat|end|ends|ending|termination|completion)(?:date|dt|on|day)?$/;

/** "Payment Term Months", "Financing Exp Date", "Agreement Maturity Dt", however they are put together. */
function termField(key: string): Field | null {
  if (TERM.test(key)) return /^lease/.test(key) ? 'lease_term' : 'term';
  const what = END.exec(key)?.[1];
  if (what === undefined) return null;
  if (/^leas/.test(what)) return 'lease_end_on';
  return /^loan/.test(what) ? 'loan_end_on' : 'contract_end_on';
}

/** Abbreviations of the trade: "Closed Dt", "Ph 1", "Ser#". */
const spellOut = (key: string): string =>
  key
    .replace(/dt$/, 'date')
    .replace(/^ph(?=\d|no|$)/, 'phone')
    .replace(/^ser(?=no|$)/, 'serial')
    .replace(/^phone1$/, 'phone');

/** "Co-Buyer" alone is the name; "Company", "Country", "Contract" and "Consultant" are no co-buyers. */
function coBuyerField(key: string): Spelling | null {
  if (CO_BUYER_ALONE.test(key)) return { field: 'co_full_name', rank: 0 };
  const rest = withoutRole(key, CO_BUYER);
  const found = rest === null ? undefined : PARTY_TABLE.get(rest);
  return found ? { field: `co_${found.field as PartyField}`, rank: found.rank } : null;
}

function withoutRole(key: string, role: RegExp): string | null {
  const found = role.exec(key);
  return found && found[0].length < key.length ? key.slice(found[0].length) : null;
}

function salespersonField(key: string, pattern: RegExp): Field | null {
  if (NOT_A_SALESPERSON.test(key)) return null;
  // "CRMSaleCreditSP1", "SaleCreditSP2", "SP1Split"
  const credit = /^(?:crm)?(?:sale)?(?:sales)?credit(?:sp|salesperson|rep)?([1-3])$/.exec(key);
  if (credit) return `salesperson_${credit[1] as '1'}_share`;
  const found = pattern.exec(key);
  if (!found) return null;
  const [, before, spelled, digit, behind = ''] = found;
  // `salesperson_users.0.name`
  const [, listed, ofList] = /^(?:users?|staff|members?|employees?|list|s)([1-9])(.*)$/.exec(behind) ?? [];
  const rest = ofList ?? behind;
  const trailing = /^(.*?)([1-9])$/.exec(rest);
  const position = Number(digit ?? listed ?? trailing?.[2] ?? ORDINALS[spelled ?? before ?? ''] ?? 1);
  const part = trailing && digit === undefined ? (trailing[1] ?? '') : rest;
  if (position > 3) return null;
  const which = `salesperson_${position as 1 | 2 | 3}` as const;
  if (NAME_PART.test(part)) return `${which}_name`;
  if (LAST_NAME_PART.test(part)) return `${which}_last_name`;
  if (CODE_PART.test(part)) return `${which}_code`;
  return SHARE_PART.test(part) ? `${which}_share` : null;
}

/** What a title names where some are known beside the built-in spellings, such as those of saved maps. @param keys of their titles */
export const fieldKnown =
  (keys: ReadonlySet<string>) =>
  (title: string): string | undefined => {
    const key = headerKey(title);
    return keys.has(key) ? key : fieldOfHeader(title)?.field;
  };
