/** The elements of a part of a workbook, by their local names; the only file that knows the XML library. */

import { SaxesParser } from 'saxes';
import { damaged } from './workbook-fault.ts';

/** By their names, prefixes and all. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlReader {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads text piece by piece; what the reader has heard by then is told by `afterPiece`, and handed on.
 * @throws Fault `bad-workbook` for what is no well-formed XML. A document type is refused: no workbook has one, and entities
 * that stand for more of themselves come with it.
 */
export async function* readXml<T>(
  pieces: AsyncIterable<string>,
  reader: XmlReader,
  afterPiece: () => T,
): AsyncGenerator<T> {
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  const { open, text, close } = reader;
  let sinceElement = 0;
  parser.on('opentag', ({ name, attributes }) => {
    sinceElement = 0;
    open(localName(name), attributes);
  });
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('closetag', ({ name }) => {
    sinceElement = 0;
    close?.(localName(name));
  });
  parser.on('doctype', () => {
    throw damaged('it has a document type');
  });
  parser.on('error', ({ message }) => {
    throw damaged(message);
  });
  for await (const piece of pieces) {
    parser.write(piece);
    sinceElement += piece.length;
    if (sinceElement > LONGEST) throw damaged('one of its texts is millions of letters long');
    yield afterPiece();
  }
  parser.close();
}

/** A part that is read as a whole. */
export async function readXmlWhole(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(pieces, reader, () => undefined));
}

/** The parser keeps what is between two elements until it knows all of it. */
const LONGEST = 4e6;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
