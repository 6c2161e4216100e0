/** `beback config`: the settings in force, and where each comes from. */

import { EXIT } from '../../domain/fault.ts';
import { type SettingInForce, settingsInForce } from '../../operations/settings-in-force.ts';
import { dayInFull } from '../../render/day-text.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { textTable } from '../../render/text-table.ts';
import { fittedLines } from '../../render/wrapped.ts';
import type { Context } from '../context.ts';

export function runConfig(context: Context, wanted: string | undefined): number {
  const found = settingsInForce(context.settings, context.places, wanted, context.day);
  if (context.json) {
    context.printJson({ settings: found });
    return EXIT.done;
  }
  const { print, width, styles } = context.terminal;
  if (width !== null && width < TABLE_FROM) print(found.map((one) => asParagraph(one, width)).join(''));
  else
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

/** A setting with its value and source below it, where a table would cut them. */
function asParagraph({ key, value, from }: SettingInForce, width: number): string {
  const said = [inWords(value), from === null ? 'not set' : `(${from})`]
    .filter((part) => part !== '')
    .join('  ');
  return fittedLines(`${key}  ${said}\n`, width);
}
const TABLE_FROM = 72;

const inWords = (value: SettingInForce['value']): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
