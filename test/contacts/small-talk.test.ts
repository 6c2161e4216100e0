/** What may be passed over in an answer, and what may not. */

import { expect, test } from 'vitest';
import { isSmallTalk } from '../../src/contacts/small-talk.ts';

test.each([
  'Hi,',
  'Hello Maria,',
  'Good morning!',
  'Thanks',
  'Thank you very much!',
  'Thanks, Ann',
  'Best regards,',
  'Ann Archer',
  '– Ann',
  'That’s all for today.',
  'Mit freundlichen Grüßen',
  '***',
])('%s: is small talk', (line) => expect(isSmallTalk(line, 'Ann Archer')).toBe(true));

test.each([
  'Mr Pacheco asked us not to call any more',
  'Huang: wrong number',
  'Thanks, but Huang has moved',
  'Hi Huang wrong number',
  'done with Pacheco for good',
  'Ben Baker',
  '482',
])('%s: is none', (line) => expect(isSmallTalk(line, 'Ann Archer')).toBe(false));
