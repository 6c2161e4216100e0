import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, html } from '../../src/render/html.ts';

describe('html', () => {
  test('escapes what is put in, text and attribute alike', () => {
    expect(html`<a title="${'"x\' & <b>'}">${'<script>'}</a>`.toString()).toBe(
      '<a title="&quot;x&#39; &amp; &lt;b&gt;">&lt;script&gt;</a>',
    );
  });

  test('takes fragments and lists of them as they are, numbers as text, null as nothing', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>${html`<br>`}${3}${null}`.toString()).toBe(
      '<ul><li>a</li><li>&lt;</li></ul><br>3',
    );
  });

  test('leaves out control characters and direction overrides', () => {
    expect(escapeHtml('a\u001b[31mb\u202e\u0007c\u2066\tline\n\ud800')).toBe('abc\tline\n');
  });

  test('decoding gives back any printable text, and nothing of it can open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'&<>"\'abc;#39 é李') }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const decoded = escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(decoded).toBe(text);
      }),
    );
  });
});
