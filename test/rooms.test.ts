/** The rooms of src and what each may import: the lint step holds it, shown by imports planted where they are forbidden. */

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  values: ['domain'],
  rows: ['values', 'domain'],
  files: ['values', 'domain'],
  importing: ['rows', 'values', 'domain'],
  contacts: ['rows', 'values', 'domain'],
  touches: ['domain'],
  law: ['domain'],
  lists: ['touches', 'domain'],
  store: ['values', 'domain'],
  settings: ['importing', 'touches', 'law', 'files', 'values', 'domain'],
  render: ['touches', 'law', 'domain'],
  mail: ['render', 'values', 'domain'],
  operations: [
    ...['importing', 'contacts', 'touches', 'lists', 'law', 'mail', 'render', 'store'],
    ...['settings', 'rows', 'files', 'values', 'domain'],
  ],
  terminal: ['render', 'files', 'domain'],
  screen: ['operations', 'render', 'settings', 'terminal', 'domain'],
  cli: ['operations', 'render', 'settings', 'terminal', 'screen', 'files', 'values', 'domain'],
};
const ROOMS = Object.keys(MAY_IMPORT);

/** Every way to import another room. */
const importsOf = (path: string, i: number): string[] => [
  `import { a as a${i} } from '${path}';`,
  `import type { B as B${i} } from '${path}';`,
  `export { c as c${i} } from '${path}';`,
  `export type * as d${i} from '${path}';`,
  `export const e${i} = () => import('${path}');`,
];

let folder: string;
/** `file:line` of each import the lint step refuses */
let refused: Set<string>;
const planted: { readonly at: string; readonly isAllowed: boolean }[] = [];

function plant(file: string, lines: readonly { readonly text: string; readonly isAllowed: boolean }[]): void {
  writeFileSync(join(folder, file), `${lines.map(({ text }) => text).join('\n')}\n`);
  for (const [i, { isAllowed }] of lines.entries()) planted.push({ at: `${file}:${i + 1}`, isAllowed });
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'beback-rooms-')));
  copyFileSync('biome.json', join(folder, 'biome.json'));
  for (const room of ROOMS) {
    mkdirSync(join(folder, 'src', room, 'inner'), { recursive: true });
    const others = ROOMS.filter((other) => other !== room);
    for (const [file, up] of [
      ['planted.ts', '..'],
      ['inner/planted.ts', '../..'],
    ])
      plant(
        `src/${room}/${file}`,
        others.flatMap((other, i) =>
          importsOf(`${up}/${other}/x.ts`, i).map((text) => ({
            text,
            isAllowed: MAY_IMPORT[room]?.includes(other) ?? false,
          })),
        ),
      );
    plant(`src/${room}/driver.ts`, [{ text: `import D from 'better-sqlite3';`, isAllowed: false }]);
  }
  mkdirSync(join(folder, 'src/store/engine'));
  plant('src/store/engine/planted.ts', [
    { text: `import D from 'better-sqlite3';`, isAllowed: true },
    { text: `import { x } from '../../touches/x.ts';`, isAllowed: false },
  ]);
  const biome = resolve('node_modules/.bin/biome');
  const only = ['--only=style/noRestrictedImports', '--vcs-enabled=false'];
  const run = ['lint', ...only, '--max-diagnostics=none', '--reporter=github', 'src'];
  const { stdout } = spawnSync(biome, run, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  const found = stdout.matchAll(/file=([^,]+),line=(\d+)/g);
  refused = new Set([...found].map(([, file, line]) => `${relative(folder, file ?? '')}:${line}`));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every room of src has its rule', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).sort()).toEqual(ROOMS.toSorted());
});

test('an import of each forbidden kind is refused, from the room and from a folder in it', () => {
  const forbidden = planted.filter(({ isAllowed }) => !isAllowed).map(({ at }) => at);
  expect(forbidden.length).toBeGreaterThan(1000);
  expect(forbidden.filter((at) => !refused.has(at))).toEqual([]);
});

test('no other import is', () => {
  const allowed = planted.filter(({ isAllowed }) => isAllowed).map(({ at }) => at);
  expect(allowed.filter((at) => refused.has(at))).toEqual([]);
});
