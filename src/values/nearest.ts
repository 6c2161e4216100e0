/** What somebody may have meant by a word that is not known: one measure for commands, people, outcomes, touches, fields, keys. */

import { foldedWords } from './fold-text.ts';

/** Letters that may be wrong, and how many letters there must be for each. */
const MOST_SLIPS = 3;
const LETTERS_A_SLIP = 4;
/** A beginning says what is meant from so many letters on, where nothing is nearer. */
const SHORTEST_BEGINNING = 3;
const MOST_NAMED = 3;

/** Those of `known` that are the fewest slips away from `wanted`, in their order; empty when all of them are too far. */
export function nearest(wanted: string, known: readonly string[]): readonly string[] {
  const measured = [...new Set(known)].map((one) => ({ one, slips: slipsFrom(wanted, one) }));
  const fewest = Math.min(...measured.map(({ slips }) => slips));
  if (fewest > MOST_SLIPS) return [];
  return measured
    .filter(({ slips }) => slips === fewest)
    .map(({ one }) => one)
    .slice(0, MOST_NAMED);
}

/** `; did you mean busy?` to go on with after a message, `; did you mean ann or anna?` for several; empty when nothing is near. */
export function didYouMean(wanted: string, known: readonly string[]): string {
  const names = nearest(wanted, known);
  const last = names.at(-1);
  if (last === undefined) return '';
  const first = names.slice(0, -1).join(', ');
  return `; did you mean ${first === '' ? last : `${first} or ${last}`}?`;
}

/** Infinity for what is too far. The words count in the order given and in any (`Kowalsky Ben`), one word also for each of several. */
function slipsFrom(wanted: string, known: string): number {
  const [words, others] = [foldedWords(wanted), foldedWords(known)];
  const text = words.join(' ');
  if (text === '') return Infinity;
  const whole = others.join(' ');
  const forms = [
    [text, whole],
    [words.toSorted().join(' '), others.toSorted().join(' ')],
    ...(words.length === 1 ? others.map((other) => [text, other]) : []),
  ] as const;
  const isBeginning = text.length >= SHORTEST_BEGINNING && whole.startsWith(text);
  return Math.min(
    isBeginning ? MOST_SLIPS : Infinity,
    ...forms.map(([a = '', b = '']) => {
      const slips = slipsBetween(a, b);
      return slips <= slipsAllowed(a, b) || slips === 0 ? slips : Infinity;
    }),
  );
}

/** How many slips from one word to another are still likely slips. */
export function slipsAllowed(wanted: string, known: string): number {
  const allowed = Math.max(1, Math.floor(Math.max(wanted.length, known.length) / LETTERS_A_SLIP));
  // of two letters one cannot be wrong
  return Math.min(allowed, wanted.length - 2);
}

/**
 * Letters to change, add, take away or swap with the next until one text is the other (Damerau and Levenshtein).
 * @param most Infinity is given for more than these, and sooner
 */
export function slipsBetween(a: string, b: string, most = Infinity): number {
  const [from, to] = [[...a], [...b]];
  let beforeLast: number[] = [];
  let last = [...to.keys(), to.length];
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      const isSwapped = i > 0 && j > 0 && letter === to[j - 1] && other === from[i - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + (letter === other ? 0 : 1),
          (last[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          isSwapped ? (beforeLast[j - 1] ?? 0) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...row) > most) return Infinity;
    [beforeLast, last] = [last, row];
  }
  const slips = last.at(-1) ?? 0;
  return slips > most ? Infinity : slips;
}
