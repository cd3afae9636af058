import type { Cell } from '#lib/charts/figure.ts';
import { allFigures, type EditionSection } from './figures/sections.ts';

/** Columns of `stand.csv`. */
export const FIGURE_COLUMNS: readonly string[] = [
	'onderdeel',
	'figuur',
	'titel',
	'rij',
	'kolom',
	'waarde',
	'definities'
];

/** Every number and text of every figure, one per row; what there is nothing of is left out. */
export function figureRows(sections: readonly EditionSection[]): Cell[][] {
	return allFigures(sections).flatMap(({ section, figure }) => {
		const { id, title, table, definitions } = figure;
		const anchors = definitions.map(({ anchor }) => anchor).join(' ');
		return table.rows.flatMap((row) =>
			table.columns.slice(1).flatMap(({ key }, at) => {
				const value = row[at + 1] ?? null;
				return value === null
					? []
					: [[section.number, id, title, row[0] ?? null, key, value, anchors]];
			})
		);
	});
}
