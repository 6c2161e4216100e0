/** What is said of one customer on the work screen, block by block, with what goes first when rows are short. */

import type { Day } from '../domain/day.ts';
import {
  aboutInWords,
  besideInWords,
  dueInWords,
  lastContactInWords,
  outcomeInWords,
  promiseInWords,
  soldInWords,
  toldApart,
  whyInWords,
} from './call-in-words.ts';
import { callingInLines } from './calling-in-words.ts';
import { dayInShort } from './day-text.ts';
import type { Block, Columns } from './fit-blocks.ts';
import { hourThere } from './hour-there.ts';
import { phoneInWords, telUri } from './phone-text.ts';
import { cut, oneLine, safeForTerminal } from './terminal-text.ts';
import {
  CHOICES,
  type OwnedCar,
  type WorkCustomer,
  type WorkScreenOptions,
  type WorkView,
} from './work-view.ts';
import { wrapped } from './wrapped.ts';

/** Lower = placed earlier when rows are short. */
const RANK = {
  name: 0,
  asked: 1,
  phone: 2,
  hour: 3,
  calling: 4,
  why: 5,
  whose: 6,
  promise: 7,
  contact: 8,
  otherWhy: 9,
  otherPhone: 10,
  car: 11,
  script: 12,
  fact: 13,
  email: 14,
  offer: 15,
  otherCar: 16,
} as const;

/** @param columns of the labels (0 = none are shown) and of the text beside them */
export function workBlocks(
  { customer, number, on, now, question }: WorkView,
  { label: labelWidth, room }: Columns,
  { styles, country }: WorkScreenOptions,
): Block[] {
  const one = (text: string): string[] => [safeForTerminal(cut(oneLine(text), room))];
  const paragraph = (text: string): string[] => wrapped(oneLine(text), room).map(safeForTerminal);
  const block = (group: number, rank: number, label: string | null, lines: readonly string[]): Block => ({
    group,
    rank,
    label,
    lines,
    least: 1,
    style: (line) => line,
  });
  /** The label stands at the first line only; the others may have to go sooner. */
  const list = (
    group: number,
    [first, others]: readonly [number, number],
    label: string,
    texts: readonly string[],
  ): Block[] =>
    texts.map((text, i) => block(group, i === 0 ? first : others, i === 0 ? label : '', one(text)));
  const choice = (group: number, texts: readonly string[]): Block[] =>
    texts.map((text, i) => {
      const sign = CHOICES[i] ?? '';
      return block(group, RANK.asked, sign, one(labelWidth === 0 ? `${sign} ${text}` : text));
    });
  const bold = (blocks: readonly Block[]): Block[] =>
    blocks.map((made) => ({ ...made, style: (line) => styles.bold(made.style(line)) }));

  const linked = (blocks: readonly Block[]): Block[] =>
    blocks.map((made, i) => {
      const phone = customer.phones[i];
      return phone === undefined ? made : { ...made, style: (line) => styles.link(line, telUri(phone)) };
    });

  const phones = customer.phones.map((phone) => phoneInWords(phone, country));
  const cars = customer.cars.map((car) => carInWords(car, on, country));
  const promises = customer.promises.map((promise) => promiseInWords(promise, on, country));
  const calling = customer.calling === null ? [] : callingInLines(customer.calling, on, country, room);
  const hour = now === null ? null : hourThere(customer, now, on, country);
  const reasons = toldApart(customer.call?.reasons ?? []);
  const script = reasons.find((reason) => reason.script !== null)?.script;
  const scriptLine = (rank: number, label: string, text: string | null | undefined): Block[] =>
    text ? [block(6, rank, label, paragraph(text))] : [];
  return [
    ...bold([block(1, RANK.name, null, nameLine(customer, labelWidth + room))]),
    ...bold(
      linked(
        question?.among === 'phones'
          ? choice(1, phones)
          : list(1, [RANK.phone, RANK.otherPhone], 'Phone', phones.length === 0 ? ['no phone'] : phones),
      ),
    ),
    ...list(1, [RANK.email, RANK.email], 'E-mail', customer.email === null ? [] : [customer.email]),
    ...list(1, [RANK.calling, RANK.calling], 'When', calling),
    ...list(1, [RANK.hour, RANK.hour], 'Now', hour === null ? [] : [hour.text]).map((made) =>
      hour?.mayCall === false ? { ...made, style: styles.warning } : made,
    ),
    ...list(
      2,
      [RANK.why, RANK.otherWhy],
      'Why',
      reasons.length === 0
        ? [nothingDue(customer, number)]
        : reasons.map((reason) => `${whyInWords(reason, on, country)}, ${dueInWords(reason, on, country)}`),
    ).map((made, i) => (reasons[i]?.closes_on === on ? { ...made, style: styles.warning } : made)),
    ...list(
      2,
      [RANK.whose, RANK.whose],
      'Whose',
      customer.call === null ? [] : besideInWords(customer.call, on, country),
    ),
    ...(question?.among === 'promises'
      ? bold(choice(2, promises))
      : promises.map((promise, i) => ({
          ...block(2, RANK.promise, i === 0 ? 'Owed' : '', paragraph(promise)),
          style: customer.promises[i]?.state === 'broken' ? styles.warning : (line: string): string => line,
        }))),
    ...(question?.among === 'cars' ? bold(choice(3, cars)) : list(3, [RANK.car, RANK.otherCar], 'Car', cars)),
    ...list(4, [RANK.contact, RANK.contact], 'Today', customer.today.map(outcomeInWords)),
    block(4, RANK.contact, 'Last', paragraph(lastContactInWords(customer.last, on, country))),
    ...customer.facts.map((fact, i) => block(5, RANK.fact, i === 0 ? 'Know' : '', paragraph(fact))),
    ...scriptLine(RANK.script, 'Say', script?.opener),
    ...scriptLine(RANK.script, 'Ask', script?.question),
    ...scriptLine(RANK.offer, 'Offer', script?.value),
  ];
}

function nothingDue({ today }: WorkCustomer, number: number | null): string {
  if (number === null) return 'not on today’s list';
  return today.length > 0 ? 'done for today' : 'nothing is due any more';
}

/** The id is never cut: it is what a call is logged under. */
function nameLine({ id, name, person }: WorkCustomer, room: number): string[] {
  const behind = `  #${id}`;
  const who = person === null ? name : `${name} (${person})`;
  return [cut(safeForTerminal(cut(oneLine(who), Math.max(1, room - behind.length))) + behind, room)];
}

/** `2023 Honda Civic EX, sold Nov 19, 2023, lease ends about Nov 5` */
function carInWords({ vehicle, sold_on, ...car }: OwnedCar, on: Day, country: string): string {
  const ends = (what: string, day: Day | null, estimated: boolean): string =>
    day === null ? '' : `${what} ends ${aboutInWords(dayInShort(day, on, country), estimated)}`;
  return [
    soldInWords(vehicle, sold_on, on, country),
    ends('lease', car.lease_end_on, car.lease_end_estimated),
    ends('loan', car.loan_end_on, car.loan_end_estimated),
  ]
    .filter(Boolean)
    .join(', ');
}
