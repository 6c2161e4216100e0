/** Who is credited with a sale: up to three salespeople, in the order of the file; placeholders are nobody. */

import type { Cells } from './cells.ts';
import { readShare } from './normalise/numbers.ts';
import { isNobody, readableName } from './normalise/person-name.ts';
import type { CreditRecord } from './records.ts';

const PLACES = [1, 2, 3] as const;
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
  for (const place of PLACES) {
    const code = cells.text(`salesperson_${place}_code`);
    const name = [cells.text(`salesperson_${place}_name`), cells.text(`salesperson_${place}_last_name`)]
      .join(' ')
      .trim();
    if (code === '' && name === '') continue;
    named = true;
    const share = cells.value(`salesperson_${place}_share`, (text) => readShare(text, fullShare));
    for (const one of splitPeople(code, name)) add(credits, { ...one, share });
  }
  return named ? credits : null;
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

function add(credits: CreditRecord[], { code, name, share }: CreditRecord): void {
  const number = code === null ? null : code.replace(/^(\d+)\.0+$/, '$1');
  if (isNobody(number, name)) return;
  const credit = { code: number, name: name === null ? null : readableName(name), share };
  const known = credits.some((one) =>
    one.code !== null || credit.code !== null ? one.code === credit.code : one.name === credit.name,
  );
  if (!known) credits.push(credit);
}
