/** Headers that name a field inside something else: "Name (Customer First Name)", `contacts.0.first_name`, `deal/buyer/phones/1/number`. */

import { headerKey } from '../rows/header-key.ts';

const BRACKETED = /^(.+?)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/;
const STEPS = /\s*(?:\.|\/|\\|->|>|::?|__)\s*/;
/** What only holds the rest together and says nothing by itself. */
const WRAPPERS =
  /^(?:data|record|records|result|results|root|row|item|items|attributes|fields|properties|payload|response|deal|deals|sale|sales|transaction|node|edges|object|details|info)$/;
/** Lists of ways to reach somebody: what a list holds is what its entries are. */
const LISTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:e?mails?|emailaddress(?:es)?)$/, 'email'],
  [/^(?:tele)?phones?(?:numbers?)?$/, 'phone'],
  [/^(?:companies|organi[sz]ations|businesses)$/, 'company'],
];
/** What the entry of such a list is called. */
const ENTRY =
  /^(?:value|number|address|name|text|content|e?mail|(?:tele)?phone|(?:tele)?phonenumber|emailaddress)$/;

/**
 * Other ways to say the same header, the best first; none for a plain one. Positions count from 0 there and from 1 here.
 * @param header with its punctuation
 */
export function spelledOtherwise(header: string): readonly string[] {
  const bracketed = BRACKETED.exec(header);
  if (bracketed) {
    const [, outer = '', inner = ''] = bracketed;
    return [`${inner} ${outer}`, ...(sameMatter(outer, inner) ? [inner] : [])];
  }
  const steps = header.split(STEPS).filter((step) => step !== '');
  return steps.length > 1 ? alongPath(steps) : [];
}

/** "Email (Salesperson)" is no salesperson's name, "Phone (Cell Phone)" is a cell phone. */
function sameMatter(outer: string, inner: string): boolean {
  const [one, other] = [headerKey(outer), headerKey(inner)];
  return (
    one !== '' && (other.includes(one) || MATTERS.some((matter) => matter.test(one) && matter.test(other)))
  );
}

const MATTERS: readonly RegExp[] = [
  /name|customer|buyer|person/,
  /phone|cell|mobile|tel/,
  /mail/,
  /date|day|sold|deliver/,
  /number|no$|id$|num$/,
  /address|street|city|zip|state|postal/,
];

function alongPath(steps: readonly string[]): readonly string[] {
  const named: { word: string; position: string }[] = [];
  for (const step of steps) {
    const last = named.at(-1);
    if (/^\d+$/.test(step) && last !== undefined) last.position ||= String(Number(step) + 1);
    else named.push({ word: step, position: '' });
  }
  const own = named.filter(({ word }, i) => i === named.length - 1 || !WRAPPERS.test(headerKey(word)));
  const whole = own.map(({ word, position }) => word + position).join(' ');
  const [role] = own;
  const last = own.at(-1);
  if (role === undefined || last === undefined || own.length < 2) return [whole];
  const list = own.length > 1 ? listOf(own.at(-2)?.word ?? '') : undefined;
  if (list === 'phone' && /^(?:type|kind|label)$/.test(headerKey(last.word)))
    return [`${role.word}${role.position} phone type`];
  const isEntry = list !== undefined && ENTRY.test(headerKey(last.word));
  const before = isEntry && own.length === 2 ? '' : `${role.word}${role.position} `;
  return isEntry ? [`${before}${list}`] : [whole, `${before}${last.word}`];
}

const listOf = (word: string): string | undefined => LISTS.find(([list]) => list.test(headerKey(word)))?.[1];
