/** A customer's card for a person to read. */

import type { Block } from '../domain/block.ts';
import type { Basis, Calling, FormerOwnerShown, NeedlessBy, Withheld } from '../domain/call-list.ts';
import type { WishTerms } from '../domain/car-wish.ts';
import { outcomeName } from '../domain/contact.ts';
import type { Address, CallablePhone, Phone, WithheldPhone } from '../domain/customer.ts';
import type { Day } from '../domain/day.ts';
import { PROMISE } from '../domain/plan.ts';
import type { CaseRecord } from '../domain/recovery-case.ts';
import type { Vehicle } from '../domain/sale.ts';
import type { ServiceStanding } from '../domain/service-standing.ts';
import { blockInWords } from './block-in-words.ts';
import {
  aboutInWords,
  basisInWords,
  formerInWords,
  inBrackets,
  vehicleInWords,
  withheldInWords,
} from './call-in-words.ts';
import { callingInWords } from './calling-in-words.ts';
import { cardPart } from './card-part.ts';
import { caseInWords } from './case-in-words.ts';
import { counted } from './counted.ts';
import { dayInFull, dayInLetter, dayInShort } from './day-text.ts';
import {
  type FirstServiceShown,
  firstServiceInWords,
  introductionInWords,
} from './first-service-in-words.ts';
import { metInWords } from './greeting-in-words.ts';
import { makerInWords } from './maker-in-words.ts';
import { ownerText } from './owner-text.ts';
import { numberAlone, phoneInWords, withheldPhoneInWords } from './phone-text.ts';
import type { Styles } from './styles.ts';
import { safeForTerminal } from './terminal-text.ts';
import { termsInWords } from './wish-in-words.ts';

/** Which occasion it is. */
interface CardTouch extends Basis {
  readonly touch: string;
  readonly label: string;
  readonly sale_id: number | null;
  readonly due_on: Day | null;
}

export interface CardShown {
  readonly on: Day;
  readonly id: number;
  readonly name: string;
  readonly dms_number: string | null;
  readonly owner: { readonly name: string } | null;
  readonly owner_because_in_words: string;
  readonly owner_since: Day | null;
  readonly former_owner: FormerOwnerShown | null;
  readonly calling: Calling;
  readonly blocks: readonly Block[];
  /** those that may be called, and those that are wrong */
  readonly phones: readonly (
    | (CallablePhone & { readonly wrong_since: null })
    | (Phone & { readonly wrong_since: Day })
  )[];
  readonly withheld_phones: readonly WithheldPhone[];
  readonly email: string | null;
  readonly email_bad_since: Day | null;
  readonly address: Address;
  readonly address_bad_since: Day | null;
  readonly birthday: Day | null;
  readonly deals: readonly {
    readonly sale_id: number;
    readonly deal_number: string | null;
    readonly status: string;
    readonly sold_on: Day;
    readonly deal_type: string | null;
    readonly condition: string | null;
    readonly vehicle: Vehicle;
    readonly plate: string | null;
    readonly term_months: number | null;
    readonly lease_end_on: Day | null;
    readonly lease_end_estimated: boolean;
    readonly loan_end_on: Day | null;
    readonly loan_end_estimated: boolean;
    readonly salespeople: readonly string[];
    readonly serviced_on: Day | null;
    readonly in_force: boolean;
    readonly service: ServiceStanding | null;
    readonly gone_on: Day | null;
    readonly gone_because: string | null;
    readonly delivery: FirstServiceShown | null;
  }[];
  readonly household: readonly { readonly id: number; readonly name: string; readonly relation: string }[];
  readonly facts: readonly { readonly text: string; readonly told_on: Day }[];
  readonly wishes: readonly {
    readonly id: number;
    readonly text: string;
    readonly terms: WishTerms;
    readonly until: Day;
  }[];
  readonly promises: readonly {
    readonly promised_for: Day;
    readonly state: string;
    readonly by: string | null;
    readonly for?: string;
    readonly note: string | null;
  }[];
  readonly cases: readonly CaseRecord[];
  readonly turned_off: readonly {
    /** the entry of the journal */
    readonly id: number;
    readonly touch: string | null;
    readonly sale_id: number | null;
    readonly on: Day;
    readonly why: string;
    /** false once they bought again */
    readonly in_force: boolean;
    readonly car_gone: boolean;
  }[];
  readonly touches: readonly (CardTouch & {
    readonly state: string;
    readonly why: Withheld | null;
    readonly by_registry: boolean;
    readonly visit?: NeedlessBy;
    readonly closes_on: Day | null;
  })[];
  readonly coming: readonly (CardTouch & { readonly on: Day })[];
  readonly contacts: readonly {
    readonly on: Day;
    readonly outcome: string;
    readonly note: string | null;
    readonly next_on: Day | null;
    readonly by: string | null;
    readonly for?: string;
    readonly pitched: boolean;
    readonly from_advisor: string | null;
  }[];
}

