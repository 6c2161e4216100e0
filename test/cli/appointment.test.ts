/** `beback appointment`: what became of an appointment, said by hand; and the touches that count from one. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SALES = `Deal No,Customer No,Customer Name,Cell Phone,Sale Date,VIN,Salesperson 1
1,C1,Ann Lee,6145550101,2025-11-19,1HGCM82633A004352,Dana Reyes
`;
const SCHEDULE = `Appt No,Appointment Date,Appointment Time,Customer Name,VIN,Store
90012,2026-11-20,8:30 AM,Ann Lee,1HGCM82633A004352,
90013,2026-11-20,1:15 PM,Bo Ash,,North
`;
const SETTINGS = `[store]
name = "Lakeside"
country = "US"
timezone = "America/Chicago"

[[touch]]
id = "after-appointment"
label = "after the visit"
from = "appointment"
at = ["3d"]
opens = "0d"
closes = "5d"
kind = "care"
priority = 50
[touch.script]
opener = "Hi {{first_name}}"
question = "How did the visit go?"
value = "Call me first."
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-appointment-'));
  writeFileSync(join(folder, 'store.toml'), SETTINGS);
  writeFileSync(join(folder, 'sales.csv'), SALES);
  writeFileSync(join(folder, 'appts_20261119_0800.csv'), SCHEDULE);
  beback('import', join(folder, 'sales.csv'), join(folder, 'appts_20261119_0800.csv'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function beback(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', join(folder, 'store.db'), '--on', '2026-11-23', '--as', 'Dana Reyes', ...args],
    { encoding: 'utf8', env: { ...process.env, BEBACK_AS: '' } },
  );
  return { status, stdout, stderr };
}
const json = (...args: string[]) => JSON.parse(beback(...args, '--json').stdout);
const statuses = () =>
  json('export', 'appointments').map((one: { number: string; status: string; status_by: string | null }) => [
    one.number,
    one.status,
    one.status_by,
  ]);
const due = (): string[] =>
  json('today', '--all').lists.flatMap(({ calls }: { calls: { reasons: { touch: string }[] }[] }) =>
    calls.flatMap(({ reasons }) => reasons.map(({ touch }) => touch)),
  );

test('is named by its id, or by store and number, zeros in front or not', () => {
  const marked = json('appointment', '/090012', 'showed', '--why', 'saw her in the lounge');
  expect(marked).toMatchObject({
    entry: expect.any(Number),
    appointment: { id: 1, store: '', number: '90012', customer_id: 1, status: 'kept', status_by: 'hand' },
  });
  expect(json('appointment', 'North/90013', 'no-show', '--why', 'never came').appointment.status).toBe(
    'missed',
  );
  expect(json('appointment', '2', 'cancelled', '--why', 'called').appointment.status).toBe('cancelled');
  expect(statuses()).toEqual([
    ['90012', 'kept', 'hand'],
    ['90013', 'cancelled', 'hand'],
  ]);
});

test('the last mark counts, and rests on the one before; undo takes it back', () => {
  const first = json('appointment', '1', 'no-show', '--why', 'never came').entry;
  const second = json('appointment', '1', 'showed', '--why', 'came late').entry;
  expect(beback('undo', String(first))).toMatchObject({ status: 2 });
  expect(beback('undo', String(second))).toMatchObject({ status: 0 });
  expect(statuses()[0]).toEqual(['90012', 'missed', 'hand']);
  expect(beback('undo').stdout).toContain('appointment 90012 of Nov 20: no-show: never came');
  expect(statuses()[0]).toEqual(['90012', 'unknown', null]);
});

test('says who and what in words', () => {
  const { stdout } = beback('appointment', '1', 'showed', '--why', 'saw her');
  expect(stdout).toMatch(
    /^#1 Ann Lee: appointment 90012 of Nov 20, 8:30.am counts as kept; `beback undo \d+` takes that back\n$/,
  );
});

test.each([
  ['no reason', ['1', 'showed', '--why', ' ']],
  ['another word', ['1', 'noshow', '--why', 'x']],
  ["nobody's number", ['/1', 'showed', '--why', 'x']],
  ['a number without its store', ['90012', 'showed', '--why', 'x']],
])('%s is refused, and nothing changes', (_, args) => {
  const before = json('export', 'appointments');
  const { status, stderr, stdout } = beback('appointment', ...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).not.toBe('');
  expect(json('export', 'appointments')).toEqual(before);
});

test('a day to come is refused', () => {
  expect(beback('appointment', '1', 'showed', '--why', 'x', '--on', '2036-11-23')).toMatchObject({
    status: 2,
  });
});

test('no touch counts from an appointment that was called off', () => {
  expect(due()).toContain('after-appointment');
  beback('appointment', '1', 'cancelled', '--why', 'called');
  expect(due()).not.toContain('after-appointment');
  beback('undo');
  expect(due()).toContain('after-appointment');
});
