import type { Cell, FigureColumn } from '#lib/base/charts/figure.ts';
import { allFigures, type EditionSection } from './figures/sections.ts';

/** A cell as files have it: a share with four digits, because more would be noise. */
export function plainCell(cell: Cell, kind: FigureColumn['kind']): Cell {
	return kind === 'share' && typeof cell === 'number' ? Math.round(cell * 10_000) / 10_000 : cell;
}

/** Columns of `stand.csv`. */
export const FIGURE_COLUMNS: readonly string[] = [
	'onderdeel',
	'figuur',
	'titel',
	'rij',
	'rijnaam',
	'kolom',
	'waarde',
	'definities'
];

/** Every number and text of every figure, one per row; what there is nothing of is left out. */
export function figureRows(sections: readonly EditionSection[]): Cell[][] {
	return allFigures(sections).flatMap(({ section, figure }) => {
		const { id, title, table, definitions } = figure;
		const anchors = definitions.map(({ anchor }) => anchor).join(' ');
		return table.rows.flatMap((row, index) =>
			table.columns.slice(1).flatMap(({ key, kind }, at) => {
				const value = plainCell(row[at + 1] ?? null, kind);
				return value === null
					? []
					: [[section.number, id, title, index + 1, row[0] ?? null, key, value, anchors]];
			})
		);
	});
}