export interface CardOptions {
  readonly styles: Styles;
  readonly width: number | null;
  readonly country: string;
  /** of odometers */
  readonly units: string;
}

const TOUCHES_SHOWN = 8;
const CONTACTS_SHOWN = 12;

export function customerAsText(card: CardShown, { styles, width, country, units }: CardOptions): string {
  const { on } = card;
  const short = (day: Day): string => dayInShort(day, on, country);
  const part = cardPart(width, styles);
  const owned = card.deals.filter(({ in_force }) => in_force);
  const gone = card.deals.filter(({ in_force }) => !in_force);
  const good = card.phones.filter((phone) => phone.wrong_since === null);
  const wrong = card.phones.flatMap((phone) =>
    phone.wrong_since === null
      ? []
      : `${numberAlone(phone.e164, country)} wrong number since ${short(phone.wrong_since)}`,
  );
  // a promise stands under its own title, unless something holds it back
  const due = card.touches.filter(({ state, touch }) => state === 'due' && touch !== PROMISE);
  const withheld = card.touches.filter(({ state }) => state === 'withheld');
  const coming = card.coming.filter(
    (one) => one.touch !== PROMISE && !card.touches.some((shown) => isSame(shown, one)),
  );
  const nameOf = namedApart(card, [...due, ...withheld, ...coming]);
  const backOn = (held: CardTouch): string => {
    const back = card.coming.find((one) => isSame(held, one));
    return back === undefined ? '' : `, on the list from ${short(back.on)}`;
  };
  return [
    `${styles.heading(`${safeForTerminal(card.name)}  #${card.id}`)}  on ${dayInFull(on, country)}\n`,
    ...card.blocks.map((block) => part('', [blockInWords(block, on, country)], styles.bad)),
    part('Owner', [
      ownerText(
        {
          name: card.owner?.name ?? null,
          since: card.owner_since,
          because: card.owner_because_in_words,
        },
        on,
        country,
      ),
      ...(card.former_owner === null ? [] : [formerInWords(card.former_owner, on, country)]),
    ]),
    part(
      'Phone',
      good.length === 0
        ? [card.withheld_phones.length === 0 ? 'none' : 'none to call']
        : good.map((phone) => phoneInWords(phone, country)),
      styles.bold,
    ),
    part('', card.withheld_phones.map(withheldPhoneInWords), styles.bad),
    part('', wrong, styles.struck),
    (good.length > 0 || card.withheld_phones.some(({ why }) => why === 'registry')) &&
    !card.blocks.some(({ channel }) => channel === 'call')
      ? part('', [callingInWords(card.calling, on, country)])
      : '',
    card.email === null
      ? ''
      : card.email_bad_since === null
        ? part('E-mail', [card.email])
        : part('E-mail', [`${card.email} bounced, since ${short(card.email_bad_since)}`], styles.struck),
    part(
      'Address',
      addressLines(
        card.address,
        card.address_bad_since === null ? '' : ` (moved away ${short(card.address_bad_since)})`,
      ),
    ),
    card.birthday === null ? '' : part('Birthday', [dayInLetter(card.birthday, country)]),
    part(
      'Household',
      card.household.map(({ id, name, relation }) => `#${id} ${name}, ${relation}`),
    ),
    part(
      'Remember',
      card.facts.map(({ text, told_on }) => `${text} (${short(told_on)})`),
    ),
    ...card.promises.map(({ promised_for, state, note, ...promised }, i) =>
      part(
        i === 0 ? 'Promise' : '',
        [
          `for ${short(promised_for)}${state === 'broken' ? ', BROKEN' : ''}: ${note ?? ''}${promised.by === null ? '' : ` (${makerInWords(promised)})`}`,
        ],
        state === 'broken' ? styles.bad : undefined,
      ),
    ),
    ...card.cases
      .filter(({ state }) => state !== 'closed')
      .map((one) =>
        part('Case', [caseInWords(one, on, country)], one.late === null ? styles.warning : styles.bad),
      ),
    part('Case', closedInLine(card.cases, on, country)),
    part(
      'Wish',
      card.wishes.map(({ id, text, terms, until }) => {
        const said = termsInWords(terms, units);
        return `${text}${said === '' ? '' : ` (${said})`}, until ${short(until)} (wish ${id})`;
      }),
    ),
    part(
      'Turned off',
      card.turned_off
        .filter(({ in_force, car_gone }) => in_force && !car_gone)
        .map(
          ({ id, touch, sale_id, on: since, why }) =>
            `${touch ?? 'all touches'}${sale_id === null ? '' : ` of the ${carOf(card, sale_id)}`} since ${short(since)}: ${outcomeName(why)}; \`beback undo ${id}\` turns ${touch === null ? 'them' : 'it'} on again`,
        ),
    ),
    '\n',
    part(
      'Cars',
      owned.length === 0 ? ['none from us now'] : owned.map((deal) => dealInWords(deal, on, country)),
    ),
    part(
      '',
      gone.map((deal) => dealInWords(deal, on, country)),
      styles.struck,
    ),
    '\n',
    part(
      'Due now',
      due.map(
        (one) => `${nameOf(one)}${inBrackets(basisInWords(one))}${when(one.due_on, one.closes_on, short)}`,
      ),
      styles.warning,
    ),
    part(
      'Held back',
      withheld.map(
        (one) =>
          `${nameOf(one)}${when(one.due_on, null, short)}: ${one.why === null ? '' : withheldInWords({ ...one, why: one.why }, on, country)}${backOn(one)}`,
      ),
    ),
    part(
      'Coming',
      card.blocks.some(({ channel }) => channel === 'call')
        ? ['no calls: see above']
        : coming
            .slice(0, TOUCHES_SHOWN)
            .map((one) => `${short(one.on)}  ${nameOf(one)}${inBrackets(basisInWords(one))}`),
    ),
    '\n',
    part(
      'Contacts',
      card.contacts.length === 0
        ? ['none yet']
        : card.contacts
            .slice(0, CONTACTS_SHOWN)
            .map(
              ({ on: day, outcome, note, next_on, ...made }) =>
                `${short(day)}  ${outcomeName(outcome)}${made.by === null ? '' : ` (${makerInWords(made)})`}${metInWords(made)}${next_on === null ? '' : `, again on ${short(next_on)}`}${note === null ? '' : `: ${note}`}`,
            ),
    ),
    card.contacts.length > CONTACTS_SHOWN
      ? part('', [
          `and ${counted(card.contacts.length - CONTACTS_SHOWN, 'earlier one')}; --json has them all`,
        ])
      : '',
  ].join('');
}

