/** The programs a test starts see nothing of what whoever runs the tests has set up for themselves. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const PERSONAL = /^(?:BEBACK_|XDG_|TMUX)|COLOR|^(?:CI|TERM|COLUMNS|LINES|USER|LOGNAME)$/;

for (const name of Object.keys(process.env)) if (PERSONAL.test(name)) delete process.env[name];

// a store or settings of their own there would be found
const home = mkdtempSync(join(tmpdir(), 'beback-home-'));
process.env.HOME = home;
afterAll(() => rmSync(home, { recursive: true, force: true }));

// some tests look for modes of files and folders they make themselves
process.umask(0o022);
