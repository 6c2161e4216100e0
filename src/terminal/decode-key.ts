/** Keys as the program understands them, out of what a terminal sends. */

import type { Key as RawKey } from 'node:readline';

export type Key =
  /** one character, or a part of one: an accent that joins the letter before it */
  | { readonly press: 'text'; readonly text: string }
  | { readonly press: 'paste'; readonly text: string }
  | { readonly press: NamedKey };

export type NamedKey =
  | 'enter'
  | 'escape'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  /** Ctrl-U */
  | 'clear'
  /** Ctrl-W */
  | 'drop-word'
  /** Ctrl-L */
  | 'redraw'
  /** Ctrl-C */
  | 'interrupt';

const BY_NAME: ReadonlyMap<string, NamedKey> = new Map([
  ['return', 'enter'],
  ['enter', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
  ['left', 'left'],
  ['right', 'right'],
  ['up', 'up'],
  ['down', 'down'],
  ['home', 'home'],
  ['end', 'end'],
]);
const WITH_CTRL: ReadonlyMap<string, NamedKey> = new Map([
  ['a', 'home'],
  ['b', 'left'],
  ['c', 'interrupt'],
  ['e', 'end'],
  ['f', 'right'],
  ['l', 'redraw'],
  ['u', 'clear'],
  ['w', 'drop-word'],
]);

/** Makes keys of the keypresses of one terminal; what stands between the marks of a paste becomes one key. */
export function keyDecoder(): (text: string | undefined, raw: RawKey) => Key | null {
  let pasted: string | null = null;
  return (text, raw) => {
    if (raw.name === 'paste-start') {
      pasted = '';
      return null;
    }
    if (raw.name === 'paste-end') {
      const whole = pasted;
      pasted = null;
      return whole ? { press: 'paste', text: whole } : null;
    }
    const key = keyOf(text, raw);
    if (pasted === null) return key;
    // the way out works although the mark that ends a paste was lost
    if (key?.press === 'interrupt') return key;
    pasted += text ?? '';
    return null;
  };
}

function keyOf(text: string | undefined, { name = '', ctrl, meta }: RawKey): Key | null {
  if (ctrl) return named(WITH_CTRL.get(name));
  const press = BY_NAME.get(name);
  if (press !== undefined) return { press };
  return meta || text === undefined || /\p{Cc}/u.test(text) ? null : { press: 'text', text };
}

const named = (press: NamedKey | undefined): Key | null => (press === undefined ? null : { press });