/** `closed: case 5 (kept three days, no call, Nov 27, recovered)` */
const closedInLine = (cases: CardShown['cases'], on: Day, country: string): string[] => {
  const closed = cases.flatMap(({ id, headline, closed_on, outcome }) =>
    closed_on === null ? [] : `case ${id} (${headline}, ${dayInShort(closed_on, on, country)}, ${outcome})`,
  );
  return closed.length === 0 ? [] : [`closed: ${closed.join(', ')}`];
};

const isSame = (a: CardTouch, b: CardTouch): boolean =>
  a.touch === b.touch && a.sale_id === b.sale_id && a.due_on === b.due_on;

/** The label; of two cars that are due the same, each says which car it is. */
function namedApart(card: CardShown, shown: readonly CardTouch[]): (one: CardTouch) => string {
  const isShared = (one: CardTouch): boolean =>
    shown.some(({ touch, sale_id }) => touch === one.touch && sale_id !== one.sale_id);
  return (one) =>
    one.sale_id !== null && isShared(one) ? `${one.label}: ${carOf(card, one.sale_id)}` : one.label;
}

function when(due: Day | null, closes: Day | null, short: (day: Day) => string): string {
  if (due === null) return '';
  return `, due ${short(due)}${closes === null ? '' : `, closes ${short(closes)}`}`;
}

