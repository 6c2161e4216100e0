/** What every command needs: the store, its settings, the day, who acts; opened only when asked for. */

import { dirname } from 'node:path';
import type { Acting } from '../domain/acting.ts';
import { type Day, dayInZone, timeInZone } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import { dayGiven } from '../operations/days-given.ts';
import { forWhomOf } from '../operations/for-whom.ts';
import { type MailPasswords, PASSWORD_VARIABLES } from '../operations/mailing/mail-password.ts';
import type { ActingSession, Session } from '../operations/session.ts';
import type { SettingInForce } from '../operations/settings-in-force.ts';
import { StoreAccess } from '../operations/store-access.ts';
import { type Actor, actingAs } from '../operations/who-acts.ts';
import { jsonDocument } from '../render/json-text.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import { fittedLines } from '../render/wrapped.ts';
import { readSettings, type Settings } from '../settings/settings.ts';
import { openTerminal, type Terminal } from '../terminal/terminal.ts';
import type { Looks } from '../values/typed-day.ts';
import { ActingName, osUser } from './acting-name.ts';
import { databasePath, isDataFolder, settingsPath } from './paths.ts';

/** How a command takes what is typed. */
export interface Manner {
  /** which Friday `--on fri` is: the next one, or for what is logged the last one */
  readonly looks?: Looks;
  /** an assistant does it for a salesperson, whom --for may name */
  readonly assistantsToo?: boolean;
  /** it goes through a whole file or store: what it runs is worth optimising at once */
  readonly takesLong?: boolean;
}

/** The flags that work before and after every command. */
export interface GlobalFlags {
  readonly db?: string;
  readonly config?: string;
  /** every --on given, in order: the last is the day to act as */
  readonly on?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly as?: string;
}

export class Context {
  readonly json: boolean;
  /** nothing is said when all went well */
  readonly quiet: boolean;
  readonly terminal: Terminal;
  readonly settingsPath: string;
  readonly #flags: GlobalFlags;
  readonly #looks: Looks;
  /** as --for names them, null = nobody is named; undefined = it is not asked for whom */
  readonly #forWhom: string | null | undefined;
  readonly #access: StoreAccess;
  /** who acts, as said by --as, BEBACK_AS or the settings */
  readonly actingName: ActingName;
  #settings: Settings | undefined;

  /** @param forWhom of --for, where the command has it */
  constructor(flags: GlobalFlags, { looks, assistantsToo }: Manner, forWhom: string | undefined) {
    this.#flags = flags;
    this.#looks = looks ?? 'ahead';
    this.#forWhom = assistantsToo ? (forWhom ?? null) : undefined;
    this.json = flags.json ?? false;
    this.quiet = flags.quiet ?? false;
    this.terminal = openTerminal({ color: flags.color, quiet: this.quiet });
    this.actingName = new ActingName(flags.as, () => this.settings, this.terminal.complain);
    if (flags.as?.trim() === '') throw usageFault('usage', '--as is empty', 'name who is acting: --as NAME');
    if (flags.db === '') throw usageFault('usage', '--db is empty', 'name a file: --db FILE');
    const path = databasePath(flags.db);
    this.#access = new StoreAccess(path, isDataFolder(dirname(path)));
    this.settingsPath = settingsPath(flags.config, path);
  }

  get settings(): Settings {
    this.#settings ??= readSettings(this.settingsPath, this.#flags.config !== undefined);
    return this.#settings;
  }

  /** Where the files are and who acts, as flags and the environment say it, else the settings. */
  get places(): readonly SettingInForce[] {
    const { db, config } = this.#flags;
    const ofDatabase = db !== undefined ? 'flag' : process.env.BEBACK_DB ? 'environment' : 'default';
    return [
      { key: 'db', value: this.databasePath, from: ofDatabase },
      { key: 'config', value: this.settingsPath, from: config === undefined ? 'default' : 'flag' },
      { key: 'as', value: this.actingName.named, from: this.actingName.from },
    ];
  }

  get databasePath(): string {
    return this.#access.path;
  }

  /** The database, for whoever must decide for themselves how it is opened. */
  get access(): StoreAccess {
    return this.#access;
  }

  /** To look something up; where there is no store yet, in an empty one. */
  get session(): Session {
    return { store: this.existingStore, settings: this.settings, day: this.day };
  }

  /** To change something. @throws Fault `no-database`, `db-readonly` */
  get actingSession(): ActingSession {
    return { store: this.store, settings: this.settings, day: this.day, acting: this.acting };
  }

  /** To tell what a change would do, where nothing is written: also in a store that can only be read. */
  get lookingSession(): ActingSession {
    return { ...this.session, acting: this.acting };
  }

  /**
   * The store, to write in it. The settings are read first: a mistake in them is said before anything else.
   * @throws Fault `no-database` where there is none, `db-readonly` where it cannot be written; `unknown-person`, as for
   *   every way to open it
   */
  get store(): Session['store'] {
    void this.settings;
    return this.#acted(this.#access.toWrite);
  }

