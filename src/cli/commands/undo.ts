/** `beback undo`: takes back the last thing I logged, or one entry of the journal; the trace stays. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { undoEntries } from '../../operations/undo-entries.ts';
import { entryInWords } from '../../render/entry-in-words.ts';
import { cameBackAsText } from '../../render/handover-as-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';

export function runUndo(
  context: Context,
  wanted: string | undefined,
  flags: { readonly why?: string },
): number {
  const { actingSession } = context;
  const done = undoEntries(
    actingSession,
    wanted === undefined ? null : entryNumber(wanted),
    flags.why ?? null,
  );
  const { entry, undone, together, kept } = done;
  if (context.json)
    context.printJson({ entry, undone, ...(together.length === 0 ? {} : { together }), kept });
  else {
    for (const { customer, ...entry } of [...together, undone]) {
      const whose = customer === null ? '' : `#${customer.id} ${customer.name}: `;
      context.tell(
        `Taken back: entry ${entry.id}, ${safeForTerminal(`${whose}${entryInWords(entry, context.day, context.settings.store.country)}`)}\n`,
      );
    }
    context.tell(cameBackAsText(done));
  }
  return kept.length === 0 ? EXIT.done : EXIT.needsLook;
}

function entryNumber(text: string): number {
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  throw usageFault('usage', `"${text}" is not an entry`, '`beback journal` lists them with their numbers');
}
