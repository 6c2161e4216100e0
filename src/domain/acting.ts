/** Who does something, and when. */

export interface Acting {
  /** as they are called in the record: the salesperson's name, else the name given */
  readonly by: string;
  readonly salespersonId: number | null;
  /** UTC instant */
  readonly at: string;
}
