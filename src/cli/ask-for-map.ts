/** Asking, on a terminal, what the unsure columns of an unknown export are; the answer is saved for next month. */

import { dirname } from 'node:path';
import {
  type Answers,
  guessesOf,
  looksLike,
  type MapField,
  mapClaiming,
  mapOfAnswers,
  type SavedMap,
  saveAnswers,
  stillNeeded,
  titledColumns,
} from '../operations/import/map-by-answers.ts';
import type { NotUnderstood, Sampled } from '../operations/import/prepared-file.ts';
import type { Reading } from '../operations/import/settled-mapping.ts';
import { understoodRows } from '../operations/import/understood-rows.ts';
import { counted } from '../render/counted.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import { understoodRowsAsText } from '../render/understood-rows-as-text.ts';
import type { Context } from './context.ts';
import { ASKED_FIELDS, fieldInWords } from './fields-in-words.ts';
import { isDataFolder } from './paths.ts';

/** A choice must not wrap on a terminal of 80 columns. */
const CHOICE_WIDTH = 74;
const ROWS_SHOWN = 3;
const USUAL_WIDTH = 80;

type Choice<T> = { readonly name: string; readonly value: T; readonly short?: string };

/**
 * Asks for what is needed and for the columns that are not sure, shows some rows as they are understood, and saves the map as
 * [[layout]] in the settings; null when the person gives up.
 * @param learned gets the new map, so that the next file of the same run is understood
 */
export async function askForMap(
  context: Context,
  [name, sampled, found]: readonly [name: string, sampled: Sampled, found: NotUnderstood],
  learned: SavedMap[],
  reading: Reading,
): Promise<SavedMap | null> {
  const again = mapClaiming(learned, sampled.header);
  if (again) return again;
  const asking = await Asking.about(sampled, found);
  const { terminal, settings } = context;
  terminal.talk(
    `\n${safeForTerminal(name)}: the header was not understood. ${found.doubt === null ? `Missing: ${found.missing.join('; ')}` : `Perhaps these are no sales: ${found.doubt}`}.\n`,
  );
  if (!(await asking.isYes('Tell me what the columns are? (saved for next month)'))) return null;
  await asking.askAll();
  for (let isRight = false; !isRight; ) {
    const lacking = stillNeeded(asking.answers);
    if (lacking.length > 0) {
      terminal.talk(`Without ${lacking.map(({ what }) => what).join(' and ')} no sale can be placed.\n`);
      return null;
    }
    const map = mapOfAnswers('answers', sampled.header, asking.answers);
    const rows = await understoodRows(
      name,
      sampled,
      map,
      { ...reading, today: context.day, timezone: settings.store.timezone },
      ROWS_SHOWN,
    );
    terminal.talk(`${counted(rows.length, 'row')} as understood:\n`);
    const { country } = settings.store;
    terminal.talk(understoodRowsAsText(rows, { width: terminal.width ?? USUAL_WIDTH, country }));
    isRight = await asking.isYes('Right?');
    if (!isRight) await asking.askWhichIsWrong();
  }
  const saved = await asking.nameOfMap(
    new Set([...settings.layouts, ...learned].map((layout) => layout.name)),
  );
  const path = context.settingsPath;
  saveAnswers(saved, sampled.header, asking.answers, path, isDataFolder(dirname(path)));
  terminal.talk(
    `Saved in ${path}; next time this file just works. To change it, edit or delete [[layout]] there.\n`,
  );
  const map = mapOfAnswers(saved, sampled.header, asking.answers);
  learned.push(map);
  return map;
}

/** What is asked next: which column has something that is needed, or what a column has. */
type Question = { readonly field: MapField; readonly what: string } | { readonly column: number };
const BACK = 'back';
const REST = 'rest';

class Asking {
  readonly answers = new Map<number, MapField | null>();
  readonly #header: readonly string[];
  readonly #found: NotUnderstood;
  readonly #prompt: Prompt;

  private constructor(header: readonly string[], found: NotUnderstood, prompt: Prompt) {
    this.#header = header;
    this.#found = found;
    this.#prompt = prompt;
    for (const [column, field] of guessesOf(found)) this.answers.set(column, field);
  }

  static async about({ header }: Sampled, found: NotUnderstood): Promise<Asking> {
    const { default: inquirer } = await import('inquirer');
    return new Asking(header, found, inquirer.createPromptModule({ output: process.stderr }));
  }

