/** `beback cron example`: lines for a crontab, ready to be pasted. */

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT } from '../../domain/fault.ts';
import type { Context } from '../context.ts';

export function runCronExample(context: Context): number {
  const here = dirname(context.databasePath);
  const beback = [process.execPath, realpathSync(process.argv[1] ?? 'beback')].map(quoted).join(' ');
  const flags = `--db ${quoted(context.databasePath)} --config ${quoted(context.settingsPath)} --quiet`;
  const lock = `flock -n -E 75 ${quoted(join(here, 'beback.lock'))}`;
  const drop = join(here, 'drop');
  context.terminal.print(`# beback: take in what the DMS drops, then mail the lists. Silent when all is well; cron mails the rest.
MAILTO=${process.env.USER ?? 'you'}
# every half hour from 5 to 7: exports in the drop folder, oldest first; what went in moves to "done"
*/30 5-6 * * *  ${lock} ${escaped(beback)} ${escaped(flags)} import --move-to ${escaped(quoted(join(here, 'done')))} ${escaped(quoted(drop))}
# the lists at 7, and again at 8 for what the mail server did not take; nothing is sent twice
0 7,8 * * *  ${lock} ${escaped(beback)} ${escaped(flags)} send --fail-if-stale 8
# a copy every night; cron wants % written as \\%
0 22 * * *  ${escaped(beback)} ${escaped(flags)} backup ${escaped(quoted(join(here, 'beback-')))}$(date +\\%F).db
`);
  context.terminal.talk(
    'The machine must be awake at these times. Times are the machine’s; which day it is comes from the settings.\n',
  );
  return EXIT.done;
}

/** For /bin/sh. */
const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** In a crontab a plain % ends the command. */
const escaped = (text: string): string => text.replaceAll('%', '\\%');
