/** `beback runs`: what ran, when, and how it went. */

import { EXIT } from '../../domain/fault.ts';
import { recentRuns } from '../../operations/run-log.ts';
import { textTable } from '../../render/text-table.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../whole-number.ts';

export function runRuns(context: Context, flags: { readonly limit?: string }): number {
  const { session, terminal } = context;
  const runs = recentRuns(session, wholeNumber('--limit', flags.limit) ?? 30);
  if (context.json) {
    context.printJson({ runs });
    return EXIT.done;
  }
  if (runs.length === 0) {
    terminal.print('Nothing ran yet.\n');
    return EXIT.done;
  }
  terminal.print(
    textTable(
      [
        { title: 'Run', align: 'right', priority: 6, minWidth: 4 },
        { title: 'Command', priority: 9, minWidth: 8 },
        { title: 'Started', priority: 8, minWidth: 16 },
        { title: 'Seconds', align: 'right', priority: 5, minWidth: 7 },
        { title: 'Exit', align: 'right', priority: 10, minWidth: 4 },
        { title: 'What', priority: 7, minWidth: 16, grow: true },
        { title: 'By', priority: 4, minWidth: 8, maxWidth: 20 },
      ],
      runs.map((run) => [
        `${run.id}`,
        run.command,
        context.localTime(run.started_at),
        run.finished_at === null
          ? ''
          : ((Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000).toFixed(1),
        run.exit_code === null ? '' : `${run.exit_code}`,
        run.finished_at === null ? 'still running, or died' : (run.fault ?? countsInWords(run.counts)),
        run.by,
      ]),
      { width: terminal.width, style: terminal.styles },
    ),
  );
  return EXIT.done;
}

const countsInWords = (counts: Readonly<Record<string, number>> | null): string =>
  Object.entries(counts ?? {})
    .map(([what, count]) => `${count} ${what.replaceAll('_', ' ')}`)
    .join(', ');
