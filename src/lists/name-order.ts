/** The order of names on a list: the same on every machine, whatever its language. */

/** What names are compared by: small letters without accents, so that `Élan` stands beside `Elan`. */
export const nameKey = (name: string): string => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
