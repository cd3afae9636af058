import type { Cell, Figure, FigureTable } from '#lib/base/charts/figure.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { formatNumber, formatShare, shareOf } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Coverage } from './coverage-page.ts';
import { isPast, LOOKS, marked } from './coverage-texts.ts';
import { planCells, planColumns } from './plan-columns.ts';
import type { SpotGroup } from './spot-groups.ts';

/** The white spots by class: how many municipalities, and how many people live there. */
export function whiteSpotFigure(coverage: Coverage): Figure {
	const { whatIf, groups } = coverage;
	const figure: Figure = {
		id: 'witte-vlekken',
		title: m.coverage_spots_title(),
		sentence: spotSentence(coverage),
		panels: [
			{
				key: 'groepen',
				title: null,
				chart: {
					kind: 'bar',
					horizontal: true,
					categories: groups.map(({ status }) => statusLabel(status)),
					x: { label: '' },
					y: {
						label: m.coverage_axis_inhabitants(),
						unit: m.progress_unit_inhabitants(),
						format: 'people'
					},
					series: [
						{
							key: 'fact',
							label: m.coverage_spots_word(),
							look: { ...LOOKS.fact, ink: 'amber' },
							values: groups.map(({ inhabitants }) => inhabitants)
						},
						...(whatIf
							? [
									{
										key: 'whatIf',
										label: m.coverage_series_whatif(),
										look: LOOKS.whatIf,
										values: groups.map(({ left }) => left.inhabitants)
									}
								]
							: [])
					]
				}
			}
		],
		table: groupTable(coverage, groups),
		definitions: [
			{ anchor: 'witte-vlekken', about: m.coverage_spots_word() },
			{ anchor: 'inwonerdekking', about: m.coverage_measure_inhabitants_word() }
		]
	};
	return marked(figure, coverage, (_, mark) =>
		m.coverage_whatif_spots({
			mark,
			left: formatNumber(sum(groups.map(({ left }) => left.municipalities))),
			people: formatNumber(sum(groups.map(({ left }) => left.inhabitants)))
		})
	);
}

function groupTable({ figures, whatIf }: Coverage, groups: readonly SpotGroup[]): FigureTable {
	const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
	return {
		columns: [
			{ key: 'groep', label: m.coverage_column_class(), kind: 'text' },
			number('gemeenten', m.coverage_column_municipalities()),
			number('inwoners', m.coverage_column_inhabitants()),
			{
				key: 'deel_inwoners',
				label: m.coverage_column_share_inhabitants(),
				kind: 'share'
			},
			...(whatIf
				? [
						number('wat_als_gemeenten', m.coverage_column_whatif_municipalities()),
						number('wat_als_inwoners', m.coverage_column_whatif_inhabitants())
					]
				: [])
		],
		rows: groups.map(({ status, municipalities, inhabitants, left }): Cell[] => [
			statusLabel(status),
			municipalities,
			inhabitants,
			shareOf(inhabitants, figures.inhabitants.total),
			...(whatIf ? [left.municipalities, left.inhabitants] : [])
		])
	};
}

/** How many white spots there are, how many people live there, and which group is the largest. */
export function spotSentence(coverage: Coverage): string {
	const { figures, groups } = coverage;
	if (figures.municipalities.total === 0) return m.coverage_empty();
	const count = sum(groups.map(({ municipalities }) => municipalities));
	const inhabitants = sum(groups.map((group) => group.inhabitants));
	const inputs = {
		count,
		number: formatNumber(count),
		people: formatNumber(inhabitants),
		share: formatShare(shareOf(inhabitants, figures.inhabitants.total))
	};
	const first = isPast(coverage)
		? m.coverage_spots_sentence_past(inputs)
		: m.coverage_spots_sentence_now(inputs);
	const largest = groups.toSorted((a, b) => b.inhabitants - a.inhabitants)[0];
	if (!largest || largest.inhabitants === 0) return first;
	const group = statusLabel(largest.status).toLowerCase();
	return `${first} ${m.coverage_spots_largest({ group })}`;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Every white spot with its class, people, plan and distance; `most` of them. */
export function spotTable(
	{ whiteSpots, whatIf }: Pick<Coverage, 'whiteSpots' | 'whatIf'>,
	most = Infinity
): FigureTable {
	return {
		columns: [
			{ key: 'gemeente', label: m.coverage_column_municipality(), kind: 'text' },
			{ key: 'code', label: 'Code', kind: 'text' },
			{ key: 'provincie', label: m.coverage_column_province(), kind: 'text' },
			{ key: 'groep', label: m.coverage_column_class(), kind: 'text' },
			{ key: 'inwoners', label: m.coverage_column_inhabitants(), kind: 'number' },
			{ key: 'actuele_planning', label: m.coverage_column_planned(), kind: 'day' },
			...planColumns(),
			{ key: 'afstand_km', label: m.coverage_column_km(), kind: 'number' },
			...(whatIf
				? [{ key: 'wat_als', label: m.coverage_series_whatif(), kind: 'text' as const }]
				: [])
		],
		rows: whiteSpots
			.slice(0, most)
			.map((spot): Cell[] => [
				spot.name,
				spot.code,
				spot.province.name,
				statusLabel(spot.status),
				spot.inhabitants,
				spot.planOn,
				...planCells(spot.plan),
				spot.distanceKm,
				...(whatIf ? [spot.supposed ? m.coverage_supposed() : null] : [])
			])
	};
}
