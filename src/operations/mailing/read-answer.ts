/** A salesperson's answer to a mailed list, logged as if they had typed it. */

import { createHash } from 'node:crypto';
import type { AnsweredText } from '../../contacts/new-text.ts';
import { mayAskForNoCalls, readReply } from '../../contacts/read-reply.ts';
import { isSmallTalk } from '../../contacts/small-talk.ts';
import type { Acting } from '../../domain/acting.ts';
import { listNamedIn, placeSeal } from '../../domain/answer-mark.ts';
import type { Day } from '../../domain/day.ts';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import type { AnswerReport } from '../../domain/mail.ts';
import type { NewContact } from '../../domain/new-contact.ts';
import { callerOf, listIdOf } from '../../lists/call-lists.ts';
import { type MailHead, mailHead } from '../../mail/mail-head.ts';
import { senderOf, subjectOf, textOf } from '../../mail/received-mail.ts';
import type { MailRead } from '../../render/mails-read-as-text.ts';
import { callFacts, salespeopleById } from '../../store/call-facts.ts';
import type { Store } from '../../store/engine/store.ts';
import { asStoreFault } from '../../store/engine/store-fault.ts';
import { planReport } from '../../store/mail-ledger.ts';
import { type AnsweredMail, answeredMail, markedMail, noteReply, wasRead } from '../../store/replies.ts';
import { logEach } from '../../store/writing/contact-writer.ts';
import { dueTouches } from '../../touches/due-touches.ts';
import { ownerOf } from '../../touches/owner.ts';
import { salesInForce } from '../../touches/sales-in-force.ts';
import { standInOf } from '../../touches/stand-in.ts';
import { conventionalOrder } from '../../values/conventional-order.ts';
import { absencesOn } from '../absences.ts';
import { planCalledBy, serviceCaller } from '../service-caller.ts';
import type { Session } from '../session.ts';
import { standInsOn } from '../stand-ins.ts';
import { newMessageId } from './day-mails.ts';

export interface MailSession extends Session {
  /** who hands the mails in, at this moment */
  readonly acting: () => Acting;
  /** the day it was at an instant, by the store's clock */
  readonly dayOf: (instant: Date) => Day;
}

/** A list that comes back with notes is a few pages, and some pictures; of anything longer only the head is read. */
export const LONGEST_MAIL_BYTES = 8 << 20;

export interface RawMail {
  /** as it is named in messages */
  readonly name: string;
  readonly raw: Buffer;
  /** false for a mail that is too long: of that the beginning must do */
  readonly isWhole: boolean;
}

export type AnswerRead = Omit<MailRead, 'file'>;

const NOTHING = { salesperson: null, day: null, logged: [], not_understood: [] } as const;

/** One odd mail must not keep the others from being read. @throws what keeps every mail from being read: a busy database */
export function unreadAnswer(store: Store, error: unknown): AnswerRead {
  const fault = asStoreFault(error, store.name);
  if (fault instanceof Fault && fault.exit === EXIT.tryAgain) throw fault;
  if (error instanceof Error && error.name === 'SqliteError') throw fault;
  const why = fault instanceof Error ? fault.message : String(fault);
  return { ...NOTHING, message_id: '', state: 'refused', why: `cannot be read: ${why}` };
}

/** Whether it answers a list of ours, by whomever: only of such a mail more than the head is looked at. */
export async function isAnswer(store: Store, raw: Buffer): Promise<boolean> {
  const head = mailHead(raw);
  return head !== null && !head.isAutomatic && (await listAnswered(store, head)) !== null;
}

/** A tap in a list writes a mail of its own, which is a reply to none: its subject names the list. */
async function listAnswered(db: Store, head: MailHead): Promise<AnsweredMail | null> {
  if (head.answers.length > 0) return answeredMail(db, head.answers);
  const mark = listNamedIn(await subjectOf(head));
  return mark === null ? null : markedMail(db, mark);
}

/**
 * What the head says decides whether the body is looked at: most mail in a mailbox is nobody's answer.
 * @throws Fault `too-large`, and the parser's own error for a body that is none
 */
