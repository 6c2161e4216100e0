/** The name of who acts in one run of the program, looked up once among the people of the store. */

import { userInfo } from 'node:os';
import { allSalespeople } from '../operations/salespeople.ts';
import type { Session } from '../operations/session.ts';
import { type Actor, actorNamed, unknownPerson } from '../operations/who-acts.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import type { Settings } from '../settings/settings.ts';

/** What becomes of a name nobody has. */
export interface Strangers {
  /** it is no mistake in a store that knows no salespeople yet */
  readonly mayBeFirst?: boolean;
  /** it is told, and the work goes on */
  readonly areTold?: boolean;
}

export class ActingName {
  readonly #flag: string | null;
  readonly #environment: string | null;
  readonly #settings: () => Settings;
  readonly #complain: (text: string) => void;
  #strangers: Strangers = {};
  #found: Actor | null | undefined;

  /** @param flag of --as, which goes before BEBACK_AS, which goes before the settings */
  constructor(flag: string | undefined, settings: () => Settings, complain: (text: string) => void) {
    this.#flag = filled(flag);
    this.#environment = filled(process.env.BEBACK_AS);
    this.#settings = settings;
    this.#complain = complain;
  }

  /** As said by --as, BEBACK_AS or the settings; null when only the OS user is known. */
  get named(): string | null {
    return this.#flag ?? this.#environment ?? filled(this.#settings().as);
  }

  /** Who says so; null when nobody does. */
  get from(): 'flag' | 'environment' | 'file' | null {
    if (this.#flag !== null) return 'flag';
    if (this.#environment !== null) return 'environment';
    return this.named === null ? null : 'file';
  }

  /** The same, else the OS user. */
  get name(): string {
    return this.named ?? osUser();
  }

  /** The same, as far as it can be told where the settings have a fault. */
  get whateverSettings(): string {
    try {
      return this.name;
    } catch {
      return this.#flag ?? this.#environment ?? osUser();
    }
  }

  allow(strangers: Strangers): void {
    this.#strangers = strangers;
  }

  /**
   * Who it is; null for the OS user, and for a stranger who may act.
   * @throws Fault `unknown-person` for a name nobody has, `several-salespeople` for one that fits more than one
   */
  in(db: Session['store']): Actor | null {
    if (this.#found === undefined) this.#found = this.named === null ? null : this.#lookUp(db, this.named);
    return this.#found;
  }

  #lookUp(db: Session['store'], named: string): Actor | null {
    const found = actorNamed(db, this.#settings(), named);
    if (found !== null || (this.#strangers.mayBeFirst && allSalespeople({ store: db }).length === 0))
      return found;
    const fault = unknownPerson(db, this.#settings(), named);
    if (!this.#strangers.areTold) throw fault;
    this.#complain(safeForTerminal(`beback: ${fault.message}`).concat('\n'));
    return null;
  }
}

const filled = (name: string | null | undefined): string | null =>
  name === undefined || name === null || name.trim() === '' ? null : name;

/** As whom the machine knows whoever runs the program. A container may run as a user without a name. */
export function osUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
