import type { Figure, FigureColumn, FigureDefinition } from '#lib/base/charts/figure.ts';
import type { SeriesLook } from '#lib/base/charts/types.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { audienceLabel, itemName } from '#lib/programme/toolkit/labels.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { aspectsOf, countStandings, gapsOf, STANDINGS, type Standing } from './aspects.ts';
import { standingLabel } from './labels.ts';
import { countTrained, FEWEST_SHOWN, isFew, shownTrained } from './trained.ts';
import type { Equipment, EquippedLibrary } from './types.ts';

const definition = (): FigureDefinition => ({ anchor: 'toerusting', about: m.toolkit_word() });
const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });
const text = (key: string, label: string): FigureColumn => ({ key, label, kind: 'text' });

const LOOKS: Record<Standing, SeriesLook> = {
	there: { ink: 'teal', dash: 'solid', shape: 'square' },
	coming: { ink: 'blue', dash: 'solid', shape: 'square' },
	missing: { ink: 'amber', dash: 'solid', shape: 'square' },
	not_needed: { ink: 'violet', dash: 'solid', shape: 'square' },
	unknown: { ink: 'grey', dash: 'solid', shape: 'square' }
};

const KEYS: Record<Standing, string> = {
	there: 'op_orde',
	coming: 'onderweg',
	missing: 'ontbreekt',
	not_needed: 'niet_nodig',
	unknown: 'niet_bekend'
};

/** Reads the page out: training, trained people, and the entry in G!DS. */
export function leadSentence({ libraries }: Pick<Equipment, 'libraries'>): string {
	if (libraries.length === 0) return m.toolkit_no_libraries();
	const trainedBy = libraries.filter(({ training }) => training === 'achieved').length;
	const { people, reported } = countTrained(libraries);
	const sum = (pick: (library: EquippedLibrary) => number) =>
		libraries.reduce((all, library) => all + pick(library), 0);
	const points = sum((library) => library.points);
	const checked = sum((library) => library.checked);
	return [
		m.toolkit_sentence_training({
			count: trainedBy,
			...{ number: formatNumber(trainedBy), total: formatNumber(libraries.length) }
		}),
		...(reported > 0
			? [
					m.toolkit_sentence_people({
						count: reported,
						...{ number: formatNumber(people), libraries: formatNumber(reported) }
					})
				]
			: [m.toolkit_sentence_people_unknown()]),
		...(points > 0
			? [
					m.toolkit_sentence_gids({
						count: checked,
						...{ number: formatNumber(checked), total: formatNumber(points) }
					})
				]
			: [])
	].join(' ');
}

/** Each thing that a library should have: at how many it is in place, on its way, missing, or not known. */
export function aspectFigure(equipment: Equipment): Figure {
	const aspects = aspectsOf(equipment.items);
	const counted = aspects.map((aspect) => ({
		label: aspect.label,
		counts: countStandings(equipment.libraries, aspect)
	}));
	return {
		id: 'onderdelen',
		title: m.toolkit_aspects_title(),
		sentence: leadSentence(equipment),
		panels: [
			{
				key: 'bibliotheken',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					stacked: true,
					categories: counted.map(({ label }) => label),
					x: { label: '' },
					y: {
						label: m.toolkit_column_libraries(),
						unit: m.toolkit_column_libraries().toLowerCase(),
						format: 'number'
					},
					series: STANDINGS.map((standing) => ({
						key: standing,
						label: standingLabel(standing),
						look: LOOKS[standing],
						values: counted.map(({ counts }) => counts[standing])
					}))
				}
			}
		],
		table: {
			columns: [
				text('onderdeel', m.toolkit_column_aspect()),
				...STANDINGS.map((standing) => number(KEYS[standing], standingLabel(standing))),
				number('bibliotheken', m.toolkit_column_libraries())
			],
			rows: counted.map(({ label, counts }) => [
				label,
				...STANDINGS.map((standing) => counts[standing]),
				equipment.libraries.length
			])
		},
		definitions: [definition()]
	};
}