export async function readAnswer(session: MailSession, { name, raw, isWhole }: RawMail): Promise<AnswerRead> {
  const head = mailHead(raw);
  if (head === null) throw tooLarge('its head is longer than any mail’s');
  const { store: db } = session;
  const messageId = head.messageId ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`;
  const about = { ...NOTHING, message_id: messageId };
  if (head.isAutomatic) return { ...about, state: 'other', why: 'an automatic answer' };
  const list = await listAnswered(db, head);
  if (list === null) return { ...about, state: 'other', why: 'answers no list of ours' };
  const answer = { ...about, salesperson: list.salesperson.name, day: list.day };
  const from = senderOf(head);
  if (from === null || !list.addresses.some((address) => address.toLowerCase() === from))
    return {
      ...answer,
      state: 'refused',
      why: `comes from ${from ?? 'nobody'}, not from whom the list was sent to`,
    };
  if (head.isForged)
    return { ...answer, state: 'refused', why: 'the mail server that took it in found it forged' };
  if (wasRead(db, messageId)) return { ...answer, state: 'read-before', why: null };
  if (!isWhole) {
    const report = { logged: [], not_understood: [{ line: 1, text: '', why: TOO_LARGE }] };
    reportBack(session, { messageId, from, at: session.acting().at, report }, list);
    throw tooLarge(`${name} is larger than an answer to a list`);
  }
  const text = await textOf(raw, head);
  const { writtenAt } = head;
  const read = logReply(session, { messageId, from, writtenAt, text }, list);
  // another run may have been quicker
  return read === null
    ? { ...answer, state: 'read-before', why: null }
    : { ...answer, state: 'logged', why: null, ...read };
}

const TOO_LARGE = 'it is longer than 8 MB, so nothing of it was read: answer without the pictures';

const tooLarge = (message: string): Fault => usageFault('too-large', message, 'is it a mail at all?');

interface Reply extends Pick<MailHead, 'writtenAt'> {
  readonly messageId: string;
  /** one of the addresses of whom the list was sent to */
  readonly from: string;
  readonly text: string;
}

/** What the mail says, that it was read, and that its writer is to be told, in one transaction. Null when it was read before. */
function logReply(
  session: MailSession,
  { messageId, from, text, writtenAt }: Reply,
  list: AnsweredMail,
): Pick<MailRead, 'logged' | 'not_understood'> | null {
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
    { holds: (id) => notTheirs(id) === null, sealOf: (call) => placeSeal(list.messageId, call) },
    answeredText(settings, list),
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
      if (wasRead(db, messageId)) return null;
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
      const report = { logged, not_understood: refused };
      if (refused.length > 0) reportBack(session, { messageId, from, at: acting.at, report }, list);
      return report;
    })
    .immediate();
}

/** Only where we send, and said that answers are read. An automatic mail is no answer, so none is answered. */
function reportBack(
  { store, settings }: MailSession,
  answer: {
    readonly messageId: string;
    readonly from: string;
    readonly at: string;
    readonly report: AnswerReport;
  },
  { day, salesperson }: AnsweredMail,
): void {
  if (!settings.mail.enabled || !settings.mail.answers) return;
  const mail = {
    day,
    salespersonId: salesperson.id,
    address: answer.from,
    messageId: newMessageId(settings, day, 'report'),
    answerId: answer.messageId,
    report: JSON.stringify(answer.report),
  };
  planReport(store, mail, answer.at);
}

const answeredText = (
  { store, mail }: MailSession['settings'],
  { salesperson }: AnsweredMail,
): AnsweredText => ({
  salesperson: salesperson.name,
  senders: store.name === null ? [] : [store.name],
  addresses: [mail.from, mail.replyTo].flatMap((address) => (address === null ? [] : address.toLowerCase())),
});

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
  const stand = standInsOn(db, salespeople, day);
  const absences = absencesOn({ store: db, settings, day }, salespeople);
  const plan = planCalledBy(settings.plan, serviceCaller(db, settings, salespeople, day));
  // whatever was said since the list was sent
  const { reasons } = dueTouches(plan, { ...facts, contacts: [] }, day);
  const lists = reasons.map((reason) => listIdOf(reason, owner, salespeople, day));
  const callers = [
    owner,
    standInOf(owner, facts, salespeople, absences, day),
    ...[owner, ...lists].map((id) => callerOf(id, stand)),
  ];
  return callers.includes(salesperson.id) ? null : `#${customerId} was not on the list`;
}

function onlyCar(db: Store, customerId: number, { day }: AnsweredMail): number | null {
  const [facts] = callFacts(db, [customerId]);
  const [car, other] = salesInForce(facts?.sales ?? [], day);
  return other === undefined ? (car?.id ?? null) : null;
}