  /** One question after the other, with a way back to each; a question that was answered by the way is left out. */
  async askAll(): Promise<void> {
    const questions: Question[] = [
      ...stillNeeded(this.answers),
      ...titledColumns(this.#header).flatMap((column) => (this.answers.has(column) ? [] : [{ column }])),
    ];
    /** the questions that were asked, with the answers there were before */
    const asked: { readonly at: number; readonly before: Answers }[] = [];
    for (let at = 0; at < questions.length; ) {
      const question = questions[at] as Question;
      const isKnown =
        'column' in question
          ? this.answers.has(question.column)
          : stillNeeded(this.answers).every(({ what }) => what !== question.what);
      if (isKnown) {
        at += 1;
        continue;
      }
      const before = new Map(this.answers);
      const said =
        'column' in question
          ? await this.#askColumn(question.column, asked.length > 0)
          : await this.#askField(question, asked.length > 0);
      if (said === REST) return;
      if (said === BACK) {
        const last = asked.pop();
        if (last === undefined) continue;
        this.#restore(last.before);
        at = last.at;
        continue;
      }
      asked.push({ at, before });
      at += 1;
    }
  }

  async askWhichIsWrong(): Promise<void> {
    const column = await this.#choose(
      'Which column was taken wrongly?',
      titledColumns(this.#header).map((i) => {
        const field = this.answers.get(i);
        const now = field === undefined ? 'guessed' : field === null ? 'not needed' : fieldInWords(field);
        return { name: cutTo(`${this.#header[i] ?? ''} = ${now}`), value: i };
      }),
    );
    await this.#askColumn(column, false);
  }

  async isYes(message: string): Promise<boolean> {
    const { yes } = await this.#prompt<{ yes: boolean }>([
      { type: 'confirm', name: 'yes', message, default: true },
    ]);
    return yes;
  }

  async nameOfMap(taken: ReadonlySet<string>): Promise<string> {
    const { name } = await this.#prompt<{ name: string }>([
      {
        type: 'input',
        name: 'name',
        message: 'A name for this layout:',
        default: 'my-dms',
        validate: (text: string) =>
          taken.has(text)
            ? `${text} exists already`
            : /^[a-z0-9][a-z0-9-]*$/.test(text) || 'small letters, digits and hyphens',
      },
    ]);
    return name;
  }

  /** Which column has what is needed; where several fields would do, also which of them it is. */
  async #askField({ field, what }: { readonly field: MapField; readonly what: string }, hasBack: boolean) {
    const columns = titledColumns(this.#header);
    const inOrder = [
      ...columns.filter((i) => looksLike(field, this.#examples(i)) && !this.answers.has(i)),
      ...columns.filter((i) => !looksLike(field, this.#examples(i)) && !this.answers.has(i)),
      ...columns.filter((i) => this.answers.has(i)),
    ];
    const said = await this.#choose<number | typeof BACK | null>(`Which column is the ${what}?`, [
      ...inOrder.map((i) => ({ name: this.#columnInWords(i), short: this.#title(i), value: i })),
      { name: '(none of them)', value: null },
      ...(hasBack ? [WAY_BACK] : []),
    ]);
    if (said === BACK || said === null) return said;
    const alternatives = ALTERNATIVES.find((fields) => fields.includes(field)) ?? [field];
    const fits = alternatives.length === 1 ? field : await this.#whichOf(alternatives, said);
    if (fits === BACK) return BACK;
    this.answers.set(said, fits);
    return null;
  }

  #whichOf(fields: readonly MapField[], column: number) {
    return this.#choose<MapField | typeof BACK>(`What is in ${this.#title(column)}?`, [
      ...fields.map((field) => ({ name: fieldInWords(field), value: field })),
      WAY_BACK,
    ]);
  }

  async #askColumn(column: number, hasBack: boolean) {
    const examples = this.#examples(column);
    const shown = examples.length === 0 ? ' (it is empty)' : `  e.g. ${examples.join(' | ')}`;
    const said = await this.#choose<MapField | typeof BACK | typeof REST | null>(
      cutTo(`What is in ${this.#title(column)}?${shown}`),
      [
        { name: '(nothing that is needed)', value: null },
        ...ASKED_FIELDS.map((field) => ({ name: fieldInWords(field), value: field })),
        ...(hasBack ? [WAY_BACK] : []),
        { name: '(no more questions: leave the rest)', value: REST },
      ],
    );
    if (said === BACK || said === REST) return said;
    this.answers.set(column, said);
    return null;
  }

  /** What is typed filters the choices. */
  async #choose<T>(message: string, choices: readonly Choice<T>[]): Promise<T> {
    const { value } = await this.#prompt<{ value: unknown }>([
      {
        type: 'search',
        name: 'value',
        message: safeForTerminal(message),
        pageSize: 10,
        source: (term: string | undefined) => {
          const wanted = (term ?? '').trim().toLowerCase();
          const fitting = choices.filter(({ name }) => name.toLowerCase().includes(wanted));
          return [...(fitting.length === 0 ? choices : fitting)];
        },
      },
    ]);
    return value as T;
  }

  #restore(answers: Answers): void {
    this.answers.clear();
    for (const [column, field] of answers) this.answers.set(column, field);
  }

  readonly #title = (column: number): string => safeForTerminal(this.#header[column] ?? '');

  readonly #examples = (column: number): readonly string[] => this.#found.columns[column]?.examples ?? [];

  #columnInWords(column: number): string {
    const examples = this.#examples(column);
    const field = this.answers.get(column);
    const now = field == null ? '' : `   (${fieldInWords(field)})`;
    return cutTo(
      `${this.#header[column] ?? ''}${now}${examples.length > 0 ? `   e.g. ${examples.join(' | ')}` : ''}`,
    );
  }
}

/** Whatever of these a column has places the sale. */
const ALTERNATIVES: readonly (readonly MapField[])[] = [
  ['deal_number', 'vin', 'stock_number'],
  ['full_name', 'last_name', 'company'],
];

const WAY_BACK = { name: '(back)', value: BACK } as const;

const cutTo = (text: string): string => safeForTerminal(text).slice(0, CHOICE_WIDTH);

type Prompt = ReturnType<typeof import('inquirer')['default']['createPromptModule']>;
