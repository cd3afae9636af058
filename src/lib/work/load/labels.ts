import { COHORTS, type Cohort } from '#lib/base/selection/filters.ts';
import type { OpeningForm } from '#lib/ledger/event/event.ts';
import { LOCATION_TYPES, SERVICE_VARIANTS } from '#lib/network/information-point/kinds.ts';
import { locationTypeLabel, serviceVariantLabel } from '#lib/network/information-point/labels.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import { m } from '#lib/paraglide/messages.js';
import { fateLabel } from '#lib/work/workbook/fate-label.ts';
import type { RowFate } from '#lib/work/workbook/preview.ts';
import { nameEssence } from '#lib/work/update/same-name.ts';
import { LOAD_COLUMNS, type LoadColumn, type LoadFate, type LoadSheet } from './types.ts';

type Language = 'nl' | 'en';
type Label = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

const COLUMN_LABELS: Record<LoadColumn, Label> = {
	library: m.load_column_library,
	appliedOn: m.load_column_applied_on,
	appliedKnownOn: m.load_column_applied_known_on,
	cohort: m.load_column_cohort,
	point: m.load_column_point,
	locationType: m.load_column_location_type,
	hostName: m.load_column_host,
	variant: m.load_column_variant,
	town: m.load_column_town,
	municipality: m.load_column_municipality,
	address: m.load_column_address,
	postcode: m.load_column_postcode,
	lat: m.load_column_lat,
	lon: m.load_column_lon,
	plannedOn: m.load_column_planned_on,
	agreedOn: m.load_column_agreed_on,
	planKnownOn: m.load_column_plan_known_on,
	openedOn: m.load_column_opened_on,
	openingForm: m.load_column_opening_form,
	openingKnownOn: m.load_column_opening_known_on
};

const SHEET_LABELS: Record<LoadSheet, Label> = {
	organisations: m.load_sheet_organisations,
	locations: m.load_sheet_locations,
	plans: m.load_sheet_plans,
	openings: m.load_sheet_openings
};

const FATE_LABELS: Record<LoadFate, Label> = {
	wrong: m.load_fate_wrong,
	conflict: m.load_fate_conflict,
	new: m.load_fate_new,
	same: m.load_fate_same
};

/** How a column is called in the file. */
export const loadColumnLabel = (column: LoadColumn): string => COLUMN_LABELS[column]();
export const loadSheetLabel = (sheet: LoadSheet): string => SHEET_LABELS[sheet]();
/** What becomes of a row; a fate that only milestones have is called as it is there. */
export const loadFateLabel = (fate: RowFate): string =>
	isLoadFate(fate) ? FATE_LABELS[fate]() : fateLabel(fate);
const isLoadFate = (fate: RowFate): fate is LoadFate => fate in FATE_LABELS;

/** The groups that a library can be put in; not knowing is no group. */
export const LOAD_COHORTS = COHORTS.filter((cohort) => cohort !== 'onbekend');
export const OPENING_FORMS: readonly OpeningForm[] = ['volledig', 'kleinschalig'];
const OPENING_LABELS: Record<OpeningForm, Label> = {
	volledig: m.update_opening_full,
	kleinschalig: m.update_opening_small
};
export const openingFormLabel = (form: OpeningForm): string => OPENING_LABELS[form]();

/** Headers and words of a file, by their essence: in both languages, and as we keep them. */
export interface LoadWords {
	columns: ReadonlyMap<string, LoadColumn>;
	cohorts: ReadonlyMap<string, Cohort>;
	locationTypes: ReadonlyMap<string, string>;
	variants: ReadonlyMap<string, string>;
	openings: ReadonlyMap<string, OpeningForm>;
}

export function loadWords(): LoadWords {
	const labels = (label: Label) => (['nl', 'en'] as const).map((locale) => label({}, { locale }));
	const words = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
		new Map(
			values.flatMap((value) =>
				[value, label(value)].map((text) => [nameEssence(text), value] as const)
			)
		);
	return {
		columns: new Map(
			LOAD_COLUMNS.flatMap((column) =>
				labels(COLUMN_LABELS[column]).map((text) => [nameEssence(text), column] as const)
			)
		),
		cohorts: words(LOAD_COHORTS, cohortLabel),
		locationTypes: words(LOCATION_TYPES, locationTypeLabel),
		variants: words(SERVICE_VARIANTS, serviceVariantLabel),
		openings: words(OPENING_FORMS, openingFormLabel)
	};
}
