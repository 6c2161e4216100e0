/** Which of two pieces of evidence is the newer, and how a stored value meets a new one. */

/** What a row's place in time is: its file's delivery, and the version its deal carries, if any. */
export interface Evidence {
  /** UTC instant of the delivery the row came in */
  readonly deliveredAt: string;
  readonly importId: number;
  /** what is on file said again: no wish in it is a new one */
  readonly restates?: boolean;
  /** what a customer on file is called stands, whatever the row says */
  readonly keepsNames?: boolean;
}

/**
 * Whether a new row is older than what is stored: by the deal's own version where both carry one,
 * else by the delivery.
 */
export function isOlder(
  incoming: { readonly version: string | null; readonly deliveredAt: string },
  stored: { readonly version: string | null; readonly asOf: string },
): boolean {
  if (incoming.version !== null && stored.version !== null && incoming.version !== stored.version) {
    return incoming.version < stored.version;
  }
  return incoming.deliveredAt < stored.asOf;
}

/** An empty cell never erases a stored value; an older file only fills gaps. */
export function meet<T extends string | number>(
  stored: T | null,
  incoming: T | null,
  older: boolean,
): T | null {
  if (incoming === null) return stored;
  return stored === null || !older ? incoming : stored;
}
