/** The settings in force, key by key, each with where it comes from. */

import { type Day, printOffset } from '../domain/day.ts';
import { usageFault } from '../domain/fault.ts';
import type { Hours } from '../domain/hours.ts';
import { holidaysOf } from '../domain/working-days.ts';
import { planAsJson } from '../render/plan-as-json.ts';
import type { CalendarSettings } from '../settings/calendar-settings.ts';
import type { SignIn } from '../settings/mail-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { didYouMean } from '../values/nearest.ts';

export interface SettingInForce {
  /** `store.country` */
  readonly key: string;
  /** as a program reads it; null = not set */
  readonly value: unknown;
  /** null = not set */
  readonly from: 'flag' | 'environment' | 'file' | 'default' | null;
  /** where it names a country or region: the days of this year and the next on which the store is closed */
  readonly days?: readonly { readonly on: Day; readonly name: string | null }[];
}

/**
 * @param beside what flags and the environment decide, which go first
 * @param wanted a key, or a table (`store`) for all of its keys; left out: everything
 * @throws Fault `unknown-setting` with the nearest
 */
export function settingsInForce(
  settings: Settings,
  beside: readonly SettingInForce[],
  wanted: string | undefined,
  day: Day,
): readonly SettingInForce[] {
  const all = [...beside, ...ofFile(settings, day)];
  if (wanted === undefined) return all;
  const found = all.filter(({ key }) => key === wanted || key.startsWith(`${wanted}.`));
  if (found.length > 0) return found;
  const known = all.map(({ key }) => key);
  throw usageFault(
    'unknown-setting',
    `there is no setting "${wanted}"${didYouMean(wanted, known)}`,
    '`beback config` lists all of them',
  );
}

function ofFile(settings: Settings, day: Day): SettingInForce[] {
  return Object.entries(tables(settings)).flatMap(([table, values]) =>
    Object.entries(values).map(([name, inForce]): SettingInForce => {
      const key = table === '' ? name : `${table}.${name}`;
      // what is said of a server that is not named yet is in force nowhere
      const value = inForce ?? settings.given.get(key) ?? null;
      const from = settings.given.has(key) ? 'file' : value === null ? null : 'default';
      return { key, value, from, ...(key === HOLIDAYS && resolved(settings.calendar, day)) };
    }),
  );
}

const HOLIDAYS = 'calendar.holidays';

function resolved(calendar: CalendarSettings, day: Day): Pick<SettingInForce, 'days'> {
  if (calendar.regional === undefined) return {};
  const year = Number(day.slice(0, 4));
  const days = [...holidaysOf(calendar, year), ...holidaysOf(calendar, year + 1)];
  return { days: days.map(([on, name]) => ({ on, name: name === '' ? null : name })) };
}

/** In the order in which a person would write them. */
function tables({ store, paper, plan, layouts, law, mail, calendar, people, service, lane }: Settings) {
  const { touches, ...ofPlan } = planAsJson(plan);
  return {
    store: {
      name: store.name,
      country: store.country,
      timezone: store.timezone,
      units: store.units,
      address: store.address.length === 0 ? null : store.address,
      phone: store.phone,
      paper,
    },
    people: {
      managers: people.managers,
      assistants: Object.fromEntries(people.assistants),
      service: people.service,
    },
    calendar: {
      business_days: calendar.businessDays,
      holidays: calendar.holidaysWritten,
      days_off: Object.fromEntries(calendar.daysOff),
      open: calendar.open ?? [],
    },
    service: {
      missed_after: `${service.missedAfter}d`,
      per_day: service.perDay,
      caller: service.caller,
    },
    cases: { answer: printOffset(plan.caseClock.answer), close: printOffset(plan.caseClock.close) },
    lane: { pitch_rest: `${lane.pitchRest}d` },
    law: {
      weekdays: span(law.hours.weekday),
      saturday: span(law.hours.saturday),
      sunday: span(law.hours.sunday),
      holidays: span(law.hours.holiday),
      relationship_months: law.relationshipMonths,
    },
    mail: {
      enabled: mail.enabled,
      from: mail.from,
      reply_to: mail.replyTo,
      host: mail.server?.host ?? null,
      port: mail.server?.port ?? null,
      security: mail.server?.security ?? null,
      ...signInKeys(mail.server?.signIn ?? null),
      ca_file: mail.server?.caFile ?? null,
      sendmail: mail.sendmail,
      sheet: mail.sheet,
      answers: mail.answers,
      message_domain: mail.messageDomain,
      timeout_seconds: mail.timeoutSeconds,
      managers: mail.managers,
    },
    'mail.imap': {
      host: mail.imap?.host ?? null,
      port: mail.imap?.port ?? null,
      security: mail.imap?.security ?? null,
      ...signInKeys(mail.imap?.signIn ?? null),
      ca_file: mail.imap?.caFile ?? null,
      mailbox: mail.imap?.mailbox ?? null,
      since_days: mail.imap?.sinceDays ?? null,
    },
    plan: ofPlan,
    // tables without a name of their own, told by what is in them
    '': { touch: touches.map(({ id }) => id), layout: layouts.map(({ name }) => name) },
  };
}

const signInKeys = (signIn: SignIn | null) => ({
  user: signIn?.user ?? null,
  auth: signIn?.auth ?? null,
  password_file: signIn?.passwordFile ?? null,
  password_command: signIn?.passwordCommand ?? null,
  token_command: signIn?.tokenCommand ?? null,
});

/** As `[law]` has it. */
const span = (hours: Hours | null): unknown => (hours === null ? 'none' : [hours.from, hours.to]);
