/** Writing the shipped plan into the settings, to be edited there. */

import { existsSync, readFileSync } from 'node:fs';
import { usageFault } from '../domain/fault.ts';
import { firstSettings, NOTHING_KNOWN } from '../settings/first-settings.ts';
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
  const start = before.trim() === '' ? firstSettings(NOTHING_KNOWN) : before;
  writeSettings(path, makesFolder, [start.trimEnd(), '\n\n', DEFAULT_PLAN_TOML]);
}
