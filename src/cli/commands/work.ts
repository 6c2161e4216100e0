/** `beback work`: the salesperson's day, one customer on the screen at a time. */

import type { CallList } from '../../domain/call-list.ts';
import type { Day } from '../../domain/day.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { dayIn, futureContact } from '../../operations/days-given.ts';
import { assistingInWords, nameOne } from '../../operations/for-whom.ts';
import { lastExport } from '../../operations/past-imports.ts';
import { promisesIn } from '../../operations/promise-contact.ts';
import type { Scope } from '../../operations/scope.ts';
import { openDesk } from '../../operations/work-desk.ts';
import { counted } from '../../render/counted.ts';
import { dayInFull } from '../../render/day-text.ts';
import { noticesInBrief } from '../../render/notice-in-words.ts';
import { inLines, noticeTexts } from '../../render/notice-lines.ts';
import { noCallsInWords, restInWords, waitingInBrief } from '../../render/share-in-words.ts';
import { staleInWords } from '../../render/stale-in-words.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { workDoneAsText } from '../../render/work-done-as-text.ts';
import { runScreen } from '../../screen/run-screen.ts';
import { startWork } from '../../screen/work-session.ts';
import type { Reading } from '../../screen/work-state.ts';
import { isTerminal } from '../../terminal/is-terminal.ts';
import { hangUp } from '../../terminal/signals.ts';
import type { Context } from '../context.ts';
import { limitOf } from '../limit.ts';
import { scopeOf } from '../scope.ts';

export interface WorkOptions {
  readonly for?: string;
  readonly limit?: string;
}

/** @throws Fault `no-terminal` where nobody can press a key, `usage` where it is not said whose list, `future-contact` */
export async function runWork(context: Context, options: WorkOptions): Promise<number> {
  refuseWithoutTerminal(context);
  // what is done is logged: a list that nobody can log on is no use
  const { store, settings, day, terminal } = context;
  const early = futureContact(context.actingSession, day);
  if (early !== null) throw early;
  const scope = listToWork(context, options);
  const limit = limitOf(options.limit);
  const forWhom = assistedOn(scope, context, options);
  const acting = () => context.actingFor(forWhom);
  void acting();
  const desk = openDesk({ store, settings, day }, { scope, limit }, acting);
  const list = desk.list();
  if (list.calls.length === 0) {
    terminal.print(noticesOf(list, context) + nothingToCall(list, day, settings.store.country));
    return EXIT.done;
  }
  const due = list.calls.map(({ customer }) => customer.id);
  const reading: Reading = {
    on: day,
    country: settings.store.country,
    dayIn: (text) => dayIn(context, text, day),
    promisesIn: (note) => promisesIn(context, note, day),
  };
  const worked = desk.done().map(({ customerId }) => customerId);
  const { country, timezone } = settings.store;
  const imported = lastExport({ store, settings, day })?.on ?? null;
  const notice = [noticesInBrief(list.notices), staleInWords(imported, day, country)]
    .filter(Boolean)
    .join(' ');
  const end = await runScreen(startWork(reading, due, desk.place(), worked, notice), {
    desk,
    styles: terminal.styles,
    country,
    now: () => {
      const at = new Date();
      return context.dayOf(at) === day ? { at, timezone } : null;
    },
    salesperson: list.salesperson?.name ?? null,
    as: actingFor(list, context),
    waiting: list,
  });
  if (end.why === 'gone') {
    context.close();
    hangUp(true);
  }
  if (end.why === 'interrupted') return EXIT.interrupted;
  terminal.print(workDoneAsText(desk.done(), end.skipped));
  if (end.why === 'quit' && end.left > 0)
    terminal.print(`${counted(end.left, 'customer')} left: \`beback work\` goes on where you stopped.\n`);
  return EXIT.done;
}

/** What a list has to tell although nobody is to be called. */
const noticesOf = ({ notices }: CallList, { day, terminal, settings: { store } }: Context): string =>
  inLines(noticeTexts(notices, { on: day, country: store.country, atMost: null }), terminal.width)
    .map((line) => `${line}\n`)
    .join('');

function nothingToCall(list: CallList, day: Day, country: string): string {
  if (list.covered_by !== null) return `${safeForTerminal(noCallsInWords(list))}\n`;
  if (waitingInBrief(list) === '') return `No calls due on ${dayInFull(day, country)}.\n`;
  return `${noCallsInWords(list)} ${restInWords(list, day)}. Go on with them: \`beback work --limit none\`.\n`;
}

function refuseWithoutTerminal({ json, terminal }: Context): void {
  if (!json && isTerminal(0) && terminal.width !== null) return;
  throw usageFault(
    'no-terminal',
    '`beback work` needs a terminal to show the calls and to read keys',
    'print the list with `beback today`, and log what came of it with `beback log`',
  );
}

function listToWork(context: Context, options: WorkOptions): Exclude<Scope, { of: 'all' }> {
  const scope = scopeOf(context, options);
  if (scope.of !== 'all') return scope;
  const { actor } = context;
  const [assisted] = actor?.assists ?? [];
  if (actor !== null && assisted !== undefined)
    throw usageFault('usage', `${assistingInWords(actor)}: whose list is it?`, nameOne(assisted));
  throw usageFault(
    'usage',
    'whose list is it?',
    'name the salesperson: --for NAME, or say who you are: --as NAME or BEBACK_AS',
  );
}

/** An assistant logs on the list of whom they assist for them; as `Context.actingFor` takes it. */
function assistedOn(scope: Scope, { actor }: Context, options: WorkOptions): string | null | undefined {
  if (scope.of !== 'one' || actor === null || actor.assists === null) return undefined;
  const isTheirs = actor.assists.some(({ id }) => id === scope.salespersonId);
  // who sells too may help out on any list, under their own name
  return actor.person !== null && !isTheirs ? undefined : (options.for ?? null);
}

/** Who logs, where that is not the one whose list it is. */
function actingFor({ salesperson }: CallList, context: Context): string | null {
  const { by } = context.acting;
  return by === salesperson?.name ? null : safeForTerminal(by);
}
