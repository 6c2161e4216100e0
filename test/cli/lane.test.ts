/** `beback lane`: who is in the building at 8, 10 and 12 o'clock of one day, and what becomes of it when they are greeted. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ON = '2025-11-18';
const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Year,Make,Model,Salesperson 1,Salesperson 2,Do Not Call
1,C1,Ann Lee,6145550101,2022-06-19,1HGCM82633A004352,2022,Honda,Accord,Max Orr,,
2,C2,Bo Ash,6145550102,2022-06-19,2HGES16575H591817,2022,Honda,Civic,Dana Reyes,Max Orr,
3,C3,Cy Fox,6145550103,2022-06-19,JHMCM56557C404453,2022,Honda,Civic,Dana Reyes,,Y
4,C4,Di Elm,6145550104,2025-03-19,1FTEW1E50LFA00001,2025,Ford,F-150,Max Orr,,
`;
const HEAD =
  'Appointment Number,Appointment Date,Appointment Time,VIN,Customer Number,Customer Name,Phone,Service Advisor Name,Waiting Flag,Status';
const ROWS = {
  ann: '90001,2025-11-18,08:00,1HGCM82633A004352,C1,Ann Lee,,Jo Park,Y,',
  bo: '90002,2025-11-18,09:30,2HGES16575H591817,C2,Bo Ash,,Jo Park,N,',
  cy: '90003,2025-11-18,08:30,JHMCM56557C404453,C3,Cy Fox,,Lee Hart,N,',
  di: '90004,2025-11-18,,1FTEW1E50LFA00001,C4,Di Elm,,Lee Hart,N,',
  pete: '90005,2025-11-18,11:00,2T1BURHE0JC014702,,Pete Walker,,Lee Hart,N,',
};
const ORDERS = 'RO Number,Open Date,Close Date,VIN,Customer Number,Customer Name,Pay Type,Service Advisor';

let folder: string;
let db: string;
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
type Json = any;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-lane-'));
  db = join(folder, 'store.db');
  writeFileSync(
    join(folder, 'store.toml'),
    `[store]\ntimezone = "America/Chicago"\n[people]\nmanagers = ["Pat Boss"]\n[calendar]\ndays_off = { "Dana Reyes" = ["${ON}"] }\n`,
  );
  take('sales.csv', SALES);
  beback(ON, 'wish', '1', 'seven seats', '--model', 'Pilot');
  take('stock_20251110.csv', 'Stock #,N/U,Year,Make,Model,Price\nP2,U,2023,Honda,Pilot,29000\n', '--replace');
  beback(ON, 'note', '1', 'twins, hockey');
  beback(ON, 'promise', '2', 'second key', '--on', '2025-12-01');
  beback(ON, 'news', 'add', 'New chargers');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function take(name: string, text: string, ...flags: string[]) {
  writeFileSync(join(folder, name), `${text}\n`);
  expect(beback(ON, 'import', join(folder, name), ...flags)).toMatchObject({ status: 0 });
}
const schedule = (time: string, ...rows: string[]) =>
  take(`appointments_20251118_${time}.csv`, [HEAD, ...rows].join('\n'), '--kind', 'appointments');

function beback(day: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', db, '--on', day, '--as', 'Pat Boss', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '', TZ: 'America/Chicago' } },
  );
  return { status, stdout, stderr };
}
const lane = (day: string, ...args: string[]): Json =>
  JSON.parse(beback(day, 'lane', '--all', '--json', ...args).stdout);
const brief = (day: string, ...args: string[]): string[] =>
  lane(day, ...args).visits.map(({ time, customer, state, in_latest }: Json) =>
    [time ?? '', customer?.name ?? '', state, in_latest === false ? 'gone' : ''].join(' ').trim(),
  );
const ofCustomer = (name: string, day = ON): Json =>
  lane(day).visits.find(({ customer }: Json) => customer.name === name);

test('without a schedule the lane is printed all the same, with a word', () => {
  const { status, stdout, stderr } = beback(ON, 'lane', '--all', '--json');
  expect(status).toBe(3);
  expect(stderr).toContain('No schedule');
  expect(JSON.parse(stdout)).toEqual({
    on: ON,
    schedule_as_of: null,
    visits: [],
    counts: { visits: 0, ours: 0, here: 0, greeted: 0, cancelled: 0 },
  });
});

test('at 8, 10 and 12 o’clock: by time, names last come, whoever was called off or is gone, and the old file changes nothing', () => {
  schedule('0800', ROWS.ann, ROWS.bo, ROWS.cy, ROWS.di);
  expect(brief(ON)).toEqual([
    '08:00 Ann Lee expected',
    '08:30 Cy Fox expected',
    '09:30 Bo Ash expected',
    'Di Elm expected',
  ]);
  schedule('1000', `${ROWS.ann}Arrived`, `${ROWS.cy}Cancelled`, ROWS.di, ROWS.pete);
  const at10 = [
    '08:00 Ann Lee here',
    '09:30 Bo Ash expected gone',
    '11:00 Pete Walker expected',
    'Di Elm expected',
  ];
  expect(brief(ON)).toEqual(at10);
  expect(lane(ON).counts).toEqual({ visits: 4, ours: 3, here: 1, greeted: 0, cancelled: 1 });
  // taken in late, the file of 8 o'clock says no more than it did then
  schedule('0801', ROWS.ann, ROWS.bo, ROWS.cy, ROWS.di);
  expect(brief(ON)).toEqual(at10);
  schedule('1200', `${ROWS.ann}Arrived`, ROWS.bo, `${ROWS.cy}Cancelled`, ROWS.di, ROWS.pete);
  expect(brief(ON)[1]).toBe('09:30 Bo Ash expected');
  expect(lane(ON).schedule_as_of).toBe('2025-11-18T18:00:00.000Z');
});

test('the schedule of an earlier day, or one without the day, is told by exit 3', () => {
  expect(beback(ON, 'lane', '--all').status).toBe(0);
  const tomorrow = beback('2025-11-19', 'lane', '--all');
  expect([tomorrow.status, tomorrow.stderr]).toEqual([3, expect.stringContaining('before this day')]);
  const yesterday = beback('2025-11-17', 'lane', '--all');
  expect([yesterday.status, yesterday.stderr]).toEqual([3, expect.stringContaining('No schedule has')]);
  // the store is closed
  expect(beback('2025-11-16', 'lane', '--all').status).toBe(0);
});

test('a visit says everything there is to say', () => {
  expect(ofCustomer('Ann Lee')).toMatchObject({
    number: '90001',
    waiting: true,
    advisor: 'Jo Park',
    in_latest: true,
    customer: { id: 1, phones: [{ e164: '+16145550101' }], do_not: { call: false } },
    vehicle: { vin: '1HGCM82633A004352', model: 'Accord' },
    sale_id: 1,
    hands: 'same',
    owner: { name: 'Max Orr' },
    owner_because: 'credited',
    stand_in: null,
    pitch: true,
    pitch_why: null,
    facts: [{ text: 'twins, hockey' }],
    cases: [],
    wishes: [{ stock_number: 'P2' }],
    news: [{ text: 'New chargers' }],
    last_contact: null,
    greeted: null,
  });
  expect(ofCustomer('Bo Ash')).toMatchObject({
    promises: [{ due_on: '2025-12-01', text: 'second key' }],
    owner: { name: 'Dana Reyes' },
    stand_in: { name: 'Max Orr' },
  });
  expect(ofCustomer('Di Elm')).toMatchObject({ pitch: false, pitch_why: 'recent-buyer' });
  expect(ofCustomer('Pete Walker')).toMatchObject({ hands: 'never-sold', sale_id: null, owner: null });
});

test('whoever is not to be called has no number, no reason and no wish on the lane, and is marked', () => {
  schedule('1201', ROWS.ann, ROWS.bo, ROWS.cy, ROWS.di, ROWS.pete);
  const cy = ofCustomer('Cy Fox');
  expect(cy).toMatchObject({ pitch: false, pitch_why: 'do-not-contact', reasons: [], wishes: [] });
  expect([cy.customer.phones, cy.news.length]).toEqual([[], 1]);
  for (const format of ['table', 'text', 'csv', 'html']) {
    const { stdout } = beback(ON, 'lane', '--all', '--format', format);
    expect(stdout).not.toMatch(/555-?0103/);
    expect(stdout).toMatch(/do not pitch|do-not-contact/i);
  }
});

test('reasons open within 60 days are told, those that are open by the rule that counts one', () => {
  // the anniversary of June is over on the day, the one of next June not near
  expect(ofCustomer('Ann Lee').reasons.map(({ touch, open }: Json) => [touch, open])).toEqual([
    ['wish-match', true],
    ['first-service-confirm', true],
    ['service', false],
  ]);
  const days = ['2026-04-05', '2026-04-30'].map((day) => {
    schedule(
      `130${day.endsWith('05') ? 1 : 2}`,
      ROWS.ann.replace('90001,2025-11-18', `9${day.slice(8)},${day}`),
    );
    return ofCustomer('Ann Lee', day).reasons.filter(({ touch }: Json) => touch === 'anniversary');
  });
  expect(days[0]).toEqual([]);
  expect(days[1]).toMatchObject([{ kind: 'care', due_on: '2026-06-19', open: false, sale_id: 1 }]);
});

test('the owner’s lane and that of whoever stands in; the house has the others', () => {
  const names = (who: string) =>
    JSON.parse(beback(ON, 'lane', '--json', '--for', who).stdout).visits.map(
      ({ customer }: Json) => customer.name,
    );
  expect(names('Max')).toEqual(['Ann Lee', 'Bo Ash', 'Di Elm']);
  expect(names('Dana')).toEqual(['Cy Fox', 'Bo Ash']);
  expect(names('house')).toEqual(['Pete Walker']);
  // Cy's owner is off, and nobody else is credited
  expect(brief(ON, '--service').join()).not.toMatch(/Cy|Pete/);
  expect(brief(ON, '--service')).toHaveLength(3);
});

test('an open order is a visit, with the appointment of the days before', () => {
  take(
    'orders_20251118.csv',
    `${ORDERS}\n7001,2025-11-17,,1FTEW1E50LFA00001,C4,Di Elm,customer,Lee Hart`,
    '--kind',
    'repair-orders',
  );
  expect(ofCustomer('Di Elm')).toMatchObject({
    appointment_id: expect.any(Number),
    state: 'here',
    number: '90004',
  });
  expect(ofCustomer('Di Elm').repair_order_id).not.toBeNull();
  const next = ofCustomer('Di Elm', '2025-11-19');
  expect(next).toMatchObject({ state: 'here', time: null, number: '90004' });
  expect(brief('2025-12-17')).toContain('Di Elm here');
  expect(brief('2025-12-18').join()).not.toContain('Di Elm');
});

test('the morning’s mail says whom to greet, also to whoever has no calls, and the digest how many come', () => {
  beback(ON, 'salespeople', 'set', 'Max Orr', '--email', 'max@lakeside.example');
  const settings = readFileSync(join(folder, 'store.toml'), 'utf8');
  writeFileSync(
    join(folder, 'mail.toml'),
    `${settings}[mail]\nenabled = true\nfrom = "lists@lakeside.example"\nhost = "localhost"\nmanagers = ["boss@lakeside.example"]\n`,
  );
  const out = join(folder, 'mails');
  const sent = beback(ON, 'send', '--dry-run', '--out', out, '--config', join(folder, 'mail.toml'));
  expect(sent).toMatchObject({ status: 0 });
  const mail = (start: string): string => {
    const name = readdirSync(out).find((one) => one.startsWith(start)) ?? '';
    return readFileSync(join(out, name), 'utf8').replaceAll('=\r\n', '').replaceAll('\r\n', '\n');
  };
  expect(mail('calls')).toContain('In the service drive today: 3 customers');
  expect(mail('calls')).toMatch(/ 8 am {2}Ann Lee #1, 2022 Honda Accord/);
  expect(mail('calls')).toContain('for Dana Reyes');
  expect(mail('calls')).not.toMatch(/Cy Fox|Pete Walker/);
  expect(mail('digest')).toContain('In the service drive today: 4 customers of ours.');
});

test('hello settles nothing and marks them as greeted, a greeting settles and may hold the pitch', () => {
  expect(beback(ON, 'log', '2', 'hello').status).toBe(0);
  expect(ofCustomer('Bo Ash').greeted).toMatchObject({ on: ON, outcome: 'hello', by: 'Pat Boss' });
  expect(beback(ON, 'log', '1', 'hello').status).toBe(0);
  expect(ofCustomer('Ann Lee').reasons.some(({ open }: Json) => open)).toBe(true);
  const { stdout } = beback(ON, 'log', '1', 'greeted', '--pitched', '--from-advisor', 'Jo Park');
  expect(stdout).toContain('handed over by Jo Park, asked about their next car');
  expect(ofCustomer('Ann Lee')).toMatchObject({ pitch: false, pitch_why: 'asked-lately', news: [] });
  expect(ofCustomer('Ann Lee').reasons.some(({ open }: Json) => open)).toBe(false);
  const made = JSON.parse(beback(ON, 'export', 'contacts', '--format', 'json').stdout);
  expect(
    made.map(({ outcome, channel, pitched, from_advisor, for: whom }: Json) => [
      outcome,
      channel,
      pitched,
      from_advisor,
      whom,
    ]),
  ).toEqual([
    ['promised', null, false, null, null],
    ['hello', 'visit', false, null, null],
    ['hello', 'visit', false, null, null],
    ['greeted', 'visit', true, 'Jo Park', null],
  ]);
  expect(beback(ON, 'show', '1').stdout).toContain('handed over by Jo Park');
  expect(lane(ON).counts.greeted).toBe(2);
  expect(brief(ON, '--ungreeted')).toEqual(['08:30 Cy Fox expected', 'Di Elm here']);
  // three hundred days later they may be asked again
  expect(ofCustomer('Ann Lee', '2026-04-30').pitch_why).toBe('asked-lately');
});

test.each([
  [['2', 'voicemail', '--pitched'], 'nobody met'],
  [['2', 'not-interested', '--pitched'], 'nobody met'],
  [['2', 'voicemail', '--from-advisor', 'Jo'], 'nobody met'],
  [['2', 'greeted', '--from-advisor', ' '], 'empty'],
  [['2g', '1h', '--pitched'], 'one call'],
])('log %j is refused, and nothing is logged', (args, why) => {
  const before = beback(ON, 'export', 'contacts').stdout;
  expect(beback(ON, 'log', ...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(why) });
  expect(beback(ON, 'export', 'contacts').stdout).toBe(before);
});

test('undone, a greeting leaves nobody greeted and nobody asked', () => {
  expect(beback(ON, 'log', '4h').status).toBe(0);
  expect(beback(ON, 'undo').status).toBe(0);
  expect(ofCustomer('Di Elm').greeted).toBeNull();
});

test('the filled-in lane is read back, once, and beside a line of the call list', () => {
  const file = join(folder, 'lane.csv');
  expect(beback(ON, 'lane', '--all', '--ungreeted', '--out', file).status).toBe(0);
  const filled = readFileSync(file, 'utf8').replace(
    /^("[^"]*","[^"]*","4","Di Elm","[^"]*","[^"]*","[^"]*"),"","","",""/m,
    '$1,"g","wants a van","",""',
  );
  writeFileSync(file, filled);
  expect(beback(ON, 'lane', '--all', '--out', file)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('not read back'),
  });
  expect(beback(ON, 'log', '--sheet', file).stdout).toContain('2 lines: 1 logged');
  expect(beback(ON, 'log', '--sheet', file).stdout).toContain('1 same');
  expect(ofCustomer('Di Elm').greeted).toMatchObject({ outcome: 'greeted', by: 'Max Orr' });
});

test('a folder gets a sheet for each who greets', () => {
  const out = join(folder, 'sheets');
  expect(beback(ON, 'lane', '--all', '--format', 'html', '--out', `${out}/`).status).toBe(0);
  expect(readdirSync(out).sort()).toEqual([
    'lane-2025-11-18-dana-reyes.html',
    'lane-2025-11-18-house.html',
    'lane-2025-11-18-max-orr.html',
  ]);
  expect(readFileSync(join(out, 'lane-2025-11-18-max-orr.html'), 'utf8')).not.toContain('Cy Fox');
  expect(beback(ON, 'lane', '--out', join(folder, 'lane.ics')).status).toBe(2);
});

test('what stands in a file is harmless on paper and on screen', () => {
  schedule('1303', '90100,2025-11-18,14:00,5YJ3E1EA7KF317000,,<b>Eve</b>\u001b[31m,,=cmd(),N,');
  expect(beback(ON, 'lane', '--all', '--format', 'html').stdout).not.toContain('<b>Eve');
  expect(beback(ON, 'lane', '--all').stdout).not.toContain('\u001b');
  expect(beback(ON, 'lane', '--all', '--format', 'csv').stdout).not.toMatch(/(^|,)"=/m);
});
