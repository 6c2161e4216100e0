import { describe, expect, test } from 'vitest';
import { colourStyles, plainStyles } from '../../src/render/styles.ts';
import { displayWidth } from '../../src/render/terminal-text.ts';
import { workHelpAsText } from '../../src/render/work-help.ts';
import { workCursor, workScreenAsText } from '../../src/render/work-screen.ts';
import type { WorkCustomer, WorkQuestion, WorkView } from '../../src/render/work-view.ts';
import { annLee, day, hostile, leaseEnd, leftOver, ON, thirtyCalls } from './sample-lists.ts';

const options = { width: 80, height: 24, styles: plainStyles, country: 'US' };

const ann: WorkCustomer = {
  id: 482,
  name: 'Ann Lee',
  person: null,
  phones: annLee.customer.phones,
  email: 'ann@example.com',
  calling: {
    until: day('2028-05-19'),
    hours: { from: '08:00', to: '21:00' },
    here: { from: '09:00', to: '22:00' },
    zones: ['America/Chicago'],
    region: 'US-WI',
    registry: 'not-needed',
    calls_left_today: null,
  },
  reopens: null,
  cars: [
    {
      sale_id: 1,
      vehicle: { vin: null, year: 2023, make: 'Honda', model: 'Civic', trim: 'EX', stock_number: null },
      sold_on: day('2023-11-19'),
      lease_end_on: day('2026-12-05'),
      lease_end_estimated: true,
      loan_end_on: null,
      loan_end_estimated: false,
    },
    {
      sale_id: 7,
      vehicle: { vin: null, year: 2019, make: 'Ford', model: 'F-150', trim: null, stock_number: null },
      sold_on: day('2020-02-01'),
      lease_end_on: null,
      lease_end_estimated: false,
      loan_end_on: day('2025-02-01'),
      loan_end_estimated: true,
    },
  ],
  call: { ...annLee, reasons: [...annLee.reasons, leaseEnd] },
  promises: [],
  last: annLee.last_contact,
  today: [{ on: ON, outcome: 'no-answer', by: 'Dana Reyes', note: null }],
  facts: [
    'twins, Mia and Leo, born in May 2024',
    'met us at the county fair; drives to her mother in Duluth every month and hates the old tyres',
  ],
};
const view: WorkView = {
  on: ON,
  salesperson: 'Dana Reyes',
  as: null,
  number: 3,
  of: 17,
  done: 2,
  waiting: { later: [], dropped: [] },
  customer: ann,
  now: null,
  status: '#77 voicemail logged.',
  question: null,
};
const note = (before: string, after = ''): WorkQuestion => ({
  text: '#482 talked: a note? (Enter = none, Esc = cancel)',
  line: { before, after },
  among: null,
});
const whichPhone: WorkQuestion = {
  text: '#482 wrong number: which one? (Esc = cancel)',
  line: null,
  among: 'phones',
};
const fleet: WorkCustomer = {
  ...ann,
  name: 'Northwind Towing and Recovery of Greater Ashtabula County LLC',
  person: 'Bartholomew Featherstonehaugh',
  cars: Array.from({ length: 40 }, (_, i) => ({
    ...(ann.cars[0] as WorkCustomer['cars'][number]),
    sale_id: i,
  })),
};
const attacker: WorkCustomer = {
  ...ann,
  id: 666,
  name: hostile.customer.name,
  email: hostile.customer.email,
  cars: [
    {
      sale_id: 1,
      vehicle: hostile.vehicle ?? {
        vin: null,
        year: null,
        make: null,
        model: null,
        trim: null,
        stock_number: null,
      },
      sold_on: day('2020-02-29'),
      lease_end_on: null,
      lease_end_estimated: false,
      loan_end_on: null,
      loan_end_estimated: false,
    },
  ],
  call: hostile,
  last: hostile.last_contact,
  facts: ['\u001b]0;owned\u0007 a\u0000b \u202egnp'],
};
const someone = (place: number): WorkCustomer => {
  const call = thirtyCalls[place] ?? annLee;
  return { ...ann, ...call.customer, call, last: call.last_contact, cars: [], today: [], facts: [] };
};

const linesOf = (text: string): string[] => text.split('\n');

