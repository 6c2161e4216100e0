/** Who is credited with a sale: up to three salespeople, in the order of the file; placeholders are nobody. */

import type { Cells } from './cells.ts';
import { readShare } from './normalise/numbers.ts';
import { isNobody, readableName } from './normalise/person-name.ts';
import type { CreditRecord } from './records.ts';

const PLACES = [
  ['salesperson_1_code', 'salesperson_1_name', 'salesperson_1_last_name', 'salesperson_1_share'],
  ['salesperson_2_code', 'salesperson_2_name', 'salesperson_2_last_name', 'salesperson_2_share'],
  ['salesperson_3_code', 'salesperson_3_name', 'salesperson_3_last_name', 'salesperson_3_share'],
] as const;
/** "1042 - Dana Reyes", "Dana Reyes (1042)", "Reyes, Dana [1042]" */
const CODE_FIRST = /^([A-Z]{0,3}\d[\w-]{0,9})\s*[-–:]\s*(\p{L}.*)$/u;
const CODE_LAST = /^(\p{L}.*?)\s*[([]\s*#?([\w-]{1,10})\s*[)\]]$/u;
const SEVERAL = /\s*(?:\/|;|\||&|\+|\band\b)\s*/i;

/**
 * Null when no salesperson column is filled; empty when only placeholders are.
 * @param fullShare the value a full share has in this file: 1, 100 or 1000
 */
export function readCredits(cells: Cells, fullShare: number): CreditRecord[] | null {
  const credits: CreditRecord[] = [];
  let named = false;
  for (const [codeField, nameField, lastNameField, shareField] of PLACES) {
    const code = cells.text(codeField);
    const first = cells.text(nameField);
    const last = cells.text(lastNameField);
    if (code === '' && first === '' && last === '') continue;
    named = true;
    const share = cells.value(shareField, (text) => readShare(text, fullShare));
    for (const one of peopleOf(code, last === '' ? first : `${first} ${last}`.trim()))
      add(credits, { code: one.code, name: one.name, share });
  }
  return named ? credits : null;
}

type Person = Pick<CreditRecord, 'code' | 'name'>;

/** A store has few salespeople, and a file many rows. */
const remembered = new Map<string, readonly Person[]>();
const REMEMBERED_AT_MOST = 5_000;

/** The people one place names, readable and without placeholders. */
function peopleOf(code: string, name: string): readonly Person[] {
  const key = `${code}\u0000${name}`;
  let people = remembered.get(key);
  if (people === undefined) {
    people = splitPeople(code, name).flatMap((person) => {
      const number = person.code === null ? null : person.code.replace(/^(\d+)\.0+$/, '$1');
      if (isNobody(number, person.name)) return [];
      return [{ code: number, name: person.name === null ? null : readableName(person.name) }];
    });
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
    remembered.set(key, people);
  }
  return people;
}

function splitPeople(code: string, name: string): { code: string | null; name: string | null }[] {
  const people = code === '' && !/\d/.test(name) ? name.split(SEVERAL).filter((part) => part !== '') : [name];
  return people.map((person) => {
    const first = CODE_FIRST.exec(person);
    if (code === '' && first) return { code: first[1] ?? null, name: first[2] ?? null };
    const last = CODE_LAST.exec(person);
    if (code === '' && last && /\d/.test(last[2] ?? ''))
      return { code: last[2] ?? null, name: last[1] ?? null };
    // an employee number in the name column
    if (code === '' && /^[A-Z]{0,2}\d+$/i.test(person)) return { code: person, name: null };
    return { code: code || null, name: person || null };
  });
}

function add(credits: CreditRecord[], credit: CreditRecord): void {
  const known = credits.some((one) =>
    one.code !== null || credit.code !== null ? one.code === credit.code : one.name === credit.name,
  );
  if (!known) credits.push(credit);
}
