/** Asking, on a terminal, what a store is made of. Nothing is written before the person has seen all of it. */

import { singleAddress } from '../domain/mail-address.ts';
import type { NamedPerson, NewPerson, NewStore } from '../operations/make-store.ts';
import { safeForTerminal } from '../render/terminal-text.ts';
import { usualUnits } from '../settings/settings.ts';
import { countryName, countryTyped, zonesFor } from './countries.ts';
import { managerIn, nameProblem, salespersonIn } from './store-flags.ts';

const countryInWords = (code: string): string => {
  const name = countryName(code);
  return name === null ? code : `${name} (${code})`;
};

type Prompt = ReturnType<typeof import('inquirer')['default']['createPromptModule']>;

/** One answer: how it is asked for, and how it is told. */
interface Question {
  readonly answers: keyof NewStore;
  readonly title: string;
  /** follows from another answer until the person says otherwise */
  readonly isDerived?: true;
  readonly ask: (asking: Asking, known: Partial<NewStore>) => Promise<Partial<NewStore>>;
  readonly told: (store: NewStore) => string;
}

const QUESTIONS: readonly Question[] = [
  {
    answers: 'name',
    title: 'Store',
    ask: async (asking) => ({ name: await asking.text('What is the store called?', nameProblem) }),
    told: ({ name }) => name,
  },
  {
    answers: 'country',
    title: 'Country',
    ask: async (asking) => {
      const typed = await asking.text(
        'In which country is it? (US, Canada …)',
        (text) => (countryTyped(text) === null ? 'a country, or its two letters of ISO 3166: US' : null),
        (text) => countryInWords(countryTyped(text) ?? ''),
      );
      return { country: countryTyped(typed) ?? '' };
    },
    told: ({ country }) => countryInWords(country),
  },
  {
    answers: 'timezone',
    title: 'Time zone',
    ask: async (asking, { country = '' }) => ({
      timezone: await asking.choice(
        'In which time zone? (type to look)',
        zonesFor(country).map(({ zone, called }) => ({
          name: called === '' ? zone : `${zone}  ${called}`,
          value: zone,
          short: zone,
        })),
      ),
    }),
    told: ({ timezone }) => timezone,
  },
  {
    answers: 'units',
    title: 'Odometers',
    isDerived: true,
    ask: async (asking) => ({
      units: await asking.choice('What do odometers count?', [
        { name: 'miles', value: 'miles' as const },
        { name: 'km', value: 'km' as const },
      ]),
    }),
    told: ({ units, country }) => units ?? `${usualUnits(country)}, as usual there`,
  },
  {
    answers: 'managers',
    title: 'Managers',
    ask: async (asking) => ({
      managers: await asking.people(
        ['A manager: name and e-mail (Enter: nobody)', 'Another manager (Enter: no more)'],
        managerIn,
        'write it as Pat Boss pat@example.com; the address may be left out',
      ),
    }),
    told: ({ managers }) => managers.map(({ name }) => name).join(', ') || 'nobody',
  },
  {
    answers: 'salespeople',
    title: 'Salespeople',
    ask: async (asking) => ({
      salespeople: await asking.people(
        [
          'A salesperson: code, name, e-mail (Enter: they come with the import)',
          'Another salesperson (Enter: no more)',
        ],
        salespersonIn,
        'write it as 1042 Dana Reyes dana@example.com; the address may be left out',
      ),
    }),
    told: ({ salespeople }) =>
      salespeople.map(({ name }) => name).join(', ') || 'they come with the first import',
  },
  {
    answers: 'sender',
    title: 'Sender of the daily mails',
    ask: async (asking) => {
      const typed = await asking.text('E-mail that will send the daily lists (Enter: later)', (text) =>
        text === '' || singleAddress(text) !== null ? null : 'one plain address: lists@example.com',
      );
      return { sender: singleAddress(typed) };
    },
    told: ({ sender }) => sender ?? 'later',
  },
];

