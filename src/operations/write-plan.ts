/** Writing the shipped plan into the settings, to be edited there. */

import { existsSync, readFileSync } from 'node:fs';
import { usageFault } from '../domain/fault.ts';
import { DEFAULT_PLAN_TOML } from '../touches/default-plan.ts';
import { writeSettings } from './write-settings.ts';

/**
 * @param path of the settings, which are made where there are none
 * @param makesFolder whether a folder that is not there is made, too
 * @throws Fault `plan-exists`, `no-folder`, `cannot-write`
 */
export function writePlan(path: string, makesFolder: boolean): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (/^\s*\[\[touch\]\]|^\s*\[plan\b/m.test(before)) {
    throw usageFault(
      'plan-exists',
      `${path} has a plan already`,
      'edit it there; `beback plan check` tells whether it is well written',
    );
  }
  const start = before.trim() === '' ? STORE_SETTINGS : `${before.trimEnd()}\n\n`;
  writeSettings(path, makesFolder, [start, DEFAULT_PLAN_TOML]);
}

const STORE_SETTINGS = `# Settings of this store. Lines that begin with # are remarks; take the # away to set a value.

[store]
# name = "Lakeside Motors"
# country = "US"                 # ISO 3166; decides how phones and dates are read
# timezone = "America/Chicago"   # IANA; decides when a new day begins
# units = "miles"                # or "km"
# paper = "letter"               # or "a4"

# [people]                         # who acts without selling, by --as or BEBACK_AS
# managers = ["Pat Boss"]
# assistants = { "Kim" = ["1042"] }   # whom they assist, by code or name

# [law]                            # when the store calls; only what is stricter than the law counts: beback law show
# weekdays = ["09:00", "20:00"]    # by the customer's clock, or "none"
# saturday = ["09:00", "20:00"]
# sunday = "none"
# holidays = "none"
# relationship_months = 12         # months after the last purchase or service; without it as the law says

`;
