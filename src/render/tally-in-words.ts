/** The lines of a tally of work, for a terminal and for a page alike. */

import type { DayRange } from '../domain/day-range.ts';
import type { PersonsTally, TouchCount, WorkTally } from '../domain/work-tally.ts';
import { dayInFull } from './day-text.ts';

/** `Dana Reyes (1042)`, `House` */
export function personInWords(person: PersonsTally['salesperson']): string {
  if (person === null) return 'House';
  return person.code === null ? person.name : `${person.name} (${person.code})`;
}

/** `on Friday 20 November 2026`, `from Monday … to Friday …` */
export const spanInWords = ({ from, to }: DayRange, country: string): string =>
  from === to
    ? `on ${dayInFull(from, country)}`
    : `from ${dayInFull(from, country)} to ${dayInFull(to, country)}`;

type Counted = Omit<PersonsTally, 'salesperson'>;

const sum = (counts: readonly TouchCount[]): number => counts.reduce((all, { count }) => all + count, 0);

export interface TallyColumn {
  readonly title: string;
  /** where room is short the column with the lowest goes first */
  readonly priority: number;
  readonly countOf: (tally: Counted) => number;
}

export const TALLY_COLUMNS: readonly TallyColumn[] = [
  { title: 'Calls', priority: 11, countOf: ({ calls }) => calls },
  { title: 'Talks', priority: 10, countOf: ({ talks }) => talks },
  { title: 'VM', priority: 5, countOf: ({ voicemails }) => voicemails },
  { title: 'Msgs', priority: 4, countOf: ({ messages }) => messages },
  { title: 'Appts', priority: 9, countOf: ({ appointments }) => appointments },
  { title: 'Sold', priority: 6, countOf: ({ sold }) => sold },
  { title: 'No', priority: 1, countOf: ({ not_interested }) => not_interested },
  { title: 'Kept', priority: 3, countOf: ({ promises_kept }) => promises_kept },
  { title: 'Broken', priority: 7, countOf: ({ promises_broken }) => promises_broken },
  { title: 'Uncalled', priority: 8, countOf: ({ closed_uncalled }) => sum(closed_uncalled) },
  { title: 'Given up', priority: 2, countOf: ({ given_up }) => sum(given_up) },
];

/** What the titles are short for. */
export const TALLY_LEGEND =
  'VM: voicemails. Msgs: texts and e-mails. No: not interested. Kept, Broken: promises. Uncalled: closed, and nobody had tried. Given up: by the last of the tries.';

/** Whether there is nothing to count at all. */
export const isEmptyTally = ({ totals }: WorkTally): boolean =>
  TALLY_COLUMNS.every(({ countOf }) => countOf(totals) === 0);

/** A line for each person, and the totals where there are several. */
export const tallyLines = ({
  people,
  totals,
}: WorkTally): readonly { readonly who: string; readonly counts: readonly number[] }[] =>
  [
    ...people.map((tally) => ({ who: personInWords(tally.salesperson), tally })),
    ...(people.length > 1 ? [{ who: 'Total', tally: totals }] : []),
  ].map(({ who, tally }) => ({ who, counts: TALLY_COLUMNS.map(({ countOf }) => countOf(tally)) }));

export interface UnreachedLine {
  readonly who: string;
  readonly label: string;
  readonly uncalled: number;
  /** of those, how many a rule kept off the list on the last day */
  readonly withheld: number;
  readonly givenUp: number;
}

/** What closed uncalled and what was given up, by person and touch. */
export const unreachedLines = ({ people }: WorkTally): readonly UnreachedLine[] =>
  people.flatMap(({ salesperson, closed_uncalled, given_up }) => {
    const closedOf = new Map(closed_uncalled.map((one) => [one.touch, one]));
    const givenUpOf = new Map(given_up.map((one) => [one.touch, one]));
    const labels = new Map([...closed_uncalled, ...given_up].map(({ touch, label }) => [touch, label]));
    return [...labels].map(([touch, label]) => ({
      who: personInWords(salesperson),
      label,
      uncalled: closedOf.get(touch)?.count ?? 0,
      withheld: closedOf.get(touch)?.withheld ?? 0,
      givenUp: givenUpOf.get(touch)?.count ?? 0,
    }));
  });
