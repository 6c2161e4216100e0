/** A first pass over a file's values: in which order its dates are written, what a full share is, whether it speaks of leases, who sells alone. */

import { usageFault } from '../domain/fault.ts';
import type { Row } from '../rows/row.ts';
import { cleanCell } from '../values/cell.ts';
import { DateEvidence, type DateOrder } from '../values/dates.ts';
import { DecimalEvidence, type DecimalMark } from '../values/numbers.ts';
import { DATE_FIELDS, type Field } from './fields.ts';
import { LeaseEvidence } from './lease-evidence.ts';
import type { Mapping, Recognised } from './mapping.ts';
import { soleName } from './read-credits.ts';
import { RefusalCheck } from './refusal-check.ts';

export interface Profile {
  readonly dateOrders: ReadonlyMap<Field, DateOrder | null>;
  readonly fullShare: number;
  /** how full names without a comma are written, when the column tells; null = first name first */
  readonly nameOrder: 'last-first' | null;
  readonly speaksOfLeases: boolean;
  /** what marks the decimals, by field of amounts */
  readonly decimalMarks: ReadonlyMap<Field, DecimalMark>;
  /** folded names of salespeople who have a cell to themselves */
  readonly soleSalespeople: ReadonlySet<string>;
}

export interface ProfileOptions {
  /** from the command line: rules everything */
  readonly dateOrder?: DateOrder;
  /** what the store's country writes, when the settings name the country; settles what the file leaves open */
  readonly conventional?: DateOrder | null;
  /** asked where nothing tells; gives null when nobody says. @param columns those in doubt */
  readonly ask: ((columns: readonly number[]) => Promise<DateOrder | null>) | null;
  readonly header: readonly string[];
  readonly name: string;
}

/** Rows after which proofs found so far are enough. */
const ENOUGH_ROWS = 3000;
const SHARES: readonly Field[] = ['salesperson_1_share', 'salesperson_2_share', 'salesperson_3_share'];
const AMOUNTS: readonly Field[] = ['payment', 'lease_payment', 'amount_financed', 'price'];
const SALESPEOPLE: readonly Field[] = ['salesperson_1_name', 'salesperson_2_name', 'salesperson_3_name'];

/** They place no deal: one that stays open costs the value, not the file. */
const BIRTHDAYS: readonly Field[] = ['birthday', 'co_birthday'];

/**
 * Looks at rows until the order of every date column is proven, at the most at all of them.
 * @throws Fault `ambiguous-dates` when nothing tells day and month of a deal apart, `unclear-refusals` when it is open who refuses contact
 */
export async function profileFile(
  recognised: Recognised & Pick<Mapping, 'unclear'>,
  rows: AsyncIterable<Row[]>,
  options: ProfileOptions,
): Promise<Profile> {
  const { columns, rules } = recognised;
  const declared = options.dateOrder ?? rules.dateOrder;
  const dated = DATE_FIELDS.filter((field) => columns.has(field));
  const shares = rules.fullShare === undefined ? SHARES.filter((field) => columns.has(field)) : [];
  const evidence = new Map<Field, DateEvidence>();
  if (declared === undefined) for (const field of dated) evidence.set(field, new DateEvidence());
  let largestShare = 0;
  const names = rules.nameOrder === undefined ? (columns.get('full_name') ?? []) : [];
  const nameEvidence = { lastFirst: 0, firstLast: 0 };
  const sellers = SALESPEOPLE.flatMap((field) => columns.get(field) ?? []);
  const sellerCells = new Set<string>();
  const amounts = AMOUNTS.filter((field) => columns.has(field)).map(
    (field) => [field, new DecimalEvidence()] as const,
  );
  const leases = new LeaseEvidence(recognised, options.header);
  const refusals = new RefusalCheck(recognised, options.header);
  if (recognised.kind === 'sales' || amounts.length > 0 || evidence.size > 0 || refusals.isNeeded) {
    let seen = 0;
    for await (const batch of rows) {
      for (const { cells } of batch) {
        leases.add(cells);
        refusals.add(cells);
        for (const [field, found] of evidence) {
          for (const column of columns.get(field) ?? []) found.add(cells[column] ?? '');
        }
        for (const [field, found] of amounts)
          for (const column of columns.get(field) ?? []) found.add(cells[column] ?? '');
        for (const column of sellers) sellerCells.add(cells[column] ?? '');
        for (const column of names) weighNameOrder(cells[column] ?? '', nameEvidence);
        for (const field of shares) {
          for (const column of columns.get(field) ?? [])
            largestShare = Math.max(largestShare, shareOf(cells[column] ?? ''));
        }
      }
      seen += batch.length;
      if (seen >= ENOUGH_ROWS && !refusals.isOpen && [...evidence.values()].every(isSettled)) break;
    }
    refusals.settle(options.name);
  }
  const fullShare = rules.fullShare ?? (largestShare > 100 ? 1000 : largestShare > 1 ? 100 : 1);
  const nameOrder = nameEvidence.lastFirst > 2 * nameEvidence.firstLast ? 'last-first' : null;
  const dateOrders =
    declared === undefined
      ? await settleOrders(evidence, columns, options)
      : new Map(dated.map((field) => [field, declared]));
  return {
    dateOrders,
    fullShare,
    nameOrder,
    speaksOfLeases: leases.found(),
    decimalMarks: new Map(amounts.map(([field, found]) => [field, found.mark()])),
    soleSalespeople: soleNames(sellerCells),
  };
}

