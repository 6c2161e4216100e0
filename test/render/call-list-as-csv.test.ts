import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { CALL_LIST_COLUMNS, callListsAsCsv } from '../../src/render/call-list-as-csv.ts';
import { annLee, dana, dayLists, hostile, listOf, manyCalls, thirtyCalls } from './sample-lists.ts';

const options = { bom: false, rawForMachines: false, country: 'US' };
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

describe('call lists as CSV', () => {
  test('look as they should', async () => {
    const lists = dayLists(
      { salesperson: dana, calls: [...thirtyCalls.slice(0, 6), hostile] },
      { salesperson: null, calls: [annLee] },
    );
    await expect(callListsAsCsv(lists, { ...options, bom: true })).toMatchFileSnapshot(
      'golden/call-lists.csv',
    );
  });

  test('have a row a call, ready to be filled in', () => {
    expect(rowsOf(callListsAsCsv(listOf([annLee]), options))).toEqual([
      {
        salesperson_code: '1042',
        salesperson: 'Dana Reyes',
        on: '2026-11-21',
        number: '1',
        customer_id: '482',
        customer: 'Ann Lee',
        phone_1: '(614) 555-0101',
        phone_2: '(614) 555-0199 x204',
        phone_3: '',
        email: 'ann@example.com',
        vehicle: '2023 Honda Civic EX',
        sold_on: '2023-11-19',
        reasons: 'Promised call; 3rd purchase anniversary',
        due_on: '2026-11-19',
        closes_on: '2026-12-03',
        last_contact: '2026-03-12 talked (Dana Reyes): likes the heated seats',
        outcome: '',
        note: '',
        next: '',
        call_until: '2028-05-03',
        call_hours: '09:00-20:00',
        registry: 'not-needed',
        covering: '',
        former_owner: '',
        also: '',
        cases: '',
        remember: 'twins, hockey · met at the boat show',
      },
    ]);
  });

  test('what came of a call is filled in beside whom to call', () => {
    expect(CALL_LIST_COLUMNS.slice(0, 9)).toEqual([
      ...['number', 'customer_id', 'customer', 'phone_1', 'phone_2', 'phone_3'],
      ...['outcome', 'note', 'next'],
    ]);
  });

  test('the house list has no salesperson', () => {
    const [row] = rowsOf(callListsAsCsv(dayLists({ salesperson: null, calls: [annLee] }), options));
    expect([row?.salesperson_code, row?.salesperson]).toEqual(['', '']);
  });

  test.each([0, 1, 30, 300])('%i calls', (count) => {
    const text = callListsAsCsv(listOf(manyCalls(count)), options);
    expect(text.split('\r\n')).toHaveLength(count + 2);
    expect(rowsOf(text).map((row) => row.number)).toEqual(
      Array.from({ length: count }, (_, i) => `${i + 1}`),
    );
  });

  test('no cell can be run as a formula or steer a terminal', () => {
    const text = callListsAsCsv(listOf([hostile, ...thirtyCalls]), options);
    for (const row of rowsOf(text)) {
      expect(Object.keys(row)).toEqual([...CALL_LIST_COLUMNS]);
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]|\p{Cc}|[\u202a-\u202e]/u);
    }
    expect(rowsOf(text)[0]).toMatchObject({
      customer: "'=cmd|' /C calc'!A0 <script>alert(1)</script>gnp.exe",
      email: '\'@evil"onclick="x',
      reasons: "'+Anniversary^G",
    });
  });
});
