/** The head of a mail that came in: whose answer it says it is, told before anything of its body is looked at. */

export interface MailHead {
  /** without angle brackets; null when it carries none */
  readonly messageId: string | null;
  /** what stands in From, as it is written; null when that is more than any one sender needs */
  readonly from: string | null;
  /** Message-IDs it answers, without angle brackets: the one it names first, then the newest of the conversation */
  readonly answers: readonly string[];
  /** an out-of-office note or another machine's doing (RFC 3834) */
  readonly isAutomatic: boolean;
  /** the server that took it in found that it does not come from whom it says (RFC 8601) */
  readonly isForged: boolean;
  /** when it was written, as it says; null when it does not, or not so that it can be read */
  readonly writtenAt: Date | null;
  /** the fields that say how the body is to be read, as they are written */
  readonly about: string;
  /** where the body begins */
  readonly bodyAt: number;
}

/** Mail servers take far less; whoever writes more writes no answer. */
export const LONGEST_HEAD_BYTES = 2 << 20;
const LONGEST_FROM = 2000;
const LONGEST_DATE = 200;
/** A line of a mail (RFC 5322, 2.1.1), so no id is longer. */
const ID = /<([^<>\s]{1,998})>/g;
const MOST_IDS = 200;

const ABOUT_BODY = ['content-type', 'content-transfer-encoding', 'content-disposition'];
const READ = new Set([
  ...ABOUT_BODY,
  'from',
  'message-id',
  'in-reply-to',
  'references',
  'date',
  'auto-submitted',
  'x-autoreply',
  'precedence',
  'authentication-results',
]);

/**
 * One pass over the lines of the head; of a field that stands there twice the first counts.
 * @param raw the mail, or as much of it as holds the head
 * @returns null when the head is longer than any mail's
 */
export function mailHead(raw: Buffer): MailHead | null {
  const { fields, bodyAt } = fieldsOf(raw);
  if (bodyAt > LONGEST_HEAD_BYTES) return null;
  const value = (name: string): string => fields.get(name)?.[0] ?? '';
  const lower = (name: string): string => value(name).toLowerCase();
  const [named, conversation] = [idsIn(value('in-reply-to')), idsIn(value('references'))];
  const from = (fields.get('from') ?? []).join(', ');
  return {
    messageId: idsIn(value('message-id'))[0] ?? null,
    from: from.length > LONGEST_FROM ? null : from,
    answers: [...named.slice(0, MOST_IDS), ...conversation.slice(-MOST_IDS)],
    isAutomatic:
      (lower('auto-submitted') !== '' && lower('auto-submitted') !== 'no') ||
      lower('x-autoreply') !== '' ||
      /^(?:bulk|list|junk|auto_reply)$/.test(lower('precedence')),
    // the topmost is the server's own; whatever stands below it anybody may have written
    isForged: isForged(lower('authentication-results')),
    writtenAt: instantOf(value('date')),
    about: ABOUT_BODY.flatMap((name) => (fields.has(name) ? [`${name}: ${value(name)}\n`] : [])).join(''),
    bodyAt,
  };
}

/** A policy that fails decides; without one, a failed check that no other check makes good. */
function isForged(results: string): boolean {
  const says = (method: string, result: string): boolean =>
    new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*${result}\\b`).test(results);
  if (says('(?:dmarc|compauth)', 'fail')) return true;
  return says('(?:spf|dkim)', 'fail') && !says('(?:dmarc|spf|dkim)', 'pass');
}

const [TAB, LF, CR, BLANK] = [0x09, 0x0a, 0x0d, 0x20];

/** The fields that are read, unfolded, by their name in small letters. */
function fieldsOf(raw: Buffer): { fields: Map<string, string[]>; bodyAt: number } {
  const fields = new Map<string, string[]>();
  let name: string | null = null;
  let lines: Buffer[] = [];
  const keep = (): void => {
    if (name !== null) {
      const value = afterColon(Buffer.concat(lines).toString('utf8'));
      const before = fields.get(name);
      if (before === undefined) fields.set(name, [value]);
      else before.push(value);
    }
    name = null;
    lines = [];
  };
  let at = 0;
  while (at < raw.length && at <= LONGEST_HEAD_BYTES) {
    const newline = raw.indexOf(LF, at);
    const next = newline === -1 ? raw.length : newline + 1;
    let end = newline === -1 ? raw.length : newline;
    while (end > at && raw[end - 1] === CR) end -= 1;
    const line = raw.subarray(at, end);
    at = next;
    if (line.length === 0) break;
    const goesOn = line[0] === BLANK || line[0] === TAB;
    if (!goesOn) {
      keep();
      name = nameOf(line);
    }
    if (name !== null) lines.push(line);
  }
  keep();
  return { fields, bodyAt: at };
}

const LONGEST_NAME = Math.max(...[...READ].map((name) => name.length));

/** Of a field that is read. Blanks may stand before the colon, as some mail programs write them. */
function nameOf(line: Buffer): string | null {
  const colon = line.subarray(0, LONGEST_NAME + 20).indexOf(':');
  const name = line
    .subarray(0, Math.max(colon, 0))
    .toString('utf8')
    .replace(/[ \t]{1,20}$/, '')
    .toLowerCase();
  return READ.has(name) ? name : null;
}

const afterColon = (field: string): string =>
  field
    .slice(field.indexOf(':') + 1)
    .replace(/\r+/g, ' ')
    .trim();

const idsIn = (field: string): string[] => [...field.matchAll(ID)].map(([, id = '']) => id);

function instantOf(date: string): Date | null {
  const instant = new Date(date.length > LONGEST_DATE ? '' : date);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
