/** `beback today`: who to call, and why. */

import { resolve } from 'node:path';
import type { CallList, DayLists } from '../../domain/call-list.ts';
import { EXIT } from '../../domain/fault.ts';
import { birthdayTouches } from '../../domain/plan.ts';
import { writeFilesWhole, writeFileWhole } from '../../files/write-file.ts';
import { dayLists } from '../../operations/day-lists.ts';
import { assistingInWords, nameOne } from '../../operations/for-whom.ts';
import { idOfStore } from '../../operations/store-id.ts';
import { whereCustomersWent } from '../../operations/where-customers-went.ts';
import { callListsAsCsv } from '../../render/call-list-as-csv.ts';
import { callListsAsHtml } from '../../render/call-list-as-html.ts';
import { callListsAsText } from '../../render/call-list-as-text.ts';
import { callSheetsAsText } from '../../render/call-sheet-as-text.ts';
import { counted } from '../../render/counted.ts';
import { customersGoneInWords } from '../../render/customers-gone-in-words.ts';
import { inChunks } from '../../render/in-chunks.ts';
import { jsonDocument } from '../../render/json-text.ts';
import { listFileName } from '../../render/list-file-name.ts';
import { inLines, ownersNoticeTexts } from '../../render/notice-lines.ts';
import { staleInWords } from '../../render/stale-in-words.ts';
import { plainStyles } from '../../render/styles.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { wrapped } from '../../render/wrapped.ts';
import type { Context } from '../context.ts';
import { limitOf } from '../limit.ts';
import { endingOf, formatAsked, LIST_FORMATS, type ListFormat } from '../list-formats.ts';
import { outPlace, spareWhatIsFilledIn } from '../out-place.ts';
import { scopeOf } from '../scope.ts';
import { wholeNumber } from '../whole-number.ts';

export interface TodayOptions {
  readonly for?: string;
  readonly all?: boolean;
  readonly limit?: string;
  readonly fill?: string;
  readonly format?: ListFormat;
  readonly out?: string;
  readonly withheld?: boolean;
}

export async function runToday(context: Context, options: TodayOptions): Promise<number> {
  const format = formatAsked(context.json, options);
  const scope = scopeOf(context, options);
  const lists = dayLists(context.session, {
    scope,
    limit: limitOf(options.limit),
    fill: wholeNumber('--fill', options.fill),
  });
  tellAssistant(context, options);
  if (options.out === undefined || options.out === '-')
    context.terminal.print(await drawn(context, lists, format, options, true));
  else await writeLists(context, lists, format, { ...options, out: options.out });
  if (format === 'csv') {
    tellStale(context, lists);
    tellNotices(context, lists);
  }
  if (options.for !== undefined && scope.of === 'one') tellGone(context, scope.salespersonId);
  return EXIT.done;
}

/** Whoever assists several has no list of their own. */
function tellAssistant({ actor, terminal }: Context, options: TodayOptions): void {
  const [only, ...others] = actor?.person === null ? (actor.assists ?? []) : [];
  if (actor === null || only === undefined || others.length === 0 || options.for !== undefined || options.all)
    return;
  terminal.talk(
    `${safeForTerminal(`${assistingInWords(actor)}: these are everybody's lists; ${nameOne(only)}`)}\n`,
  );
}

/** Of somebody who left the list is empty: their customers stand on others'. */
function tellGone({ terminal, session }: Context, salespersonId: number): void {
  const gone = whereCustomersWent(session, salespersonId);
  if (gone === null) return;
  const words = customersGoneInWords(gone, session.day, session.settings.store.country);
  terminal.talk(`${wrapped(safeForTerminal(words), terminal.width).join('\n')}\n`);
}

/** Of a sheet whose every line is a call; the other formats say it themselves. */
function tellStale({ terminal, settings }: Context, { last_import_on, on }: DayLists): void {
  const stale = staleInWords(last_import_on, on, settings.store.country);
  if (stale !== null) terminal.talk(`${stale}\n`);
}

