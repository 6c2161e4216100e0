/** Copies of the do-not-call registry through the real entry point: what is taken for one, what is refused, and taking it back. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { nameManagers } from '../managers.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beback-registry-'));
  nameManagers(folder, ['Pat', 'Boss']);
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function bebackReading(input: string, ...args: string[]): Ran {
  const where = ['--db', join(folder, 'store.db'), '--on', '2026-11-21', '--as', 'Pat'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/beback.js', ...where, ...args], {
    encoding: 'utf8',
    input,
    env: { PATH: '/usr/bin:/bin', LANG: 'C', HOME: '', TZ: 'America/Chicago' },
  });
  return { status, stdout, stderr };
}
const beback = (...args: string[]): Ran => bebackReading('', ...args);

function file(name: string, text: string, changed = '2026-11-20'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  utimesSync(path, new Date(`${changed}T12:00:00Z`), new Date(`${changed}T12:00:00Z`));
  return path;
}
/** Numbers of an area code, one a line. */
const numbers = (areaCode: number, from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `${areaCode},${5_550_000 + from + i}\n`).join('');

/** Everything the store knows of the registry, but for which import brought a number. */
function registry(): { areas: unknown[]; numbers: unknown[] } {
  const db = openDatabase(join(folder, 'store.db'), { readonly: true });
  const areas = db.prepare('SELECT * FROM registry_area ORDER BY area_code').all();
  const held = db.prepare('SELECT number FROM registry_number ORDER BY number').pluck().all();
  db.close();
  return { areas, numbers: held };
}
const heldBy = (areaCode: number): number =>
  registry().numbers.filter((number) => String(number).startsWith(`1${areaCode}`)).length;
// biome-ignore lint/suspicious/noExplicitAny: JSON is what it is
const json = (...args: string[]): any => JSON.parse(beback(...args, '--json').stdout);

describe('numbers are the registry only when somebody says so', () => {
  test.each([
    ['without titles', 'numbers.csv', '614,5550101\n614,5550102\n'],
    ['in one column', 'customers.txt', '6145550101\n6145550102\n'],
    ['titled as telephones', 'export.csv', 'Phone Number\n6145550101\n6145550102\n'],
    ['titled as something else', 'deals.csv', 'Deal\n6145550101\n6145550102\n'],
    ['of an area code', '614.csv', 'Area Code,Phone\n614,5550101\n'],
    ['not on the registry, says the name', 'not-on-dnc.csv', '6145550101\n'],
    ['not on the registry, says the title', 'numbers.csv', 'Not on DNC\n6145550101\n'],
    ['that changed, says the name', 'dnc-deletes.csv', '614,5550101\n'],
  ])('%s: refused, and the flag named', (_, name, text) => {
    for (const more of [[], ['--dry-run']]) {
      const { status, stdout, stderr } = beback('import', file(name, text), ...more);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(name);
      expect(stderr).toContain('--kind do-not-call');
    }
    expect(readdirSync(folder).sort()).toEqual([name, 'store.toml'].sort());
    expect(beback('import', file(name, text), '--kind', 'do-not-call').status).toBe(0);
    expect(heldBy(614)).toBeGreaterThan(0);
  });

  test.each([
    ['its name', 'DNC_614_20261118.csv', '614,5550101\n614,5550102\n'],
    ['its title', 'numbers.csv', 'Do Not Call Number\n6145550101\n6145550102\n'],
    ['a title of two', 'numbers.csv', 'Area Code,DNC Phone\n614,5550101\n614,5550102\n'],
  ])('%s says so', (_, name, text) => {
    expect(beback('import', file(name, text)).status).toBe(0);
    expect(heldBy(614)).toBe(2);
  });

  test('standard input has no name', () => {
    expect(bebackReading('614,5550101\n', 'import', '-')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--kind do-not-call'),
    });
    expect(bebackReading('DNC\n6145550101\n', 'import', '-').status).toBe(0);
    expect(bebackReading('740,5550101\n', 'import', '-', '--kind', 'do-not-call').status).toBe(0);
    expect([heldBy(614), heldBy(740)]).toEqual([1, 1]);
  });

  test('one such file among several: none of them goes in', () => {
    const named = file('dnc.csv', '614,5550101\n');
    expect(beback('import', named, file('numbers.csv', '740,5550101\n')).status).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['dnc.csv', 'numbers.csv', 'store.toml']);
  });

  test('in a drop folder it stays, and is named', () => {
    const drop = join(folder, 'drop');
    mkdirSync(drop);
    file('drop/dnc.csv', '614,5550101\n');
    file('drop/numbers.csv', '740,5550101\n');
    const { status, stderr } = beback('import', '--quiet', '--move-to', join(folder, 'done'), drop);
    expect(status).toBe(3);
    expect(stderr).toContain('--kind do-not-call');
    expect(readdirSync(drop)).toEqual(['numbers.csv']);
    expect([heldBy(614), heldBy(740)]).toEqual([1, 0]);
  });
});

