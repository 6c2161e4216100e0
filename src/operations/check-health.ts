/** Whether everything is in order: settings, modes, integrity, mail, the age of the last import. */

import { statSync } from 'node:fs';
import { type Day, dayInZone, daysBetween } from '../domain/day.ts';
import { EXIT, Fault } from '../domain/fault.ts';
import { counted } from '../render/counted.ts';
import type { Settings } from '../settings/settings.ts';
import { distrustOf } from '../settings/trusted-path.ts';
import { SCHEMA_VERSION } from '../store/engine/migrate.ts';
import { openStoreToRead } from '../store/engine/open-store.ts';
import type { Store } from '../store/engine/store.ts';
import { lastExportTaken } from '../store/imports.ts';
import { mailboxPlace } from '../store/mailbox-place.ts';
import { headLastMailed } from '../store/read-journal.ts';
import { salespersonNamed } from '../store/salespeople.ts';
import { countPending } from '../store/writing/pending-rows.ts';
import { daysOffById } from './days-off.ts';
import type { MailPasswords } from './mailing/mail-password.ts';
import { mailReliesOn } from './mailing/mail-transport.ts';
import { mailboxInWords } from './mailing/mailbox-of.ts';
import { serverReliesOn } from './mailing/server-login.ts';
import { verifyJournal } from './verify-journal.ts';
import { type Lack, peopleWithoutAddress, whatIsLacking } from './what-is-lacking.ts';

export interface Finding {
  readonly what: string;
  readonly found: string;
  /** false = needs a look */
  readonly ok: boolean;
  /** what to do where it needs one */
  readonly advice?: string;
}

export const fine = (what: string, found: string): Finding => ({ what, found, ok: true });
const checked = (ok: boolean, what: string, found: string, advice: string): Finding =>
  ok ? fine(what, found) : { what, found, ok, advice };
const faulty = (what: string, { message, hint }: Fault): Finding => ({
  what,
  found: message,
  ok: false,
  ...(hint === undefined ? {} : { advice: hint }),
});

/** An import a month is the least; a week's grace. */
const STALE_DAYS = 38;
/** What is looked at. */
export interface Checked {
  /** or what is wrong with them */
  readonly settings: Settings | Fault;
  readonly settingsPath: string;
  readonly databasePath: string;
  /** given beside the settings */
  readonly mailPasswords: MailPasswords;
  /** the day to act as, asked for only where the settings can be read */
  readonly day: () => Day;
  /** throws where who acts is nobody the store knows */
  readonly refuseStranger: (db: Store) => void;
}

export interface Health {
  readonly findings: readonly Finding[];
  /** what the store still lacks, in order of harm; nothing where the settings cannot be read */
  readonly lacks: readonly Lack[];
}

export function checkHealth(checkedStore: Checked): Health {
  const { settings } = checkedStore;
  if (settings instanceof Fault)
    return { findings: [faulty('settings', settings), ...database(checkedStore, null).findings], lacks: [] };
  const { findings, lacks } = database(checkedStore, settings);
  return { findings: [...settingsFindings(checkedStore, settings), ...findings], lacks };
}

const settingsFindings = ({ settingsPath, mailPasswords }: Checked, settings: Settings): Finding[] => {
  const { path, plan, layouts, store } = settings;
  return [
    fine('settings', path ?? `none at ${settingsPath}: the shipped defaults are in force`),
    ...(path === null ? [] : privacy('settings', path)),
    fine(
      'store',
      `${store.name ?? '(no name set)'}, ${store.country}, ${store.timezone ?? 'the time zone of this machine'}`,
    ),
    fine(
      'plan',
      `${counted(plan.touches.length, 'touch', 'touches')}, ${counted(layouts.length, 'saved map')}`,
    ),
    ...distrustedForMail(settings, mailPasswords),
  ];
};

/** @param settings null where they cannot be read: what hangs on them is not looked at */
function database({ databasePath: path, day, refuseStranger }: Checked, settings: Settings | null): Health {
  const lacks = (db: Store | null): readonly Lack[] =>
    settings === null ? [] : whatIsLacking(db, settings, day());
  try {
    const db = openStoreToRead(path);
    if (db === null) return { findings: [fine('database', `none yet at ${path}`)], lacks: lacks(null) };
    try {
      if (settings !== null) refuseStranger(db);
      const findings = [
        ...(settings === null
          ? []
          : [...mail(db, settings, day()), ...answers(db, settings, day()), ...assistants(db, settings)]),
        ...inspect(db, path),
        ...journal(db, path),
        ...(settings === null ? [] : lastImport(db, settings, day())),
      ];
      return { findings, lacks: lacks(db) };
    } finally {
      db.close();
    }
  } catch (error) {
    // how the program was called is no matter of the database
    if (!(error instanceof Fault) || error.exit === EXIT.usage) throw error;
    return { findings: [faulty('database', error)], lacks: [] };
  }
}

function inspect(db: Store, path: string): Finding[] {
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const integrity = String(db.pragma('quick_check', { simple: true }));
  const broken = (db.pragma('foreign_key_check') as unknown[]).length;
  const whole = integrity === 'ok' && broken === 0;
  return [
    fine('SQLite', `${sqlite}, schema ${SCHEMA_VERSION}`),
    fine('database', `${path}, ${statSync(path).size.toLocaleString('en-US')} bytes`),
    ...privacy('database', path),
    checked(
      whole,
      'integrity',
      whole ? 'ok' : `${integrity}; ${counted(broken, 'broken reference')}`,
      'keep this file, restore the last backup, and send us the message',
    ),
    fine(
      'holds',
      `${counted(count('customer'), 'customer')}, ${counted(count('sale'), 'sale')}, ${counted(count('repair_order'), 'repair order')}, ${counted(count('contact'), 'contact')}`,
    ),
  ];
}

