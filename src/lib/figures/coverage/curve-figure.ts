import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import type { Cell, Figure } from '#lib/base/charts/figure.ts';
import { addDays } from '#lib/base/day/day.ts';
import { reportingDelayDefinition, markSentence } from '#lib/figures/reporting-delay/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Coverage } from './coverage-page.ts';
import { factDay, inWords, isPast, LOOKS, marked, partText } from './coverage-texts.ts';

/** Room at the right for what is supposed, in days. */
const ROOM = 30;

/** Inhabitants covered over time up to the day, and in a what-if how far it would jump there. */
export function coverageCurveFigure(coverage: Coverage): Figure {
	const { curve, whatIf, figures, late } = coverage;
	const { total } = figures.inhabitants;
	const day = factDay(coverage);
	const supposed = whatIf ? whatIf.figures.inhabitants.covered : null;
	const people = {
		label: m.coverage_axis_people(),
		unit: m.progress_unit_inhabitants(),
		format: 'people' as const
	};
	const figure: Figure = {
		id: 'verloop',
		title: m.coverage_curve_title(),
		sentence: curveSentence(coverage),
		panels: [
			{
				key: 'verloop',
				title: null,
				chart: {
					kind: 'line',
					x: { kind: 'day', label: '', min: FIRST_DAY, max: addDays(day, whatIf ? ROOM : 0) },
					y: total > 0 ? { ...people, max: total } : people,
					series: [
						{
							key: 'fact',
							label: m.coverage_series_fact(),
							look: LOOKS.fact,
							stepped: true,
							points: curve.map((row) => ({ x: row.day, y: row.covered }))
						},
						...(supposed === null
							? []
							: [
									{
										key: 'whatIf',
										label: m.coverage_series_whatif(),
										look: LOOKS.whatIf,
										points: [
											{ x: day, y: figures.inhabitants.covered },
											{ x: day, y: supposed }
										]
									}
								])
					],
					incomplete: late.from === null ? null : { from: late.from, to: late.to },
					names: { incomplete: m.reporting_delay_marked() }
				}
			}
		],
		table: {
			columns: [
				{ key: 'dag', label: m.coverage_column_day(), kind: 'day' },
				{ key: 'gedekt', label: m.coverage_column_covered(), kind: 'number' },
				...(whatIf
					? [
							{
								key: 'wat_als_gedekt',
								label: m.coverage_column_whatif_covered(),
								kind: 'number' as const
							}
						]
					: []),
				{ key: 'onvolledig', label: m.reporting_delay_column_incomplete(), kind: 'text' }
			],
			rows: curve.map((row): Cell[] => [
				row.day,
				row.covered,
				...(whatIf ? [row.day === day ? supposed : null] : []),
				late.from !== null && row.day >= late.from ? m.reporting_delay_yes() : null
			])
		},
		definitions: [
			{ anchor: 'inwonerdekking', about: m.coverage_measure_inhabitants_word() },
			{ anchor: 'gerealiseerd', about: m.coverage_series_fact() },
			reportingDelayDefinition()
		],
		notes: late.from === null ? [] : [markSentence(late)]
	};
	return marked(figure, coverage, ({ figures: then }, mark) =>
		m.coverage_whatif_curve({ mark, share: partText(then.inhabitants) })
	);
}

export function curveSentence(coverage: Coverage): string {
	const { inhabitants, municipalities } = coverage.figures;
	if (municipalities.total === 0) return m.coverage_empty();
	const inputs = { date: inWords(factDay(coverage)), share: partText(inhabitants) };
	return isPast(coverage)
		? m.coverage_curve_sentence_past(inputs)
		: m.coverage_curve_sentence_now(inputs);
}
