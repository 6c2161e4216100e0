import { describe, expect, test } from 'vitest';
import type { WorkCustomer } from '../../src/render/work-view.ts';
import { EMPTY_LINE } from '../../src/screen/edit-line.ts';
import { pressed, questionInWords } from '../../src/screen/work-questions.ts';
import {
  countOf,
  found,
  logged,
  looked,
  noted,
  placeOf,
  promiseEnded,
  startWork,
  undone,
} from '../../src/screen/work-session.ts';
import type { Doing, Reading, Step, WorkState } from '../../src/screen/work-state.ts';
import type { Key } from '../../src/terminal/decode-key.ts';
import { dayMeant } from '../../src/values/typed-day.ts';
import { callablePhone } from '../callable-phone.ts';
import { annLee, day, ON } from '../render/sample-lists.ts';

const reading: Reading = {
  on: ON,
  country: 'CA',
  dayIn: (text) => dayMeant(text, { on: ON, order: 'mdy' }),
  promisesIn: () => [],
};

const customer = (id: number, change: Partial<WorkCustomer> = {}): WorkCustomer => ({
  id,
  name: `Customer ${id}`,
  person: null,
  phones: [callablePhone({ kind: 'cell', e164: `+1614555010${id}`, extension: null })],
  email: null,
  calling: null,
  reopens: null,
  cars: [],
  call: annLee,
  promises: [],
  last: null,
  today: [],
  facts: [],
  ...change,
});

const text = (typed: string): Key[] => Array.from(typed, (one) => ({ press: 'text', text: one }));
const enter: Key = { press: 'enter' };
const leave: Key = { press: 'escape' };

/** Answers every look with a customer who is due, until the state waits for a key or asks for something else. */
function atRest(
  step: Step,
  known: Readonly<Record<number, WorkCustomer>> = {},
): { state: WorkState; doing: Doing | null } {
  let { state, doing } = step;
  while (doing?.do === 'look')
    ({ state, doing } = looked(state, known[doing.customerId] ?? customer(doing.customerId), doing.anyway));
  return { state, doing };
}

/** The keys one after the other; what the last one asks for. */
function type(state: WorkState, keys: readonly Key[], known?: Readonly<Record<number, WorkCustomer>>): Step {
  let step: Step = { state, doing: null };
  for (const key of keys) step = atRest(pressed(step.state, key), known);
  return step;
}

/** The keys, and everything they log is on disk. */
function work(
  state: WorkState,
  keys: readonly Key[],
  known: Readonly<Record<number, WorkCustomer>> = {},
): Step {
  let step: Step = { state, doing: null };
  for (const key of keys) {
    step = atRest(pressed(step.state, key), known);
    if (step.doing?.do !== 'log') continue;
    const { contact } = step.doing;
    const after = known[contact.customerId] ?? customer(contact.customerId, { call: null });
    step = atRest(logged(step.state, contact, after), known);
  }
  return step;
}

const begin = (
  due: readonly number[],
  place: Parameters<typeof startWork>[2] = null,
  worked: readonly number[] = [],
) => atRest(startWork(reading, due, place, worked, '')).state;
const shownIn = ({ shown }: WorkState): number | undefined => shown?.id;

