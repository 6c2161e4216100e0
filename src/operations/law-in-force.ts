/** The calling rules in force for a store, what it adds to them, the do-not-call registry on file. */

import { daysBetween } from '../domain/day.ts';
import { isComing, isInForce, LAW, REGISTRY_DAYS } from '../law/law-table.ts';
import { ownEffects } from '../law/own-effects.ts';
import { registryAreas } from '../store/registry.ts';
import type { Session } from './session.ts';

/** @param all also the rules of other countries */
export function lawInForce({ store, settings, day }: Session, all: boolean) {
  const { country } = settings.store;
  const asked = LAW.filter(({ region }) => all || region.startsWith(country));
  return {
    rows: asked.filter((row) => isInForce(row, day)),
    /** those that will be in force on a later day we know of */
    coming: asked.filter((row) => isComing(row, day)),
    ownGiven: settings.lawGiven,
    own: ownEffects(settings.law, country, day),
    registry: registryAreas(store).map((area) => {
      const age_days = daysBetween(area.as_of, day);
      return { ...area, age_days, usable: age_days <= REGISTRY_DAYS };
    }),
  };
}

export type LawInForce = ReturnType<typeof lawInForce>;
