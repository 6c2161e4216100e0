/** A person or business out of a row's cells: name, phones, address, birthday, what they opted out of. */

import type { Day } from '../domain/day.ts';
import type { Reading } from '../domain/problem.ts';
import type { OptedOut, PartyRecord, Reach } from '../domain/records.ts';
import { readEmail } from '../values/email.ts';
import { type Channel, readFlag, readOptOut, refusedChannels } from '../values/flags.ts';
import { namesAgree } from '../values/name-key.ts';
import { type NotedName, nameNotes } from '../values/name-notes.ts';
import type { NameOrder } from '../values/name-parts.ts';
import { type NameCells, type PartyName, readPartyName } from '../values/person-name.ts';
import { readPhone } from '../values/phone.ts';
import { type Place, readPlace, readPostalCode } from '../values/place.ts';
import { readRecordNumber } from '../values/record-number.ts';
import { statedRefusal } from '../values/stated-refusal.ts';
import { givenNamesIn, peopleIn } from '../values/two-names.ts';
import { channelsOf } from './asides.ts';
import type { Cells } from './cells.ts';
import { type Field, PARTY_FIELDS, type PartyField } from './fields.ts';
import { readPartyPhones } from './read-phones.ts';

export type PartyPrefix = '' | 'co_';

type FieldsOf = Readonly<Record<PartyField, Field>>;

/** The fields of either party, looked up instead of put together: this runs for every cell of every row. */
const FIELDS_OF: Readonly<Record<PartyPrefix, FieldsOf>> = {
  '': Object.fromEntries(PARTY_FIELDS.map((name) => [name, name])) as FieldsOf,
  co_: Object.fromEntries(PARTY_FIELDS.map((name) => [name, `co_${name}`])) as FieldsOf,
};

/** The number the DMS gives the buyer or co-buyer of a row; null for none. */
export function readPartyNumber(cells: Cells, prefix: PartyPrefix): string | null {
  return cells.value(FIELDS_OF[prefix].customer_number, readRecordNumber);
}

/**
 * The buyer (prefix '') or co-buyer (prefix 'co_') of a row; null when the row names nobody.
 * Bad phones, e-mails and birthdays are dropped with a warning in `cells.problems`.
 * @param on the day of the sale or visit, on which they were grown up
 */
export function readParty(
  cells: Cells,
  prefix: PartyPrefix,
  country: string,
  on: Day = cells.today,
): PartyRecord | null {
  const field = FIELDS_OF[prefix];
  const own = readName(cells, field);
  const second = prefix === 'co_' ? secondName(cells) : null;
  const named = own ?? second;
  if (named === null) return null;
  if (own !== null && second !== null && !namesAgree(own.name, second.name))
    cells.warn(second.place, cells.text(second.place), ONE_MORE);
  const { name, wish } = named;
  const deceased = named.deceased || readDeceased(cells, field.deceased);
  const { home, cell, work, other, extensions } = readPartyPhones(cells, field, country);
  const isReached = home !== null || cell !== null || work !== null || other !== null;
  const beside = named.phone === null ? null : (readPhone(named.phone, country).value?.e164 ?? null);
  const plain = isReached
    ? other
    : (beside ?? readElsewhere(cells, prefix, 'phone', (text) => readPhone(text, country))?.e164 ?? null);
  const blocked = readBlocks(cells, prefix);
  const addressed = named.email === null ? null : readEmail(named.email).value;
  const email =
    cells.firstValue(field.email, readEmail) ?? addressed ?? readElsewhere(cells, prefix, 'email', readEmail);
  if (named.email !== null && (addressed === null || addressed !== email))
    cells.warn(named.place, cells.text(named.place), BESIDE_NAME.email);
  if (named.phone !== null && ![home, cell, work, plain].includes(beside ?? ''))
    cells.warn(named.place, cells.text(named.place), BESIDE_NAME.phone);
  const place = placeIn(cells, field, country);
  // spelled out: spreading objects together is slow, and this runs for every row
  return {
    dmsNumber: readPartyNumber(cells, prefix),
    kind: name.kind,
    firstName: name.firstName,
    lastName: name.lastName,
    businessName: name.businessName,
    homePhone: home,
    cellPhone: cell,
    workPhone: work,
    otherPhone: plain,
    extensions,
    email,
    placeholderEmail: email === null ? placeholderIn(cells, field.email) : null,
    street: joined(cells.text(field.street), cells.text(field.street_2)),
    city: place.city,
    region: place.region,
    postalCode: place.postalCode,
    country: countryCode(cells.text(field.country)),
    birthday: cells.birthday(field.birthday, on),
    doNotCall: blocked.doNotCall || wish !== null || deceased,
    doNotText: blocked.doNotText || deceased,
    doNotEmail: blocked.doNotEmail || wish === 'contact' || deceased,
    doNotMail: blocked.doNotMail || wish === 'contact' || deceased,
  };
}

