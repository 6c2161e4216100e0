/** One entry of the journal as a sentence part. */

import { outcomeName } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { CasePart } from '../domain/recovery-case.ts';
import type { RegistryChange } from '../domain/registry-change.ts';
import { channelName } from './call-in-words.ts';
import { clockText } from './clock-text.ts';
import { counted } from './counted.ts';
import { dayInShort } from './day-text.ts';
import { metInWords } from './greeting-in-words.ts';
import { numberAlone } from './phone-text.ts';
import { amountInWords } from './wish-in-words.ts';

export interface EntryShown {
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * `voicemail on Nov 21, again on Nov 24: asked for Maria`
 * @param seenOn the day it is read @param country ISO 3166, the store's
 */
export function entryInWords({ action, details }: EntryShown, seenOn: Day, country: string): string {
  const text = (key: string): string | null => (typeof details[key] === 'string' ? details[key] : null);
  const short = (day: string): string => dayInShort(day as Day, seenOn, country);
  const dayOf = (key: string): string | null => {
    const day = text(key);
    return day === null ? null : short(day);
  };
  const note = text('note') ?? text('text') ?? text('why');
  const after = note === null ? '' : `: ${note}`;
  switch (action) {
    case 'log':
    case 'promise': {
      const next = dayOf('next_on');
      const phone = text('phone');
      return `${outcomeName(text('outcome') ?? '')} on ${dayOf('on')}${phone === null ? '' : ` (${numberAlone(phone, country)})`}${metInDetails(details)}${next === null ? '' : `, again on ${next}`}${after}`;
    }
    case 'promise-done':
      return `promise ${details.promise} done on ${dayOf('on')}${after}`;
    case 'note':
      return `noted${after}`;
    case 'block':
      return `blocked ${listOf(details.channels)}${after}`;
    case 'registry':
      return registryInWords(details as unknown as RegistryChange, seenOn, country);
    case 'import':
      return `imported ${text('file') ?? 'a file'}: ${counted(Number(details.rows ?? 0), 'row')}, ${details.new} new, ${details.changed} changed`;
    case 'export':
      return `exported ${details.rows} ${text('what')}${toFile(details)}`;
    case 'backup':
      return `backed up${toFile(details)}`;
    case 'send':
      return `mailed the lists of ${dayOf('day')}: ${counted(Number(details.mails ?? 0), 'mail')}`;
    case 'sent':
      return `mail ${details.mail} of ${dayOf('day')} settled as ${text('state')}`;
    case 'undo':
      return `took back entry ${details.undone}${after}`;
    case 'opening':
      return `the journal begins: ${counted(Number(details.entries ?? 0), 'entry', 'entries')}, ${counted(Number(details.imports ?? 0), 'import')}, ${counted(Number(details.mails ?? 0), 'mail')} of before`;
    case 'cover': {
      const { of, by } = details.names as { readonly of: string; readonly by: string };
      return details.end === undefined
        ? `${of}'s calls to ${by} from ${dayOf('from')} to ${dayOf('to')}${after}`
        : `cover ${details.end} ended: ${of}'s calls are no longer ${by}'s`;
    }
    case 'appointment':
      return `appointment ${text('number')} of ${dayOf('due_on')}: ${text('mark')}${after}`;
    case 'delivered':
      return deliveredInWords(details, dayOf('first_service'), country);
    case 'salespeople':
      return salespersonInWords(details);
    case 'give': {
      const count = lengthOf(details.given);
      return `${count === 1 ? 'given' : `gave ${counted(count, 'customer')}`} to ${nameOf(details.to) ?? 'the house'}${after}`;
    }
    case 'handover':
      return `handed over ${counted(lengthOf(details.moved), 'customer')} of ${text('name')}${details.left == null ? '' : ', who left'}${after}`;
    case 'news':
      return details.news === undefined
        ? `news${after}${untilDay(dayOf('until'))}`
        : `news ${details.news} ended${after}`;
    case 'wish':
      return details.wish === undefined
        ? `wishes for${after}${untilDay(dayOf('until'))}`
        : `wish ${details.wish} ended${after}`;
    case 'case':
      return details.case === undefined
        ? `opened a case${after}${details.owner == null ? '' : ` (${details.owner})`}`
        : `case ${details.case}: ${partsOf(details)
            .map((part) => partInWords(part, short))
            .join('; ')}`;
    case 'turn-off':
      return `turned off ${text('touch') ?? 'all touches'}${details.sale_id == null ? '' : ` of sale ${details.sale_id}`}${after}`;
    default:
      return `${details.why === undefined ? 'put right' : 'found wrong'}: ${listOf(details.what).replaceAll('_', ' ')}${after}`;
  }
}

/** `deal 10233: introduced to Maria Delgado, first service on Jun 1` */
function deliveredInWords(details: EntryShown['details'], booked: string | null, country: string): string {
  const time = typeof details.time === 'string' ? `, ${clockText(details.time, country)}` : '';
  const said = [
    details.not === true ? 'not introduced, no first service set' : '',
    details.introduced === true ? 'introduced to the workshop' : '',
    typeof details.advisor === 'string' ? `advisor ${details.advisor}` : '',
    booked === null ? '' : `first service on ${booked}${time}`,
  ];
  return `${typeof details.deal === 'string' ? `deal ${details.deal}` : `sale ${details.sale_id}`}: ${said.filter(Boolean).join(', ')}`;
}

const partsOf = (details: EntryShown['details']): readonly CasePart[] =>
  Array.isArray(details.parts) ? (details.parts as CasePart[]) : [];

/** @param short a day as it is written */
function partInWords(said: CasePart, short: (day: string) => string): string {
  switch (said.part) {
    case 'promise':
      return `promised for ${short(said.dueOn)}: ${said.text}`;
    case 'kept':
      return `the promise of entry ${said.promise} was kept`;
    case 'update':
      return `told the customer${said.cc === null ? '' : ` and ${said.cc}`}: ${said.text}`;
    case 'before':
    case 'after':
      return `amount ${said.part} ${amountInWords(said.cents)}`;
    case 'own':
      return `now owned by ${said.owner.name}`;
    case 'close':
      return `closed as ${said.outcome}${said.apologised ? ', apologised' : ''}`;
    case 'reopen':
      return 'opened again';
    default:
      return `${said.part}: ${said.text}`;
  }
}

/** `, handed over by Jo, asked about their next car` */
const metInDetails = ({ from_advisor, pitched }: EntryShown['details']): string =>
  metInWords({
    from_advisor: typeof from_advisor === 'string' ? from_advisor : null,
    pitched: pitched === true,
  });

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Of somebody as an entry names them. */
const nameOf = (value: unknown): string | null => {
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : null;
};

const untilDay = (day: string | null): string => (day === null ? '' : `, until ${day}`);

const toFile = ({ file }: EntryShown['details']): string => (typeof file === 'string' ? ` to ${file}` : '');

const AREAS_NAMED = 5;

function registryInWords({ as_of, file, areas }: RegistryChange, seenOn: Day, country: string): string {
  const codes = areas.map(({ area_code }) => area_code);
  const named = `${codes.slice(0, AREAS_NAMED).join(', ')}${codes.length > AREAS_NAMED ? ' …' : ''}`;
  const added = areas.reduce((sum, area) => sum + area.added, 0);
  const removed = areas.reduce((sum, area) => sum + area.removed, 0);
  return `do-not-call registry of ${dayInShort(as_of, seenOn, country)} for ${named}: ${counted(added, 'number')} in, ${removed} out (${file})`;
}

const listOf = (value: unknown): string =>
  Array.isArray(value) ? value.map((one) => channelName(String(one))).join(', ') : '';

/** `Dana Reyes: left 2026-11-02` */
function salespersonInWords(details: EntryShown['details']): string {
  const changes = (details.change ?? {}) as Readonly<Record<string, unknown>>;
  const said = Object.entries(changes)
    .filter(([key]) => key !== 'merge')
    .map(
      ([key, value]) =>
        `${key.replace('leftOn', 'left')} ${value === null ? 'taken away' : listOf([value].flat())}`,
    );
  const name = typeof details.name === 'string' ? details.name : '';
  return `${name}: ${details.added === true ? 'added' : 'changed'}${said.length === 0 ? '' : `, ${said.join(', ')}`}`;
}
