/** Mails to salespeople and managers as the ledger knows them. */

/** `calls`: a salesperson's list of the day; `digest`: the day in short, for managers. */
export type MailKind = 'calls' | 'digest';

/**
 * `planned` waits for the next try; `sending` is being handed over just now; `failed` was refused for good;
 * `unsure` may have arrived: the connection was lost, or the program ended, before the answer.
 */
export type MailState = 'planned' | 'sending' | 'sent' | 'failed' | 'unsure';