describe('the order of a day', () => {
  test.each([
    ['nobody stopped', null, [1, 2, 3, 4]],
    ['one stopped at the third', { customerId: 3, skipped: [] }, [3, 4, 1, 2]],
    ['one skipped two and stopped at the fourth', { customerId: 4, skipped: [2, 1] }, [4, 3, 2, 1]],
    ['one stopped at one who came back', { customerId: 1, skipped: [1, 2] }, [1, 3, 4, 2]],
    ['one stopped at somebody no longer due', { customerId: 9, skipped: [8, 2] }, [1, 3, 4, 2]],
  ] as const)('where %s', (_, place, order) => {
    expect(begin([1, 2, 3, 4], place).order).toEqual(order);
  });

  test('who is skipped comes back once, at the end; then a key ends the day', () => {
    let { state } = work(begin([1, 2, 3]), text(' '));
    expect([shownIn(state), state.status, placeOf(state)]).toEqual([
      2,
      '#1 skipped.',
      { customerId: 2, skipped: [1] },
    ]);
    ({ state } = work(state, text('vx')));
    expect([shownIn(state), countOf(state)]).toEqual([1, { number: 1, of: 3 }]);
    const { state: last, doing: waits } = work(state, text(' '));
    expect([waits, last.asking, last.status, placeOf(last)]).toEqual([
      null,
      { asks: 'end' },
      '#1 skipped.',
      { customerId: null, skipped: [1] },
    ]);
    const { state: end, doing } = work(last, text(' '));
    expect([doing, end.skipped, [...end.done]]).toEqual([{ do: 'stop', why: 'finished' }, [1], [2, 3]]);
  });

  test('back is to the one before, and on from there to who is not done', () => {
    let { state } = work(begin([1, 2, 3]), text('vv'));
    expect(shownIn(state)).toBe(3);
    ({ state } = work(state, text('kk')));
    expect(shownIn(state)).toBe(1);
    expect(work(state, text('k')).state.status).toBe('This is the first one.');
    ({ state } = work(state, text(' ')));
    expect([shownIn(state), state.skipped]).toEqual([3, []]);
  });

  test('back goes over what was worked earlier that day, and on from there to who is not done', () => {
    const state = begin([2, 4], { customerId: 4, skipped: [] }, [3, 1, 3, 2]);
    expect([shownIn(state), countOf(state)]).toEqual([4, { number: 3, of: 4 }]);
    const { state: back } = work(state, text('kk'));
    expect([shownIn(back), countOf(back)]).toEqual([3, { number: 1, of: 4 }]);
    expect(work(back, text('k')).state.status).toBe('This is the first one.');
    expect(shownIn(work(back, text(' ')).state)).toBe(4);
    expect([...work(back, text(' vv')).state.done].sort()).toEqual([1, 2, 3, 4]);
  });

  test('who is no longer due is passed by, with the reason', () => {
    const known = {
      2: customer(2, { call: null, today: [{ on: ON, outcome: 'talked', by: 'Sam', note: null }] }),
      3: customer(3, { call: null }),
    };
    const { state } = work(begin([1, 2, 3, 4]), text('x'), known);
    expect([shownIn(state), state.status]).toEqual([
      4,
      '#1 no answer logged. #2 Customer 2 is no longer due: talked by Sam. #3 Customer 3 is no longer due.',
    ]);
  });

  test('what is taken back is shown, also when it was of nobody on the list', () => {
    const { state } = work(begin([1, 2, 3]), text('vv'));
    const back = atRest(undone(state, 1, 'voicemail')).state;
    expect([shownIn(back), back.status, [...back.done]]).toEqual([1, '#1 voicemail taken back.', [2]]);
    const other = atRest(undone(state, 77, 'talked')).state;
    expect([shownIn(other), countOf(other)]).toEqual([77, { number: null, of: 3 }]);
    expect(shownIn(work(other, text('x')).state)).toBe(3);
  });
});