/** For whom each is stands in the talk alone: a sheet of several lists has them all in one. */
function tellNotices({ terminal, settings }: Context, { lists, on }: DayLists): void {
  const { country } = settings.store;
  const told = lists.flatMap(({ salesperson: owner, notices }) =>
    owner === null ? [] : notices.map((notice) => ({ owner, notice })),
  );
  for (const line of inLines(ownersNoticeTexts(told, { on, country, atMost: null }), terminal.width))
    terminal.talk(`${line}\n`);
}

/** Piece by piece where it may be long. */
async function drawn(
  context: Context,
  lists: DayLists,
  format: ListFormat,
  options: TodayOptions,
  onTerminal: boolean,
): Promise<Iterable<string>> {
  return format === 'json'
    ? jsonDocument(lists)
    : [await textOf(context, lists, format, options, onTerminal)];
}

async function textOf(
  context: Context,
  lists: DayLists,
  format: Exclude<ListFormat, 'json'>,
  options: TodayOptions,
  onTerminal: boolean,
): Promise<string> {
  const { store, paper } = context.settings;
  const { terminal } = context;
  switch (format) {
    case 'csv':
      return callListsAsCsv(lists, { country: store.country, bom: !onTerminal, rawForMachines: false });
    case 'html':
      return callListsAsHtml(lists, { paper, country: store.country, storeName: store.name ?? '' });
    case 'text':
      return callSheetsAsText(lists, { country: store.country, storeName: store.name ?? '' });
    case 'ics':
      // loaded only when asked for: nobody else should wait for it
      return (await import('../../render/call-list-as-ics.ts')).callListsAsIcs(lists, {
        storeId: idOfStore(context.session),
        country: store.country,
        at: new Date(),
        birthdays: birthdayTouches(context.settings.plan),
      });
    case 'table':
      return callListsAsText(lists, {
        width: onTerminal ? terminal.width : null,
        styles: onTerminal ? terminal.styles : plainStyles,
        country: store.country,
        withheld: options.withheld ?? false,
        storeName: store.name ?? '',
      });
  }
}

/** A folder gets one file a salesperson, a file name everything. */
async function writeLists(
  context: Context,
  lists: DayLists,
  format: ListFormat,
  options: TodayOptions & { out: string },
): Promise<void> {
  const place = outPlace(options.out, format, LIST_FORMATS);
  if ('file' in place) {
    await spareWhatIsFilledIn(context, [place.file]);
    writeFileWhole(place.file, inChunks(await drawn(context, lists, format, options, false)));
    tellWritten(context, lists, place.file);
    return;
  }
  const out = place.folder;
  const used = new Set<string>();
  const paths = lists.lists.map(({ salesperson }) =>
    resolve(out, listFileName(salesperson, lists.on, endingOf(format), used)),
  );
  await spareWhatIsFilledIn(context, paths);
  const texts = await Promise.all(
    lists.lists.map(async (list) => [...(await drawn(context, only(lists, list), format, options, false))]),
  );
  writeFilesWhole(
    out,
    paths.map((path, i) => ({ path, text: texts[i]?.join('') ?? '' })),
  );
  for (const [i, { calls }] of lists.lists.entries())
    context.terminal.talk(`${paths[i]}  ${counted(calls.length, 'call')}\n`);
  if (lists.lists.length === 0) context.terminal.talk('No calls due: no file was written.\n');
  else tellWritten(context, lists, out);
}

function tellWritten({ terminal }: Context, { lists }: DayLists, path: string): void {
  const calls = lists.reduce((sum, list) => sum + list.calls.length, 0);
  terminal.talk(
    `${counted(calls, 'call')} of ${counted(lists.length, 'list')} written to ${safeForTerminal(path)}\n`,
  );
}

/** Somebody's file holds nobody else's customers, the withheld ones included. */
const only = (lists: DayLists, list: CallList): DayLists => ({ ...lists, lists: [list], withheld: [] });
