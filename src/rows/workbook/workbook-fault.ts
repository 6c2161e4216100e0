/** Why a workbook cannot be read; its name is put in front by who opened it. */
export class WorkbookFault extends Error {
  readonly code: string;
  readonly hint: string;

  /** @param message what follows the name of the file: `is a Word document` */
  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

export const damaged = (why: string): WorkbookFault =>
  new WorkbookFault(
    'bad-workbook',
    `cannot be read as a workbook: ${why}`,
    'open it in a spreadsheet program and save it again; a copy or an upload may have broken off',
  );

export const tooLarge = (why: string): WorkbookFault =>
  new WorkbookFault(
    'workbook-too-large',
    `is too large a workbook: ${why}`,
    'save the sheet as CSV (UTF-8) and name that: it may have any size',
  );

/** @param cell `C5` */
export const withoutValue = (cell: string): WorkbookFault =>
  new WorkbookFault(
    'formula-without-value',
    `has a formula in cell ${cell} whose value was not saved`,
    'open it in a spreadsheet program, which works it out, and save it again',
  );
