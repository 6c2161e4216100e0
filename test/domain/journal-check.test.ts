import { describe, expect, test } from 'vitest';
import { digestOf, hashOf, type JournalContent, type JournalRow } from '../../src/domain/journal-chain.ts';
import { checkJournal } from '../../src/domain/journal-check.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A whole journal of so many rows. */
function journalOf(size: number): { rows: Mutable<JournalRow>[]; contents: Map<number, JournalContent> } {
  const rows: JournalRow[] = [];
  const contents = new Map<number, JournalContent>();
  for (let id = 1; id <= size; id++) {
    const content = { id, salt: `${id}`.padStart(32, '0'), content: JSON.stringify({ note: `deed ${id}` }) };
    const row = {
      id,
      at: `2026-11-21T12:00:${String(id).padStart(2, '0')}.000Z`,
      on: '2026-11-21',
      by: 'Dana Reyes',
      for_whom: null,
      os_user: 'dana',
      action: 'log',
      customer_id: id,
      digest: digestOf(content),
    };
    rows.push({ ...row, hash: hashOf(rows.at(-1)?.hash ?? null, row) });
    contents.set(id, content);
  }
  return { rows, contents };
}

type Journal = ReturnType<typeof journalOf>;
const at = (journal: Journal, id: number): Mutable<JournalRow> => {
  const row = journal.rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};
const sorted = (journal: Journal): Journal => {
  journal.rows.sort((a, b) => a.id - b.id);
  return journal;
};
const swap = (journal: Journal, a: number, b: number): void => {
  const [one, other] = [at(journal, a), at(journal, b)];
  one.id = b;
  other.id = a;
  sorted(journal);
};
const shiftFrom = (journal: Journal, id: number, by: number): void => {
  for (const row of journal.rows) if (row.id >= id) row.id += by;
};
/** As whoever has the program could do it. */
const computedAnew = (journal: Journal): void => {
  let before: string | null = null;
  for (const row of journal.rows) {
    row.hash = hashOf(before, row);
    before = row.hash;
  }
};

const whole = journalOf(12);
const earlier = (entries: number) => ({ entries, head: whole.rows[entries - 1]?.hash ?? '' });
const foundIn = (
  change: (journal: Journal) => void,
  against: { entries: number; head: string } | null = null,
) => {
  const journal = journalOf(12);
  change(journal);
  const { ok, first_bad, kind } = checkJournal(journal.rows, journal.contents, against);
  return ok ? 'whole' : `${kind} ${first_bad}`;
};

test('a whole one says how far it goes', () => {
  expect(checkJournal(whole.rows, whole.contents, null)).toEqual({
    ok: true,
    entries: 12,
    head: whole.rows[11]?.hash,
    first_bad: null,
    kind: null,
  });
  expect(checkJournal([], new Map(), null)).toEqual({
    ok: true,
    entries: 0,
    head: null,
    first_bad: null,
    kind: null,
  });
  expect(checkJournal(whole.rows, whole.contents, earlier(7)).ok).toBe(true);
});

describe('what was done to it', () => {
  test.each<[string, string, (journal: Journal) => void]>([
    ...(['at', 'on', 'by', 'for_whom', 'os_user', 'action', 'digest'] as const).map(
      (field): [string, string, (journal: Journal) => void] => [
        `${field} was changed`,
        'changed 5',
        (journal) => {
          at(journal, 5)[field] = 'x';
        },
      ],
    ),
    ['a row names another customer', 'changed 5', (journal) => (at(journal, 5).customer_id = 99)],
    ['the last row was changed', 'changed 12', (journal) => (at(journal, 12).by = 'x')],
    ['a row was taken out', 'missing 5', ({ rows }) => rows.splice(4, 1)],
    [
      'a row was taken out, and the others moved up',
      'changed 5',
      (journal) => {
        journal.rows.splice(4, 1);
        shiftFrom(journal, 6, -1);
      },
    ],
    [
      'a row was put in',
      'inserted 5',
      (journal) => {
        shiftFrom(journal, 5, 1);
        journal.rows.push({ ...at(journal, 4), id: 5, by: 'x' });
        sorted(journal);
      },
    ],
    ['two rows changed places', 'order 5', (journal) => swap(journal, 5, 6)],
    ['the first and the last', 'order 1', (journal) => swap(journal, 1, 12)],
    ['two far from each other', 'order 3', (journal) => swap(journal, 3, 11)],
    [
      'what a row says was changed',
      'content 5',
      ({ contents }) => contents.set(5, { id: 5, salt: '0'.repeat(32), content: '{"note":"nothing"}' }),
    ],
    ['what a row says is gone', 'content 5', ({ contents }) => contents.delete(5)],
    [
      'of two faults the first',
      'content 3',
      (journal) => {
        journal.contents.delete(3);
        at(journal, 5).by = 'x';
      },
    ],
    ['the last row is gone, and not what it said', 'truncated 12', ({ rows }) => rows.pop()],
    [
      'the last two are gone: nothing shows it',
      'whole',
      ({ rows, contents }) => {
        for (const row of rows.splice(10)) contents.delete(row.id);
      },
    ],
    [
      'the whole chain was computed anew: nothing shows it',
      'whole',
      (journal) => {
        at(journal, 5).by = 'x';
        computedAnew(journal);
      },
    ],
  ])('%s: %s', (_, expected, change) => {
    expect(foundIn(change)).toBe(expected);
  });
});

describe('against the head of an earlier day', () => {
  test('rows taken off the end are missed', () => {
    const cut = ({ rows, contents }: Journal): void => {
      for (const row of rows.splice(8)) contents.delete(row.id);
    };
    expect(foundIn(cut, earlier(8))).toBe('whole');
    expect(foundIn(cut, earlier(10))).toBe('truncated 9');
  });

  test('a chain computed anew is another', () => {
    const rewrite = (journal: Journal): void => {
      at(journal, 5).by = 'x';
      computedAnew(journal);
    };
    expect(foundIn(rewrite, earlier(4))).toBe('whole');
    expect(foundIn(rewrite, earlier(9))).toBe('changed 9');
    expect(foundIn(rewrite, { ...earlier(4), head: earlier(4).head.toUpperCase() })).toBe('whole');
  });
});

test('a content that was erased is no fault, if a later row says so', () => {
  const journal = journalOf(3);
  const content = { id: 4, salt: 'f'.repeat(32), content: '{"entries":[2]}' };
  const row = { ...at(journal, 3), id: 4, action: 'erase', digest: digestOf(content) };
  journal.rows.push({ ...row, hash: hashOf(at(journal, 3).hash, row) });
  journal.contents.set(4, content);
  expect(checkJournal(journal.rows, journal.contents, null).ok).toBe(true);
  journal.contents.delete(2);
  expect(checkJournal(journal.rows, journal.contents, null).ok).toBe(true);
  const before = journal.contents.get(4) ?? content;
  journal.contents.set(4, { ...before, content: 'no JSON' });
  expect(checkJournal(journal.rows, journal.contents, null)).toMatchObject({ kind: 'content', first_bad: 2 });
  journal.contents.set(4, before);
  journal.contents.delete(1);
  expect(checkJournal(journal.rows, journal.contents, null)).toMatchObject({ kind: 'content', first_bad: 1 });
});
