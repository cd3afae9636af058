import type { Figure } from '#lib/base/charts/figure.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Coverage } from './coverage-page.ts';
import { factDay, inWords, isPast, LOOKS, marked, partShare, partText } from './coverage-texts.ts';
import type { CoverageFigures, Part } from './measures.ts';

/** The five ways to count, with the name of each in files and in the API. */
export const MEASURES: readonly {
	word: 'organisaties' | 'gemeenten' | 'inwoners' | 'werkgebied' | 'binnen_5_km';
	label: () => string;
	of: (figures: CoverageFigures) => Part;
}[] = [
	{
		word: 'organisaties',
		label: m.coverage_measure_organisations,
		of: ({ organisations }) => organisations
	},
	{
		word: 'gemeenten',
		label: m.coverage_measure_municipalities,
		of: ({ municipalities }) => municipalities
	},
	{
		word: 'inwoners',
		label: m.coverage_measure_inhabitants,
		of: ({ inhabitants }) => inhabitants
	},
	{ word: 'werkgebied', label: m.coverage_measure_work_area, of: ({ workArea }) => workArea },
	{
		word: 'binnen_5_km',
		label: m.coverage_measure_within,
		of: ({ distance }) => ({ covered: distance.within[5], total: distance.inhabitants })
	}
];

/** Coverage counted in five ways beside each other, in a what-if beside what is supposed. */
export function measureFigure(coverage: Coverage): Figure {
	const { figures, whatIf } = coverage;
	const lanes = [
		{ key: 'fact' as const, label: m.coverage_series_fact(), figures },
		...(whatIf
			? [{ key: 'whatIf' as const, label: m.coverage_series_whatif(), figures: whatIf.figures }]
			: [])
	];
	const figure: Figure = {
		id: 'maten',
		title: m.coverage_measures_title(),
		sentence: measureSentence(coverage),
		panels: [
			{
				key: 'maten',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: MEASURES.map(({ label }) => label()),
					x: { label: '' },
					y: { label: m.coverage_axis_share(), format: 'share', max: 1 },
					series: lanes.map((lane) => ({
						key: lane.key,
						label: lane.label,
						look: LOOKS[lane.key],
						values: MEASURES.map(({ of }) => partShare(of(lane.figures)))
					}))
				}
			}
		],
		table: measureTable(coverage),
		definitions: [
			{ anchor: 'organisatiedekking', about: m.coverage_measure_organisations() },
			{ anchor: 'gemeentedekking', about: m.coverage_measure_municipalities() },
			{ anchor: 'inwonerdekking', about: m.coverage_measure_inhabitants_word() },
			{ anchor: 'werkgebied', about: m.coverage_measure_work_area_word() },
			{ anchor: 'afstand', about: m.coverage_measure_distance_word() }
		]
	};
	return marked(figure, coverage, ({ figures: then }, mark) =>
		m.coverage_whatif_measures({
			mark,
			municipalities: formatNumber(then.municipalities.covered),
			share: partText(then.inhabitants)
		})
	);
}

function measureTable({ figures, whatIf }: Coverage): Figure['table'] {
	const rows = MEASURES.map(({ label, of }) => {
		const parts = [of(figures), ...(whatIf ? [of(whatIf.figures)] : [])];
		const [now, then] = parts;
		return [
			label(),
			now?.covered ?? null,
			now?.total ?? null,
			now ? partShare(now) : null,
			...(then ? [then.covered, partShare(then)] : [])
		];
	});
	return {
		columns: [
			{ key: 'maat', label: m.coverage_column_measure(), kind: 'text' },
			{ key: 'gedekt', label: m.coverage_column_covered(), kind: 'number' },
			{ key: 'totaal', label: m.coverage_column_total(), kind: 'number' },
			{ key: 'deel', label: m.coverage_column_share(), kind: 'share' },
			...(whatIf
				? ([
						{ key: 'wat_als_gedekt', label: m.coverage_column_whatif_covered(), kind: 'number' },
						{ key: 'wat_als_deel', label: m.coverage_column_whatif_share(), kind: 'share' }
					] as const)
				: [])
		],
		rows
	};
}

/** Reads the coverage out: municipalities, their inhabitants and organisations. */
export function measureSentence(coverage: Coverage): string {
	const { municipalities, inhabitants, organisations } = coverage.figures;
	if (municipalities.total === 0) return m.coverage_empty();
	const past = isPast(coverage);
	const inputs = {
		date: inWords(factDay(coverage)),
		count: municipalities.covered,
		total: municipalities.total,
		share: partText(inhabitants)
	};
	const first = past
		? m.coverage_measures_sentence_past(inputs)
		: m.coverage_measures_sentence_now(inputs);
	if (organisations.total === 0) return first;
	const counts = { count: organisations.covered, total: organisations.total };
	const second = past
		? m.coverage_organisations_sentence_past(counts)
		: m.coverage_organisations_sentence_now(counts);
	return `${first} ${second}`;
}
