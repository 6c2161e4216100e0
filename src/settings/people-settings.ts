/** `[people]` of the settings: who acts without selling. */

import * as v from 'valibot';

export interface PeopleSettings {
  readonly managers: readonly string[];
  /** whose customers they look after, by code or name as written in the settings */
  readonly assistants: ReadonlyMap<string, readonly string[]>;
  /** of the service department */
  readonly service: readonly string[];
}

const name = v.pipe(
  v.string('must be a name in quotes'),
  v.trim(),
  v.regex(/^[^\p{Cc}]{1,80}$/u, 'must be a name: one line of up to 80 characters'),
);
const names = (message: string) => v.array(name, message);

export const peopleTable = v.strictObject({
  managers: v.optional(names('must be a list of names, such as ["Pat Boss"]')),
  assistants: v.optional(
    v.record(
      name,
      v.pipe(
        names('must be a list of codes or names of salespeople, such as ["1042"]'),
        v.minLength(1, 'must name a salesperson'),
      ),
      'must be a table, such as { "Kim" = ["1042"] }',
    ),
  ),
  service: v.optional(names('must be a list of names, such as ["Maria Delgado"]')),
});

export const PEOPLE_KEYS = Object.keys(peopleTable.entries).join(', ');

export const peopleOf = (given: v.InferOutput<typeof peopleTable> | undefined): PeopleSettings => ({
  managers: given?.managers ?? [],
  assistants: new Map(Object.entries(given?.assistants ?? {})),
  service: given?.service ?? [],
});

/** Everybody the settings name. */
export const namesOfPeople = ({ managers, assistants, service }: PeopleSettings): readonly string[] => [
  ...managers,
  ...assistants.keys(),
  ...service,
];
