/** What kept a mail from going out, said, and the exit code of it. */

import { EXIT } from '../domain/fault.ts';
import type { Answer, Obstacle } from '../domain/mail.ts';
import { ANSWERS_IN_WORDS, obstacleInWords } from '../render/sending-in-words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { complain } from './tell-mails-due.ts';

const WORTH_ANOTHER_TRY: ReadonlySet<Answer['kind']> = new Set(['later', 'lost']);

/** @param what as it is called in the line: `test mail to me@example.com` */
export function tellTrouble(
  terminal: Terminal,
  what: string,
  server: string,
  trouble: { readonly obstacle: Obstacle } | { readonly answer: Answer },
): number {
  if ('obstacle' in trouble) {
    complain(terminal, obstacleInWords(server, trouble.obstacle));
    return trouble.obstacle.needsPerson ? EXIT.needsLook : EXIT.tryAgain;
  }
  const { kind, text } = trouble.answer;
  complain(terminal, `${what}: ${ANSWERS_IN_WORDS[kind]}: ${text}`);
  return WORTH_ANOTHER_TRY.has(kind) ? EXIT.tryAgain : EXIT.needsLook;
}
