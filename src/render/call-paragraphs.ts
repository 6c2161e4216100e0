/** Calls as short paragraphs, for terminals with room for a name and a number but not for a table. */

import type { Call, Reason } from '../domain/call-list.ts';
import type { CallablePhone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import {
  besideInWords,
  dueInWords,
  factsInWords,
  lastContactInWords,
  otherPromises,
  promiseInWords,
  soldInWords,
  toldApart,
  whyInWords,
} from './call-in-words.ts';
import { callingInLines, callingInWords } from './calling-in-words.ts';
import { phoneInWords, telUri } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { cut, displayWidth, fitted, safeForTerminal } from './terminal-text.ts';
import { wrapped } from './wrapped.ts';

export interface CallTextOptions {
  readonly on: Day;
  readonly styles: Styles;
  /** the store's: how telephone numbers are written */
  readonly country: string;
}

/** Under the first line of a call: a text in lines as wide as there is room. */
type Details = (text: string) => string[];

interface Columns {
  readonly number: number;
  readonly name: number;
  readonly phone: number;
}

const GAP = '  ';
const SEPARATOR = ' · ';
/** One very long name must not push every telephone number away from its owner: it runs on into its own line only. */
const NAME_AT_MOST = 36;
/** Of a long note. */
const LINES_AT_MOST = 3;

/**
 * First a line with number, name, telephone and id; under it a line for each reason, for the car with the hours to
 * call, and for the last contact. No line is longer than `width`; a name is cut before a telephone number is.
 */
export function callParagraphs(
  calls: readonly Call[],
  { on, styles, country, width }: CallTextOptions & { readonly width: number },
): string {
  const firstLines = calls.map(({ customer }) => ({
    name: safeForTerminal(customer.name),
    phone: safeForTerminal(mainWay(customer, country)),
    id: `#${customer.id}`,
  }));
  const columns = columnsFor(firstLines, String(calls.length).length, width);
  const indent = ' '.repeat(columns.number) + GAP;
  const room = width - indent.length;
  const details: Details = (text) => {
    const lines = wrapped(safeForTerminal(text), room);
    const shown = lines.length <= LINES_AT_MOST ? lines : lines.slice(0, LINES_AT_MOST - 1);
    const rest = lines.slice(shown.length).join(' ');
    return (rest === '' ? shown : [...shown, cut(rest, room)]).map((line) => indent + line);
  };
  const paragraphs = calls.map((call, i) => {
    const line = firstLines[i] ?? { name: '', phone: '', id: '' };
    const { name, phone, id } = line;
    const firstRoom = roomOn(line, columns, width);
    const first = [
      fitted(`${i + 1}`, columns.number, 'right'),
      styles.bold(fitted(name, firstRoom.name)),
      styles.bold(toDial(fitted(phone, firstRoom.phone), call.customer.phones[0], styles)),
      styles.dim(id),
    ].join(GAP);
    return [
      first,
      ...otherWays(call.customer, country, styles, details),
      ...toldApart(call.reasons).flatMap((reason) => whyLines(details, reason, on, { styles, country })),
      ...history(call, on, country, room).flatMap((line) => details(line).map((one) => styles.dim(one))),
    ].join('\n');
  });
  return `${paragraphs.join('\n')}\n`;
}

const mainWay = ({ phones }: Pick<Call['customer'], 'phones'>, country: string): string =>
  phones[0] === undefined ? 'no phone' : phoneInWords(phones[0], country);

const toDial = (text: string, phone: CallablePhone | undefined, { link }: Styles): string =>
  phone === undefined ? text : link(text, telUri(phone));

/** Numbers in a line that has to be broken are no links. */
function otherWays(
  { phones, email }: Pick<Call['customer'], 'phones' | 'email'>,
  country: string,
  styles: Styles,
  details: Details,
): string[] {
  if (phones.length === 0) return email === null ? [] : details(`e-mail ${email}`);
  const others = phones.slice(1);
  if (others.length === 0) return [];
  const or = (shown: (phone: CallablePhone) => string): string => `or ${others.map(shown).join(', ')}`;
  const plain = or((phone) => phoneInWords(phone, country));
  return details(plain).map((line) =>
    line.endsWith(plain)
      ? line.slice(0, -plain.length) + or((phone) => toDial(phoneInWords(phone, country), phone, styles))
      : line,
  );
}

function whyLines(
  details: Details,
  reason: Reason,
  on: Day,
  { styles, country }: Pick<CallTextOptions, 'styles' | 'country'>,
): string[] {
  const lines = details(`${whyInWords(reason, on, country)}, ${dueInWords(reason, on, country)}`);
  return reason.closes_on === on ? lines.map((line) => styles.warning(line)) : lines;
}

/** Until when to call is said beside the car where there is room, else on a line of its own: it must not be cut off. */
function history(call: Call, on: Day, country: string, room: number): string[] {
  const { vehicle, sold_on, last_contact, customer } = call;
  const car = soldInWords(vehicle, sold_on, on, country);
  const last = lastContactInWords(last_contact, on, country);
  const calling = customer.phones.length === 0 ? '' : callingInWords(call.calling, on, country);
  const first = [car, last_contact === null ? last : ''].filter(Boolean).join(SEPARATOR);
  const together = [first, calling].filter(Boolean).join(SEPARATOR);
  const fits = displayWidth(safeForTerminal(together)) <= room;
  const apart = calling === '' ? [] : callingInLines(call.calling, on, country, room);
  const lines = fits ? [together] : [first, ...apart];
  return [
    ...besideInWords(call, on, country),
    ...otherPromises(call).map((promise) => promiseInWords(promise, on, country)),
    ...lines,
    last_contact === null ? '' : `last contact ${last}`,
    factsInWords(call.facts),
  ].filter(Boolean);
}

interface FirstLine {
  readonly name: string;
  readonly phone: string;
  readonly id: string;
}

function columnsFor(lines: readonly FirstLine[], number: number, width: number): Columns {
  const widest = (key: 'name' | 'phone' | 'id'): number =>
    lines.reduce((most, line) => Math.max(most, displayWidth(line[key])), 0);
  const phone = Math.min(widest('phone'), 26);
  const left = width - number - phone - widest('id') - 3 * GAP.length;
  return { number, phone, name: Math.max(4, Math.min(widest('name'), NAME_AT_MOST, left)) };
}

/** A name that is too long for its column has the rest of its line, before it is cut. */
function roomOn({ name, phone, id }: FirstLine, columns: Columns, width: number): Omit<Columns, 'number'> {
  const wide = displayWidth(name);
  if (wide <= columns.name) return columns;
  const shown = Math.min(displayWidth(phone), columns.phone);
  const left = width - columns.number - shown - displayWidth(id) - 3 * GAP.length;
  return { phone: shown, name: Math.max(columns.name, Math.min(wide, left)) };
}
