import { expect, test } from 'vitest';
import { readEmail } from '../../src/values/email.ts';

test.each([
  ['LUCIA.IBARRA@EXAMPLE.COM', 'lucia.ibarra@example.com'],
  [' j.santos+car@mail.example.org ', 'j.santos+car@mail.example.org'],
  ["o'neil@example.com", "o'neil@example.com"],
  ['na@acme.com', 'na@acme.com'],
  ['me@smith.com', 'me@smith.com'],
  ['NA; c@example.net', 'c@example.net'],
  ['a1@example.com, A1@example.com', 'a1@example.com'],
  ['pieter@example.comýpvdm@example.net', 'pieter@example.com'],
  ['John Smith <J.S@example.com>', 'j.s@example.com'],
  ['mailto:a.b@example.com', 'a.b@example.com'],
  ['Home: a1@example.com', 'a1@example.com'],
  ['a1@example.com.', 'a1@example.com'],
])('%s is %s', (text, address) => {
  expect(readEmail(text)).toEqual({ value: address, problem: null });
});

test.each(['a@example.com;b@example.com', 'a@example.com, b@example.com', 'a@example.com b@example.com'])(
  'of %s the first is taken, with a remark',
  (text) => {
    const { value, problem } = readEmail(text);
    expect([value, problem?.code]).toEqual(['a@example.com', 'several-emails']);
  },
);

test.each([
  ['NA', 'email-placeholder'],
  ['N/A', 'email-placeholder'],
  ['CD', 'email-placeholder'],
  ['-', 'email-placeholder'],
  ['declined', 'email-placeholder'],
  ['No Email', 'email-placeholder'],
  ['none@none.com', 'email-placeholder'],
  ['none@', 'email-placeholder'],
  ['na@na.com', 'email-placeholder'],
  ['noemail@gmail.com', 'email-placeholder'],
  ['no-email@dealer.com', 'email-placeholder'],
  ['refused@dealer.com', 'email-placeholder'],
  ['test@test.com', 'email-placeholder'],
  ['tessa@example', 'bad-email'],
  ['tessa.example.com', 'bad-email'],
  ['tessa@@example.com', 'bad-email'],
  ['a..b@example.com', 'bad-email'],
  ['a@-example.com', 'bad-email'],
  ['john smith@example.com', 'bad-email'],
  ['siân@example.com', 'bad-email'],
  ['a@example.com\r\nBcc: x@example.com', 'bad-email'],
  ['a@example.com\tb@example.com', 'bad-email'],
  [`${'a'.repeat(65)}@example.com`, 'bad-email'],
  [`a@${'b.'.repeat(130)}com`, 'bad-email'],
])('%j is dropped: %s', (text, code) => {
  const { value, problem } = readEmail(text);
  expect([value, problem?.code]).toEqual([null, code]);
});

test('a blank is no address and no problem', () => {
  expect(readEmail(' ')).toEqual({ value: null, problem: null });
});
