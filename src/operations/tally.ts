/** Counting what one person, or everybody, did. */

import type { TouchCount, Unreached, WorkCounts } from '../domain/work-tally.ts';
import type { ContactsMade } from '../store/contacts.ts';

type Occasion = Pick<TouchCount, 'touch' | 'label'>;

/** Of which count an outcome is one; a call also counts as such by its channel. */
const COUNTED: Readonly<Record<string, keyof WorkCounts>> = {
  talked: 'talks',
  voicemail: 'voicemails',
  text: 'messages',
  email: 'messages',
  appointment: 'appointments',
  sold: 'sold',
  'not-interested': 'not_interested',
};

export class Tally {
  readonly #counts: Record<keyof WorkCounts, number> = {
    calls: 0,
    talks: 0,
    voicemails: 0,
    messages: 0,
    appointments: 0,
    sold: 0,
    not_interested: 0,
    promises_kept: 0,
    promises_broken: 0,
  };
  readonly #closed = new Map<string, Occasion & { count: number; withheld: number }>();
  readonly #givenUp = new Map<string, Occasion & { count: number }>();

  get counts(): WorkCounts & Unreached {
    return {
      ...this.#counts,
      closed_uncalled: mostFirst(this.#closed),
      given_up: mostFirst(this.#givenUp),
    };
  }

  addContacts({ channel, outcome, count }: Pick<ContactsMade, 'channel' | 'outcome' | 'count'>): void {
    if (channel === 'call') this.#counts.calls += count;
    const counted = COUNTED[outcome];
    if (counted !== undefined) this.#counts[counted] += count;
  }

  addPromises({ kept, broken }: { readonly kept: number; readonly broken: number }): void {
    this.#counts.promises_kept += kept;
    this.#counts.promises_broken += broken;
  }

  /** @param wasHeld a rule kept it off the list on its last day */
  addClosed({ touch, label }: Occasion, wasHeld: boolean): void {
    const found = this.#closed.get(touch) ?? { touch, label, count: 0, withheld: 0 };
    found.count += 1;
    if (wasHeld) found.withheld += 1;
    this.#closed.set(touch, found);
  }

  addGivenUp({ touch, label }: Occasion): void {
    const found = this.#givenUp.get(touch) ?? { touch, label, count: 0 };
    found.count += 1;
    this.#givenUp.set(touch, found);
  }
}

/** Ties by the touch's id, so that the same facts always read the same. */
const mostFirst = <T extends TouchCount>(found: ReadonlyMap<string, T>): T[] =>
  [...found.values()].sort((a, b) => b.count - a.count || (a.touch < b.touch ? -1 : 1));
