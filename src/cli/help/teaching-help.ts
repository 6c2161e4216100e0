/** Help that begins with what a command is for and how it is used; the flags come after. */

import { type Command, Help } from 'commander';
import { isTerminal } from '../../terminal/is-terminal.ts';
import { writeAll } from '../../terminal/terminal.ts';
import { EXAMPLES, type Example } from './examples.ts';
import { guideAsText } from './guide-as-text.ts';

/** What is typed behind `beback`. */
const nameOf = (command: Command): string =>
  command.parent === null ? '' : `${nameOf(command.parent)} ${command.name()}`.trim();

const WIDEST_TYPED = 44;
const USUAL_WIDTH = 80;

/** The examples in two columns; what is longer than its column stands above what it is for. */
export function examplesAsText(examples: readonly Example[]): string {
  const width = Math.min(WIDEST_TYPED, Math.max(...examples.map(([typed]) => typed.length)));
  return examples
    .map(([typed, what]) =>
      typed.length <= width
        ? `  ${typed.padEnd(width)}  ${what}`
        : `  ${typed}\n  ${' '.repeat(width)}  ${what}`,
    )
    .join('\n');
}

/** To be called before anything asks for help. */
export function teach(program: Command): void {
  const formatHelp = (command: Command, helper: Help): string => {
    const name = nameOf(command);
    const examples = EXAMPLES[name];
    if (examples === undefined) return Help.prototype.formatHelp.call(helper, command, helper);
    const description = helper.commandDescription(command);
    helper.commandDescription = () => '';
    const rest = Help.prototype.formatHelp.call(helper, command, helper);
    const intro = helper.boxWrap(`beback ${name}: ${description}`, helper.helpWidth ?? USUAL_WIDTH);
    return `${intro}\n\n${examplesAsText(examples)}\n\n${rest}`;
  };
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
  const width = isTerminal(1) ? process.stdout.columns || USUAL_WIDTH : null;
  const writeOut = (text: string): void => writeAll(1, guideAsText(text, width));
  for (const command of all(program))
    command.configureHelp({ showGlobalOptions: true, formatHelp }).configureOutput({ writeOut });
}
