/** `beback imports`: what was imported, and what was wrong with it. */

import { basename } from 'node:path';
import { EXIT } from '../../domain/fault.ts';
import { type PastProblem, pastImport, pastImports } from '../../operations/past-imports.ts';
import { problemInWords } from '../../render/problem-in-words.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { textTable } from '../../render/text-table.ts';
import type { Context } from '../context.ts';

export function runImports(context: Context): number {
  const imports = pastImports(context.session);
  if (context.json) {
    context.printJson({ imports });
    return EXIT.done;
  }
  const { width, styles, print } = context.terminal;
  if (imports.length === 0) {
    print('Nothing was imported yet: beback import FILE\n');
    return EXIT.done;
  }
  const number = (title: string, priority: number) => ({
    title,
    priority,
    minWidth: title.length,
    align: 'right' as const,
  });
  print(
    textTable(
      [
        number('Id', 9),
        { title: 'When', priority: 7, minWidth: 16 },
        { title: 'File', priority: 8, minWidth: 24, maxWidth: 40, grow: true, wrap: true },
        { title: 'Kind', priority: 3, minWidth: 5 },
        { title: 'Layout', priority: 4, minWidth: 8 },
        number('Rows', 6),
        number('New', 6),
        number('Changed', 5),
        number('Same', 5),
        number('Skipped', 4),
        number('Rejected', 6),
        { title: 'By', priority: 2, minWidth: 4 },
      ],
      imports.map((one) => [
        String(one.id),
        context.localTime(one.started_at),
        // the end of a path is what tells one from the other; a pipe gets all of it
        width === null ? one.file : basename(one.file),
        one.kind,
        one.layout,
        ...[one.rows, one.new, one.changed, one.same, one.skipped, one.rejected].map(String),
        one.by,
      ]),
      { width, style: styles },
    ),
  );
  return EXIT.done;
}

const WEIGHT = { rejected: 0, warning: 1, skipped: 2 } as const;

/** What has to be mended first, what was left out on purpose last. */
const byWeight = (a: PastProblem, b: PastProblem): number =>
  WEIGHT[a.outcome] - WEIGHT[b.outcome] || a.line - b.line;

export function runImportsShow(context: Context, wanted: string): number {
  const { found, outcomes, problems } = pastImport(context.session, wanted);
  if (context.json) {
    context.printJson({ ...found, outcomes: outcomes(), problems });
    return EXIT.done;
  }
  const { styles, print } = context.terminal;
  const counts = `${found.rows} rows: ${found.new} new, ${found.changed} changed, ${found.same} same, ${found.skipped} skipped, ${found.rejected} rejected`;
  const lines = [
    `${styles.bold(`Import ${found.id}`)}  ${safeForTerminal(found.file)}  ${found.kind} as ${found.layout}, ${found.encoding}`,
    `  ${context.localTime(found.started_at)} by ${safeForTerminal(found.by)}; delivery counted as of ${context.localTime(found.delivered_at)}`,
    `  sha-256 ${found.sha256}`,
    `  ${counts}`,
    ...[...problems].sort(byWeight).flatMap((problem) => {
      const line = `  line ${problem.line} ${problem.outcome} (${problem.code}): ${problemInWords(problem)}`;
      return problem.raw === null ? [line] : [line, styles.dim(`    ${safeForTerminal(problem.raw)}`)];
    }),
  ];
  print(`${lines.join('\n')}\n`);
  return EXIT.done;
}
