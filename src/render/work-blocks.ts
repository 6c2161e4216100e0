/** What is said of one customer on the work screen, block by block, with what goes first when rows are short. */

import type { Day } from '../domain/day.ts';
import {
  dueInWords,
  lastContactInWords,
  outcomeInWords,
  reasonInWords,
  soldInWords,
  toldApart,
} from './call-in-words.ts';
import { phoneInWords } from './call-paragraphs.ts';
import { dayInShort } from './day-text.ts';
import type { Block, Columns } from './fit-blocks.ts';
import type { Style } from './styles.ts';
import { cut, oneLine, safeForTerminal } from './terminal-text.ts';
import {
  CHOICES,
  type OwnedCar,
  type WorkCustomer,
  type WorkScreenOptions,
  type WorkView,
} from './work-view.ts';
import { wrapped } from './wrap-text.ts';

/** Lower = placed earlier when rows are short; the second and later of a kind come after the first of all. */
const RANK = {
  name: 0,
  asked: 1,
  phone: 2,
  calling: 3,
  why: 4,
  contact: 5,
  car: 6,
  script: 7,
  fact: 8,
  email: 9,
  offer: 10,
  more: 11,
} as const;

/** @param columns of the labels (0 = none are shown) and of the text beside them */
export function workBlocks(
  { customer, on, question }: WorkView,
  { label: labelWidth, room }: Columns,
  { styles, country }: WorkScreenOptions,
): Block[] {
  const one = (text: string): string[] => [safeForTerminal(cut(oneLine(text), room))];
  const paragraph = (text: string): string[] => wrapped(oneLine(text), room).map(safeForTerminal);
  const block = (
    label: string | null,
    lines: readonly string[],
    rank: number,
    group: number,
    style?: Style,
  ): Block => ({
    label,
    lines,
    rank,
    group,
    least: 1,
    style: style ?? ((line) => line),
  });
  const list = (
    label: string,
    texts: readonly string[],
    rank: number,
    group: number,
    style?: Style,
  ): Block[] =>
    texts.map((text, i) =>
      block(i === 0 ? label : '', one(text), i === 0 ? rank : rank + RANK.more, group, style),
    );
  const choice = (texts: readonly string[], group: number): Block[] =>
    texts.map((text, i) =>
      block(
        CHOICES[i] ?? '',
        one(`${labelWidth === 0 ? `${CHOICES[i]} ` : ''}${text}`),
        RANK.asked,
        group,
        styles.bold,
      ),
    );

  const phones = customer.phones.map((phone) => phoneInWords(phone, country));
  const cars = customer.cars.map((car) => carInWords(car, on));
  const { reasons } = customer.call ?? { reasons: [] };
  const why = toldApart(reasons).map((reason) => ({
    text: `${reasonInWords(reason)}, ${dueInWords(reason, on)}`,
    style: reason.closes_on === on ? styles.warning : undefined,
  }));
  const script = reasons.find((reason) => reason.script !== null)?.script;
  const said = (label: string, text: string | null | undefined, rank: number): Block[] =>
    text ? [block(label, paragraph(text), rank, 6)] : [];
  return [
    block(null, nameLine(customer, labelWidth + room), RANK.name, 1, styles.bold),
    ...(question?.among === 'phones'
      ? choice(phones, 1)
      : list('Phone', phones.length === 0 ? ['no phone'] : phones, RANK.phone, 1, styles.bold)),
    ...list('E-mail', customer.email === null ? [] : [customer.email], RANK.email, 1),
    ...list('Calls', customer.calling === null ? [] : [customer.calling], RANK.calling, 1),
    ...(customer.call === null
      ? list('Why', ['nothing is due any more'], RANK.why, 2)
      : why.flatMap(({ text, style }, i) =>
          list(i === 0 ? 'Why' : '', [text], RANK.why + (i && RANK.more), 2, style),
        )),
    ...(question?.among === 'cars' ? choice(cars, 3) : list('Car', cars, RANK.car, 3)),
    ...list('Today', customer.today.map(outcomeInWords), RANK.contact, 4),
    block('Last', paragraph(lastContactInWords(customer.last, on)), RANK.contact, 4),
    ...customer.facts.map((fact, i) => block(i === 0 ? 'Know' : '', paragraph(fact), RANK.fact, 5)),
    ...said('Say', script?.opener, RANK.script),
    ...said('Ask', script?.question, RANK.script),
    ...said('Offer', script?.value, RANK.offer),
  ];
}

/** The id is never cut: it is what a call is logged under. */
function nameLine({ id, name, person }: WorkCustomer, room: number): string[] {
  const behind = `  #${id}`;
  const who = person === null ? name : `${name} (${person})`;
  return [cut(safeForTerminal(cut(oneLine(who), Math.max(1, room - behind.length))) + behind, room)];
}

/** `2023 Honda Civic EX, sold 19 Nov 2023, lease ends 5 Nov` */
export function carInWords({ vehicle, sold_on, lease_end_on, loan_end_on }: OwnedCar, on: Day): string {
  const lease = lease_end_on === null ? '' : `lease ends ${dayInShort(lease_end_on, on)}`;
  const loan = loan_end_on === null ? '' : `loan ends ${dayInShort(loan_end_on, on)}`;
  return [soldInWords(vehicle, sold_on, on), lease, loan].filter(Boolean).join(', ');
}
