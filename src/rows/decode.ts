/** Bytes of a file as text. The tables of a hundred encodings are loaded for files that are not UTF-8. */

import { isUtf8 } from 'node:buffer';
import { type Readable, Transform } from 'node:stream';
import type { SourceFile } from './source-file.ts';

type Encoded = Pick<SourceFile, 'encoding' | 'mixedFrom'>;

export const isPlainUtf8 = ({ encoding, mixedFrom }: Encoded): boolean =>
  encoding === 'utf-8' && mixedFrom === null;

/** Without a byte order mark. */
export async function textOf(bytes: Buffer, source: Encoded): Promise<string> {
  if (isPlainUtf8(source)) return bytes.toString('utf8');
  const { default: iconv } = await import('iconv-lite');
  if (source.mixedFrom !== null) return linesAsText(bytes, iconv);
  return iconv.decode(bytes, source.encoding, { stripBOM: true });
}

export async function decoded(bytes: Readable, source: Encoded): Promise<Readable> {
  if (isPlainUtf8(source)) return bytes;
  const { default: iconv } = await import('iconv-lite');
  if (source.mixedFrom !== null) return bytes.pipe(lineByLine(iconv));
  return bytes.pipe(iconv.decodeStream(source.encoding)) as unknown as Readable;
}

type Iconv = typeof import('iconv-lite');

const LF = 0x0a;

/** Each line by itself: UTF-8 where it is, else Windows-1252. */
function linesAsText(bytes: Buffer, iconv: Iconv): string {
  let text = '';
  let start = 0;
  while (start < bytes.length) {
    const at = bytes.indexOf(LF, start);
    const end = at === -1 ? bytes.length : at + 1;
    const line = bytes.subarray(start, end);
    text += isUtf8(line) ? line.toString('utf8') : iconv.decode(line, 'windows-1252');
    start = end;
  }
  return text;
}

/** Decodes whole lines; what is left of the last one waits for the rest. */
function lineByLine(iconv: Iconv): Transform {
  let rest: Buffer = Buffer.alloc(0);
  return new Transform({
    readableObjectMode: false,
    transform(chunk: Buffer, _, done) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(LF) + 1;
      rest = Buffer.from(bytes.subarray(end));
      done(null, linesAsText(bytes.subarray(0, end), iconv));
    },
    flush(done) {
      done(null, linesAsText(rest, iconv));
    },
  });
}
