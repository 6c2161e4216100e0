/** Columns about what a customer allows, however they are put: "Cell Phone Opt Out", "Permission to Call", "TCPA Consent". */

import { dateShape } from '../values/date-shape.ts';
import { PARTY_FIELDS, type PartyField } from './fields.ts';

type Channel = 'contact' | 'call' | 'text' | 'email' | 'mail';
type OwnField = Extract<PartyField, `do_not_${Channel}` | `may_${Channel}`>;
export type ConsentField = OwnField | `co_${OwnField}`;

const CONSENTS: ReadonlySet<string> = new Set(
  PARTY_FIELDS.filter((field) => /^(?:do_not|may)_/.test(field)).flatMap((field) => [field, `co_${field}`]),
);
export const isConsent = (field: string): field is ConsentField => CONSENTS.has(field);
export const isRefusal = (field: string): boolean => /^(?:co_)?do_not_/.test(field);

/** Words for reaching somebody. Dealers refuse, allow and agree to many other things; without one of these it is no wish. */
const CONTACT =
  /(?<!re)call|phone|^tel|tel$|text|sms|mail|contact|market|solicit|priva|communic|gdpr|tcpa|(?<!in)voice|courriel|correo|appel|newsletter|cell(?!ed|at)|(?<!auto)mobile|anruf|llamad|ligac|chiamat|bellen|whatsapp|brief|courrier|werbung|demarch|publicit|publicidad|pubblicit|reclame|prospection|advertis/;
/** Wishes that are called nothing else. */
const REFUSES_PLAINLY =
  /dnc|dnm|do(?:no|n)t(?:call|ring|contact|phone|text|sms|e?mail|write(?!off|up|down)|solicit|market|advertis|disturb|bother|communic|followup|visit|knock)|no(?:solicit|contact|call|text|email|mail|phone|post(?!code)|letter|sms|brochure)|bloctel|^c?tps|tps$|robinson|opposizioni|^dncr$/;
const OPTS_OUT = /optout|optedout|optsout|unsub/;
const REFUSES =
  /opposition|oposicion|widerspruch|donot|dont|notwant|not(?:allow|permi|ok)|never|stop|block|restrict|suppress|declin|refus/;
const PERMITS =
  /ok$|okay|okto|allow|permi(?:t|ss)|consent|optin|optedin|accept|agree|^may|^can(?!c|a)|subscri|preference$|contactmethod$|accord(?!ing)|autoris|authori[sz]|autoriz|akkoord|toestemm|erlaubn|erlaubt|einverst|freigabe|acuerdo|permesso|zustimm|einwillig/;

/** Laws of data protection: a header that names one speaks of the consent that it asks for. */
const LAW =
  /gdpr|dsgvo|rgpd|lgpd|avg(?=call|tel|mail|email|sms|post)|^dpa|dpa$|^dp(?=phone|tel|call|e?mail|post|sms|text|mob|letter)|(?<=phone|tel|call|mail|post|sms|text|mobile)dp$|pecr|tcpa|casl/;
/** The matter itself: a yes may as well mean that the data is protected from us. */
const DATA_PROTECTION =
  /dataprotection|datenschutz|privacy|privacid|vieprivee|protecciondedatos|protectiondesdonnees|protezionedati|protecaodedados|privacidade/;

/** Asked for by these laws: alone in a header it is the consent to be contacted. */
const CONSENT = /consent|consenso|einwilligung|zustimmung|toestemming|optin|permission/;

/** What else a customer opts out of, declines or is refused. */
const ANOTHER_MATTER =
  /recall|heater|licen[cs]e|title|insur|warrant|vsc|gap|credit|arbitrat|agreement|wholesale|product|services|servicecontract|payment|autopay|statement|paperless|esign|econtract|telematic|onstar|xm|apprais|lender|lien|facebook|campaign|survey/;
/** What is sold beside the car, which a customer may opt out of as well. */
const PRODUCT =
  /plan|protect|tire|wheel|mainten|coverage|package|program|loyalty|reward|accessor|paint|dent|theft|etch|addon|option/;
