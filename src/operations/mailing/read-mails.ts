/** Salespeople's answers to their mailed lists, logged as if they had typed them. */

import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mayAskForNoCalls, readReply } from '../../contacts/read-reply.ts';
import { isSmallTalk } from '../../contacts/small-talk.ts';
import type { Acting } from '../../domain/acting.ts';
import type { Day } from '../../domain/day.ts';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import type { NewContact } from '../../domain/new-contact.ts';
import { isFolder } from '../../files/write-file.ts';
import { type MailHead, mailHead } from '../../mail/mail-head.ts';
import { senderOf, textOf } from '../../mail/received-mail.ts';
import type { MailRead } from '../../render/mails-read-as-text.ts';
import { callFacts, salespeopleById } from '../../store/call-facts.ts';
import type { Store } from '../../store/engine/store.ts';
import { asStoreFault } from '../../store/engine/store-fault.ts';
import { type AnsweredMail, answeredMail, noteReply, wasRead } from '../../store/replies.ts';
import { logEach } from '../../store/writing/contact-writer.ts';
import { ownerOf } from '../../touches/owner.ts';
import { salesInForce } from '../../touches/sales-in-force.ts';
import { standInOf } from '../../touches/stand-in.ts';
import { conventionalOrder } from '../../values/conventional-order.ts';
import { absencesOn } from '../absences.ts';
import type { Session } from '../session.ts';

export interface MailSession extends Session {
  /** who hands the mails in, at this moment */
  readonly acting: () => Acting;
  /** the day it was at an instant, by the store's clock */
  readonly dayOf: (instant: Date) => Day;
}

/** A list that comes back with notes is a few pages, and some pictures; of anything longer only the head is read. */
const LONGEST_MAIL_BYTES = 8 << 20;

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
    const read = await readOne(session, file).catch((error) => unread(session.store, error, isBox));
    mails.push({ file: name, ...read });
  }
  return { mails, isBox };
}

type ReadOne = Omit<MailRead, 'file'>;

/** One odd mail must not keep the others from being read; a file that was named and is not there is a mistake. */
function unread(store: Store, error: unknown, isBox: boolean): ReadOne {
  const fault = asStoreFault(error, store.name);
  if (fault instanceof Fault && (fault.exit === EXIT.tryAgain || (!isBox && fault.code === 'no-such-file')))
    throw fault;
  if (error instanceof Error && error.name === 'SqliteError') throw fault;
  const why = fault instanceof Error ? fault.message : String(fault);
  return { ...NOTHING, message_id: '', state: 'refused', why: `cannot be read: ${why}` };
}

const NOTHING = { salesperson: null, day: null, logged: [], not_understood: [] } as const;

