import type { Figure } from '#lib/base/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import { changeTable, headlineTable, linesTable } from './texts.ts';
import type { Comparison } from './types.ts';

const definitions: Figure['definitions'] = [{ anchor: 'twee-datums', about: m.compare_title() }];

/** The tables of the page that compares, and what each is made of. */
export const compareFiles: readonly {
	name: 'kerncijfers' | 'opbouw' | 'verschillen';
	of: (comparison: Comparison) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{ name: 'kerncijfers', of: (comparison) => ({ table: headlineTable(comparison), definitions }) },
	{ name: 'opbouw', of: (comparison) => ({ table: linesTable(comparison), definitions }) },
	{ name: 'verschillen', of: (comparison) => ({ table: changeTable(comparison), definitions }) }
];
