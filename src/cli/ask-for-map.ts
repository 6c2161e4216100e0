/** Asking, on a terminal, what the columns of an unknown export are; the answer is saved for next month. */

import { dirname } from 'node:path';
import {
  holdDates,
  type MapField,
  mapClaiming,
  type SavedMap,
  saveMap,
  titledColumns,
} from '../operations/import/map-by-answers.ts';
import type { NotUnderstood } from '../operations/import/prepared-file.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Context } from './context.ts';
import { isDataFolder } from './paths.ts';

interface Question {
  readonly field: MapField;
  readonly text: string;
}

/** Without these a sale cannot be placed. */
const NEEDED: readonly Question[] = [
  { field: 'deal_number', text: 'deal number' },
  { field: 'sold_on', text: 'sale date' },
  { field: 'full_name', text: 'customer name, if it is one column' },
  { field: 'first_name', text: 'first name' },
  { field: 'last_name', text: 'last name or company' },
];
const MORE: readonly Question[] = [
  { field: 'vin', text: 'VIN' },
  { field: 'stock_number', text: 'stock number' },
  { field: 'cell_phone', text: 'cell phone' },
  { field: 'home_phone', text: 'home phone' },
  { field: 'email', text: 'e-mail' },
  { field: 'do_not_call', text: 'do not call (yes = blocked)' },
  { field: 'salesperson_1_name', text: 'salesperson' },
  { field: 'vehicle', text: 'car, if it is one column' },
  { field: 'year', text: 'model year' },
  { field: 'make', text: 'make' },
  { field: 'model', text: 'model' },
  { field: 'deal_type', text: 'kind of deal: cash, finance or lease' },
  { field: 'term', text: 'term in months' },
  { field: 'lease_end_on', text: 'lease end' },
  { field: 'birthday', text: 'birthday' },
];

/**
 * Asks column by column and saves the answer as [[layout]] in the settings; null when the person gives up.
 * @param learned gets the new layout, so that the next file of the same run is understood
 */
export async function askForMap(
  context: Context,
  name: string,
  header: readonly string[],
  found: NotUnderstood,
  learned: SavedMap[],
): Promise<SavedMap | null> {
  const again = mapClaiming(learned, header);
  if (again) return again;
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  context.terminal.talk(
    `\n${safeForTerminal(name)}: the header was not understood. ${found.doubt === null ? `Missing: ${found.missing.join('; ')}` : `Perhaps these are no sales: ${found.doubt}`}.\n`,
  );
  const { go } = await prompt<{ go: boolean }>([
    {
      type: 'confirm',
      name: 'go',
      message: 'Tell me what the columns are? (saved for next month)',
      default: true,
    },
  ]);
  if (!go) return null;
  const columns: Record<string, string> = {};
  const free = new Set(titledColumns(header));
  const ask = async ({ field, text }: Question): Promise<void> => {
    const named = columns.full_name !== undefined && (field === 'first_name' || field === 'last_name');
    if (free.size === 0 || named) return;
    const { column } = await prompt<{ column: number }>([
      {
        type: 'select',
        name: 'column',
        message: `Which column is the ${text}?`,
        default: found.columns.findIndex((column, i) => column.field === field && free.has(i)),
        pageSize: 12,
        choices: [
          { name: '(none)', value: -1 },
          ...[...free].map((i) => ({
            name: columnInWords(found.columns[i]),
            short: safeForTerminal(header[i] ?? ''),
            value: i,
          })),
        ],
      },
    ]);
    const title = header[column];
    if (field === 'sold_on' && !holdDates(found.columns[column]?.examples ?? [])) {
      context.terminal.talk('A sale date is needed, and these values do not look like dates.\n');
      return ask({ field, text });
    }
    if (title === undefined) return;
    columns[field] = title;
    free.delete(column);
  };
  for (const question of NEEDED) await ask(question);
  if (free.size > 0) {
    const { more } = await prompt<{ more: boolean }>([
      {
        type: 'confirm',
        name: 'more',
        message: 'The other columns too (phones, car, salesperson …)?',
        default: true,
      },
    ]);
    if (more) for (const question of MORE) await ask(question);
  }
  const taken = new Set([...context.settings.layouts, ...learned].map((layout) => layout.name));
  const { saved } = await prompt<{ saved: string }>([
    {
      type: 'input',
      name: 'saved',
      message: 'A name for this layout:',
      default: 'my-dms',
      validate: (text: string) =>
        taken.has(text)
          ? `${text} exists already`
          : /^[a-z0-9][a-z0-9-]*$/.test(text) || 'small letters, digits and hyphens',
    },
  ]);
  const path = context.settingsPath;
  const map = saveMap(saved, columns, path, isDataFolder(dirname(path)));
  context.terminal.talk(
    `Saved in ${path}; next time this file just works. To change it, edit or delete [[layout]] there.\n`,
  );
  learned.push(map);
  return map;
}

const columnInWords = (column: NotUnderstood['columns'][number] | undefined): string =>
  safeForTerminal(
    `${column?.header ?? ''}${column && column.examples.length > 0 ? `   e.g. ${column.examples.join(' | ')}` : ''}`,
  ).slice(0, CHOICE_WIDTH);

/** A choice must not wrap on a terminal of 80 columns. */
const CHOICE_WIDTH = 74;
