/** Whether the terminal is known to show links (OSC 8); one that is not known gets plain text. */

/** By the name they give themselves. */
const PROGRAMS: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'rio', 'zed']);
const TERMS = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)(?:-|$)/;
/** The first release of the library under GNOME Terminal whose links are sound: 0.50.0 crashed on them. */
const VTE_FROM = 5001;
const TMUX_FROM = 3.4;

/**
 * Inside tmux it is tmux that must know links: what the terminal around it left in the environment says nothing. GNU screen
 * knows none.
 */
export function canLink(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  const { TERM = '', TERM_PROGRAM = '' } = env;
  if (!isTTY || TERM === 'dumb') return false;
  if (env.TMUX !== undefined || env.STY !== undefined || /^(?:screen|tmux)/.test(TERM))
    return TERM_PROGRAM === 'tmux' && Number.parseFloat(env.TERM_PROGRAM_VERSION ?? '') >= TMUX_FROM;
  return (
    PROGRAMS.has(TERM_PROGRAM) ||
    TERMS.test(TERM) ||
    Boolean(env.WT_SESSION) ||
    Boolean(env.KITTY_WINDOW_ID) ||
    Number(env.VTE_VERSION ?? 0) >= VTE_FROM
  );
}
