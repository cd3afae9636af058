import type { Cell, FigureColumn, FigureTable } from '#lib/base/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import { missingIn } from './completeness.ts';
import {
	MEASURES,
	type Expected,
	type LibraryForecast,
	type Measure,
	type MeasureForecast,
	type ShownForecast
} from './forecast.ts';
import { MEASURE_TEXTS } from '#lib/base/measure/labels.ts';
import type { Score } from './score.ts';

/** Stands where a day lies beyond the time that is simulated. */
const LATER = 'later';

/** Four digits: more would be noise. */
const roundShare = (share: number) => Math.round(share * 10_000) / 10_000;

const text = (key: string, label: string): FigureColumn => ({ key, label, kind: 'text' });
const day = (key: string, label: string): FigureColumn => ({ key, label, kind: 'day' });
const number = (key: string, label: string): FigureColumn => ({ key, label, kind: 'number' });

/** The two days of an expectation; empty when there is nothing to wait for. */
function expectedCells(expected: Expected | null): Cell[] {
	return expected ? [expected.likelyOn ?? LATER, expected.sureOn ?? LATER] : [null, null];
}

/** A cell that should be a day, when it says that it lies too far away. */
export function isLater(cell: Cell): boolean {
	return cell === LATER;
}

const dayColumns = () => [
	day('waarschijnlijk_p50', m.forecast_column_likely()),
	day('voorzichtig_p85', m.forecast_column_sure())
];

/** First what answers "when is it complete?": what nothing is planned for. */
const reachColumns = () => [
	number('zonder_planning', m.forecast_column_missing()),
	number('nu', m.forecast_column_now()),
	number('totaal', m.forecast_column_total()),
	number('haalbaar', m.forecast_column_reachable()),
	day('negen_van_tien_open', m.forecast_column_most()),
	...dayColumns()
];

const reachCells = (missing: number | null, one: MeasureForecast): Cell[] => [
	...[missing, one.now, one.total, one.reachable],
	one.complete && (one.mostOn ?? LATER),
	...expectedCells(one.complete)
];

/** The country, or the chosen part: a row per measure. */
export function countryTable({ country, pointsWithoutForecast }: ShownForecast): FigureTable {
	return {
		columns: [text('maat', m.forecast_column_measure()), ...reachColumns()],
		rows: MEASURES.map((measure) => [
			MEASURE_TEXTS[measure].label(),
			...reachCells(
				missingIn({ measures: country, pointsWithoutForecast }, measure),
				country[measure]
			)
		])
	};
}

/** A row per province, for one measure. */
export function provinceTable({ provinces }: ShownForecast, measure: Measure): FigureTable {
	return {
		columns: [text('provincie', m.forecast_column_province()), ...reachColumns()],
		rows: provinces.map((province) => [
			province.name,
			...reachCells(missingIn(province, measure), province.measures[measure])
		])
	};
}

/** A row per library that still has something to open; of all of them, or only of these. */
export function libraryTable(
	{ provinces, libraries: all }: ShownForecast,
	libraries: readonly LibraryForecast[] = all
): FigureTable {
	const names = new Map(provinces.map(({ code, name }) => [code, name]));
	return {
		columns: [
			text('bibliotheek', m.forecast_column_library()),
			text('provincie', m.forecast_column_province()),
			text('grondslag', m.forecast_column_basis()),
			day('gepland_of_verwacht', m.forecast_column_target()),
			day('eerste_waarschijnlijk_p50', m.forecast_column_first_likely()),
			day('eerste_voorzichtig_p85', m.forecast_column_first_sure()),
			number('locaties_te_gaan', m.forecast_column_to_come()),
			day('alle_waarschijnlijk_p50', m.forecast_column_last_likely()),
			day('alle_voorzichtig_p85', m.forecast_column_last_sure())
		],
		rows: libraries.map((row) => [
			row.name,
			names.get(row.provinceCode) ?? '',
			{
				plan: m.forecast_basis_plan,
				lead_time: m.forecast_basis_lead_time,
				none: m.forecast_basis_none
			}[row.basis](),
			row.targetOn,
			...expectedCells(row.first),
			row.pointsToCome,
			...expectedCells(row.last)
		])
	};
}

/** A row per month for one measure: what is reached with three degrees of certainty. */
export function fanTable({ fan }: ShownForecast, measure: Measure): FigureTable {
	return {
		columns: [
			day('dag', m.forecast_column_day()),
			number('voorzichtig_p85', m.forecast_fan_sure()),
			number('waarschijnlijk_p50', m.forecast_fan_likely()),
			number('misschien_p15', m.forecast_fan_bold())
		],
		rows: fan.map(({ day: on, values }) => {
			const { sure, likely, bold } = values[measure];
			return [on, sure, likely, bold];
		})
	};
}

/** First openings of libraries: only told of the whole country. */
const firstColumns = () => [
	number('eerste_openingen_beoordeeld', m.forecast_column_firsts_judged()),
	number('eerste_openingen_op_p85', m.forecast_column_firsts_held())
];

/** How a quarter looked half a year later: only told of the whole country. */
const halfYearColumns = () => [
	number('half_jaar_later_p85', m.forecast_column_half_sure()),
	number('half_jaar_later_p15', m.forecast_column_half_bold()),
	number('half_jaar_later_werkelijk', m.forecast_column_half_real())
];

/** A row per quarter: what was forecast, and what came of it; of everything, or of a selection. */
export function trackTable(scores: readonly Score[], isWhole = true): FigureTable {
	return {
		columns: [
			day('prognose_van', m.forecast_column_made_on()),
			number('locaties', m.forecast_column_points()),
			number('beoordeeld', m.forecast_column_judged()),
			number('open_op_p85', m.forecast_column_held()),
			{ key: 'deel_open_op_p85', label: m.forecast_column_held_share(), kind: 'share' },
			number('gemiddelde_afwijking_dagen', m.forecast_column_error()),
			number('nog_niet_open', m.forecast_column_waiting()),
			...(isWhole ? [...firstColumns(), ...halfYearColumns()] : [])
		],
		rows: scores.map((score) => [
			score.day,
			score.points,
			score.judged,
			score.held,
			score.judged > 0 ? roundShare(score.held / score.judged) : null,
			score.meanError,
			score.stillWaiting,
			...(isWhole ? [score.firsts.judged, score.firsts.held, ...halfYearCells(score)] : [])
		])
	};
}

const halfYearCells = ({ halfYear }: Score): Cell[] => [
	halfYear?.sure ?? null,
	halfYear?.bold ?? null,
	halfYear?.real ?? null
];
