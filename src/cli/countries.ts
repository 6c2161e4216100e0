/** Countries as people name them, and the clocks they go by. */

export interface Zone {
  /** IANA */
  readonly zone: string;
  /** `Central Time` */
  readonly called: string;
}

type WithZones = Intl.Locale & { readonly timeZones?: string[]; getTimeZones?(): string[] };

/** Those of a country, of Node 20 and of its successors. */
function zonesOf(country: string): readonly string[] {
  const locale: WithZones = new Intl.Locale('und', { region: country });
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

export function countryName(code: string): string | null {
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) ?? null;
}

/** The code of a country, by itself or by its English name or the beginning of it; null where none or several fit. */
export function countryTyped(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (/^[a-z]{2}$/.test(typed)) return typed.toUpperCase();
  if (typed.length < SHORTEST_NAME) return null;
  const names = countries();
  const same = names.filter(([, name]) => name === typed);
  const fitting = same.length > 0 ? same : names.filter(([, name]) => name.startsWith(typed));
  return fitting.length === 1 ? (fitting[0]?.[0] ?? null) : null;
}
const SHORTEST_NAME = 3;

/** Whatever has a name and a clock. */
function countries(): readonly (readonly [code: string, name: string])[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .flatMap((code) => {
      const name = names.of(code);
      const isInUse = new Intl.Locale('und', { region: code }).region === code;
      return name !== undefined && isInUse && zonesOf(code).length > 0
        ? [[code, name.toLowerCase()] as const]
        : [];
    });
}

/** The machine's own where it lies in the country, then the country's others, then all there are. */
export function zonesFor(country: string): readonly Zone[] {
  const machines = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const ofCountry = zonesOf(country);
  const first = ofCountry.includes(machines) || ofCountry.length === 0 ? [machines] : [];
  const all = new Set([...first, ...ofCountry, machines, ...Intl.supportedValuesOf('timeZone')]);
  return [...all].map((zone) => ({ zone, called: zoneName(zone) }));
}

function zoneName(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' });
  return parts.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