/** What the head says decides whether the body is looked at: most mail in a mailbox is nobody's answer. */
async function readOne(session: MailSession, file: string | 0): Promise<ReadOne> {
  const { raw, isWhole } = await contentOf(file);
  const head = mailHead(raw);
  if (head === null) throw tooLarge('its head is longer than any mail’s');
  const { store: db } = session;
  const messageId = head.messageId ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`;
  const about = { ...NOTHING, message_id: messageId };
  if (head.isAutomatic) return { ...about, state: 'other', why: 'an automatic answer' };
  const list = answeredMail(db, head.answers);
  if (list === null) return { ...about, state: 'other', why: 'answers no list of ours' };
  const answer = { ...about, salesperson: list.salesperson.name, day: list.day };
  const from = await senderOf(head);
  if (from === null || !list.addresses.some((address) => address.toLowerCase() === from))
    return {
      ...answer,
      state: 'refused',
      why: `comes from ${from ?? 'nobody'}, not from whom the list was sent to`,
    };
  if (wasRead(db, messageId)) return { ...answer, state: 'read-before', why: null };
  if (!isWhole) throw tooLarge(`${file === 0 ? 'it' : file} is larger than an answer to a list`);
  const text = await textOf(raw, head);
  return { ...answer, state: 'logged', why: null, ...logReply(session, { ...head, messageId, text }, list) };
}

const tooLarge = (message: string): Fault => usageFault('too-large', message, 'is it a mail at all?');

/** What the mail says, and that it was read, in one transaction. */
function logReply(
  session: MailSession,
  { messageId, text, writtenAt }: Pick<MailHead, 'writtenAt'> & { messageId: string; text: string },
  list: AnsweredMail,
): Pick<MailRead, 'logged' | 'not_understood'> {
  const { store: db, settings } = session;
  const acting = session.acting();
  const on = dayOfCalls(session, writtenAt, list.day);
  const known = new Map<number, string | null>();
  // a number may stand in a mail as often as its writer likes
  const notTheirs = (id: number): string | null => {
    const before = known.get(id);
    const wrong = before === undefined ? isTheirs(session, id, list) : before;
    known.set(id, wrong);
    return wrong;
  };
  const { calls, notUnderstood } = readReply(
    text,
    on,
    conventionalOrder(settings.store.country),
    (id) => notTheirs(id) === null,
  );
  // greetings and thanks around what was understood are no calls that got lost
  const refused = notUnderstood
    .filter(({ text: words }) => calls.length === 0 || !isSmallTalk(words, list.salesperson.name))
    .map(({ line, text: words, why }) => ({ line, text: words, why }));
  const contacts = calls.flatMap((call, i): (NewContact & { line: number })[] => {
    const { customerId, outcome, note, nextOn: next, line } = call;
    const checked = notTheirs(customerId);
    const words = `${customerId} ${outcome.name}`;
    if (checked !== null) refused.push({ line, text: words, why: checked });
    const car = outcome.endsTouches === 'car' ? onlyCar(db, customerId, list) : null;
    if (checked === null && outcome.endsTouches === 'car' && car === null)
      refused.push({ line, text: words, why: 'they have several cars: say which with beback log' });
    if (checked === null && mayAskForNoCalls(call))
      refused.push({ line, text: `${words}: ${note}`, why: asksForNoCalls(customerId) });
    if (checked !== null || (outcome.endsTouches === 'car' && car === null)) return [];
    const source = `reply ${messageId} ${i + 1}`;
    const contact = {
      customerId,
      on,
      outcome: outcome.name,
      note,
      nextOn: next,
      source,
      staysTakenBack: true,
      line,
    };
    return [car === null ? contact : { ...contact, saleId: car }];
  });
  const person = { ...acting, by: list.salesperson.name, salespersonId: list.salesperson.id };
  return db
    .transaction(() => {
      const outcomes = logEach(db, person, contacts);
      outcomes.forEach((outcome, i) => {
        const { line = 0, customerId, outcome: name } = contacts[i] ?? {};
        if (outcome instanceof Fault)
          refused.push({ line, text: `${customerId} ${name}`, why: outcome.message });
      });
      const logged = contacts.flatMap(({ line, customerId, outcome, note, nextOn }, i) => {
        const result = outcomes[i];
        if (result === undefined || result instanceof Fault) return [];
        return { line, customer_id: customerId, on, outcome, note, next_on: nextOn, state: result.state };
      });
      if (logged.length === 0 && refused.length === 0)
        refused.push({ line: 1, text: '', why: 'there is nothing in it that could be read' });
      refused.sort((a, b) => a.line - b.line);
      noteReply(db, {
        messageId,
        mailId: list.id,
        at: acting.at,
        by: acting.by,
        logged: logged.length,
        notUnderstood: refused.length,
      });
      return { logged, not_understood: refused };
    })
    .immediate();
}

/** The day the answer was written, by the store's clock: not before the list it answers, nor after the day acted as. */
function dayOfCalls(session: MailSession, writtenAt: Date | null, ofList: Day): Day {
  if (writtenAt === null) return ofList;
  const written = session.dayOf(writtenAt);
  const latest = written > session.day ? session.day : written;
  return latest < ofList ? ofList : latest;
}

const asksForNoCalls = (customerId: number): string =>
  `logged, but nothing is blocked: if they asked not to be called, \`beback block ${customerId} call\``;

/** A slip in a number must not log a call to somebody else's customer. Gives what is wrong, or null. */
function isTheirs(
  { store: db, settings }: MailSession,
  customerId: number,
  { day, salesperson }: AnsweredMail,
): string | null {
  const [facts] = callFacts(db, [customerId]);
  if (facts === undefined) return `there is no customer #${customerId}`;
  const salespeople = salespeopleById(db);
  const owner = ownerOf(facts, salespeople, day);
  const absences = absencesOn({ store: db, settings, day }, salespeople);
  const standIn = standInOf(owner, facts, salespeople, absences, day);
  return owner === salesperson.id || standIn === salesperson.id ? null : `#${customerId} was not on the list`;
}

function onlyCar(db: Store, customerId: number, { day }: AnsweredMail): number | null {
  const [facts] = callFacts(db, [customerId]);
  const [car, other] = salesInForce(facts?.sales ?? [], day);
  return other === undefined ? (car?.id ?? null) : null;
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
