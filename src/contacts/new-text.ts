/** What somebody wrote in a reply, without the mail it answers. */

export interface ReplyLine {
  /** of the text, the first being 1 */
  readonly line: number;
  readonly text: string;
}

/** What is known of the mail that is answered, and so of what a mail program puts below the answer, in whatever language. */
export interface AnsweredText {
  /** whom the list is for, as its heading begins */
  readonly salesperson: string;
  /** the names of who sent it, and the store's */
  readonly senders: readonly string[];
  /** whence it came and where answers go; small letters */
  readonly addresses: readonly string[];
}

const QUOTED = /^\s*>/;
/** `On Fri, 20 Nov 2026 at 07:00, Lakeside Motors <crm@example.com> wrote:`, in the languages of the mail programs about us. */
const WROTE =
  /(?:\bwrote|\bschrieb(?: .*)?|\ba écrit|\bescribió|\bescreveu|\bha scritto|\bskrev(?: .*)?|\bschreef(?: .*)?)\s*:\s*$/i;
const STARTS_WROTE = /^\s*(?:on|am|le|el|il|den|op|em)\b.*\d/i;
/** From here on it is the old mail, whatever its lines look like. */
const OLD_MAIL =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original)\s*-{2,}|begin forwarded message:|_{10,})\s*$/i;
const HEADER_FIELD = /^\s*\*?(?:from|sent|to|date|subject|von|gesendet|de|envoyé)\s?:\*?\s/i;
const SIGNATURE = /^--\s*$/;
const SENT_FROM =
  /^\s*(?:sent from (?:my|outlook|yahoo|mail)|get outlook for|von meinem iphone|envoyé de mon|enviado desde mi|obtenir outlook pour)\b/i;
/** The same in any language: a short last line by itself that names what it was written with. */
const DEVICE =
  /^[^\d:]{0,60}\b(?:iphone|ipad|samsung|galaxy|huawei|xiaomi|outlook|gmail|yahoo)\b[^:]{0,40}$/i;
/** A line this long was broken by the mail program, not by the writer. */
const BROKEN_AT = 60;

/**
 * The lines with anything in them, lines broken on the way joined again. Left out are quoted lines (`>`), what stands above
 * them (`On … wrote:`), the old mail below a line that announces it or by what is known of it, the signature, and `Sent
 * from my phone`.
 */
export function newText(text: string, answered: AnsweredText): ReplyLine[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const kept: ReplyLine[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (SIGNATURE.test(line) || OLD_MAIL.test(line) || isHeaderBlock(lines, i)) break;
    if (isOfList(line, answered)) {
      withoutFrame(kept, answered);
      return joined(kept);
    }
    if (QUOTED.test(line)) {
      withoutFrame(kept, answered);
      continue;
    }
    if (SENT_FROM.test(line)) continue;
    const opening = linesOfAttribution(lines, i);
    if (opening > 0) {
      let below = i + opening;
      while (lines[below]?.trim() === '') below += 1;
      // who answers below the quotation goes on after it; an unmarked old mail has no end
      if (!QUOTED.test(lines[below] ?? '')) break;
      i += opening - 1;
      continue;
    }
    if (line.trim() !== '') kept.push({ line: i + 1, text: line });
  }
  withoutFrame(kept, answered);
  return joined(kept);
}

/** Whatever is longer is no line of ours. */
const LONGEST_OF_OURS = 300;
const FOOTER = /^\s*Answer this mail with a line a call:/;
/** `3  Sam Okafor  (614) 555-0103 cell  #7` */
const CALL_OF_LIST = /^\s*\d{1,4}\s+\p{L}[^:;]*\d[\d ()./-]{5,}\d[^:;]*#\d{1,9}\s*$/u;

/** A line that stands in the list itself. */
export function isOfList(line: string, { salesperson }: Pick<AnsweredText, 'salesperson'>): boolean {
  if (line.length > LONGEST_OF_OURS) return false;
  return line.trimStart().startsWith(`${salesperson} · `) || FOOTER.test(line) || CALL_OF_LIST.test(line);
}

