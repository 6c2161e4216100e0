/** What the flags of `beback import` and the settings say about how a file is to be read. */

import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { usageFault } from '../domain/fault.ts';
import type { Kind } from '../importing/fields.ts';
import { BUILT_IN_LAYOUTS } from '../importing/layouts/built-in.ts';
import { readMap } from '../importing/map-file.ts';
import type { Layout } from '../importing/mapping.ts';
import { type FileKind, type ImportOptions, REGISTRY_KIND } from '../operations/import/prepared-file.ts';
import { ENCODINGS, type Encoding } from '../rows/source-file.ts';
import type { DateOrder } from '../values/dates.ts';
import { askForMap } from './ask-for-map.ts';
import type { Context } from './context.ts';

export interface ImportFlags {
  readonly kind?: FileKind;
  readonly layout?: string;
  readonly map?: string;
  readonly dateOrder?: DateOrder;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
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
  const encoding = encodingOf(flags.encoding);
  const delimiter = delimiterOf(flags.delimiter);
  const learned: Layout[] = [];
  return (file) => ({
    saved: [...settings.layouts, ...learned],
    dryRun,
    today: context.day,
    dayOf: (instant) => context.dayOf(instant),
    timezone: settings.store.timezone,
    country: { code: settings.store.country, given: settings.store.countryGiven },
    by: context.actor,
    acting: () => context.acting,
    replaces: flags.replace ?? false,
    ask:
      terminal.canAsk && !context.json
        ? (name, header, found) => askForMap(context, name, header, found, learned)
        : null,
    ...(forced === undefined ? {} : { forced }),
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
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
    context.terminal.talk(`\r${file}: ${rows.toLocaleString('en-US')} rows\u001b[K`);
  };
}

function forcedLayout(context: Context, flags: ImportFlags): Layout | undefined {
  if (flags.map !== undefined && flags.layout !== undefined)
    throw usageFault('usage', '--map and --layout exclude each other', 'give one of them');
  if (flags.map === undefined && flags.layout === undefined) return undefined;
  const { kind } = flags;
  if (kind === REGISTRY_KIND) {
    throw usageFault(
      'usage',
      `--kind ${kind} goes without --map and --layout`,
      'a copy of the do-not-call registry has one form; leave them away',
    );
  }
  if (flags.map !== undefined) return mapFromFile(flags.map, kind);
  const known = [...context.settings.layouts, ...BUILT_IN_LAYOUTS];
  const found = known.find((layout) => layout.name === flags.layout);
  if (!found) {
    throw usageFault(
      'unknown-layout',
      `there is no layout "${flags.layout}"`,
      `known: ${known.map((layout) => layout.name).join(', ')}`,
    );
  }
  return found;
}

function mapFromFile(path: string, kind: Kind | undefined): Layout {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw usageFault('no-such-file', `${path}: the map cannot be read`, 'check --map');
  }
  let raw: Record<string, unknown>;
  try {
    raw = parse(text);
  } catch (error) {
    throw usageFault(
      'bad-map',
      `${path}: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
      '`beback layouts --help` shows a map',
    );
  }
  // the settings hold maps as [[layout]]; the same text works as a file of its own
  const table =
    Array.isArray(raw.layout) && raw.layout.length === 1 ? (raw.layout[0] as Record<string, unknown>) : raw;
  return readMap({ name: 'map', ...(kind === undefined ? {} : { kind }), ...table }, path);
}

function encodingOf(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined;
  const wanted = name.toLowerCase().replaceAll('_', '-');
  const known =
    {
      utf8: 'utf-8',
      latin1: 'iso-8859-1',
      'iso8859-1': 'iso-8859-1',
      cp1252: 'windows-1252',
      win1252: 'windows-1252',
      utf16le: 'utf-16le',
      utf16be: 'utf-16be',
      'utf-16': 'utf-16le',
      mac: 'macroman',
    }[wanted] ?? wanted;
  const found = ENCODINGS.find((encoding) => encoding === known);
  if (!found) throw usageFault('usage', `--encoding ${name} is not known`, `known: ${ENCODINGS.join(', ')}`);
  return found;
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
