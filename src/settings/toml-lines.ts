/** The line of a TOML text on which a key stands, for messages; the parser does not keep it. */

const HEADING = /^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$/;

/**
 * @param keys the path of the key: `['touch', 2, 'opens']`, `['store', 'country']`
 * @returns counted from 1; the closest heading when the key itself is not found
 */
export function lineOfKey(text: string, keys: readonly (string | number)[]): number {
  const lines = text.split('\n');
  const counts = new Map<string, number>();
  let here = '';
  let closest = 1;
  let depth = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const heading = HEADING.exec(line);
    if (heading) {
      const name = unquoted(heading[2] ?? '');
      if (heading[1] === '[[') counts.set(name, (counts.get(name) ?? -1) + 1);
      here = pathOf(name, counts);
    }
    const key = heading ? undefined : /^\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=/.exec(line)?.[1];
    const path = key === undefined ? here : [here, unquoted(key)].filter((part) => part !== '').join('.');
    const shared = sharedDepth(path.split('.'), keys.map(String));
    if (shared > depth) {
      depth = shared;
      closest = i + 1;
    }
  }
  return closest;
}

const unquoted = (name: string): string => name.replace(/["']/g, '');

/** `touch` becomes `touch.2` for the third [[touch]], also in headings below it such as `[touch.script]`. */
function pathOf(name: string, counts: ReadonlyMap<string, number>): string {
  const parts: string[] = [];
  for (const part of name.split('.')) {
    parts.push(part);
    const count = counts.get(parts.filter((one) => !/^\d+$/.test(one)).join('.'));
    if (count !== undefined) parts.push(String(count));
  }
  return parts.join('.');
}

/** How many leading parts of `keys` the path has, provided it leads towards them at all. */
function sharedDepth(path: readonly string[], keys: readonly string[]): number {
  let shared = 0;
  while (shared < path.length && shared < keys.length && path[shared] === keys[shared]) shared++;
  return shared === path.length || shared === keys.length ? shared : 0;
}
