/** The title of a column as titles are compared. */

/** Lower case, without accents, blanks and `_ - . # / ( )` and the like. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');