  /** The store, made where there is none. */
  get storeToMake(): Session['store'] {
    void this.settings;
    return this.#acted(this.#access.toMake);
  }

  /** The store as it is, to be copied elsewhere. @throws Fault `no-database` where there is none */
  get storeToCopy(): Session['store'] {
    void this.settings;
    return this.#acted(this.#access.toCopy);
  }

  /** The store for reading: where there is none yet, an empty one in memory, which is remarked on once. */
  get existingStore(): Session['store'] {
    const { isOpen } = this.#access;
    const store = this.#access.toRead;
    // a mistake in the settings or in --on is told alone
    void this.day;
    if (!isOpen && this.#access.isStandIn) {
      this.terminal.talk(
        `There is no database at ${safeForTerminal(this.databasePath)} yet: \`beback import FILE\` makes it.\n`,
      );
    }
    return this.#acted(store);
  }

  /** To write what is taken back anyway: nobody needs to hear that there is no store yet. */
  get storeToTry(): Session['store'] {
    const store = this.#access.toTry;
    void this.settings;
    return this.#acted(store);
  }

  /** Nothing is done, and nobody's list is shown, under a name that is nobody's. */
  #acted(store: Session['store']): Session['store'] {
    void this.actor;
    return store;
  }

  /**
   * Who acts, as said by name, in the store that is open; null for the OS user, for a stranger who may act, and where there is
   * no store yet, in which nobody is known.
   * @throws Fault `unknown-person`, `several-salespeople` when the name fits more than one
   */
  get actor(): Actor | null {
    return this.#access.isStandIn ? null : this.actingName.in(this.#access.opened);
  }

  /** To change something that is taken back anyway: nobody needs to hear that there is no store yet. */
  get tryingSession(): ActingSession {
    return { store: this.storeToTry, settings: this.settings, day: this.day, acting: this.acting };
  }

  /** The day to act as: --on, else today in the store's time zone. */
  get day(): Day {
    return this.daysGiven.at(-1) ?? this.today;
  }

  /** What the calendar says in the store's time zone, whatever day is acted as. */
  get today(): Day {
    return this.dayOf(new Date());
  }

  /** The day it was at an instant, by the store's clock. */
  dayOf(instant: Date): Day {
    return dayInZone(instant, this.settings.store.timezone);
  }

  /** An instant as the store's clock shows it: `2026-11-21 08:30`. */
  localTime(instant: string): string {
    return timeInZone(new Date(instant), this.settings.store.timezone);
  }

  /** The days of --on, in the order given. @throws Fault `bad-day`, `ambiguous-day` */
  get daysGiven(): readonly Day[] {
    return this.daysOfOn(this.#looks);
  }

  /** The same, told on which side a day lies that does not say so itself. */
  daysOfOn(looks: Looks): readonly Day[] {
    return (this.#flags.on ?? []).map((text) => this.dayIn('--on', text, looks));
  }

  /** A day given in a flag, counted from today. @throws Fault `bad-day`, `ambiguous-day` */
  dayIn(flag: string, text: string, looks: Looks = 'ahead'): Day {
    return dayGiven(this, flag, text, { on: this.today, looks });
  }

  /** The passwords for mail servers, where the environment gives them; set to nothing is not set. */
  get mailPasswords(): MailPasswords {
    const given = (table: keyof MailPasswords): string | null =>
      process.env[PASSWORD_VARIABLES[table]] || null;
    return { mail: given('mail'), 'mail.imap': given('mail.imap') };
  }

  /**
   * Who logs something, and when: a salesperson when the name given is one's, else just that name, as it was written before.
   * @throws Fault `unknown-person`, `several-salespeople` when the name fits more than one; as `forWhomOf` does
   */
  get acting(): Acting {
    return this.actingFor(this.#forWhom);
  }

  /**
   * The same for somebody whom an assistant named.
   * @param named as `forWhomOf` takes it; undefined = whoever acts does so for themselves
   * @throws Fault as `forWhomOf` does
   */
  actingFor(named: string | null | undefined): Acting {
    const { actor } = this;
    const db = this.#access.opened;
    const forWhom = named === undefined ? null : forWhomOf(db, actor, named);
    return actingAs(
      db,
      { person: actor?.person ?? null, name: actor?.name ?? this.actingName.name, forWhom },
      { at: new Date(), on: this.day, osUser: osUser() },
    );
  }

  /** What was done, for a person; silent when only trouble is to be told. */
  tell(text: string): void {
    if (!this.quiet) this.terminal.print(fittedLines(text, this.terminal.width));
  }

  /** Data for a program: exactly one JSON document. */
  printJson(data: object): void {
    this.terminal.print(jsonDocument(data));
  }

  close(): void {
    this.#access.close();
  }
}