function addressLines({ street, city, region, postal_code, country }: Address, remark: string): string[] {
  const line = [street, city, [region, postal_code].filter(Boolean).join(' '), country]
    .filter(Boolean)
    .join(', ');
  return line === '' ? [] : [line + remark];
}

function carOf({ deals }: CardShown, saleId: number): string {
  const deal = deals.find(({ sale_id }) => sale_id === saleId);
  return (deal && vehicleInWords(deal.vehicle)) || 'car';
}

const SERVICE: Readonly<Record<ServiceStanding, string>> = {
  active: 'comes to us for service',
  slipping: 'not here for service for over a year',
  gone: 'not here for service for over two years',
  never: 'never here for service',
};

function dealInWords(deal: CardShown['deals'][number], on: Day, country: string): string {
  const short = (day: Day): string => dayInShort(day, on, country);
  const introduction = deal.delivery === null ? '' : introductionInWords(deal.delivery, { on, country });
  const firstService = deal.delivery === null ? '' : firstServiceInWords(deal.delivery, { on, country });
  const gone = deal.in_force
    ? ''
    : deal.status === 'unwound'
      ? 'unwound'
      : deal.gone_on === null
        ? 'not in force'
        : `gone since ${short(deal.gone_on)}${deal.gone_because === null ? '' : ` (${outcomeName(deal.gone_because)})`}`;
  return [
    `${vehicleInWords(deal.vehicle) || 'vehicle not named'}${gone === '' ? '' : `, ${gone}`}`,
    [deal.condition, deal.deal_type, deal.term_months === null ? '' : `${deal.term_months} months`]
      .filter(Boolean)
      .join(' '),
    `sold ${short(deal.sold_on)}${deal.salespeople.length === 0 ? '' : ` by ${deal.salespeople.join(', ')}`}`,
    deal.deal_number === null ? '' : `deal ${deal.deal_number}`,
    deal.service === null || !deal.in_force ? '' : SERVICE[deal.service],
    deal.lease_end_on === null
      ? ''
      : `lease until ${aboutInWords(short(deal.lease_end_on), deal.lease_end_estimated)}`,
    deal.loan_end_on === null
      ? ''
      : `loan until ${aboutInWords(short(deal.loan_end_on), deal.loan_end_estimated)}`,
    introduction,
    firstService === '' ? '' : `first service ${firstService}`,
    deal.serviced_on === null ? '' : `last service ${short(deal.serviced_on)}`,
    deal.plate === null ? '' : `plate ${deal.plate}`,
    deal.vehicle.vin === null ? '' : `VIN ${deal.vehicle.vin}`,
  ]
    .filter(Boolean)
    .join(', ');
}
