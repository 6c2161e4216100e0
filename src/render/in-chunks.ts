/** Many small pieces of text, to be written in few. */

/** UTF-16 code units; the last piece may end past it. */
const CHUNK = 64 << 10;

export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}
