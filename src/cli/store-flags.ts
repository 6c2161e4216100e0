/** What a store is made of, as it is typed: in flags and in answers to questions. */

import { singleAddress } from '../domain/mail-address.ts';
import type { NamedPerson, NewPerson } from '../operations/make-store.ts';

/** What is wrong with the name of a store; null for nothing. */
export const nameProblem = (text: string): string | null =>
  /^[^\p{Cc}]{1,80}$/u.test(text) ? null : 'must be one line of up to 80 characters';

const NAME_AND_ADDRESS = /^(?<name>.*?)(?:\s*<(?<inBrackets>[^<>]*)>|\s+(?<bare>\S*@\S*))?$/u;
const NAME = /^[^\p{Cc}<>@]{1,80}$/u;

/** `Pat Boss <pat@example.com>`, also without the brackets or without the address; null for anything else. */
export function managerIn(text: string): NamedPerson | null {
  const { name = '', inBrackets, bare } = NAME_AND_ADDRESS.exec(text.trim())?.groups ?? {};
  const given = inBrackets ?? bare;
  const email = given === undefined ? null : singleAddress(given.trim());
  if (!NAME.test(name) || (given !== undefined && email === null)) return null;
  return { name, email };
}

/** A code has a digit or no small letter in it: a name that was given without one must not lose its first word to it. */
const CODE_AND_NAME = /^(?<code>\S*\d\S*|[^\s\p{Ll}]+)\s+(?<name>.+)$/u;

/** `1042 Dana Reyes <dana@example.com>`, as `managerIn` takes it. */
export function salespersonIn(text: string): NewPerson | null {
  const person = managerIn(text);
  const { code, name } = CODE_AND_NAME.exec(person?.name ?? '')?.groups ?? {};
  return person === null || code === undefined || name === undefined
    ? null
    : { code, name, email: person.email };
}
