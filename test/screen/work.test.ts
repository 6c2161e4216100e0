/** A salesperson's day on a real terminal: one key logs and goes on, and nothing is ever half saved. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { displayWidth } from '../../src/render/terminal-text.ts';
import { openStore } from '../../src/store/engine/open-store.ts';
import { logContacts } from '../../src/store/writing/contact-writer.ts';
import { acting } from '../acting-in.ts';
import { ANN, BO, eachOnTerminal, hasTmux, LI, LUKASZ, type WorkTerminal, ZOE } from './work-terminal.ts';

let at: WorkTerminal;
eachOnTerminal((terminal) => {
  at = terminal;
});

const LAST = (id: string): string =>
  `${id} was the last one. u = undo, k = back, / = find, any other key = done`;
const rowsOf = (screen: string): string[] => screen.replace(/\n$/, '').split('\n');

describe.skipIf(!hasTmux)('a day on a terminal of 80 columns and 24 rows', () => {
  test('one key logs a try and goes on, a talk takes a note and a day', async () => {
    at.work();
    const first = await at.seen('1 of 5 · 0 done', 'Ann Lee', '? help');
    expect(first).toContain('Dana Reyes · Saturday, November 21, 2026');
    expect(first).toContain('Phone  (614) 555-0101 cell');
    expect(first).toContain('Why    1st anniversary of the purchase, due Nov 20, closes Dec 4');
    expect(rowsOf(first)).toHaveLength(24);
    await at.key('v');
    await at.seen('2 of 5 · 1 done', 'Bo O’Rourke', `${ANN} voicemail logged.`);
    expect(at.contacts()).toEqual([[1, 'voicemail', null, null]]);
    await at.key('t');
    await at.seen('talked: a note?');
    at.type('twins 👶🏽 born, likes 李');
    await at.seen('> twins');
    await at.key('Enter');
    await at.seen('a day promised?');
    at.type('3d');
    await at.key('Enter');
    await at.seen('3 of 5 · 2 done', `${BO} talked logged, promised for Tuesday, November 24, 2026.`);
    expect(at.contacts()).toEqual([
      [1, 'voicemail', null, null],
      [2, 'talked', 'twins 👶🏽 born, likes 李', '2026-11-24'],
    ]);
    await at.key('x');
    await at.seen('Łukasz Żółć', '4 of 5 · 3 done');
    await at.key('Space');
    await at.seen('小龍 李', `${LUKASZ} skipped.`);
    await at.key('b');
    await at.seen('Łukasz Żółć', '4 of 5 · 4 done', `${LI} busy logged.`);
    await at.key('Space');
    await at.seen('Łukasz Żółć', `${LUKASZ} skipped.`, LAST(LUKASZ));
    await at.key('Enter');
    const end = await at.seen('[exit 0]');
    expect(end).toContain('Done: 4 calls: 1 voicemail, 1 talked, 1 no answer, 1 busy. 1 skipped.\n');
    expect(end).not.toContain('Łukasz');
  });

  test('a customer of theirs on the deal of another is told at the start, also where nobody is to be called', async () => {
    const file = join(at.folder, 'deals.csv');
    const deal = (n: number, name: string, day: string, by: string): string =>
      `${n},${day},${name},6145550101,2026,Honda,Odyssey,Stock ${n},${by}`;
    const titles =
      'Deal Number,Sale Date,First Name,Last Name,Cell Phone,Year,Make,Model,Stock Number,Salesperson';
    writeFileSync(file, [titles, deal(21, 'Tom,Lee', '2026-11-19', 'Maria Delgado'), ''].join('\n'));
    at.beback('import', file);
    at.work();
    await at.seen('1 of 5 · 0 done', 'Sold by Maria Delgado: your customer Ann Lee (#1).');
    writeFileSync(
      file,
      [
        titles,
        deal(20, 'Al,Low', '2023-11-01', 'Lou Park'),
        deal(22, 'Al,Low', '2026-11-18', 'Maria Delgado'),
        '',
      ].join('\n'),
    );
    at.beback('import', file);
    at.work('', { as: '--as "Lou Park"' });
    await at.seen('Al Low (#7), your customer, bought from Maria Delgado', 'No calls due', '[exit 0]');
  });

  test('after quitting it goes on at the same customer, and those skipped come last', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('Space');
    await at.seen('Bo O’Rourke');
    await at.key('v');
    await at.seen('Zoë Zed', '3 of 5');
    await at.key('Space');
    await at.seen('Łukasz Żółć', '4 of 5');
    await at.key('q');
    await at.seen('[exit 0]', 'Done: 1 call: 1 voicemail. 2 skipped.', '4 customers left');
    at.work();
    await at.seen('2 of 5 · 1 done', 'Łukasz Żółć', 'Going on where you stopped.');
    await at.key('k');
    await at.seen('1 of 5 · 1 done', 'Bo O’Rourke', 'voicemail');
    await at.key('Space');
    await at.seen('2 of 5 · 1 done', 'Łukasz Żółć');
    await at.key('n');
    await at.seen('not interested: a note?');
    await at.key('Enter');
    await at.seen('a day promised?');
    await at.key('Enter');
    await at.seen('小龍 李');
    await at.key('x');
    await at.seen('Ann Lee');
    await at.key('x');
    await at.seen('Zoë Zed');
    await at.key('x');
    await at.seen('5 of 5 · 5 done', `${ZOE} no answer logged.`, LAST(ZOE));
    await at.key('q');
    await at.seen('[exit 0]', 'Done: 5 calls: 3 no answer, 1 voicemail, 1 not interested.');
    at.work();
    await at.seen('[exit 0]', 'No calls due on Saturday, November 21, 2026.');
  });

  test('back shows what was logged, undo takes it back, both in words', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('x');
    await at.seen('Bo O’Rourke');
    await at.key('k');
    await at.seen('Ann Lee', 'Today  no answer (Dana Reyes)', 'Why    done for today');
    await at.key('v');
    await at.seen('Bo O’Rourke', `${ANN} voicemail logged.`);
    await at.key('u');
    await at.seen('Ann Lee', `${ANN} voicemail taken back.`, 'Today  no answer');
    await at.key('u');
    await at.seen('1 of 5 · 0 done', `${ANN} no answer taken back.`, 'Why    1st anniversary');
    await at.key('u');
    await at.seen('Dana Reyes has done nothing that could be taken back.');
    expect(at.contacts()).toEqual([]);
    expect(at.rows('SELECT count(*) FROM entry WHERE undone_at IS NOT NULL')).toEqual([[2]]);
  });

  test('a wrong number is chosen among several and leaves the list; the customer stays', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('Down');
    await at.seen('Bo O’Rourke');
    await at.key('w');
    await at.seen('which one?', '1      (614) 555-0102 cell', '2      (614) 555-0103 home');
    await at.key('1');
    const after = await at.seen(`${BO} wrong number logged.`, 'Bo O’Rourke', 'Phone  (614) 555-0103 home');
    expect(after).not.toContain('555-0102');
    await at.key('w');
    await at.seen('Zoë Zed', `${BO} wrong number logged.`);
  });

  test('one of two cars is gone, a snooze has its reason, a block its confirmation', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('d');
    await at.seen('#1 do not contact, for good: what did they say? (Enter = log it, Esc = cancel)');
    await at.key('Escape');
    await at.seen('Nothing was logged.', 'Ann Lee');
    await at.key('z');
    await at.seen('snooze until which day?');
    await at.key('Enter');
    await at.seen('A day is needed.');
    at.type('mon');
    await at.key('Enter');
    await at.seen('snooze until Monday, November 23, 2026: why?');
    await at.key('Enter');
    await at.seen('A reason is needed.');
    at.type('on holiday');
    await at.key('Enter');
    await at.seen('Bo O’Rourke', `${ANN} snoozed until Monday, November 23, 2026.`);
    await at.key('d');
    await at.seen('#2 do not contact, for good');
    await at.key('Enter');
    await at.seen('Zoë Zed', `${BO} do not contact logged.`);
    await at.key('c');
    await at.seen('1      2025 Honda CR-V', '2      2020 Ford F-150');
    await at.key('1');
    const after = await at.seen(`${ZOE} sold the car logged.`, 'Car    2020 Ford F-150');
    expect(after).not.toContain('CR-V');
    expect(at.contacts()).toEqual([
      [1, 'snoozed', 'on holiday', '2026-11-23'],
      [2, 'do-not-contact', null, null],
      [5, 'sold-the-car', null, null],
    ]);
    expect(at.rows('SELECT sale_id FROM turn_off')).toEqual([[5]]);
  });

  test('who moved away is confirmed with a note, and out of the lists', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('m');
    await at.seen('#1 moved away, no touches until the next purchase: note?', 'Ann Lee');
    await at.key('Escape');
    await at.seen('Nothing was logged.', '0 done');
    await at.key('m');
    await at.seen('moved away, no touches');
    at.type('to Maine');
    await at.seen('> to Maine');
    await at.key('Enter');
    await at.seen('2 of 5 · 1 done', 'Bo O’Rourke', `${ANN} moved away logged.`);
    await at.key('m');
    await at.seen('#2 moved away, no touches');
    await at.key('Enter');
    await at.seen('3 of 5 · 2 done', 'Zoë Zed', `${BO} moved away logged.`);
    expect(at.contacts()).toEqual([
      [1, 'moved-away', 'to Maine', null],
      [2, 'moved-away', null, null],
    ]);
  });

  test('after the last one undo takes the call back, and back shows it', async () => {
    at.work();
    for (const name of ['Ann Lee', 'Bo O’Rourke', 'Zoë Zed', 'Łukasz Żółć', '小龍 李']) {
      await at.seen(name, '? help');
      await at.key('v');
    }
    await at.seen('5 of 5 · 5 done', '小龍 李', `${LI} voicemail logged.`, LAST(LI), 'Why    done for today');
    await at.key('u');
    const back = await at.seen('5 of 5 · 4 done', '小龍 李', `${LI} voicemail taken back.`, '? help');
    expect(back).not.toMatch(/was the last one|done for today|Today/);
    expect(at.contacts()).toHaveLength(4);
    // taken back and not called: the day goes on there
    expect(at.rows('SELECT customer_id, skipped FROM work_place')).toEqual([[4, '[]']]);
    await at.key('x');
    await at.seen('5 of 5 · 5 done', `${LI} no answer logged.`, LAST(LI));
    await at.key('k');
    const seen = await at.seen('小龍 李', 'Today  no answer (Dana Reyes)', '? help');
    expect(seen).toContain('5 of 5 · 5 done');
    await at.key('k');
    await at.seen('Łukasz Żółć', 'Today  voicemail (Dana Reyes)', '4 of 5 · 5 done');
    await at.key('Space');
    await at.seen(LAST(LUKASZ));
    await at.key('Enter');
    await at.seen('[exit 0]', ' echo', 'Done: 5 calls: 4 voicemail, 1 no answer.\n');
    expect(at.contacts().at(-1)).toEqual([4, 'no-answer', null, null]);
    expect(at.contacts()).toHaveLength(5);
  });

  test('where nothing can be taken back at the end, it is said and the question stays', async () => {
    for (const id of ['1', '2', '3', '5']) at.beback('--as', 'Sam', 'log', id, 'talked');
    at.work();
    await at.seen('小龍 李', '1 of 1 · 0 done');
    await at.key('Space');
    await at.seen(`${LI} skipped.`);
    await at.key('Space');
    await at.seen(`${LI} skipped.`, LAST(LI));
    await at.key('u');
    await at.seen('Dana Reyes has done nothing that could be taken back.', LAST(LI));
    await at.key('Space');
    await at.seen('[exit 0]', 'Done: 0 calls. 1 skipped.');
  });

  test('who was called by somebody else meanwhile is not called again, and it is said', async () => {
    at.work();
    await at.seen('Ann Lee');
    const db = openStore(at.db);
    logContacts(db, acting('Sam', '2026-11-21T15:00:00.000Z'), [
      { customerId: 2, on: '2026-11-21' as Day, outcome: 'talked', note: null, nextOn: null },
    ]);
    db.close();
    await at.key('x');
    await at.seen('Zoë Zed', `${BO} Bo O’Rourke is no longer due: talked by Sam.`);
    expect(at.contacts()).toEqual([
      [2, 'talked', null, null],
      [1, 'no-answer', null, null],
    ]);
  });

  test('fits after every change of the window, and loses nothing that was typed', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('t');
    await at.seen('a note?');
    at.type('half a note');
    await at.seen('> half a note');
    for (const [width, height] of [
      [60, 15],
      [120, 40],
      [30, 8],
      [80, 24],
    ] as const) {
      at.tmux('resize-window', '-x', String(width), '-y', String(height));
      // what was seen before the window changed looks alike
      const resized = new RegExp(`^(?:[^\\n]*\\n){${height}}$`);
      const rows = rowsOf(await at.seen(resized, /^Ann Lee {2}#1$/m, /\n> half a note\n$/));
      for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(width);
    }
  });

  test('a promise found in the note is offered, and made with one key or not at all', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('t');
    await at.seen('a note?');
    at.type('call her 12/24 about the lease');
    await at.key('Enter');
    await at.seen('#1 promise Thursday, December 24, 2026? (y = yes, Enter = none, or a day)');
    await at.key('y');
    await at.seen('Bo O’Rourke', `${ANN} talked logged, promised for Thursday, December 24, 2026.`);
    await at.key('t');
    await at.seen('a note?');
    at.type('call him 12/24 about the lease');
    await at.key('Enter');
    await at.seen('#2 promise Thursday, December 24, 2026?');
    await at.key('Enter');
    await at.seen('Zoë Zed', `${BO} talked logged.`);
    expect(at.contacts()).toEqual([
      [1, 'talked', 'call her 12/24 about the lease', '2026-12-24'],
      [2, 'talked', 'call him 12/24 about the lease', null],
    ]);
  });

  test('a key that is held down calls one customer, not the whole list', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('-N', '20', 'v');
    await at.seen('Bo O’Rourke');
    await at.key('q');
    await at.seen('[exit 0]', 'Done: 1 call: 1 voicemail.');
  });

  test('a key that is held down at the last one does not end the day', async () => {
    for (const id of ['2', '3', '4', '5']) at.beback('--as', 'Sam', 'log', id, 'talked');
    at.work();
    await at.seen('Ann Lee', '1 of 1');
    await at.key('-N', '20', 'v');
    await at.seen(`${ANN} voicemail logged.`, LAST(ANN));
    await at.key('u');
    await at.seen(`${ANN} voicemail taken back.`, '1 of 1 · 0 done');
    expect(at.contacts()).not.toContainEqual([1, 'voicemail', null, null]);
  });

  test('a pasted note is one line, and a paste never presses keys', async () => {
    at.work();
    await at.seen('Ann Lee');
    paste('xxvv');
    await at.key('t');
    await at.seen('a note?');
    paste('line one\nline\ttwo \u0007bell');
    await at.seen('> line one line two bell');
    await at.key('C-w');
    await at.seen('> line one line two');
    await at.key('Enter');
    await at.seen('a day promised?');
    await at.key('Enter');
    await at.seen('Bo O’Rourke');
    expect(at.contacts()).toEqual([[1, 'talked', 'line one line two ', null]]);
  });
});

function paste(text: string): void {
  at.tmux('set-buffer', text);
  at.tmux('paste-buffer', '-p');
}