/** The provinces beside each other. */
export function provinceFigure({ libraries, items }: Equipment): Figure {
	const aspects = aspectsOf(items);
	const provinces = [...Map.groupBy(libraries, ({ province }) => province)]
		.map(([name, group]) => ({ name, group, trained: countTrained(group) }))
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
	const trainedIn = (group: readonly EquippedLibrary[]) =>
		group.filter(({ training }) => training === 'achieved').length;
	const most = provinces.toSorted(
		(a, b) => trainedIn(b.group) / b.group.length - trainedIn(a.group) / a.group.length
	)[0];
	return {
		id: 'provincies',
		title: m.toolkit_provinces_title(),
		sentence:
			most && trainedIn(most.group) > 0
				? m.toolkit_provinces_sentence({
						...{ name: most.name, number: formatNumber(trainedIn(most.group)) },
						total: formatNumber(most.group.length)
					})
				: m.toolkit_provinces_none(),
		panels: [
			{
				key: 'training',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: provinces.map(({ name }) => name),
					x: { label: '' },
					y: {
						label: m.toolkit_axis_training(),
						unit: m.toolkit_column_libraries().toLowerCase(),
						format: 'number'
					},
					series: [
						{
							key: 'training',
							label: m.toolkit_axis_training(),
							look: LOOKS.there,
							values: provinces.map(({ group }) => trainedIn(group))
						}
					]
				}
			}
		],
		table: {
			columns: [
				text('provincie', m.toolkit_column_province()),
				number('bibliotheken', m.toolkit_column_libraries()),
				...aspects.map(({ key, label }) => number(key, label)),
				number('getraind', m.toolkit_column_trained()),
				number('bibliotheken_met_opgave', m.toolkit_column_reported()),
				number('bibliotheken_minder_dan_vijf', m.toolkit_column_few({ count: FEWEST_SHOWN })),
				number('open_punten', m.toolkit_column_points()),
				number('gids_gecontroleerd', m.toolkit_column_checked())
			],
			rows: provinces.map(({ name, group, trained }) => [
				...[name, group.length],
				...aspects.map((aspect) => countStandings(group, aspect).there),
				...[trained.reported > 0 ? trained.people : null, trained.reported, trained.few],
				group.reduce((sum, { points }) => sum + points, 0),
				group.reduce((sum, { checked }) => sum + checked, 0)
			])
		},
		definitions: [definition()]
	};
}

type TextFigure = Omit<Figure, 'panels'>;
const names = (aspects: readonly { label: string }[]): string =>
	aspects.map(({ label }) => label).join(', ') || '–';

/** Every library: what it has, and what is missing or not known. */
export function libraryFigure({ libraries, items }: Equipment): TextFigure {
	const aspects = aspectsOf(items);
	const lacking = libraries.filter((one) => gapsOf(one, aspects).missing.length > 0).length;
	return {
		id: 'bibliotheken',
		title: m.toolkit_libraries_title(),
		sentence: m.toolkit_libraries_sentence({
			count: lacking,
			...{ number: formatNumber(lacking), total: formatNumber(libraries.length) }
		}),
		table: {
			columns: [
				text('bibliotheek', m.toolkit_column_library()),
				text('provincie', m.toolkit_column_province()),
				...aspects.map(({ key, label }) => text(key, label)),
				number('getraind', m.toolkit_column_trained()),
				text('minder_dan_vijf', m.toolkit_column_is_few({ count: FEWEST_SHOWN })),
				number('open_punten', m.toolkit_column_points()),
				number('gids_gecontroleerd', m.toolkit_column_checked()),
				text('ontbreekt', m.toolkit_column_missing()),
				text('niet_bekend', m.toolkit_column_unknown())
			],
			rows: libraries.map((library) => {
				const gaps = gapsOf(library, aspects);
				return [
					...[library.name, library.province],
					...aspects.map(({ standingOf }) => standingLabel(standingOf(library))),
					...[shownTrained(library), isFew(library) ? m.toolkit_yes() : m.toolkit_no()],
					...[library.points, library.checked],
					...[names(gaps.missing), names(gaps.unknown)]
				];
			})
		},
		definitions: [definition()]
	};
}

/** What the toolkit has: for whom, where it lies, and who says so. */
export function itemFigure({ items }: Equipment): TextFigure {
	return {
		id: 'toolkit',
		title: m.toolkit_items_title(),
		sentence: m.toolkit_items_sentence({ count: items.length }),
		table: {
			columns: [
				text('onderdeel', m.toolkit_column_aspect()),
				text('voor_wie', m.toolkit_column_audience()),
				text('plaats_in_de_toolkit', m.toolkit_column_where()),
				text('bron_van_het_onderdeel', m.toolkit_column_source())
			],
			rows: items.map((item) => [
				...[itemName(item), audienceLabel(item.audience)],
				item.where
					? getLocale() === 'en'
						? item.where.en
						: item.where.nl
					: m.toolkit_not_in_source(),
				item.source
			])
		},
		definitions: []
	};
}

/** The files of the page: `/toerusting/NAME.csv`, and what each is of. */
export const equipmentFiles = [
	{ name: 'onderdelen', of: aspectFigure },
	{ name: 'provincies', of: provinceFigure },
	{ name: 'bibliotheken', of: libraryFigure },
	{ name: 'toolkit', of: itemFigure }
] as const;
