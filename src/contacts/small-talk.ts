/** What people write around what they have to say: greetings, thanks, their name. */

import { foldedWords } from '../values/fold-text.ts';

const GREETING =
  /^(?:hi|hello|hey|dear|morning|good (?:morning|afternoon|evening|day)|hallo|bonjour|hola)(?: \p{L}+)?$/u;
const PHRASE =
  /^(?:(?:many |ok |okay )?(?:thanks|thank you|thx|ty)(?: (?:all|everyone|again|so much|very much|a lot|and|in advance))*|(?:best|kind|warm|with kind)? ?(?:regards|wishes)|best|cheers|sincerely|yours|ok|okay|done|all done|that s (?:it|all)(?: for (?:today|now))?|all the best|have a (?:good|great|nice) (?:one|day|evening|weekend)|see (?:you|below)|see you (?:tomorrow|monday)|here (?:you go|they are|are (?:my|the) calls|is my list)|my calls(?: for today)?|danke|merci|gracias|saludos|cordialement|mfg|lg|mit freundlichen grussen)$/;

/** Closed lists on purpose: a line that might say anything of a customer is none. @param writer who wrote the line */
export function isSmallTalk(text: string, writer: string): boolean {
  if (/[\d:]/.test(text)) return false;
  const own = new Set(foldedWords(writer));
  const words = foldedWords(text);
  const rest = words.filter((word) => !own.has(word)).join(' ');
  return rest === '' || GREETING.test(rest) || PHRASE.test(rest);
}
