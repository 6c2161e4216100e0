/** What somebody wrote, as far as it fits beside the other reasons of a list. */

const LONGEST = 80;

/** Of its first line. */
export function firstWords(text: string): string {
  const [line = ''] = text.trim().split(/[\r\n]/);
  const words = [...line].slice(0, LONGEST).join('');
  return words.length < line.length ? `${words}…` : words;
}
