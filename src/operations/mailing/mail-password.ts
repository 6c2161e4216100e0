/** Where the password for the mail server is given beside the settings. */

/** Of the environment; it goes before what the settings say. */
export const PASSWORD_VARIABLE = 'BEBACK_MAIL_PASSWORD';
