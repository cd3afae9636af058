import { m } from '#lib/paraglide/messages.js';
import type { BriefingDocument, DocumentTable } from './document.ts';

/**
 * The briefing as plain text, for who reads mail without layout: a line per row, each value with the
 * name of its column. `origin` is where this installation lives.
 */
export function mailText(briefing: BriefingDocument, origin: string): string {
	const address = (path: string) => new URL(path, origin).href;
	const { title, dates, demo, sentence, figures, money, lists, notes, definitions } = briefing;
	return [
		[title, dates, ...(demo === null ? [] : [demo])].join('\n'),
		sentence,
		tableText(figures),
		...(money === null ? [] : [`${money.sentence}\n${address(money.href)}`]),
		...lists.map(tableText),
		[heading(m.briefing_notes_title()), ...notes].join('\n'),
		[
			m.chart_source({ source: briefing.source }),
			m.chart_definitions(),
			...definitions.map(({ anchor, about }) => `- ${about}: ${address(`/definities#${anchor}`)}`)
		].join('\n'),
		m.briefing_online({ address: address(briefing.href) })
	]
		.join('\n\n')
		.concat('\n');
}

function tableText({ title, summary, columns, rows, rest }: DocumentTable): string {
	const lines = rows.map(({ cells: [first = '', ...others] }) => {
		const values = others
			.map((value, index) => ({ value, label: columns[index + 1]?.label }))
			.filter(({ value }) => value !== '–')
			.map(({ value, label }) => `${lower(label)} ${value}`);
		return `- ${first}: ${values.join(', ')}`;
	});
	return [heading(title), summary, ...lines, rest].filter(Boolean).join('\n');
}

const heading = (text: string) => text.toUpperCase();
const lower = (text = '') => text.charAt(0).toLowerCase() + text.slice(1);
