/** What the fillings of a yes-or-no cell say: the one table of words, figures, ticks and boxes. */

import { once } from '../domain/once.ts';
import { cleanCell } from './cell.ts';
import { foldText } from './fold-text.ts';

/**
 * `yes`, `no`: said in so many words. `nothing`: a filler where nothing was entered. `allowed`: a permission in words.
 * `mark`: ticked somehow. `cross`: crossed out, which is a mark as well, but no permission. `unknown`: none of these.
 */
export type Answer = 'yes' | 'no' | 'nothing' | 'allowed' | 'mark' | 'cross' | 'unknown';

const YES =
  'y|yes|1|t|true|x|xx|on|checked|ticked|marked|oui|o|ja|j|si|s|sim|wahr|vrai|verdadero|verdadeiro|vero|waar|da|adevarat';

/** As they are printed; they are compared without case, accents and plain punctuation. */
const NO =
  'n|no|0|0.0|0.00|f|false|off|unchecked|unticked|unmarked|non|nein|nee|não|nej|nu|falsch|faux|falso|fals|onwaar';
const EMPTY_BOXES = '☐ □ ▢ ◻ ◽ ⬜ ▫ 🔲 🗆 ❏ ❐ ❑ ❒ ○ ◯ ⚪ ¨ \uf0a8 \uf06f';
const EMPTY_BRACKETS = '[ ]|( )|{ }';
const NOTHING =
  '-|--|—|–|.|_|/|n/a|#N/A|na|none|nothing|null|nil|blank|empty|unknown|unk|undefined|not set|not given|not specified|not requested|not on file|not listed|not found|not applicable|no data|no record|no request|keine|keiner|kein|keine Angabe|k.A.|entfällt|nicht vorhanden|aucun|aucune|néant|sans objet|non renseigné|ninguno|ninguna|nada|no aplica|sin datos|nenhum|nenhuma|não se aplica|sem dados|nessuno|nessuna|niente|non applicabile|geen|niet van toepassing|n.v.t.|onbekend|unbekannt|inconnu|desconocido|desconhecido|sconosciuto|niciunul|nimic|necunoscut';
const ALLOWED =
  'ok|okay|allowed|allow|allows|permitted|granted|opt in|opted in|opts in|optin|subscribed|consent|consented|consent given|agree|agreed|accepted|callable|contactable|may call|can call|may contact|can contact|clear|clean|unrestricted|no restriction|no restrictions|not opted out|not blocked|not unsubscribed|not restricted|not on dnc|not on the dnc|not on dnc list|not on the dnc list|erlaubt|gestattet|zugestimmt|einverstanden|einwilligung|autorisé|autorisée|accepté|permis|permitido|autorizado|aceptado|aceito|permesso|autorizzato|consentito|toegestaan|akkoord|permis apel';
const TICKS = '✓ ✔ √ ☑ ✅ 🗸 🗹 ☒ ⊠ ⊗ ■ ◼ ◾ ▪ ⬛ ▣ ◉ ● ⚫ • ★ ☆ * ※ + \uf0fc \uf0fe';
/** What a font of ticks and boxes leaves when another font shows it. */
const FONT_LETTERS = 'þ Þ ü ý û';
const CROSSES = '✗ ✘ ✕ ✖ ❌ ❎ × ☓ 🗙 🗴 \uf0fb \uf0fd';

/** The fillings that are no refusal where yes means refused, to be read by a person. */
export const KNOWN_NOS: readonly string[] = [
  ...NO.split('|'),
  ...EMPTY_BRACKETS.split('|'),
  ...EMPTY_BOXES.split(' ').filter((box) => !/\p{Co}/u.test(box)),
  ...NOTHING.split('|'),
  ...ALLOWED.split('|'),
];

const ALIKE = /[\ufe0e\ufe0f\u200d]/g;
const PLAIN_PUNCTUATION = /[\s._\-–—/\\,;:'"`´‘’“”()[\]{}]+/gu;

/** How fillings are compared: folded, plain punctuation as blanks; marks such as `*` and `✓` stay. */
export const answerKey = (text: string): string => foldText(text).replace(PLAIN_PUNCTUATION, ' ').trim();

const tableOf = (lists: Readonly<Partial<Record<Answer, string>>>): ReadonlyMap<string, Answer> =>
  new Map(
    Object.entries(lists).flatMap(([answer, list]) =>
      list.split('|').map((filling): [string, Answer] => [answerKey(filling), answer as Answer]),
    ),
  );
const knownWords = once(() => tableOf({ yes: YES, no: NO, nothing: NOTHING, allowed: ALLOWED }));

const knownSigns = once(
  (): ReadonlyMap<string, Answer> =>
    new Map(
      (
        [
          [EMPTY_BOXES, 'no'],
          [`${TICKS} ${FONT_LETTERS}`, 'mark'],
          [CROSSES, 'cross'],
        ] as const
      ).flatMap(([signs, answer]) => signs.split(' ').map((sign): [string, Answer] => [sign, answer])),
    ),
);

const ZERO = /^[-+]?0+(?:[.,]0+)?%?$|^[$€£]\s?0+(?:[.,]0+)?$/;
/** As spreadsheets and databases write a yes: `1.0`, and `-1` with all bits set. */
const ONE = /^[-+]?0*1(?:[.,]0+)?$/;

/** What a filling says; `nothing` for an empty one. */
export function knownAnswer(cell: string): Answer {
  const text = cleanCell(cell).replace(ALIKE, '');
  const exact = knownWords().get(text.toLowerCase()) ?? knownSigns().get(text);
  if (exact !== undefined) return exact;
  if (ZERO.test(text)) return 'no';
  if (ONE.test(text)) return 'mark';
  const key = answerKey(text);
  if (key === '') return /[[({]/.test(text) ? 'no' : 'nothing';
  const word = knownWords().get(key);
  if (word !== undefined) return word;
  if (/[\p{L}\p{N}]/u.test(key)) return isMarkedYes(key) ? 'mark' : 'unknown';
  const signs = new Set([...key.replaceAll(' ', '')].map((sign) => knownSigns().get(sign) ?? 'unknown'));
  const [only] = signs;
  return signs.size === 1 && only !== undefined ? only : 'unknown';
}

/** `Y*` has a footnote that nobody will look up. */
function isMarkedYes(key: string): boolean {
  const word = key.replace(/[^\p{L}\p{N}]+$/u, '').replace(/^[^\p{L}\p{N}]+/u, '');
  return word !== key && knownWords().get(word) === 'yes';
}
