/** When a group is its user's alone. */

import { expect, test } from 'vitest';
import { isGroupOfOne } from '../../src/settings/own-group.ts';

const USERS =
  'root:x:0:0:root:/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\nben:x:1001:1001::/home/ben:/bin/sh\n';

test.each([
  ['ann:x:1000:\nben:x:1001:\n', USERS, true],
  ['ann:x:1000:ann\n', USERS, true],
  ['ann:x:1000:ben\n', USERS, false],
  ['ann:x:1000:ann,ben\n', USERS, false],
  ['ann:x:1000:\n', `${USERS}cem:x:1002:1000::/home/cem:/bin/sh\n`, false],
  ['sales:x:1000:\n', USERS, false],
  ['ann:x:1000:\nsales:x:1000:ben\n', USERS, false],
  ['ben:x:1001:\n', USERS, false],
  ['', '', false],
])('the groups %j leave ann alone in hers: with %j %s', (groups, users, alone) => {
  expect(isGroupOfOne(1000, 'ann', { groups, users })).toBe(alone);
});
