/** A customer on a deal of somebody else, in words: who bought from whom, and what it has to do with whose customer. */

import type { Day } from '../domain/day.ts';
import type { Likeness, Notice, SoldByOther } from '../domain/sold-by-other.ts';
import { dayInShort } from './day-text.ts';

type Told = Pick<Notice, 'buyer' | 'customer' | 'by' | 'because' | 'trade_in'>;

/**
 * `Tom Lee bought from Maria Delgado on Nov 20; Ann Lee (#4) is your customer: same phone, their Civic was the trade-in`
 * @param whose `your`, or `Dana Reyes's`
 * @param when ` on Nov 20`, or nothing
 */
function inWords({ buyer, customer, by, because, trade_in }: Told, whose: string, when: string): string {
  const bought = by.length === 0 ? `bought${when}, credited to nobody` : `bought from ${namesOf(by)}${when}`;
  const signs = signsInWords(because, trade_in);
  const told =
    buyer.id === customer.id
      ? `${customer.name} (#${customer.id}), ${whose} customer, ${bought}`
      : `${buyer.name} ${bought}; ${customer.name} (#${customer.id}) is ${whose} customer`;
  return signs === '' ? told : `${told}: ${signs}`;
}

const namesOf = (people: Notice['by']): string => people.map(({ name }) => name).join(' and ');

const SIGNS: Readonly<Record<Exclude<Likeness, 'same-customer' | 'trade-in'>, string>> = {
  'co-buyer': 'co-buyer of the deal',
  phone: 'same phone',
  email: 'same e-mail address',
  address: 'same family name and address',
};

const signsInWords = (because: Notice['because'], tradeIn: string | null): string =>
  because
    .flatMap((sign) => {
      if (sign === 'same-customer') return [];
      return sign === 'trade-in' ? `their ${tradeIn ?? 'car'} was the trade-in` : SIGNS[sign];
    })
    .join(', ');

/** For the owner. */
export const noticeInWords = (notice: Notice, on: Day, country: string): string =>
  inWords(notice, 'your', ` on ${dayInShort(notice.sold_on, on, country)}`);

/** For a line that has room for little else; empty where there is none. */
export function noticesInBrief(notices: readonly Notice[]): string {
  const [first] = notices;
  if (first === undefined) return '';
  if (notices.length > 1)
    return `Sold by others: ${notices.length} of your customers; \`beback today\` tells.`;
  const { customer, by } = first;
  return `Sold by ${by.length === 0 ? 'another' : namesOf(by)}: your customer ${customer.name} (#${customer.id}).`;
}

/** For a manager. */
export const ownersNoticeInWords = (
  owner: SoldByOther['owner'],
  notice: Notice,
  on: Day,
  country: string,
): string => inWords(notice, `${owner.name}'s`, ` on ${dayInShort(notice.sold_on, on, country)}`);

/** For whoever imports. */
export const soldByOtherInWords = ({
  customer,
  like,
  credited,
  owner,
  because,
  trade_in,
}: SoldByOther): string =>
  inWords({ buyer: customer, customer: like, by: credited, because, trade_in }, `${owner.name}'s`, '');
