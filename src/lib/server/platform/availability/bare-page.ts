import { createHash } from 'node:crypto';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, locales, type Locale } from '#lib/paraglide/runtime.js';
import type { Unavailable } from './unavailable.ts';
import { whyText, type Standing } from './why-text.ts';

const TITLES = {
	away: m.common_error_away_title,
	busy: m.common_error_busy_title,
	disk_full: m.common_error_disk_full_title,
	unexpected: m.common_error_title
} as const;

/** The looks of src/lib/base/theme/theme.css: nothing of the build may be there to link to. */
const STYLE = `
:root{color-scheme:light}
body{background:#faf8f3;color:#17262a;font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif;margin:0}
header{background:#073b41;color:#fff;padding:.75rem clamp(1rem,4vw,2.5rem)}
header a{align-items:center;color:#fff;display:inline-flex;gap:.75rem;min-height:44px;text-decoration:none}
header b{display:block;font:700 1.375rem/1.15 Charter,'Bitstream Charter','Sitka Text',Cambria,'Liberation Serif',serif}
header span span{color:#cfe3e1;font-size:.875rem}
main{max-width:42rem;padding:2rem clamp(1rem,4vw,2.5rem)}
h1,h2{font-family:Charter,'Bitstream Charter','Sitka Text',Cambria,'Liberation Serif',serif;line-height:1.2;margin:0 0 .75rem}
h1{font-size:clamp(1.625rem,1.4rem + 1vw,2.125rem)}
h2{font-size:1.1875rem}
section{border-top:1px solid #ddd7c9;color:#4c5b5e;margin-top:2rem;padding-top:1rem}
main a{color:#0b5a60}
main a:hover{color:#073b41}
.button{background:#0b5a60;border-radius:4px;box-sizing:border-box;color:#fff;display:inline-block;min-height:44px;padding:.6rem 1.25rem;text-decoration:none}
main .button,main .button:hover{color:#fff}
a:focus-visible{outline:3px solid #17262a;outline-offset:2px}
header a:focus-visible{outline-color:#f4b63f}
@media print{header{background:none;color:#000}header a,header span span{color:#000}.button,svg{display:none}}
`;

const MARK = `<svg viewBox="0 0 32 32" width="40" height="40" aria-hidden="true"><path d="M16 1 29 8.5v15L16 31 3 23.5v-15z" fill="none" stroke="#9cc7c4" stroke-width="1.5"/><circle cx="16" cy="16" r="7.5" fill="none" stroke="#f4b63f" stroke-width="3"/><circle cx="16" cy="16" r="2.5" fill="#fff"/></svg>`;

const hash = createHash('sha256').update(STYLE).digest('base64');

/** The content security policy of {@link barePage}: nothing loads and nothing runs. */
export const BARE_POLICY = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * A page in our style that needs nothing: without the database not even the words of the layout may be
 * had. In the language of the address, and short in the other: who cannot be asked may read only that.
 */
export function barePage(why: Unavailable | null, standing: Standing): string {
	const locale = getLocale();
	const words = (of: Locale) => ({
		title: TITLES[why ?? 'unexpected']({}, { locale: of }),
		text: whyText(why, standing, of)
	});
	const { title, text } = words(locale);
	const inOther = locales.filter((one) => one !== locale).map((one) => [one, words(one)] as const);
	const home = locale === 'en' ? '/en' : '/';
	return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${m.common_product_name()}</title>
<style>${STYLE}</style>
</head>
<body data-without-layout>
<header><a href="${home}">${MARK}<span><b>${m.common_brand_first()}</b><span>${m.common_brand_second()}</span></span></a></header>
<main>
<h1>${title}</h1>
<p>${text}</p>
${actionFor(standing)}
${inOther
	.map(
		([one, other]) => `<section lang="${one}"><h2>${other.title}</h2><p>${other.text}</p></section>`
	)
	.join('\n')}
</main>
</body>
</html>
`;
}

/** What was sent is sent again by the browser alone, which asks first; a link would lose it. */
function actionFor(standing: Standing): string {
	if (standing === 'nothing' || standing === 'unknown') return '';
	return `<p><a class="button" href="">${m.common_error_retry()}</a></p>`;
}
