/** Colour, weight and links on a terminal; the words must say the same without them. */

import { Chalk } from 'chalk';
import { type Link, noLink } from './links.ts';

export type Style = (text: string) => string;
export interface Styles {
  readonly heading: Style;
  readonly bold: Style;
  readonly dim: Style;
  readonly good: Style;
  readonly warning: Style;
  readonly bad: Style;
  /** no longer so; the words beside it say why */
  readonly struck: Style;
  readonly link: Link;
}
export type StyleName = Exclude<keyof Styles, 'link'>;

const asItIs: Style = (text) => text;
export const plainStyles: Styles = {
  heading: asItIs,
  bold: asItIs,
  dim: asItIs,
  good: asItIs,
  warning: asItIs,
  bad: asItIs,
  struck: asItIs,
  link: noLink,
};

/** 1 = the sixteen colours of every terminal, which follow the user's own light or dark theme; we use no others. */
export type ColourLevel = 0 | 1;

export function colourStyles(level: ColourLevel): Styles {
  if (level === 0) return plainStyles;
  const chalk = new Chalk({ level });
  return {
    heading: chalk.bold.underline,
    bold: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    warning: chalk.yellow,
    bad: chalk.red,
    struck: chalk.dim.strikethrough,
    link: noLink,
  };
}

/**
 * Whether to colour one stream. The first that speaks decides: `--color` or `--no-color`, NO_COLOR (no-color.org:
 * present and not empty), FORCE_COLOR, TERM=dumb, and last whether the stream is a terminal. Chalk's own
 * answer is not used because it passes over NO_COLOR.
 */
export function colourLevel(given: {
  /** true for `--color`, false for `--no-color` */
  readonly color?: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}): ColourLevel {
  const { NO_COLOR, FORCE_COLOR, TERM } = given.env;
  if (given.color !== undefined) return given.color ? 1 : 0;
  if (NO_COLOR) return 0;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? 0 : 1;
  if (TERM === 'dumb') return 0;
  return given.isTTY ? 1 : 0;
}
