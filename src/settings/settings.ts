/** The settings file of a store (TOML): who the store is, its touch plan, its saved maps. */

import { existsSync, readFileSync } from 'node:fs';
import { parse, TomlError } from 'smol-toml';
import * as v from 'valibot';
import { usageFault } from '../domain/fault.ts';
import type { Plan } from '../domain/plan.ts';
import { layoutOfMap, type MapTable, mapTable } from '../importing/map-file.ts';
import type { Layout } from '../importing/mapping.ts';
import type { OwnRules } from '../law/calling.ts';
import { defaultPlan, planOfSettings } from '../touches/default-plan.ts';
import { bareCheckIns, type PlanProblem } from '../touches/plan-problems.ts';
import { didYouMean } from '../values/nearest.ts';
import { CALENDAR_KEYS, type CalendarSettings, calendarOf, calendarTable } from './calendar-settings.ts';
import { CASES_KEYS, caseClockOf, casesTable } from './cases-settings.ts';
import { LANE_KEYS, type LaneSettings, laneOf, laneTable } from './lane-settings.ts';
import { LAW_KEYS, lawTable, ownRules } from './law-settings.ts';
import { IMAP_KEYS, MAIL_KEYS, type MailSettings, mailOf, mailTable } from './mail-settings.ts';
import { PEOPLE_KEYS, type PeopleSettings, peopleOf, peopleTable } from './people-settings.ts';
import { SERVICE_KEYS, type ServiceSettings, serviceOf, serviceTable } from './service-settings.ts';
import { lineOfKey } from './toml-lines.ts';
import { type ValueProblem, valueProblem } from './value-problem.ts';

export interface Settings {
  /** null when there is no such file */
  readonly path: string | null;
  /** what the file says, by keys such as `store.country`, as it stands there; all others are as shipped */
  readonly given: ReadonlyMap<string, unknown>;
  readonly store: {
    readonly name: string | null;
    /** ISO 3166 */
    readonly country: string;
    /** the file names the country; it is no mere default */
    readonly countryGiven: boolean;
    /** IANA; null = the machine's */
    readonly timezone: string | null;
    readonly units: 'miles' | 'km';
    /** as on the letterhead, line by line; empty when not given */
    readonly address: readonly string[];
    /** as written by hand, for people to read */
    readonly phone: string | null;
  };
  readonly paper: 'letter' | 'a4';
  /** who acts when neither --as nor BEBACK_AS says */
  readonly as: string | null;
  readonly plan: Plan;
  /** what the store allows itself of the hours and months the law gives */
  readonly law: OwnRules;
  /** the file names some of them; they are no mere default */
  readonly lawGiven: boolean;
  /** saved maps of export layouts */
  readonly layouts: readonly Layout[];
  readonly mail: MailSettings;
  readonly calendar: CalendarSettings;
  readonly people: PeopleSettings;
  readonly service: ServiceSettings;
  readonly lane: LaneSettings;
}

/** Where cars count miles. */
export const usualUnits = (country: string): 'miles' | 'km' =>
  country === 'US' || country === 'GB' ? 'miles' : 'km';

/** Whether IANA has it. Looked up on disk first: a date formatter takes twenty milliseconds to load. */
export const isTimeZone = (zone: string): boolean => {
  if (/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)+$/i.test(zone) && existsSync(`/usr/share/zoneinfo/${zone}`))
    return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const oneLineOfText = v.pipe(
  v.string('must be text in quotes'),
  v.trim(),
  v.regex(/^[^\p{Cc}]{1,80}$/u, 'must be one line of up to 80 characters'),
);

const storeTable = v.strictObject({
  name: v.optional(v.string()),
  country: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be two capital letters of ISO 3166, such as "US"')),
  ),
  timezone: v.optional(
    v.pipe(v.string(), v.check(isTimeZone, 'is not an IANA time zone, such as "America/Chicago"')),
  ),
  units: v.optional(v.picklist(['miles', 'km'], 'must be "miles" or "km"')),
  address: v.optional(
    v.pipe(
      v.array(oneLineOfText, 'must be a list of lines, such as ["12 Main St", "Troy MI 48083"]'),
      v.minLength(1, 'must have a line'),
      v.maxLength(5, 'must have no more than 5 lines'),
    ),
  ),
  phone: v.optional(
    v.pipe(oneLineOfText, v.regex(/\d.*\d.*\d/, 'must be a telephone number, such as "(248) 555-0100"')),
  ),
  paper: v.optional(v.picklist(['letter', 'a4'], 'must be "letter" or "a4"')),
});

