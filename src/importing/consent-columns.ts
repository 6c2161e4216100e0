/** Columns about what a customer allows, however they are put: "Cell Phone Opt Out", "Permission to Call", "TCPA Consent". */

import type { PartyField } from './fields.ts';

type Channel = 'contact' | 'call' | 'text' | 'email' | 'mail';
type ConsentField = Extract<PartyField, `do_not_${Channel}` | `may_${Channel}`>;

/** Words for reaching somebody. Dealers refuse, allow and agree to many other things; without one of these it is no wish. */
const CONTACT =
  /(?<!re)call|phone|^tel|tel$|text|sms|mail|contact|market|solicit|priva|communic|gdpr|tcpa|(?<!in)voice|courriel|correo|appel|newsletter|cell(?!ed|at)|(?<!auto)mobile/;
/** Wishes that are called nothing else. */
const REFUSES_PLAINLY =
  /dnc|dnm|do(?:no|n)t(?:call|ring|contact|phone|text|sms|e?mail|write(?!off|up|down)|solicit|market|advertis|disturb|bother|communic|followup|visit|knock)|no(?:solicit|contact|call|text|email|mail|phone)/;
const OPTS_OUT = /optout|optedout|optsout|unsub/;
const REFUSES = /donot|dont|notwant|not(?:allow|permi|ok)|never|stop|block|restrict|suppress|declin|refus/;
const PERMITS =
  /ok$|okay|okto|allow|permi(?:t|ss)|consent|optin|optedin|accept|agree|^may|^can(?!c|a)|subscri|preference$|contactmethod$/;

/** What else a customer opts out of, declines or is refused. */
const ANOTHER_MATTER =
  /recall|heater|licen[cs]e|title|insur|warrant|vsc|gap|credit|arbitrat|agreement|wholesale|product|services|servicecontract|payment|autopay|statement|paperless|esign|econtract|telematic|onstar|xm|apprais|lender|lien|facebook|campaign|survey/;
/** What a permission may have in its header besides the permission and the channel. */
const PERMISSION_WORDS = new RegExp(
  `^(?:${[
    'ok|okay|to|allow|allowed|allows|permit|permitted|permission|permissions|consent|consents|consented|opt|in|opted|accept|accepts|accepted',
    'agree|agrees|agreed|may|can|subscribe|subscribed|subscriber|subscription|preference|preferences|pref|method',
    'call|calls|calling|phone|phones|telephone|tel|text|texts|texting|sms|email|emails|mail|mails|mailing|contact|contacts|contacted|market|marketing',
    'telemarketing|solicit|solicitation|privacy|communication|communications|gdpr|tcpa|voice|courriel|correo|newsletter|newsletters|promo|promos|promotion|promotions|promotional',
    'cell|cellular|mobile|home|work|business|direct|postal|post|letter|message|messages|electronic',
    'customer|cust|client|buyer|cobuyer|coapplicant|coborrower|cosigner|consumer|guest|owner|primary|dealer|dealership|store|our|us|we|the|a|any|all|of|on|by|via|for|with|from|and|be|is|has|given',
    'flag|ind|indicator|status|yn|yes|no|express|written|prior|sales|service(?=call|text|sms|e?mail|market|contact)|third|party|channel|oem|general|global',
  ].join('|')})+$`,
);
/** Words that make it a remark on a consent. */
const REMARK = /date|time|source|user|by$|miles|mileage|fee|amount|value|price|reason|until|resident/;

/** `phone` and the like name the channel only beside a word of refusal or permission. */
const CHANNELS: readonly (readonly [RegExp, Channel])[] = [
  [/text|sms/, 'text'],
  [/email|courriel|correo|newsletter/, 'email'],
  [/call|phone|tel|cell|mobile|home|dnc|tcpa|voice|appel|tring/, 'call'],
  [/mail|post|letter|dnm|write/, 'mail'],
];

/**
 * The field of a consent column by its header key, null when the header speaks of something else.
 * A refusal may be worded freely, since missing one breaks the law; a permission must be nothing but one,
 * since a 0 under "Trade Allowance" would silence a customer.
 */
export function consentField(key: string): ConsentField | `co_${ConsentField}` | null {
  const refuses = wordsRefusal(key);
  if (!refuses && !wordsPermission(key)) return null;
  const co = /^co(?:buyer|applicant|borrower|signer|cust)/.test(key) ? 'co_' : '';
  const channel = CHANNELS.find(([pattern]) => pattern.test(key))?.[1] ?? 'contact';
  return `${co}${refuses ? 'do_not' : 'may'}_${channel}`;
}

function wordsRefusal(key: string): boolean {
  // the day of a refusal is a refusal, the day of a consent may be long past
  if (REMARK.test(key.replace(/date|time|reason/g, ''))) return false;
  if (REFUSES_PLAINLY.test(key)) return true;
  return !ANOTHER_MATTER.test(key) && (OPTS_OUT.test(key) || (REFUSES.test(key) && CONTACT.test(key)));
}

const wordsPermission = (key: string): boolean =>
  PERMITS.test(key) && CONTACT.test(key) && PERMISSION_WORDS.test(key) && !REMARK.test(key);
