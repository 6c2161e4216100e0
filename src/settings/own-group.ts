/** The group a system gives each user for themselves alone, which is why its files may be made writable for it (umask 002). */

import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

interface Accounts {
  /** as /etc/group holds it */
  readonly groups: string;
  /** as /etc/passwd holds it */
  readonly users: string;
}

/** Whether only whoever runs this is in the group, as far as the files of this machine say; root has no such group. */
export function isOwnGroup(gid: number): boolean {
  if (gid === 0 || gid !== process.getuid?.()) return false;
  try {
    const [groups, users] = [readFileSync('/etc/group', 'utf8'), readFileSync('/etc/passwd', 'utf8')];
    return isGroupOfOne(gid, userInfo().username, { groups, users });
  } catch {
    return false;
  }
}

/** The group bears the user's own name, and nobody else is in it; one that is not listed may have anybody in it. */
export function isGroupOfOne(gid: number, user: string, { groups, users }: Accounts): boolean {
  const rows = (text: string): string[][] => text.split('\n').map((line) => line.split(':'));
  const [group, another] = rows(groups).filter(([, , id]) => id === `${gid}`);
  if (group === undefined || another !== undefined || group[0] !== user) return false;
  const members = (group[3] ?? '').split(',').filter((name) => name !== '');
  const withIt = rows(users).flatMap(([name, , , id]) =>
    id === `${gid}` && name !== undefined ? [name] : [],
  );
  return [...members, ...withIt].every((name) => name === user);
}
