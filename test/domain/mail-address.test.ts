/** What is one e-mail address, and what could be two, or none. */

import { expect, test } from 'vitest';
import { singleAddress } from '../../src/domain/mail-address.ts';

test.each([
  ['dana@example.com', 'dana@example.com'],
  ['Dana.Reyes+lists@Mail.Example.COM', 'dana.reyes+lists@mail.example.com'],
  ['noreply@example.com', 'noreply@example.com'],
  ['', null],
  ['dana', null],
  ['dana@localhost', null],
  ['dana@example.com ', null],
  [' dana@example.com', null],
  ['dana@example.com\n', null],
  ['dana@example.com\r\nBcc: eve@evil.example', null],
  ['dana@example.com,eve@evil.example', null],
  ['dana@example.com;eve@evil.example', null],
  ['Dana <dana@example.com>', null],
  ['"dana reyes"@example.com', null],
  ['dana@@example.com', null],
  ['dana..reyes@example.com', null],
  ['dana\u0000@example.com', null],
  ['dana@exam\u202eple.com', null],
  [`${'d'.repeat(65)}@example.com`, null],
  [`dana@${'e'.repeat(250)}.com`, null],
])('%j is %j', (text, address) => {
  expect(singleAddress(text)).toBe(address);
});
