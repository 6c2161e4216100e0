/** `beback undo`: takes back the last thing I logged, or one entry of the journal; the trace stays. */

import { customerName } from '../../domain/customer.ts';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { entryInWords } from '../../render/entry-in-words.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { CallDetails } from '../../store/call-details.ts';
import { undoEntry, undoLast } from '../../store/writing/entry-log.ts';
import type { Context } from '../context.ts';

export function runUndo(
  context: Context,
  wanted: string | undefined,
  flags: { readonly why?: string },
): number {
  const { store: db, acting } = context;
  const entries =
    wanted === undefined
      ? undoLast(db, acting, flags.why ?? null)
      : [undoEntry(db, acting, entryNumber(wanted), flags.why ?? null)];
  const details = new CallDetails(db);
  const undone = entries.map((entry) => {
    const { customer_id: id } = entry;
    return { ...entry, customer: id === null ? null : { id, name: customerName(details.customer(id)) } };
  });
  if (context.json) context.printJson({ undone: undone.length === 1 ? undone[0] : undone });
  else
    for (const { customer, ...entry } of undone) {
      const whose = customer === null ? '' : `#${customer.id} ${customer.name}: `;
      context.tell(`Taken back: entry ${entry.id}, ${safeForTerminal(`${whose}${entryInWords(entry)}`)}\n`);
    }
  return EXIT.done;
}

function entryNumber(text: string): number {
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  throw usageFault('usage', `"${text}" is not an entry`, '`beback journal` lists them with their numbers');
}
