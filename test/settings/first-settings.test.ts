/** The settings a store begins with: whatever the names, they are read as they were given; what stands behind # is as shipped. */

import { expect, test } from 'vitest';
import { firstSettings, type KnownOfStore, NOTHING_KNOWN } from '../../src/settings/first-settings.ts';
import { settingsIn } from '../../src/settings/settings.ts';

const CHARACTERS = [...`"'\\#=[]{}<>,.: \u00e9\u{1f600}\u2028\u05d0aZ09$\`%`];
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
const nameBy = (next: () => number): string =>
  `x${Array.from({ length: Math.floor(next() * 30) }, () => CHARACTERS[Math.floor(next() * CHARACTERS.length)]).join('')}x`;

test('names of all kinds come back as they were given', () => {
  const next = random(7);
  for (let i = 0; i < 200; i++) {
    const known: KnownOfStore = {
      name: nameBy(next),
      country: 'CA',
      timezone: 'America/Toronto',
      units: next() < 0.5 ? 'miles' : 'km',
      managers: Array.from({ length: Math.floor(next() * 4) }, () => nameBy(next)),
      sender: next() < 0.5 ? null : 'lists@lakeside.example',
      digestTo: next() < 0.5 ? [] : ['pat@lakeside.example'],
    };
    const { store, people, mail } = settingsIn('x.toml', firstSettings(known));
    expect({
      name: store.name,
      country: store.country,
      timezone: store.timezone,
      units: store.units,
      managers: people.managers,
      sender: mail.from,
      digestTo: mail.managers,
    }).toEqual(known);
    expect([mail.enabled, mail.server]).toEqual([false, null]);
  }
});

const withoutHash = (text: string): string => text.replaceAll(/^# (?=[a-z_]+ = )/gm, '');

test.each([[{}], [{ country: 'US', units: 'miles' }], [{ country: 'DE', units: 'km' }]] as const)(
  'what stands behind # can be switched on as it is, and is what was in force: %j',
  (known) => {
    const text = firstSettings({ ...NOTHING_KNOWN, ...known });
    expect(settingsIn('x.toml', text).given.size).toBe(Object.keys(known).length);
    const before = settingsIn('x.toml', text);
    const after = settingsIn('x.toml', withoutHash(text));
    const named = [...after.given.keys()].filter((key) => key.split('.').length === 2);
    expect(named.length).toBe(text.match(/^(?:# )?[a-z_]+ = /gm)?.length);
    expect([
      after.paper,
      after.law,
      after.service.perDay,
      after.mail.enabled,
      after.calendar.businessDays,
    ]).toEqual([
      before.paper,
      before.law,
      before.service.perDay,
      before.mail.enabled,
      before.calendar.businessDays,
    ]);
  },
);

test('no line is wider than a terminal', () => {
  const widest = Math.max(
    ...firstSettings(NOTHING_KNOWN)
      .split('\n')
      .map((line) => line.length),
  );
  expect(widest).toBeLessThanOrEqual(80);
});
