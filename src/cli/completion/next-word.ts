/** What may be typed next on the command line: which command it is, and what of it stands there already. */

import type { Argument, Command, Option } from 'commander';

/** What the word under the cursor can be. */
export interface NextWord {
  /** as far as it was named */
  readonly command: Command;
  /** what is typed of it; of `--flag=value` the value */
  readonly typed: string;
  /** what stands in front of it in the same word: `--flag=` */
  readonly prefix: string;
  /** the flags it may be, where it begins with a dash */
  readonly flags: readonly Option[];
  /** the commands it may be */
  readonly commands: readonly Command[];
  /** what it is a value of, and which of the values of that it is, from 0 */
  readonly value: { readonly of: Option | Argument; readonly place: number } | null;
}

const NOTHING = { prefix: '', flags: [], commands: [], value: null } as const;

/** @param words behind the name of the program, the one under the cursor last */
export function nextWord(program: Command, words: readonly string[]): NextWord {
  let command = program;
  let operands = 0;
  let pending: Option | null = null;
  const given = new Set<string>();
  for (const word of words.slice(0, -1)) {
    if (pending !== null) pending = null;
    else if (isFlag(word)) {
      const option = optionOf(command, word);
      given.add(option?.attributeName() ?? '');
      pending = option !== undefined && takesValue(option) && !word.includes('=') ? option : null;
    } else {
      const below = operands === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (below === undefined) operands++;
      else command = below;
    }
  }
  const typed = words.at(-1) ?? '';
  if (pending !== null) return { ...NOTHING, command, typed, value: { of: pending, place: 0 } };
  if (isFlag(typed) || typed === '-') {
    const [flag = '', ...rest] = typed.split('=');
    const option = rest.length > 0 ? optionOf(command, flag) : undefined;
    if (option !== undefined)
      return {
        ...NOTHING,
        command,
        typed: rest.join('='),
        prefix: `${flag}=`,
        value: { of: option, place: 0 },
      };
    const flags = optionsOf(command).filter(
      (one) => !one.hidden && (one.parseArg !== undefined || !given.has(one.attributeName())),
    );
    return { ...NOTHING, command, typed, flags };
  }
  const { registeredArguments: all } = command;
  const argument = all[operands] ?? (all.at(-1)?.variadic === true ? all.at(-1) : undefined);
  return {
    ...NOTHING,
    command,
    typed,
    commands: operands === 0 ? command.createHelp().visibleCommands(command) : [],
    value: argument === undefined ? null : { of: argument, place: operands },
  };
}

const isFlag = (word: string): boolean => word.length > 1 && word.startsWith('-');
const takesValue = (option: Option): boolean => option.required || option.optional;

/** Its own, and those that work with every command. */
const optionsOf = (command: Command): Option[] => [
  ...command.options,
  ...(command.parent === null ? [] : optionsOf(command.parent)),
];

function optionOf(command: Command, word: string): Option | undefined {
  const [flag] = word.split('=');
  return optionsOf(command).find(({ long, short }) => flag === long || flag === short);
}
