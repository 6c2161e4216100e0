/** The words of all names, each once, for finding a name by its sound or in spite of a slip. */

/** `letters` = how many the word has; a sound is null where there is none, or no other. */
export const NAME_WORDS_SCHEMA = `
CREATE TABLE name_word (
  letters INTEGER NOT NULL,
  word TEXT NOT NULL,
  sound TEXT,
  other_sound TEXT,
  PRIMARY KEY (letters, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_word_sound ON name_word(sound) WHERE sound IS NOT NULL;
CREATE INDEX name_word_other_sound ON name_word(other_sound) WHERE other_sound IS NOT NULL;
`;
