/** The formats a call list is written in. */

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
