/** What more is told of a customer who was met. */

export interface Met {
  readonly pitched: boolean;
  readonly from_advisor: string | null;
}

/** `, handed over by Jo Park, asked about their next car`, or empty */
export const metInWords = ({ pitched, from_advisor }: Met): string =>
  `${from_advisor === null ? '' : `, handed over by ${from_advisor}`}${pitched ? ', asked about their next car' : ''}`;
