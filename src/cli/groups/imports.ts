/** What comes from the DMS every month, and letters. */

import { Option } from 'commander';
import { type Group, TAKES_LONG } from './group.ts';

/** What a map can say, in one example. */
const MAP_HELP = `A layout nobody told beback about is read column by column. What is guessed wrong, or not at all, a map says:

  name = "my-dms"
  kind = "sales"
  date_order = "mdy"
  ignored = ["Call Result"]                 # never taken for anything
  [columns]                                 # only what is not guessed right
  deal_number = "Jacket"
  sold_on = ["Funded", "Signed"]            # the first one that is filled
  home_phone = { column = "Phone", occurrence = 2 }
  trade_vin_1 = { column = "Trade Info", part = "VIN:? *([A-Z0-9]{17})" }
  salesperson_1_name = { column = "User", where = { column = "Role", is = ["Sales"] }, name_order = "last-first" }
  [constants]                               # for every row
  condition = "used"
  [sections]                                # a line with one cell, for the rows under it
  "House units" = { sale_class = "internal" }
  [words.deal_type]
  "Z" = "lease"
  [words.refusal]
  "C" = "no"                                # in a do_not_… column; else = "yes" for any other filling

\`beback import --draft-map export.csv\` prints the guess as such a map. Use it: beback import --map my-dms.toml export.csv,
and with --save-map my-dms it is kept in the settings, where it is recognised by itself. part = 2 with separator = " - "
takes the second part of a cell. With header = false, columns are given by position: vin = 3.`;

export const imports: Group = {
  heading: 'Every month:',
  commands: {
    import: (command, runs) =>
      command
        .description(
          'take in exports of the DMS (sales, repair orders, appointments, inventory) or the do-not-call registry',
        )
        .argument(
          '<file...>',
          'CSV files and Excel workbooks (.xlsx); - reads standard input; with --move-to also folders',
        )
        .addOption(
          new Option('--kind <kind>', 'what the files hold').choices([
            'sales',
            'repair-orders',
            'appointments',
            'inventory',
            'do-not-call',
          ]),
        )
        .option('--sheet <name>', 'the sheet of a workbook, when it is not the first that is not hidden')
        .option('--layout <name>', 'read it as this layout (see `beback layouts`)')
        .option('--map <file>', 'read it by this map; what the map does not name is guessed')
        .option(
          '--draft-map',
          'print what each column is taken for, as a map to be put right; nothing is imported',
        )
        .option(
          '--save-map <name>',
          'keep the map in the settings when all went in, so that the next file is read by itself',
        )
        .addOption(
          new Option('--date-order <order>', 'how its dates are written').choices(['mdy', 'dmy', 'ymd']),
        )
        .option('--encoding <name>', 'its character set, when it is not recognised')
        .option(
          '--delimiter <char>',
          'what separates its columns, when it is not recognised; "tab" for a tab',
        )
        .option('-n, --dry-run', 'do everything, then take it back: the report without the change')
        .option(
          '--replace',
          "a copy of the do-not-call registry may take more than 5 % of an area code's numbers out, a list of the stock lack more than half of the cars",
        )
        .option(
          '--move-to <folder>',
          'each file for itself, oldest first; those that went in move there, refused ones stay, and so does what was written to in the last minute',
        )
        .addHelpText(
          'after',
          '\nA copy of the do-not-call registry is taken for one when its header or its file name says so (dnc, do not call), else\nwith --kind do-not-call. `beback undo` takes it back.',
        )
        .action(runs(async () => (await import('../commands/import.ts')).runImport, TAKES_LONG)),
    imports: (command, runs) => {
      command
        .description('what was imported')
        .action(runs(async () => (await import('../commands/imports.ts')).runImports));
      command
        .command('show')
        .description('one import: its rows with problems, rejected ones with their text')
        .argument('<id>', 'number of the import')
        .action(runs(async () => (await import('../commands/imports.ts')).runImportsShow));
    },
    layouts: (command, runs) =>
      command
        .description('the export layouts beback knows, and how to describe another')
        .option('--fields', 'the fields a column can be mapped to, and what is known to be no refusal')
        .addHelpText('after', `\n${MAP_HELP}`)
        .action(runs(async () => (await import('../commands/layouts.ts')).runLayouts)),
    letters: (command, runs) =>
      command
        .description('letters to whoever a touch is due for: ready to print, or a merge file')
        .requiredOption('--touch <id>', 'the touch they are for (see `beback plan`)')
        .option('--for <name>', 'only the customers of one salesperson, by name or code; "house"')
        .addOption(
          new Option('--format <format>', 'html: a letter a page; csv: a merge file').choices([
            'csv',
            'html',
          ]),
        )
        .option('--template <file>', 'your own text instead of the one that comes with beback')
        .option('-o, --out <file>', 'into a file')
        .option('--limit <n>', 'letters a salesperson, whatever the plan says; "none" for everybody')
        .option('--again', 'also whoever has had theirs')
        .option('-n, --dry-run', 'write them without logging them as sent')
        .action(runs(async () => (await import('../commands/letters.ts')).runLetters)),
  },
};
