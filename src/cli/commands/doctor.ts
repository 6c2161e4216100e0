/** `beback doctor`: versions, paths, modes, integrity, settings, age of the last import. */

import packageJson from '../../../package.json' with { type: 'json' };
import { EXIT, Fault } from '../../domain/fault.ts';
import { checkHealth, type Finding, fine } from '../../operations/check-health.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { wrapped } from '../../render/wrapped.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { Context } from '../context.ts';

const NOT_ENCRYPTED =
  'The database is not encrypted: keep it on an encrypted disk, and off network shares and synced folders.';

export function runDoctor(context: Context): number {
  const { settingsPath, databasePath, mailPasswords, actingName } = context;
  const settings = settingsOrFault(context);
  const day = () => context.day;
  const { findings: found, lacks } = checkHealth({
    settings,
    settingsPath,
    databasePath,
    mailPasswords,
    day,
    refuseStranger: (db) => void actingName.in(db),
  });
  const findings = [...program(), ...found];
  const ok = findings.every((finding) => finding.ok);
  if (context.json) context.printJson({ ok, findings, lacks });
  else {
    const { terminal } = context;
    const { styles } = terminal;
    for (const { what, found, ok: good, advice } of findings)
      terminal.print(
        beside(terminal, `${good ? styles.good('ok  ') : styles.bad('LOOK')}  ${what.padEnd(14)} `, [
          found,
          ...(advice === undefined ? [] : [advice]),
        ]),
      );
    terminal.print(beside(terminal, ' '.repeat(INDENT), [NOT_ENCRYPTED]));
    if (lacks.length > 0) terminal.print('\nWhat is still lacking, the worst first:\n');
    for (const [i, lack] of lacks.entries())
      terminal.print(
        beside(terminal, `${`${i + 1}`.padStart(4)}  ${lack.what.padEnd(14)} `, [lack.found, lack.advice]),
      );
  }
  return ok ? EXIT.done : EXIT.needsLook;
}

const INDENT = 21;

/** Texts one below the other, broken between words, the first of their lines behind `start`. */
function beside({ width }: Terminal, start: string, texts: readonly string[]): string {
  const lines = texts.flatMap((text) =>
    text
      .split('\n')
      .flatMap((line) => wrapped(safeForTerminal(line), width === null ? null : width - INDENT)),
  );
  return lines.map((line, i) => `${i === 0 ? start : ' '.repeat(INDENT)}${line}\n`).join('');
}

const program = (): Finding[] => [
  fine('beback', packageJson.version),
  fine('Node', `${process.version} ${process.platform} ${process.arch}`),
];

function settingsOrFault(context: Context): Settings | Fault {
  try {
    return context.settings;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error;
  }
}
