/** `beback law show`: the calling rules in force, what the store makes of them, and the registry on file. */

import { daysBetween } from '../../domain/day.ts';
import { EXIT } from '../../domain/fault.ts';
import { LAW, type LawRow, REGISTRY_DAYS } from '../../law/law-table.ts';
import { ownEffects } from '../../law/own-effects.ts';
import { lawAsText } from '../../render/law-as-text.ts';
import { registryAreas } from '../../store/registry.ts';
import type { Context } from '../context.ts';

export function runLawShow(context: Context, { all }: { readonly all?: boolean }): number {
  const { day, settings, existingStore } = context;
  const { country, timezone } = settings.store;
  const rows = LAW.filter(
    ({ region, from }) => (all || region.startsWith(country)) && (from === null || from <= day),
  );
  const ownGiven = settings.lawGiven;
  const own = ownEffects(settings.law, country, day);
  const registry = registryAreas(existingStore).map((area) => {
    const age_days = daysBetween(area.as_of, day);
    return { ...area, age_days, usable: age_days <= REGISTRY_DAYS };
  });
  if (context.json) {
    context.printJson({
      on: day,
      store: { country, timezone },
      rules: rows.map(asRecord),
      own,
      own_given: ownGiven,
      registry,
    });
  } else {
    const { styles, width, print } = context.terminal;
    print(lawAsText({ on: day, country, rows, own, ownGiven, registry }, { styles, width }));
  }
  return EXIT.done;
}

const asRecord = (row: LawRow) => ({
  region: row.region,
  item: row.item,
  days: row.item === 'hours' ? row.days : null,
  hours: row.item === 'hours' ? row.hours : null,
  months: row.item === 'relationship' ? row.months : null,
  within: row.item === 'inquiry' ? row.within : null,
  source: row.source,
  as_of: row.as_of,
  from: row.from,
});