describe('a copy that takes many numbers out', () => {
  beforeEach(() => {
    const first = file('dnc-20261110.csv', numbers(614, 0, 100) + numbers(740, 0, 40));
    expect(beback('import', first).status).toBe(0);
  });

  test('is refused above 5 % of an area, names the areas, and changes nothing', () => {
    const before = registry();
    const later = file('dnc.csv', numbers(614, 6, 200) + numbers(740, 3, 40) + numbers(216, 0, 5));
    for (const more of [[], ['--dry-run'], ['--json']]) {
      const { status, stdout, stderr } = beback('import', later, ...more);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('614: 6 of 100');
      expect(stderr).toContain('740: 3 of 40');
      expect(stderr).not.toContain('216');
      expect(stderr).toContain('--replace');
      expect(registry()).toEqual(before);
      expect(json('journal').entries).toHaveLength(1);
    }
    expect(json('import', later, '--dry-run', '--replace').files[0]).toMatchObject({
      removed: 9,
      entry: null,
    });
    expect(registry()).toEqual(before);
    expect(json('import', later, '--replace').files[0]).toMatchObject({ new: 105, same: 131, removed: 9 });
    expect([heldBy(614), heldBy(740), heldBy(216)]).toEqual([194, 37, 5]);
  });

  test('goes in up to 5 %, area by area', () => {
    expect(beback('import', file('dnc.csv', numbers(614, 5, 100) + numbers(740, 2, 40))).status).toBe(0);
    expect([heldBy(614), heldBy(740)]).toEqual([95, 38]);
  });

  test('an area it does not name is left alone', () => {
    expect(beback('import', file('dnc.csv', numbers(614, 0, 100))).status).toBe(0);
    expect(heldBy(740)).toBe(40);
  });

  test('numbers that stand there twice, and spoilt rows, are no numbers more', () => {
    const twice = file('dnc.csv', `${numbers(614, 6, 100)}${numbers(614, 6, 100)}${'614,55\n'.repeat(6)}`);
    expect(beback('import', twice)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('614: 6 of 100'),
    });
  });

  test('of an area with few numbers one may be too many', () => {
    expect(beback('import', file('dnc-20261111.csv', '216,5550101\n216,5550102\n')).status).toBe(0);
    expect(beback('import', file('dnc-20261112.csv', '216,5550101\n'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('216: 1 of 2'),
    });
  });

  test('with nothing in it is no copy', () => {
    const before = registry();
    for (const text of ['', '\n', 'Phone\n'])
      expect(beback('import', file('dnc.csv', text), '--kind', 'do-not-call', '--replace').status).toBe(2);
    expect(registry()).toEqual(before);
  });

  test('older than the one on file is refused, whatever it is told', () => {
    const before = registry();
    const older = file('dnc-20261109.csv', numbers(614, 0, 100));
    expect(beback('import', older, '--replace').status).toBe(1);
    expect(registry()).toEqual(before);
  });

  test('in a drop folder it stays, and the others go in', () => {
    const drop = join(folder, 'drop');
    mkdirSync(drop);
    file('drop/dnc-20261112.csv', numbers(614, 6, 100));
    file('drop/dnc-20261113.csv', numbers(740, 0, 41));
    const { status, stderr } = beback('import', '--quiet', '--move-to', join(folder, 'done'), drop);
    expect(status).toBe(3);
    expect(stderr).toContain('614: 6 of 100');
    expect(readdirSync(drop)).toEqual(['dnc-20261112.csv']);
    expect([heldBy(614), heldBy(740)]).toEqual([100, 41]);
  });

  test('the second of two in one run is measured against the first', () => {
    const [one, two] = [
      file('dnc-20261112.csv', numbers(614, 0, 100)),
      file('dnc.csv', numbers(614, 9, 100)),
    ];
    expect(beback('import', one, two, '--dry-run').status).toBe(2);
    const { status, stderr } = beback('import', one, two);
    expect([status, stderr]).toEqual([3, expect.stringContaining('1 file of 2 went in before this one')]);
    expect(heldBy(614)).toBe(100);
  });
});

