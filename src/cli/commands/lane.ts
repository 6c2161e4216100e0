/** `beback lane`: who of our customers is in the building. */

import { resolve } from 'node:path';
import type { Person } from '../../domain/call-list.ts';
import { EXIT } from '../../domain/fault.ts';
import type { Lane, LaneVisit, ScheduleProblem } from '../../domain/lane.ts';
import { writeFilesWhole, writeFileWhole } from '../../files/write-file.ts';
import { laneOfDay, scheduleProblem } from '../../operations/lane/lane-of-day.ts';
import { HOUSE_LIST } from '../../render/call-in-words.ts';
import { counted } from '../../render/counted.ts';
import { jsonText } from '../../render/json-text.ts';
import { laneAsCsv } from '../../render/lane-as-csv.ts';
import { laneAsHtml } from '../../render/lane-as-html.ts';
import { laneAsText } from '../../render/lane-as-text.ts';
import { problemInWords } from '../../render/lane-in-words.ts';
import { laneSheetAsText } from '../../render/lane-sheet-as-text.ts';
import { listFileName } from '../../render/list-file-name.ts';
import { plainStyles } from '../../render/styles.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import { wrapped } from '../../render/wrapped.ts';
import type { Context } from '../context.ts';
import { endingOf, formatAsked, LANE_FORMATS, type ListFormat } from '../list-formats.ts';
import { outPlace, spareWhatIsFilledIn } from '../out-place.ts';
import { type ScopeFlags, scopeOf } from '../scope.ts';

export interface LaneFlags extends ScopeFlags {
  readonly ungreeted?: boolean;
  readonly service?: boolean;
  readonly format?: ListFormat;
  readonly out?: string;
}

/** A lane to be drawn, with what stands above it. */
interface LaneShown {
  readonly lane: Lane;
  readonly problem: ScheduleProblem | null;
  readonly whose: string;
}

export async function runLane(context: Context, flags: LaneFlags): Promise<number> {
  const { session, terminal } = context;
  const format = formatAsked(context.json, flags);
  const lane = laneOfDay(session, { ...flags, scope: scopeOf(context, flags) });
  const shown: LaneShown = { lane, problem: scheduleProblem(session), whose: titleOf(flags) };
  if (flags.out === undefined || flags.out === '-')
    terminal.print(drawn(context, shown, format, terminal.width));
  else await write(context, shown, format, flags.out);
  if (shown.problem === null) return EXIT.done;
  terminal.complain(`${wrapped(problemInWords(shown.problem), terminal.width).join('\n')}\n`);
  return EXIT.needsLook;
}

const titleOf = ({ ungreeted, service }: LaneFlags): string =>
  ungreeted ? 'Not greeted yet' : service ? 'To be handed over' : 'Service drive';

/** @param width columns of the terminal; undefined for a file */
function drawn(
  { settings, terminal, session }: Context,
  { lane, problem, whose }: LaneShown,
  format: ListFormat,
  width?: number | null,
): string {
  const { name, country, timezone } = settings.store;
  const words = { on: session.day, country, timezone, storeName: name ?? '', problem, whose };
  switch (format) {
    case 'json':
      return `${jsonText(lane, 2)}\n`;
    case 'csv':
      return laneAsCsv(lane, { ...words, bom: width === undefined, rawForMachines: false });
    case 'html':
      return laneAsHtml(lane, { ...words, paper: settings.paper });
    case 'text':
      return laneSheetAsText(lane, words);
    default:
      return laneAsText(lane, {
        ...words,
        width: width ?? null,
        styles: width === undefined ? plainStyles : terminal.styles,
      });
  }
}

async function write(context: Context, shown: LaneShown, format: ListFormat, given: string): Promise<void> {
  const place = outPlace(given, format, LANE_FORMATS);
  const { visits } = shown.lane;
  if ('file' in place) {
    await spareWhatIsFilledIn(context, [place.file]);
    writeFileWhole(place.file, [drawn(context, shown, format)]);
    context.terminal.talk(`${counted(visits.length, 'visit')} written to ${safeForTerminal(place.file)}\n`);
    return;
  }
  const used = new Set<string>();
  const files = byHost(shown).map(({ host, theirs }) => ({
    path: resolve(place.folder, listFileName(host, shown.lane.on, endingOf(format), used, 'lane')),
    theirs,
  }));
  await spareWhatIsFilledIn(
    context,
    files.map(({ path }) => path),
  );
  writeFilesWhole(
    place.folder,
    files.map(({ path, theirs }) => ({ path, text: drawn(context, theirs, format) })),
  );
  for (const { path, theirs } of files)
    context.terminal.talk(`${safeForTerminal(path)}  ${counted(theirs.lane.visits.length, 'visit')}\n`);
  if (files.length === 0) context.terminal.talk('Nobody is expected: no file was written.\n');
}

/** Somebody's sheet holds nobody else's customers; strangers stand on that of the house. */
function byHost({ lane, problem, whose }: LaneShown): { host: Person | null; theirs: LaneShown }[] {
  const groups = new Map<string, { host: Person | null; visits: LaneVisit[] }>();
  for (const visit of lane.visits) {
    const host = visit.stand_in ?? visit.owner;
    const key = JSON.stringify(host);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { host, visits: [visit] });
    else group.visits.push(visit);
  }
  return [...groups.values()].map(({ host, visits }) => ({
    host,
    theirs: {
      lane: { ...lane, visits },
      problem,
      whose: `${whose} · ${host?.name ?? HOUSE_LIST}`,
    },
  }));
}
