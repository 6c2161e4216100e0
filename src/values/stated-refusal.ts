/** Cells that are nothing but a refusal of contact, whatever column they stand in: "Do Not Contact", "DNC 3/4", "Opted out". */

import { cleanCell } from './cell.ts';
import { type Channel, refusedChannels } from './flags.ts';
import { foldedWords } from './fold-text.ts';
import { knownAnswer } from './known-answers.ts';

/** What is refused; `contact` = every channel, `nothing named` = every one that the column is about. */
export type Refused = readonly Channel[] | 'contact' | 'unnamed';

/** Longer cells are prose: what they say of calling is about anybody. */
const LONGEST_CODE = 80;
/** A cheap look first: a stem of every refusal below. */
const PERHAPS =
  /dnc|d\.\s?n\.\s?c|dnd|desist|\bonly$|souhaite|désire|veut|not|n['’`´]?t\b|\bno\b|out\b|unsub|never|remove|refus|declin|withdr|revok|nicht|kein|sperr|verbot|wider|abgemeldet|\bpas\b|aucun|plus|oppos|desabo|désabo|désins|desins|bloctel|robinson|sin |baja|n[aã]o|sem |descad|\bnon\b|ness|disis|niet|geen|uitges|afgem|\bnu\b|f[aă]r[aă]|dezab/i;

const REACH_OUT =
  'call|contact|phone|telephone|ring|text|sms|e ?mail|mail|write|solicit|market|disturb|bother|communicate|approach|follow ?up|reach out|message';
const REACHED =
  'called|contacted|phoned|rung|texted|e ?mailed|mailed|written to|solicited|marketed to|disturbed|bothered|approached';
const WAY =
  '(?:phone |telephone |marketing |sales )?(?:calls?|calling)|texts?|texting|sms|e ?mails?|mails?|mailings?|mailers?|letters|flyers?|brochures?|postcards?|catalogue?s?|newsletters?|solicitations?|soliciting|marketing|communications?';
const list = (...phrases: readonly string[]): string => `(?:${phrases.join('|')})`;
const WAYS = `${list(WAY)}(?: (?:(?:and|or) )?${list(WAY)})*`;
const REACH = `${list(REACH_OUT)}(?: (?:(?:and|or) )?${list(REACH_OUT)})*`;

/** Those that refuse what they name. */
const NAMING = list(
  `(?:do ?not|dont|don t|never) ?${REACH}`,
  `(?:must|may|should|can|is|are|shall) ?not (?:to )?be ${list(REACHED)}`,
  `not to be ${list(REACHED)}`,
  `(?:told |said |asked |wants |wishes )?(?:us )?not to ${REACH}`,
  `(?:does ?not|doesnt|doesn t|did not|didn t) (?:want|wish)(?: for| any)?(?: more| further)? ${WAYS}`,
  `(?:does ?not|doesnt|doesn t) (?:want|wish) to be ${list(REACHED)}`,
  `(?:wants|wishes) no(?: more| further)? ${WAYS}`,
  `(?:no|stop|declin(?:es|ed)|refus(?:es|ed)|opt(?:s|ed)? ?out (?:of|from)|unsubscribed? from)(?: all| any)?(?: more| further)? ${WAYS}`,
  `(?:all )?${WAYS} (?:refused|declined|opt(?:ed)? ?out|not (?:allowed|permitted|wanted|ok))`,
  'd ?n ?c',
  'bloctel',
  'bel me niet(?: register)?',
  '(?:nicht|niet)(?: mehr| meer)? (?:anrufen|zuruckrufen|telefonieren|bellen|terugbellen|mailen|anschreiben|schreiben)',
  '(?:keine?|geen) (?:anrufe?|telefonanrufe?|e ?mails?|mails|sms|post|briefe|telefoontjes)',
  '(?:ne )?(?:pas|plus|jamais)(?: jamais)? (?:appeler|rappeler|telephoner|ecrire)',
  'pas (?:d|de) (?:appels?|courriels?|e ?mails?|sms|courrier)',
  'no (?:llamar|volver a llamar|llamar (?:mas|nunca)|enviar (?:correos?|e ?mails?|sms))',
  'nao (?:ligar|enviar (?:e ?mails?|sms))',
  'non (?:chiamare|richiamare|telefonare|inviare (?:e ?mails?|sms))',
  'nu (?:sunati|suna|apelati)',
);
/** Those that refuse everything. */
const PLAIN = list(
  'dnd',
  'cease (?:and )?desist(?: (?:letter|ltr|order))?|c ?& ?d (?:letter|ltr)',
  'ne (?:souhaite|desire|veut) (?:pas|plus) (?:etre )?(?:appelee?s?|rappelee?s?|contactee?s?|demarchee?s?|sollicitee?s?)',
  'do ?not disturb',
  'no(?: more| further)? contact(?: wanted| please| allowed)?',
  '(?:refus(?:es|ed)|declin(?:es|ed)|(?:wants|wishes) no|does ?not want|doesn t want) (?:any )?contact',
  'contact (?:refused|declined|not (?:allowed|permitted|wanted))',
  'nicht(?: mehr)? (?:kontaktieren|storen|bewerben)',
  'keine? (?:werbung|kontakt|kontaktaufnahme|kontakte)(?: erwunscht| gewunscht)?',
  'werbesperre|kontaktsperre|werbeverbot|werbung (?:verboten|untersagt|widersprochen)|werbewiderspruch',
  '(?:ne )?(?:pas|plus|jamais)(?: jamais)? (?:contacter|recontacter|relancer|solliciter|demarcher|deranger)',
  '(?:pas|plus|aucun|refus|refuse) (?:d |de |le |tout )?(?:contact|sollicitation|demarchage)',
  'no (?:contactar|molestar)|sin contacto|no desea (?:ser contactad[oa]|contacto|llamadas|publicidad)',
  'nao (?:contatar|contactar|perturbar|incomodar)|sem contac?to|nao deseja (?:ser contac?tad[oa]|contac?to)',
  'non (?:contattare|disturbare)|nessun contatto',
  'niet(?: meer)? (?:benaderen|contacteren|storen)|geen (?:contact|reclame)',
  'nu (?:contactati|deranjati)|fara contact',
);
/** Those that refuse what their column is about. */
const UNNAMED = list(
  'opt(?:s|ed|ing)? ?outs?|optedout',
  'unsub|unsubscribed?|unsubscribes',
  '(?:global|marketing) (?:opt ?out|unsubscribed?)',
  '(?:consent|permission) (?:refused|declined|denied|withdrawn|revoked)|(?:withdrew|withdrawn|revoked) (?:consent|permission)',
  'remove(?:d)? from (?:all )?(?:the )?(?:call(?:ing)?|contact|mail(?:ing)?|marketing)? ?lists?',
  'abgemeldet|ausgetragen|widersprochen',
  'desabonnee?|desinscrite?|opposition (?:au )?(?:demarchage|contact|a la prospection)',
  'dado de baja|dada de baja|lista robinson|robinson(?:liste?)?',
  'descadastrad[oa]',
  'disiscritt[oa]|registro (?:delle )?opposizioni',
  'uitgeschreven|afgemeld',
  'dezabonata?t?',
);
/** What may stand before and behind a refusal and leaves it one: who, when, that it is a list or a flag. */
const BESIDE =
  '(?:please|pls|customer|cust|client|guest|buyer|they|he|she|him|her|them|per|by|at|on|the|a|as|of|since|from|for|list|lists|listed|registry|register|registered|registration|flag|status|code|national|federal|state|internal|company|store|dealer|request|requested|requests|requesting|asked|wish|us|me|again|ever|anymore|any more|all|everything|permanently|permanent|only|yes|y|true|email verbal|verbal|written|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|bitte|svp|por favor|\\d+)';
const full = (refusal: string): RegExp => new RegExp(`^(?:${BESIDE} )*${refusal}(?: ${BESIDE})*$`);
const [IS_NAMING, IS_PLAIN, IS_UNNAMED] = [full(NAMING), full(PLAIN), full(UNNAMED)];

/** A refusal and more behind it: "DNC - wife answered", "VIP; do not contact". */
const PARTS = /[;,|/·•()[\]{}:!\n]+|\s[-–—]+\s|\.\s/;
/** As part of a longer cell it may as well say that nobody was reached. */
const NOBODY_REACHED =
  /^(?:no|sin|sem|kein|geen|nessun|fara|aucun) (?:contact[oa]?|contatto|contato|kontakt|answer|call)$/;

/** What a cell refuses when it is nothing but a refusal, or a short row of codes one of which is; null for all else. */
export function statedRefusal(cell: string): Refused | null {
  if (cell.length < 3 || cell.length > LONGEST_CODE || !PERHAPS.test(cell)) return null;
  const text = cleanCell(cell);
  const whole = refusalIn(text);
  if (whole !== null) return whole;
  const parts = text.split(PARTS);
  if (parts.length < 2) return null;
  for (const [i, part] of parts.entries()) {
    if (NOBODY_REACHED.test(foldedWords(part).join(' ')) || saysNo(parts[i + 1])) continue;
    const refused = refusalIn(part);
    if (refused !== null) return refused;
  }
  return null;
}

/** "DNC: no" */
const saysNo = (part = ''): boolean => part.trim() !== '' && ['no', 'nothing'].includes(knownAnswer(part));

/** Whether a cell says "no contact" or "no call", which beside the results of calls only says that nobody was reached. */
export const saysNoContact = (cell: string): boolean =>
  cell.length <= LONGEST_CODE && NOBODY_REACHED.test(foldedWords(cleanCell(cell)).join(' '));

function refusalIn(text: string): Refused | null {
  const words = foldedWords(text).join(' ');
  const only = ONLY.exec(words)?.[1];
  if (only !== undefined) return othersThan(only);
  if (IS_PLAIN.test(words)) return 'contact';
  if (IS_UNNAMED.test(words)) return 'unnamed';
  if (!IS_NAMING.test(words)) return null;
  const channels = refusedChannels(text);
  return channels.length > 0 ? channels : channelsNamed(words);
}

/** "Mail only", "Text messages only please": every other way is refused. */
const ONLY =
  /^(?:prefers |wants |use |by )?(e ?mails?|mails?|post|letters?|texts?(?: messages?)?|sms|phone|calls?)(?: please)? only(?: please)?$/;
const ALL: readonly Channel[] = ['call', 'text', 'email', 'mail'];

function othersThan(way: string): Refused {
  const own: Channel = /^e ?mail/.test(way)
    ? 'email'
    : /^(?:mail|post|letter)/.test(way)
      ? 'mail'
      : /^(?:text|sms)/.test(way)
        ? 'text'
        : 'call';
  return ALL.filter((channel) => channel !== own);
}

const CHANNEL_STEMS: readonly (readonly [RegExp, Channel])[] = [
  [
    /\bd ?n ?c\b|call|phone|ring|rung|\btps\b|bloctel|anruf|zuruckruf|telefon|bel(?:len)?\b|terugbel|appel|llamar|ligar|chiamar|richiamar|sunat|\bsuna\b|apelat/,
    'call',
  ],
  [/text|sms|messag/, 'text'],
  [/e ?mail|newsletter|courriel|correo|mailen|(?:keine|geen) mails/, 'email'],
  [
    /(?<!e )(?<!e)mail(?!en)|\bletter|flyer|brochure|postcard|catalog|post|brief|writ|courrier|ecrire|schreiben/,
    'mail',
  ],
];

function channelsNamed(words: string): Refused {
  if (/contact|solicit|market|disturb|bother|communicat|approach|follow|reach/.test(words)) return 'contact';
  const named = CHANNEL_STEMS.flatMap(([stem, channel]) => (stem.test(words) ? [channel] : []));
  return named.length > 0 ? named : 'contact';
}