/** What the customer of a row is reached by, whether or not it names them. */
export function readReach(cells: Cells, country: string): Reach {
  const { home, cell, work, other } = readPartyPhones(cells, FIELDS_OF[''], country);
  return {
    phones: [home, cell, work, other].filter((phone) => phone !== null),
    email: cells.firstValue('email', readEmail),
  };
}

/** What stood in a name cell and is kept nowhere. */
const BESIDE_NAME = {
  email: {
    code: 'beside-name',
    message: 'holds an e-mail address beside the name; the row has another or it is none, so it was left out',
  },
  phone: {
    code: 'beside-name',
    message: 'holds a number beside the name; the row has another or it is no phone, so it was left out',
  },
  aside: {
    code: 'beside-name',
    message: 'holds something in brackets behind the name; it was left out',
  },
} as const;
const ONE_MORE = {
  code: 'several-people',
  message: 'names more people than the buyer and one co-buyer; only these two were kept',
};

const DECEASED = {
  code: 'deceased',
  message: 'says that this customer has died; they are kept on file and nobody is told to contact them',
};

/** The column may hold a yes or the day. */
function readDeceased(cells: Cells, field: Field): boolean {
  for (const column of cells.columnsOf(field)) {
    const text = cells.at(column);
    if (!/[1-9a-z]/i.test(text) || !readOptOut(text, 'blocked-if-yes').blocked) continue;
    cells.warn(field, text, DECEASED, column);
    return true;
  }
  return false;
}

/** The buyer of a row that is left out, when they asked not to be contacted: that wish is kept all the same. */
export function readOptedOut(cells: Cells, store: string, country: string): OptedOut | null {
  const before = cells.problems.length;
  const party = readParty(cells, '', country);
  // the row is not used, so nothing is to be said about its other values
  const remarks = cells.problems.splice(before).filter(({ code }) => ABOUT_WISHES.has(code));
  if (party === null) return null;
  const wishes = party.doNotCall || party.doNotText || party.doNotEmail || party.doNotMail;
  return wishes ? { store, party, remarks } : null;
}

/** An address that was made up so that the DMS would take the form. */
function placeholderIn(cells: Cells, field: Field): string | null {
  for (const column of cells.columnsOf(field)) {
    const text = cells.at(column);
    if (text.includes('@') && readEmail(text).problem?.code === 'email-placeholder')
      return text.toLowerCase();
  }
  return null;
}

const joined = (...parts: readonly string[]): string | null =>
  parts.filter((part) => part !== '').join(', ') || null;

/** Columns of their own go before one for all three. */
function placeIn(cells: Cells, field: FieldsOf, country: string): Place {
  const joint = cells.text(field.city_region_postal);
  const { city, region, postalCode } = joint === '' ? NO_PLACE : readPlace(joint);
  const own = cells.textOrNull(field.region) ?? region;
  const read = (text: string): Reading<string> =>
    readPostalCode(text, own ?? '', countryCode(cells.text(field.country)) ?? country);
  const postal =
    cells.value(field.postal_code, read) ?? (postalCode === null ? null : read(postalCode).value);
  return { city: cells.textOrNull(field.city) ?? city, region: own, postalCode: postal };
}

