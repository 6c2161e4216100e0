/** `beback letters`: letters or a merge file for whoever a touch is due for, logged as sent. */

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, Fault, usageFault } from '../../domain/fault.ts';
import type { Letterhead } from '../../domain/letter.ts';
import type { Touch } from '../../domain/plan.ts';
import { writeFileWhole } from '../../files/write-file.ts';
import type { LeftOut } from '../../operations/letters-to-write.ts';
import { touchNamed } from '../../operations/touch-named.ts';
import { type LettersWritten, type WholeLetter, writeLetters } from '../../operations/write-letters.ts';
import { counted } from '../../render/counted.ts';
import { jsonText } from '../../render/json-text.ts';
import { LETTER_PLACEHOLDERS, letterProblem } from '../../render/letter-text.ts';
import { wordingFor } from '../../render/letter-wording.ts';
import { letterRecord, lettersAsCsv } from '../../render/letters-as-csv.ts';
import { lettersAsHtml } from '../../render/letters-as-html.ts';
import { oneLine, safeForTerminal } from '../../render/terminal-text.ts';
import { isCannotPrint } from '../../terminal/terminal.ts';
import type { Context } from '../context.ts';
import { limitOf } from '../limit.ts';
import { scopeOf } from '../scope.ts';
import { tellExport } from '../tell-export.ts';

type Format = 'csv' | 'html' | 'json';

export interface LettersOptions {
  readonly touch: string;
  readonly for?: string;
  readonly format?: 'csv' | 'html';
  readonly template?: string;
  readonly out?: string;
  readonly again?: boolean;
  readonly limit?: string;
  readonly dryRun?: boolean;
}

export function runLetters(context: Context, options: LettersOptions): number {
  const format = formatOf(context, options);
  const touch = touchNamed(context.settings.plan, options.touch);
  const template = templateOf(options.template, format) ?? wordingFor(touch);
  // on a screen they are looked at, not sent
  const onScreen = context.terminal.width !== null && (options.out === undefined || options.out === '-');
  const dryRun = (options.dryRun ?? false) || (onScreen && !context.json);
  const logging = dryRun ? null : context.actingSession;
  const scope = scopeOf(context, options);
  const done = writeLetters(
    logging ?? context.session,
    {
      touch: touch.id,
      scope,
      again: options.again ?? false,
      limit: limitOf(options.limit),
      template: format === 'html' ? template : '',
      letterhead: letterheadOf(context),
      acting: logging?.acting ?? null,
    },
    (letters, leftOut) => {
      if (!dryRun) tellLetters(context, letters, options);
      return handOut(context, drawn(context, touch, letters, leftOut, options), letters.length, options);
    },
  );
  context.terminal.talk(summary(done, dryRun));
  if (options.out !== undefined && options.out !== '-')
    context.terminal.talk(
      done.written === 0
        ? 'No file was written.\n'
        : `${counted(done.written, 'letter')} written to ${safeForTerminal(resolve(options.out))}\n`,
    );
  if (onScreen && !options.dryRun && done.written > 0)
    context.terminal.talk('To write them: -o letters.html, or letters.csv for a merge file.\n');
  if (!dryRun && done.written > 1) context.terminal.talk('`beback undo` takes all of them back.\n');
  return EXIT.done;
}

function tellLetters(context: Context, letters: readonly WholeLetter[], { out }: LettersOptions): void {
  const file = out === undefined || out === '-' ? null : resolve(out);
  const customers = new Set(letters.map(({ letter }) => letter.customer.id));
  tellExport(context, { what: 'letters', rows: letters.length, file }, customers.size > 1);
}

function formatOf(context: Context, { format, out }: LettersOptions): Format {
  if (context.json) {
    if (format !== undefined)
      throw usageFault('usage', `--json and --format ${format} exclude each other`, 'give one of them');
    if (/\.(?:csv|html?)$/i.test(out ?? ''))
      throw usageFault(
        'usage',
        `--json and --out ${out} exclude each other`,
        'leave --json away: the ending tells the format; or name a .json file',
      );
    return 'json';
  }
  return format ?? (/\.html?$/i.test(out ?? '') ? 'html' : 'csv');
}

function templateOf(path: string | undefined, format: Format): string | null {
  if (path === undefined) return null;
  if (format !== 'html')
    throw usageFault('usage', '--template goes with --format html', 'a merge file has no text');
  let text: string;
  try {
    text = readFileSync(resolve(path), 'utf8');
  } catch {
    throw usageFault('no-template', `${path} cannot be read`, 'check --template: it names a text file');
  }
  const problem = letterProblem(text);
  if (problem === null) return text;
  throw usageFault(
    'bad-template',
    `${path}: ${oneLine(problem)}`,
    `known: ${LETTER_PLACEHOLDERS.map((name) => `{{${name}}}`).join(' ')}`,
  );
}

/** The store as it is written about; its other settings are none of a letter's business. */
const letterheadOf = ({ settings }: Context): Letterhead => {
  const { name, address, phone, country } = settings.store;
  return { name, address, phone, country };
};

function drawn(
  context: Context,
  touch: Touch,
  letters: readonly WholeLetter[],
  left_out: LeftOut & { readonly incomplete: number; readonly waiting: number },
  options: LettersOptions,
): string {
  const store = letterheadOf(context);
  const { day: on, settings } = context;
  const only = letters.map(({ letter }) => letter);
  switch (formatOf(context, options)) {
    case 'html':
      return lettersAsHtml(letters, { on, paper: settings.paper, store });
    case 'csv':
      return lettersAsCsv(only, store, {
        bom: options.out !== undefined && options.out !== '-',
        rawForMachines: false,
      });
    case 'json': {
      const records = only.map((letter) => letterRecord(letter, store));
      return `${jsonText({ on, touch: touch.id, dry_run: options.dryRun ?? false, letters: records, left_out }, 2)}\n`;
    }
  }
}

/** Gives the file, if one was written. @param count of the letters: a file without any is not written */
function handOut(context: Context, text: string, count: number, { out }: LettersOptions): string | null {
  if (out === undefined || out === '-') {
    try {
      context.terminal.print(text);
    } catch (error) {
      // what was not printed is not logged as sent
      throw isCannotPrint(error)
        ? new Fault(error.message, { code: 'letters-not-printed', cause: error })
        : error;
    }
    return null;
  }
  if (count === 0) return null;
  const path = resolve(out);
  if (existsSync(path))
    throw usageFault(
      'file-exists',
      `${path} exists already`,
      'name a new file; letters are never written over others, which are logged as sent',
    );
  writeFileWhole(path, [text]);
  return path;
}

function summary({ written, leftOut, incomplete, waiting }: LettersWritten, dryRun: boolean): string {
  const { opted_out, no_address, had_theirs } = leftOut;
  const people = (count: number): string => counted(count, 'customer');
  const notLogged = dryRun ? 'not logged as sent' : 'logged as sent';
  return [
    `${counted(written, 'letter')}${written === 0 ? '' : `, ${notLogged}`}`,
    ...(opted_out === 0 ? [] : [`left out: ${people(opted_out)} who opted out of post or e-mail`]),
    ...(no_address === 0
      ? []
      : [`left out: ${people(no_address)} without a postal address that is known to be good`]),
    ...(had_theirs === 0 ? [] : [`left out: ${people(had_theirs)} who had theirs; --again writes them too`]),
    ...(waiting === 0
      ? []
      : [`left for a later day: ${people(waiting)} beyond the day's share; --limit none writes them too`]),
    ...incomplete.map(({ id, missing }) => `left out: #${id}, for whom ${missing.join(', ')} is not known`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
