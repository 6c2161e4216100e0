/** What a workbook says of itself: its sheets, its date system, the formats of its cells, the texts they share. */

import { getFormatFromId } from 'numfmt';
import type { Archive } from './archive.ts';
import { damaged, tooLarge } from './workbook-fault.ts';
import { readXmlWhole } from './xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** in the archive */
  readonly path: string;
}

export interface Workbook {
  /** in the order of their tabs; charts are none */
  readonly sheets: readonly SheetPart[];
  /** days are counted from 1904, not from 1900 */
  readonly since1904: boolean;
  /** the number format of each style a cell can have */
  readonly formats: readonly string[];
  readonly stringsPath: string | null;
}

const MOST_OF_A_SMALL_PART = 16e6;
const MOST_OF_STRINGS = 100e6;
const MOST_STRINGS = 4_000_000;
/** The longest a spreadsheet program lets anybody type. */
const LONGEST_FORMAT = 255;
const GENERAL = 'General';

/** @throws Fault `bad-workbook` */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const [path] = [...(await relations(archive, '')).values()].filter(({ type }) => type === 'officeDocument');
  if (path === undefined) throw damaged('it does not say where its sheets are');
  const related = await relations(archive, path.target);
  const { sheets, since1904 } = await sheetsOf(archive, path.target);
  const partOf = (kind: string): string | null =>
    [...related.values()].find(({ type }) => type === kind)?.target ?? null;
  const styles = partOf('styles');
  return {
    sheets: sheets.flatMap(({ name, hidden, id }) => {
      const part = related.get(id);
      return part?.type === 'worksheet' ? [{ name, hidden, path: part.target }] : [];
    }),
    since1904,
    formats: styles === null ? [] : await formatsOf(archive, styles),
    stringsPath: partOf('sharedStrings'),
  };
}

interface Relation {
  /** the last word of its address: strict and transitional workbooks have different ones */
  readonly type: string;
  readonly target: string;
}

/** What belongs to a part (to the workbook itself: ''), by its id. */
async function relations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const found = new Map<string, Relation>();
  await readXmlWhole(archive.text(`${folder}_rels/${part.slice(folder.length)}.rels`, MOST_OF_A_SMALL_PART), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = new URL(Target, `file:///${folder}`).pathname.slice(1);
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: decodeURIComponent(target) });
    },
  });
  return found;
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

async function sheetsOf(archive: Archive, path: string) {
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  let since1904 = false;
  await readXmlWhole(archive.text(path, MOST_OF_A_SMALL_PART), {
    open: (element, attributes) => {
      const { name = '', state = '', date1904 } = attributes;
      if (element === 'workbookPr') since1904 = isTrue(date1904);
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name, hidden: /hidden/i.test(state), id });
    },
  });
  return { sheets, since1904 };
}

async function formatsOf(archive: Archive, path: string): Promise<string[]> {
  const own = new Map<string, string>();
  const formats: string[] = [];
  let ofCells = false;
  await readXmlWhole(archive.text(path, MOST_OF_A_SMALL_PART), {
    open: (element, { numFmtId = '0', formatCode = GENERAL }) => {
      if (element === 'numFmt') own.set(numFmtId, formatCode.length > LONGEST_FORMAT ? GENERAL : formatCode);
      else if (element === 'cellXfs') ofCells = true;
      else if (element === 'xf' && ofCells)
        formats.push(own.get(numFmtId) ?? getFormatFromId(Number(numFmtId)) ?? GENERAL);
    },
    close: (element) => {
      if (element === 'cellXfs') ofCells = false;
    },
  });
  return formats;
}

/** The texts that cells name by their number, without the readings above East Asian ones. */
export async function sharedStrings(archive: Archive, path: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (path === null || !archive.names.includes(path.toLowerCase())) return strings;
  let text = '';
  let isText = false;
  let isReading = false;
  await readXmlWhole(archive.text(path, MOST_OF_STRINGS), {
    open: (element) => {
      if (element === 'si') text = '';
      else if (element === 'rPh') isReading = true;
      else if (element === 't') isText = !isReading;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (element) => {
      if (element === 't') isText = false;
      else if (element === 'rPh') isReading = false;
      else if (element === 'si' && strings.push(detached(unescaped(text))) > MOST_STRINGS)
        throw tooLarge(`it has more than ${MOST_STRINGS / 1e6} million different texts`);
    },
  });
  return strings;
}

/** A copy: a cut of a piece would keep all of the piece in memory. */
const detached = (text: string): string => Buffer.from(text).toString();

/** What XML cannot hold is written `_x000D_`; of the signs that steer, only those of lines and tabs are kept. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
        const code = Number.parseInt(hex, 16);
        return code >= 0x20 || LINES_AND_TABS.has(code) ? String.fromCharCode(code) : '';
      })
    : text;

const LINES_AND_TABS = new Set([0x09, 0x0a, 0x0d]);
