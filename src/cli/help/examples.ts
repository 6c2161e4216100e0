/** Two or more examples for each command: what is typed, and what it is for. Loaded only when help is asked for. */

export type Example = readonly [typed: string, what: string];

/** By the name of the command, as it is typed behind `beback`. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  today: [
    ['beback today', 'your calls, the most important first'],
    ['beback today --for Kowalski', 'the list of one salesperson'],
    ['beback today --all --format html --out lists', 'a sheet to print for everybody'],
  ],
  work: [
    ['beback work', 'your calls on the whole screen, one key for each answer'],
    ['beback work --for 112 --limit 10', 'ten calls of one salesperson'],
  ],
  show: [
    ['beback show 118', 'by their number on the list'],
    ['beback show "Walter Rasmussen"', 'by name; a phone, a VIN or its end do as well'],
  ],
  find: [
    ['beback find rasmussen', 'everybody of that name'],
    ['beback find 0147', 'a part of a phone number, a VIN, a deal'],
  ],
  whose: [
    ['beback whose 614-555-0147', 'before you greet somebody: whose customer is it?'],
    ['beback whose rasmussen --limit 3', 'the first three of that name'],
  ],
  orphans: [
    ['beback orphans', 'customers with a car from us whom nobody looks after'],
    ['beback orphans --format csv', 'for a spreadsheet'],
  ],
  cover: [
    [
      'beback cover Kowalski --by Delgado --from 2026-12-21 --to 2027-01-02 --why holidays',
      'her list holds his calls for two weeks',
    ],
    ['beback cover 101 --by 112 --from today --to +2d', 'two days, by their codes'],
  ],
  'cover end': [
    ['beback cover end 1', 'they are back before their time'],
    ['beback cover end 2 --json', 'the same, for a program'],
  ],
  covers: [
    ['beback covers', 'who makes whose calls, now and to come'],
    ['beback covers --on 2026-12-24', 'on a day'],
  ],
  why: [
    ['beback why 118', 'why somebody is on the list, or is not'],
    ['beback why 118 --on 2026-12-24', 'as of another day'],
  ],
  log: [
    ['beback log 118 voicemail', 'what came of a call'],
    ['beback log 118 talked --note "wants a van" --next 2027-05-03', 'with a note and a promise'],
    ['beback log "118v 42t 77x"', 'several at once, by the letters of the sheet'],
  ],
  undo: [
    ['beback undo', 'takes back the last thing you logged'],
    ['beback undo 12 --why "the wrong Lee"', 'an entry of the journal'],
  ],
  note: [
    ['beback note 118 "twins, hockey"', 'comes up with their next call'],
    ['beback note rasmussen "met us at the fair"', 'by name, where there is one of it'],
  ],
  promise: [
    ['beback promise 118 "prices of the new model" --on +2w', 'on their list again in two weeks'],
    ['beback promise 118 "after tax season" --next 2027-04-20', 'on a day'],
  ],
  'promise done': [
    ['beback promise done 3', 'it is kept, or need not be kept'],
    ['beback promise done 3 --json', 'the same, for a program'],
  ],
  promises: [
    ['beback promises', 'yours: broken, due today, to come'],
    ['beback promises --all', "everybody's"],
  ],
  done: [
    ['beback done --from mon', 'what was done this week, by person'],
    ['beback done --from 2026-11-01 --to 2026-11-20 --for Delgado', 'of one person, in a time'],
  ],
  matches: [
    ['beback matches', 'which of your customers wish for a car that stands in the lot'],
    ['beback matches --all', "everybody's"],
  ],
  wish: [
    ['beback wish 118 "something for the twins" --model Pilot --year 2023.. --price 40000', 'terms by flags'],
    ['beback wish 118 "a truck, some day" --until +1y', 'only remembered'],
  ],
  'wish end': [
    ['beback wish end 4', 'they look for it no more'],
    ['beback wish end 4 --json', 'the same, for a program'],
  ],
  news: [
    ['beback news', 'what is told to whoever comes in'],
    ['beback news --on 2026-12-24', 'on a day'],
  ],
  'news add': [
    ['beback news add "the new Pilot is here" --until +4w', 'for four weeks'],
    ['beback news add "we have a second washing bay"', 'until it is ended'],
  ],
  'news end': [
    ['beback news end 2', 'it is news no more'],
    ['beback news end 2 --json', 'the same, for a program'],
  ],
  lane: [
    ['beback lane', 'your customers who are in the building today: whom to greet, and with what'],
    ['beback lane --all --ungreeted', 'the sweep: who is here, and nobody has said hello'],
    ['beback lane --all --service', 'for advisors: whom to hand over'],
  ],
  delivered: [
    ['beback delivered 20895 --introduced --advisor "Ana Ruiz"', 'they have met the workshop'],
    ['beback delivered 20895 --first-service +6m', 'the first service is set'],
  ],
  'first-service': [
    ['beback first-service', 'your deals of the last half year: who was introduced, who came'],
    ['beback first-service --all --from 2026-10-01', 'of everybody, since a day'],
  ],
  case: [
    ['beback case open 118 "kept three days, no call" --severity high', 'somebody is about to leave us'],
    ['beback case show 1', 'all that was said and done about it'],
  ],
  'case open': [
    [
      'beback case open 118 "kept three days, no call" --severity high --own "Maria Delgado"',
      'heard, and owned',
    ],
    ['beback case open 118 "the loaner was dirty" --on yesterday', 'it was yesterday'],
  ],
  'case note': [
    ['beback case note 1 --situation "a $250 repair took three days"', 'in the customer’s words'],
    [
      'beback case note 1 --needs "to be told first" --limits "no fourth day"',
      'what they need, and would not accept',
    ],
  ],
  'case offer': [
    ['beback case offer 1 "a loaner, and the repair is on us"', 'what we offered'],
    ['beback case offer 1 "free pick-up for a year" --json', 'the same, for a program'],
  ],
  'case promise': [
    [
      'beback case promise 1 "the price, in writing" --due fri',
      'it stands on the list of whoever owns the case',
    ],
    ['beback case promise 1 "the part is here" --due +2d', 'in two days'],
  ],
  'case kept': [
    ['beback case kept 1 1', 'the first promise of case 1 was kept'],
    ['beback case kept 1 2 --json', 'the same, for a program'],
  ],
  'case update': [
    ['beback case update 1 "the part is in"', 'the customer knows how it stands'],
    ['beback case update 1 "ready tomorrow" --cc "Pat Boss"', 'and who else was told'],
  ],
  'case met': [
    ['beback case met 1 "Sam Ortiz, service manager"', 'whom they have met about it'],
    ['beback case met 1 "Ana Ruiz" --json', 'the same, for a program'],
  ],
  'case amounts': [
    ['beback case amounts 1 --before 250', 'what the work came to when it went wrong'],
    ['beback case amounts 1 --after 5,000', 'and in the end'],
  ],
  'case own': [
    ['beback case own 1 Delgado', 'she takes it on'],
    ['beback case own 1 112', 'by their code'],
  ],
  'case close': [
    ['beback case close 1 --outcome recovered --apologised', 'it is put right'],
    ['beback case close 1 --outcome withdrawn', 'there was nothing to put right'],
  ],
  'case reopen': [
    ['beback case reopen 1', 'it is not over after all'],
    ['beback case reopen 1 --json', 'the same, for a program'],
  ],
  'case show': [
    ['beback case show 1', 'the whole of a case'],
    ['beback case show 1 --on 2026-11-23', 'as it stood on a day'],
  ],
  cases: [
    ['beback cases', 'your open cases, late ones first'],
    ['beback cases --all --closed', 'those that are over, of everybody'],
  ],
  block: [
    ['beback block 118 call --why "asked on the phone"', 'no calls to this number any more'],
    ['beback block 118 all', 'no calls, texts, e-mail or letters'],
  ],
  'turn-off': [
    ['beback turn-off 118 --touch service --why "services elsewhere"', 'one kind of call'],
    ['beback turn-off 118 --all --why "asked for peace until spring"', 'every call, until they buy again'],
  ],
  appointment: [
    ['beback appointment 12 no-show --why "waited until noon"', 'where no file says what became of it'],
    ['beback appointment /90012 showed --why "seen in the lounge"', 'by store and number'],
  ],
  fixes: [
    ['beback fixes', 'wrong numbers and people nobody can reach'],
    ['beback fixes --all', 'of the whole store'],
  ],
  'fixes set': [
    ['beback fixes set 118 --phone 614-555-0199 --kind cell', 'the right number'],
    ['beback fixes set 118 --email walter@example.com', 'the right address'],
  ],
  'fixes bounced': [
    ['beback fixes bounced walter@example.com', 'mail to it came back'],
    ['beback fixes bounced walter@example.com --why "no such mailbox"', 'with what the server said'],
  ],
  journal: [
    ['beback journal', 'everything that was done, the newest first'],
    ['beback journal 118', 'of one customer'],
  ],
  'journal verify': [
    ['beback journal verify', 'was anything changed, put in or taken out?'],
    ['beback journal verify --json', 'the same, for a program'],
  ],
  give: [
    ['beback give 118 --to Delgado --why "asked for her"', 'one customer'],
    [
      'beback give 42 77 "Ann Lee" --to house --why "moved away" --dry-run',
      'several; only tell who would go',
    ],
  ],
  handover: [
    ['beback handover Kowalski --dry-run', 'who would get whom when he leaves'],
    [
      'beback handover Kowalski --among Delgado,Nair --why "left us" --out sheets',
      'with a sheet for each who receives',
    ],
  ],
  import: [
    ['beback import sales.csv', 'this month’s export, whatever the DMS'],
    ['beback import sales.csv --dry-run', 'the report, without the change'],
    ['beback import --draft-map sales.csv', 'what each column is taken for'],
  ],
  imports: [
    ['beback imports', 'what was imported, and when'],
    ['beback imports --json', 'the same, for a program'],
  ],
  'imports show': [
    ['beback imports show 1', 'the rows with problems, and the text of rejected ones'],
    ['beback imports show 1 --json', 'the same, for a program'],
  ],
  layouts: [
    ['beback layouts', 'the export layouts that are known'],
    ['beback layouts --fields', 'what a column can be said to hold'],
  ],
  letters: [
    ['beback letters --touch anniversary --out letters.html', 'a letter a page, ready to print'],
    ['beback letters --touch birthday --format csv --dry-run', 'a merge file, nobody logged as written to'],
  ],
  send: [
    ['beback send --check', 'is the mail server right? One line to yourself'],
    ['beback send --dry-run --out mails', 'the mails as files, to look at'],
    ['beback send', 'everybody’s list, once a day'],
  ],
  sent: [
    ['beback sent', 'which mails went out, and which are in doubt'],
    ['beback sent --days 30', 'of a month'],
  ],
  'sent settle': [
    ['beback sent settle 7 --as sent', 'it did arrive'],
    ['beback sent settle 7 --as failed', 'it did not: the next run tries again'],
  ],
  'read-mail': [
    ['beback read-mail', 'what came into the mailbox of the settings'],
    ['beback read-mail answer.eml', 'what a salesperson answered'],
    ['beback read-mail ~/Maildir', 'a whole mailbox; nothing is read twice'],
  ],
  runs: [
    ['beback runs', 'what ran by itself, and how it went'],
    ['beback runs --limit 5', 'the last five'],
  ],
  'cron example': [
    ['beback cron example', 'lines for your crontab'],
    ['beback cron example --db /srv/beback/lakeside.db', 'for another store'],
  ],
  init: [
    ['beback init', 'asks for what it needs'],
    [
      'beback init --name "Lakeside Motors" --country US --timezone America/Chicago --salesperson "101 Maria Delgado <maria@lakeside.example>"',
      'without a question',
    ],
  ],
  config: [
    ['beback config', 'every setting, and where it comes from'],
    ['beback config mail', 'one table of them'],
  ],
  salespeople: [
    ['beback salespeople', 'who sells here, and who left'],
    ['beback salespeople --json', 'the same, for a program'],
  ],
  'salespeople add': [
    ['beback salespeople add "Kim Park" --code 108', 'a salesperson who is in no export yet'],
    ['beback salespeople add "Lou Ray" --email lou@lakeside.example', 'with an address for the lists'],
  ],
  'salespeople set': [
    ['beback salespeople set Delgado --email maria@lakeside.example', 'where the list goes'],
    ['beback salespeople set 103 --left 2026-11-15', 'the first day no longer here'],
  ],
  plan: [
    ['beback plan', 'the touches: when, why and with what words'],
    ['beback plan --json', 'the same, for a program'],
  ],
  'plan check': [
    ['beback plan check', 'does the plan in the settings read?'],
    ['beback plan check --config trial.toml', 'another file'],
  ],
  'plan init': [
    ['beback plan init', 'writes the shipped plan into the settings, to be edited'],
    ['beback plan init --config trial.toml', 'into another file'],
  ],
  'plan show': [
    ['beback plan show 10233', 'the calendar of one deal'],
    ['beback plan show 1HGCM82633A004352', 'by the VIN'],
  ],
  'plan forecast': [
    ['beback plan forecast', 'what the plan will ask of whom, week by week'],
    ['beback plan forecast --plan trial.toml --for Delgado', 'with another plan, for one person'],
  ],
  law: [
    ['beback law', 'until when and at what hours customers may be called'],
    ['beback law --json', 'the same, for a program'],
  ],
  'law show': [
    ['beback law show', 'the rules in force'],
    ['beback law show --all', 'of every country in the table'],
  ],
  export: [
    ['beback export sales --format csv --out sales.csv', 'nothing is locked in'],
    ['beback export calendar --for Delgado --days 60 --out maria.ics', 'for a telephone'],
  ],
  backup: [
    ['beback backup beback-friday.db', 'a checked copy, with the settings beside it'],
    ['beback backup /mnt/nas/beback.db', 'on another disk'],
  ],
  doctor: [
    ['beback doctor', 'is everything in order?'],
    ['beback doctor --json', 'the same, for a program'],
  ],
  completion: [
    ['beback completion bash', 'what bash is to read: commands, flags and names are completed by Tab'],
    ['beback completion powershell', 'the same for PowerShell'],
  ],
  man: [
    ['beback man', 'the manual, as man wants it'],
    ['beback man --on 2026-12-01', 'of another day'],
  ],
};
