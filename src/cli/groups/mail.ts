/** Lists by e-mail, and the answers. */

import type { GlobalFlags } from '../context.ts';
import type { Group } from './group.ts';

export const mail: Group = {
  heading: 'By e-mail:',
  commands: {
    send: (command, runs) =>
      command
        .description(
          'mail every salesperson today’s list, and managers a digest; what is done is not sent again',
        )
        .option('--for <name>', 'only the list of one salesperson, by name or code')
        .option('-n, --dry-run', 'write the mails as .eml files instead')
        .option('-o, --out <folder>', 'where --dry-run writes (default: mail-DAY)')
        .option('--check', 'connect, sign in, say what would go to whom, and mail one line to yourself')
        .option('--test-to <address>', 'send everything to this address instead, marked as a test')
        .option('--resend', 'also what was sent, or refused, already')
        .option('--fail-if-stale <days>', 'exit 3 when no export was imported for so many days')
        .addHelpText(
          'after',
          '\nThe settings say how, and switch it on:\n\n  [mail]\n  enabled = true\n  from = "lists@lakeside.example"\n  host = "smtp.lakeside.example"       # or sendmail = "/usr/sbin/sendmail"\n  user = "lists"\n  password_file = "/home/beback/smtp"  # mode 0600; or password_command, or BEBACK_MAIL_PASSWORD\n  managers = ["boss@lakeside.example"] # get a digest\n  sheet = true                         # the printable sheet goes along\n  answers = true                       # answers are read with `beback read-mail`: the mail says how\n  # also: auth = "xoauth2" with token_command, where no password is taken; reply_to, port, security ("tls", "starttls"), ca_file, timeout_seconds, message_domain\n  # programs and secrets are left alone where others can write them, or the settings: chmod go-w\n\n  [calendar]\n  business_days = ["mon", "tue", "wed", "thu", "fri", "sat"]\n  holidays = ["2026-12-25"]\n  days_off = { "1042" = ["2026-12-24"] }\n\nFrom cron, twice for good measure; what is done is not done again:\n\n  30 7,8 * * * beback --quiet send',
        )
        .action(runs(async () => (await import('../commands/send.ts')).runSend)),
    sent: (command, runs) => {
      command
        .description('which mails went out, and which are in doubt')
        .option('--days <n>', 'of so many days (default: 7)')
        .action(runs(async () => (await import('../commands/sent.ts')).runSent));
      command
        .command('settle')
        .description('decide a mail in doubt: did it arrive?')
        .argument('<id>', 'number of the mail')
        .option('--as <outcome>', '"sent", or "failed": then the next run tries again')
        // the program has a flag of that name and reads it first
        .hook('preAction', (_, settle) => {
          settle.setOptionValue('as', command.parent?.opts<GlobalFlags>().as);
          command.parent?.setOptionValue('as', undefined);
        })
        .action(runs(async () => (await import('../commands/sent.ts')).runSentSettle));
    },
    'read-mail': (command, runs) =>
      command
        .description('log what salespeople answered to their mailed lists: 482v 911t')
        .argument(
          '[mail...]',
          'a mail (.eml), a Maildir, a folder of mails, or - for standard input; none: the mailbox of the settings',
        )
        .addHelpText(
          'after',
          `
An answer counts when it comes from the address the list was sent to and belongs to that mail, and it counts once.
It is logged on the day it was written. Every line but greetings and thanks that says nothing of a call is named,
and whoever wrote it is told by mail where [mail] has enabled and answers.
Of a mail that answers no list only the head is looked at; an answer of more than 8 MB is refused.
Who wrote a mail is only as sure as your mail server makes it: read mail that it took in itself.

A mailbox is read over IMAP. An answer is marked as read there; nothing is deleted or moved. The settings name it:

  [mail.imap]
  host = "imap.lakeside.example"
  user = "lists@lakeside.example"      # left out: who signs in under [mail] does so here, too
  password_file = "/home/beback/imap"  # mode 0600; or password_command, or BEBACK_IMAP_PASSWORD
  # also: port, security ("tls", "starttls"), mailbox (INBOX), since_days (how far back the first look goes: 14), ca_file

Where the mail service takes no password, under [mail] and [mail.imap] alike:

  auth = "xoauth2"
  token_command = "oama access lists@lakeside.example"  # prints an access token, each time it is run

From cron, every quarter of an hour: */15 7-20 * * * beback --quiet read-mail`,
        )
        .action(runs(async () => (await import('../commands/read-mail.ts')).runReadMail)),
  },
};
