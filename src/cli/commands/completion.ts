/** `beback completion`: the script a shell completes the command line with, and the words that script asks for. */

import type { Command } from 'commander';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { peopleToName } from '../../operations/people-to-name.ts';
import { readSettings } from '../../settings/settings.ts';
import { candidates, type KnownHere } from '../completion/candidates.ts';
import { isShell, SHELL_SCRIPTS, SHELLS, splitsAtEquals, typedWords } from '../completion/shells.ts';
import type { Context } from '../context.ts';
import { databasePath, settingsPath } from '../paths.ts';

/** @throws Fault `usage` for a shell there is none for */
export function runCompletion(context: Context, shell: string | undefined): number {
  if (!isShell(shell))
    throw usageFault(
      'usage',
      shell === undefined ? 'which shell?' : `there is no completion for ${shell}`,
      `beback completion ${SHELLS.join(', or ')}; every command works without, and \`beback --help\` lists them`,
    );
  context.terminal.printData(SHELL_SCRIPTS[shell]);
  return EXIT.done;
}

/** For the script of a shell. Silent whatever goes wrong: somebody is in the middle of a line. */
export async function runCompletionWords(
  context: Context,
  program: Command,
  shell: string,
  words: readonly string[],
): Promise<number> {
  if (!isShell(shell)) return EXIT.usage;
  const typed = typedWords(shell, words);
  try {
    const { prefix, found } = candidates(program, typed, await knownHere(typed));
    const before = splitsAtEquals(shell) ? '' : prefix;
    context.terminal.printData(
      found === 'files'
        ? ':files\n'
        : `:words\n${found.map(({ value, says }) => `${before}${value}\t${says}\n`).join('')}`,
    );
  } catch {
    // a store that is locked or damaged, settings with a mistake: said by the command itself
  }
  return EXIT.done;
}

/** Of the store the words name, else the usual one. */
async function knownHere(words: readonly string[]): Promise<KnownHere> {
  const database = databasePath(flagIn('--db', words));
  const settings = () => readSettings(settingsPath(flagIn('--config', words), database), false);
  const exported = words.includes('export')
    ? [...(await import('../../operations/export-records.ts')).RECORD_KINDS, 'calendar', 'vcard']
    : [];
  return {
    people: () => peopleToName(database),
    touches: () => settings().plan.touches,
    layouts: () => settings().layouts.map(({ name }) => name),
    exported: () => exported,
  };
}

function flagIn(flag: string, words: readonly string[]): string | undefined {
  const joined = words.find((word) => word.startsWith(`${flag}=`));
  if (joined !== undefined) return joined.slice(flag.length + 1);
  const at = words.indexOf(flag);
  return at === -1 ? undefined : words[at + 1];
}
