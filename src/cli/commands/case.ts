/** `beback case`: somebody is about to leave us; what was heard, offered and promised, until it is put right. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import type { CaseOutcome, CaseRecord, Severity } from '../../domain/recovery-case.ts';
import { dayGiven } from '../../operations/days-given.ts';
import { showCase } from '../../operations/recovery-cases.ts';
import {
  type CaseChanged,
  closeCase,
  giveCaseTo,
  keepCasePromise,
  meetInCase,
  noteInCase,
  offerInCase,
  openCase,
  promiseInCase,
  putAmounts,
  reopenCase,
  updateCase,
} from '../../operations/work-on-case.ts';
import { caseAsText, stateInWords } from '../../render/case-as-text.ts';
import { counted } from '../../render/counted.ts';
import { oneLine, safeForTerminal } from '../../render/terminal-text.ts';
import { readMoney } from '../../values/numbers.ts';
import type { Context } from '../context.ts';

export interface OpenOptions {
  readonly severity: Severity;
  readonly own?: string;
  readonly ro?: string;
  readonly sale?: string;
}

export function runCaseOpen(
  context: Context,
  wanted: string,
  words: readonly string[],
  { severity, own, ro, sale }: OpenOptions,
): number {
  if (ro !== undefined && sale !== undefined)
    throw usageFault('usage', '--ro and --sale exclude each other', 'say what it is about: one of them');
  const opened = openCase(context.actingSession, wanted, {
    headline: words.join(' '),
    severity,
    own: own ?? null,
    repairOrder: ro ?? null,
    deal: sale ?? null,
  });
  tellCase(context, opened);
  if (opened.unknownOrder)
    context.terminal.talk(
      `No repair order ${safeForTerminal(opened.case.repair_order ?? '')} is on file yet: the number is kept as it is.\n`,
    );
  return EXIT.done;
}

export interface NoteOptions {
  readonly situation?: string;
  readonly needs?: string;
  readonly limits?: string;
}

export const runCaseNote = (context: Context, id: string, notes: NoteOptions): number =>
  tellCase(context, noteInCase(context.actingSession, caseId(id), notes));

export const runCaseOffer = (context: Context, id: string, words: readonly string[]): number =>
  tellCase(context, offerInCase(context.actingSession, caseId(id), words.join(' ')));

export function runCasePromise(
  context: Context,
  id: string,
  words: readonly string[],
  { due }: { readonly due: string },
): number {
  const dueOn = dayGiven(context, '--due', due, { on: context.day });
  return tellCase(
    context,
    promiseInCase(context.actingSession, caseId(id), { text: words.join(' '), dueOn }),
  );
}

export function runCaseKept(context: Context, id: string, n: string): number {
  const wanted = caseId(id);
  if (!/^[1-9]\d{0,5}$/.test(n))
    throw usageFault(
      'usage',
      `"${n}" is not the number of a promise`,
      `\`beback case show ${wanted}\` numbers them`,
    );
  return tellCase(context, keepCasePromise(context.actingSession, wanted, Number(n)));
}

export const runCaseUpdate = (
  context: Context,
  id: string,
  words: readonly string[],
  { cc }: { readonly cc?: string },
): number =>
  tellCase(context, updateCase(context.actingSession, caseId(id), { text: words.join(' '), cc: cc ?? null }));

export const runCaseMet = (context: Context, id: string, name: readonly string[]): number =>
  tellCase(context, meetInCase(context.actingSession, caseId(id), name.join(' ')));

export interface AmountOptions {
  readonly before?: string;
  readonly after?: string;
}

export const runCaseAmounts = (context: Context, id: string, { before, after }: AmountOptions): number =>
  tellCase(
    context,
    putAmounts(context.actingSession, caseId(id), {
      before: centsOf('--before', before),
      after: centsOf('--after', after),
    }),
  );

export const runCaseOwn = (context: Context, id: string, name: readonly string[]): number =>
  tellCase(context, giveCaseTo(context.actingSession, caseId(id), name.join(' ')));

export interface CloseOptions {
  readonly outcome: CaseOutcome;
  readonly apologised?: boolean;
}

export function runCaseClose(
  context: Context,
  id: string,
  { outcome, apologised = false }: CloseOptions,
): number {
  const closed = closeCase(context.actingSession, caseId(id), { outcome, apologised });
  tellCase(context, closed);
  const left = closed.case.promises.filter(({ state }) => state !== 'kept').length;
  if (left > 0)
    context.terminal.talk(`${counted(left, 'promise')} of it ${left === 1 ? 'was' : 'were'} not kept.\n`);
  return EXIT.done;
}

export const runCaseReopen = (context: Context, id: string): number =>
  tellCase(context, reopenCase(context.actingSession, caseId(id)));

export function runCaseShow(context: Context, id: string): number {
  const { session, terminal } = context;
  const found = showCase(session, caseId(id));
  if (context.json) context.printJson({ case: found });
  else terminal.print(caseAsText(found, caseTextOptions(context)));
  return EXIT.done;
}

export const caseTextOptions = ({ session, terminal }: Context) => ({
  on: session.day,
  width: terminal.width,
  styles: terminal.styles,
  country: session.settings.store.country,
});

function caseId(wanted: string): number {
  if (/^[1-9]\d{0,11}$/.test(wanted)) return Number(wanted);
  throw usageFault(
    'usage',
    `"${wanted}" is not the number of a case`,
    '`beback cases --all` lists them with their numbers',
  );
}

/** Nothing can be worth less than nothing. @throws Fault `bad-amount` */
function centsOf(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const { value } = readMoney(text);
  if (value !== null && value >= 0) return value;
  throw usageFault(
    'bad-amount',
    `${flag} ${text} is no amount`,
    `write it as ${flag} 250 or ${flag} 1,250.50`,
  );
}

function tellCase(context: Context, { entry, case: changed }: CaseChanged): number {
  if (context.json) context.printJson({ entry, case: changed });
  else context.tell(`${changedInWords(changed, context)}\n`);
  return EXIT.done;
}

/** `case 5 of #482 Ann Lee (kept three days, no call): new, opened on Nov 21; answer by Nov 23` */
function changedInWords(one: CaseRecord, { day, settings }: Context): string {
  const { customer, headline } = one;
  return safeForTerminal(
    `case ${one.id} of #${customer.id} ${customer.name} (${oneLine(headline)}): ${stateInWords(one, day, settings.store.country)}`,
  );
}