const schema = v.strictObject({
  as: v.optional(v.string()),
  store: v.optional(storeTable),
  plan: v.optional(v.unknown()),
  touch: v.optional(v.unknown()),
  layout: v.optional(v.array(mapTable)),
  law: v.optional(lawTable),
  mail: v.optional(mailTable),
  calendar: v.optional(calendarTable),
  people: v.optional(peopleTable),
  service: v.optional(serviceTable),
  cases: v.optional(casesTable),
  lane: v.optional(laneTable),
});

/** Where US Letter is the paper in the printer. */
const LETTER_COUNTRIES = new Set(['US', 'CA', 'MX', 'PR', 'PH', 'CL', 'CO', 'VE']);

/**
 * Reads the settings; a missing file gives the shipped defaults, unless it was named.
 * @throws Fault `bad-settings` naming line and key, `no-settings` for a named file that is not there
 */
export function readSettings(path: string, named: boolean): Settings {
  if (!existsSync(path)) {
    if (named) throw usageFault('no-settings', `${path}: there is no such settings file`, 'check --config');
    return settingsOf({}, null, null, NOTHING);
  }
  return settingsIn(path, readText(path));
}

/**
 * The plan of another file, which holds `[plan]`, `[[touch]]` or both, as settings would; it may be a whole settings file.
 * @throws Fault `no-plan-file` where there is none, `no-plan` where it has neither, `bad-settings`, `bad-plan`
 */
export function readPlanOf(path: string): Plan {
  if (!existsSync(path)) throw usageFault('no-plan-file', `${path}: there is no such file`, 'check --plan');
  const { plan, given } = settingsIn(path, readText(path));
  if (![...given.keys()].some((key) => key === 'touch' || key === 'plan' || key.startsWith('plan.')))
    throw usageFault(
      'no-plan',
      `${path} has no plan: neither [plan] nor [[touch]]`,
      '`beback plan init --config example.toml` writes one, to be changed',
    );
  return plan;
}

/**
 * Refuses a plan that reads but is not well written. Only whoever asks is told: the lists of the day go on.
 * @throws Fault `bad-plan` naming line and key
 */
export function checkPlan({ path, plan }: Settings): void {
  const problems = bareCheckIns(plan);
  if (path !== null && problems.length > 0) throw badPlan(path, readText(path), problems);
}

/** The settings a text comes to. @throws Fault `bad-settings` naming line and key, `bad-plan` */
export function settingsIn(path: string, text: string): Settings {
  const raw = parseToml(text, path);
  const read = v.safeParse(schema, raw);
  if (!read.success) {
    const [issue] = read.issues;
    const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    throw badSettings(path, text, keys, issue.expected === 'never' ? null : valueProblem(issue));
  }
  if (raw.plan === undefined && raw.touch === undefined)
    return settingsOf(read.output, null, path, givenIn(raw));
  const { calendar, service, store, cases } = read.output;
  const plan = planOfSettings(
    raw,
    calendarOf(calendar),
    serviceOf(service, unitsOf(store)),
    caseClockOf(cases),
  );
  if ('problems' in plan) {
    const [problem] = plan.problems;
    if (problem) throw badPlan(path, text, plan.problems);
  }
  if (!('plan' in plan)) throw new Error('a plan was neither read nor refused');
  return settingsOf(read.output, plan.plan, path, givenIn(raw));
}

const NOTHING: ReadonlyMap<string, unknown> = new Map();

/** Of a table each of its keys, of a table in a table theirs, too; of anything else its own. */
const givenIn = (raw: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(raw).flatMap(([key, value]): [string, unknown][] =>
      isTable(value)
        ? Object.entries(value).flatMap(([one, inner]): [string, unknown][] => [
            [`${key}.${one}`, inner],
            ...(isTable(inner)
              ? Object.entries(inner).map(([deep, said]): [string, unknown] => [
                  `${key}.${one}.${deep}`,
                  said,
                ])
              : []),
          ])
        : [[key, value]],
    ),
  );

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const what = code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    throw usageFault('bad-settings', `${path} ${what}`, 'check --config: it names a TOML file you may read');
  }
}

function parseToml(text: string, path: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what] = error.message.split('\n');
    throw usageFault(
      'bad-settings',
      `${path}, line ${error.line}: ${what}`,
      'mend that line; strings need quotes: name = "Lakeside Motors"',
    );
  }
}

/** @param wrong null = the key is not known */
function badSettings(
  path: string,
  text: string,
  keys: readonly (string | number)[],
  wrong: ValueProblem | null,
): unknown {
  const line = lineOfKey(text, keys);
  const names = keys.filter((one) => typeof one === 'string');
  const key = names.join('.');
  return usageFault(
    'bad-settings',
    `${path}, line ${line}: ${wrong === null ? `unknown key "${key}"${keyMeant(names)}` : `"${key}" ${wrong.message}`}`,
    wrong === null ? knownBeside(names) : wrong.hint,
  );
}

