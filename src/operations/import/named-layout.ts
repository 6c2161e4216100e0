/** How a file is to be read, as somebody names it: by a layout, a map, a character set. */

import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { usageFault } from '../../domain/fault.ts';
import { FIELDS, type Kind } from '../../importing/fields.ts';
import { BUILT_IN_LAYOUTS } from '../../importing/layouts/built-in.ts';
import { readMap } from '../../importing/map-file.ts';
import type { Layout } from '../../importing/mapping.ts';
import { ENCODINGS, type Encoding } from '../../rows/source-file.ts';
import type { Settings } from '../../settings/settings.ts';
import { didYouMean } from '../../values/nearest.ts';

/** The saved maps of the settings, then the layouts known without being told. */
export const knownLayouts = ({ layouts }: Settings): readonly (Layout & { readonly saved: boolean })[] => [
  ...layouts.map((layout) => ({ ...layout, saved: true })),
  ...BUILT_IN_LAYOUTS.map((layout) => ({ ...layout, saved: false })),
];

/** The fields a column can be mapped to. */
export const fieldNames = (): readonly string[] => [...FIELDS];

/** @throws Fault `unknown-layout` */
export function layoutNamed(settings: Settings, name: string): Layout {
  const known = [...settings.layouts, ...BUILT_IN_LAYOUTS];
  const found = known.find((layout) => layout.name === name);
  if (found) return found;
  const names = known.map((layout) => layout.name);
  throw usageFault(
    'unknown-layout',
    `there is no layout "${name}"${didYouMean(name, names)}`,
    `known: ${names.join(', ')}`,
  );
}

/** @throws Fault `no-such-file`, `bad-map` */
export const mapFromFile = (path: string, kind: Kind | undefined): Layout =>
  readMap(mapInFile(path, kind), path);

/** The table of a map's file, unchecked. @throws Fault `no-such-file`, `bad-map` for what is no TOML */
export function mapInFile(path: string, kind: Kind | undefined): Readonly<Record<string, unknown>> {
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
  const { layout, ...beside } = raw;
  if (Array.isArray(layout) && layout.length !== 1)
    throw usageFault('bad-map', `${path}: there are ${layout.length} maps in it`, 'leave one');
  const own = Array.isArray(layout) ? layout[0] : layout;
  return {
    name: 'map',
    ...(kind === undefined ? {} : { kind }),
    ...beside,
    ...(own as Record<string, unknown> | undefined),
  };
}

/** @throws Fault `usage` */
export function encodingNamed(name: string): Encoding {
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
  if (!found)
    throw usageFault(
      'usage',
      `--encoding ${name} is not known${didYouMean(name, ENCODINGS)}`,
      `known: ${ENCODINGS.join(', ')}`,
    );
  return found;
}
