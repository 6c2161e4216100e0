/** `beback config`: the settings in force, and where each comes from. */

import { EXIT } from '../../domain/fault.ts';
import { type SettingInForce, settingsInForce } from '../../operations/settings-in-force.ts';
import { dayInFull } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { textTable } from '../../render/text-table.ts';
import type { Context } from '../context.ts';

export function runConfig(context: Context, wanted: string | undefined): number {
  const found = settingsInForce(context.settings, context.places, wanted, context.day);
  if (context.json) {
    context.printJson({ settings: found });
    return EXIT.done;
  }
  const { print, width, styles } = context.terminal;
  print(
    textTable(
      [
        { title: 'Setting', priority: 9, minWidth: 12 },
        { title: 'Value', priority: 8, minWidth: 20, grow: true, wrap: true },
        { title: 'From', priority: 7, minWidth: 8 },
      ],
      found.map(({ key, value, from }) => [key, inWords(value), from ?? 'not set']),
      { width, style: styles },
    ),
  );
  const { country } = context.settings.store;
  for (const { key, days = [] } of found)
    if (days.length > 0)
      print(
        `\nClosed this year and the next, as ${key} has it:\n${days
          .map(
            ({ on, name }) =>
              `  ${dayInFull(on, country)}${name === null ? '' : `: ${safeForTerminal(name)}`}\n`,
          )
          .join('')}`,
      );
  return EXIT.done;
}

const inWords = (value: SettingInForce['value']): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
