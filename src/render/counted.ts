/** Numbers with the word they count. */

/** `1 call`, `3 calls`, `1,200 rows`; give the plural where it is not the word + s (`counted(2, 'entry', 'entries')`). */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;

/** `1st`, `2nd`, `3rd`, `11th`, `21st`. */
export function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
