/** One call on a whole terminal screen: whom to call, why now, what to say, and the keys. */

import { dayInFull, dayInShort } from './day-text.ts';
import { fitBlocks } from './fit-blocks.ts';
import { foundCustomersAsText } from './found-customers-as-text.ts';
import { inputLineAsText } from './input-line.ts';
import { waitingInBrief, waitingInWords } from './share-in-words.ts';
import { cut, displayWidth, fitted, oneLine, safeForTerminal } from './terminal-text.ts';
import { workBlocks } from './work-blocks.ts';
import { CHOICES, type Found, type ScreenSize, type WorkScreenOptions, type WorkView } from './work-view.ts';
import { wrapped } from './wrapped.ts';

const KEYS = [
  't talked',
  'a appt',
  'v voicemail',
  'x no answer',
  'b busy',
  'n not interested',
  'w wrong no.',
  'c sold the car',
  'd do not contact',
  'space skip',
  'z snooze',
  'r promise',
  'o owed: done',
  '+ note',
  '/ find',
  'k back',
  'u undo',
  'q quit',
  '? help',
];
const LAST_KEYS = 2;
/** Beside a label there must be room to read. */
const LABELS_FROM = 40;
const LABEL = 7;

/** Exactly `height` lines of at most `width` columns, joined by line breaks. */
export function workScreenAsText(view: WorkView, options: WorkScreenOptions): string {
  const { width, height, styles } = options;
  const foot = footLines(view, options);
  const head = height > foot.length ? [styles.bold(headerLine(view, options))] : [];
  const label = width < LABELS_FROM ? 0 : LABEL;
  const columns = { label, room: Math.max(1, width - label) };
  const rows = Math.max(0, height - foot.length - head.length);
  const among = view.question?.among;
  const body =
    typeof among === 'object' && among !== null
      ? foundLines(among, rows, options)
      : fitBlocks(workBlocks(view, columns, options), rows, columns);
  return [...head, ...body, ...foot].slice(0, height).join('\n');
}

const SIGN = 2;
const POINTER = '▸';

/** Exactly `rows` lines: the customers found, numbered, the one that is pointed at among them. */
function foundLines(
  { customers, at }: Found,
  rows: number,
  { width, styles, country }: WorkScreenOptions,
): string[] {
  const room = Math.max(1, width - SIGN - POINTER.length);
  const [titles = '', ...lines] = foundCustomersAsText(customers, { width: room, styles, country })
    .trimEnd()
    .split('\n');
  const numbered = lines.map(
    (line, i) => `${i === at ? POINTER : ' '}${(CHOICES[i] ?? '').padEnd(SIGN)}${line}`,
  );
  const all = rows > lines.length ? [`${' '.repeat(SIGN + POINTER.length)}${titles}`, ...numbered] : numbered;
  const from = Math.max(0, Math.min(at, all.length - rows));
  const shown = all.slice(from, from + rows);
  return [...shown, ...Array<string>(rows - shown.length).fill('')];
}

/** Where the cursor stands while something is typed, counted from 0; null = nowhere. */
export function workCursor(
  { question }: Pick<WorkView, 'question'>,
  { width, height }: ScreenSize,
): { readonly row: number; readonly column: number } | null {
  if (question?.line == null) return null;
  return { row: height - 1, column: Math.min(width - 1, inputLineAsText(question.line, width).column) };
}

/** Who waits is told as far as there is room beside the name. */
function headerLine(view: WorkView, { width, country }: WorkScreenOptions): string {
  const { salesperson, as, on, number, of, done, waiting } = view;
  const name = oneLine(salesperson ?? 'House list') + (as === null ? '' : `, logged by ${oneLine(as)}`);
  const [inFull, inShort] = [
    `${name} · ${dayInFull(on, country)}`,
    `${name} · ${dayInShort(on, on, country)}`,
  ];
  const count = number === null ? 'not on the list' : `${number} of ${of}`;
  const places = [waitingInWords(waiting, on), waitingInBrief(waiting), ''].map(
    (more) => `${[count, more].filter(Boolean).join(', ')} · ${done} done`,
  );
  const roomBeside = (place: string): number => width - displayWidth(place) - GAP.length;
  const place = places.find((one) => displayWidth(inShort) <= roomBeside(one)) ?? places.at(-1) ?? '';
  const room = roomBeside(place);
  if (room < 1) return cut(place, width);
  return fitted(displayWidth(inFull) <= room ? inFull : inShort, room) + GAP + place;
}
const GAP = '  ';

/** The status line, and under it the keys or the question. */
function footLines({ status, question }: WorkView, { width, height, styles }: WorkScreenOptions): string[] {
  const rows = Math.max(1, Math.floor(height / 5));
  const statusLine = cut(safeForTerminal(status), width);
  const keys = keyLines(width, rows);
  if (question === null) return [statusLine, ...keys.map((line) => styles.dim(line))];
  const asks = wrapped(oneLine(question.text), width);
  const asked = [
    ...[...asks.slice(0, rows - 1), cut(asks.slice(rows - 1).join(' '), width)]
      .filter((line) => line !== '')
      .map((line) => styles.bold(safeForTerminal(line))),
    ...(question.line === null ? [] : [inputLineAsText(question.line, width).text]),
  ];
  const blank = Math.max(0, keys.length - asked.length);
  // on the smallest screens the question stands in the place of the status
  const first = keys.length < asked.length && height < 8 ? [] : [statusLine];
  return [...first, ...Array<string>(blank).fill(''), ...asked];
}

/** Keys are left out where they do not fit, the way out and the help never. */
function keyLines(width: number, rows: number): string[] {
  const last = KEYS.slice(-LAST_KEYS);
  for (let count = KEYS.length - LAST_KEYS; count >= 0; count -= 1) {
    const lines = filled([...KEYS.slice(0, count), ...last], width);
    if (lines.length <= rows) return lines;
  }
  return [cut(last.join('  '), width)];
}

function filled(keys: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const key of keys) {
    const longer = line === '' ? key : `${line}  ${key}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = key;
    } else line = longer;
  }
  return [...lines, line].map((one) => cut(one, width));
}
