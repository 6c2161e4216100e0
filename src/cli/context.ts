/** What every command needs: the store, its settings, the day, who acts; opened only when asked for. */

import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { type Day, dayInZone, parseDay, timeInZone } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import { jsonText } from '../render/json-text.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import { readSettings, type Settings } from '../settings/settings.ts';
import { closeStore, refuseBadPlace } from '../store/engine/made-store.ts';
import {
  emptyStore,
  notWritable,
  openExistingStore,
  openStore,
  openStoreToRead,
  type Store,
} from '../store/engine/open-store.ts';
import { allowTrying, isCopy } from '../store/engine/store-copy.ts';
import { noDatabase } from '../store/engine/store-fault.ts';
import { nearlyNamed } from '../store/nearly-named.ts';
import { type Salesperson, salespersonNamed } from '../store/salespeople.ts';
import { type Acting, nameInRecord } from '../store/writing/entry-log.ts';
import { openTerminal, type Terminal } from '../terminal/terminal.ts';
import { databasePath, isDataFolder, settingsPath } from './paths.ts';

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
  readonly databasePath: string;
  readonly settingsPath: string;
  readonly #flags: GlobalFlags;
  #store: Store | undefined;
  /** empty, in place of a store that is not there */
  #standIn: Store | undefined;
  #settings: Settings | undefined;
  #hasRemarked = false;

  constructor(flags: GlobalFlags) {
    this.#flags = flags;
    this.json = flags.json ?? false;
    this.quiet = flags.quiet ?? false;
    this.terminal = openTerminal({ color: flags.color, quiet: this.quiet });
    if (flags.as?.trim() === '') throw usageFault('usage', '--as is empty', 'name who is acting: --as NAME');
    if (flags.db === '') throw usageFault('usage', '--db is empty', 'name a file: --db FILE');
    this.databasePath = databasePath(flags.db);
    this.settingsPath = settingsPath(flags.config, this.databasePath);
  }

  get settings(): Settings {
    this.#settings ??= readSettings(this.settingsPath, this.#flags.config !== undefined);
    return this.#settings;
  }

  /**
   * The store, to write in it. The settings are read first: a mistake in them is said before anything else.
   * @throws Fault `no-database` where there is none, `db-readonly` where it cannot be written
   */
  get store(): Store {
    void this.settings;
    const store = this.storeOnDisk;
    if (store === null) throw noDatabase(this.databasePath);
    return store;
  }

  /** The store there is already, to write in it, whatever the settings say; null where there is none. */
  get storeOnDisk(): Store | null {
    if (this.#store !== undefined && isCopy(this.#store)) throw notWritable(this.databasePath);
    this.#store ??= openExistingStore(this.databasePath) ?? undefined;
    return this.#store ?? null;
  }

  /** The store, made where there is none; taken away again at the end when nothing went into it. */
  get storeToMake(): Store {
    void this.settings;
    if (this.#store === undefined) {
      this.#store = openStore(this.databasePath, { makesFolder: this.#isInDataFolder });
      // also on Ctrl-C
      process.once('exit', () => this.close());
    }
    return this.#store;
  }

  /** For what makes the store only after much work. @throws Fault where it cannot be made */
  refuseBadPlace(): void {
    if (this.storeOnDisk === null) refuseBadPlace(this.databasePath, this.#isInDataFolder);
  }

  get #isInDataFolder(): boolean {
    return isDataFolder(dirname(this.databasePath));
  }

  /** The store as it is, to be copied elsewhere. @throws Fault `no-database` where there is none */
  get storeToCopy(): Store {
    void this.settings;
    this.#store ??= openStoreToRead(this.databasePath) ?? undefined;
    if (this.#store === undefined) throw noDatabase(this.databasePath);
    return this.#store;
  }

  /** The store for reading: where there is none yet, an empty one in memory, so that looking leaves no file behind. */
  get existingStore(): Store {
    const isAsked = this.#store !== undefined || this.#standIn !== undefined;
    const store = this.#storeOrStandIn;
    if (!isAsked && this.#standIn !== undefined) {
      this.terminal.talk(
        `There is no database at ${safeForTerminal(this.databasePath)} yet: \`beback import FILE\` makes it.\n`,
      );
    }
    void this.settings;
    return store;
  }

  /** The same, for what is taken back anyway: nobody needs to hear that there is none yet. */
  get storeToTry(): Store {
    const store = this.#storeOrStandIn;
    void this.settings;
    allowTrying(store);
    return store;
  }

  get #storeOrStandIn(): Store {
    if (this.#standIn === undefined) this.#store ??= openStoreToRead(this.databasePath) ?? undefined;
    if (this.#store !== undefined) return this.#store;
    this.#standIn ??= emptyStore();
    return this.#standIn;
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

  /** The days of --on, in the order given. */
  get daysGiven(): readonly Day[] {
    return (this.#flags.on ?? []).map((text) => {
      const day = parseDay(text);
      if (day === null) {
        throw usageFault(
          'bad-day',
          `--on ${text} is not a valid day`,
          'write it as YYYY-MM-DD: --on 2026-11-21',
        );
      }
      return day;
    });
  }

  /** Who acts, as said by --as, BEBACK_AS or the settings; null when only the OS user is known. */
  get namedActor(): string | null {
    return this.#actorGiven ?? filled(this.settings.as);
  }

  /**
   * The salesperson the acting name is one's of; null for everybody else. A name that is nearly somebody's is remarked on,
   * once: what is logged under it would be nobody's.
   * @throws Fault `several-salespeople` when the name fits more than one
   */
  salespersonActing(db: Store): Salesperson | null {
    const named = this.namedActor;
    const person = named === null ? null : salespersonNamed(db, named);
    if (named === null || person !== null || this.#hasRemarked) return person;
    this.#hasRemarked = true;
    const meant = nearlyNamed(db, named, this.day);
    if (meant !== null)
      this.terminal.complain(
        `${safeForTerminal(`No salesperson is called ${named}; did you mean ${meant}?`)}\n`,
      );
    return null;
  }

  get actor(): string {
    return this.namedActor ?? osUser();
  }

  /** Who acts, as far as it can be told where the settings have a fault. */
  get actorWhateverSettings(): string {
    try {
      return this.actor;
    } catch {
      return this.#actorGiven ?? osUser();
    }
  }

  get #actorGiven(): string | null {
    return filled(this.#flags.as) ?? filled(process.env.BEBACK_AS);
  }

  /**
   * Who logs something, and when: a salesperson when the name given is one's, else just that name, as it was written before.
   * @throws Fault `several-salespeople` when the name fits more than one
   */
  get acting(): Acting {
    const db = this.#store ?? this.#standIn ?? this.store;
    const person = this.salespersonActing(db);
    return {
      by: person?.name ?? nameInRecord(db, this.actor),
      salespersonId: person?.id ?? null,
      at: new Date().toISOString(),
    };
  }

  /** What was done, for a person; silent when only trouble is to be told. */
  tell(text: string): void {
    if (!this.quiet) this.terminal.print(text);
  }

  /** Data for a program: exactly one JSON document. */
  printJson(data: unknown): void {
    this.terminal.print(`${jsonText(data, 2)}\n`);
  }

  /** Whether the command has written into the store. */
  get hasWritten(): boolean {
    return this.#store?.prepare('SELECT total_changes() > 0').pluck().get() === 1;
  }

  close(): void {
    if (this.#store !== undefined) closeStore(this.#store);
    this.#standIn?.close();
    this.#store = undefined;
    this.#standIn = undefined;
  }
}

const filled = (name: string | null | undefined): string | null =>
  name === undefined || name === null || name.trim() === '' ? null : name;

/** A container may run as a user without a name. */
function osUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
