/** What the tests use of the server, which brings no types. */
declare module 'hoodiecrow-imap' {
  export interface StoredMessage {
    raw: string;
    uid: number;
    flags: string[];
    internaldate: string;
  }
  export interface StoredMailbox {
    uidvalidity: number;
    uidnext: number;
    messages: StoredMessage[];
    permanentFlags: string[];
    allowPermanentFlags: boolean;
  }
  export interface ImapServer {
    listen(port: number, host: string, done: () => void): void;
    close(done?: () => void): void;
    readonly server: import('node:net').Server;
    getMailbox(path: string): StoredMailbox;
    appendMessage(
      mailbox: string,
      flags: string[],
      internaldate: string | undefined,
      raw: string,
    ): { message: StoredMessage };
    formatInternalDate(date: Date): string;
  }
  // biome-ignore lint/style/noDefaultExport: that is how it exports
  export default function hoodiecrow(options: Record<string, unknown>): ImapServer;
}
