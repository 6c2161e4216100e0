/** `beback log`: what came of a call, by one customer and outcome, by the codes of a sheet, or by the sheet itself. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { logTyped, type MoreOfContact } from '../../operations/log-contacts.ts';
import { loggedAsText } from '../../render/logged-as-text.ts';
import type { Context } from '../context.ts';

export interface LogFlags extends MoreOfContact {
  readonly sheet?: string;
  /** of a workbook that is read back, the name of its sheet */
  readonly tab?: string;
}

/** Whose it is may be said of a whole sheet. */
const WITH_A_SHEET: ReadonlySet<string> = new Set(['sheet', 'tab', 'for']);

export async function runLog(context: Context, words: readonly string[], flags: LogFlags): Promise<number> {
  if (flags.sheet !== undefined) {
    if (words.length > 0 || Object.keys(flags).some((flag) => !WITH_A_SHEET.has(flag)))
      throw usageFault('usage', '--sheet says itself what is to be logged', 'give the file alone');
    return (await import('./log-sheet.ts')).runLogSheet(context, flags.sheet, flags.tab);
  }
  if (flags.tab !== undefined)
    throw usageFault('usage', '--tab names a sheet of a workbook', 'name the workbook: --sheet calls.xlsx');
  const { actingSession } = context;
  const lines = logTyped(actingSession, words, flags);
  if (context.json)
    context.printJson({
      logged: lines.map(({ phones: _, before: __, given_up: ___, comes_back, ...line }) => ({
        ...line,
        again_on: comes_back?.on ?? null,
      })),
    });
  else {
    const { day: on, settings } = actingSession;
    context.tell(
      loggedAsText(lines, { on, country: settings.store.country, styles: context.terminal.styles }),
    );
  }
  const [only] = lines;
  if (only !== undefined && lines.length === 1 && only.note !== null && only.next_on === null) {
    const { offerPromise } = await import('../offer-promise.ts');
    await offerPromise(context, only.customer.id, only.note, only.on);
  }
  return EXIT.done;
}
