/** People who act in a test's store without selling. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the settings of `store.db` in the folder: they name the managers, and what else is given. */
export const nameManagers = (folder: string, names: readonly string[], more = ''): void =>
  writeFileSync(join(folder, 'store.toml'), `${more}\n[people]\nmanagers = ${JSON.stringify(names)}\n`, {
    mode: 0o600,
  });