const NO_PLACE: Place = { city: null, region: null, postalCode: null };

const countryCode = (text: string): string | null => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null);

interface Named extends Pick<NotedName, 'wish' | 'deceased' | 'email' | 'phone'> {
  readonly name: PartyName;
  /** where the address and the number stand, or the name */
  readonly place: Field;
}

function readName(cells: Cells, field: FieldsOf): Named | null {
  const flag = businessFlag(cells.text(field.business_flag));
  // spelled out, as this runs for every row
  const noted: Readonly<Record<(typeof NOTED)[number], NotedName>> = {
    full_name: nameNotes(cells.text(field.full_name)),
    first_name: nameNotes(cells.text(field.first_name)),
    last_name: nameNotes(cells.text(field.last_name)),
    company: nameNotes(cells.text(field.company)),
  };
  const whole = noted.full_name.name;
  const people = flag === 'business' ? [whole] : peopleIn(whole, orderOf(cells));
  if (people.length > 2) cells.warn(field.full_name, cells.text(field.full_name), ONE_MORE);
  // of two people one may have died
  const buyer = nameNotes(people.length > 1 ? (people[0] ?? '') : '');
  const full = people.length > 1 ? buyer.name : whole;
  const first = givenNamesIn(noted.first_name.name)[0] ?? '';
  const last = noted.last_name.name;
  const isPerson = full !== '' || first !== '' || last !== '';
  const company = noted.company.name || (isPerson ? '' : cells.text(field.associated_company));
  const name = nameIn(cells, field, {
    full,
    last,
    title: cells.text(field.title),
    first,
    middle: cells.text(field.middle_name) || (first === '' ? cells.text(field.initials) : ''),
    suffix: cells.text(field.suffix),
    company,
    flag,
  });
  if (name === null) return null;
  let wish: Named['wish'] = null;
  let deceased = buyer.deceased;
  if (deceased) cells.warn(field.full_name, cells.text(field.full_name), DECEASED);
  let email: string | null = null;
  let phone: string | null = null;
  let beside: Field = field.full_name;
  for (const place of NOTED) {
    const note = noted[place];
    if (note.email !== null || note.phone !== null) beside = field[place];
    email ??= note.email;
    phone ??= note.phone;
    if (note.aside !== null) cells.warn(field[place], cells.text(field[place]), BESIDE_NAME.aside);
    if (note.wish === null && !note.deceased) continue;
    if (wish !== 'contact') wish = note.wish ?? wish;
    deceased ||= note.deceased;
    cells.warn(field[place], cells.text(field[place]), note.deceased ? DECEASED : WISH_IN_NAME);
  }
  return { name, wish, deceased, email, phone, place: beside };
}

const NOTED = ['full_name', 'first_name', 'last_name', 'company'] as const;

const WISH_IN_NAME = {
  code: 'wish-in-name',
  message: 'holds a wish not to be called; it counts as one and was taken out of the name',
};

const orderOf = (cells: Cells): NameOrder => cells.mapping.rules.nameOrder ?? 'auto';

function nameIn(cells: Cells, field: FieldsOf, names: NameCells): PartyName | null {
  const { value, problem } = readPartyName(names, orderOf(cells));
  if (problem !== null) {
    const place = (['first_name', 'last_name', 'full_name'] as const).find(
      (one) => cells.text(field[one]) !== '',
    );
    if (place !== undefined) cells.warn(field[place], cells.text(field[place]), problem);
  }
  return value;
}

