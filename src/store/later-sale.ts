/** Which of two sales is the later, as SQL. */

/** What deal numbers are compared by, as text: none, then those of digits only by their value, then all others. */
const DEAL_RANK = (sale: string): string =>
  `CASE WHEN ${sale}.deal_number IS NULL THEN '' WHEN ${sale}.deal_number GLOB '*[^0-9]*' THEN '2' || ${sale}.deal_number
   ELSE '1' || printf('%09d', length(ltrim(${sale}.deal_number, '0'))) || ltrim(${sale}.deal_number, '0') END`;

/** The sale of alias `other` is later than `s`: on one day, in one store, by deal number, else by id. */
export const IS_LATER = (other: string): string =>
  `(${other}.sold_on > s.sold_on OR (${other}.sold_on = s.sold_on AND ${other}.id <> s.id AND
    CASE WHEN ${other}.store = s.store AND ${DEAL_RANK(other)} <> ${DEAL_RANK('s')}
      THEN ${DEAL_RANK(other)} > ${DEAL_RANK('s')} ELSE ${other}.id > s.id END))`;
