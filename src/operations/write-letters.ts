/** Writing the letters of a touch, each logged as sent when it was handed out. */

import { rmSync } from 'node:fs';
import type { Acting } from '../domain/acting.ts';
import type { Letterhead } from '../domain/letter.ts';
import { reasonInWords } from '../render/call-in-words.ts';
import { fillLetter, letterValues } from '../render/letter-text.ts';
import { salespeopleById } from '../store/call-facts.ts';
import { logContacts } from '../store/writing/contact-writer.ts';
import { firstServicesForTouches } from './first-services-asked.ts';
import { type LeftOut, type LettersMeant, type LetterToWrite, lettersToWrite } from './letters-to-write.ts';
import type { Scope } from './scope.ts';
import { planCalledBy, serviceCaller } from './service-caller.ts';
import type { Session } from './session.ts';

export interface LettersAsked {
  /** id of a touch of the plan */
  readonly touch: string;
  readonly scope: Scope;
  /** also whoever has had theirs */
  readonly again: boolean;
  readonly limit: LettersMeant['limit'];
  /** empty for a merge file, which has no text */
  readonly template: string;
  readonly letterhead: Letterhead;
  /** who sends them; null: they are only looked at, and nothing is logged */
  readonly acting: Acting | null;
}

export interface WholeLetter extends LetterToWrite {
  readonly text: string;
}
export interface IncompleteLetter {
  readonly id: number;
  readonly missing: readonly string[];
}

/** @returns the file that was written; null for none */
export type HandOut = (
  letters: readonly WholeLetter[],
  leftOut: LeftOut & { readonly incomplete: number; readonly waiting: number },
) => string | null;

export interface LettersWritten {
  readonly written: number;
  readonly leftOut: LeftOut;
  readonly incomplete: readonly IncompleteLetter[];
  /** customers left for a later day */
  readonly waiting: number;
}

/**
 * All of them in one transaction with what is logged of them: a letter that could not be handed out was not sent, and a
 * file of letters that could not be logged is taken away again.
 */
export function writeLetters(session: Session, asked: LettersAsked, handOut: HandOut): LettersWritten {
  const { store: db, settings, day } = session;
  const { acting } = asked;
  let file: string | null = null;
  const write = db.transaction((): LettersWritten => {
    const caller = serviceCaller(db, settings, salespeopleById(db), day);
    const { letters, leftOut, waiting } = lettersToWrite(db, {
      ...asked,
      plan: planCalledBy(settings.plan, caller),
      day,
      firstServices: firstServicesForTouches(settings, day),
    });
    const { whole, incomplete } = filled(letters, asked);
    if (acting !== null) logAsSent(session, acting, whole);
    file = handOut(whole, { ...leftOut, incomplete: incomplete.length, waiting });
    return { written: whole.length, leftOut, incomplete, waiting };
  });
  try {
    return acting === null ? write() : write.immediate();
  } catch (error) {
    if (file !== null) rmSync(file, { force: true });
    throw error;
  }
}

/** Nobody is sent a letter with a gap in it. */
function filled(
  letters: readonly LetterToWrite[],
  { template, letterhead }: LettersAsked,
): { readonly whole: readonly WholeLetter[]; readonly incomplete: readonly IncompleteLetter[] } {
  const whole: WholeLetter[] = [];
  const incomplete: IncompleteLetter[] = [];
  for (const one of letters) {
    const { text, missing } = fillLetter(template, letterValues(one.letter, letterhead));
    if (missing.length === 0) whole.push({ ...one, text });
    else incomplete.push({ id: one.letter.customer.id, missing });
  }
  return { whole, incomplete };
}

function logAsSent({ store, day: on }: Session, acting: Acting, letters: readonly LetterToWrite[]): void {
  if (letters.length === 0) return;
  logContacts(
    store,
    acting,
    letters.map(({ letter, ownerId, occurrence, source }) => ({
      customerId: letter.customer.id,
      on,
      outcome: 'letter',
      note: reasonInWords(occurrence),
      nextOn: null,
      salespersonId: ownerId,
      source,
    })),
  );
}
