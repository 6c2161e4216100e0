/** `beback help`: a guide, or a command's own help. */

import type { Command } from 'commander';
import { isTerminal } from '../../terminal/is-terminal.ts';
import { writeAll } from '../../terminal/terminal.ts';
import { commandNamed } from '../command-slips.ts';
import { guideAsText } from './guide-as-text.ts';
import { teach } from './teaching-help.ts';
import { TOPICS } from './topics.ts';

/** @throws Fault `usage` for what is neither */
export function help(program: Command, names: readonly string[]): void {
  const [name = ''] = names;
  const topic = names.length === 1 ? TOPICS[name] : undefined;
  if (topic === undefined) {
    teach(program);
    commandNamed(program, names).outputHelp();
    return;
  }
  const isCommand = program.commands.some((command) => command.name() === name);
  const flags = isCommand ? `\n\`beback ${name} --help\` has the flags.\n` : '';
  const width = isTerminal(1) ? process.stdout.columns || USUAL_WIDTH : null;
  writeAll(1, guideAsText(`beback: ${topic.about}\n\n${topic.text}${flags}`, width));
}

const USUAL_WIDTH = 80;
