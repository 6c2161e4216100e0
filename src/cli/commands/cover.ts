/** `beback cover`: somebody makes another's calls for a while; `beback covers`: who does, and who will. */

import { EXIT, usageFault } from '../../domain/fault.ts';
import { type CoverDone, coverCalls, endCover, listCovers } from '../../operations/cover-calls.ts';
import { coverEndInWords, coverInWords, coversAsText } from '../../render/covers-as-text.ts';
import { dayInShort } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';

export interface CoverFlags {
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
  readonly why?: string;
}

export function runCover(context: Context, of: string, flags: CoverFlags): number {
  const { actingSession: session } = context;
  const { left_on, ...done } = coverCalls(session, {
    of,
    by: given(flags, 'by'),
    from: context.dayIn('--from', given(flags, 'from')),
    to: context.dayIn('--to', given(flags, 'to')),
    why: flags.why ?? null,
  });
  tell(context, done, coverInWords);
  if (left_on !== null)
    context.terminal.talk(
      `${safeForTerminal(done.cover.by.name)} is gone from ${dayInShort(left_on, session.day, session.settings.store.country)} on: from then ${safeForTerminal(done.cover.of.name)} is not covered.\n`,
    );
  return EXIT.done;
}

export function runCoverEnd(context: Context, wanted: string): number {
  if (!/^[1-9]\d{0,11}$/.test(wanted))
    throw usageFault(
      'usage',
      `"${wanted}" is not the number of a cover`,
      '`beback covers` lists them with their numbers',
    );
  tell(context, endCover(context.actingSession, Number(wanted)), coverEndInWords);
  return EXIT.done;
}

export function runCovers(context: Context): number {
  const { session, terminal } = context;
  const covers = listCovers(session);
  const { day: on } = session;
  if (context.json) context.printJson({ on, covers });
  else
    terminal.print(
      coversAsText(covers, {
        on,
        width: terminal.width,
        styles: terminal.styles,
        country: session.settings.store.country,
      }),
    );
  return EXIT.done;
}

function tell(context: Context, { entry, cover }: CoverDone, inWords: typeof coverInWords): void {
  if (context.json) context.printJson({ entry, cover });
  else
    context.tell(
      `${safeForTerminal(inWords(cover, context.day, context.settings.store.country))}.\n\`beback undo ${entry}\` takes it back.\n`,
    );
}

function given(flags: CoverFlags, flag: 'by' | 'from' | 'to'): string {
  const text = flags[flag];
  if (text !== undefined && text.trim() !== '') return text;
  throw usageFault(
    'usage',
    {
      by: 'it is not said who covers',
      from: 'it is not said from which day on',
      to: 'it is not said until which day',
    }[flag],
    'beback cover "Dana Reyes" --by "Maria Delgado" --from mon --to fri',
  );
}