/** Who is named beside the buyer in the same cell, or in that of the first name; what is noted there may be about either. */
function secondName(cells: Cells): Named | null {
  if (businessFlag(cells.text('business_flag')) === 'business') return null;
  const field = FIELDS_OF[''];
  const last = cells.text('last_name');
  const noted = nameNotes(cells.text(last === '' ? 'full_name' : 'first_name'));
  const place = last === '' ? 'full_name' : 'first_name';
  const cell = last === '' ? peopleIn(noted.name, orderOf(cells))[1] : givenNamesIn(noted.name)[1];
  if (cell === undefined) return null;
  const { name: second, deceased } = nameNotes(cell);
  if (deceased) cells.warn(place, cells.text(place), DECEASED);
  const shared = nameNotes(last);
  const name = nameIn(cells, field, last === '' ? { full: second } : { first: second, last: shared.name });
  return name?.kind !== 'person'
    ? null
    : {
        name,
        wish: noted.wish ?? shared.wish,
        deceased: noted.deceased || shared.deceased || deceased,
        email: secondEmail(cells),
        phone: null,
        place,
      };
}

/** "Ann Lee (ann@…); Bob Lee (bob@…)": the second address is the second person's. */
function secondEmail(cells: Cells): string | null {
  const [, second] = cells.text('full_name').split(/\s*;\s*/);
  return second === undefined ? null : nameNotes(second).email;
}

const NAME_FIELDS = ['full_name', 'last_name', 'company'] as const;

/** The column a customer's name stands in, or should. */
export const nameField = (cells: Cells): Field =>
  NAME_FIELDS.find((field) => cells.text(field) !== '') ??
  NAME_FIELDS.find((field) => cells.has(field)) ??
  'company';

/** B/C/CO/Company/Y = business, I/P/PR/Person/N = person; anything else says nothing. */
function businessFlag(text: string): 'person' | 'business' | null {
  if (text === '') return null;
  if (/^(?:b|c|co|bus|corp|company|business|commercial|organi[sz]ation|fleet|entity)$/i.test(text))
    return 'business';
  if (/^(?:i|p|pr|ind|individual|person|personal|private|consumer|retail|residential)$/i.test(text))
    return 'person';
  const flag = readFlag(text);
  return flag === null ? null : flag ? 'business' : 'person';
}

function readBlocks(
  cells: Cells,
  party: PartyPrefix,
): Pick<PartyRecord, 'doNotCall' | 'doNotText' | 'doNotEmail' | 'doNotMail'> {
  const field = FIELDS_OF[party];
  const stated = foundRefusals(cells, party);
  const blocked = (refusal: PartyField, permission: PartyField): boolean =>
    anyColumn(cells, field[refusal], 'blocked-if-yes') ||
    anyColumn(cells, field[permission], 'allowed-if-yes');
  const refused = new Set(
    [field.may_contact, field.contact_preference].flatMap((general) => channelsRefused(cells, general)),
  );
  const all =
    anyColumn(cells, field.do_not_contact, 'blocked-if-yes') ||
    prefersNone(cells, field.may_contact) ||
    prefersNone(cells, field.contact_preference);
  return {
    doNotCall:
      all ||
      stated.has('call') ||
      refused.has('call') ||
      blocked('do_not_call', 'may_call') ||
      PHONES.some((phone) => saysDoNotCall(cells, field[phone])) ||
      (field.full_name === 'full_name' && saysDoNotCall(cells, 'remarks')),
    doNotText: stated.has('text') || refused.has('text') || blocked('do_not_text', 'may_text'),
    doNotEmail: all || stated.has('email') || refused.has('email') || blocked('do_not_email', 'may_email'),
    doNotMail: all || stated.has('mail') || refused.has('mail') || blocked('do_not_mail', 'may_mail'),
  };
}

/** A number or address that stands in a column nobody has a use for, where the columns for it have none. */
function readElsewhere<T>(
  cells: Cells,
  party: PartyPrefix,
  as: 'email' | 'phone',
  reader: (text: string) => Reading<T>,
): T | null {
  for (const { reaches, column, party: whose } of cells.asides.find(cells.row.cells)) {
    if (reaches?.as !== as || whose !== party) continue;
    const { value } = reader(reaches.text);
    if (value === null) continue;
    cells.warn(FIELDS_OF[party][as], reaches.text, FOUND_ELSEWHERE[as], column);
    return value;
  }
  return null;
}

