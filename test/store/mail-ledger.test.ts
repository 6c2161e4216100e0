/** The ledger of mails: who may change a row from what to what. */

import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { emptyStore } from '../../src/store/engine/open-store.ts';
import type { Store } from '../../src/store/engine/store.ts';
import {
  claimMail,
  doubtWhatWasLeft,
  findMail,
  mailsSince,
  planMails,
  reopenMails,
  settleByHand,
  settleMail,
} from '../../src/store/mail-ledger.ts';

const DAY = '2026-11-21' as Day;
const AT = '2026-11-21T13:00:00.000Z';
const mail = {
  day: DAY,
  kind: 'calls',
  recipient: '1',
  salespersonId: null,
  address: 'ann@lakeside.example',
  messageId: 'first@lakeside.example',
} as const;

let db: Store;
beforeEach(() => {
  db = emptyStore();
  planMails(db, [mail], AT);
});
const claim = (): boolean => claimMail(db, 1, mail.address, AT);
const state = (): string | undefined => findMail(db, 1)?.state;

test('a day, kind and recipient has one row, whose id stays the first one', () => {
  planMails(
    db,
    [
      { ...mail, messageId: 'second@lakeside.example' },
      { ...mail, kind: 'digest', messageId: 'third@lakeside.example' },
    ],
    AT,
  );
  expect(mailsSince(db, DAY).map(({ kind, message_id }) => `${kind} ${message_id}`)).toEqual([
    'calls first@lakeside.example',
    'digest third@lakeside.example',
  ]);
});

test('only one can claim a row', () => {
  expect([claim(), claim(), findMail(db, 1)?.tries]).toEqual([true, false, 1]);
});

describe('what can be claimed again', () => {
  test.each([
    ['planned', true],
    ['sent', false],
    ['failed', false],
    ['unsure', false],
  ] as const)('settled as %s: %s', (settled, again) => {
    claim();
    settleMail(db, 1, settled, '250 ok', AT);
    expect([state(), claim()]).toEqual([settled, again]);
  });

  test('one that a person says has failed, with the id it had', () => {
    claim();
    doubtWhatWasLeft(db);
    expect(settleByHand(db, 1, { state: 'failed', by: 'boss', at: AT })).toBe(true);
    expect([claim(), findMail(db, 1)?.message_id]).toEqual([true, mail.messageId]);
  });
});

test('a person decides only what is in doubt', () => {
  const decide = (): boolean => settleByHand(db, 1, { state: 'sent', by: 'boss', at: AT });
  expect(decide()).toBe(false);
  claim();
  expect(decide()).toBe(false);
  doubtWhatWasLeft(db);
  expect([state(), decide(), decide(), state()]).toEqual(['unsure', true, false, 'sent']);
});

describe('a resend', () => {
  const reopen = (): void => reopenMails(db, [{ id: 1, newMessageId: 'again@lakeside.example' }]);
  test.each([
    ['sent', 'planned', 'again@lakeside.example'],
    ['failed', 'planned', 'first@lakeside.example'],
    ['unsure', 'unsure', 'first@lakeside.example'],
  ] as const)('of one that is %s: %s, as %s', (settled, then, id) => {
    claim();
    settleMail(db, 1, settled, 'answer', AT);
    reopen();
    expect([state(), findMail(db, 1)?.message_id]).toEqual([then, id]);
  });
});

test('a doubt is listed however old it is', () => {
  claim();
  expect(mailsSince(db, '2027-11-21' as Day).map(({ id }) => id)).toEqual([1]);
});
