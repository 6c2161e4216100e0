/** The database of one run of the program, opened when it is first asked for, the way it is asked for. */

import { closeStore, refuseBadPlace } from '../store/engine/made-store.ts';
import { JOURNAL_SINCE } from '../store/engine/migrate.ts';
import {
  emptyStore,
  notWritable,
  openExistingStore,
  openStore,
  openStoreToRead,
} from '../store/engine/open-store.ts';
import type { Store } from '../store/engine/store.ts';
import { allowTrying, isCopy } from '../store/engine/store-copy.ts';
import { asSqliteFault, noDatabase } from '../store/engine/store-fault.ts';
import { isStore, versionOfStore } from '../store/engine/store-file.ts';
import { takeInPendingIfFree } from '../store/writing/pending-rows.ts';

export class StoreAccess {
  readonly path: string;
  readonly #makesFolder: boolean;
  #store: Store | undefined;
  /** changes of rows that told the journal of something to come */
  #told = 0;
  /** empty, in place of a store that is not there */
  #standIn: Store | undefined;

  /** @param makesFolder whether the folder of a database that is made may be made, too */
  constructor(path: string, makesFolder: boolean) {
    this.path = path;
    this.#makesFolder = makesFolder;
  }

  /** To write in it. @throws Fault `no-database` where there is none, `db-readonly` where it cannot be written */
  get toWrite(): Store {
    const store = this.onDisk;
    if (store === null) throw noDatabase(this.path);
    return store;
  }

  /** The one there is, to write in it; null where there is none. @throws Fault `db-readonly` */
  get onDisk(): Store | null {
    if (this.#store !== undefined && isCopy(this.#store)) throw notWritable(this.path);
    if (this.#store === undefined) {
      this.#store = openExistingStore(this.path) ?? undefined;
      if (this.#store !== undefined) takeInPendingIfFree(this.#store);
    }
    return this.#store ?? null;
  }

  /** To write in it, made where there is none; taken away again at the end when nothing went into it. */
  get toMake(): Store {
    if (this.#store === undefined) {
      this.#store = openStore(this.path, { makesFolder: this.#makesFolder });
      takeInPendingIfFree(this.#store);
      // also on Ctrl-C
      process.once('exit', () => this.close());
    }
    return this.#store;
  }

  /** For what makes the store only after much work. @throws Fault where it cannot be made */
  refuseBadPlace(): void {
    if (this.onDisk === null) refuseBadPlace(this.path, this.#makesFolder);
  }

  /** As it is, to be copied elsewhere. @throws Fault `no-database` where there is none */
  get toCopy(): Store {
    this.#store ??= openStoreToRead(this.path) ?? undefined;
    if (this.#store === undefined) throw noDatabase(this.path);
    return this.#store;
  }

  /** For reading: where there is none yet, an empty one in memory, so that looking leaves no file behind. */
  get toRead(): Store {
    if (this.#standIn === undefined) this.#store ??= openStoreToRead(this.path) ?? undefined;
    if (this.#store !== undefined) return this.#store;
    this.#standIn ??= emptyStore();
    return this.#standIn;
  }

  /** For what is taken back anyway: nothing of it reaches the disk. */
  get toTry(): Store {
    const store = this.toRead;
    allowTrying(store);
    return store;
  }

  /** The one that was opened last, however; to write in it where none was. */
  get opened(): Store {
    return this.#store ?? this.#standIn ?? this.toWrite;
  }

  /** Whether there is a database at all. @throws Fault for a file that is none of ours */
  get exists(): boolean {
    return isStore(this.path);
  }

  /** Whether the one there is keeps a journal: those of earlier versions get one when they are opened. */
  get hasJournal(): boolean {
    return (versionOfStore(this.path) ?? 0) >= JOURNAL_SINCE;
  }

  /** Whether it was asked for. */
  get isOpen(): boolean {
    return this.#store !== undefined || this.#standIn !== undefined;
  }

  /** Whether reading found none. */
  get isStandIn(): boolean {
    return this.#standIn !== undefined;
  }

  /** Whether anything was written into it that is the work itself, and not only told to the journal. */
  get hasWritten(): boolean {
    return this.#changes > this.#told;
  }

  /** What was written until now only tells of something that is yet to be done. */
  onlyTold(): void {
    this.#told = this.#changes;
  }

  get #changes(): number {
    return Number(this.#store?.prepare('SELECT total_changes()').pluck().get() ?? 0);
  }

  /** What SQLite said turned into a Fault with advice; anything else as it is. */
  explained(error: unknown): unknown {
    return asSqliteFault(error, this.path);
  }

  close(): void {
    if (this.#store !== undefined) closeStore(this.#store);
    this.#standIn?.close();
    this.#store = undefined;
    this.#standIn = undefined;
  }
}
