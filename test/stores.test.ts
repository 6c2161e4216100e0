/** Stores made by earlier versions give the same exports and lists in this one. */

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { outputsOf } from '../fixtures/stores/outputs.js';
import { DEFAULT_PLAN_TOML } from '../src/touches/default-plan.ts';

const STORES = 'fixtures/stores';
const names = readdirSync(STORES).flatMap((file) => /^(.*)\.db$/.exec(file)?.[1] ?? []);

test('there is one at least', () => {
  expect(names).toContain('before-rooms');
});

test.each(names)('%s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'beback-stores-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const copy = join(folder, 'store.db');
  copyFileSync(join(STORES, `${name}.db`), copy);
  const before = JSON.parse(readFileSync(join(STORES, `${name}.json`), 'utf8'));
  const settings = join(folder, 'beback.toml');
  writeFileSync(settings, `${readFileSync('fixtures/demo/beback.toml', 'utf8')}\n${planOfThen(name)}`);
  const now = outputsOf('bin/beback.js', copy, settings);
  // later versions say more of the same things
  expect(withoutReminder(withDeeds(now))).toMatchObject(withoutReminder(withDeeds(before)));
});

/** Touches that ship since, with the stores that were made with them: they say more than a list of before could. */
const SHIPPED_SINCE = ['no-show', 'after-service'];
const WITH_THEM = ['before-help'];

/** The shipped plan as the lists of a store were made with it. */
function planOfThen(name: string): string {
  if (WITH_THEM.includes(name)) return DEFAULT_PLAN_TOML;
  const [before = '', ...touches] = DEFAULT_PLAN_TOML.split(/^(?=\[\[touch\]\]$)/m);
  const kept = touches.filter((touch) => !SHIPPED_SINCE.some((id) => touch.includes(`id = "${id}"`)));
  return [before, ...kept].join('');
}

const TODAY = 'today --all --withheld';
/** Her car has been in the workshop since the day before: she is not reminded of the service any more. */
const IN_WORKSHOP = 36;
/** Of the calls of a whole day. */
const BEFORE_THE_LAST = 24;

function withoutReminder(outputs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const today = outputs[TODAY] as {
    lists: {
      calls: { customer: { id: number }; reasons: { touch: string }[] }[];
      due: number;
      later?: unknown;
    }[];
    withheld: { customer: { id: number }; touch: string }[];
  };
  const lists = today.lists.map((list) => {
    const calls = list.calls.filter(
      ({ customer, reasons }) =>
        customer.id !== IN_WORKSHOP || reasons.some(({ touch }) => touch !== 'service'),
    );
    const spared = list.calls.length - calls.length;
    // whoever waited behind her moves up
    const { later, ...rest } = list;
    return {
      ...rest,
      calls: calls.slice(0, BEFORE_THE_LAST),
      ...(spared === 0
        ? later !== undefined && { later }
        : list.due !== undefined && { due: list.due - spared }),
    };
  });
  const withheld = today.withheld.filter(
    ({ customer, touch }) => customer.id !== IN_WORKSHOP || touch !== 'service',
  );
  return { ...outputs, [TODAY]: { ...today, lists, withheld } };
}

const JOURNAL = 'journal --limit 1000';

/** A store of before there was a journal begins with a row of its own; and each export above is told to the journal. */
function withDeeds(outputs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { entries } = outputs[JOURNAL] as { entries: { action: string }[] };
  const deeds = entries.filter(({ action }) => !['opening', 'export'].includes(action));
  return { ...outputs, [JOURNAL]: { entries: deeds } };
}
