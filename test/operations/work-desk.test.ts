import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Acting } from '../../src/domain/acting.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Scope } from '../../src/operations/scope.ts';
import { openDesk, type WorkDesk } from '../../src/operations/work-desk.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { openStore } from '../../src/store/engine/open-store.ts';
import type { Store } from '../../src/store/engine/store.ts';
import { logContacts } from '../../src/store/writing/contact-writer.ts';
import { addEntry } from '../../src/store/writing/entry-log.ts';
import { undoLast } from '../../src/store/writing/take-back.ts';
import { acting as actingAs } from '../acting-in.ts';
import { makeStore } from '../screen/work-terminal.ts';

const ON = '2026-11-21' as Day;
const file = makeStore();
let folder: string;
let db: Store;
let desk: WorkDesk;
const dana: Acting = actingAs('Dana Reyes', '2026-11-21T15:00:00.000Z', 1);
const sam: Acting = actingAs('Sam', '2026-11-21T15:00:00.000Z');
const deskOn = (
  day: Day,
  acting = dana,
  scope: Exclude<Scope, { of: 'all' }> = { of: 'one', salespersonId: 1 },
): WorkDesk => {
  const settings = readSettings(join(folder, 'none.toml'), false);
  return openDesk({ store: db, settings, day }, { scope, limit: null }, () => acting);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-desk-'));
  writeFileSync(join(folder, 'store.db'), file);
  db = openStore(join(folder, 'store.db'));
  desk = deskOn(ON);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const log = (customerId: number, outcome: 'talked' | 'voicemail' | 'wrong-number', more = {}) =>
  desk.log({ customerId, outcome, note: null, nextOn: null, ...more });
const dueIds = (one: WorkDesk): number[] => one.list().calls.map(({ customer }) => customer.id);
const remember = (customerId: number, text: string): void => {
  const details = { text, on: ON };
  const id = addEntry(db, dana, { customerId, action: 'note', details });
  db.prepare('INSERT INTO personal_fact (id, customer_id, text, told_on) VALUES (?, ?, ?, ?)').run(
    id,
    customerId,
    text,
    ON,
  );
};

test('the list is of one salesperson, and computed afresh', () => {
  expect(dueIds(desk)).toEqual([1, 2, 5, 3, 4]);
  log(2, 'voicemail');
  expect([dueIds(desk), dueIds(deskOn('2026-11-24' as Day))]).toEqual([
    [1, 5, 3, 4],
    [1, 2, 5, 3, 4],
  ]);
});

test('a customer has every car, newest first, and every reason', () => {
  const { name, person, cars, call, last, today, phones, calling } = desk.look(5);
  expect(calling).toMatchObject({ until: '2027-05-20', hours: { from: '09:00' } });
  expect([name, person, last, today]).toEqual(['Zoë Zed', null, null, []]);
  expect(phones.map(({ e164 }) => e164)).toEqual(['+16145550106']);
  expect(cars.map(({ sale_id, vehicle, sold_on }) => [sale_id, vehicle.model, sold_on])).toEqual([
    [5, 'CR-V', '2025-11-20'],
    [6, 'F-150', '2024-11-20'],
  ]);
  expect(call?.reasons.map(({ touch, sale_id }) => [touch, sale_id])).toContainEqual(['anniversary', 5]);
});

test('what is logged is on disk at once, and what is left of the customer comes back', () => {
  const after = log(2, 'wrong-number', { phone: '+16145550102' });
  expect(after.phones.map(({ e164 }) => e164)).toEqual(['+16145550103']);
  expect([after.call === null, after.today]).toEqual([
    false,
    [{ on: ON, outcome: 'wrong-number', by: 'Dana Reyes', note: null }],
  ]);
  const talked = log(2, 'talked', { note: '\u001b[2Jas \u0000given\n', nextOn: '2026-12-01' as Day });
  expect([talked.call, talked.today.at(-1)?.note]).toEqual([null, '\u001b[2Jas \u0000given\n']);
  const other = openStore(join(folder, 'store.db'));
  expect(other.prepare('SELECT outcome, note, next_on, at FROM contact ORDER BY id').raw().all()).toEqual([
    ['wrong-number', null, null, dana.at],
    ['talked', '\u001b[2Jas \u0000given\n', '2026-12-01', dana.at],
  ]);
  other.close();
  expect(desk.done()).toEqual([
    { customerId: 2, outcome: 'wrong-number' },
    { customerId: 2, outcome: 'talked' },
  ]);
});

test('the two facts that were used the longest ago are shown; a talk uses them', () => {
  for (const text of ['twins', 'a dog', 'fishing']) remember(1, text);
  expect(desk.look(1).facts).toEqual(['twins', 'a dog']);
  expect(log(1, 'voicemail').facts).toEqual(['twins', 'a dog']);
  expect(log(1, 'talked').facts).toEqual(['fishing', 'twins']);
});

test('only what was done on the day of the list is taken back, and only by who did it', () => {
  log(1, 'voicemail');
  const tomorrow = deskOn('2026-11-22' as Day);
  expect(() => tomorrow.undo()).toThrow('nothing was logged on this day');
  expect(() => deskOn(ON, sam).undo()).toThrow('Sam has done nothing that could be taken back');
  expect(desk.look(1).today).toHaveLength(1);
  expect(desk.undo()).toMatchObject({ customer_id: 1, details: { outcome: 'voicemail' } });
  expect([desk.look(1).today, desk.done()]).toEqual([[], []]);
  expect(() => undoLast(db, dana, null)).toThrow('nothing that could be taken back');
});

test('done is who is on this list, whoever else the same person called', () => {
  log(1, 'voicemail');
  const house = deskOn(ON, dana, { of: 'house' });
  expect([desk.done(), house.done()]).toEqual([[{ customerId: 1, outcome: 'voicemail' }], []]);
  expect(deskOn(ON, sam).done()).toEqual([]);
  // everybody has left: what Dana logged for hers counts for the house
  db.prepare("UPDATE salesperson SET left_on = '2026-11-01' WHERE id = 1").run();
  expect([deskOn(ON).done(), deskOn(ON, dana, { of: 'house' }).done()]).toEqual([
    [],
    [{ customerId: 1, outcome: 'voicemail' }],
  ]);
});

test('letters written together are taken back together, a call alone', () => {
  log(5, 'voicemail');
  const letters = [3, 1, 4].map((customerId) => ({
    customerId,
    on: ON,
    outcome: 'letter' as const,
    note: null,
    nextOn: null,
  }));
  logContacts(db, { ...dana, at: '2026-11-21T15:01:00.000Z' }, letters);
  expect(deskOn(ON).done()).toHaveLength(4);
  expect(desk.undo()).toMatchObject({ customer_id: 3, details: { outcome: 'letter' } });
  expect(desk.done()).toEqual([{ customerId: 5, outcome: 'voicemail' }]);
  expect(desk.undo()).toMatchObject({ customer_id: 5 });
  expect(desk.done()).toEqual([]);
});

test('the place of a day is kept, whose list and which day apart', () => {
  expect(desk.place()).toBeNull();
  desk.keepPlace({ customerId: 2, skipped: [1] });
  desk.keepPlace({ customerId: 3, skipped: [1, 2] });
  deskOn('2026-11-22' as Day).keepPlace({ customerId: null, skipped: [] });
  expect([desk.place(), deskOn('2026-11-22' as Day).place()]).toEqual([
    { customerId: 3, skipped: [1, 2] },
    { customerId: null, skipped: [] },
  ]);
});

test('whoever covers works the calls of both, and what they log counts as done on their list', () => {
  db.exec("INSERT INTO salesperson (id, name) VALUES (2, 'Maria Delgado')");
  const entry = addEntry(db, dana, { customerId: 1, action: 'note', details: { on: ON } });
  db.prepare('INSERT INTO cover (entry_id, of_id, by_id, from_on, to_on) VALUES (?, 1, 2, ?, ?)').run(
    entry,
    ON,
    ON,
  );
  const maria: Acting = { ...dana, by: 'Maria Delgado', salespersonId: 2 };
  const covering = deskOn(ON, maria, { of: 'one', salespersonId: 2 });
  expect([dueIds(covering), dueIds(desk)]).toEqual([[1, 2, 5, 3, 4], []]);
  expect(desk.list().covered_by?.name).toBe('Maria Delgado');
  expect(covering.look(2).call?.covering).toEqual({ code: null, name: 'Dana Reyes' });
  covering.log({ customerId: 2, outcome: 'talked', note: null, nextOn: null });
  expect(dueIds(covering)).toEqual([1, 5, 3, 4]);
  expect(covering.done().map(({ customerId }) => customerId)).toEqual([2]);
});
