/** The settings file, written anew as a whole. */

import { dirname } from 'node:path';
import { writeFileWhole } from '../files/write-file.ts';
import { prepareFolder } from '../store/engine/made-store.ts';

/**
 * @param makesFolder whether a folder that is not there is made, too
 * @throws Fault `no-folder`, `cannot-write`
 */
export function writeSettings(path: string, makesFolder: boolean, parts: readonly string[]): void {
  prepareFolder(dirname(path), makesFolder);
  writeFileWhole(path, parts, '--config');
}
