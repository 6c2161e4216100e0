/** Files under their temporary names: written until all is taken, swept when the run that wrote them is dead. */

import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discardDraft, startDraft } from '../../src/files/draft-file.ts';
import { partPathOf } from '../../src/files/part-files.ts';
import { writeBytes } from '../../src/files/write-bytes.ts';
import { writeFilesWhole, writeFileWhole } from '../../src/files/write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

test('what a disk does not take at once is offered again', () => {
  const taken: number[] = [];
  const bytes = Buffer.from('Zoë’s list\n');
  writeBytes(1, bytes, (_, all, at) => {
    const some = all.subarray(at, at + 3);
    taken.push(...some);
    return some.length;
  });
  expect(Buffer.from(taken).toString()).toBe('Zoë’s list\n');
});

test('a disk that takes some and then no more is a fault', () => {
  const full = (_: number, __: Uint8Array, at: number): number => {
    if (at < 4) return 4 - at;
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  expect(() => writeBytes(1, Buffer.from('0123456789'), full)).toThrow('no space');
  expect(() => writeBytes(1, Buffer.from('0123456789'), () => 0)).toThrow();
});

test('a pipe that is full for the moment is waited for', () => {
  let isFull = true;
  writeBytes(1, Buffer.from('list'), (_, bytes, at) => {
    if (!isFull) return bytes.length - at;
    isFull = false;
    throw Object.assign(new Error('try again'), { code: 'EAGAIN' });
  });
  expect(isFull).toBe(false);
});

test('a file is its owner’s, whole, and alone in its folder', () => {
  writeFileWhole(path('list.csv'), ['a,', Buffer.from('b\n')]);
  expect(readFileSync(path('list.csv'), 'utf8')).toBe('a,b\n');
  expect((statSync(path('list.csv')).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(folder)).toEqual(['list.csv']);
});

test('records that cannot be read leave neither file nor part of one', () => {
  function* records(): Generator<string> {
    yield 'first\n';
    throw new Error('the second is damaged');
  }
  expect(() => writeFileWhole(path('list.csv'), records())).toThrow('the second is damaged');
  expect(readdirSync(folder)).toEqual([]);
});

test('of several files all get their names or none, and the folder made for them goes again', () => {
  const lists = join(folder, 'lists', 'today');
  const files = ['ann.csv', 'no-folder/ben.csv'].map((name) => ({ path: join(lists, name), text: 'x' }));
  expect(() => writeFilesWhole(lists, files)).toThrow(
    /ben\.csv cannot be written: its folder does not exist/,
  );
  expect(readdirSync(folder)).toEqual([]);

  writeFileSync(path('ann.csv'), 'before');
  writeFilesWhole(path('.'), [{ path: path('in-the-way'), text: '' }].slice(1));
  expect(readdirSync(folder)).toEqual(['ann.csv']);
});

test('a name that is taken by a folder takes the other files back', () => {
  writeFilesWhole(path('ben.csv'), []);
  const files = ['ann.csv', 'ben.csv'].map((name) => ({ path: path(name), text: 'x' }));
  expect(() => writeFilesWhole(folder, files)).toThrow(/ben\.csv cannot be written: a folder has that name/);
  expect(readdirSync(folder)).toEqual(['ben.csv']);
});

test('a very long name can be written', () => {
  const name = `${'é'.repeat(120)}.csv`;
  writeFileWhole(path(name), ['x']);
  expect(readdirSync(folder)).toEqual([name]);
});

/** Above the highest number Linux gives a process. */
const NOBODY = 2 ** 22 + 1;
const partOf = (pid: number, place?: string): string => {
  const part = partPathOf(path('old.csv')).replace(`.${process.pid}-`, `.${pid}-`);
  return place === undefined ? part : part.replace(/[^.]+\.part$/, `${place}.part`);
};
const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
const left = (part: string, writtenAgo: number): string => {
  writeFileSync(part, 'half a li');
  utimesSync(part, secondsAgo(writtenAgo), secondsAgo(writtenAgo));
  return part;
};
const TWO_DAYS = 2 * 86_400;

test('what dead runs left is swept when the next file is written', () => {
  left(partOf(NOBODY), 1);
  left(`${partOf(NOBODY)}-journal`, 1);
  // every run in a container may be process 1
  left(partOf(process.pid), 1);
  left(partOf(NOBODY, 'other-machine'), TWO_DAYS);
  left(partOf(process.ppid, 'other-machine'), TWO_DAYS);
  writeFileWhole(path('list.csv'), ['x']);
  expect(readdirSync(folder)).toEqual(['list.csv']);
});

test('what a live run writes, here or elsewhere, and what is not ours stays', () => {
  const own = startDraft(path('mine.csv'), null);
  const link = partOf(NOBODY);
  symlinkSync(path('stranger.csv'), link);
  const kept = [
    own.temporary,
    link,
    left(partOf(process.ppid), 1),
    left(partOf(process.ppid), TWO_DAYS),
    left(partOf(NOBODY, 'other-machine'), 600),
    left(path('film.part'), TWO_DAYS),
    left(path('.film.part'), TWO_DAYS),
    left(path(`.film.${NOBODY}.part`), TWO_DAYS),
    left(path(`film.${NOBODY}-1.here.part`), TWO_DAYS),
    left(path(`.film.${NOBODY}-1.here.part.csv`), TWO_DAYS),
  ];
  writeFileWhole(path('list.csv'), ['x']);
  expect(readdirSync(folder).map(path).sort()).toEqual([...kept, path('list.csv')].sort());
  discardDraft(own);
});

test('a descriptor that cannot be written is told by what the system says', () => {
  writeFileSync(path('read-only'), '');
  const fd = openSync(path('read-only'), 'r');
  expect(() => writeBytes(fd, Buffer.from('x'))).toThrow('EBADF');
  closeSync(fd);
});
