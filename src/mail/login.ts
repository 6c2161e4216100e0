/** How somebody signs in to a mail server. */

export interface Login {
  readonly user: string;
  /** `xoauth2`: the secret is an access token */
  readonly auth: 'password' | 'xoauth2';
  readonly secret: string;
}

/** What the server is shown beside the name. */
export const secretInWords = (login: Login | null): string =>
  login?.auth === 'xoauth2' ? 'access token' : 'password';
