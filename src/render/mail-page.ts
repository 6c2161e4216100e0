/** The frame of every HTML mail. */

import { type HtmlFragment, html } from './html.ts';

export interface MailPage {
  readonly title: string;
  readonly heading: HtmlFragment;
  readonly storeName: string;
  readonly body: HtmlFragment;
  readonly footer: string;
}

const BODY = 'margin:0;padding:12px;font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#111';
const HEADING = 'font-size:18px;font-weight:bold;margin:0 0 10px 0';
const SMALL = 'color:#555;font-size:13px;margin:12px 0 0 0';

export const mailPage = ({ title, heading, storeName, body, footer }: MailPage): string =>
  html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body style="${BODY}">
<p style="${HEADING}">${heading}</p>
${body}
<p style="${SMALL}">${footer}</p>
${storeName === '' ? null : html`<p style="${SMALL}"><bdi>${storeName}</bdi></p>\n`}</body>
</html>
`.toString();
