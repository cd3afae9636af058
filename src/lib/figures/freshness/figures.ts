import type { Figure, FigureColumn, FigureDefinition } from '#lib/base/charts/figure.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { daysSinceLook, isSilent } from '#lib/ledger/last-look/last-look.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { groupsBy, together, type LookGroup } from './groups.ts';
import type { Freshness } from './types.ts';

const definition = (): FigureDefinition => ({
	anchor: 'laatst-bekeken',
	about: m.freshness_word()
});

/** How long ago somebody looked, per support institute (POI). */
export function instituteFigure(freshness: Freshness): Figure {
	return groupFigure(freshness, {
		id: 'poi',
		title: m.freshness_institutes_title(),
		column: m.freshness_column_institute(),
		groups: groupsBy('institute', freshness)
	});
}

/** The same per province. */
export function provinceFigure(freshness: Freshness): Figure {
	return groupFigure(freshness, {
		id: 'provincie',
		title: m.freshness_provinces_title(),
		column: m.freshness_column_province(),
		groups: groupsBy('province', freshness)
	});
}

interface GroupFigure {
	id: string;
	title: string;
	column: string;
	groups: readonly LookGroup[];
}

function groupFigure(freshness: Freshness, { id, title, column, groups }: GroupFigure): Figure {
	const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
	return {
		id,
		title,
		sentence: groupSentence(freshness, groups),
		panels: [
			{
				key: 'dagen',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: groups.map(({ name }) => name),
					x: { label: '' },
					y: { label: m.freshness_axis(), unit: m.chart_unit_days(), format: 'number' },
					series: [
						{
							key: 'median',
							label: m.freshness_column_median(),
							look: { ink: 'teal', dash: 'solid', shape: 'square' },
							values: groups.map(({ median }) => median)
						}
					]
				}
			}
		],
		table: {
			columns: [
				{ key: id, label: column, kind: 'text' },
				number('bibliotheken', m.freshness_column_libraries()),
				number('mediaan_dagen', m.freshness_column_median()),
				number('langste_dagen', m.freshness_column_longest()),
				number('lang_niet_bekeken', m.freshness_column_silent({ count: freshness.silentWeeks })),
				number('nog_nooit_bekeken', m.freshness_column_never()),
				number('grens_in_weken', m.freshness_column_limit())
			],
			rows: groups.map(({ name, libraries, median, longest, silent, never }) => [
				...[name, libraries, median, longest, silent, never, freshness.silentWeeks]
			])
		},
		definitions: [definition()]
	};
}

/** Reads the groups out: where it was longest ago, when one stands out. */
function groupSentence(freshness: Freshness, groups: readonly LookGroup[]): string {
	const [first, second] = groups.filter(({ median }) => median !== null);
	if (!first?.median || first.median === second?.median) return leadSentence(freshness);
	return m.freshness_longest({
		name: first.name,
		count: first.median,
		days: formatNumber(first.median)
	});
}

/** What the page says first: how many libraries nobody looked at for long. */
export function leadSentence(freshness: Freshness): string {
	const { libraries, silent, never } = together(freshness);
	if (libraries === 0) return m.freshness_nothing();
	const when = {
		weeks: m.freshness_weeks({ count: freshness.silentWeeks }),
		date: formatDay(freshness.countedTo, getLocale())
	};
	if (never === libraries) return m.freshness_nobody(when);
	if (libraries === 1) {
		return silent === 0 ? m.freshness_one_looked(when) : m.freshness_silent_one(when);
	}
	const inputs = { ...when, total: formatNumber(libraries) };
	return silent === 0
		? m.freshness_all_looked(inputs)
		: m.freshness_silent({ ...inputs, number: formatNumber(silent) });
}

/** Every library, the one that was left alone longest first: the rows behind the other figures. */
export function libraryTable(freshness: Freshness): Pick<Figure, 'table' | 'definitions'> {
	const { libraries, countedTo, silentWeeks } = freshness;
	return {
		table: {
			columns: [
				{ key: 'bibliotheek', label: m.freshness_column_library(), kind: 'text' },
				{ key: 'poi', label: m.freshness_column_institute(), kind: 'text' },
				{ key: 'provincie', label: m.freshness_column_province(), kind: 'text' },
				{ key: 'laatst_bekeken_op', label: m.freshness_word(), kind: 'day' },
				{ key: 'dagen_geleden', label: m.freshness_column_days(), kind: 'number' },
				{
					key: 'lang_niet_bekeken',
					label: m.freshness_column_silent({ count: silentWeeks }),
					kind: 'text'
				},
				{ key: 'grens_in_weken', label: m.freshness_column_limit(), kind: 'number' }
			],
			rows: libraries.map(({ name, institute, province, lastOn }) => [
				...[name, institute, province, lastOn, daysSinceLook(lastOn, countedTo)],
				isSilent(lastOn, countedTo, silentWeeks) ? m.freshness_yes() : m.freshness_no(),
				silentWeeks
			])
		},
		definitions: [definition()]
	};
}

/** The files of the page: `/voortgang/laatst-bekeken/NAME.csv`, and what each is of. */
export const freshnessFiles: readonly {
	name: 'poi' | 'provincie' | 'bibliotheken';
	of: (freshness: Freshness) => Pick<Figure, 'table' | 'definitions'>;
}[] = [
	{ name: 'poi', of: instituteFigure },
	{ name: 'provincie', of: provinceFigure },
	{ name: 'bibliotheken', of: libraryTable }
];
