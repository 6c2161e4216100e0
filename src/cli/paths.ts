/** Where the files of a store are. */

import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** The user's data folder as the platform defines it; a relative XDG value is to be ignored, says its specification. */
function dataFolder(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'beback');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'beback');
  const base =
    XDG_DATA_HOME && isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : join(homedir(), '.local', 'share');
  return join(base, 'beback');
}

/** Whether it is the one folder that is made when something is to be written there. */
export const isDataFolder = (folder: string): boolean => resolve(folder) === resolve(dataFolder());

export const databasePath = (flag: string | undefined): string =>
  resolve(flag ?? (process.env.BEBACK_DB || join(dataFolder(), 'beback.db')));

/** `--config`, else the database's path with `.toml` for `.db`. */
export const settingsPath = (flag: string | undefined, database: string): string =>
  flag === undefined ? `${database.replace(/\.db$/, '')}.toml` : resolve(flag);