/** Whether an "opted out" under this header is about something else than contact. */
export const isAnotherMatter = (key: string): boolean =>
  (ANOTHER_MATTER.test(key) || PRODUCT.test(key)) && !CONTACT.test(key) && !DATA_PROTECTION.test(key);

/** What a permission may have in its header besides the permission and the channel. */
const PERMISSION_WORDS = new RegExp(
  `^(?:${[
    'ok|okay|to|allow|allowed|allows|permit|permitted|permission|permissions|consent|consents|consented|opt|in|opted|accept|accepts|accepted',
    'agree|agrees|agreed|may|can|subscribe|subscribed|subscriber|subscription|preference|preferences|pref|method',
    'call|calls|calling|phone|phones|telephone|tel|text|texts|texting|sms|email|emails|mail|mails|mailing|contact|contacts|contacted|market|marketing',
    'telemarketing|solicit|solicitation|privacy|communication|communications|gdpr|tcpa|voice|courriel|correo|newsletter|newsletters|promo|promos|promotion|promotions|promotional',
    'cell|cellular|mobile|home|work|business|direct|postal|post|letter|message|messages|electronic',
    'customer|cust|client|buyer|cobuyer|coapplicant|coborrower|cosigner|consumer|guest|owner|primary|dealer|dealership|store|our|us|we|the|a|any|all|of|on|by|via|for|with|from|and|be|is|has|given',
    'anrufe?|telefon|telefono|telefone|telefonisch|llamadas?|ligacao|ligacoes|chiamate?|appels?|bellen|whatsapp|briefe?|courrier|posta?',
    'accord|accords|autorisation|autorise|autorisee|authori[sz]ation|authori[sz]ed?|autorizacion|autorizado|autorizzazione|autorizzato|akkoord|erlaubnis|erlaubt|einverstandnis|einverstanden|freigabe|acuerdo|permesso|dp|rgpd|pour|par|de|du|le|la|les|des|zur|zum|fur|per|voor|tegen|client|cliente|kunde|klant|mob|handy|portable|movil|celular|cellulare',
    'dpa|dsgvo|rgpd|lgpd|pecr|casl|dataprotection(?:act|law)?|datenschutz',
    'consentement|consentimiento|consentimento|consenso|einwilligung|zustimmung|toestemming|werbung|publicite|publicidade?|pubblicita|reclame|prospection|advertising',
    'flag|ind|indicator|status|yn|yes|no|express|written|prior|sales|service(?=call|text|sms|e?mail|market|contact)|third|party|channel|oem|general|global',
  ].join('|')})+$`,
);
/** Words that make it a remark on a consent. */
const REMARK = /date|time|source|user|by$|miles|mileage|fee|amount|value|price|reason|until|resident/;

/** `phone` and the like name the channel only beside a word of refusal or permission. */
const CHANNELS: readonly (readonly [RegExp, Channel])[] = [
  [/text|sms|whatsapp/, 'text'],
  [/email|courriel|correo|newsletter/, 'email'],
  [
    /call|phone|tel|cell|mobile|home|dnc|tcpa|tps|demarch|voice|appel|tring|anruf|llamad|ligac|chiamat|bellen/,
    'call',
  ],
  [/mail|post|letter|dnm|write|brief|courrier/, 'mail'],
];

/**
 * The field of a consent column by its header key, null when the header speaks of something else.
 * A refusal may be worded freely, since missing one breaks the law; a permission must be nothing but one,
 * since a 0 under "Trade Allowance" would silence a customer.
 */
export function consentField(key: string): ConsentField | null {
  const refuses = wordsRefusal(key);
  return refuses || wordsPermission(key) ? fieldFor(key, refuses ? 'do_not' : 'may') : null;
}

function fieldFor(key: string, polarity: 'do_not' | 'may'): ConsentField {
  const channel = CHANNELS.find(([pattern]) => pattern.test(key))?.[1] ?? 'contact';
  return `${ofCoBuyer(key) ? 'co_' : ''}${polarity}_${channel}`;
}

/** Whether the header key names the co-buyer in front. */
export const ofCoBuyer = (key: string): boolean => /^co(?:buyer|applicant|borrower|signer|cust)/.test(key);

