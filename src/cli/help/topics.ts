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

A customer is named by the id, a phone number, the end of the VIN, the deal number or the name; where several fit, beback
shows them and does nothing. Names are found by sound and in spite of a slip.

A list is as long as the day: 25 calls, promises first, then what matters most, then what closes soonest. It says how many more
wait; today --limit none shows all, today --fill 15 adds on a quiet day whom you have not spoken with for the longest.
\`log 118 snoozed --next 2w\` takes somebody off every list until then, 90 days at most.

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
On a terminal beback asks instead, and keeps the answers as [[layout]] in the settings.

A newer file wins over an older one whatever the order; a day in the file name (DVD00017_20261101_0615_SL.txt) says when
it was delivered. An empty cell never erases what is known. The program's own CSV exports can be imported again.

Of a workbook (.xlsx) the first sheet that is not hidden is read, or the one named by --sheet, as the CSV it would be saved
as: zeros in front, days and the values of formulas as the cells show them; rows that a filter hides are read too. One that
is locked, over 50 MB or damaged is refused, and so is one whose formulas were saved without values.

Nothing is passed over in silence. A column nobody has a use for is looked through all the same: who refuses contact is
blocked, dealer trades, fleet and unwound deals are left out, a phone, e-mail address or VIN counts where the row has no
other. Where the title makes it another matter ("Trade Disposition: Wholesale") a remark says so. A file of which every
row is left out by a guess ends with exit 3, and the report names the column.

A customer's number proves nothing alone: a filler (UNKNOWN, -, 1.20E+11) is none, and one whose holder has another name,
phone, e-mail address and birthday stays with the holder, with a remark. Zeros in front do not matter.

New deals of the last 60 days are compared with whose customer the buyer was on the day before. Where a deal is credited to
others, the report, the list of the salesperson for seven days, the mails and the digest say so. A phone number or e-mail
address of more than five customers says nothing there. In JSON: sold_by_other of each file, notices of each list.
`,
  },
  service: {
    about: 'the workshop: appointments, who is in the building, the first service',
    text: `A schedule of appointments may be imported several times a day: the newest says what counts, as of the day in its name,
else of the moment it is taken in. Repair orders say who came.

  $ beback import schedule.csv
  $ beback lane                     who of your customers is here today: whom to greet, and with what
  $ beback lane --all --ungreeted   the sweep: who was not greeted; exit 3 if the schedule is not that of the day
  $ beback lane --all --service     for advisors: whom to hand over, and to whom
  $ beback log 118 greeted --pitched --from-advisor "Jo Park"
  $ beback log 118h                 hello: a word in passing, by anybody of the store

Schedule and open repair orders make one visit of a car. It is said who greets (the owner, who covers for them, or the next
on the deal), what is open, and whether the car may have changed hands. Nobody is asked about their next car twice within
300 days ([lane] pitch_rest), within a year of a purchase in their household, or with an open case. As CSV the lane comes
back with \`beback log --sheet\`: an x under pitched for whoever was asked. Whoever asked not to be called is shown without
numbers and reasons, marked "do not call, do not pitch". The morning's mail brings everybody whom they greet, under their
calls.

Whoever missed an appointment is called about it on the next business day (no-show), unless they have another by then. It is
missed only when newer data of the workshop are on file; where files hold closed orders alone, from the eighth day on
([service] missed_after). Nobody is reminded of a service who has an appointment within 60 days, or whose car is here.
These calls stand with whoever looks after the customer, or all with one person ([service] caller = "Lee Chan").

  $ beback appointment 90 no-show --why "called, forgot"
  $ beback export appointments      what became of each, and who says so
  $ beback export vehicles          whether each car still comes: active, slipping, gone, never

matched_by in the first names the strongest evidence of whose visit it was; it is asked again when sales come in.

A reminder may count the distance, too: distance = 5000 beside every in its touch; what comes first counts. How far a car
goes is read off its odometer, at visits at least 90 days apart; until then it is [service] per_day.

Whoever comes for the first service comes again. It is set at the delivery:

  $ beback delivered 10233 --introduced --advisor "Maria Delgado" --first-service 2027-05-20T08:30
  $ beback first-service            your cars of the last 180 days: set, shown or missed
  $ beback export deliveries

The day is that of whoever spoke last, a person or a file. They have shown when the car was in the workshop within five days
of it, or two weeks or more after the delivery. Three weeks and two days before the day the customer is called.
`,
  },
  whose: {
    about: 'whose customer somebody is, and what happens when people are away or leave',
    text: `A customer belongs to whom they were given by hand; else to whoever is credited first, and is still here, with the car they
have, one they signed for, one they had; else to whoever promised them something; else to the house.

  $ beback whose 614-555-0147       phone, name, VIN or its last 6, plate, deal number, e-mail, id
  $ beback orphans                  cars from us, and nobody who looks after the customer; exit 3 if any
  $ beback export owners            who looked after whom, from when until when, and by which rule

whose says by which rule, who covers the owner, and who else has a claim: credited with a sale, had them by hand before, spoke
with them within a year. Nobody known is a sentence, and exit 0.

Somebody is away: their calls stand on the list of who covers for them, marked (for Dana Reyes), within that list's share of
the day; their own list is empty and says who calls. Nobody changes hands.

  $ beback cover Kowalski --by Delgado --from 2026-12-21 --to 2027-01-02 --why holidays
  $ beback covers                   who makes whose calls, now and to come
  $ beback cover end 7              back before their time

Your own calls you give away yourself, those of others only managers do. Whoever covers may be covered in turn; calls that
would come back to whose they are, are refused, and so are two covers of one person on a common day.

Somebody leaves: their customers go to others in one step, and come back in one.

  $ beback handover Kowalski --dry-run   who would get whom, and why
  $ beback handover Kowalski --out sheets
  $ beback give 118 --to Delgado --why "asked for her"
  $ beback undo 41                  also weeks later; who was given again since stays, exit 3

Whoever is new to a customer has them on their list on the next business day, to introduce themselves, with the name of who
looked after them before.
`,
  },
  stock: {
    about: 'what customers wish for, and what is in the lot',
    text: `  $ beback wish 118 "seven seats" --make Honda --model Pilot --year 2021..2024 --price 30000 --condition used
  $ beback import inventory_20261116.csv   the cars in the lot: a stock number, and a make or model
  $ beback matches                  your customers with an open wish, and the best three cars for each
  $ beback wish end 97              they look for it no more; \`beback export wishes\` has the numbers
  $ beback news add "The new Civic is here" --until +2w
  $ beback news                     what is told now

A list of cars is the whole stock of its store: what a newer one lacks is gone. One that lacks more than half of at least 20
cars is refused without --replace. Of two rows with one number the last counts; a price of 0 is not known.
\`beback export stock\` has every car with the days on which it was first and last seen, and gone.

A car fits when nothing known of it speaks against the wish; what is not known is named. From the day on which there are
both, the customer is on the call list for 14 days (wish-match). A wish is over with its last day (180 days on, or --until),
with \`wish end\`, or when the customer buys.
`,
  },
  cases: {
    about: 'when somebody is about to leave: recovery cases',
    text: `A case keeps what went wrong, in the customer's words, who owns it, and what was promised by when.

  $ beback case open 118 "kept three days, no call" --severity high --own "Maria Delgado" --ro 40112
  $ beback case note 97 --situation "a $250 repair" --needs "to be told first" --limits "no fourth day"
  $ beback case offer 97 "a loaner, and the repair is on us"
  $ beback case promise 97 "the price, in writing" --due fri
  $ beback case kept 97 1           the first promise was kept
  $ beback case update 97 "the part is in" --cc "Pat Boss"
  $ beback case met 97 "Sam Ortiz, service manager"
  $ beback case amounts 97 --before 250 --after 5,000
  $ beback case close 97 --outcome recovered --apologised
  $ beback cases                    your open ones, the late ones first; --closed for those that are over

A case is answered by an offer, an update, or a talk, an appointment or a greeting logged after it was opened. Until then it
stands on the list, before all that is planned, beyond the share of the day too; after that it comes back the business day
before something is due. It stands with the salesperson who owns it, else with whose customer it is.

Late is who was not answered by the next business day, whose promise is broken, or whose case is still open after five;
[cases] has other lengths (answer = "1b", close = "5b"). While a case is open nothing is sold to the customer. It is closed
as recovered or unresolved only with situation, needs, limits and an apology; the next business day somebody asks whether
it stayed right. People of the service department act and own cases once [people] service names them.
`,
  },
  law: {
    about: 'who must not be called, until when and at which hours the others may be',
    text: `  $ beback block 118 call --why "asked on the phone"
  $ beback log 118d                 the same, as it is logged
  $ beback turn-off 118 --touch service --why "services elsewhere"
  $ beback log 118w                 a wrong number: off every list, and no import brings it back

A wish not to be called holds at once and for good: on every list, through every import and purchase, for the number whoever
else has it, and for every record that is like the customer's (a like name, and a phone, e-mail address, home or birthday in
common). An opt-out in any file counts the same, also on rows that are skipped: whatever stands in such a column and is no
known no (\`beback layouts --fields\`), and "Do Not Contact" in any column. Where that is in doubt the file is refused, and
the message names the key of a map that settles it. All of it goes along when the DMS gives the customer another number.
\`beback show\` says through whom a wish holds; taking it back lifts it everywhere.

  $ beback fixes                    who cannot be reached, made-up addresses
  $ beback fixes set 118 --phone 614-555-0147
  $ beback fixes bounced lou@lakeside.example

Every call says until when and at which hours the customer may be called: the law where they live, which your settings may
tighten and never loosen.

  $ beback law show                 the rules, each with its source and date
  $ beback import dnc.csv --kind do-not-call

The second takes in a copy of the do-not-call registry, not older than 31 days: outside the relationship window a listed
number is left out; without a copy such calls say "check the registry before you call". A copy replaces the one on file for
its area codes; one that would take more than 5 % of an area code's numbers out is refused without --replace. undo brings
back what was on file before, to the number.
`,
  },
  mail: {
    about: 'lists by e-mail, and answers that come back',
    text: `Every salesperson with an address gets the list of the day, managers a digest.

  $ beback salespeople set Delgado --email maria@lakeside.example
  $ beback send --dry-run --out mails     the mails as files, to look at
  $ beback send --check                   connects, signs in, and mails one line to yourself
  $ beback send --help                    the settings, which switch it on

Nothing is sent twice. Where the mail server vanished in the middle of a message nobody can know whether it arrived:

  $ beback sent                           what went out, and what is in doubt
  $ beback sent settle 42 --as sent       or failed

A salesperson answers the mail with 482v 911t, or taps one of the buttons that stand with each call (answers = true). A
button writes 8v #118-kqz: line 8 of the list, voicemail, customer 118, and three letters that tell whether that line was
that customer; a note can be typed behind it. The subject names the list, so yesterday's mail still answers yesterday's list;
an answer counts only from the address the list went to. Where more calls are due than a mail can show (Gmail cuts at 102 KB,
some 30 calls), it says how many more stand in the attached file.

  $ beback read-mail                      the mailbox of the settings, over IMAP; or a .eml file, a Maildir, -
  $ beback read-mail --help               the settings, also for services that want an access token

It is logged as of the day it was written, and every line that was not understood is named, by mail to whoever wrote it where
sending is switched on. An answer is marked there as read (and $beback); nothing is deleted or moved, other people's mail is
left as it is. The first run goes back since_days, the next begin where the last ended. An answer may have 8 MB and 100,000
letters of new text.

sendmail, password_command and token_command with the scripts they name, password_file and ca_file are used only where
nobody else can change them, or the settings: each file and folder on the way is yours or root's, and neither others nor a
group may write it, unless the group is yours alone. Else it ends with exit 2 and says which file: chmod go-w FILE.
`,
  },
  journal: {
    about: 'the book of deeds, and what it proves',
    text: `Each call, note, promise, wish, change of hands and undo is an entry, and so is each file taken in, each run that mailed
anybody, and each export that names more than one customer, before its first byte leaves: who did it, for which day, and as
whom the machine knows them.

  $ beback journal                  the newest first
  $ beback journal 118              of one customer
  $ beback undo 17                  takes an entry back, with what it did and nothing else
  $ beback journal verify           is anything changed, put in, out of order or gone? exit 1 if so

What a later entry rests on is taken back after that one. With --entries and --head, as they stand in the managers' digest,
verify tells whether it is still the journal of that day.

Every entry is bound to the one before it by a SHA-256, and the file itself refuses a change or a deletion. Nobody has edited,
deleted, inserted or swapped an entry without verify naming the first that is wrong. What it cannot prove alone is that the
newest were not cut off, or that nobody with the file and much patience computed all of it anew: against both stands the line
in the digest, so keep that mail where the database is not. What the chain never proves is who sat at the keyboard.

A database of before begins its journal with its old entries, under their numbers. While another program writes, an export is
noted in beback.db.pending beside the database, and goes into the journal with the next change.
`,
  },
  settings: {
    about: 'files, who acts, and days as people type them',
    text: `  $ beback init                     asks what the store is, and makes both files or neither
  $ beback config                   every setting in force, and who says so
  $ beback config mail              those of one table; \`beback config store.country\` is one
  $ beback doctor                   checks everything, and says what the store still lacks, the worst first

The database is --db FILE, else BEBACK_DB, else beback.db in your data folder; the settings are --config FILE, else the
database's name with .toml. Only import and init make a database; any folder but the data folder must be there. Files are
made for their owner only. The database is not encrypted: keep it on an encrypted disk, not on a network share or in a
synced folder, and copy it with \`beback backup\`, never with cp. One of an earlier beback is brought to the new version when
it is first used; a checked copy is kept beside it (beback.db.schema-11). Another program's file is left as it is. On a disk
where nobody can write, everything that only looks works all the same.

  $ beback backup friday.db         a checked copy, with the settings beside it

To restore, stop whatever uses the database, move the old one away together with any -wal and -shm beside it, put both
copies in their place and run \`beback doctor\`.

Who acts is a salesperson, by name, part of it or code, or stands under [people]: --as NAME, BEBACK_AS, or as = "NAME" in the
settings. Another name is refused with the nearest; only the first import does not ask, and send and import --move-to say so
and go on. Without one you are nobody in particular. An assistant works for the
salespeople named with them: what Kim logs counts as Dana's, with --for where Kim assists several, and both names are kept.
At the command line a name is a claim: give each person a login of their own where it matters.

A day is 2026-11-25, or what people type: today, tomorrow, yesterday, fri, +3d, 2w, Nov 25, and as the store's country writes
dates. In a country with two ways (Canada) what may be two days is refused. fri is the next Friday after today; of what is
logged the last one, today included. Nothing is done on a day to come: --on after today is refused there.

Holidays may be days, countries and regions ("US-IL"): \`beback config calendar.holidays\` says which days that makes.
On a terminal what is longer than the screen is shown by BEBACK_PAGER, PAGER, else less; an empty BEBACK_PAGER ends that.
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

Distances are in days, weeks, months and years, or in business days: 1b is the next day on which the store works, -2b the
second one before, 0b the day itself or the next business day. at, opens and closes take them: opens = "2b".

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
  130  interrupted (Ctrl-C); nothing half-written (129 and 143 when the terminal or the system ends it)

Data goes to standard output, talk to standard error. In a pipe there is no colour, no question, nothing cut off. With
--json the data is one document, and a fault is too, on standard error:
{"error":{"code","message","hint"}}

  $ beback today --json --all       for a program
`,
  },
};