const FIELD = /^\s*\*?\p{L}[\p{L}\p{M}' .-]{0,30}\s?[:：]/u;
const RULE = /^\s*[-_=*~]{2,}(?:.{0,60}[-_=*~]{2,})?\s*$/;
/** A date, of which no call is told: a number with a letter right behind it, or words, begins one. */
const DATED = /\d{4}|\d[./-]\d/;
const TELLS_CALL = /^\s*#?\d+\s*[:;,.-]*\s*[a-z]/i;

/** Takes away what a mail program wrote between the answer and the old mail, whichever language it speaks. */
function withoutFrame(kept: ReplyLine[], answered: AnsweredText): void {
  while (kept.length > 0 && isStoreAlone(kept.at(-1), answered)) kept.pop();
  let at = kept.length;
  let isKnown = false;
  for (; at > 0; at -= 1) {
    const { line, text } = kept[at - 1] as ReplyLine;
    const isTorn = at < kept.length && kept[at]?.line !== line + 1;
    const named = namesSender(text, answered);
    const dated = DATED.test(text) && !TELLS_CALL.test(text);
    if (isTorn || !(named || dated || FIELD.test(text) || RULE.test(text))) break;
    isKnown ||= named || (dated && /[:：]\s*$/.test(text));
  }
  if (isKnown) kept.length = at;
  while (endsInDevice(kept)) kept.pop();
}

const isStoreAlone = (last: ReplyLine | undefined, { senders }: AnsweredText): boolean =>
  last !== undefined && senders.includes(last.text.trim());

function endsInDevice(kept: readonly ReplyLine[]): boolean {
  const [before, last] = [kept.at(-2), kept.at(-1)];
  if (last === undefined) return false;
  const isAlone = before === undefined || before.line + 1 < last.line;
  return RULE.test(last.text) || (isAlone && DEVICE.test(last.text));
}

function namesSender(text: string, { addresses, senders }: AnsweredText): boolean {
  const line = text.slice(0, LONGEST_ATTRIBUTION).toLowerCase();
  if (addresses.some((address) => line.includes(address))) return true;
  return FIELD.test(text) && senders.some((name) => line.includes(name.toLowerCase()));
}

/** Two or more fields of a mail's head on end, as Outlook puts them above the old mail. */
const isHeaderBlock = (lines: readonly string[], at: number): boolean =>
  HEADER_FIELD.test(lines[at] ?? '') && HEADER_FIELD.test(lines[at + 1] ?? '');

/** Names and a day are never longer; whatever stands in the way of the words is not looked through again and again. */
const LONGEST_ATTRIBUTION = 1000;

/** How many lines `On … wrote:` takes here, none to three. */
function linesOfAttribution(lines: readonly string[], at: number): number {
  if (!STARTS_WROTE.test((lines[at] ?? '').slice(0, LONGEST_ATTRIBUTION))) return 0;
  for (const count of [1, 2, 3]) {
    // it may be broken anywhere, also inside `a écrit`
    if ((lines[at + count - 1] ?? '').trim() === '') return 0;
    const text = lines.slice(at, at + count).join(' ');
    if (text.length > LONGEST_ATTRIBUTION) return 0;
    if (WROTE.test(text)) return count;
  }
  return 0;
}

const BEGINS_WITH_NUMBER = /^\s*#?\d/;

/** A blank at the end of a line says that it goes on (RFC 3676); so does its length. */
function joined(lines: readonly ReplyLine[]): ReplyLine[] {
  const whole: { line: number; parts: string[] }[] = [];
  let last = '';
  for (const { line, text } of lines) {
    const before = whole.at(-1);
    const goesOn = (last.endsWith(' ') || last.length >= BROKEN_AT) && !BEGINS_WITH_NUMBER.test(text);
    if (before !== undefined && goesOn && line === before.line + before.parts.length) before.parts.push(text);
    else whole.push({ line, parts: [text] });
    last = text;
  }
  return whole.map(({ line, parts }) => ({
    line,
    text: parts
      .map((part) => part.trimEnd())
      .join(' ')
      .trim(),
  }));
}
