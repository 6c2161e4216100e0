/** What the flags of `beback import` and the settings say about how a file is to be read. */

import { usageFault } from '../domain/fault.ts';
import { encodingNamed, layoutNamed, mapFromFile } from '../operations/import/named-layout.ts';
import { type FileKind, type ImportOptions, REGISTRY_KIND } from '../operations/import/prepared-file.ts';
import { cut, safeForTerminal } from '../render/terminal-text.ts';
import type { DateOrder } from '../values/dates.ts';
import { dateOrderAsked } from './ask-date-order.ts';
import { askForMap } from './ask-for-map.ts';
import type { Context } from './context.ts';

export interface ImportFlags {
  readonly kind?: FileKind;
  readonly layout?: string;
  readonly map?: string;
  readonly dateOrder?: DateOrder;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** of a workbook */
  readonly sheet?: string;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  /** print the guess as a map instead of importing */
  readonly draftMap?: boolean;
  /** the name under which the map is kept in the settings */
  readonly saveMap?: string;
  /** where files go that went in */
  readonly moveTo?: string;
}

/** What holds for each file; a map learned for one file holds for the next ones. @throws Fault `usage` and the like for a flag that cannot be */
export function importOptions(
  context: Context,
  flags: ImportFlags,
  dryRun: boolean,
): (file: string) => ImportOptions {
  const { settings, terminal } = context;
  const forced = forcedLayout(context, flags);
  const encoding = flags.encoding === undefined ? undefined : encodingNamed(flags.encoding);
  const delimiter = delimiterOf(flags.delimiter);
  const learned: NonNullable<ImportOptions['forced']>[] = [];
  const canAsk = terminal.canAsk && !context.json;
  const reading = {
    country: { code: settings.store.country, given: settings.store.countryGiven },
    askDateOrder: dateOrderAsked(),
    ...(flags.dateOrder === undefined ? {} : { dateOrder: flags.dateOrder }),
  };
  return (file) => ({
    saved: [...settings.layouts, ...learned],
    dryRun,
    today: context.day,
    now: () => new Date(),
    dayOf: (instant) => context.dayOf(instant),
    timezone: settings.store.timezone,
    country: reading.country,
    by: context.actingName.name,
    acting: () => context.acting,
    replaces: flags.replace ?? false,
    plan: () => settings.plan,
    ask: canAsk ? (...about) => askForMap(context, about, learned, reading) : null,
    ...(canAsk && { askDateOrder: reading.askDateOrder }),
    ...(forced === undefined ? {} : { forced }),
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
    ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
    ...(flags.dateOrder === undefined ? {} : { dateOrder: flags.dateOrder }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(terminal.showsProgress ? { onProgress: progress(context, file) } : {}),
  });
}

function progress(context: Context, file: string): (rows: number) => void {
  let shownAt = Date.now();
  return (rows) => {
    const now = Date.now();
    if (now - shownAt < 100) return;
    shownAt = now;
    const counted = `${rows.toLocaleString('en-US')} rows`;
    // on one line, which the next one is written over
    const room = (process.stderr.columns || USUAL_WIDTH) - counted.length - 3;
    context.terminal.talk(`\r${cut(safeForTerminal(file), Math.max(room, 1))}: ${counted}\u001b[K`);
  };
}

const USUAL_WIDTH = 80;

function forcedLayout(context: Context, flags: ImportFlags): ImportOptions['forced'] {
  const { map, layout, kind } = flags;
  if (map !== undefined && layout !== undefined)
    throw usageFault('usage', '--map and --layout exclude each other', 'give one of them');
  if (map === undefined && layout === undefined) return undefined;
  if (kind === REGISTRY_KIND) {
    throw usageFault(
      'usage',
      `--kind ${kind} goes without --map and --layout`,
      'a copy of the do-not-call registry has one form; leave them away',
    );
  }
  return map === undefined ? layoutNamed(context.settings, layout ?? '') : mapFromFile(map, kind);
}

function delimiterOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const named: Record<string, string> = {
    tab: '\t',
    '\\t': '\t',
    comma: ',',
    semicolon: ';',
    pipe: '|',
    space: ' ',
  };
  const delimiter = named[text.toLowerCase()] ?? text;
  if (delimiter.length !== 1)
    throw usageFault(
      'usage',
      `--delimiter "${text}" is not one character`,
      'give one, or tab, comma, semicolon, pipe',
    );
  return delimiter;
}
