/** Customers of one salesperson on the deals of others that a file brought: found once all of it is in, told, and kept. */

import { addDays, type Day } from '../../domain/day.ts';
import type { CustomerFacts, SalespersonFacts } from '../../domain/facts.ts';
import { vehicleName } from '../../domain/sale.ts';
import type { SoldByOther } from '../../domain/sold-by-other.ts';
import { CallDetails } from '../../store/call-details.ts';
import { callFacts, salespeopleById } from '../../store/call-facts.ts';
import { type DealOnFile, dealsToJudge } from '../../store/deals-to-judge.ts';
import { known } from '../../store/engine/rows.ts';
import type { Store } from '../../store/engine/store.ts';
import { sharedContacts } from '../../store/shared-contacts.ts';
import { keepNotices } from '../../store/writing/notice-writer.ts';
import {
  customersOfOthers,
  type LikeFound,
  likeThoseOf,
  SHARED_BY_AT_MOST,
  SOLD_WITHIN_DAYS,
} from '../../touches/sold-by-other.ts';

/** What a file said of who is credited with a sale. */
export interface CreditNews {
  /** where the row that said so starts */
  readonly line: number;
  /** the ids of those credited before; null = the sale is new */
  readonly before: readonly number[] | null;
}

/** Deals looked at together. */
const AT_ONCE = 500;

/** In the order of lines, then of customers. @param news by sale @param day of the import */
export function soldByOther(
  db: Store,
  news: ReadonlyMap<number, CreditNews>,
  { importId, day }: { readonly importId: number; readonly day: Day },
): SoldByOther[] {
  if (news.size === 0) return [];
  const salespeople = salespeopleById(db);
  const ids = [...news.keys()];
  const told: SoldByOther[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const deals = dealsToJudge(db, ids.slice(at, at + AT_ONCE), {
      from: addDays(day, -SOLD_WITHIN_DAYS),
      to: day,
    });
    const moved = deals.filter(({ id, credits }) => isNews(news.get(id)?.before ?? null, credits));
    if (moved.length === 0) continue;
    const { found, facts } = foundAmong(db, moved, salespeople, day);
    keepNotices(
      db,
      { importId, foundOn: day },
      found.map(({ deal, like }) => ({
        saleId: deal.id,
        buyerId: deal.buyerId,
        likeId: like.customerId,
        ...like,
      })),
    );
    const cars = new CallDetails(db).sales(
      found.flatMap(({ like }) => like.tradedSaleId ?? []),
      day,
    );
    const named = (id: number): SoldByOther['like'] => ({ id, name: known(facts, id, 'customer').name });
    const person = (id: number): SoldByOther['owner'] => {
      const { code, name } = known(salespeople, id, 'salesperson');
      return { code, name };
    };
    for (const { deal, like } of found) {
      const car = like.tradedSaleId === null ? undefined : cars.get(like.tradedSaleId)?.vehicle;
      told.push({
        line: known(news, deal.id, 'sale').line,
        sale_id: deal.id,
        customer: named(deal.buyerId),
        like: named(like.customerId),
        owner: person(like.ownerId),
        credited: deal.credits.map(person),
        because: like.because,
        trade_in: car === undefined ? null : vehicleName(car) || null,
      });
    }
  }
  return told.sort((a, b) => a.line - b.line || a.sale_id - b.sale_id || a.like.id - b.like.id);
}

/** Rows that only add up to the people who were there before say nothing new. */
const isNews = (before: readonly number[] | null, now: readonly number[]): boolean =>
  before === null || before.length !== now.length || now.some((id) => !before.includes(id));

interface Found {
  readonly found: readonly { readonly deal: DealOnFile; readonly like: LikeFound }[];
  readonly facts: ReadonlyMap<number, CustomerFacts>;
}

function foundAmong(
  db: Store,
  deals: readonly DealOnFile[],
  salespeople: ReadonlyMap<number, SalespersonFacts>,
  day: Day,
): Found {
  const parties = new Set(
    deals.flatMap(({ buyerId, coBuyerId }) => (coBuyerId === null ? buyerId : [buyerId, coBuyerId])),
  );
  const shared = sharedContacts(db, [...parties], SHARED_BY_AT_MOST + 1);
  const judged = deals.map((deal) => ({ deal, likes: likeThoseOf(deal, shared) }));
  const ids = new Set(judged.flatMap(({ likes }) => [...likes.keys()]));
  const facts = new Map<number, CustomerFacts>();
  for (const one of callFacts(db, [...ids])) facts.set(one.id, one);
  const found = judged.flatMap(({ deal, likes }) =>
    customersOfOthers(deal, likes, facts, salespeople, day).map((like) => ({ deal, like })),
  );
  return { found, facts };
}
