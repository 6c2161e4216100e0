/** What the service drive changes in what is due: missed appointments, visits booked, distance, who calls, and who still comes. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** Of Dana: Ann, Bo, Cy and Di with one car each; Lee calls about service. */
const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Odometer,Salesperson 1
1,C1,Ann Lee,6145550101,2025-11-19,1HGCM82633A004352,10,Dana Reyes
2,C2,Bo Ash,6145550102,2026-05-24,1M8GDM9AXKP042788,10,Dana Reyes
3,C3,Cy Orr,6145550103,2026-01-05,JH4KA8260MC000001,10,Dana Reyes
4,C4,Di Fox,6145550104,2023-02-01,JH4KA8260MC000002,10,Dana Reyes
5,C5,Ed Fry,6145550105,2026-09-09,JH4KA8260MC000003,10,Lee Chan
`;
const ORDERS = 'RO Number,Open Date,Close Date,Customer No,Customer Name,VIN,Mileage,Pay Type';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-service-drive-'));
  settings();
  write('sales.csv', SALES);
  beback('2026-11-01', 'import', join(folder, 'sales.csv'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const settings = (more = ''): string =>
  write(
    'store.toml',
    `[store]\nname = "Lakeside"\ncountry = "US"\ntimezone = "America/Chicago"\n[people]\nmanagers = ["Pat"]\n${more}`,
  );

function run(on: string, ...args: string[]) {
  const where = ['--db', join(folder, 'store.db'), '--config', join(folder, 'store.toml'), '--on', on];
  return spawnSync(process.execPath, ['bin/beback.js', ...where, '--as', 'Pat', ...args], {
    encoding: 'utf8',
    env: { ...process.env, BEBACK_AS: '' },
  });
}
function beback(on: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(on, ...args);
  if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
}
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;
const json = (on: string, ...args: string[]): Json => JSON.parse(beback(on, ...args, '--json'));
const orders = (on: string, ...rows: string[]): string =>
  beback(on, 'import', write('ro.csv', `${[ORDERS, ...rows].join('\n')}\n`), '--kind', 'repair-orders');
const appointments = (name: string, ...rows: string[]): string =>
  beback(
    '2026-11-23',
    'import',
    write(name, `${['Appt No,Appointment Date,Customer No,Customer Name,VIN', ...rows].join('\n')}\n`),
  );
/** `who: touch due` of each list, what is withheld last. */
const drive = (on: string, ...args: string[]): string[] => {
  const { lists, withheld } = json(on, 'today', ...(args.length === 0 ? ['--all'] : args));
  const ours = ['no-show', 'after-service', 'service'];
  return [
    ...lists.flatMap(({ salesperson, calls }: Json) =>
      calls.flatMap(({ customer, reasons, also }: Json) =>
        reasons
          .filter(({ touch }: Json) => ours.includes(touch))
          .map(
            ({ touch, due_on }: Json) =>
              `${salesperson?.name}: ${customer.name} ${touch} ${due_on}${also.length === 0 ? '' : ` also ${also.map(({ name }: Json) => name)}`}`,
          ),
      ),
    ),
    ...withheld
      .filter(({ touch }: Json) => ours.includes(touch))
      .map(({ customer, touch, why }: Json) => `${customer.name} ${touch} ${why}`),
  ];
};

const missed = (on: string): string[] => drive(on).filter((one) => one.includes('no-show'));

test('an appointment marked as missed is called about on the next business day, until there is another', () => {
  appointments('appts_20261119.csv', 'A1,2026-11-20,C1,Ann Lee,1HGCM82633A004352');
  beback('2026-11-21', 'appointment', '/A1', 'no-show', '--why', 'did not come');
  expect(missed('2026-11-20')).toEqual([]);
  expect(missed('2026-11-21')).toEqual(['Dana Reyes: Ann Lee no-show 2026-11-21']);
  expect(missed('2026-12-01')).toEqual(['Dana Reyes: Ann Lee no-show 2026-11-21']);
  expect(missed('2026-12-02')).toEqual([]);
  appointments(
    'appts_20261120.csv',
    'A1,2026-11-20,C1,Ann Lee,1HGCM82633A004352',
    'A2,2026-12-01,C1,Ann Lee,1HGCM82633A004352',
  );
  expect(missed('2026-11-23')).toEqual(['Ann Lee no-show booked']);
  expect(beback('2026-11-23', 'today', '--all', '--withheld')).toContain('in for service on Tue Dec 1');
  expect(beback('2026-11-23', 'why', 'Ann Lee')).toContain('there is a service appointment on');
  beback('2026-11-23', 'appointment', '/A2', 'cancelled', '--why', 'rang up');
  expect(missed('2026-11-23')).toEqual(['Dana Reyes: Ann Lee no-show 2026-11-21']);
});

test('where only closed orders come, a missed appointment is known later, and so is the call', () => {
  appointments('appts_20261106.csv', 'A1,2026-11-06,C1,Ann Lee,1HGCM82633A004352');
  orders('2026-11-13', 'R1,2026-11-12,2026-11-12,C9,Zed Poe,,,Customer');
  expect(missed('2026-11-14')).toEqual([]);
  // 14 November is a Saturday, the Monday after it is the next business day after the day it was known
  expect(missed('2026-11-16')).toEqual(['Dana Reyes: Ann Lee no-show 2026-11-16']);
});

test('whoever comes in anyway is not reminded of the service', () => {
  expect(drive('2026-11-23')).toContain('Dana Reyes: Bo Ash service 2026-11-24');
  appointments('appts_20261122.csv', 'A1,2027-01-22,C2,Bo Ash,1M8GDM9AXKP042788');
  expect(drive('2026-11-22')).toContain('Dana Reyes: Bo Ash service 2026-11-24');
  expect(drive('2026-11-23')).toContain('Bo Ash service booked');
});

test('a car in the workshop is not due for service', () => {
  orders('2026-11-23', 'R1,2026-11-20,,C2,Bo Ash,1M8GDM9AXKP042788,4000,Customer');
  expect(drive('2026-11-23')).toContain('Bo Ash service booked');
  expect(beback('2026-11-23', 'today', '--all', '--withheld')).toContain('the car is in the workshop');
});

const BY_DISTANCE = `
[[touch]]
id = "service"
label = "Service is due"
from = "last-service"
every = "6m"
distance = 5000
opens = "7d"
closes = "14d"
`;

test('a service is due by what comes first, and every list says by which', () => {
  settings(BY_DISTANCE);
  // Cy's car goes 100 a day: 5,000 after 50 days
  orders('2026-10-02', 'R1,2026-10-02,2026-10-02,C3,Cy Orr,JH4KA8260MC000001,27010,Customer');
  const reasons = json('2026-11-21', 'today', '--all').lists[0].calls.find(
    ({ customer }: Json) => customer.name === 'Cy Orr',
  ).reasons;
  expect(reasons).toMatchObject([
    {
      touch: 'service',
      due_on: '2026-11-21',
      number: 1,
      by: 'distance',
      per_day: 100,
      per_day_from: 'visits',
    },
  ]);
  expect(drive('2026-11-21', '--for', 'Dana')).toContain('Dana Reyes: Cy Orr service 2026-11-21');
  for (const format of ['table', 'text', 'html', 'ics'])
    expect(
      beback('2026-11-21', 'today', '--all', '--format', format).replaceAll(/\r?\n /g, ''),
      format,
    ).toMatch(/by its odometer.{0,3}about 100 a day/);
  expect(beback('2026-11-21', 'why', 'Cy Orr')).toContain('about 100 a day');
  expect(beback('2026-11-21', 'show', 'Cy Orr')).toContain('by its odometer, about 100 a day');
  // nothing is known of Ed's: 33 a day, 152 days
  expect(json('2027-02-08', 'why', 'Ed Fry').touches).toMatchObject([
    { due_on: '2027-02-08', by: 'distance', per_day: 33, per_day_from: 'settings' },
  ]);
  settings(`[service]\nper_day = 20.5\n${BY_DISTANCE}`);
  expect(json('2027-03-01', 'why', 'Ed Fry').touches).toMatchObject([
    { due_on: '2027-03-09', by: 'date', per_day: 20.5, per_day_from: 'settings' },
  ]);
});

test('a distance elsewhere is refused', () => {
  settings(BY_DISTANCE.replace('last-service', 'sale'));
  expect(run('2026-11-21', 'plan', 'check')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('distance needs from = "last-service" and every'),
  });
});

test('after every visit there is a call, which says of a long stay and of a second visit', () => {
  orders(
    '2026-11-20',
    'R1,2026-11-02,2026-11-02,C1,Ann Lee,1HGCM82633A004352,9000,Customer',
    'R2,2026-11-14,2026-11-18,C1,Ann Lee,1HGCM82633A004352,9400,Customer',
    'R3,2026-11-17,2026-11-17,C2,Bo Ash,1M8GDM9AXKP042788,4000,Internal',
  );
  expect(drive('2026-11-20').filter((one) => one.includes('after-service'))).toEqual([
    'Dana Reyes: Ann Lee after-service 2026-11-19',
  ]);
  const { reasons } = json('2026-11-20', 'today', '--all').lists[0].calls.find(
    ({ customer }: Json) => customer.name === 'Ann Lee',
  );
  expect(reasons.find(({ touch }: Json) => touch === 'after-service').notes).toEqual([
    'the car was here 4 days',
    'second visit in 30 days',
  ]);
  expect(beback('2026-11-20', 'today', '--all')).toContain(
    'the car was here 4 days; second visit in 30 days',
  );
});

const CALLER = '[service]\ncaller = "Lee Chan"\n';

test('one person may call about service: on their list, whoever owns the customer', () => {
  settings(CALLER);
  orders('2026-11-20', 'R1,2026-11-18,2026-11-18,C1,Ann Lee,1HGCM82633A004352,9000,Customer');
  const wanted = ['Lee Chan: Ann Lee after-service 2026-11-19 also Dana Reyes'];
  expect(drive('2026-11-20').filter((one) => one.includes('after'))).toEqual(wanted);
  // her anniversary stands on the list of her owner
  expect(drive('2026-11-20', '--for', 'Lee')).toEqual(wanted);
  expect(drive('2026-11-20', '--for', 'Dana').filter((one) => one.includes('after'))).toEqual([]);
  const [call] = json('2026-11-20', 'today', '--for', 'Dana').lists[0].calls;
  expect(call).toMatchObject({
    customer: { name: 'Ann Lee' },
    reasons: [{ touch: 'anniversary' }],
    also: [{ name: 'Lee Chan' }],
  });
  expect(beback('2026-11-20', 'today', '--for', 'Dana')).toContain('also on the list of Lee Chan');
  const forecast = json('2026-11-19', 'plan', 'forecast', '--days', '1').people;
  expect(forecast.map(({ salesperson, days }: Json) => [salesperson.name, days[0].opens])).toEqual([
    ['Dana Reyes', 0],
    ['Lee Chan', 1],
  ]);
  // a talk settles both
  beback('2026-11-20', 'log', String(call.customer.id), 'talked');
  expect(drive('2026-11-21').filter((one) => one.includes('Ann'))).toEqual([]);
  // she stood on both lists
  for (const who of ['Dana', 'Lee'])
    expect(json('2026-11-20', 'today', '--for', who).lists[0].done, who).toBe(1);
});

test('while that person is not here the owners call, and it is said', () => {
  settings('[service]\ncaller = "Moe Zed"\n');
  orders('2026-11-20', 'R1,2026-11-18,2026-11-18,C1,Ann Lee,1HGCM82633A004352,9000,Customer');
  expect(drive('2026-11-20').filter((one) => one.includes('after'))).toEqual([
    'Dana Reyes: Ann Lee after-service 2026-11-19',
  ]);
  const unknown = 'Moe Zed is no salesperson of this store';
  expect(run('2026-11-20', 'plan', 'check').stderr).toContain(unknown);
  expect(run('2026-11-20', 'doctor').stdout.replaceAll(/\s+/g, ' ')).toContain(unknown);
  settings(CALLER);
  expect(run('2026-11-20', 'plan', 'check').stderr).toBe('');
  beback('2026-11-20', 'salespeople', 'set', 'Lee Chan', '--left', '2026-11-19');
  expect(drive('2026-11-20').filter((one) => one.includes('after'))).toEqual([
    'Dana Reyes: Ann Lee after-service 2026-11-19',
  ]);
  expect(run('2026-11-20', 'plan', 'check').stderr).toContain('Lee Chan has left');
});

test('cars say whether they still come, on any day', () => {
  orders(
    '2026-11-20',
    'R1,2025-11-20,2025-11-20,C1,Ann Lee,1HGCM82633A004352,9000,Customer',
    'R2,2026-11-01,2026-11-01,C2,Bo Ash,1M8GDM9AXKP042788,4000,Internal',
    'R3,2024-11-20,2024-11-20,C4,Di Fox,JH4KA8260MC000002,4000,Warranty',
  );
  const service = (on: string): (string | null)[] =>
    json(on, 'export', 'vehicles').map((one: Json) => one.service);
  expect(service('2026-11-20')).toEqual(['active', 'never', 'never', 'slipping', 'never']);
  expect(service('2026-11-21')).toEqual(['slipping', 'never', 'never', 'gone', 'never']);
  expect(service('2026-01-10')).toEqual(['active', null, 'never', 'slipping', null]);
  expect(beback('2026-11-21', 'show', 'Di Fox')).toContain('not here for service for over two years');
});
