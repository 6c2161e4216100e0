/** The frame of every HTML mail: one column, as wide as a telephone and no wider than a page is read. */

import { type HtmlFragment, html, trustedStyle } from './html.ts';

export interface MailPage {
  readonly title: string;
  readonly heading: HtmlFragment;
  readonly storeName: string;
  readonly body: HtmlFragment;
  readonly footer: string;
}

/** Of what is less important; it reads on white and, by its class, on black. */
export const QUIET = 'color:#555;font-size:14px;line-height:20px';
/** A headline above a part of a mail. */
export const PART_HEADING = 'font-size:18px;line-height:24px;font-weight:bold;margin:24px 0 8px 0';

const WIDTH = 680;
const PAGE = 'background-color:#fff;color:#111';
const COLUMN = `max-width:${WIDTH}px;margin:0 auto;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:22px`;
const HEADING = 'font-size:20px;line-height:26px;font-weight:bold;margin:0 0 12px 0';
const FOOTER = `${QUIET};margin:16px 0 0 0`;

/**
 * What inline styles cannot say. Mail programs that drop it show the light page, which is whole without it; some of
 * those darken it themselves.
 */
const STYLE = trustedStyle(`:root{color-scheme:light dark}
.tap{color:#0b57d0;border-radius:8px;text-decoration:none}
@media (prefers-color-scheme:dark){
.page{background-color:#15171a!important;color:#eceef0!important}
.quiet{color:#b6bbc2!important}
.rule{border-color:#4a4f57!important}
.page a{color:#9cc3ff!important;border-color:#7b828c!important}
}
@media (max-width:520px){
.cell{padding:5px 2px!important;font-size:12px!important;line-height:16px!important}
.cell[align=left]{padding-left:6px!important}
}`);

/** A whole document; it loads nothing and runs nothing. Outlook, which knows no greatest width, gets a table. */
export const mailPage = ({ title, heading, storeName, body, footer }: MailPage): string =>
  html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>
${STYLE}
</style>
</head>
<body class="page" style="margin:0;padding:0;${PAGE}">
<!--[if mso]><table role="presentation" align="center" width="${WIDTH}" cellpadding="16" cellspacing="0"><tr><td><![endif]-->
<div class="page" style="${COLUMN};${PAGE}">
<h1 style="${HEADING}">${heading}</h1>
${body}
<p class="quiet" style="${FOOTER}">${footer}</p>
${storeName === '' ? null : html`<p class="quiet" style="${FOOTER}"><bdi>${storeName}</bdi></p>\n`}</div>
<!--[if mso]></td></tr></table><![endif]-->
</body>
</html>
`.toString();
