/** `beback handover`: the customers of somebody who leaves go to others. */

import { join, resolve } from 'node:path';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import type { Handover } from '../../domain/handover.ts';
import { ensureFolder, writeFilesWhole } from '../../files/write-file.ts';
import { handOver } from '../../operations/hand-over.ts';
import { handoverSheets } from '../../operations/handover-sheets.ts';
import { handoverAsText } from '../../render/handover-as-text.ts';
import { handoverSheetAsHtml } from '../../render/handover-sheet-as-html.ts';
import { listFileName } from '../../render/list-file-name.ts';
import { safeForTerminal } from '../../render/terminal-text.ts';
import type { Context } from '../context.ts';

export interface HandoverFlags {
  readonly to?: string;
  readonly even?: boolean;
  readonly among?: string;
  readonly stays?: boolean;
  readonly why?: string;
  readonly dryRun?: boolean;
  /** folder for the sheets of those who receive */
  readonly out?: string;
}

export function runHandover(context: Context, person: string, flags: HandoverFlags): number {
  const { to, even, among, why, stays = false, dryRun = false } = flags;
  if (to !== undefined && (even || among !== undefined))
    throw usageFault(
      'usage',
      `--to and ${among === undefined ? '--even' : '--among'} exclude each other`,
      'all go to one person with --to, else they are spread',
    );
  if (flags.out !== undefined) ensureFolder(resolve(flags.out));
  const done = handOver(dryRun ? context.lookingSession : context.actingSession, {
    person,
    stays,
    dryRun,
    ...(to === undefined ? {} : { to }),
    ...(among === undefined ? {} : { among: namesIn(among) }),
    ...(why === undefined ? {} : { why }),
  });
  const { entry, from, moved, counts } = done;
  const { terminal } = context;
  const written = flags.out === undefined || writeSheets(context, done, resolve(flags.out));
  const exit = written ? EXIT.done : EXIT.needsLook;
  if (context.json) {
    context.printJson({
      dry_run: dryRun,
      entry,
      from,
      moved: moved.map(({ customer, to: receiver, because }) => ({
        customer_id: customer.id,
        to: receiver,
        because,
      })),
      counts,
    });
    return exit;
  }
  const { day, settings } = context;
  const { width, styles } = terminal;
  context.tell(handoverAsText(done, { on: day, country: settings.store.country, width, styles }));
  if (dryRun) terminal.talk('Nothing was changed: leave out --dry-run to hand them over.\n');
  else terminal.talk(`Entry ${entry}: \`beback undo ${entry}\` gives them back.\n`);
  return exit;
}

/** A sheet for each who got somebody; the deed is done by then. Gives whether they could be written. */
function writeSheets(context: Context, done: Handover, folder: string): boolean {
  const { day: on, terminal } = context;
  const { store, paper } = context.settings;
  const look = { on, paper, country: store.country, storeName: store.name ?? '' };
  const used = new Set<string>();
  const files = handoverSheets(context.session, done).map((sheet) => ({
    path: join(folder, listFileName(sheet.to, on, 'html', used).replace(/^calls-/, 'handover-')),
    text: handoverSheetAsHtml(sheet, look),
  }));
  try {
    writeFilesWhole(folder, files);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    terminal.complain(
      `beback: ${done.entry === null ? '' : 'the customers are handed over, but '}${safeForTerminal(error.message)}\n`,
    );
    return false;
  }
  for (const { path } of files) terminal.talk(`${safeForTerminal(path)}\n`);
  return true;
}

/** @throws Fault `usage` where nobody is named */
function namesIn(among: string): string[] {
  const names = among.split(',').flatMap((name) => name.trim() || []);
  if (names.length > 0) return names;
  throw usageFault('usage', '--among names nobody', 'name who is to receive: --among "Dana Reyes, 1042"');
}
