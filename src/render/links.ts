/** Text on a terminal that leads somewhere when it is clicked. */

/** `text` as a link to `uri`; the blanks at its end are none of it. Takes up the columns of the text alone. */
export type Link = (text: string, uri: string) => string;

/** For what cannot show links. */
export const noLink: Link = (text) => text;

const OSC_8 = '\u001b]8;;';
const END = '\u001b\\';

/** As terminals agreed on (OSC 8). A URI of a telephone number has nothing in it that would end the sequence. */
export const terminalLink: Link = (text, uri) => {
  const shown = text.trimEnd();
  return `${OSC_8}${uri}${END}${shown}${OSC_8}${END}${text.slice(shown.length)}`;
};
