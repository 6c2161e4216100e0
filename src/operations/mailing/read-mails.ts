/** Answers to the mailed lists in files: mails, Maildirs, folders of mails. */

import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, usageFault } from '../../domain/fault.ts';
import { isFolder } from '../../files/write-file.ts';
import type { MailRead } from '../../render/mails-read-as-text.ts';
import { LONGEST_MAIL_BYTES, type MailSession, readAnswer, unreadAnswer } from './read-answer.ts';

export interface MailsRead {
  readonly mails: readonly MailRead[];
  /** a whole mailbox was read: in somebody's mailbox there is other mail, too */
  readonly isBox: boolean;
}

/**
 * @param paths of mails (.eml), Maildirs, folders of .eml files; `-` = standard input
 * @throws Fault `no-such-file` for a mail that was named; `db-busy` (75)
 */
export async function readMails(session: MailSession, paths: readonly string[]): Promise<MailsRead> {
  const files = paths.flatMap((path): (string | 0)[] => (path === '-' ? [0] : mailsIn(path)));
  const isBox = paths.some(isMailbox);
  const mails: MailRead[] = [];
  for (const file of files) {
    const name = file === 0 ? '-' : file;
    const read = await contentOf(file)
      .then((content) => readAnswer(session, { name: file === 0 ? 'it' : file, ...content }))
      .catch((error) => {
        // a file that was named and is not there is a mistake
        if (!isBox && error instanceof Fault && error.code === 'no-such-file') throw error;
        return unreadAnswer(session.store, error);
      });
    mails.push({ file: name, ...read });
  }
  return { mails, isBox };
}

const isMailbox = (path: string): boolean => path !== '-' && isFolder(path);

/** Of a Maildir what is new and what was seen, of another folder its .eml files, in the order of their names. */
function mailsIn(path: string): string[] {
  if (!isFolder(path)) return [path];
  const inside = (folder: string, wanted: RegExp): string[] =>
    isFolder(folder)
      ? readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isFile() && wanted.test(entry.name))
          .map(({ name }) => join(folder, name))
          .sort()
      : [];
  const maildir = [...inside(join(path, 'new'), /^[^.]/), ...inside(join(path, 'cur'), /^[^.]/)];
  return maildir.length > 0 ? maildir : inside(path, /^[^.].*\.eml$/i);
}

/** `isWhole` is false for a mail that is too long: of that the beginning must do. */
async function contentOf(file: string | 0): Promise<{ raw: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of file === 0 ? process.stdin : createReadStream(file)) {
      if (bytes <= LONGEST_MAIL_BYTES) chunks.push(chunk);
      bytes += chunk.length;
      // a pipe is read to its end, or whoever writes into it fails
      if (file !== 0 && bytes > LONGEST_MAIL_BYTES) break;
    }
  } catch {
    throw usageFault(
      'no-such-file',
      `${file === 0 ? 'standard input' : file} cannot be read`,
      'name a mail (.eml), a Maildir, or - for standard input',
    );
  }
  return { raw: Buffer.concat(chunks), isWhole: bytes <= LONGEST_MAIL_BYTES };
}
