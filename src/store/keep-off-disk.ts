/** Customers' pages stay in the database: what SQLite needs for a moment it keeps in memory, not on another disk. */

import type Database from 'better-sqlite3';

/** For a connection just made: on every one, before anything else. */
export const keepOffDisk = (db: Database.Database): void => void db.pragma('temp_store = MEMORY');
