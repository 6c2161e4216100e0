/** The formats a call list is written in. */

import { usageFault } from '../domain/fault.ts';

/** With the ending of a file that holds it. */
const ENDINGS = { table: 'txt', text: 'txt', csv: 'csv', json: 'json', html: 'html', ics: 'ics' } as const;

export type ListFormat = keyof typeof ENDINGS;

export const LIST_FORMATS = Object.keys(ENDINGS) as readonly ListFormat[];

/** The lane has no days to come to put into a calendar. */
export const LANE_FORMATS = LIST_FORMATS.filter((format) => format !== 'ics');

export const endingOf = (format: ListFormat): string => ENDINGS[format];

/** What a file is by its name: a `.txt` is the sheet to print, as a table on paper would run off the edge. */
export function formatOfFile(name: string): ListFormat | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending === 'htm') return 'html';
  return LIST_FORMATS.find((format) => format !== 'table' && ENDINGS[format] === ending) ?? null;
}

/** What was asked for, else what the name of the file says, else a table. @throws Fault `usage` where `--json` says otherwise */
export function formatAsked(
  json: boolean,
  { format, out }: { readonly format?: ListFormat; readonly out?: string },
): ListFormat {
  if (!json) return format ?? formatOfFile(out ?? '') ?? 'table';
  if (format !== undefined && format !== 'json')
    throw usageFault('usage', `--json and --format ${format} exclude each other`, 'give one of them');
  return 'json';
}