/** "SMITH JOHN A" ends in an initial, "JOHN A SMITH" has it in the middle: a column of such names tells its order. */
function weighNameOrder(text: string, evidence: { lastFirst: number; firstLast: number }): void {
  if (text.includes(',')) return;
  const words = cleanCell(text).split(/\s+/);
  const isInitial = (word: string | undefined): boolean => word !== undefined && /^\p{L}\.?$/u.test(word);
  // "MARY B" keeps the family name short; where that is done, "MARY JO B" does the same
  if (words.length === 2 && isInitial(words[1])) evidence.firstLast++;
  if (words.length < 3) return;
  if (isInitial(words.at(-1))) evidence.lastFirst++;
  else if (words.slice(1, -1).some(isInitial)) evidence.firstLast++;
}

const shareOf = (text: string): number => Number.parseFloat(cleanCell(text).replace(/[%\s]/g, '')) || 0;

const soleNames = (cells: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...cells].flatMap((cell) => soleName(cell) ?? []));

const isSettled = (evidence: DateEvidence): boolean => {
  const { order, ambiguous } = evidence.verdict();
  return order !== null || ambiguous === 0;
};

/** A column without proof of its own follows the others of the file, then the country; else a person must say, once. */
async function settleOrders(
  evidence: ReadonlyMap<Field, DateEvidence>,
  columns: ReadonlyMap<Field, readonly number[]>,
  options: ProfileOptions,
): Promise<Map<Field, DateOrder | null>> {
  const verdicts = new Map([...evidence].map(([field, found]) => [field, found.verdict()]));
  const proven = new Set([...verdicts.values()].flatMap(({ order }) => order ?? []));
  const [consensus] = proven.size === 1 ? proven : [];
  let said: DateOrder | null = null;
  const orders = new Map<Field, DateOrder | null>();
  for (const [field, { order, ambiguous, proofs }] of verdicts) {
    const settled = order ?? consensus ?? options.conventional ?? null;
    const open = ambiguous > 0 || proofs.mdy + proofs.dmy + proofs.ymd > 0;
    if (settled === null && open && !BIRTHDAYS.includes(field)) {
      said ??= (await options.ask?.(columns.get(field) ?? [])) ?? null;
      if (said === null) throw ambiguousDates(field, columns, options);
    }
    orders.set(field, settled ?? said);
  }
  return orders;
}

function ambiguousDates(
  field: Field,
  columns: ReadonlyMap<Field, readonly number[]>,
  options: ProfileOptions,
): unknown {
  const names = (columns.get(field) ?? []).map((column) => options.header[column] ?? '').join(', ');
  return usageFault(
    'ambiguous-dates',
    `${options.name}: the dates in column "${names}" can be read month first or day first, and nothing in the file tells which`,
    'say it: --date-order mdy (12/31/2025) or --date-order dmy (31/12/2025), or set [store] country in the settings',
  );
}
