/** Times of the clock as a person of the store's country reads them. */

/** @param time `HH:MM` @returns `8:30 pm` in the United States, `20:30` elsewhere */
export function clockText(time: string, country: string): string {
  const [hour = 0, minute = ''] = [Number(time.slice(0, 2)), time.slice(3, 5)];
  if (country !== 'US') return `${hour}:${minute}`;
  return `${hour % 12 || 12}:${minute} ${hour % 24 < 12 ? 'am' : 'pm'}`;
}
