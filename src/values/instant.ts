/** Instants in exports, told by the store's clock: 3:30 UTC on the 6th is still the evening of the 5th in New York. */

const WITH_ZONE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)$/;
const EPOCH_MILLISECONDS = /^\d{13}$/;
/** A day that a program wrote down as an instant: its clock stands at midnight. */
const NO_TIME = /^00:00(?::00(?:\.0+)?)?$/;
const MS_A_DAY = 86_400_000;

/** A function that turns an instant into day and time in `timezone`, `2026-03-05 22:30`; any other text comes back as it is. */
export function storeClock(timezone: string | null): (text: string) => string {
  if (timezone === null) return (text) => text;
  let clock: Intl.DateTimeFormat | null = null;
  return (text) => {
    const instant = instantIn(text);
    if (instant === null) return text;
    // loaded with the first instant: most files have none
    clock ??= new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    return clock.format(instant);
  };
}

function instantIn(text: string): number | null {
  if (EPOCH_MILLISECONDS.test(text)) return Number(text) % MS_A_DAY === 0 ? null : Number(text);
  const parts = WITH_ZONE.exec(text);
  if (parts === null) return null;
  const [, day, minute = '', second = ':00', zone = ''] = parts;
  if (NO_TIME.test(minute + second)) return null;
  const instant = Date.parse(`${day}T${minute}${second}${/^[UG]/.test(zone) ? 'Z' : zone}`);
  return Number.isNaN(instant) ? null : instant;
}

/**
 * The UTC instant at which a clock there shows that day and time. A time that the clock leaps over in spring is taken for the one
 * an hour later, one that comes twice for the first.
 * @param time `HH:MM`, also with seconds @param timezone IANA; null = the machine's
 */
export function instantAt(day: string, time: string, timezone: string | null): string {
  if (timezone === null) return new Date(`${day}T${time}`).toISOString();
  const wanted = Date.parse(`${day}T${time}Z`);
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const ahead = (instant: number): number =>
    Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
  const [before, after] = [wanted - ahead(wanted - MS_A_DAY), wanted - ahead(wanted + MS_A_DAY)];
  const found = [before, after].find((instant) => instant + ahead(instant) === wanted) ?? before;
  return new Date(found).toISOString();
}
