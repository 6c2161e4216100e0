/** How a day's work ends, and what it needs of a terminal. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { ANN, eachOnTerminal, hasTmux, type WorkTerminal } from './work-terminal.ts';

let at: WorkTerminal;
eachOnTerminal((terminal) => {
  at = terminal;
});

describe.skipIf(!hasTmux)('whatever ends it', () => {
  test('Ctrl-C in the middle of a note saves nothing and gives the terminal back', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('v');
    await at.seen('Bo O’Rourke');
    await at.key('t');
    await at.seen('a note?');
    at.type('half a no');
    await at.seen('half a no');
    await at.key('C-c');
    const screen = await at.seen('[exit 130]', ' echo');
    expect(screen).not.toMatch(/-icanon|-echo|half a no/);
    expect(at.contacts()).toEqual([[1, 'voicemail', null, null]]);
  });

  test('a closed terminal ends it; all that was logged is there, nothing half, and the place is kept', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('v');
    await at.seen('Bo O’Rourke');
    await at.key('t');
    await at.seen('a note?');
    at.type('half a no');
    await at.seen('half a no');
    // 129: by the hang-up itself
    expect(await at.closed()).toBe('[exit 129]\n');
    expect(at.contacts()).toEqual([[1, 'voicemail', null, null]]);
    expect(at.rows('SELECT who, on_day, customer_id, skipped FROM work_place')).toEqual([
      ['Dana Reyes', '2026-11-21', 2, '[]'],
    ]);
    expect(at.rows('PRAGMA integrity_check')).toEqual([['ok']]);
    at.work();
    await at.seen('Bo O’Rourke', '2 of 5 · 1 done');
  });

  test('a database that is in use loses nothing: the question stays until it is saved', async () => {
    at.work();
    await at.seen('Ann Lee');
    await at.key('t');
    await at.seen('a note?');
    at.type('wants a truck');
    await at.key('Enter');
    await at.seen('a day promised?');
    const writer = openDatabase(at.db);
    writer.exec('BEGIN IMMEDIATE');
    await at.key('Enter');
    await at.seen('not saved: the database is in use by another program.', 'a day promised?');
    writer.exec('ROLLBACK');
    writer.close();
    expect(at.contacts()).toEqual([]);
    await at.key('Enter');
    await at.seen('Bo O’Rourke', `${ANN} talked logged.`);
    expect(at.contacts()).toEqual([[1, 'talked', 'wants a truck', null]]);
  });
});

describe.skipIf(!hasTmux)('other terminals', () => {
  test('a dumb terminal gets no escape codes', async () => {
    at.work('TERM=dumb', { record: true });
    await at.seen('Ann Lee', '? help');
    await at.key('t');
    await at.seen('a note?');
    at.type('abd');
    await at.key('BSpace');
    at.type('c 李');
    await at.seen('> abc 李');
    await at.key('Enter');
    await at.seen('a day promised?');
    await at.key('Enter');
    await at.seen('Bo O’Rourke', `${ANN} talked logged.`);
    await at.key('q');
    await at.seen('[exit 0]', ' echo');
    expect(at.contacts()).toEqual([[1, 'talked', 'abc 李', null]]);
    expect(readFileSync(at.recording, 'utf8')).not.toContain('\u001b');
  });

  test('without colour there is none, and every word is there', async () => {
    at.work('NO_COLOR=1');
    const plain = await at.seen('Ann Lee', '? help');
    expect(at.tmux('capture-pane', '-p', '-e')).toBe(plain);
    at.work();
    const coloured = await at.seen('Ann Lee', '? help');
    expect(coloured.replace('Going on where you stopped.', '')).toBe(plain);
    expect(at.tmux('capture-pane', '-p', '-e')).toContain('\u001b[');
  });
});

describe.skipIf(!hasTmux)('a list', () => {
  test('must be said to be whose', async () => {
    at.work('', { as: '' });
    await at.seen('beback: whose list is it?', 'try: name the salesperson: --for NAME', '[exit 2]');
  });

  test('of somebody else says who logs', async () => {
    at.work('', { as: "--as Sam --for 'dana reyes'" });
    await at.seen('Dana Reyes, logged by Sam · Saturday, November 21, 2026', 'Ann Lee');
    await at.key('v');
    await at.seen('2 of 5 · 1 done', 'Bo O’Rourke');
    expect(at.rows('SELECT by, salesperson_id FROM contact')).toEqual([['Sam', null]]);
    expect(at.rows('SELECT who FROM work_place')).toEqual([['Dana Reyes']]);
  });

  test('of the house may be worked, and be empty', async () => {
    at.work('', { as: '--for house' });
    await at.seen('No calls due on Saturday, November 21, 2026.', '[exit 0]');
  });
});

describe('without a terminal', () => {
  test('it names the commands that need none', () => {
    expect(at.beback('work', '--as', 'Dana')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'beback: `beback work` needs a terminal to show the calls and to read keys\ntry: print the list with `beback today`, and log what came of it with `beback log`\n',
    });
  });
});
