import {
	cellText,
	isNumeric,
	type Cell,
	type FigureColumn,
	type FigureTable
} from '#lib/base/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import { markup, type Html } from './markup.ts';

/** A table with its name; it scrolls by itself where the screen is narrow, so it takes focus. */
export function reportTable(id: string, caption: string, { columns, rows }: FigureTable): Html {
	return markup`<div class="scroll" role="region" aria-labelledby="${id}-naam" tabindex="0"><table><caption id="${id}-naam">${caption}</caption><thead><tr>${columns.map(
		(column) => markup`<th scope="col"${classOf(column)}>${column.label}</th>`
	)}</tr></thead><tbody>${rows.map((row) => reportRow(columns, row))}</tbody></table></div>\n`;
}

function reportRow(columns: readonly FigureColumn[], row: readonly Cell[]): Html {
	return markup`<tr>${columns.map((column, at) => {
		const cell = row[at] ?? null;
		if (at === 0)
			return markup`<th scope="row"${classOf(column)}>${cellText(cell, column.kind)}</th>`;
		return markup`<td${classOf(column)}>${cellOf(cell, column)}</td>`;
	})}</tr>\n`;
}

/** The column with addresses. */
const SOURCE = 'bron';

/** Columns with whole sentences. */
const LONG_TEXTS = ['oorzaken', 'gehaald'];

const classOf = ({ key, kind }: FigureColumn): Html | null => {
	if (isNumeric({ kind })) return markup` class="n"`;
	if (kind === 'day') return markup` class="d"`;
	if (key === SOURCE) return markup` class="s"`;
	return LONG_TEXTS.includes(key) ? markup` class="w"` : null;
};

/** Sources are addresses: the reader sees whose they are and can follow them. */
function cellOf(cell: Cell, { key, kind }: FigureColumn): Html | string {
	const text = cellText(cell, kind);
	if (key !== SOURCE) return text;
	const addresses = text.split(' ; ');
	return markup`${addresses.map((address, index) => {
		const host = URL.parse(address)?.hostname.replace(/^www\./, '');
		const shown =
			host && /^https?:/.test(address) ? markup`<a href="${address}">${host}</a>` : address;
		return markup`${index > 0 && ', '}${shown}`;
	})}`;
}

/** "Tabel: Kerncijfers" */
export const tableCaption = (title: string): string => m.edition_table_of({ title });