describe('after the last one', () => {
  const { state: end, doing } = work(begin([1, 2]), text('vx'));

  test('that one stays on the screen, and it is said', () => {
    expect([shownIn(end), end.shown?.call, end.status, doing]).toEqual([
      2,
      null,
      '#2 no answer logged.',
      null,
    ]);
    expect(questionInWords(end.asking, 'CA')).toBe(
      'was the last one. u = undo, k = back, / = find, any other key = done',
    );
    expect([countOf(end), placeOf(end)]).toEqual([
      { number: 2, of: 2 },
      { customerId: null, skipped: [] },
    ]);
  });

  test('it is said too where those behind it are no longer due', () => {
    const { state } = work(begin([1, 2]), text('v'), { 2: customer(2, { call: null }) });
    expect([state.asking, shownIn(state), countOf(state)]).toEqual([
      { asks: 'end' },
      1,
      { number: 1, of: 2 },
    ]);
    expect(state.status).toBe('#1 voicemail logged. #2 Customer 2 is no longer due.');
    expect(shownIn(work(state, text('k')).state)).toBe(1);
  });

  test.each(['u', 'U'])(
    '%s takes the last call back and shows that customer, who can be called anew',
    (key) => {
      const { state: asks, doing: undo } = type(end, text(key));
      expect(undo).toEqual({ do: 'undo' });
      const back = atRest(undone(asks, 2, 'no answer'));
      expect([shownIn(back.state), back.state.asking, back.state.status, back.doing]).toEqual([
        2,
        { asks: 'nothing' },
        '#2 no answer taken back.',
        null,
      ]);
      expect([countOf(back.state), placeOf(back.state), [...back.state.done]]).toEqual([
        { number: 2, of: 2 },
        { customerId: 2, skipped: [] },
        [1],
      ]);
      const again = work(back.state, text('v'));
      expect([again.state.asking, again.state.status, again.doing]).toEqual([
        { asks: 'end' },
        '#2 voicemail logged.',
        null,
      ]);
    },
  );

  test('what is taken back of an earlier one is shown, and on from there to the end', () => {
    const { state } = type(work(begin([1, 2]), text('v ')).state, text(' '));
    expect([state.asking, shownIn(state)]).toEqual([{ asks: 'end' }, 2]);
    const back = atRest(undone(type(state, text('u')).state, 1, 'voicemail')).state;
    expect([shownIn(back), [...back.done], back.skipped]).toEqual([1, [], [2]]);
    expect(shownIn(work(back, text('x')).state)).toBe(2);
  });

  test('where nothing can be taken back the question stays', () => {
    expect(type(end, text('u')).state).toMatchObject({ asking: { asks: 'end' }, status: '', at: 2 });
  });

  test.each([
    ['k', text('k')],
    ['up', [{ press: 'up' }] satisfies Key[]],
  ])('%s goes back to it, the next one to the one before', (_, keys) => {
    const { state: back, doing: none } = work(end, keys);
    expect([shownIn(back), back.asking, back.status, none]).toEqual([2, { asks: 'nothing' }, '', null]);
    expect([...back.done]).toEqual([1, 2]);
    expect(shownIn(work(back, keys).state)).toBe(1);
    expect(work(back, text(' ')).state).toMatchObject({ asking: { asks: 'end' }, shown: { id: 2 } });
  });

  test('back is to who was shown last, also where another one stands last in the order', () => {
    const { state } = work(begin([1, 2, 3]), text(' vkkvx'));
    expect([state.order, state.asking, shownIn(state)]).toEqual([[1, 2, 3, 1], { asks: 'end' }, 3]);
    expect(countOf(state)).toEqual({ number: 3, of: 3 });
    expect(shownIn(work(state, text('k')).state)).toBe(3);
  });

  test.each([
    ['a letter that logs elsewhere', text('v')],
    ['the space bar', text(' ')],
    ['q', text('q')],
    ['Enter', [enter]],
    ['Escape', [leave]],
    ['down', [{ press: 'down' }] satisfies Key[]],
  ])('%s ends the day', (_, keys) => {
    expect(type(end, keys).doing).toEqual({ do: 'stop', why: 'finished' });
  });

  test('a paste ends nothing, Ctrl-L draws anew, Ctrl-C interrupts', () => {
    expect(type(end, [{ press: 'paste', text: 'uk ' }])).toMatchObject({
      state: { asking: { asks: 'end' } },
      doing: null,
    });
    expect(type(end, [{ press: 'redraw' }])).toEqual({ state: end, doing: { do: 'redraw' } });
    expect(type(end, [{ press: 'interrupt' }]).doing).toEqual({ do: 'stop', why: 'interrupted' });
  });
});

