/** What came of a call as a tap in a mail: each a mail that is written already, and has only to be sent. */

import { listMark, type PlacedCall, placedAnswer } from '../domain/answer-mark.ts';
import { type OutcomeName, outcomeNamed } from '../domain/contact.ts';

export interface AnswerLinks {
  /** where answers go */
  readonly address: string;
  /** of the mail that holds them, without angle brackets */
  readonly messageId: string;
}

export interface AnswerLink {
  readonly label: string;
  readonly href: string;
}

/** What most calls end in, the most frequent first; whatever else came of it is typed. */
const TAPPED: Partial<Readonly<Record<OutcomeName, string>>> = {
  voicemail: 'Voicemail',
  'no-answer': 'No answer',
  talked: 'Talked',
  appointment: 'Appointment',
  'not-interested': 'Not interested',
  'wrong-number': 'Wrong number',
};

/** RFC 6068: of the customer nothing is in it but their number, and nothing at all in the subject. */
export const answerLinks = ({ address, messageId }: AnswerLinks, call: PlacedCall): AnswerLink[] =>
  Object.entries(TAPPED).flatMap(([name, label]) => {
    const letter = outcomeNamed(name)?.letter;
    if (letter == null) return [];
    const subject = encodeURIComponent(listMark(messageId));
    const body = encodeURIComponent(placedAnswer(messageId, call, letter));
    return [{ label, href: `mailto:${encodedAddress(address)}?subject=${subject}&body=${body}` }];
  });

/** The @ stands for itself; what else an address may hold must not end it. */
const encodedAddress = (address: string): string => address.split('@').map(encodeURIComponent).join('@');
