/** A map kept in the settings, so that next month's file is read without being told. */

import { existsSync, readFileSync } from 'node:fs';
import { usageFault } from '../../domain/fault.ts';
import { BUILT_IN_LAYOUTS } from '../../importing/layouts/built-in.ts';
import { mapAsToml, readMap } from '../../importing/map-file.ts';
import { settingsIn } from '../../settings/settings.ts';
import { writeSettings } from '../write-settings.ts';

/** @throws Fault `usage` for a name no map can have */
export function refuseMapName(name: string): void {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    throw usageFault(
      'usage',
      `--save-map ${name}: a name has small letters, digits and hyphens`,
      'such as my-dms',
    );
  if (BUILT_IN_LAYOUTS.some((layout) => layout.name === name))
    throw usageFault(
      'usage',
      `--save-map ${name}: a layout that comes with beback has this name`,
      'take another',
    );
}

/**
 * Adds the map to the settings, or puts it in the place of the one of that name; everything else there stays as it is written.
 * @param table as a map file has it
 * @param settingsPath of the settings, made where there are none
 * @throws Fault `bad-map`, `cannot-write`
 */
export function saveMapAs(
  name: string,
  table: Readonly<Record<string, unknown>>,
  settingsPath: string,
  makesFolder: boolean,
): void {
  const named = { ...table, name };
  readMap(named, name);
  const before = existsSync(settingsPath) ? readFileSync(settingsPath, 'utf8') : '';
  const text = withMap(before, name, mapAsToml(named));
  settingsIn(settingsPath, text);
  writeSettings(settingsPath, makesFolder, [text]);
}

/** The text of the settings with the map in it. */
function withMap(settings: string, name: string, map: string): string {
  const lines = settings.split('\n');
  const start = lines.findIndex((line, i) => isMap(line) && nameOf(lines.slice(i, endOf(lines, i))) === name);
  if (start === -1) return settings.trim() === '' ? map : `${settings.trimEnd()}\n\n${map}`;
  const end = endOf(lines, start);
  const rest = lines.slice(end).join('\n');
  return `${[...lines.slice(0, start), map.trimEnd()].join('\n')}\n${rest === '' ? '' : `\n${rest}`}`;
}

const isMap = (line: string): boolean => /^\s*\[\[\s*layout\s*\]\]/.test(line);

/** The line behind a map: where the next table begins, with the comments in front of that. */
function endOf(lines: readonly string[], start: number): number {
  const next = lines.findIndex(
    (line, i) => i > start && /^\s*\[/.test(line) && !/^\s*\[{1,2}\s*layout\s*\./.test(line),
  );
  let end = next === -1 ? lines.length : next;
  while (next !== -1 && end > start + 1 && /^\s*(?:#|$)/.test(lines[end - 1] ?? '')) end--;
  return end;
}

/** Keys of the map itself stand before its tables. */
const nameOf = (lines: readonly string[]): string | undefined =>
  lines.flatMap((line) => /^\s*name\s*=\s*["']([^"']*)["']/.exec(line)?.[1] ?? [])[0];