describe('a key that logs', () => {
  const state = begin([1, 2]);
  const log = (contact: object): Doing => ({
    do: 'log',
    contact: { customerId: 1, note: null, nextOn: null, ...contact } as never,
  });

  test.each([
    ['v', { outcome: 'voicemail' }],
    ['x', { outcome: 'no-answer' }],
    ['B', { outcome: 'busy' }],
    ['e', { outcome: 'email' }],
    ['l', { outcome: 'letter' }],
    ['p', { outcome: 'text' }],
    ['w', { outcome: 'wrong-number', phone: '+16145550101' }],
  ])('%s logs at once', (key, contact) => {
    expect(type(state, text(key)).doing).toEqual(log(contact));
  });

  test.each([
    ['t', 'talked'],
    ['a', 'appointment'],
    ['s', 'sold'],
    ['g', 'greeted'],
    ['n', 'not-interested'],
  ])('%s takes a note and a day first', (key, outcome) => {
    const keys = [...text(`${key}all is well`), enter, ...text('2w'), enter];
    expect(type(state, keys).doing).toEqual(log({ outcome, note: 'all is well', nextOn: day('2026-12-05') }));
    expect(type(state, [...text(`${key}  `), enter, enter]).doing).toEqual(log({ outcome }));
  });

  test('Escape in the day goes back to the note, Escape there logs nothing', () => {
    const inDay = type(state, [...text('tall is well'), enter, ...text('mon')]).state;
    const inNote = type(inDay, [leave]).state;
    expect(inNote.asking).toEqual({
      asks: 'note',
      outcome: 'talked',
      line: { before: 'all is well', after: '' },
    });
    const { state: out, doing } = type(inNote, [leave]);
    expect([out.asking, out.status, doing]).toEqual([{ asks: 'nothing' }, 'Nothing was logged.', null]);
  });

  test.each([
    ['gibberish', '"gibberish" is not a day; try fri, 3d, 2w or YYYY-MM-DD.'],
    ['today', 'Saturday 21 November 2026 is not after today.'],
    ['2026-01-05', 'Monday 5 January 2026 is not after today.'],
  ])('"%s" is no next day, and what was typed stays', (typed, status) => {
    const { state: after, doing } = type(state, [...text('t'), enter, ...text(typed), enter]);
    expect([after.status, doing, after.asking]).toEqual([
      status,
      null,
      {
        asks: 'next-day',
        outcome: 'talked',
        note: EMPTY_LINE,
        line: { before: typed, after: '' },
        offers: [],
      },
    ]);
  });

  test('what cannot be saved is still asked about', () => {
    const step = type(state, [...text('thello'), enter, enter]);
    expect(step.doing?.do).toBe('log');
    expect(step.state.asking).toMatchObject({ asks: 'next-day', note: { before: 'hello', after: '' } });
  });

  test('a snooze needs a day and a reason', () => {
    const day1 = type(state, [...text('z'), enter]).state;
    expect(day1.status).toBe('A day is needed.');
    const reason = type(day1, [...text('12/24'), enter, enter]).state;
    expect([reason.status, questionInWords(reason.asking, 'CA')]).toEqual([
      'A reason is needed.',
      'snooze until Thursday 24 December 2026: why? (Esc = cancel)',
    ]);
    expect(type(reason, [...text('on holiday'), enter]).doing).toEqual(
      log({ outcome: 'snoozed', note: 'on holiday', nextOn: day('2026-12-24') }),
    );
  });

  test.each([
    ['d', 'do-not-contact', 'do not contact, for good: what did they say? (Enter = log it, Esc = cancel)'],
    [
      'm',
      'moved-away',
      'moved away, no touches until the next purchase: note? (Enter = log it, Esc = cancel)',
    ],
  ])('%s is confirmed, with a note or none', (key, outcome, question) => {
    const asks = type(state, text(key));
    expect([asks.doing, asks.state.asking, questionInWords(asks.state.asking, 'CA')]).toEqual([
      null,
      { asks: 'reason', outcome, line: EMPTY_LINE },
      question,
    ]);
    expect(type(state, [...text(key), enter]).doing).toEqual(log({ outcome }));
    expect(type(state, [...text(`${key}  `), enter]).doing).toEqual(log({ outcome }));
    expect(type(state, [...text(`${key}by letter`), enter]).doing).toEqual(
      log({ outcome, note: 'by letter' }),
    );
    const { state: out, doing } = type(state, [...text(`${key}by let`), leave]);
    expect([out.asking, out.status, doing]).toEqual([{ asks: 'nothing' }, 'Nothing was logged.', null]);
  });

  test('of several numbers and cars one is chosen, Escape chooses none', () => {
    const car = (sale_id: number) => ({
      sale_id,
      vehicle: { vin: null, year: 2020, make: 'Honda', model: 'Fit', trim: null, stock_number: null },
      sold_on: day('2020-05-05'),
      lease_end_on: null,
      lease_end_estimated: false,
      loan_end_on: null,
      loan_end_estimated: false,
    });
    const two = customer(1, {
      phones: [...customer(1).phones, callablePhone({ kind: 'home', e164: '+16145550199', extension: null })],
      cars: [car(11), car(12)],
    });
    const shown: WorkState = { ...state, shown: two };
    expect(type(shown, text('w2')).doing).toEqual(log({ outcome: 'wrong-number', phone: '+16145550199' }));
    expect(type(shown, text('c1')).doing).toEqual(log({ outcome: 'sold-the-car', saleId: 11 }));
    expect(type(shown, text('c3')).state.asking).toEqual({ asks: 'car' });
    expect(type(shown, [...text('w'), leave]).state.asking).toEqual({ asks: 'nothing' });
    expect(type(state, text('c')).state.status).toBe('#1 has no car on file.');
    const unreachable: WorkState = { ...state, shown: customer(1, { phones: [] }) };
    expect(type(unreachable, text('w')).state.status).toBe('#1 has no number that could be wrong.');
  });

  test.each([
    ['e', [], customer(1), 2],
    ['l', [], customer(1), 1],
    ['w', [], customer(1), 1],
    ['w', [], customer(1, { phones: [] }), 2],
    ['m', [enter], customer(1, { call: null }), 2],
    ['m', [enter], customer(1), 1],
    ['b', [], customer(1), 2],
  ])('after %s the customer stays only where there is more to do', (key, confirm, left, next) => {
    const step = type(state, [...text(key), ...confirm]);
    if (step.doing?.do !== 'log') throw new Error('nothing was logged');
    expect(shownIn(atRest(logged(step.state, step.doing.contact, left)).state)).toBe(next);
  });

  test('a paste and an unknown key log nothing', () => {
    expect(type(state, [{ press: 'paste', text: 'vxb' }])).toEqual({
      state: { ...state, status: '' },
      doing: null,
    });
    expect(type(state, text('j')).state.status).toBe('"j" is not a key here; ? shows them all.');
  });

  test('Ctrl-C stops, whatever is asked', () => {
    for (const keys of ['', 'thalf', 'z', '?', 'd', 'mhalf'])
      expect(type(state, [...text(keys), { press: 'interrupt' }]).doing).toEqual({
        do: 'stop',
        why: 'interrupted',
      });
  });

  test('the help goes away with any key, which does nothing else', () => {
    const { state: after, doing } = type(state, text('?v'));
    expect([after.asking, doing]).toEqual([{ asks: 'nothing' }, null]);
  });
});

