/** Short guides: `beback help TOPIC`. A line that begins with `  $ ` is typed as it stands. Loaded only when asked for. */

export interface Topic {
  readonly about: string;
  readonly text: string;
}

export const TOPICS: Readonly<Record<string, Topic>> = {
  salesperson: {
    about: 'the day of a salesperson',
    text: `Your list is made new every morning: who of your customers should hear from you today, and why.

  $ beback today                    the list, the most important first
  $ beback work                     the same, one customer a screen, one key for what came of the call

Say who you are once, with BEBACK_AS="Maria Delgado" in the environment or --as with each command.

What came of a call is logged by the number that stands with the customer (#118):

  $ beback log 118 voicemail
  $ beback log 118 talked --note "wants a van in spring" --next 2027-03-15
  $ beback log "118v 42t 77x"       several at once: v voicemail, t talked, x no answer

A talk settles everything that was due. A try hides the customer for some days, then they are back; after three tries
the occasion is given up. --next is a promise: it stands on your list on that day, before everything else.

  $ beback undo                     takes back your last entry
  $ beback show 118                 all that is known of a customer
  $ beback why 118                  why they are on the list, or are not
  $ beback whose 614-555-0147       before you greet somebody: whose customer is it?
  $ beback promises                 what you said you would do

Somebody asks not to be called: that is for good, and for the number.

  $ beback block 118 call --why "asked on the phone"
`,
  },
  manager: {
    about: 'what a manager does every month, and when people come and go',
    text: `Every month, or every day: the exports of the DMS. The same file twice changes nothing.

  $ beback import sales.csv         says what was new, and which rows need a look
  $ beback imports show 1           rejected rows with their text
  $ beback doctor                   is everything in order?

People come and go:

  $ beback salespeople              who sells here, with their addresses
  $ beback salespeople set 103 --left 2026-11-15
  $ beback handover 103 --dry-run   who would get whose customers, and why
  $ beback orphans                  customers nobody looks after
  $ beback give 118 --to Delgado --why "asked for her"
  $ beback cover Kowalski --by Delgado --from 2026-12-21 --to 2027-01-02 --why holidays

What was done, and what was not:

  $ beback done --from mon --all    calls, talks, appointments, promises, by person
  $ beback today --all              everybody's list as it stands
  $ beback journal --limit 20       every deed, by whom and when
  $ beback journal verify           nothing in it was changed since
  $ beback plan forecast            what the plan will ask of whom in the weeks to come

Managers are named in the settings: [people] managers = ["Pat Boss"].
`,
  },
  import: {
    about: 'how exports are read, and what to do when one is not understood',
    text: `Take the export as the DMS writes it: no sorting, no renaming of columns, no opening and saving in a spreadsheet.

  $ beback import --dry-run sales.csv     the whole report, and nothing is kept
  $ beback import sales.csv

Each row ends as new, changed, same, skipped (wholesale, unwound, a dead deal) or rejected, and every skipped and
rejected row says why. Importing again what was mended is always safe.

A header nobody knows is read column by column, and the report says what each was taken for. What is guessed wrong, a
map says:

  $ beback import --draft-map sales.csv   the guess as a map, to be put right
  $ beback layouts --help                 what a map can say
  $ beback layouts --fields               what a column can be said to hold

then: beback import --map my-dms.toml sales.csv --save-map my-dms, and next month's file is read by itself.
On a terminal beback asks instead, and keeps the answers.
`,
  },
  plan: {
    about: 'when customers are called: the touch plan, and how to change it',
    text: `The plan is a list of touches, each with a day to count from, when it is due, for how long it stays open, and words to say.

  $ beback plan                     the one in force
  $ beback plan show 10233          what it means for one deal
  $ beback plan forecast            how many calls a day it makes, and for whom
  $ beback plan init                writes it into the settings, to be edited
  $ beback plan check               names line and key of what does not read

Try a change in a file of its own before it is in force: beback plan forecast --plan trial.toml.

  [plan] calls_a_day = 25           the day's share of one person
  [plan] must = 80                  touches of this priority go before whatever closes sooner
`,
  },
  cron: {
    about: 'what runs by itself, on Linux, macOS and Windows',
    text: `  $ beback cron example             lines for your crontab, with the paths of this machine
  $ beback runs                     what ran, and how it went
  $ beback sent                     which mails went out

Every command is safe to run twice: an import of the same file changes nothing, and a list is mailed once a day.
Exit code 75 means try again later; nothing was changed, or what was done is recorded.

Before the first real morning:

  $ beback send --check             connects, signs in, and mails one line to yourself
  $ beback send --dry-run --out mails

On Windows the Task Scheduler does what cron does (one line each, in a terminal of the user beback runs as):

  schtasks /Create /TN beback-import /SC DAILY /ST 06:00 /TR "beback --quiet import --move-to C:\\beback\\done C:\\beback\\drop"
  schtasks /Create /TN beback-send /SC DAILY /ST 07:00 /TR "beback --quiet send --fail-if-stale 8"

These two follow the description of schtasks; they were not tried on Windows yet. File modes are not checked there.
`,
  },
  'exit-codes': {
    about: 'what the exit codes mean to a script',
    text: `  0    done; an empty list is done
  1    could not, or a check found it not whole; nothing was changed
  2    wrong usage; nothing was changed
  3    done, but something needs a look: rows rejected, mails failed, customers without an owner
  75   try again later: the database is in use, the mail server is away; nothing was changed, or what was done is
       recorded
  130  interrupted (Ctrl-C); nothing half-written

Data goes to standard output, talk to standard error. With --json the data is one document, and a fault is too:
{"error":{"code","message","hint"}} on standard error.

  $ beback today --json --all       for a program
`,
  },
};
