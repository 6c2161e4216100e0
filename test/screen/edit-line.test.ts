import { emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { EMPTY_LINE, editLine } from '../../src/screen/edit-line.ts';
import { type Key, keyDecoder } from '../../src/terminal/decode-key.ts';

/** What a terminal that sends these bytes is understood to press. */
function keysOf(bytes: string | Uint8Array): Key[] {
  const stream = new PassThrough();
  const decode = keyDecoder();
  const keys: Key[] = [];
  emitKeypressEvents(stream);
  stream.on('keypress', (text, raw) => {
    const key = decode(text, raw);
    if (key !== null) keys.push(key);
  });
  stream.emit('data', Buffer.from(bytes));
  return keys;
}

const typed = (bytes: string) => keysOf(bytes).reduce(editLine, EMPTY_LINE);

test.each([
  ['letters', 'hello', 'hello', ''],
  [
    'an emoji of several parts, a Chinese letter, an accent of its own',
    '👩‍👩‍👧 李 e\u0301',
    '👩‍👩‍👧 李 e\u0301',
    '',
  ],
  ['Backspace takes a letter with its accent', 'ae\u0301\u007f', 'a', ''],
  ['Backspace takes a family whole', 'a👩‍👩‍👧\u007f', 'a', ''],
  ['Backspace takes a skin tone with its hand', '👍🏽\b', '', ''],
  ['Backspace at the start takes nothing', '\u007fa', 'a', ''],
  ['Ctrl-U', 'one two\u0015three', 'three', ''],
  ['Ctrl-W', 'one two  \u0017three', 'one three', ''],
  ['left, right and the letters between', 'abc\u001b[D\u001b[D\u001b[CX', 'abX', 'c'],
  ['left over a whole character', 'a👍🏽\u001b[DX', 'aX', '👍🏽'],
  ['Home and Delete', 'abc\u001b[H\u001b[3~', '', 'bc'],
  ['End', 'abc\u0001X\u0005Y', 'XabcY', ''],
  ['other control characters are no letters', 'a\u0007\u0000\u001cb', 'ab', ''],
  ['Alt with a letter is no letter', 'a\u001bvb', 'ab', ''],
  [
    'a paste is one line, without control characters',
    '\u001b[200~one\r\ntwo\tthree\u0007\u001b[201~!',
    'one two three!',
    '',
  ],
  ['what a paste presses is text', '\u001b[200~a\u007f\u001b[201~', 'a', ''],
])('%s', (_, bytes, before, after) => {
  expect(typed(bytes)).toEqual({ before, after });
});

test('a letter that comes in two pieces is one', () => {
  const stream = new PassThrough();
  const decode = keyDecoder();
  const keys: (Key | null)[] = [];
  emitKeypressEvents(stream);
  stream.on('keypress', (text, raw) => keys.push(decode(text, raw)));
  for (const byte of Buffer.from('é')) stream.emit('data', Buffer.from([byte]));
  expect(keys).toEqual([{ press: 'text', text: 'é' }]);
});

test('keys by name', () => {
  expect(keysOf('\r\t\u001b[A\u001b[B\u0003\u000c')).toEqual(
    ['enter', 'tab', 'up', 'down', 'interrupt', 'redraw'].map((press) => ({ press })),
  );
  expect(keysOf('\u001b[200~half\u0003')).toEqual([{ press: 'interrupt' }]);
  expect(keysOf('\u001b[200~\u001b[201~')).toEqual([]);
});