describe('the work screen', () => {
  test.each([
    [
      140,
      'Dana Reyes · Saturday, November 21, 2026',
      '3 of 17, 4 more wait, 1 of them closes uncalled this week · 2 done',
    ],
    [80, 'Dana Reyes · Saturday, November 21, 2026', '3 of 17, 4 more wait · 2 done'],
    [37, 'Dana Reyes · Nov 21', '3 of 17 · 2 done'],
  ])('tells at %i columns who waits, as far as there is room', (width, name, place) => {
    const waiting = leftOver(3, 1);
    const [header] = workScreenAsText({ ...view, waiting }, { ...options, width, height: 24 }).split('\n');
    expect(header).toBe(name + place.padStart(width - name.length));
  });

  test.each([
    ['80x24', 80, 24],
    ['60x15', 60, 15],
    ['120x40', 120, 40],
  ])('looks as it should at %s', async (size, width, height) => {
    const text = workScreenAsText(view, { ...options, width, height });
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/work-${size}.txt`);
  });

  test.each([
    ['a note that is typed', { ...view, question: note('likes the heated seats') }, 'note'],
    ['a choice of numbers', { ...view, question: whichPhone }, 'choice'],
    ['names and notes that try to break out', { ...view, customer: attacker }, 'hostile'],
  ])('looks as it should with %s', async (_, shown, name) => {
    await expect(`${workScreenAsText(shown, options)}\n`).toMatchFileSnapshot(`golden/work-${name}.txt`);
  });

  const customers = [ann, fleet, attacker, ...Array.from({ length: 6 }, (_, i) => someone(i))];
  const questions = [
    null,
    note(''),
    note('x'.repeat(300), '李'.repeat(50)),
    whichPhone,
    { ...whichPhone, among: 'cars' as const },
  ];
  test.each([
    [200, 60],
    [80, 24],
    [80, 10],
    [60, 15],
    [40, 24],
    [39, 12],
    [20, 6],
    [10, 4],
    [5, 3],
    [1, 2],
    [80, 1],
  ])('has exactly its lines, none too wide, at %i by %i', (width, height) => {
    for (const customer of customers)
      for (const question of questions) {
        const lines = linesOf(
          workScreenAsText({ ...view, customer, question }, { ...options, width, height }),
        );
        expect(lines).toHaveLength(height);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        const cursor = workCursor({ question }, { width, height });
        if (question?.line == null) expect(cursor).toBeNull();
        else
          expect(cursor).toEqual({
            row: height - 1,
            column: expect.toSatisfy((at) => at >= 0 && at < width),
          });
      }
  });

  test('on few rows what is needed to call stays: name, id, telephone, why, the way out', () => {
    const lines = linesOf(workScreenAsText(view, { ...options, height: 7 }));
    expect(lines).toEqual([
      'Dana Reyes · Saturday, November 21, 2026                        3 of 17 · 2 done',
      'Ann Lee  #482',
      'Phone  (614) 555-0101 cell',
      'When   call until May 19, 2028, 8 am – 9 pm there (9 am – 10 pm here)',
      'Why    Promised call, due today',
      '#77 voicemail logged.',
      't talked  a appt  v voicemail  x no answer  b busy  q quit  ? help',
    ]);
  });

  test('everything there is to choose from is on the screen while it is asked for', () => {
    const asked = workScreenAsText(
      {
        ...view,
        customer: { ...ann, cars: fleet.cars.slice(0, 12) },
        question: { ...whichPhone, among: 'cars' },
      },
      options,
    );
    expect(asked.match(/^[1-9a-z] {6}2023 Honda/gm)).toHaveLength(12);
  });

  test('a long question is asked on several rows', () => {
    const text =
      '#482 promise Friday, November 27, 2026? (y = yes, Enter = none, or a day) "call her on Friday"';
    const lines = linesOf(
      workScreenAsText(
        { ...view, question: { ...note('mon'), text } },
        { ...options, width: 60, height: 15 },
      ),
    );
    expect(lines.slice(-4)).toEqual([
      '#77 voicemail logged.',
      '#482 promise Friday, November 27, 2026? (y = yes, Enter =',
      'none, or a day) "call her on Friday"',
      '> mon',
    ]);
  });

  test('a name is cut before its id is', () => {
    const [, name] = linesOf(workScreenAsText({ ...view, customer: fleet }, options));
    expect(name).toBe('Northwind Towing and Recovery of Greater Ashtabula County LLC (Bartholome…  #482');
  });

  test('says whose list it is and who logs, where that is somebody else', () => {
    expect(linesOf(workScreenAsText({ ...view, salesperson: null, as: 'Sam' }, options))[0]).toBe(
      'House list, logged by Sam · Saturday, November 21, 2026         3 of 17 · 2 done',
    );
  });

  test('nothing in it steers the terminal', () => {
    const shown = { ...view, customer: attacker, status: 'a\u001b[2Jb', salesperson: '\u001b[31mDana' };
    const text = workScreenAsText({ ...shown, question: note('\u202eabc') }, options);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
  });

  test('colour changes no word and no place', () => {
    for (const question of questions) {
      const coloured = workScreenAsText({ ...view, question }, { ...options, styles: colourStyles(1) });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: takes our own colours out again
      expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(workScreenAsText({ ...view, question }, options));
    }
  });

  test('the end of a long note is seen while it is typed, its start when the cursor is there', () => {
    const long = `It began with a rattle ${'and so on '.repeat(20)}until the end.`;
    const atEnd = { ...view, question: note(long) };
    expect(linesOf(workScreenAsText(atEnd, options)).at(-1)).toMatch(/^> ….* until the end\.$/);
    const atStart = { ...view, question: note('', long) };
    expect(linesOf(workScreenAsText(atStart, options)).at(-1)).toMatch(/^> It began with a rattle .*…$/);
    expect([workCursor(atEnd, options), workCursor(atStart, options)]).toEqual([
      { row: 23, column: 79 },
      { row: 23, column: 2 },
    ]);
  });
});

describe('the help', () => {
  test.each([
    [80, 24],
    [60, 15],
    [120, 40],
    [30, 8],
    [1, 1],
  ])('fits %i by %i', (width, height) => {
    const lines = linesOf(workHelpAsText({ ...options, width, height }));
    expect(lines).toHaveLength(height);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  test('shows every key on 80 by 24 and 60 by 15', () => {
    for (const [width, height] of [
      [80, 24],
      [60, 15],
    ] as const) {
      const text = workHelpAsText({ ...options, width, height });
      for (const key of [
        't',
        'a',
        's',
        'g',
        'n',
        'v',
        'x',
        'b',
        'w',
        'm',
        'c',
        'd',
        'p',
        'e',
        'l',
        'space',
        'z',
        'k',
        'u',
        'q',
      ])
        expect(text).toMatch(new RegExp(`(^| )${key} +[a-z]`, 'm'));
    }
  });
});