/** A chain that nobody outside has seen can be made anew by whoever has the file. */
function journal(db: Store, path: string): Finding[] {
  const { ok, entries, first_bad, kind } = verifyJournal({ store: db }, null);
  const waiting = countPending(path);
  const sent = headLastMailed(db);
  const size = counted(entries, 'entry', 'entries');
  return [
    checked(
      ok,
      'journal',
      ok ? `${size}, whole` : `not whole: entry ${first_bad} (${kind})`,
      '`beback journal verify` says what is wrong; keep this file, and compare it with a backup',
    ),
    fine(
      'journal outside',
      sent === null
        ? 'its head was never sent: the managers in [mail] get it with the digest, and only then could a journal made anew be told from this one'
        : `its head was last sent on ${sent}`,
    ),
    fine(
      'names',
      'at the command line a name is a claim: the journal keeps the user of the machine beside it',
    ),
    ...(waiting === 0
      ? []
      : [fine('journal pending', `${counted(waiting, 'row')} in ${path}.pending: in with the next change`)]),
  ];
}

function lastImport(db: Store, { store }: Settings, day: Day): Finding[] {
  const last = lastExportTaken(db, store.timezone);
  if (last === null) return [fine('last import', 'nothing was imported yet')];
  const age = Math.max(0, daysBetween(last.on, day));
  return [
    checked(
      age <= STALE_DAYS,
      'last import',
      `${last.on}, ${counted(age, 'day')} ago`,
      'export the last month from the DMS and import it: lists from old data call people about cars they no longer have',
    ),
  ];
}

/** Who would get no list in the morning, or one on a day off. */
function mail(db: Store, { mail: { enabled }, calendar }: Settings, day: Day): Finding[] {
  const without = peopleWithoutAddress(db, day);
  const { unknown } = daysOffById(db, calendar);
  return [
    enabled
      ? checked(
          without.length === 0,
          'mail',
          without.length === 0 ? 'switched on' : `switched on; no address of ${without.join(', ')}`,
          'beback salespeople set NAME --email ADDRESS; or --left DAY for whoever is gone',
        )
      : fine('mail', 'not switched on'),
    ...unknown.map((who) =>
      checked(
        false,
        'calendar',
        `days_off names ${who}, who is not a salesperson`,
        'write the name or the code as `beback salespeople` shows it',
      ),
    ),
  ];
}

/** Cron may have been forgotten, or fail since long. */
const UNREAD_DAYS = 3;

/** Whether answers come in by themselves. */
function answers(db: Store, { mail: { imap, answers: areRead }, store }: Settings, day: Day): Finding[] {
  if (imap === null)
    return areRead
      ? [fine('answers', 'no mailbox is named: they are read with `beback read-mail FILE`')]
      : [];
  const { host, signIn, mailbox: name } = imap;
  const lookedAt = mailboxPlace(db, { host, user: signIn.user, name })?.lookedAt ?? null;
  const where = mailboxInWords(imap);
  if (lookedAt === null)
    return [fine('answers', `${where} was not read yet: \`beback cron example\` has the line for it`)];
  const on = dayInZone(new Date(lookedAt), store.timezone);
  return [
    checked(
      daysBetween(on, day) <= UNREAD_DAYS,
      'answers',
      `${where}, read last on ${on}`,
      '`beback runs` shows what kept `read-mail` from it; `beback cron example` has the line',
    ),
  ];
}

/** Whoever is named beside an assistant must be somebody. */
const assistants = (db: Store, { people }: Settings): Finding[] =>
  [...people.assistants].flatMap(([assistant, wanted]) =>
    wanted
      .filter((who) => !isSomebody(db, who))
      .map((who) =>
        checked(
          false,
          'people',
          `${assistant} assists ${who}, who is not a salesperson`,
          'write the name or the code as `beback salespeople` shows it',
        ),
      ),
  );

/** Exactly one. */
function isSomebody(db: Store, who: string): boolean {
  try {
    return salespersonNamed(db, who) !== null;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

/**
 * Names, phones and birthdays are nobody else's business, and nobody else's to change.
 * @param named what the findings are called: `database` gives `database mode` and `database place`
 */
function privacy(named: string, path: string): Finding[] {
  if (process.platform === 'win32') return [];
  const mode = statSync(path).mode & 0o777;
  const open = [...((mode & 0o044) !== 0 ? ['read'] : []), ...((mode & 0o022) !== 0 ? ['write'] : [])];
  const wrong = distrustOf(path);
  return [
    checked(
      (mode & 0o077) === 0,
      `${named} mode`,
      `0${mode.toString(8)}`,
      `others on this machine can ${open.join(' and ') || 'run'} it: chmod 600 "${path}"`,
    ),
    // its own mode is told above
    ...(wrong === null || (wrong.path === path && wrong.mend.startsWith('chmod'))
      ? []
      : [checked(false, `${named} place`, `${wrong.path} ${wrong.why}`, wrong.mend)]),
  ];
}

/** What `send` and `read-mail` would not run, or not read, because others could have changed it. */
const distrustedForMail = ({ mail: how, path }: Settings, passwords: MailPasswords): Finding[] =>
  [
    ...mailReliesOn(how, null, passwords),
    ...(how.imap === null ? [] : serverReliesOn(how.imap, 'mail.imap', null, passwords)),
  ].flatMap(({ path: file, consequence }) => {
    const wrong = distrustOf(file);
    if (wrong === null || path === null) return [];
    return [checked(false, 'mail', `${wrong.path} ${wrong.why}: ${consequence}`, wrong.mend)];
  });
