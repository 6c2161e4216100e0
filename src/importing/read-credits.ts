/** Who is credited with a sale: up to three salespeople, in the order of the file; placeholders are nobody. */

import type { CreditRecord } from '../domain/records.ts';
import { cleanCell } from '../values/cell.ts';
import { foldText } from '../values/fold-text.ts';
import { nameParts } from '../values/name-parts.ts';
import { readShare } from '../values/numbers.ts';
import { isNobody, readableName } from '../values/person-name.ts';
import type { Cells } from './cells.ts';

const PLACES = [
  ['salesperson_1_code', 'salesperson_1_name', 'salesperson_1_last_name', 'salesperson_1_share'],
  ['salesperson_2_code', 'salesperson_2_name', 'salesperson_2_last_name', 'salesperson_2_share'],
  ['salesperson_3_code', 'salesperson_3_name', 'salesperson_3_last_name', 'salesperson_3_share'],
] as const;
/** "1042 - Dana Reyes", "1042 REYES, DANA", "Dana Reyes (1042)", "Reyes, Dana [1042]", "REYES, DANA - 1042" */
const CODE_FIRST = /^([A-Z]{0,3}\d[\w-]{0,9}?)(?:\s*[-–:]\s*|(?<=^\d+)\s+)(\p{L}.*)$/u;
const CODE_LAST = /^(\p{L}.*?)\s*[([]\s*#?([\w-]{1,10})\s*[)\]]$/u;
const CODE_BEHIND_DASH = /^(\p{L}.*?)\s+[-–]\s+#?([A-Z]{0,3}\d\w{0,9})$/u;
/** an employee number in the name column */
const CODE_ALONE = /^[A-Z]{0,2}\d+$/i;
/** "Dana Reyes (50%)", "50% Reyes" */
const SHARE_BEHIND = /^([^%]*[^%\d\s([])\s*[([]?\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*[)\]]?$/;
const SHARE_BEFORE = /^(\d{1,3}(?:[.,]\d+)?)\s*%\s*([^%]+)$/;
/** "Sam Ode 50/Dana Reyes 50" */
const BARE_SHARE = /(?<=\p{L}\s+)\d{1,3}(?=\s*(?:[/;|&+]|$))/gu;
/** "Dana Reyes, Sales Manager" */
const JOB = /\b(?:sales|manager|mgr|consultant|associate|advisor|specialist|director|finance|internet)\b/i;
const SEVERAL = /\s*(?:\/|;|\||&|\+|\band\b|(?<=%[)\]]?),)\s*/i;

/**
 * Null when no salesperson column is filled; empty when only placeholders are.
 * @param fullShare the value a full share has in this file: 1, 100 or 1000
 */
export function readCredits(cells: Cells, fullShare: number): CreditRecord[] | null {
  const credits: CreditRecord[] = [];
  let filled = false;
  for (const [place, [codeField, nameField, lastNameField, shareField]] of PLACES.entries()) {
    const code = cells.text(codeField);
    const first = partedAtComma(cells.text(nameField), cells.mapping.soleSalespeople);
    const last = cells.text(lastNameField);
    if (code === '' && first === '' && last === '') continue;
    filled = true;
    const share = cells.value(shareField, (text) => readShare(text, fullShare));
    const people = peopleOf(code, last === '' ? first : `${first} ${last}`.trim());
    const named = credits[place];
    // all names stood in the first cell, the numbers each in their own
    if (people[0]?.name === null && named?.code === null && credits[0]?.code !== null)
      credits[place] = { ...named, code: people[0].code, share: named.share ?? share };
    else for (const one of people) add(credits, { ...one, share: one.share ?? share });
  }
  return filled ? credits : null;
}

/** The folded full name in a cell that names one person, first name first; null for any other cell. */
export function soleName(cell: string): string | null {
  const name = personIn(cleanCell(cell)).name ?? '';
  return /[,\d]/.test(name) || SEVERAL.test(name) || !isFullName(name) ? null : foldText(name);
}

/** "Dana Reyes, Sam Ode" is two people where one of them sells alone elsewhere in the file; else it may be one, family name first. */
function partedAtComma(cell: string, soleSalespeople: ReadonlySet<string>): string {
  if (!cell.includes(',')) return cell;
  const halves = cell.split(',').map((half) => half.trim());
  const areTwo =
    halves.length === 2 &&
    halves.every((half) => isFullName(half) && !JOB.test(half)) &&
    halves.some((half) => soleSalespeople.has(foldText(half)));
  return areTwo ? halves.join(' / ') : cell;
}

/** "De La Cruz" and "Reyes Jr" are family names alone. */
const isFullName = (name: string): boolean => nameParts(name, 'last-first').given !== '';

/** A store has few salespeople, and a file many rows. */
const remembered = new Map<string, readonly CreditRecord[]>();
const REMEMBERED_AT_MOST = 5_000;

/** The people one place names, readable and without placeholders. */
function peopleOf(code: string, name: string): readonly CreditRecord[] {
  const key = `${code}\u0000${name}`;
  let people = remembered.get(key);
  if (people === undefined) {
    people = splitPeople(code, name).flatMap((person) => {
      const number = person.code === null ? null : person.code.replace(/^(\d+)\.0+$/, '$1');
      if (isNobody(number, person.name)) return [];
      return [{ ...person, code: number, name: person.name === null ? null : readableName(person.name) }];
    });
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
    remembered.set(key, people);
  }
  return people;
}

/** Codes and names of several people stand in the same order; a single code is that of the first. */
function splitPeople(code: string, name: string): CreditRecord[] {
  if (isNobody(code, name)) return [];
  const codes = apart(code, (part) => CODE_ALONE.test(part));
  const names = apart(withPercents(name), (part) => isWhole(personIn(part)));
  const places = Math.max(codes.length, names.length);
  return Array.from({ length: places }, (_, i) => {
    const person = personIn(names[i] ?? '');
    return code === '' ? person : { ...person, code: codes[i] ?? null };
  });
}

/** Numbers behind the names that make 100 together are shares. */
function withPercents(name: string): string {
  const shares = name.match(BARE_SHARE) ?? [];
  const total = shares.reduce((sum, share) => sum + Number(share), 0);
  return shares.length > 1 && total === 100 ? name.replace(BARE_SHARE, '$&%') : name;
}

/** The parts of a cell that names several; the cell as it is when a part would be no person. */
function apart(cell: string, isPerson: (part: string) => boolean): string[] {
  const parts = cell.split(SEVERAL).filter((part) => part !== '');
  return parts.length > 1 && parts.every(isPerson) ? parts : [cell];
}

const isWhole = ({ code, name }: CreditRecord): boolean => code !== null || !/\d/.test(name ?? '');

function personIn(text: string): CreditRecord {
  const [, behind, rest] = SHARE_BEHIND.exec(text) ?? [];
  const [, before, name] = SHARE_BEFORE.exec(text) ?? [];
  const percent = rest ?? before;
  const share = percent === undefined ? null : readShare(`${percent}%`, 1).value;
  const person = (behind ?? name ?? text).trim();
  const first = CODE_FIRST.exec(person);
  if (first) return { code: first[1] ?? null, name: first[2] ?? null, share };
  const last = CODE_LAST.exec(person) ?? CODE_BEHIND_DASH.exec(person);
  if (last && /\d/.test(last[2] ?? '')) return { code: last[2] ?? null, name: last[1] ?? null, share };
  if (CODE_ALONE.test(person)) return { code: person, name: null, share };
  return { code: null, name: person || null, share };
}

function add(credits: CreditRecord[], credit: CreditRecord): void {
  const known = credits.some((one) =>
    one.code !== null || credit.code !== null ? one.code === credit.code : one.name === credit.name,
  );
  if (!known) credits.push(credit);
}
