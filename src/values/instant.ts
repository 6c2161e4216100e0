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