describe('a promise found in a note', () => {
  const found = [
    { text: 'call her Friday', next_on: day('2026-11-27') },
    { text: 'in two weeks', next_on: day('2026-12-05') },
  ];
  const offering: WorkState = {
    ...begin([1, 2]),
    reading: { ...reading, promisesIn: (note) => (note.includes('Friday') ? found : []) },
  };
  const noted = type(offering, [...text('tcall her Friday'), enter]).state;
  const nextOn = (keys: readonly Key[]): unknown => {
    const { doing } = type(noted, keys);
    return doing?.do === 'log' ? doing.contact.nextOn : doing;
  };

  test('is offered in words, and taken up with one key', () => {
    expect(questionInWords(noted.asking, 'CA')).toBe(
      'promise Friday 27 November 2026? (y = yes, Enter = none, Tab = another, or a day) "call her Friday"',
    );
    expect(nextOn(text('y'))).toBe('2026-11-27');
    expect(nextOn([{ press: 'tab' }, ...text('y')])).toBe('2026-12-05');
  });

  test('is never made silently', () => {
    expect(nextOn([enter])).toBeNull();
    expect(nextOn([...text('3d'), enter])).toBe('2026-11-24');
    expect(nextOn([...text('xy'), enter])).toBeNull();
    const none = type(offering, [...text('tall is well'), enter, ...text('y')]);
    expect([none.doing, none.state.asking]).toEqual([
      null,
      {
        asks: 'next-day',
        outcome: 'talked',
        note: { before: 'all is well', after: '' },
        line: { before: 'y', after: '' },
        offers: [],
      },
    ]);
  });
});

describe('a snooze and a promise', () => {
  test('z asks until when, then why, and both are logged', () => {
    const { doing } = type(begin([1, 2]), [...text('z3d'), enter, ...text('on holiday'), enter]);
    expect(doing).toEqual({
      do: 'log',
      contact: { customerId: 1, outcome: 'snoozed', note: 'on holiday', nextOn: day('2026-11-24') },
    });
  });

  test('a snooze is 90 days at most, and needs its reason', () => {
    const far = type(begin([1]), [...text('z91d'), enter]);
    expect([far.doing, far.state.status]).toEqual([
      null,
      'A snooze is 90 days at most, until Friday 19 February 2027; r promises a later day.',
    ]);
    expect(type(begin([1]), [...text('z90d'), enter, enter]).state.status).toBe('A reason is needed.');
  });

  test('r promises, however far ahead, and the customer stays on the screen', () => {
    const state = begin([1, 2]);
    const { doing } = type(state, [...text('r2027-05-03'), enter, ...text('licence'), enter]);
    const contact = {
      customerId: 1,
      outcome: 'promised',
      note: 'licence',
      nextOn: day('2027-05-03'),
    } as const;
    expect(doing).toEqual({ do: 'log', contact });
    expect(shownIn(atRest(logged(state, contact, customer(1))).state)).toBe(1);
  });

  test.each([
    ['0d', 'Saturday 21 November 2026 is not after today.'],
    ['soon', '"soon" is not a day; try fri, 3d, 2w or YYYY-MM-DD.'],
    ['', 'A day is needed.'],
  ])('%j is no day to promise something for', (typed, complaint) => {
    const { state, doing } = type(begin([1]), [...text(`r${typed}`), enter]);
    expect([doing, state.status]).toEqual([null, complaint]);
  });
});