const FOUND_ELSEWHERE = {
  email: {
    code: 'found-elsewhere',
    message: "was taken for the customer's e-mail address; the row has no other",
  },
  phone: {
    code: 'found-elsewhere',
    message: "was taken for the customer's phone number; the row has no other",
  },
} as const;

/** Refusals in columns that are about something else, each remarked on. */
function foundRefusals(cells: Cells, party: PartyPrefix): ReadonlySet<string> {
  let channels = NO_CHANNELS;
  const note = (column: number, more: readonly Channel[]): void => {
    cells.warn(FIELDS_OF[party].refusal_in_words, cells.at(column), IN_WORDS, column);
    channels = new Set([...channels, ...more]);
  };
  for (const aside of cells.asides.find(cells.row.cells))
    if (aside.party === party && aside.channels.length > 0) note(aside.column, aside.channels);
  for (const [place, channel] of WRITTEN_INSTEAD) {
    for (const column of cells.columnsOf(FIELDS_OF[party][place])) {
      const text = cells.at(column);
      // nearly every cell holds a number or an address
      if (text === '' || /[@\d]/.test(text)) continue;
      const refused = channelsOf(statedRefusal(text), channel);
      if (refused.length > 0) note(column, refused);
    }
  }
  return channels;
}

/** Where a number or an address is not wanted to be used, people write so in its place. */
const WRITTEN_INSTEAD: readonly (readonly [PartyField, Channel])[] = [
  ['home_phone', 'call'],
  ['cell_phone', 'call'],
  ['work_phone', 'call'],
  ['phone', 'call'],
  ['email', 'email'],
];
const NO_CHANNELS: ReadonlySet<string> = new Set();
const IN_WORDS = {
  code: 'refusal-in-words',
  message: 'refuses contact; it counts, though the header of its column does not say so',
};

/** "None" may be no preference as well as no contact, and a block is for good. */
const prefersNone = (cells: Cells, field: Field): boolean =>
  cells.columnsOf(field).some((column) => {
    const text = cells.at(column);
    if (text.toLowerCase() === 'out') return true;
    return readOptOut(text, 'allowed-if-yes').blocked && refusedChannels(text).length === 0;
  });

/** What alone is refused where a column is about every way to be reached: "No calls". */
const channelsRefused = (cells: Cells, field: Field): ReturnType<typeof refusedChannels> =>
  cells
    .columnsOf(field)
    .flatMap((column) => [
      ...refusedChannels(cells.at(column)),
      ...channelsOf(statedRefusal(cells.at(column)), 'another matter'),
    ]);

const PHONES: readonly PartyField[] = ['home_phone', 'cell_phone', 'work_phone', 'phone'];

const WISH =
  /\bdnc\b|\bdo\s*n(?:o|')?t\s+(?:call|contact|phone|solicit)|\bno\s+(?:calls?|contact)\b|\bdon.?t\s+call/i;

/** Where the DMS has no column for it, people write it into the phone field or the remarks. */
function saysDoNotCall(cells: Cells, field: Field): boolean {
  for (const column of cells.columnsOf(field)) if (WISH.test(cells.at(column))) return true;
  return false;
}

const UNCLEAR = {
  code: 'unclear-opt-out',
  message: 'is neither yes nor no; taken for a wish not to be contacted, to be on the safe side',
};

const ABOUT_WISHES: ReadonlySet<string> = new Set([UNCLEAR.code, IN_WORDS.code]);

/** Of several columns about one channel, one refusal is enough. */
function anyColumn(cells: Cells, field: Field, meaning: 'blocked-if-yes' | 'allowed-if-yes'): boolean {
  for (const column of cells.columnsOf(field)) {
    const text = cells.at(column);
    if (text === '') continue;
    const { blocked, how } = readOptOut(text, meaning, cells.mapping.rules.refusalWords);
    if (!blocked) continue;
    if (how !== 'said') cells.warn(field, text, UNCLEAR, column);
    return true;
  }
  return false;
}
