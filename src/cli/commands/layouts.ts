/** `beback layouts`: the export forms known, the fields a map can name, the fillings that refuse nothing. */

import { EXIT } from '../../domain/fault.ts';
import { fieldNames, knownLayouts } from '../../operations/import/named-layout.ts';
import { textTable } from '../../render/text-table.ts';
import { KNOWN_NOS } from '../../values/known-answers.ts';
import type { Context } from '../context.ts';

export function runLayouts(context: Context, options: { readonly fields?: boolean }): number {
  if (options.fields) {
    if (context.json) context.printJson({ fields: fieldNames(), known_no: KNOWN_NOS });
    else {
      context.terminal.print(
        `${fieldNames().join('\n')}\n\nNo refusal in a do_not_… column (anything else counts as one):\n${KNOWN_NOS.join('\n')}\n`,
      );
    }
    return EXIT.done;
  }
  const layouts = knownLayouts(context.settings);
  if (context.json) {
    context.printJson({
      layouts: layouts.map(({ name, title, kind, saved, signature, columns }) => ({
        name,
        title,
        kind,
        saved,
        signature,
        columns,
      })),
    });
    return EXIT.done;
  }
  const { print, talk, width, styles } = context.terminal;
  print(
    textTable(
      [
        { title: 'Layout', priority: 9, minWidth: 12 },
        { title: 'Kind', priority: 7, minWidth: 10 },
        { title: 'What it is', priority: 8, minWidth: 20, grow: true },
        { title: 'From', priority: 3, minWidth: 8 },
      ],
      layouts.map(({ name, kind, title, saved }) => [name, kind, title, saved ? 'settings' : 'built in']),
      { width, style: styles },
    ),
  );
  talk(
    'Any other header is understood column by column; `beback layouts --help` shows how to write a map.\n',
  );
  return EXIT.done;
}
