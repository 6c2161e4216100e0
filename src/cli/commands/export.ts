/** `beback export`: everything the store knows, as JSON or CSV. */

import { resolve } from 'node:path';
import { EXIT, usageFault } from '../../domain/fault.ts';
import { writeFileWhole } from '../../files/write-file.ts';
import { jsonText } from '../../render/json-text.ts';
import { recordsAsCsv } from '../../render/records-as-csv.ts';
import { exportCustomers } from '../../store/export-customers.ts';
import {
  exportAppointments,
  exportContacts,
  exportRepairOrders,
  exportSalespeople,
  exportVehicles,
} from '../../store/export-records.ts';
import { exportSales } from '../../store/export-sales.ts';
import type { Context } from '../context.ts';

const RECORDS = {
  sales: ({ existingStore: store }: Context) => exportSales(store),
  customers: ({ existingStore: store, day }: Context) => exportCustomers(store, day),
  vehicles: ({ existingStore: store }: Context) => exportVehicles(store),
  salespeople: ({ existingStore: store, day }: Context) => exportSalespeople(store, day),
  contacts: ({ existingStore: store }: Context) => exportContacts(store),
  'repair-orders': ({ existingStore: store }: Context) => exportRepairOrders(store),
  appointments: ({ existingStore: store }: Context) => exportAppointments(store),
} satisfies Record<string, (context: Context) => Iterable<object>>;

const isKnown = (what: string): what is keyof typeof RECORDS => Object.hasOwn(RECORDS, what);

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
  if (!isKnown(what)) {
    throw usageFault(
      'unknown-records',
      `there are no "${what}" to export`,
      `known: ${Object.keys(RECORDS).join(', ')}, calendar, vcard`,
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
  const records: Iterable<object> = RECORDS[what](context);
  const parts = format === 'json' ? asJson(records) : recordsAsCsv(what, records, { bom: toFile });
  if (toFile) {
    const path = resolve(options.out ?? '');
    writeFileWhole(path, inChunks(parts));
    context.terminal.talk(`${path}\n`);
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
  const { calendarFor, contactsFor } = await import('../../operations/phone-export.ts');
  const text = what === 'calendar' ? await calendarFor(context, options) : contactsFor(context, options);
  if (options.out === undefined || options.out === '-') context.terminal.printData(text);
  else writeFileWhole(resolve(options.out), [text]);
  return EXIT.done;
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

const CHUNK = 64 << 10;

function* inChunks(parts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}