const KEYS: Readonly<Record<string, string>> = {
  store: Object.keys(storeTable.entries).join(', '),
  law: LAW_KEYS,
  mail: MAIL_KEYS,
  'mail.imap': IMAP_KEYS,
  calendar: CALENDAR_KEYS,
  people: PEOPLE_KEYS,
  service: SERVICE_KEYS,
  cases: CASES_KEYS,
  lane: LANE_KEYS,
  layout: Object.keys(mapTable.entries).join(', '),
};

const TABLES = Object.keys(schema.entries);

/** The innermost table that has keys of its own, and the first name in it: `mail.imap` and `port`. */
function tableOf([table = '', ...deeper]: readonly string[]): [string, string | undefined, boolean] {
  const [key, inner, ...more] = deeper;
  const nested = `${table}.${key}`;
  if (inner !== undefined && nested in KEYS) return [nested, inner, more.length > 0];
  return [table, key, inner !== undefined];
}

/** The key of its table that is near, else the table. */
function keyMeant(names: readonly string[]): string {
  const [table, key, isDeeper] = tableOf(names);
  if (key === undefined) return didYouMean(table, TABLES);
  return isDeeper ? '' : didYouMean(key, KEYS[table]?.split(', ') ?? []);
}

/** What there is beside an unknown key: the keys of its table, else the tables. */
function knownBeside(names: readonly string[]): string {
  const [table, key] = tableOf(names);
  if ((table === 'mail' || table === 'mail.imap') && key === 'password')
    return `a password does not stand in the settings: name password_file or password_command, or set ${table === 'mail' ? 'BEBACK_MAIL_PASSWORD' : 'BEBACK_IMAP_PASSWORD'}`;
  if (table === 'layout') return '`beback layouts --help` shows a map';
  const keys = key === undefined ? undefined : KEYS[table];
  if (keys !== undefined) return `known under [${table}]: ${keys}`;
  return 'known: as, and the tables [store], [law], [mail], [calendar], [people], [service], [cases], [lane], [plan], [[touch]] and [[layout]]';
}

function badPlan(path: string, text: string, problems: readonly PlanProblem[]): unknown {
  const lines = problems.map(
    ({ path: keys, message, unknown }) =>
      `${path}, line ${lineOfKey(text, keys)}: ${nameOf(keys)}: ${message}${unknown ? didYouMean(unknown.word, unknown.known) : ''}`,
  );
  return usageFault(
    'bad-plan',
    lines.join('\n'),
    problems[0]?.hint ??
      'mend that line; `beback plan init --config example.toml` writes a plan that is right, to compare it with',
  );
}

/** `touch 3, opens` as a person counts. */
const nameOf = (keys: readonly (string | number)[]): string =>
  keys.map((key) => (typeof key === 'number' ? `${key + 1}` : key)).join(' ');

const HOME = 'US';

const unitsOf = (store: v.InferOutput<typeof storeTable> | undefined): 'miles' | 'km' =>
  store?.units ?? usualUnits(store?.country ?? HOME);

/** @param plan null = the shipped one, read only when it is asked for */
function settingsOf(
  given: v.InferOutput<typeof schema>,
  plan: Plan | null,
  path: string | null,
  said: ReadonlyMap<string, unknown>,
): Settings {
  let inForce = plan;
  const country = given.store?.country ?? HOME;
  const calendar = calendarOf(given.calendar);
  const service = serviceOf(given.service, unitsOf(given.store));
  return {
    path,
    given: said,
    store: {
      name: given.store?.name ?? null,
      country,
      countryGiven: given.store?.country !== undefined,
      timezone: given.store?.timezone ?? null,
      units: unitsOf(given.store),
      address: given.store?.address ?? [],
      phone: given.store?.phone ?? null,
    },
    paper: given.store?.paper ?? (LETTER_COUNTRIES.has(country) ? 'letter' : 'a4'),
    as: given.as ?? null,
    get plan(): Plan {
      inForce ??= defaultPlan(calendar, service, caseClockOf(given.cases));
      return inForce;
    },
    law: ownRules(given.law),
    lawGiven: Object.keys(given.law ?? {}).length > 0,
    layouts: (given.layout ?? []).map((table: MapTable) => layoutOfMap(table)),
    mail: mailOf(given.mail, path),
    calendar,
    people: peopleOf(given.people),
    service,
    lane: laneOf(given.lane),
  };
}
