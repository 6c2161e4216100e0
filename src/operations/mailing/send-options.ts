/** The flags of `beback send`. */

export interface SendOptions {
  readonly for?: string;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly testTo?: string;
  readonly resend?: boolean;
  readonly failIfStale?: string;
}
