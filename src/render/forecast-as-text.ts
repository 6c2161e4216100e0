/** A forecast for a person: a line for each salesperson, and the weeks of the whole store. */

import { type Day, daysBetween } from '../domain/day.ts';
import type { Forecast, PersonsForecast } from '../domain/forecast.ts';
import { dayInFull, dayInShort } from './day-text.ts';
import type { Styles } from './styles.ts';
import { textTable } from './text-table.ts';

const WEEK_DAYS = 7;
/** The longest bar of the store's chart, in columns. */
const BAR_WIDTH = 40;
const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

export interface ForecastTextOptions {
  /** columns of the terminal; null for a pipe */
  readonly width: number | null;
  readonly styles: Styles;
  /** the store's: how days are written */
  readonly country: string;
}

interface Week {
  readonly from: Day;
  readonly opens: number;
  readonly due: number;
}

export function forecastAsText(
  { from, to, people }: Forecast,
  { width, styles, country }: ForecastTextOptions,
): string {
  const title = `${styles.bold('What the plan will ask')}, ${dayInFull(from, country)} to ${dayInFull(to, country)}\n`;
  if (people.length === 0) return `${title}Nobody has customers yet.\n`;
  const weeks = people.map(({ days }) => weeksOf(days));
  const most = Math.max(...weeks.flatMap((ofOne) => ofOne.map(({ opens }) => opens)));
  const lines = textTable(
    [
      { title: 'Salesperson', priority: 10, minWidth: 12, maxWidth: 24, grow: true },
      { title: 'Customers', priority: 5, minWidth: 9, align: 'right' },
      { title: 'Opens a day', priority: 9, minWidth: 11, align: 'right' },
      { title: 'Calls a day', priority: 8, minWidth: 11, align: 'right' },
      { title: '', priority: 7, minWidth: 9 },
      { title: 'Weeks', priority: 6, minWidth: Math.min(weeks[0]?.length ?? 0, 13) },
    ],
    people.map((one, i) => [
      one.salesperson?.name ?? 'house',
      String(one.customers),
      one.opens_per_working_day?.toFixed(1) ?? '-',
      String(one.calls_a_day),
      fitInWords(one),
      (weeks[i] ?? []).map(({ opens }) => blockOf(opens, most)).join(''),
    ]),
    { width, style: styles },
  );
  return `${title}\n${lines}\n${chartOf(weeksOfStore(weeks), from, { width, styles, country })}`;
}

/** Whether the calls of a day are enough for what opens on it. */
function fitInWords({ opens_per_working_day: opens, calls_a_day: calls }: PersonsForecast): string {
  if (opens === null) return '';
  return opens <= calls ? 'fits' : `over by ${(opens - calls).toFixed(1)}`;
}

/** Sums of seven days each from the first on; the last may be of fewer. */
function weeksOf(days: PersonsForecast['days']): Week[] {
  const weeks: Week[] = [];
  for (let at = 0; at < days.length; at += WEEK_DAYS) {
    const ofWeek = days.slice(at, at + WEEK_DAYS);
    const [first] = ofWeek;
    if (first === undefined) break;
    weeks.push({
      from: first.on,
      opens: ofWeek.reduce((sum, { opens }) => sum + opens, 0),
      due: ofWeek.reduce((sum, { due }) => sum + due, 0),
    });
  }
  return weeks;
}

const weeksOfStore = ([first = [], ...others]: readonly (readonly Week[])[]): Week[] =>
  first.map(({ from, opens, due }, i) => ({
    from,
    opens: others.reduce((sum, weeks) => sum + (weeks[i]?.opens ?? 0), opens),
    due: others.reduce((sum, weeks) => sum + (weeks[i]?.due ?? 0), due),
  }));

/** As high as the number is great; nothing at all is a dot. */
const blockOf = (count: number, most: number): string =>
  count === 0 ? '·' : (HEIGHTS[Math.ceil((HEIGHTS.length * count) / most) - 1] ?? '');

function chartOf(
  weeks: readonly Week[],
  today: Day,
  { width, styles, country }: ForecastTextOptions,
): string {
  const most = Math.max(...weeks.map(({ opens }) => opens), 1);
  return textTable(
    [
      { title: 'Week from', priority: 9, minWidth: 9 },
      { title: 'Opens', priority: 8, minWidth: 5, align: 'right' },
      { title: 'Due', priority: 7, minWidth: 3, align: 'right' },
      { title: '', priority: 6, minWidth: 10 },
    ],
    weeks.map(({ from, opens, due }) => [
      daysBetween(today, from) === 0 ? 'today' : dayInShort(from, today, country),
      String(opens),
      String(due),
      barOf(opens, most),
    ]),
    { width, style: styles },
  );
}

/** As long as the number is great, to an eighth of a column. */
function barOf(count: number, most: number): string {
  const eighths = Math.round((BAR_WIDTH * EIGHTHS.length * count) / most);
  return '█'.repeat(Math.floor(eighths / EIGHTHS.length)) + (EIGHTHS[eighths % EIGHTHS.length] ?? '');
}
