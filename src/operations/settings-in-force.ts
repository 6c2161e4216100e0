/** The settings in force, key by key, each with where it comes from. */

import { usageFault } from '../domain/fault.ts';
import type { Hours } from '../domain/hours.ts';
import { planAsJson } from '../render/plan-as-json.ts';
import type { Settings } from '../settings/settings.ts';
import { didYouMean } from '../values/nearest.ts';

export interface SettingInForce {
  /** `store.country` */
  readonly key: string;
  /** as a program reads it; null = not set */
  readonly value: unknown;
  /** null = not set */
  readonly from: 'flag' | 'environment' | 'file' | 'default' | null;
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
): readonly SettingInForce[] {
  const all = [...beside, ...ofFile(settings)];
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

function ofFile(settings: Settings): SettingInForce[] {
  return Object.entries(tables(settings)).flatMap(([table, values]) =>
    Object.entries(values).map(([name, value]): SettingInForce => {
      const key = `${table}.${name}`;
      const from = settings.given.has(key) ? 'file' : value === null ? null : 'default';
      return { key, value, from };
    }),
  );
}

/** In the order in which a person would write them. */
function tables({ store, paper, plan, law, mail, calendar, people, service, lane }: Settings) {
  const { touches: _, ...ofPlan } = planAsJson(plan);
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
    people: { managers: people.managers, assistants: Object.fromEntries(people.assistants) },
    calendar: {
      business_days: calendar.businessDays,
      holidays: calendar.holidays,
      days_off: Object.fromEntries(calendar.daysOff),
    },
    service: { missed_after: `${service.missedAfter}d` },
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
      user: mail.server?.user ?? null,
      ca_file: mail.server?.caFile ?? null,
      password_file: mail.passwordFile,
      password_command: mail.passwordCommand,
      sendmail: mail.sendmail,
      sheet: mail.sheet,
      answers: mail.answers,
      message_domain: mail.messageDomain,
      timeout_seconds: mail.timeoutSeconds,
      managers: mail.managers,
    },
    plan: ofPlan,
  };
}

/** As `[law]` has it. */
const span = (hours: Hours | null): unknown => (hours === null ? 'none' : [hours.from, hours.to]);