/** The channel a header speaks of, whatever it says of it; null when it speaks of none. */
export const channelOf = (key: string): Exclude<Channel, 'contact'> | null => {
  const field = CONTACT.test(key) ? fieldFor(key, 'may') : '';
  return (['call', 'text', 'email', 'mail'] as const).find((channel) => field.endsWith(channel)) ?? null;
};

function wordsRefusal(key: string): boolean {
  // the day of a refusal is a refusal, the day of a consent may be long past
  if (REMARK.test(key.replace(/date|time|reason/g, ''))) return false;
  if (REFUSES_PLAINLY.test(key)) return true;
  return !ANOTHER_MATTER.test(key) && (OPTS_OUT.test(key) || (REFUSES.test(key) && CONTACT.test(key)));
}

function wordsPermission(key: string): boolean {
  if (!PERMISSION_WORDS.test(key) || REMARK.test(key)) return false;
  const protects = LAW.test(key) || DATA_PROTECTION.test(key);
  return PERMITS.test(key)
    ? CONTACT.test(key) || protects
    : protects && channelOf(key) !== null && !/priva/.test(key);
}

/** What a yes or a no under this header would mean, though no word of it says refusal or permission. */
export type Doubt =
  /** "Mailing", "SMS": a yes can only permit */
  | { readonly permits: ConsentField }
  /** "Privacy": a yes may refuse or permit */
  | { readonly refuses: ConsentField; readonly permits: ConsentField }
  | null;

/** For columns that hold nothing but yes and no. */
export function yesMeans(key: string): Doubt {
  if (
    REMARK.test(key) ||
    ANOTHER_MATTER.test(key.replace(/services?(?=call|text|sms|e?mail|market|contact)/, ''))
  )
    return null;
  if (DATA_PROTECTION_ALONE.test(key))
    return { refuses: fieldFor(key, 'do_not'), permits: fieldFor(key, 'may') };
  if (!PERMISSION_WORDS.test(key)) return null;
  if (LAW.test(key) || CONSENT.test(key)) return { permits: fieldFor(key, 'may') };
  // the kind of a number, or what was done already
  if (!CONTACT.test(key) || KIND_OF_NUMBER.test(key) || /contacted/.test(key)) return null;
  return { permits: fieldFor(key, 'may') };
}

const DATA_PROTECTION_ALONE = new RegExp(
  `^(?:customer|cust|client|buyer)?(?:${DATA_PROTECTION.source})(?:flag|ind|indicator|status|yn|code|act|call|phone|tel|text|sms|e?mail|post|contact)*$`,
);
const KIND_OF_NUMBER = /cell|mobile|home|work|business|primary/;

/** Whether every filling of the column is a record of a refusal: "Do Not Call Reason", "DNC Date". */
export const isRecordOfRefusal = (key: string): boolean =>
  /date|time|reason|note|remark|comment|since|source/.test(key);

/**
 * The field, null when the values contradict it. A refusal is never given up for its values; of the permissions only
 * those that do not say so ("Call", "Marketing") are: such a column may as well hold amounts, of which a 0 is no refusal.
 * @param filled cells that are not blank
 */
export function consentFits(
  field: ConsentField,
  key: string,
  filled: readonly string[],
): ConsentField | null {
  return isRefusal(field) || PERMITS.test(key) || !holdsAmounts(filled) ? field : null;
}

/** A number that slipped in among yes and no does not make it so. */
function holdsAmounts(filled: readonly string[]): boolean {
  const numbers = filled.filter((value) => {
    const text = value.trim();
    return (
      /^[-(]?\D?\s?\d[\d.,]*\)?$/.test(text) && !/^-?0*[01](?:[.,]0+)?$/.test(text) && !isWrittenDay(text)
    );
  });
  return numbers.length * 4 > filled.length;
}

const isWrittenDay = (text: string): boolean =>
  /[-/]|^\d{1,2}\.\d{1,2}\.\d{2,4}$|^\d{8}$/.test(text) && dateShape(text).form !== 'unknown';
