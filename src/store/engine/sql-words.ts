/** The words of SQL that each engine has its own of: what a second engine would have to say in another way. */

/** The values of a list as rows, each `alias.value`, in its order: a whole set goes into one parameter (`asList`). */
export const eachOf = (parameter: string, alias: string): string => `json_each(${parameter}) ${alias}`;

/** Whether the list of the parameter holds the value. */
export const isAmong = (value: string, parameter: string): string =>
  `${value} IN (SELECT value FROM json_each(${parameter}))`;

/** One field of a row of `eachOf`, where the list is of lists. */
export const fieldOf = (alias: string, place: number): string => `${alias}.value ->> ${place}`;

/** The last characters of a text, as the indexes have them. */
export const endOf = (text: string, length: number): string => `substr(${text}, -${length})`;

/** A text as it is compared without regard to case. */
export const anyCase = (text: string): string => `${text} COLLATE NOCASE`;

/** A number as it is compared: without the zeros in front. */
export const withoutZeros = (number: string): string => `ltrim(${number}, '0')`;

/** Whether the row of a full-text table has the words of the parameter. */
export const hasWords = (table: string, parameter: string): string => `${table} MATCH ${parameter}`;

/** All values of a column, in the order of the rows, as one list in JSON: over a whole table much faster than rows. */
export const listOf = (column: string): string => `json_group_array(${column})`;
