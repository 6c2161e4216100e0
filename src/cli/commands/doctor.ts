/** `beback doctor`: versions, paths, modes, integrity, settings, age of the last import. */

import { existsSync, statSync } from 'node:fs';
import packageJson from '../../../package.json' with { type: 'json' };
import { daysBetween } from '../../domain/day.ts';
import { EXIT, Fault } from '../../domain/fault.ts';
import { counted } from '../../render/counted.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { lastExportTaken } from '../../store/imports.ts';
import { SCHEMA_VERSION } from '../../store/migrate.ts';
import { listSalespeople } from '../../store/salespeople.ts';
import type { Context } from '../context.ts';

interface Finding {
  readonly what: string;
  readonly found: string;
  /** false = needs a look */
  readonly ok: boolean;
  readonly advice?: string;
}

/** An import a month is the least; a week's grace. */
const STALE_DAYS = 38;

export function runDoctor(context: Context): number {
  const findings = [...program(), ...settings(context), ...database(context)];
  const ok = findings.every((finding) => finding.ok);
  if (context.json) context.printJson({ ok, findings });
  else {
    const { print, styles } = context.terminal;
    for (const { what, found, ok: fine, advice } of findings) {
      print(
        `${fine ? styles.good('ok  ') : styles.bad('LOOK')}  ${what.padEnd(14)} ${safeForTerminal(found)}\n`,
      );
      if (advice !== undefined && !fine) print(`      ${' '.repeat(14)} ${safeForTerminal(advice)}\n`);
    }
    print(
      '      The database is not encrypted: keep it on an encrypted disk, and off network shares and synced folders.\n',
    );
  }
  return ok ? EXIT.done : EXIT.needsLook;
}

const program = (): Finding[] => [
  { what: 'beback', found: packageJson.version, ok: true },
  { what: 'Node', found: `${process.version} ${process.platform} ${process.arch}`, ok: true },
];

function settings(context: Context): Finding[] {
  try {
    const { path, plan, layouts, store } = context.settings;
    const found = path ?? `none at ${context.settingsPath}: the shipped defaults are in force`;
    return [
      { what: 'settings', found, ok: true },
      ...(path === null ? [] : [privacy('settings mode', path)]),
      {
        what: 'store',
        found: `${store.name ?? '(no name set)'}, ${store.country}, ${store.timezone ?? 'the time zone of this machine'}`,
        ok: true,
      },
      {
        what: 'plan',
        found: `${counted(plan.touches.length, 'touch', 'touches')}, ${counted(layouts.length, 'saved map')}`,
        ok: true,
      },
    ];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [
      {
        what: 'settings',
        found: error.message,
        ok: false,
        ...(error.hint === undefined ? {} : { advice: error.hint }),
      },
    ];
  }
}

function database(context: Context): Finding[] {
  const path = context.databasePath;
  if (!existsSync(path)) return [{ what: 'database', found: `none yet at ${path}`, ok: true }];
  try {
    return inspect(context, path);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [
      {
        what: 'database',
        found: error.message,
        ok: false,
        ...(error.hint === undefined ? {} : { advice: error.hint }),
      },
    ];
  }
}

function inspect(context: Context, path: string): Finding[] {
  const db = context.store;
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const integrity = String(db.pragma('quick_check', { simple: true }));
  const broken = (db.pragma('foreign_key_check') as unknown[]).length;
  const last = lastExportTaken(db);
  const age = last === null ? null : daysBetween(last.on, context.day);
  return [
    ...mail(context),
    { what: 'SQLite', found: `${sqlite}, schema ${SCHEMA_VERSION}`, ok: true },
    { what: 'database', found: `${path}, ${statSync(path).size.toLocaleString('en-US')} bytes`, ok: true },
    privacy('database mode', path),
    {
      what: 'integrity',
      found:
        integrity === 'ok' && broken === 0 ? 'ok' : `${integrity}; ${counted(broken, 'broken reference')}`,
      ok: integrity === 'ok' && broken === 0,
      advice: 'keep this file, restore the last backup, and send us the message',
    },
    {
      what: 'holds',
      found: `${counted(count('customer'), 'customer')}, ${counted(count('sale'), 'sale')}, ${counted(count('repair_order'), 'repair order')}, ${counted(count('contact'), 'contact')}`,
      ok: true,
    },
    {
      what: 'last import',
      found:
        age === null ? 'nothing was imported yet' : `${last?.on}, ${counted(Math.max(0, age), 'day')} ago`,
      ok: age === null || age <= STALE_DAYS,
      advice:
        'export the last month from the DMS and import it: lists from old data call people about cars they no longer have',
    },
  ];
}

/** Who would get no list in the morning. */
function mail(context: Context): Finding[] {
  const { enabled } = context.settings.mail;
  if (!enabled) return [{ what: 'mail', found: 'not switched on', ok: true }];
  const without = listSalespeople(context.store).filter(
    ({ email, left_on, sales }) => email === null && sales > 0 && (left_on === null || context.day < left_on),
  );
  return [
    {
      what: 'mail',
      found:
        without.length === 0
          ? 'switched on'
          : `switched on; no address of ${without.map(({ name }) => name).join(', ')}`,
      ok: without.length === 0,
      advice: 'beback salespeople set NAME --email ADDRESS; or --left DAY for whoever is gone',
    },
  ];
}

/** Names, phones and birthdays are nobody else's business. */
function privacy(what: string, path: string): Finding {
  const mode = statSync(path).mode & 0o777;
  return {
    what,
    found: `0${mode.toString(8)}`,
    ok: (mode & 0o077) === 0 || process.platform === 'win32',
    advice: `others on this machine can read it: chmod 600 "${path}"`,
  };
}
