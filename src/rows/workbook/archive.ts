/** The parts of a zipped workbook, read from disk one by one; the only file that knows the zip library. */

import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { damaged, tooLarge } from './workbook-fault.ts';

export interface Archive {
  /** paths of the parts, in lower case: a workbook may name them in any */
  readonly names: readonly string[];
  /**
   * The text of a part, as it is unpacked. Nothing is handed on that its checksum does not cover, but for the last pieces of a
   * damaged part.
   * @param most bytes it may unpack to @throws Fault `bad-workbook`, `workbook-too-large`
   */
  readonly text: (path: string, most: number) => AsyncGenerator<string>;
  readonly close: () => void;
}

/** A workbook has some dozens. */
const MOST_PARTS = 10_000;

/** @throws Fault `bad-workbook` for what is no zip, or not all of one */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.size === MOST_PARTS) throw tooLarge(`it has more than ${MOST_PARTS} parts`);
      entries.set(entry.fileName.toLowerCase(), entry);
    }
    return {
      names: [...entries.keys()],
      text: (name, most) => textOf(zip, entries.get(name.toLowerCase()), name, most),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** The size a part declares is believed: the library ends one that grows beyond it. */
async function* textOf(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  most: number,
): AsyncGenerator<string> {
  if (entry === undefined) throw damaged(`it has no ${name}`);
  const { uncompressedSize: bytes } = entry;
  if (bytes > most)
    throw tooLarge(`${name} unpacks to ${megabytes(bytes)}; up to ${megabytes(most)} is read`);
  const decoder = new TextDecoder();
  let checksum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const piece = chunk as Buffer;
    checksum = crc32(piece, checksum);
    yield decoder.decode(piece, { stream: true });
  }
  if (checksum !== entry.crc32) throw damaged(`${name} is not what was packed`);
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
