/** `beback law show`: the calling rules in force, what the store makes of them, and the registry on file. */

import { EXIT } from '../../domain/fault.ts';
import { type LawInForce, lawInForce } from '../../operations/law-in-force.ts';
import { lawAsText } from '../../render/law-as-text.ts';
import type { Context } from '../context.ts';

export function runLawShow(context: Context, { all }: { readonly all?: boolean }): number {
  const { day, settings } = context;
  const { country, timezone } = settings.store;
  const { rows, coming, own, ownGiven, registry } = lawInForce(context.session, all ?? false);
  if (context.json) {
    context.printJson({
      on: day,
      store: { country, timezone },
      rules: rows.map(asRecord),
      coming: coming.map(asRecord),
      own,
      own_given: ownGiven,
      registry,
    });
  } else {
    const { styles, width, print } = context.terminal;
    print(lawAsText({ on: day, country, rows, coming, own, ownGiven, registry }, { styles, width }));
  }
  return EXIT.done;
}

const asRecord = (row: LawInForce['rows'][number]) => ({
  region: row.region,
  item: row.item,
  days: row.item === 'hours' ? row.days : null,
  hours: row.item === 'hours' ? row.hours : null,
  months: row.item === 'relationship' ? row.months : null,
  within: row.item === 'inquiry' || row.item === 'stop' ? row.within : null,
  calls_a_day: row.item === 'calls-a-day' ? row.most : null,
  channels: row.item === 'stop' ? row.channels : null,
  holidays: row.item === 'holidays' ? row.names : null,
  source: row.source,
  as_of: row.as_of,
  looked_up: row.looked_up,
  from: row.from,
  until: row.until,
});
