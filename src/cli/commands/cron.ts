/** `beback cron example`: lines for a crontab, ready to be pasted. */

import { realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { EXIT } from '../../domain/fault.ts';
import type { Context } from '../context.ts';

export function runCronExample(context: Context): number {
  const isReadByItself = context.settings.mail.imap !== null;
  const here = dirname(context.databasePath);
  const beback = [process.execPath, realpathSync(process.argv[1] ?? 'beback')].map(quoted).join(' ');
  const flags = `--db ${quoted(context.databasePath)} --config ${quoted(context.settingsPath)} --quiet`;
  const lock = `flock -n -E 75 ${escaped(quoted(join(here, 'beback.lock')))}`;
  const drop = join(here, 'drop');
  context.terminal.print(`# beback: take in what the DMS drops, then mail the lists. Silent when all is well; cron mails the rest.
MAILTO=${process.env.USER || userInfo().username}
# at 6, and at half past for what was still being uploaded: exports in the drop folder (make it first), oldest first;
# what went in moves to "done", what was refused stays
0,30 6 * * *  ${lock} ${escaped(beback)} ${escaped(flags)} import --move-to ${escaped(quoted(join(here, 'done')))} ${escaped(quoted(drop))}
# the lists at 7, and again at 8 for what the mail server did not take; nothing is sent twice
0 7,8 * * *  ${lock} ${escaped(beback)} ${escaped(flags)} send --fail-if-stale 8
# what salespeople answered, every quarter of an hour${isReadByItself ? '' : '; without the # once [mail.imap] names the mailbox (beback read-mail --help)'}
${isReadByItself ? '' : '#'}*/15 7-20 * * *  ${lock} ${escaped(beback)} ${escaped(flags)} read-mail
# a copy every night, one for each weekday; cron wants % written as \\%
0 22 * * *  f=${escaped(quoted(join(here, 'beback-')))}$(date +\\%a); rm -f "$f.db" "$f.toml"; ${escaped(beback)} ${escaped(flags)} backup "$f.db"
`);
  context.terminal.talk(
    'The machine must be awake at these times, which are its own; which day it is comes from the settings.\nCron mails what goes wrong to MAILTO: that needs a mail program on this machine. `beback runs` shows it in any case.\n',
  );
  return EXIT.done;
}

/** For /bin/sh. */
const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** In a crontab a plain % ends the command. */
const escaped = (text: string): string => text.replaceAll('%', '\\%');
