/** An open database, as everything that asks it something takes it. */

import type Database from 'better-sqlite3';

export type Store = Database.Database;
