import type { Cell, Figure, FigureColumn } from '#lib/base/charts/figure.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Coverage } from './coverage-page.ts';
import { isPast, LOOKS, marked } from './coverage-texts.ts';
import { DISTANCE_STEPS, type CoverageFigures, type Distance } from './measures.ts';

/** How far inhabitants live from the nearest point, by province: the furthest first. */
export function distanceFigure(coverage: Coverage): Figure {
	const { figures, whatIf } = coverage;
	const rows = distanceRows(coverage);
	const figure: Figure = {
		id: 'afstand',
		title: m.coverage_distance_title(),
		sentence: distanceSentence(coverage),
		panels: [
			{
				key: 'afstand',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: rows.map(({ name }) => name),
					x: { label: '' },
					y: { label: m.coverage_axis_km(), unit: m.chart_unit_km(), format: 'number' },
					series: [
						{
							key: 'fact',
							label: m.coverage_series_fact(),
							look: LOOKS.fact,
							values: rows.map(({ now }) => now.meanKm)
						},
						...(whatIf
							? [
									{
										key: 'whatIf',
										label: m.coverage_series_whatif(),
										look: LOOKS.whatIf,
										values: rows.map(({ then }) => then?.meanKm ?? null)
									}
								]
							: [])
					]
				}
			}
		],
		table: {
			columns: [
				{ key: 'gebied', label: m.coverage_column_area(), kind: 'text' },
				{ key: 'inwoners', label: m.coverage_column_inhabitants(), kind: 'number' },
				{ key: 'gemiddeld_km', label: m.coverage_column_mean(), kind: 'number' },
				...DISTANCE_STEPS.map((km): FigureColumn => ({
					key: `binnen_${km}_km`,
					label: m.coverage_column_within({ km }),
					kind: 'share'
				})),
				...(whatIf ? whatIfColumns() : [])
			],
			rows: rows.map(({ name, now, then }): Cell[] => [
				name,
				now.inhabitants,
				now.meanKm,
				...DISTANCE_STEPS.map((km) => shareOf(now.within[km], now.inhabitants)),
				...(then ? [then.meanKm, shareOf(then.within[5], then.inhabitants)] : [])
			])
		},
		definitions: [{ anchor: 'afstand', about: m.coverage_measure_distance_word() }]
	};
	return figures.municipalities.total === 0
		? { ...figure, panels: [] }
		: marked(figure, coverage, ({ figures: { distance } }, mark) =>
				m.coverage_whatif_distance({
					mark,
					km: formatNumber(distance.meanKm ?? 0),
					share: formatShare(shareOf(distance.within[5], distance.inhabitants))
				})
			);
}

const whatIfColumns = (): FigureColumn[] => [
	{ key: 'wat_als_gemiddeld_km', label: m.coverage_column_whatif_mean(), kind: 'number' },
	{ key: 'wat_als_binnen_5_km', label: m.coverage_column_whatif_within({ km: 5 }), kind: 'share' }
];

interface DistanceRow {
	name: string;
	now: Distance;
	then: Distance | undefined;
}

/** All of the selection first, then the provinces in it when there are several. */
export function distanceRows({ figures, whatIf }: Coverage): DistanceRow[] {
	const after: CoverageFigures | undefined = whatIf?.figures;
	const all = { name: m.coverage_area_all(), now: figures.distance, then: after?.distance };
	const provinces = figures.provinces
		.map((now) => ({
			name: now.name,
			now,
			then: after?.provinces.find(({ code }) => code === now.code)
		}))
		.sort((a, b) => (b.now.meanKm ?? 0) - (a.now.meanKm ?? 0) || (a.name < b.name ? -1 : 1));
	return provinces.length > 1 ? [all, ...provinces] : [all];
}

export function distanceSentence(coverage: Coverage): string {
	if (coverage.figures.municipalities.total === 0) return m.coverage_empty();
	const { meanKm, within, inhabitants } = coverage.figures.distance;
	if (meanKm === null) return m.coverage_distance_none();
	const inputs = {
		km: formatNumber(meanKm),
		share: formatShare(shareOf(within[5], inhabitants))
	};
	return isPast(coverage)
		? m.coverage_distance_sentence_past(inputs)
		: m.coverage_distance_sentence_now(inputs);
}