/** What a store begins without. */
export const NOT_SAID: Pick<NewStore, 'units' | 'managers' | 'salespeople' | 'sender'> = {
  units: null,
  managers: [],
  salespeople: [],
  sender: null,
};

/**
 * @param known is not asked for
 * @param show what would be written
 * @returns null when the person would rather write nothing
 */
export async function askForStore(
  known: Partial<NewStore>,
  show: (store: NewStore) => void,
): Promise<NewStore | null> {
  const asking = await Asking.begin();
  let answers = known;
  for (const question of QUESTIONS)
    if (!question.isDerived && !(question.answers in known))
      answers = { ...answers, ...(await question.ask(asking, answers)) };
  for (;;) {
    const { name = '', country = '', timezone = '' } = answers;
    const store: NewStore = { ...NOT_SAID, ...answers, name, country, timezone };
    show(store);
    if (await asking.isYes('Write it?')) return store;
    const wrong = await asking.choice<Question | null>('What shall be different?', [
      ...QUESTIONS.map((question) => ({
        name: `${question.title}: ${safeForTerminal(question.told(store))}`,
        value: question,
        short: question.title,
      })),
      { name: '(nothing: write no files)', value: null },
    ]);
    if (wrong === null) return null;
    answers = { ...answers, ...(await wrong.ask(asking, answers)) };
  }
}

class Asking {
  readonly #prompt: Prompt;

  private constructor(prompt: Prompt) {
    this.#prompt = prompt;
  }

  static async begin(): Promise<Asking> {
    const { default: inquirer } = await import('inquirer');
    return new Asking(inquirer.createPromptModule({ output: process.stderr }));
  }

  /**
   * @param wrong what is wrong with an answer; null for nothing
   * @param taken as what an answer was taken, to be seen beside the question
   */
  async text(
    message: string,
    wrong: (text: string) => string | null,
    taken: (text: string) => string = (text) => text,
  ): Promise<string> {
    const { text } = await this.#prompt<{ text: string }>([
      {
        type: 'input',
        name: 'text',
        message,
        validate: (typed: string) => wrong(typed.trim()) ?? true,
        transformer: (typed: string, { isFinal }: { isFinal?: boolean }) => (isFinal ? taken(typed) : typed),
      },
    ]);
    return text.trim();
  }

  /** Again and again, until nothing is typed. */
  async people<T extends NamedPerson>(
    [first, further]: readonly [first: string, further: string],
    read: (text: string) => T | null,
    asWritten: string,
  ): Promise<readonly T[]> {
    const people: T[] = [];
    for (;;) {
      const typed = await this.text(people.length === 0 ? first : further, (text) => {
        if (text === '') return null;
        const person = read(text);
        if (person === null) return asWritten;
        return people.some((one) => isSame(one, person)) ? 'is named already' : null;
      });
      const person = typed === '' ? null : read(typed);
      if (person === null) return people;
      people.push(person);
    }
  }

  /** What is typed filters the choices; blanks find underscores, too. */
  async choice<T>(
    message: string,
    choices: readonly { readonly name: string; readonly value: T; readonly short?: string }[],
  ): Promise<T> {
    const { value } = await this.#prompt<{ value: unknown }>([
      {
        type: 'search',
        name: 'value',
        message,
        pageSize: 8,
        source: (term: string | undefined) => {
          const wanted = plain(term ?? '');
          return choices.filter(({ name }) => plain(name).includes(wanted));
        },
      },
    ]);
    return value as T;
  }

  async isYes(message: string): Promise<boolean> {
    const { yes } = await this.#prompt<{ yes: boolean }>([
      { type: 'confirm', name: 'yes', message, default: true },
    ]);
    return yes;
  }
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('_', ' ');

const isSame = (one: NamedPerson & Partial<NewPerson>, other: NamedPerson & Partial<NewPerson>): boolean =>
  one.name.toLowerCase() === other.name.toLowerCase() ||
  (one.code !== undefined && one.code.toLowerCase() === other.code?.toLowerCase());
