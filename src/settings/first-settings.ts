/** A settings file to begin with: what is known of the store, and beside it, behind #, what one is likely to want next. */

import { stringify } from 'smol-toml';
import { settingsIn } from './settings.ts';

/** null = not known yet: the key stands there behind # */
export interface KnownOfStore {
  readonly name: string | null;
  /** ISO 3166 */
  readonly country: string | null;
  /** IANA */
  readonly timezone: string | null;
  readonly units: 'miles' | 'km' | null;
  readonly managers: readonly string[];
  /** who sends the daily mails, and which managers get the digest */
  readonly sender: string | null;
  readonly digestTo: readonly string[];
}

export const NOTHING_KNOWN: KnownOfStore = {
  name: null,
  country: null,
  timezone: null,
  units: null,
  managers: [],
  sender: null,
  digestTo: [],
};

const REMARK_COLUMN = 36;

/** What is not known is as shipped, or an example where nothing is. */
export function firstSettings(known: KnownOfStore): string {
  const { country, units } = known;
  const { paper, service } = settingsIn(
    'shipped',
    stringify({ store: { ...(country !== null && { country }), ...(units !== null && { units }) } }),
  );
  return `# Settings of this store. \`beback config\` shows all that are in force.
# A line behind # sets nothing; take the # away to set what it names.

# Country and time zone decide how phones and dates are read, and when a new
# day begins.
[store]
${key('name', known.name, '"Lakeside Motors"')}
${key('country', country, '"US"', 'ISO 3166')}
${key('timezone', known.timezone, '"America/Chicago"', 'IANA')}
${key('units', units, '"miles"', 'or "km"')}
${key('paper', null, `"${paper}"`, paper === 'a4' ? 'or "letter"' : 'or "a4"')}
${key('address', null, '["12 Main St", "Troy MI 48083"]')}
${key('phone', null, '"(248) 555-0100"')}

# Who acts without selling, with --as. Salespeople are not named here: they
# come with the first import (\`beback salespeople\`).
[people]
${key('managers', orNull(known.managers), '["Pat Boss"]')}
${key('assistants', null, '{ "Kim" = ["1042"] }', 'whom they assist, by code or name')}
${key('service', null, '["Maria Delgado"]', 'of the service department')}

# When the store works; holidays are days, countries and regions.
[calendar]
${key('business_days', null, '["mon", "tue", "wed", "thu", "fri", "sat"]')}
${key('holidays', null, `["${country ?? 'US'}", "2026-12-24"]`)}
${key('days_off', null, '{ "1042" = ["2026-12-28"] }')}

# When you call, by the customer's clock. Only what is stricter than the law
# counts (\`beback law show\`).
[law]
${key('weekdays', null, '["09:00", "20:00"]', 'or "none"')}
${key('saturday', null, '["09:00", "20:00"]')}
${key('sunday', null, '"none"')}

# The workshop (\`beback help service\`).
[service]
${key('caller', null, '"Lee Chan"', 'calls about visits; else owners')}
${key('per_day', null, `${service.perDay}`, `${units === 'km' ? 'km' : 'miles'}, until the odometer says`)}

# The daily mails (\`beback help mail\`). \`beback send --check\` tries them
# before you switch them on.
[mail]
${key('enabled', known.sender === null ? null : false, 'false')}
${key('from', known.sender, '"lists@example.com"')}
${key('host', null, '"smtp.example.com"')}
${key('user', null, '"lists"')}
${key('password_file', null, '"smtp-password"', 'a file only you can read')}
${key('managers', orNull(known.digestTo), '["pat@example.com"]', 'who gets the digest')}

# When whom is called, and why: \`beback plan init\` writes the plan here, to be
# changed; \`beback help plan\` explains it.
`;
}

const orNull = <T>(all: readonly T[]): readonly T[] | null => (all.length === 0 ? null : all);

/** @param usual in TOML, for a key that is not set */
function key(
  name: string,
  value: string | boolean | readonly string[] | null,
  usual: string,
  remark?: string,
): string {
  const line = value === null ? `# ${name} = ${usual}` : stringify({ [name]: value }).trimEnd();
  return remark === undefined ? line : `${line.padEnd(REMARK_COLUMN)} # ${remark}`;
}
