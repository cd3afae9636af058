import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { BriefingDocument, DocumentTable } from './document.ts';

export interface MailHtmlOptions {
	/** Where this installation lives: `https://ido.example.nl`. */
	origin: string;
	/** Content id of the picture of the map; null without a map. */
	mapCid: string | null;
	/** What the picture shows, for who does not see it. */
	mapAlt: string;
}

/** Programs for mail know no style sheets, grid or web fonts: each element carries its own looks. */
const FONT = 'font-family:Verdana,Arial,sans-serif;color:#17262a;';
const LOOKS = {
	h1: `${FONT}font-size:22px;line-height:1.3;margin:0 0 4px;`,
	h2: `${FONT}font-size:16px;line-height:1.3;margin:20px 0 4px;`,
	p: `${FONT}font-size:14px;line-height:1.5;margin:0 0 8px;`,
	quiet: `${FONT}font-size:12px;line-height:1.5;margin:0 0 6px;color:#4a5a5e;`,
	cell: `${FONT}font-size:12px;line-height:1.4;padding:4px 6px;border-bottom:1px solid #d8d3c8;vertical-align:top;`,
	link: 'color:#0b5a60;'
} as const;

/** The briefing as the HTML of a mail: tables 640 pixels wide, no style sheet, no script. */
export function mailHtml(briefing: BriefingDocument, options: MailHtmlOptions): string {
	const { title, dates, demo, sentence, figures, money, lists, notes, definitions, source } =
		briefing;
	const address = (path: string) => escape(new URL(path, options.origin).href);
	const link = (path: string, text: string) =>
		`<a href="${address(path)}" style="${LOOKS.link}">${escape(text)}</a>`;
	const defined = definitions
		.map(({ anchor, about }) => link(`/definities#${anchor}`, about))
		.join(', ');
	const parts = [
		`<h1 style="${LOOKS.h1}">${escape(title)}</h1>`,
		paragraph(dates, 'quiet'),
		...(demo === null ? [] : [paragraph(demo, 'quiet')]),
		paragraph(sentence),
		...(options.mapCid === null ? [] : [mapHtml(options.mapCid, options.mapAlt)]),
		tableHtml(figures, link),
		...(money === null
			? []
			: [
					`<p style="${LOOKS.p}">${escape(money.sentence)} ${link(money.href, m.briefing_money_link())}</p>`
				]),
		...lists.map((table) => tableHtml(table, link)),
		`<h2 style="${LOOKS.h2}">${escape(m.briefing_notes_title())}</h2>`,
		...notes.map((note) => paragraph(note, 'quiet')),
		`<p style="${LOOKS.quiet}">${escape(m.chart_source({ source }))} ${escape(m.chart_definitions())} ${defined}.</p>`,
		`<p style="${LOOKS.p}">${link(briefing.href, m.briefing_page())}</p>`
	];
	return `<!doctype html>
<html lang="${getLocale()}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>
<body style="margin:0;padding:0;background:#ffffff;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px;">
<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td align="left">
${parts.join('\n')}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

const paragraph = (text: string, look: 'p' | 'quiet' = 'p') =>
	`<p style="${LOOKS[look]}">${escape(text)}</p>`;

const mapHtml = (cid: string, alt: string) =>
	`<p style="${LOOKS.p}"><img src="cid:${cid}" width="480" alt="${escape(alt)}" style="max-width:100%;height:auto;border:0;"></p>`;

function tableHtml(
	{ title, summary, columns, rows, rest }: DocumentTable,
	link: (path: string, text: string) => string
): string {
	const align = (at: number) => (columns[at]?.numeric ? 'right' : 'left');
	const head = columns
		.map(
			({ label }, at) =>
				`<th scope="col" align="${align(at)}" style="${LOOKS.cell}">${escape(label)}</th>`
		)
		.join('');
	const body = rows.map(({ cells, href }) => {
		const inside = cells.map((cell, at) => {
			const text = at === 0 && href !== null ? link(href, cell) : escape(cell);
			return at === 0
				? `<th scope="row" align="left" style="${LOOKS.cell}font-weight:normal;">${text}</th>`
				: `<td align="${align(at)}" style="${LOOKS.cell}">${text}</td>`;
		});
		return `<tr>${inside.join('')}</tr>`;
	});
	return [
		`<h2 style="${LOOKS.h2}">${escape(title)}</h2>`,
		...(summary ? [paragraph(summary)] : []),
		...(rows.length > 0
			? [
					`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;">`,
					`<thead><tr>${head}</tr></thead>`,
					`<tbody>${body.join('\n')}</tbody></table>`
				]
			: []),
		...(rest === null ? [] : [paragraph(rest, 'quiet')])
	].join('\n');
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