describe('taking a copy in is an entry, and can be taken back', () => {
  const undone = (...args: string[]): Ran => {
    const ran = beback('undo', ...args);
    expect(ran.status).toBe(0);
    return ran;
  };

  test('the registry is what it was: numbers, areas, the day of the copy', () => {
    beback('import', file('dnc-20261110.csv', numbers(614, 0, 100) + numbers(740, 0, 40)));
    const before = registry();
    const later = file('dnc-20261118.csv', numbers(614, 50, 170) + numbers(216, 0, 9));
    const { entry } = json('import', later, '--replace').files[0];
    const after = registry();
    expect(after).not.toEqual(before);
    expect(json('journal').entries[0]).toMatchObject({
      id: entry,
      by: 'Pat',
      at: expect.stringMatching(/^20\d\d-/),
      action: 'registry',
      customer: null,
      undone_at: null,
      details: {
        as_of: '2026-11-18',
        areas: [{ area_code: 216 }, { area_code: 614, added: 70, removed: 50 }],
      },
    });
    expect(undone('--as', 'Boss', String(entry)).stdout).toContain('do-not-call registry of Nov 18');
    expect(registry()).toEqual(before);
    expect(json('journal').entries.slice(0, 2)).toMatchObject([
      { action: 'undo', by: 'Boss' },
      { id: entry, undone_by: 'Boss' },
    ]);
    expect(beback('journal').stdout).toMatch(/do-not-call registry of Nov 18 for 216, 614: .*by Boss/s);
    expect(beback('undo', String(entry))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('already been taken back'),
    });
    expect(beback('import', later, '--replace').status).toBe(0);
    expect({ ...registry(), areas: [] }).toEqual({ ...after, areas: [] });
  });

  test('the first one leaves nothing behind', () => {
    beback('import', file('dnc.csv', numbers(614, 0, 10)));
    undone();
    expect(registry()).toEqual({ areas: [], numbers: [] });
    expect(json('law', 'show').registry).toEqual([]);
  });

  test('several, the last one first, also of one that changed nothing but the day', () => {
    const states: unknown[] = [];
    beback('import', file('dnc-20261110.csv', numbers(614, 0, 100)));
    for (const [day, text] of [
      ['20261111', numbers(614, 0, 100)],
      ['20261112', numbers(614, 10, 100)],
      ['20261113', numbers(614, 0, 100) + numbers(740, 0, 5)],
    ]) {
      states.push(registry());
      expect(beback('import', file(`dnc-${day}.csv`, text ?? ''), '--replace').status).toBe(0);
    }
    const early = beback('undo', '3');
    expect([early.status, early.stderr]).toEqual([2, expect.stringContaining('beback undo 4')]);
    for (const state of states.reverse()) {
      undone();
      expect(registry()).toEqual(state);
    }
  });

  test('those of other areas do not stand in the way', () => {
    beback('import', file('dnc-614.csv', numbers(614, 0, 10)));
    beback('import', file('dnc-740.csv', numbers(740, 0, 10)));
    undone('1');
    expect([heldBy(614), heldBy(740)]).toEqual([0, 10]);
  });

  test('long after, it must be named: whoever only says undo means something else', () => {
    beback('import', file('dnc.csv', numbers(614, 0, 10)));
    const db = openDatabase(join(folder, 'store.db'));
    db.exec("DROP TRIGGER journal_not_changed; UPDATE journal SET at = '2026-11-20T08:00:00.000Z'");
    db.close();
    expect(beback('undo')).toMatchObject({ status: 2, stderr: expect.stringContaining('beback undo 1') });
    expect(heldBy(614)).toBe(10);
    undone('1');
    expect(heldBy(614)).toBe(0);
  });
});
