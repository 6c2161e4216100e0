/** Asking, on a terminal, what the columns of an unknown export are; the answer is saved for next month. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeFileWhole } from '../files/write-file.ts';
import { columnFits } from '../importing/column-fits.ts';
import { type Field, headerKey } from '../importing/fields.ts';
import { layoutOfMap, mapAsToml } from '../importing/map-file.ts';
import type { Layout } from '../importing/mapping.ts';
import { claimsHeader, type NotRecognised } from '../importing/recognise.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import { prepareFolder } from '../store/engine/made-store.ts';
import type { Context } from './context.ts';
import { isDataFolder } from './paths.ts';

interface Question {
  readonly field: Field;
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
  found: NotRecognised,
  learned: Layout[],
): Promise<Layout | null> {
  const again = learned.find((layout) => claimsHeader(layout, header));
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
  const free = new Set(header.flatMap((title, i) => (headerKey(title) === '' ? [] : [i])));
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
    if (field === 'sold_on' && !holdsDates(found.columns[column]?.examples ?? [])) {
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
  const table = { name: saved, kind: 'sales' as const, columns };
  const layout = layoutOfMap({ ...table, header: true });
  saveMap(context, mapAsToml(table));
  learned.push(layout);
  return layout;
}

const holdsDates = (examples: readonly string[]): boolean =>
  examples.length > 0 && columnFits('sold_on', '', examples) !== null;

const columnInWords = (column: NotRecognised['columns'][number] | undefined): string =>
  safeForTerminal(
    `${column?.header ?? ''}${column && column.examples.length > 0 ? `   e.g. ${column.examples.join(' | ')}` : ''}`,
  ).slice(0, CHOICE_WIDTH);

/** A choice must not wrap on a terminal of 80 columns. */
const CHOICE_WIDTH = 74;

function saveMap(context: Context, toml: string): void {
  const path = context.settingsPath;
  const before = existsSync(path) ? `${readFileSync(path, 'utf8').trimEnd()}\n\n` : '';
  const folder = dirname(path);
  prepareFolder(folder, isDataFolder(folder));
  writeFileWhole(path, [before, toml], '--config');
  context.terminal.talk(
    `Saved in ${path}; next time this file just works. To change it, edit or delete [[layout]] there.\n`,
  );
}
