import type { FigureDefinition } from '#lib/base/charts/figure.ts';
import type { SeriesLook, ValueFormat } from '#lib/base/charts/types.ts';
import type { DefinitionId } from '#lib/base/definition/definitions.ts';
import { formatNumber, formatPeople } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ProgressMeasure } from './measure.ts';

interface MeasureTexts {
	label: () => string;
	axis: () => string;
	/** After a number: "446 locaties". */
	unit: () => string;
	title: () => string;
	/** "1 gemeente", "36 gemeenten" */
	counted: (inputs: { count: number; number: string }) => string;
	/** "439 locaties open" */
	fact: (inputs: { count: number; number: string }) => string;
	definition: DefinitionId;
	format: ValueFormat;
}

export const MEASURE_TEXTS: Record<ProgressMeasure, MeasureTexts> = {
	locations: {
		label: m.progress_measure_locations,
		axis: m.progress_axis_locations,
		unit: m.progress_unit_locations,
		counted: m.progress_counted_locations,
		title: m.progress_curve_title_locations,
		fact: m.progress_fact_locations,
		definition: 'locaties',
		format: 'number'
	},
	organisations: {
		label: m.progress_measure_organisations,
		axis: m.progress_axis_organisations,
		unit: m.progress_unit_organisations,
		counted: m.view_selection_organisations,
		title: m.progress_curve_title_organisations,
		fact: m.progress_fact_organisations,
		definition: 'organisatiedekking',
		format: 'number'
	},
	municipalities: {
		label: m.progress_measure_municipalities,
		axis: m.progress_axis_municipalities,
		unit: m.progress_unit_municipalities,
		counted: m.view_selection_municipalities,
		title: m.progress_curve_title_municipalities,
		fact: m.progress_fact_municipalities,
		definition: 'gemeentedekking',
		format: 'number'
	},
	inhabitants: {
		label: m.progress_measure_inhabitants,
		axis: m.progress_axis_inhabitants,
		unit: m.progress_unit_inhabitants,
		counted: m.coverage_narrow_inhabitants,
		title: m.progress_curve_title_inhabitants,
		fact: m.progress_fact_inhabitants,
		definition: 'inwonerdekking',
		format: 'people'
	}
};

/** A number of what is counted, in the words of the reader: "439", or "12,4 miljoen". */
export function countText(count: number, measure: ProgressMeasure): string {
	return measure === 'inhabitants' ? formatPeople(count) : formatNumber(count);
}

/** A number with the noun that belongs to it: "36 gemeenten", "790.002 inwoners". */
export function countedText(count: number, measure: ProgressMeasure): string {
	return MEASURE_TEXTS[measure].counted({ count, number: countText(count, measure) });
}

/** How the four lines look, everywhere alike. */
export const LOOKS = {
	firstPlan: { ink: 'amber', dash: 'dashed', shape: 'square' },
	plan: { ink: 'blue', dash: 'dotted', shape: 'triangle' },
	fact: { ink: 'teal', dash: 'solid', shape: 'circle' },
	forecast: { ink: 'violet', dash: 'dash-dot', shape: 'diamond' }
} as const satisfies Record<string, SeriesLook>;

/** The definitions of a figure about a measure: of what is counted, realised and planned. */
export function measureDefinitions(measure: ProgressMeasure): FigureDefinition[] {
	const { definition, label } = MEASURE_TEXTS[measure];
	return [
		{ anchor: definition, about: label() },
		{ anchor: 'gerealiseerd', about: m.progress_series_fact() },
		{ anchor: 'gepland', about: m.progress_series_first_plan() }
	];
}
