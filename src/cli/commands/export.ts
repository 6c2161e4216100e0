/** `beback export`: everything the store knows, as JSON or CSV. */

import { resolve } from 'node:path';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { writeFileWhole } from '../../files/write-file.ts';
import { calendarOfBook, cardsOfBook } from '../../operations/book.ts';
import { exportRecords, isRecordKind, RECORD_KINDS, sizeOfExport } from '../../operations/export-records.ts';
import { salespersonName } from '../../operations/salespeople.ts';
import { idOfStore } from '../../operations/store-id.ts';
import { counted } from '../../render/counted.ts';
import { customersAsVcard } from '../../render/customers-as-vcard.ts';
import { inChunks } from '../../render/in-chunks.ts';
import { jsonText } from '../../render/json-text.ts';
import { recordsAsCsv } from '../../render/records-as-csv.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { didYouMean } from '../../values/nearest.ts';
import type { Context } from '../context.ts';
import { scopeOf } from '../scope.ts';
import { tellExport } from '../tell-export.ts';
import { wholeNumber } from '../whole-number.ts';

export interface ExportOptions {
  readonly format?: 'csv' | 'json';
  readonly out?: string;
  readonly for?: string;
  readonly days?: string;
}

export async function runExport(context: Context, what: string, options: ExportOptions): Promise<number> {
  if (options.out !== undefined && resolve(options.out) === resolve(context.settingsPath))
    throw usageFault('usage', `--out ${options.out}: those are the settings`, 'name another file');
  if (what === 'calendar' || what === 'vcard') return exportForPhone(context, what, options);
  if (!isRecordKind(what)) {
    const known = [...RECORD_KINDS, 'calendar', 'vcard'];
    throw usageFault(
      'unknown-records',
      `there are no "${what}" to export${didYouMean(what, known)}`,
      `known: ${known.join(', ')}`,
    );
  }
  if (options.for !== undefined || options.days !== undefined)
    throw usageFault('usage', `--for and --days do not go with ${what}`, 'they are for calendar and vcard');
  if (context.json && options.format === 'csv')
    throw usageFault('usage', '--json and --format csv exclude each other', 'give one of them');
  const format = context.json
    ? 'json'
    : (options.format ?? (/\.json$/i.test(options.out ?? '') ? 'json' : 'csv'));
  const toFile = options.out !== undefined && options.out !== '-';
  const path = toFile ? resolve(options.out ?? '') : null;
  const { session } = context;
  const { rows, namesSeveral } = sizeOfExport(session, what);
  tellExport(context, { what, rows, file: path }, namesSeveral);
  const records = exportRecords(session, what);
  const parts = format === 'json' ? asJson(records) : recordsAsCsv(what, records, { bom: toFile });
  if (path !== null) {
    writeFileWhole(path, inChunks(parts));
    tellWritten(context, `${counted(rows, 'record')} of ${what}`, path);
  } else for (const chunk of inChunks(parts)) context.terminal.printData(chunk);
  return EXIT.done;
}

/** Text in the one format telephones read. */
async function exportForPhone(
  context: Context,
  what: 'calendar' | 'vcard',
  options: ExportOptions,
): Promise<number> {
  if (context.json || options.format !== undefined) {
    throw usageFault(
      'usage',
      `${what} has one format only`,
      `leave out --json and --format; ${what === 'calendar' ? 'an .ics' : 'a .vcf'} file is written`,
    );
  }
  const { text, rows, customers, holds } =
    what === 'calendar' ? await calendarText(context, options) : vcardText(context, options);
  const path = options.out === undefined || options.out === '-' ? null : resolve(options.out);
  tellExport(context, { what, rows, file: path }, customers > 1);
  if (path === null) context.terminal.printData(text);
  else {
    writeFileWhole(path, [text]);
    tellWritten(context, holds, path);
  }
  return EXIT.done;
}

const tellWritten = ({ terminal }: Context, what: string, path: string): void =>
  terminal.talk(`${what} written to ${safeForTerminal(path)}\n`);

/** A file for a telephone, and how much is in it, in words. */
interface ForPhone {
  readonly text: string;
  readonly rows: number;
  readonly customers: number;
  readonly holds: string;
}

/** @throws Fault `usage` when nobody is named, or `--days` is not a number of days from 1 */
async function calendarText(context: Context, options: ExportOptions): Promise<ForPhone> {
  const { session } = context;
  const days = daysOf(options.days);
  const { id, name } = personOf(context, options.for, 'calendar');
  const entries = calendarOfBook(session, id, days);
  // loaded only when asked for: nobody else should wait for it
  const { comingTouchesAsIcs } = await import('../../render/coming-touches-as-ics.ts');
  return {
    text: comingTouchesAsIcs(entries, {
      at: new Date(),
      name,
      storeId: idOfStore(session),
      country: session.settings.store.country,
    }),
    rows: entries.length,
    customers: new Set(entries.map(({ customer }) => customer.id)).size,
    holds: counted(entries.length, 'touch', 'touches'),
  };
}

/** @throws Fault `usage` when nobody is named */
function vcardText(context: Context, options: ExportOptions): ForPhone {
  const { session } = context;
  if (options.days !== undefined) throw usageFault('usage', '--days goes with the calendar', 'leave it out');
  const cards = cardsOfBook(session, personOf(context, options.for, 'vcard').id);
  return {
    text: customersAsVcard(cards, session.day, idOfStore(session)),
    rows: cards.length,
    customers: cards.length,
    holds: counted(cards.length, 'card'),
  };
}

/** Nobody's telephone is meant to hold the customers of the whole store. */
function personOf(
  context: Context,
  wanted: string | undefined,
  what: 'calendar' | 'vcard',
): { readonly id: number | null; readonly name: string } {
  const scope = scopeOf(context, wanted === undefined ? {} : { for: wanted });
  if (scope.of === 'house') return { id: null, name: 'House list' };
  if (scope.of === 'one') {
    const { salespersonId: id } = scope;
    return { id, name: salespersonName(context.session, id) };
  }
  throw usageFault(
    'usage',
    `a ${what} is one salesperson's`,
    `say whose: beback export ${what} --for NAME, or --for house`,
  );
}

const DAYS = 30;
const DAYS_AT_MOST = 400;

function daysOf(text: string | undefined): number {
  const days = wholeNumber('--days', text) ?? DAYS;
  if (days > DAYS_AT_MOST)
    throw usageFault('usage', `--days ${days} is too far ahead`, `give ${DAYS_AT_MOST} at most`);
  return days;
}

/** One JSON array, a record a line, written as it is read. */
function* asJson(records: Iterable<object>): Generator<string> {
  let separator = '[\n';
  for (const record of records) {
    yield separator + jsonText(record);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
