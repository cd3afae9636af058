import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { quarterText } from '../texts.ts';
import type { Quarter } from '#lib/base/as-of/quarter.ts';
import { Html, markup } from './markup.ts';
import { REPORT_STYLE } from './style.ts';

/**
 * A whole page that needs nothing from elsewhere and runs nothing: its policy allows the one style
 * in it, by its hash (`styleHash`: SHA-256 in base64 of {@link REPORT_STYLE}).
 */
export function reportPage(quarter: Quarter, body: Html, styleHash: string): string {
	const style = new Html(REPORT_STYLE);
	return markup`<!doctype html>
<html lang="${getLocale()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${reportPolicy(styleHash)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${quarterText(quarter)} – ${m.common_product_name()}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`.text;
}

/** The content security policy of an edition: nothing loads and nothing runs. */
export function reportPolicy(styleHash: string): string {
	return `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
}
