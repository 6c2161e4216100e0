/** The programs and files that a line of shell names, as far as they can be told without running it. */

import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** Quoted text, an escaped character, what ends a command, what opens a file, blanks, anything else. */
const PIECE = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([|&;()`\n])|([<>\s]+)|([^'"\\|&;()`\n<>\s]+|['"\\])/gs;
const ASSIGNMENT = /^\w+=/;

/** Absolute paths of the files that are there: each command, looked for as the shell does, and what is given to it. */
export function filesInCommand(command: string): string[] {
  const files = new Set<string>();
  for (const words of commandsIn(command)) {
    const first = words.findIndex((word) => !ASSIGNMENT.test(word));
    words.forEach((word, i) => {
      // also what stands behind the = of a flag or of an assignment
      const paths = [word, word.slice(word.indexOf('=') + 1)].map(withHome);
      const program = i === first && !word.includes('/') ? inSearchPath(word) : null;
      for (const path of program === null ? paths : [...paths, program])
        if (isFile(path)) files.add(resolve(path));
    });
  }
  return [...files];
}

function commandsIn(command: string): string[][] {
  const commands: string[][] = [[]];
  let word: string | null = null;
  const endWord = (): void => {
    if (word !== null) commands.at(-1)?.push(word);
    word = null;
  };
  for (const [, single, double, escaped, end, blank, plain] of command.matchAll(PIECE)) {
    const text = single ?? double?.replace(/\\(.)/gs, '$1') ?? escaped ?? plain;
    if (text !== undefined) word = (word ?? '') + text;
    if (end !== undefined || blank !== undefined) endWord();
    if (end !== undefined) commands.push([]);
  }
  endWord();
  return commands;
}

const withHome = (word: string): string => word.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, homedir());

function inSearchPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder || '.', name)).find(isFile) ?? null;
}

function isFile(path: string): boolean {
  try {
    return path !== '' && statSync(path).isFile();
  } catch {
    return false;
  }
}
