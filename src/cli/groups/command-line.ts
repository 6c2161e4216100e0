/** What helps at the command line. */

import type { Command } from 'commander';
import type { Group } from './group.ts';

export const commandLine: Group = {
  heading: 'At the command line:',
  commands: {
    completion: (command, runs, whole) => {
      command
        .description('what completes the command line in your shell: commands, flags, names')
        .argument('[shell]', 'bash, zsh, fish or powershell')
        .addHelpText(
          'after',
          `
  bash        source <(beback completion bash)      in ~/.bashrc
  zsh         source <(beback completion zsh)       in ~/.zshrc, below compinit
  fish        beback completion fish > ~/.config/fish/completions/beback.fish
  powershell  beback completion powershell | Out-String | Invoke-Expression      in $PROFILE

It looks at the store, writes nothing, and says nothing when something is wrong.`,
        )
        .action(runs(async () => (await import('../commands/completion.ts')).runCompletion));
      command
        .command('words', { hidden: true })
        .argument('<shell>')
        .argument('[words...]')
        .action((shell: string, words: readonly string[], _flags: object, command: Command) =>
          runs(async () => (await import('../commands/completion.ts')).runCompletionWords)(
            whole(),
            shell,
            words,
            command,
          ),
        );
    },
    man: (command, runs, whole) =>
      command
        .description('the manual as a page for man')
        .addHelpText('after', '\n  beback man > ~/.local/share/man/man1/beback.1      then: man beback')
        .action((_flags: object, command: Command) =>
          runs(async () => (await import('../commands/man.ts')).runMan)(whole(), command),
        ),
  },
};