describe('what is owed', () => {
  const owed = (id: number, words: string) => ({
    id,
    promised_for: ON,
    made_on: ON,
    text: words,
    by: null,
    state: 'today' as const,
  });

  test('o ends the only promise, and goes on where nothing else is due', () => {
    const known = { 1: customer(1, { promises: [owed(7, 'a price')] }) };
    const { state } = atRest(startWork(reading, [1, 2], null, [], ''), known);
    expect(pressed(state, { press: 'text', text: 'o' }).doing).toEqual({ do: 'end-promise', promise: 7 });
    expect(shownIn(promiseEnded(state, customer(1)).state)).toBe(1);
    expect(shownIn(atRest(promiseEnded(state, customer(1, { call: null }))).state)).toBe(2);
  });

  test('of several one is chosen, with none nothing happens', () => {
    const known = { 1: customer(1, { promises: [owed(7, 'a price'), owed(9, 'the licence')] }) };
    const { state } = atRest(startWork(reading, [1, 2], null, [], ''), known);
    const asking = type(state, text('o'), known);
    expect(questionInWords(asking.state.asking, 'CA')).toBe(
      'done without a talk: which promise? (Esc = cancel)',
    );
    expect(pressed(asking.state, { press: 'text', text: '2' }).doing).toEqual({
      do: 'end-promise',
      promise: 9,
    });
    expect(type(begin([1]), text('o')).state.status).toBe('Nothing is owed to #1.');
  });
});

describe('a note without an outcome, and somebody looked for', () => {
  test('+ keeps what is worth remembering, and the call goes on', () => {
    const state = begin([1, 2]);
    expect(type(state, [...text('+twins'), enter]).doing).toEqual({
      do: 'note',
      customerId: 1,
      text: 'twins',
    });
    expect(shownIn(noted(state, customer(1)).state)).toBe(1);
    expect(type(state, [...text('+ '), enter]).doing).toBeNull();
  });

  const lee = (id: number) =>
    ({ id, name: `Lee ${id}`, match: 'exact' }) as unknown as Parameters<typeof found>[2]['found'][number];

  test('/ looks for anybody; after them the list goes on where it was', () => {
    const state = begin([1, 2]);
    const looking = type(state, [...text('/lee'), enter]);
    expect(looking.doing).toEqual({ do: 'find', query: 'lee' });
    const there = atRest(found(looking.state, 'lee', { found: [lee(8)], more: false })).state;
    expect([shownIn(there), countOf(there).number]).toEqual([8, null]);
    const greeted = work(there, [...text('g'), enter, enter]);
    expect(shownIn(greeted.state)).toBe(1);
  });

  test('of several found one is chosen by its number', () => {
    const looking = type(begin([1, 2]), [...text('/lee'), enter]);
    const choosing = found(looking.state, 'lee', { found: [lee(8), lee(9)], more: false });
    expect(shownIn(type(choosing.state, text('2')).state)).toBe(9);
    expect(found(looking.state, 'lee', { found: [], more: false }).state.status).toContain(
      'No customer is known by "lee"',
    );
  });

  test('somebody who only comes near is not gone to by itself', () => {
    const looking = type(begin([1, 2]), [...text('/lea'), enter]);
    const near = { ...lee(8), match: 'sound' as const };
    const choosing = found(looking.state, 'lea', { found: [near], more: false }).state;
    expect(choosing.status).toBe('No customer is known by "lea"; these come near.');
    expect(shownIn(choosing)).toBe(1);
    expect(shownIn(type(choosing, text('1')).state)).toBe(8);
  });
});
